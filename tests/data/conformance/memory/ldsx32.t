LDSX32: 32 bits of memory.
-- asm
r$B = r1
r$D = *(s32 *)(r$B $O)
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0 B=2 O=+0
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f7f7f
123456789abcdef0 fedcba9876543210 -> ffffffff9abcdef0
fedcba9876543210 123456789abcdef0 -> 76543210
program D=0 B=2 O=+1 !linux
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f7f7f
123456789abcdef0 fedcba9876543210 -> 789abcde
fedcba9876543210 123456789abcdef0 -> ffffffff98765432
program D=0 B=2 O=+3 !linux
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f7f7f
123456789abcdef0 fedcba9876543210 -> 3456789a
fedcba9876543210 123456789abcdef0 -> ffffffffdcba9876
program D=0 B=2 O=+4
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f7f7f
123456789abcdef0 fedcba9876543210 -> 12345678
fedcba9876543210 123456789abcdef0 -> fffffffffedcba98
program D=0 B=2 O=+5 !linux
0 ffffffffffffffff -> ffffffffff000000
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff807f7f7f
123456789abcdef0 fedcba9876543210 -> 10123456
fedcba9876543210 123456789abcdef0 -> fffffffff0fedcba
program D=0 B=2 O=+11 !linux
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> ffffffffdcba9876
fedcba9876543210 123456789abcdef0 -> 3456789a
program D=0 B=2 O=+12
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> fffffffffedcba98
fedcba9876543210 123456789abcdef0 -> 12345678
program D=2 B=2 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> ffffffff9abcdef0
program D=3 B=2 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> ffffffff9abcdef0
program D=0 B=0 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> ffffffff9abcdef0
program D=9 B=6 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> ffffffff9abcdef0
program D=6 B=9 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> ffffffff9abcdef0
program D=4 B=4 O=+8
0 ffffffffffffffff -> ffffffffffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffff80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> ffffffff9abcdef0
