The 32-bit operations touch four bytes; the old value comes without sign.
-- asm
*(u64 *)(r10 -8) = -1
r1 = 1
r1 = atomic_fetch_add((u32 *)(r10 -8), r1)
r0 = *(u64 *)(r10 -8)
r0 >>= 32
r0 += r1
exit
-- result
0x1fffffffe
