BE32, on a little-endian machine.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = be32 r$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0
0 -> 0
1 -> 1000000
2 -> 2000000
7 -> 7000000
64 -> 64000000
ffffffffffffffff -> ffffffff
fffffffffffffffe -> feffffff
7fffffff -> ffffff7f
80000000 -> 80
ffffffff -> ffffffff
100000000 -> 0
ffffffff80000000 -> 80
7fffffffffffffff -> ffffffff
8000000000000000 -> 0
8000000000000001 -> 1000000
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
ff00ff80008000 -> 800080
program D=2
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
program D=3
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
program D=4
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
program D=5
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
program D=6
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
program D=9
123456789abcdef0 -> f0debc9a
fedcba9876543210 -> 10325476
