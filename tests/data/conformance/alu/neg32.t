NEG, 32 bits.
-- asm
r$D = *(u64 *)(r1 +0)
w$D = -w$D
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0
0 -> 0
1 -> ffffffff
2 -> fffffffe
7 -> fffffff9
64 -> ffffff9c
ffffffffffffffff -> 1
fffffffffffffffe -> 2
7fffffff -> 80000001
80000000 -> 80000000
ffffffff -> 1
100000000 -> 0
ffffffff80000000 -> 80000000
7fffffffffffffff -> 1
8000000000000000 -> 0
8000000000000001 -> ffffffff
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
ff00ff80008000 -> 7fff8000
program D=2
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
program D=3
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
program D=4
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
program D=5
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
program D=6
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
program D=9
123456789abcdef0 -> 65432110
fedcba9876543210 -> 89abcdf0
