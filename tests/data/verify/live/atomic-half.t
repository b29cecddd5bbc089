Half of an atomic sum that is precise depends on all of it.
-- asm
r2 = 5
*(u64 *)(r10 -8) = 1
lock *(u64 *)(r10 -8) += r2
r1 = *(u32 *)(r10 -4)
if r1 == 3 goto l
l: r0 = 0
exit
-- live
0:
1: r2 ! r2
2: r2 -8:0 ! r2 -8:0
3: -4:0 ! -4:0
4: r1 ! r1
5:
6: r0
