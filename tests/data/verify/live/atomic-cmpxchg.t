r0 is read and written.
-- asm
r0 = 1
r2 = 5
*(u64 *)(r10 -8) = 1
r0 = atomic64_cmpxchg((u64 *)(r10 -8), r0, r2)
exit
-- live
0:
1: r0
2: r0 r2
3: r0 r2 -8:0
4: r0
