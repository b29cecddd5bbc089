A spill and its fill.
-- asm
*(u64 *)(r10 -8) = r1
r1 = 0
r0 = *(u64 *)(r10 -8)
exit
-- live
0: r1
1: -8:0
2: -8:0
3: r0
