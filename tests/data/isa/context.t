r1 is the memory, r2 its size; what is written stays.
-- asm
r3 = *(u32 *)(r1 +4)
*(u8 *)(r1 +7) = 0x5a
r0 = *(u32 *)(r1 +4)
r0 -= r3
r0 += r2
exit
-- mem
00 01 02 03  04 05 06 07
-- result
0x53000008
