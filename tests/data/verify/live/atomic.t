An atomic access reads and does not overwrite for sure.
-- asm
r2 = 5
r3 = 6
*(u64 *)(r10 -8) = r3
lock *(u64 *)(r10 -8) += r2
r0 = *(u64 *)(r10 -8)
if r0 == 3 goto l
l: exit
-- live
0:
1: r2 ! r2
2: r2 r3 ! r2 r3
3: r2 -8:0 ! r2 -8:0
4: -8:0 ! -8:0
5: r0 ! r0
6: r0
