OR, 32 bits.
-- asm
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = -1
*(u64 *)(r10 -8) = r3
r0 = *(u64 *)(r1 +16)
r$S = *(u64 *)(r1 +8)
r5 = r10
lock *(u32 *)(r5 $O) |= r$S
*(u64 *)(r1 +72) = r$S
*(u64 *)(r1 +80) = r0
r3 = *(u64 *)(r10 -16)
*(u64 *)(r1 +64) = r3
r3 = *(u64 *)(r10 -8)
*(u64 *)(r1 +88) = r3
r0 = 0
exit
-- cases
program S=2 O=-16
0 0 ffffffffffffffff -> 0 0 ffffffffffffffff ffffffffffffffff
0 1 ffffffffffffffff -> 1 1 ffffffffffffffff ffffffffffffffff
0 ffffffffffffffff ffffffffffffffff -> ffffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff
0 7fffffff ffffffffffffffff -> 7fffffff 7fffffff ffffffffffffffff ffffffffffffffff
0 80000000 ffffffffffffffff -> 80000000 80000000 ffffffffffffffff ffffffffffffffff
0 8000000000000000 ffffffffffffffff -> 0 8000000000000000 ffffffffffffffff ffffffffffffffff
0 123456789abcdef0 ffffffffffffffff -> 9abcdef0 123456789abcdef0 ffffffffffffffff ffffffffffffffff
0 fedcba9876543210 ffffffffffffffff -> 76543210 fedcba9876543210 ffffffffffffffff ffffffffffffffff
0 1 0 -> 1 1 0 ffffffffffffffff
0 1 100000000 -> 1 1 100000000 ffffffffffffffff
0 1 8000000000000000 -> 1 1 8000000000000000 ffffffffffffffff
0 1 1 -> 1 1 1 ffffffffffffffff
0 1 0 -> 1 1 0 ffffffffffffffff
1 0 fffffffffffffffe -> 1 0 fffffffffffffffe ffffffffffffffff
1 1 fffffffffffffffe -> 1 1 fffffffffffffffe ffffffffffffffff
1 ffffffffffffffff fffffffffffffffe -> ffffffff ffffffffffffffff fffffffffffffffe ffffffffffffffff
1 7fffffff fffffffffffffffe -> 7fffffff 7fffffff fffffffffffffffe ffffffffffffffff
1 80000000 fffffffffffffffe -> 80000001 80000000 fffffffffffffffe ffffffffffffffff
1 8000000000000000 fffffffffffffffe -> 1 8000000000000000 fffffffffffffffe ffffffffffffffff
1 123456789abcdef0 fffffffffffffffe -> 9abcdef1 123456789abcdef0 fffffffffffffffe ffffffffffffffff
1 fedcba9876543210 fffffffffffffffe -> 76543211 fedcba9876543210 fffffffffffffffe ffffffffffffffff
1 1 1 -> 1 1 1 ffffffffffffffff
1 1 100000001 -> 1 1 100000001 ffffffffffffffff
1 1 8000000000000001 -> 1 1 8000000000000001 ffffffffffffffff
1 1 0 -> 1 1 0 ffffffffffffffff
1 1 0 -> 1 1 0 ffffffffffffffff
ffffffffffffffff 0 0 -> ffffffffffffffff 0 0 ffffffffffffffff
ffffffffffffffff 1 0 -> ffffffffffffffff 1 0 ffffffffffffffff
ffffffffffffffff ffffffffffffffff 0 -> ffffffffffffffff ffffffffffffffff 0 ffffffffffffffff
ffffffffffffffff 7fffffff 0 -> ffffffffffffffff 7fffffff 0 ffffffffffffffff
ffffffffffffffff 80000000 0 -> ffffffffffffffff 80000000 0 ffffffffffffffff
ffffffffffffffff 8000000000000000 0 -> ffffffffffffffff 8000000000000000 0 ffffffffffffffff
ffffffffffffffff 123456789abcdef0 0 -> ffffffffffffffff 123456789abcdef0 0 ffffffffffffffff
ffffffffffffffff fedcba9876543210 0 -> ffffffffffffffff fedcba9876543210 0 ffffffffffffffff
ffffffffffffffff 1 ffffffffffffffff -> ffffffffffffffff 1 ffffffffffffffff ffffffffffffffff
ffffffffffffffff 1 fffffffeffffffff -> ffffffffffffffff 1 fffffffeffffffff ffffffffffffffff
ffffffffffffffff 1 7fffffffffffffff -> ffffffffffffffff 1 7fffffffffffffff ffffffffffffffff
ffffffffffffffff 1 fffffffffffffffe -> ffffffffffffffff 1 fffffffffffffffe ffffffffffffffff
ffffffffffffffff 1 ffffffffffffffff -> ffffffffffffffff 1 ffffffffffffffff ffffffffffffffff
7fffffff 0 ffffffff80000000 -> 7fffffff 0 ffffffff80000000 ffffffffffffffff
7fffffff 1 ffffffff80000000 -> 7fffffff 1 ffffffff80000000 ffffffffffffffff
7fffffff ffffffffffffffff ffffffff80000000 -> ffffffff ffffffffffffffff ffffffff80000000 ffffffffffffffff
7fffffff 7fffffff ffffffff80000000 -> 7fffffff 7fffffff ffffffff80000000 ffffffffffffffff
7fffffff 80000000 ffffffff80000000 -> ffffffff 80000000 ffffffff80000000 ffffffffffffffff
7fffffff 8000000000000000 ffffffff80000000 -> 7fffffff 8000000000000000 ffffffff80000000 ffffffffffffffff
7fffffff 123456789abcdef0 ffffffff80000000 -> ffffffff 123456789abcdef0 ffffffff80000000 ffffffffffffffff
7fffffff fedcba9876543210 ffffffff80000000 -> 7fffffff fedcba9876543210 ffffffff80000000 ffffffffffffffff
7fffffff 1 7fffffff -> 7fffffff 1 7fffffff ffffffffffffffff
7fffffff 1 17fffffff -> 7fffffff 1 17fffffff ffffffffffffffff
7fffffff 1 800000007fffffff -> 7fffffff 1 800000007fffffff ffffffffffffffff
7fffffff 1 7ffffffe -> 7fffffff 1 7ffffffe ffffffffffffffff
7fffffff 1 0 -> 7fffffff 1 0 ffffffffffffffff
80000000 0 ffffffff7fffffff -> 80000000 0 ffffffff7fffffff ffffffffffffffff
80000000 1 ffffffff7fffffff -> 80000001 1 ffffffff7fffffff ffffffffffffffff
80000000 ffffffffffffffff ffffffff7fffffff -> ffffffff ffffffffffffffff ffffffff7fffffff ffffffffffffffff
80000000 7fffffff ffffffff7fffffff -> ffffffff 7fffffff ffffffff7fffffff ffffffffffffffff
80000000 80000000 ffffffff7fffffff -> 80000000 80000000 ffffffff7fffffff ffffffffffffffff
80000000 8000000000000000 ffffffff7fffffff -> 80000000 8000000000000000 ffffffff7fffffff ffffffffffffffff
80000000 123456789abcdef0 ffffffff7fffffff -> 9abcdef0 123456789abcdef0 ffffffff7fffffff ffffffffffffffff
80000000 fedcba9876543210 ffffffff7fffffff -> f6543210 fedcba9876543210 ffffffff7fffffff ffffffffffffffff
80000000 1 80000000 -> 80000001 1 80000000 ffffffffffffffff
80000000 1 180000000 -> 80000001 1 180000000 ffffffffffffffff
80000000 1 8000000080000000 -> 80000001 1 8000000080000000 ffffffffffffffff
80000000 1 80000001 -> 80000001 1 80000001 ffffffffffffffff
80000000 1 0 -> 80000001 1 0 ffffffffffffffff
8000000000000000 0 7fffffffffffffff -> 8000000000000000 0 7fffffffffffffff ffffffffffffffff
8000000000000000 1 7fffffffffffffff -> 8000000000000001 1 7fffffffffffffff ffffffffffffffff
8000000000000000 ffffffffffffffff 7fffffffffffffff -> 80000000ffffffff ffffffffffffffff 7fffffffffffffff ffffffffffffffff
8000000000000000 7fffffff 7fffffffffffffff -> 800000007fffffff 7fffffff 7fffffffffffffff ffffffffffffffff
8000000000000000 80000000 7fffffffffffffff -> 8000000080000000 80000000 7fffffffffffffff ffffffffffffffff
8000000000000000 8000000000000000 7fffffffffffffff -> 8000000000000000 8000000000000000 7fffffffffffffff ffffffffffffffff
8000000000000000 123456789abcdef0 7fffffffffffffff -> 800000009abcdef0 123456789abcdef0 7fffffffffffffff ffffffffffffffff
8000000000000000 fedcba9876543210 7fffffffffffffff -> 8000000076543210 fedcba9876543210 7fffffffffffffff ffffffffffffffff
8000000000000000 1 8000000000000000 -> 8000000000000001 1 8000000000000000 ffffffffffffffff
8000000000000000 1 8000000100000000 -> 8000000000000001 1 8000000100000000 ffffffffffffffff
8000000000000000 1 0 -> 8000000000000001 1 0 ffffffffffffffff
8000000000000000 1 8000000000000001 -> 8000000000000001 1 8000000000000001 ffffffffffffffff
8000000000000000 1 ffffffff80000000 -> 8000000000000001 1 ffffffff80000000 ffffffffffffffff
123456789abcdef0 0 edcba9876543210f -> 123456789abcdef0 0 edcba9876543210f ffffffffffffffff
123456789abcdef0 1 edcba9876543210f -> 123456789abcdef1 1 edcba9876543210f ffffffffffffffff
123456789abcdef0 ffffffffffffffff edcba9876543210f -> 12345678ffffffff ffffffffffffffff edcba9876543210f ffffffffffffffff
123456789abcdef0 7fffffff edcba9876543210f -> 12345678ffffffff 7fffffff edcba9876543210f ffffffffffffffff
123456789abcdef0 80000000 edcba9876543210f -> 123456789abcdef0 80000000 edcba9876543210f ffffffffffffffff
123456789abcdef0 8000000000000000 edcba9876543210f -> 123456789abcdef0 8000000000000000 edcba9876543210f ffffffffffffffff
123456789abcdef0 123456789abcdef0 edcba9876543210f -> 123456789abcdef0 123456789abcdef0 edcba9876543210f ffffffffffffffff
123456789abcdef0 fedcba9876543210 edcba9876543210f -> 12345678fefcfef0 fedcba9876543210 edcba9876543210f ffffffffffffffff
123456789abcdef0 1 123456789abcdef0 -> 123456789abcdef1 1 123456789abcdef0 ffffffffffffffff
123456789abcdef0 1 123456799abcdef0 -> 123456789abcdef1 1 123456799abcdef0 ffffffffffffffff
123456789abcdef0 1 923456789abcdef0 -> 123456789abcdef1 1 923456789abcdef0 ffffffffffffffff
123456789abcdef0 1 123456789abcdef1 -> 123456789abcdef1 1 123456789abcdef1 ffffffffffffffff
123456789abcdef0 1 12345678 -> 123456789abcdef1 1 12345678 ffffffffffffffff
fedcba9876543210 0 123456789abcdef -> fedcba9876543210 0 123456789abcdef ffffffffffffffff
fedcba9876543210 1 123456789abcdef -> fedcba9876543211 1 123456789abcdef ffffffffffffffff
fedcba9876543210 ffffffffffffffff 123456789abcdef -> fedcba98ffffffff ffffffffffffffff 123456789abcdef ffffffffffffffff
fedcba9876543210 7fffffff 123456789abcdef -> fedcba987fffffff 7fffffff 123456789abcdef ffffffffffffffff
fedcba9876543210 80000000 123456789abcdef -> fedcba98f6543210 80000000 123456789abcdef ffffffffffffffff
fedcba9876543210 8000000000000000 123456789abcdef -> fedcba9876543210 8000000000000000 123456789abcdef ffffffffffffffff
fedcba9876543210 123456789abcdef0 123456789abcdef -> fedcba98fefcfef0 123456789abcdef0 123456789abcdef ffffffffffffffff
fedcba9876543210 fedcba9876543210 123456789abcdef -> fedcba9876543210 fedcba9876543210 123456789abcdef ffffffffffffffff
fedcba9876543210 1 fedcba9876543210 -> fedcba9876543211 1 fedcba9876543210 ffffffffffffffff
fedcba9876543210 1 fedcba9976543210 -> fedcba9876543211 1 fedcba9976543210 ffffffffffffffff
fedcba9876543210 1 7edcba9876543210 -> fedcba9876543211 1 7edcba9876543210 ffffffffffffffff
fedcba9876543210 1 fedcba9876543211 -> fedcba9876543211 1 fedcba9876543211 ffffffffffffffff
fedcba9876543210 1 fedcba98 -> fedcba9876543211 1 fedcba98 ffffffffffffffff
program S=2 O=-12
0 0 ffffffffffffffff -> 0 0 ffffffffffffffff ffffffffffffffff
0 1 ffffffffffffffff -> 100000000 1 ffffffffffffffff ffffffffffffffff
0 ffffffffffffffff ffffffffffffffff -> ffffffff00000000 ffffffffffffffff ffffffffffffffff ffffffffffffffff
0 7fffffff ffffffffffffffff -> 7fffffff00000000 7fffffff ffffffffffffffff ffffffffffffffff
0 80000000 ffffffffffffffff -> 8000000000000000 80000000 ffffffffffffffff ffffffffffffffff
0 8000000000000000 ffffffffffffffff -> 0 8000000000000000 ffffffffffffffff ffffffffffffffff
0 123456789abcdef0 ffffffffffffffff -> 9abcdef000000000 123456789abcdef0 ffffffffffffffff ffffffffffffffff
0 fedcba9876543210 ffffffffffffffff -> 7654321000000000 fedcba9876543210 ffffffffffffffff ffffffffffffffff
0 1 0 -> 100000000 1 0 ffffffffffffffff
0 1 100000000 -> 100000000 1 100000000 ffffffffffffffff
0 1 8000000000000000 -> 100000000 1 8000000000000000 ffffffffffffffff
0 1 1 -> 100000000 1 1 ffffffffffffffff
0 1 0 -> 100000000 1 0 ffffffffffffffff
1 0 fffffffffffffffe -> 1 0 fffffffffffffffe ffffffffffffffff
1 1 fffffffffffffffe -> 100000001 1 fffffffffffffffe ffffffffffffffff
1 ffffffffffffffff fffffffffffffffe -> ffffffff00000001 ffffffffffffffff fffffffffffffffe ffffffffffffffff
1 7fffffff fffffffffffffffe -> 7fffffff00000001 7fffffff fffffffffffffffe ffffffffffffffff
1 80000000 fffffffffffffffe -> 8000000000000001 80000000 fffffffffffffffe ffffffffffffffff
1 8000000000000000 fffffffffffffffe -> 1 8000000000000000 fffffffffffffffe ffffffffffffffff
1 123456789abcdef0 fffffffffffffffe -> 9abcdef000000001 123456789abcdef0 fffffffffffffffe ffffffffffffffff
1 fedcba9876543210 fffffffffffffffe -> 7654321000000001 fedcba9876543210 fffffffffffffffe ffffffffffffffff
1 1 1 -> 100000001 1 1 ffffffffffffffff
1 1 100000001 -> 100000001 1 100000001 ffffffffffffffff
1 1 8000000000000001 -> 100000001 1 8000000000000001 ffffffffffffffff
1 1 0 -> 100000001 1 0 ffffffffffffffff
1 1 0 -> 100000001 1 0 ffffffffffffffff
ffffffffffffffff 0 0 -> ffffffffffffffff 0 0 ffffffffffffffff
ffffffffffffffff 1 0 -> ffffffffffffffff 1 0 ffffffffffffffff
ffffffffffffffff ffffffffffffffff 0 -> ffffffffffffffff ffffffffffffffff 0 ffffffffffffffff
ffffffffffffffff 7fffffff 0 -> ffffffffffffffff 7fffffff 0 ffffffffffffffff
ffffffffffffffff 80000000 0 -> ffffffffffffffff 80000000 0 ffffffffffffffff
ffffffffffffffff 8000000000000000 0 -> ffffffffffffffff 8000000000000000 0 ffffffffffffffff
ffffffffffffffff 123456789abcdef0 0 -> ffffffffffffffff 123456789abcdef0 0 ffffffffffffffff
ffffffffffffffff fedcba9876543210 0 -> ffffffffffffffff fedcba9876543210 0 ffffffffffffffff
ffffffffffffffff 1 ffffffffffffffff -> ffffffffffffffff 1 ffffffffffffffff ffffffffffffffff
ffffffffffffffff 1 fffffffeffffffff -> ffffffffffffffff 1 fffffffeffffffff ffffffffffffffff
ffffffffffffffff 1 7fffffffffffffff -> ffffffffffffffff 1 7fffffffffffffff ffffffffffffffff
ffffffffffffffff 1 fffffffffffffffe -> ffffffffffffffff 1 fffffffffffffffe ffffffffffffffff
ffffffffffffffff 1 ffffffffffffffff -> ffffffffffffffff 1 ffffffffffffffff ffffffffffffffff
7fffffff 0 ffffffff80000000 -> 7fffffff 0 ffffffff80000000 ffffffffffffffff
7fffffff 1 ffffffff80000000 -> 17fffffff 1 ffffffff80000000 ffffffffffffffff
7fffffff ffffffffffffffff ffffffff80000000 -> ffffffff7fffffff ffffffffffffffff ffffffff80000000 ffffffffffffffff
7fffffff 7fffffff ffffffff80000000 -> 7fffffff7fffffff 7fffffff ffffffff80000000 ffffffffffffffff
7fffffff 80000000 ffffffff80000000 -> 800000007fffffff 80000000 ffffffff80000000 ffffffffffffffff
7fffffff 8000000000000000 ffffffff80000000 -> 7fffffff 8000000000000000 ffffffff80000000 ffffffffffffffff
7fffffff 123456789abcdef0 ffffffff80000000 -> 9abcdef07fffffff 123456789abcdef0 ffffffff80000000 ffffffffffffffff
7fffffff fedcba9876543210 ffffffff80000000 -> 765432107fffffff fedcba9876543210 ffffffff80000000 ffffffffffffffff
7fffffff 1 7fffffff -> 17fffffff 1 7fffffff ffffffffffffffff
7fffffff 1 17fffffff -> 17fffffff 1 17fffffff ffffffffffffffff
7fffffff 1 800000007fffffff -> 17fffffff 1 800000007fffffff ffffffffffffffff
7fffffff 1 7ffffffe -> 17fffffff 1 7ffffffe ffffffffffffffff
7fffffff 1 0 -> 17fffffff 1 0 ffffffffffffffff
80000000 0 ffffffff7fffffff -> 80000000 0 ffffffff7fffffff ffffffffffffffff
80000000 1 ffffffff7fffffff -> 180000000 1 ffffffff7fffffff ffffffffffffffff
80000000 ffffffffffffffff ffffffff7fffffff -> ffffffff80000000 ffffffffffffffff ffffffff7fffffff ffffffffffffffff
80000000 7fffffff ffffffff7fffffff -> 7fffffff80000000 7fffffff ffffffff7fffffff ffffffffffffffff
80000000 80000000 ffffffff7fffffff -> 8000000080000000 80000000 ffffffff7fffffff ffffffffffffffff
80000000 8000000000000000 ffffffff7fffffff -> 80000000 8000000000000000 ffffffff7fffffff ffffffffffffffff
80000000 123456789abcdef0 ffffffff7fffffff -> 9abcdef080000000 123456789abcdef0 ffffffff7fffffff ffffffffffffffff
80000000 fedcba9876543210 ffffffff7fffffff -> 7654321080000000 fedcba9876543210 ffffffff7fffffff ffffffffffffffff
80000000 1 80000000 -> 180000000 1 80000000 ffffffffffffffff
80000000 1 180000000 -> 180000000 1 180000000 ffffffffffffffff
80000000 1 8000000080000000 -> 180000000 1 8000000080000000 ffffffffffffffff
80000000 1 80000001 -> 180000000 1 80000001 ffffffffffffffff
80000000 1 0 -> 180000000 1 0 ffffffffffffffff
8000000000000000 0 7fffffffffffffff -> 8000000000000000 0 7fffffffffffffff ffffffffffffffff
8000000000000000 1 7fffffffffffffff -> 8000000100000000 1 7fffffffffffffff ffffffffffffffff
8000000000000000 ffffffffffffffff 7fffffffffffffff -> ffffffff00000000 ffffffffffffffff 7fffffffffffffff ffffffffffffffff
8000000000000000 7fffffff 7fffffffffffffff -> ffffffff00000000 7fffffff 7fffffffffffffff ffffffffffffffff
8000000000000000 80000000 7fffffffffffffff -> 8000000000000000 80000000 7fffffffffffffff ffffffffffffffff
8000000000000000 8000000000000000 7fffffffffffffff -> 8000000000000000 8000000000000000 7fffffffffffffff ffffffffffffffff
8000000000000000 123456789abcdef0 7fffffffffffffff -> 9abcdef000000000 123456789abcdef0 7fffffffffffffff ffffffffffffffff
8000000000000000 fedcba9876543210 7fffffffffffffff -> f654321000000000 fedcba9876543210 7fffffffffffffff ffffffffffffffff
8000000000000000 1 8000000000000000 -> 8000000100000000 1 8000000000000000 ffffffffffffffff
8000000000000000 1 8000000100000000 -> 8000000100000000 1 8000000100000000 ffffffffffffffff
8000000000000000 1 0 -> 8000000100000000 1 0 ffffffffffffffff
8000000000000000 1 8000000000000001 -> 8000000100000000 1 8000000000000001 ffffffffffffffff
8000000000000000 1 ffffffff80000000 -> 8000000100000000 1 ffffffff80000000 ffffffffffffffff
123456789abcdef0 0 edcba9876543210f -> 123456789abcdef0 0 edcba9876543210f ffffffffffffffff
123456789abcdef0 1 edcba9876543210f -> 123456799abcdef0 1 edcba9876543210f ffffffffffffffff
123456789abcdef0 ffffffffffffffff edcba9876543210f -> ffffffff9abcdef0 ffffffffffffffff edcba9876543210f ffffffffffffffff
123456789abcdef0 7fffffff edcba9876543210f -> 7fffffff9abcdef0 7fffffff edcba9876543210f ffffffffffffffff
123456789abcdef0 80000000 edcba9876543210f -> 923456789abcdef0 80000000 edcba9876543210f ffffffffffffffff
123456789abcdef0 8000000000000000 edcba9876543210f -> 123456789abcdef0 8000000000000000 edcba9876543210f ffffffffffffffff
123456789abcdef0 123456789abcdef0 edcba9876543210f -> 9abcdef89abcdef0 123456789abcdef0 edcba9876543210f ffffffffffffffff
123456789abcdef0 fedcba9876543210 edcba9876543210f -> 767476789abcdef0 fedcba9876543210 edcba9876543210f ffffffffffffffff
123456789abcdef0 1 123456789abcdef0 -> 123456799abcdef0 1 123456789abcdef0 ffffffffffffffff
123456789abcdef0 1 123456799abcdef0 -> 123456799abcdef0 1 123456799abcdef0 ffffffffffffffff
123456789abcdef0 1 923456789abcdef0 -> 123456799abcdef0 1 923456789abcdef0 ffffffffffffffff
123456789abcdef0 1 123456789abcdef1 -> 123456799abcdef0 1 123456789abcdef1 ffffffffffffffff
123456789abcdef0 1 12345678 -> 123456799abcdef0 1 12345678 ffffffffffffffff
fedcba9876543210 0 123456789abcdef -> fedcba9876543210 0 123456789abcdef ffffffffffffffff
fedcba9876543210 1 123456789abcdef -> fedcba9976543210 1 123456789abcdef ffffffffffffffff
fedcba9876543210 ffffffffffffffff 123456789abcdef -> ffffffff76543210 ffffffffffffffff 123456789abcdef ffffffffffffffff
fedcba9876543210 7fffffff 123456789abcdef -> ffffffff76543210 7fffffff 123456789abcdef ffffffffffffffff
fedcba9876543210 80000000 123456789abcdef -> fedcba9876543210 80000000 123456789abcdef ffffffffffffffff
fedcba9876543210 8000000000000000 123456789abcdef -> fedcba9876543210 8000000000000000 123456789abcdef ffffffffffffffff
fedcba9876543210 123456789abcdef0 123456789abcdef -> fefcfef876543210 123456789abcdef0 123456789abcdef ffffffffffffffff
fedcba9876543210 fedcba9876543210 123456789abcdef -> fedcba9876543210 fedcba9876543210 123456789abcdef ffffffffffffffff
fedcba9876543210 1 fedcba9876543210 -> fedcba9976543210 1 fedcba9876543210 ffffffffffffffff
fedcba9876543210 1 fedcba9976543210 -> fedcba9976543210 1 fedcba9976543210 ffffffffffffffff
fedcba9876543210 1 7edcba9876543210 -> fedcba9976543210 1 7edcba9876543210 ffffffffffffffff
fedcba9876543210 1 fedcba9876543211 -> fedcba9976543210 1 fedcba9876543211 ffffffffffffffff
fedcba9876543210 1 fedcba98 -> fedcba9976543210 1 fedcba98 ffffffffffffffff
program S=0 O=-16
123456789abcdef0 fedcba9876543210 fedcba9876543210 -> 12345678fefcfef0 fedcba9876543210 fedcba9876543210 ffffffffffffffff
123456789abcdef0 fedcba9876543210 fedcba9876543210 -> 12345678fefcfef0 fedcba9876543210 fedcba9876543210 ffffffffffffffff
fedcba9876543210 fedcba9876543210 fedcba9876543210 -> fedcba9876543210 fedcba9876543210 fedcba9876543210 ffffffffffffffff
fedcba9876543210 fedcba9876543210 fedcba9876543210 -> fedcba9876543210 fedcba9876543210 fedcba9876543210 ffffffffffffffff
program S=3 O=-16
123456789abcdef0 fedcba9876543210 123456789abcdef0 -> 12345678fefcfef0 fedcba9876543210 123456789abcdef0 ffffffffffffffff
123456789abcdef0 fedcba9876543210 edcba9876543210f -> 12345678fefcfef0 fedcba9876543210 edcba9876543210f ffffffffffffffff
fedcba9876543210 fedcba9876543210 fedcba9876543210 -> fedcba9876543210 fedcba9876543210 fedcba9876543210 ffffffffffffffff
fedcba9876543210 fedcba9876543210 123456789abcdef -> fedcba9876543210 fedcba9876543210 123456789abcdef ffffffffffffffff
program S=4 O=-16
123456789abcdef0 fedcba9876543210 123456789abcdef0 -> 12345678fefcfef0 fedcba9876543210 123456789abcdef0 ffffffffffffffff
123456789abcdef0 fedcba9876543210 edcba9876543210f -> 12345678fefcfef0 fedcba9876543210 edcba9876543210f ffffffffffffffff
fedcba9876543210 fedcba9876543210 fedcba9876543210 -> fedcba9876543210 fedcba9876543210 fedcba9876543210 ffffffffffffffff
fedcba9876543210 fedcba9876543210 123456789abcdef -> fedcba9876543210 fedcba9876543210 123456789abcdef ffffffffffffffff
program S=6 O=-16
123456789abcdef0 fedcba9876543210 123456789abcdef0 -> 12345678fefcfef0 fedcba9876543210 123456789abcdef0 ffffffffffffffff
123456789abcdef0 fedcba9876543210 edcba9876543210f -> 12345678fefcfef0 fedcba9876543210 edcba9876543210f ffffffffffffffff
fedcba9876543210 fedcba9876543210 fedcba9876543210 -> fedcba9876543210 fedcba9876543210 fedcba9876543210 ffffffffffffffff
fedcba9876543210 fedcba9876543210 123456789abcdef -> fedcba9876543210 fedcba9876543210 123456789abcdef ffffffffffffffff
program S=9 O=-16
123456789abcdef0 fedcba9876543210 123456789abcdef0 -> 12345678fefcfef0 fedcba9876543210 123456789abcdef0 ffffffffffffffff
123456789abcdef0 fedcba9876543210 edcba9876543210f -> 12345678fefcfef0 fedcba9876543210 edcba9876543210f ffffffffffffffff
fedcba9876543210 fedcba9876543210 fedcba9876543210 -> fedcba9876543210 fedcba9876543210 fedcba9876543210 ffffffffffffffff
fedcba9876543210 fedcba9876543210 123456789abcdef -> fedcba9876543210 fedcba9876543210 123456789abcdef ffffffffffffffff
