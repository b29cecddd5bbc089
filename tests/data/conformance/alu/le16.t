LE16, on a little-endian machine.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = le16 r$D
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
ffffffffffffffff -> ffff
fffffffffffffffe -> fffe
7fffffff -> ffff
80000000 -> 0
ffffffff -> ffff
100000000 -> 0
ffffffff80000000 -> 0
7fffffffffffffff -> ffff
8000000000000000 -> 0
8000000000000001 -> 1
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
ff00ff80008000 -> 8000
program D=2
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
program D=3
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
program D=4
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
program D=5
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
program D=6
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
program D=9
123456789abcdef0 -> def0
fedcba9876543210 -> 3210
