NEG, 64 bits.
-- asm
r$D = *(u64 *)(r1 +0)
r$D = -r$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0
0 -> 0
1 -> ffffffffffffffff
2 -> fffffffffffffffe
7 -> fffffffffffffff9
64 -> ffffffffffffff9c
ffffffffffffffff -> 1
fffffffffffffffe -> 2
7fffffff -> ffffffff80000001
80000000 -> ffffffff80000000
ffffffff -> ffffffff00000001
100000000 -> ffffffff00000000
ffffffff80000000 -> 80000000
7fffffffffffffff -> 8000000000000001
8000000000000000 -> 8000000000000000
8000000000000001 -> 7fffffffffffffff
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
ff00ff80008000 -> ff00ff007fff8000
program D=2
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
program D=3
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
program D=4
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
program D=5
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
program D=6
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
program D=9
123456789abcdef0 -> edcba98765432110
fedcba9876543210 -> 123456789abcdf0
