Half of a spill is read.
-- asm
*(u64 *)(r10 -8) = r2
r0 = *(u32 *)(r10 -4)
exit
-- live
0: r2
1: -4:0
2: r0
