LDSX8: 8 bits of memory.
-- asm
r$B = r1
r$D = *(s8 *)(r$B $O)
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0 B=2 O=+0
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> fffffffffffffff0
fedcba9876543210 123456789abcdef0 -> 10
program D=0 B=2 O=+1
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffffde
fedcba9876543210 123456789abcdef0 -> 32
program D=0 B=2 O=+3
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffff9a
fedcba9876543210 123456789abcdef0 -> 76
program D=0 B=2 O=+7
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> 12
fedcba9876543210 123456789abcdef0 -> fffffffffffffffe
program D=0 B=2 O=+14
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> ffffffffffffffdc
fedcba9876543210 123456789abcdef0 -> 34
program D=0 B=2 O=+15
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> fffffffffffffffe
fedcba9876543210 123456789abcdef0 -> 12
program D=2 B=2 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> 10
fedcba9876543210 123456789abcdef0 -> fffffffffffffff0
program D=3 B=2 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> 10
fedcba9876543210 123456789abcdef0 -> fffffffffffffff0
program D=0 B=0 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> 10
fedcba9876543210 123456789abcdef0 -> fffffffffffffff0
program D=9 B=6 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> 10
fedcba9876543210 123456789abcdef0 -> fffffffffffffff0
program D=6 B=9 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> 10
fedcba9876543210 123456789abcdef0 -> fffffffffffffff0
program D=4 B=4 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> 10
fedcba9876543210 123456789abcdef0 -> fffffffffffffff0
