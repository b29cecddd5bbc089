BE16, on a little-endian machine.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = be16 r$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0
0 -> 0
1 -> 100
2 -> 200
7 -> 700
64 -> 6400
ffffffffffffffff -> ffff
fffffffffffffffe -> feff
7fffffff -> ffff
80000000 -> 0
ffffffff -> ffff
100000000 -> 0
ffffffff80000000 -> 0
7fffffffffffffff -> ffff
8000000000000000 -> 0
8000000000000001 -> 100
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
ff00ff80008000 -> 80
program D=2
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
program D=3
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
program D=4
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
program D=5
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
program D=6
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
program D=9
123456789abcdef0 -> f0de
fedcba9876543210 -> 1032
