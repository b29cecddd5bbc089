A part of a slot does not overwrite it.
-- asm
*(u32 *)(r10 -4) = 0
*(u16 *)(r10 -4) = r1
r0 = *(u32 *)(r10 -4)
exit
-- live
0: r1
1: r1 -4:0
2: -4:0
3: r0
