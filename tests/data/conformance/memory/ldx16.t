LDX16: 16 bits of memory.
-- asm
r$B = r1
r$D = *(u16 *)(r$B $O)
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0 B=2 O=+0
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> def0
fedcba9876543210 123456789abcdef0 -> 3210
program D=0 B=2 O=+1 !linux
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> bcde
fedcba9876543210 123456789abcdef0 -> 5432
program D=0 B=2 O=+2
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 9abc
fedcba9876543210 123456789abcdef0 -> 7654
program D=0 B=2 O=+3 !linux
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 789a
fedcba9876543210 123456789abcdef0 -> 9876
program D=0 B=2 O=+6
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 1234
fedcba9876543210 123456789abcdef0 -> fedc
program D=0 B=2 O=+7 !linux
0 ffffffffffffffff -> ff00
7f7f7f7f7f7f7f7f 8080808080808080 -> 807f
123456789abcdef0 fedcba9876543210 -> 1012
fedcba9876543210 123456789abcdef0 -> f0fe
program D=0 B=2 O=+13 !linux
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> dcba
fedcba9876543210 123456789abcdef0 -> 3456
program D=0 B=2 O=+14
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> fedc
fedcba9876543210 123456789abcdef0 -> 1234
program D=2 B=2 O=+8
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> 3210
fedcba9876543210 123456789abcdef0 -> def0
program D=3 B=2 O=+8
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> 3210
fedcba9876543210 123456789abcdef0 -> def0
program D=0 B=0 O=+8
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> 3210
fedcba9876543210 123456789abcdef0 -> def0
program D=9 B=6 O=+8
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> 3210
fedcba9876543210 123456789abcdef0 -> def0
program D=6 B=9 O=+8
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> 3210
fedcba9876543210 123456789abcdef0 -> def0
program D=4 B=4 O=+8
0 ffffffffffffffff -> ffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 8080
123456789abcdef0 fedcba9876543210 -> 3210
fedcba9876543210 123456789abcdef0 -> def0
