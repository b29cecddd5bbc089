What is stored two frames further out decides there.
-- asm
r1 = r10
r1 += -8
*(u64 *)(r10 -8) = 0
call f
r2 = *(u64 *)(r10 -8)
if r2 == 1 goto l
l: r0 = 0
exit
f: r1 += -8
r2 = 7
call g
r0 = 0
exit
g: *(u64 *)(r1 +8) = r2
r0 = 0
exit
-- live
0:
1: r1 ! r1
2: r1 ! r1
3: r1 -8:0 ! r1 -8:0
4: -8:0 ! -8:0
5: r2 ! r2
6:
7: r0
8: r1 ! r1
9: r1 ! r1
10: r1 r2 ! r1 r2
11:
12: r0
13: r1 r2 ! r1 r2
14:
15: r0
