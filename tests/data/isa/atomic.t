Atomic operations with and without fetching the old value.
-- asm
*(u64 *)(r10 -8) = 40
r1 = 2
lock *(u64 *)(r10 -8) += r1
r2 = 8
r2 = atomic64_fetch_or((u64 *)(r10 -8), r2)
r3 = 1
r3 = atomic64_xchg((u64 *)(r10 -8), r3)
r0 = 1
r4 = 99
r0 = atomic64_cmpxchg((u64 *)(r10 -8), r0, r4)
r5 = *(u64 *)(r10 -8)
r0 += r2
r0 *= 1000
r0 += r5
r0 *= 1000
r0 += r3
exit
-- result
0x291a3a2
