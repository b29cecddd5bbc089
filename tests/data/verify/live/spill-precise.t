What is filled decides a branch.
-- asm
*(u64 *)(r10 -8) = r2
*(u64 *)(r10 -16) = r3
r1 = *(u64 *)(r10 -8)
if r1 > 3 goto l
r1 = *(u64 *)(r10 -16)
l: r0 = r1
exit
-- live
0: r2 r3 ! r2
1: r3 -8:0 ! -8:0
2: -16:0 ! -8:0
3: r1 -16:-8 ! r1
4: -16:-8
5: r1
6: r0
