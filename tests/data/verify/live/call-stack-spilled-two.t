One of two pointers is spilled: either may be read.
-- asm
r1 = r10
r1 += -16
r2 = r10
r2 += -32
call f
exit
f: *(u64 *)(r10 -8) = r1
if r3 == 0 goto +1
*(u64 *)(r10 -8) = r2
r1 = *(u64 *)(r10 -8)
r0 = *(u64 *)(r1 +0)
exit
-- live
0: r3 -512:0 ! r3 -512:0
1: r1 r3 -512:0 ! r1 r3 -512:0
2: r1 r3 -512:0 ! r1 r3 -512:0
3: r1 r2 r3 -512:0 ! r1 r2 r3 -512:0
4: r1 r2 r3 -512:0 ! r1 r2 r3 -512:0
5: r0
6: r1 r2 r3 ! r1 r2 r3
7: r2 r3 -8:0 ! r2 r3 -8:0
8: r2 ! r2
9: -8:0 ! -8:0
10: r1 ! r1
11: r0
