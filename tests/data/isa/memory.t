Stores and loads of all sizes, with and without sign.
-- asm
*(u64 *)(r10 -8) = -2
*(u16 *)(r10 -16) = 0x8001
r1 = *(s16 *)(r10 -16)
r2 = *(u16 *)(r10 -16)
r0 = *(u8 *)(r10 -8)
r3 = *(s32 *)(r10 -8)
r0 += r1
r0 += r2
r0 += r3
r4 = 1
exit
-- result
0xfe
