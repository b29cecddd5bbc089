LD_IND8.
-- asm
r6 = r1
r$S = $B
r0 = 5
r0 = *(u8 *)skb[r$S + $K]
exit
-- packet
01 08 0f 16 1d 24 2b 32 39 40 47 4e 55 5c 63 6a 71 78 7f 86 8d 94 9b a2 a9 b0 b7 be c5 cc d3 da e1 e8 ef f6 fd 04 0b 12 19 20 27 2e 35 3c 43 4a 51 58
-- cases
program S=7 B=0 K=0
-> 1
program S=7 B=3 K=0
-> 16
program S=7 B=-1 K=0
-> 0
program S=7 B=-40 K=0
-> 0
program S=7 B=2147483647 K=0
-> 0
program S=7 B=0 K=1
-> 8
program S=7 B=3 K=1
-> 1d
program S=7 B=-1 K=1
-> 1
program S=7 B=-40 K=1
-> 0
program S=7 B=2147483647 K=1
-> 0
program S=7 B=0 K=2
-> f
program S=7 B=3 K=2
-> 24
program S=7 B=-1 K=2
-> 8
program S=7 B=-40 K=2
-> 0
program S=7 B=2147483647 K=2
-> 0
program S=7 B=0 K=3
-> 16
program S=7 B=3 K=3
-> 2b
program S=7 B=-1 K=3
-> f
program S=7 B=-40 K=3
-> 0
program S=7 B=2147483647 K=3
-> 0
program S=7 B=0 K=31
-> da
program S=7 B=3 K=31
-> ef
program S=7 B=-1 K=31
-> d3
program S=7 B=-40 K=31
-> 0
program S=7 B=2147483647 K=31
-> 0
program S=7 B=0 K=45
-> 3c
program S=7 B=3 K=45
-> 51
program S=7 B=-1 K=45
-> 35
program S=7 B=-40 K=45
-> 24
program S=7 B=2147483647 K=45
-> 0
program S=7 B=0 K=46
-> 43
program S=7 B=3 K=46
-> 58
program S=7 B=-1 K=46
-> 3c
program S=7 B=-40 K=46
-> 2b
program S=7 B=2147483647 K=46
-> 0
program S=7 B=0 K=47
-> 4a
program S=7 B=3 K=47
-> 0
program S=7 B=-1 K=47
-> 43
program S=7 B=-40 K=47
-> 32
program S=7 B=2147483647 K=47
-> 0
program S=7 B=0 K=48
-> 51
program S=7 B=3 K=48
-> 0
program S=7 B=-1 K=48
-> 4a
program S=7 B=-40 K=48
-> 39
program S=7 B=2147483647 K=48
-> 0
program S=7 B=0 K=49
-> 58
program S=7 B=3 K=49
-> 0
program S=7 B=-1 K=49
-> 51
program S=7 B=-40 K=49
-> 40
program S=7 B=2147483647 K=49
-> 0
program S=7 B=0 K=50
-> 0
program S=7 B=3 K=50
-> 0
program S=7 B=-1 K=50
-> 58
program S=7 B=-40 K=50
-> 47
program S=7 B=2147483647 K=50
-> 0
program S=7 B=0 K=51
-> 0
program S=7 B=3 K=51
-> 0
program S=7 B=-1 K=51
-> 0
program S=7 B=-40 K=51
-> 4e
program S=7 B=2147483647 K=51
-> 0
program S=7 B=0 K=2147483647
-> 0
program S=7 B=3 K=2147483647
-> 0
program S=7 B=-1 K=2147483647
-> 0
program S=7 B=-40 K=2147483647
-> 0
program S=7 B=2147483647 K=2147483647
-> 0
program S=7 B=0 K=-2147483648
-> 0
program S=7 B=3 K=-2147483648
-> 0
program S=7 B=-1 K=-2147483648
-> 0
program S=7 B=-40 K=-2147483648
-> 0
program S=7 B=2147483647 K=-2147483648
-> 0
program S=7 B=0 K=-1
-> 0
program S=7 B=3 K=-1
-> f
program S=7 B=-1 K=-1
-> 0
program S=7 B=-40 K=-1
-> 0
program S=7 B=2147483647 K=-1
-> 0
program S=7 B=0 K=-4096
-> 0
program S=7 B=3 K=-4096
-> 0
program S=7 B=-1 K=-4096
-> 0
program S=7 B=-40 K=-4096
-> 0
program S=7 B=2147483647 K=-4096
-> 0
program S=7 B=0 K=-1048576
-> 1
program S=7 B=3 K=-1048576
-> 16
program S=7 B=-1 K=-1048576
-> 0
program S=7 B=-40 K=-1048576
-> 0
program S=7 B=2147483647 K=-1048576
-> 0
program S=7 B=0 K=-1048530
-> 43
program S=7 B=3 K=-1048530
-> 58
program S=7 B=-1 K=-1048530
-> 3c
program S=7 B=-40 K=-1048530
-> 2b
program S=7 B=2147483647 K=-1048530
-> 0
program S=7 B=0 K=-1048527
-> 58
program S=7 B=3 K=-1048527
-> 0
program S=7 B=-1 K=-1048527
-> 51
program S=7 B=-40 K=-1048527
-> 40
program S=7 B=2147483647 K=-1048527
-> 0
program S=7 B=0 K=-1048526
-> 0
program S=7 B=3 K=-1048526
-> 0
program S=7 B=-1 K=-1048526
-> 58
program S=7 B=-40 K=-1048526
-> 47
program S=7 B=2147483647 K=-1048526
-> 0
program S=0 B=20 K=4
-> 40
program S=2 B=20 K=4
-> a9
program S=5 B=20 K=4
-> a9
program S=8 B=20 K=4
-> a9
program S=9 B=20 K=4
-> a9
