LD_ABS32.
-- asm
r6 = r1
r0 = 5
r0 = *(u32 *)skb[$K]
exit
-- packet
01 08 0f 16 1d 24 2b 32 39 40 47 4e 55 5c 63 6a 71 78 7f 86 8d 94 9b a2 a9 b0 b7 be c5 cc d3 da e1 e8 ef f6 fd 04 0b 12 19 20 27 2e 35 3c 43 4a 51 58
-- cases
program K=0
-> 1080f16
program K=1
-> 80f161d
program K=2
-> f161d24
program K=3
-> 161d242b
program K=31
-> dae1e8ef
program K=45
-> 3c434a51
program K=46
-> 434a5158
program K=47
-> 0
program K=48
-> 0
program K=49
-> 0
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
-> 1080f16
program K=-1048530
-> 434a5158
program K=-1048527
-> 0
program K=-1048526
-> 0
