What a local call keeps. Linux has 512 bytes for all frames together.
-- asm
r6 = r1
r7 = *(u64 *)(r6 +0)
r8 = *(u64 *)(r6 +8)
r9 = *(u64 *)(r6 +16)
*(u64 *)(r10 -8) = r7
*(u64 *)(r10 -512) = r8
r1 = r7
r2 = r8
r3 = r9
r4 = 4
r5 = 5
call mix
*(u64 *)(r6 +64) = r0
*(u64 *)(r6 +72) = r7
*(u64 *)(r6 +80) = r8
*(u64 *)(r6 +88) = r9
r2 = *(u64 *)(r10 -8)
*(u64 *)(r6 +96) = r2
r2 = *(u64 *)(r10 -512)
*(u64 *)(r6 +104) = r2
r0 = 0
exit
mix:
r0 = r1
r0 *= 3
r0 += r2
r0 *= 3
r0 += r3
r0 *= 3
r0 += r4
r0 *= 3
r0 += r5
r6 = -1
r7 = -2
r8 = -3
r9 = -4
*(u64 *)(r10 -8) = r6
*(u64 *)(r10 -512) = r7
r1 = 0
r2 = 0
r3 = 0
r4 = 0
r5 = 0
exit
-- cases
program !linux
1 2 3 -> b3 1 2 3 1 2
123456789abcdef0 fedcba9876543210 ffffffffffffffff -> a3d70a3d70a3d1a8 123456789abcdef0 fedcba9876543210 ffffffffffffffff 123456789abcdef0 fedcba9876543210
8000000000000000 7fffffffffffffff 0 -> fffffffffffffff6 8000000000000000 7fffffffffffffff 0 8000000000000000 7fffffffffffffff
