BSWAP64, on a little-endian machine.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = bswap64 r$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0
0 -> 0
1 -> 100000000000000
2 -> 200000000000000
7 -> 700000000000000
64 -> 6400000000000000
ffffffffffffffff -> ffffffffffffffff
fffffffffffffffe -> feffffffffffffff
7fffffff -> ffffff7f00000000
80000000 -> 8000000000
ffffffff -> ffffffff00000000
100000000 -> 1000000
ffffffff80000000 -> 80ffffffff
7fffffffffffffff -> ffffffffffffff7f
8000000000000000 -> 80
8000000000000001 -> 100000000000080
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
ff00ff80008000 -> 800080ff00ff00
program D=2
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
program D=3
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
program D=4
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
program D=5
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
program D=6
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
program D=9
123456789abcdef0 -> f0debc9a78563412
fedcba9876543210 -> 1032547698badcfe
