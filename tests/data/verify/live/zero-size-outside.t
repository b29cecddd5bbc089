Outside of the frame there is nothing.
-- asm
r0 = *(u64 *)(r10 +8)
r0 = *(u64 *)(r10 -520)
exit
-- live
0:
1:
2: r0
