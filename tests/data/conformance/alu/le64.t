LE64, on a little-endian machine.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = le64 r$D
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
ffffffffffffffff -> ffffffffffffffff
fffffffffffffffe -> fffffffffffffffe
7fffffff -> 7fffffff
80000000 -> 80000000
ffffffff -> ffffffff
100000000 -> 100000000
ffffffff80000000 -> ffffffff80000000
7fffffffffffffff -> 7fffffffffffffff
8000000000000000 -> 8000000000000000
8000000000000001 -> 8000000000000001
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
ff00ff80008000 -> ff00ff80008000
program D=2
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
program D=3
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
program D=4
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
program D=5
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
program D=6
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
program D=9
123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 -> fedcba9876543210
