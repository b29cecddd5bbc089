LE32, on a little-endian machine.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = le32 r$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0
0 -> 0
1 -> 1
2 -> 2
7 -> 7
64 -> 64
ffffffffffffffff -> ffffffff
fffffffffffffffe -> fffffffe
7fffffff -> 7fffffff
80000000 -> 80000000
ffffffff -> ffffffff
100000000 -> 0
ffffffff80000000 -> 80000000
7fffffffffffffff -> ffffffff
8000000000000000 -> 0
8000000000000001 -> 1
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
ff00ff80008000 -> 80008000
program D=2
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
program D=3
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
program D=4
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
program D=5
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
program D=6
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
program D=9
123456789abcdef0 -> 9abcdef0
fedcba9876543210 -> 76543210
