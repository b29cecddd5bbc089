STORE_REL64: 64 bits from a register.
-- asm
r7 = *(u64 *)(r1 +8)
*(u64 *)(r10 -16) = r7
*(u64 *)(r10 -8) = r7
r$B = r10
r$S = *(u64 *)(r1 +0)
store_release((u64 *)(r$B $O), r$S)
r7 = *(u64 *)(r10 -16)
*(u64 *)(r1 +64) = r7
r7 = *(u64 *)(r10 -8)
*(u64 *)(r1 +72) = r7
r0 = 0
exit
-- cases
program S=2 B=5 O=-16
0 f0f0f0f0f0f0f0f0 -> 0 f0f0f0f0f0f0f0f0
ffffffffffffffff f0f0f0f0f0f0f0f -> ffffffffffffffff f0f0f0f0f0f0f0f
7f f0f0f0f0f0f0f08f -> 7f f0f0f0f0f0f0f08f
80 f0f0f0f0f0f0f070 -> 80 f0f0f0f0f0f0f070
7fff8000 f0f0f0f08f0f70f0 -> 7fff8000 f0f0f0f08f0f70f0
123456789abcdef0 e2c4a6886a4c2e00 -> 123456789abcdef0 e2c4a6886a4c2e00
fedcba9876543210 e2c4a6886a4c2e0 -> fedcba9876543210 e2c4a6886a4c2e0
8000000000000000 70f0f0f0f0f0f0f0 -> 8000000000000000 70f0f0f0f0f0f0f0
program S=0 B=5 O=-16
fedcba9876543210 123456789abcdef0 -> fedcba9876543210 123456789abcdef0
program S=3 B=4 O=-16
fedcba9876543210 123456789abcdef0 -> fedcba9876543210 123456789abcdef0
program S=4 B=0 O=-16
fedcba9876543210 123456789abcdef0 -> fedcba9876543210 123456789abcdef0
program S=5 B=6 O=-16
fedcba9876543210 123456789abcdef0 -> fedcba9876543210 123456789abcdef0
program S=6 B=9 O=-16
fedcba9876543210 123456789abcdef0 -> fedcba9876543210 123456789abcdef0
program S=9 B=2 O=-16
fedcba9876543210 123456789abcdef0 -> fedcba9876543210 123456789abcdef0
