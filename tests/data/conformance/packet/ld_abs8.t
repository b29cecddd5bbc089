LD_ABS8.
-- asm
r6 = r1
r0 = 5
r0 = *(u8 *)skb[$K]
exit
-- packet
01 08 0f 16 1d 24 2b 32 39 40 47 4e 55 5c 63 6a 71 78 7f 86 8d 94 9b a2 a9 b0 b7 be c5 cc d3 da e1 e8 ef f6 fd 04 0b 12 19 20 27 2e 35 3c 43 4a 51 58
-- cases
program K=0
-> 1
program K=1
-> 8
program K=2
-> f
program K=3
-> 16
program K=31
-> da
program K=45
-> 3c
program K=46
-> 43
program K=47
-> 4a
program K=48
-> 51
program K=49
-> 58
program K=50
-> 0
program K=51
-> 0
program K=2147483647
-> 0
program K=-2147483648
-> 0
program K=-1
-> 0
program K=-4096
-> 0
program K=-1048576
-> 1
program K=-1048530
-> 43
program K=-1048527
-> 58
program K=-1048526
-> 0
