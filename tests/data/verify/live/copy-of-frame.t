Offsets are followed through copies and sums.
-- asm
r2 = r10
r2 += -16
r3 = r2
r3 += 8
*(u64 *)(r3 +0) = r1
*(u64 *)(r2 +0) = 0
r0 = *(u64 *)(r10 -8)
exit
-- live
0: r1
1: r1 r2 ! r2
2: r1 r2 ! r2
3: r1 r2 r3 ! r2 r3
4: r1 r2 r3 ! r2 r3
5: r2 -8:0 ! r2
6: -8:0
7: r0
