Eight bytes across three slots overwrite one.
-- asm
*(u64 *)(r10 -16) = 0
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -14) = r2
r1 = *(u64 *)(r10 -16)
r0 = *(u64 *)(r10 -8)
exit
-- live
0: r2
1: r2 -16:-12
2: r2 -16:-12 -8:0
3: -16:0
4: -8:0
5: r0
