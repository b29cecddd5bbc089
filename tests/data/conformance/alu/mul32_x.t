MUL, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D *= w$S
*(u64 *)(r1 +64) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=0 S=2
0 0 -> 0
0 1 -> 0
0 2 -> 0
0 3 -> 0
0 a -> 0
0 ffffffffffffffff -> 0
0 fffffffffffffffe -> 0
0 fffffffffffffff6 -> 0
0 7fffffff -> 0
0 80000000 -> 0
0 ffffffff -> 0
0 100000000 -> 0
0 ffffffff80000000 -> 0
0 7fffffffffffffff -> 0
0 8000000000000000 -> 0
0 123456789abcdef0 -> 0
1 0 -> 0
1 1 -> 1
1 2 -> 2
1 3 -> 3
1 a -> a
1 ffffffffffffffff -> ffffffff
1 fffffffffffffffe -> fffffffe
1 fffffffffffffff6 -> fffffff6
1 7fffffff -> 7fffffff
1 80000000 -> 80000000
1 ffffffff -> ffffffff
1 100000000 -> 0
1 ffffffff80000000 -> 80000000
1 7fffffffffffffff -> ffffffff
1 8000000000000000 -> 0
1 123456789abcdef0 -> 9abcdef0
2 0 -> 0
2 1 -> 2
2 2 -> 4
2 3 -> 6
2 a -> 14
2 ffffffffffffffff -> fffffffe
2 fffffffffffffffe -> fffffffc
2 fffffffffffffff6 -> ffffffec
2 7fffffff -> fffffffe
2 80000000 -> 0
2 ffffffff -> fffffffe
2 100000000 -> 0
2 ffffffff80000000 -> 0
2 7fffffffffffffff -> fffffffe
2 8000000000000000 -> 0
2 123456789abcdef0 -> 3579bde0
7 0 -> 0
7 1 -> 7
7 2 -> e
7 3 -> 15
7 a -> 46
7 ffffffffffffffff -> fffffff9
7 fffffffffffffffe -> fffffff2
7 fffffffffffffff6 -> ffffffba
7 7fffffff -> 7ffffff9
7 80000000 -> 80000000
7 ffffffff -> fffffff9
7 100000000 -> 0
7 ffffffff80000000 -> 80000000
7 7fffffffffffffff -> fffffff9
7 8000000000000000 -> 0
7 123456789abcdef0 -> 3b2a1890
64 0 -> 0
64 1 -> 64
64 2 -> c8
64 3 -> 12c
64 a -> 3e8
64 ffffffffffffffff -> ffffff9c
64 fffffffffffffffe -> ffffff38
64 fffffffffffffff6 -> fffffc18
64 7fffffff -> ffffff9c
64 80000000 -> 0
64 ffffffff -> ffffff9c
64 100000000 -> 0
64 ffffffff80000000 -> 0
64 7fffffffffffffff -> ffffff9c
64 8000000000000000 -> 0
64 123456789abcdef0 -> 71c715c0
ffffffffffffffff 0 -> 0
ffffffffffffffff 1 -> ffffffff
ffffffffffffffff 2 -> fffffffe
ffffffffffffffff 3 -> fffffffd
ffffffffffffffff a -> fffffff6
ffffffffffffffff ffffffffffffffff -> 1
ffffffffffffffff fffffffffffffffe -> 2
ffffffffffffffff fffffffffffffff6 -> a
ffffffffffffffff 7fffffff -> 80000001
ffffffffffffffff 80000000 -> 80000000
ffffffffffffffff ffffffff -> 1
ffffffffffffffff 100000000 -> 0
ffffffffffffffff ffffffff80000000 -> 80000000
ffffffffffffffff 7fffffffffffffff -> 1
ffffffffffffffff 8000000000000000 -> 0
ffffffffffffffff 123456789abcdef0 -> 65432110
fffffffffffffffe 0 -> 0
fffffffffffffffe 1 -> fffffffe
fffffffffffffffe 2 -> fffffffc
fffffffffffffffe 3 -> fffffffa
fffffffffffffffe a -> ffffffec
fffffffffffffffe ffffffffffffffff -> 2
fffffffffffffffe fffffffffffffffe -> 4
fffffffffffffffe fffffffffffffff6 -> 14
fffffffffffffffe 7fffffff -> 2
fffffffffffffffe 80000000 -> 0
fffffffffffffffe ffffffff -> 2
fffffffffffffffe 100000000 -> 0
fffffffffffffffe ffffffff80000000 -> 0
fffffffffffffffe 7fffffffffffffff -> 2
fffffffffffffffe 8000000000000000 -> 0
fffffffffffffffe 123456789abcdef0 -> ca864220
7fffffff 0 -> 0
7fffffff 1 -> 7fffffff
7fffffff 2 -> fffffffe
7fffffff 3 -> 7ffffffd
7fffffff a -> fffffff6
7fffffff ffffffffffffffff -> 80000001
7fffffff fffffffffffffffe -> 2
7fffffff fffffffffffffff6 -> a
7fffffff 7fffffff -> 1
7fffffff 80000000 -> 80000000
7fffffff ffffffff -> 80000001
7fffffff 100000000 -> 0
7fffffff ffffffff80000000 -> 80000000
7fffffff 7fffffffffffffff -> 80000001
7fffffff 8000000000000000 -> 0
7fffffff 123456789abcdef0 -> 65432110
80000000 0 -> 0
80000000 1 -> 80000000
80000000 2 -> 0
80000000 3 -> 80000000
80000000 a -> 0
80000000 ffffffffffffffff -> 80000000
80000000 fffffffffffffffe -> 0
80000000 fffffffffffffff6 -> 0
80000000 7fffffff -> 80000000
80000000 80000000 -> 0
80000000 ffffffff -> 80000000
80000000 100000000 -> 0
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 80000000
80000000 8000000000000000 -> 0
80000000 123456789abcdef0 -> 0
ffffffff 0 -> 0
ffffffff 1 -> ffffffff
ffffffff 2 -> fffffffe
ffffffff 3 -> fffffffd
ffffffff a -> fffffff6
ffffffff ffffffffffffffff -> 1
ffffffff fffffffffffffffe -> 2
ffffffff fffffffffffffff6 -> a
ffffffff 7fffffff -> 80000001
ffffffff 80000000 -> 80000000
ffffffff ffffffff -> 1
ffffffff 100000000 -> 0
ffffffff ffffffff80000000 -> 80000000
ffffffff 7fffffffffffffff -> 1
ffffffff 8000000000000000 -> 0
ffffffff 123456789abcdef0 -> 65432110
100000000 0 -> 0
100000000 1 -> 0
100000000 2 -> 0
100000000 3 -> 0
100000000 a -> 0
100000000 ffffffffffffffff -> 0
100000000 fffffffffffffffe -> 0
100000000 fffffffffffffff6 -> 0
100000000 7fffffff -> 0
100000000 80000000 -> 0
100000000 ffffffff -> 0
100000000 100000000 -> 0
100000000 ffffffff80000000 -> 0
100000000 7fffffffffffffff -> 0
100000000 8000000000000000 -> 0
100000000 123456789abcdef0 -> 0
ffffffff80000000 0 -> 0
ffffffff80000000 1 -> 80000000
ffffffff80000000 2 -> 0
ffffffff80000000 3 -> 80000000
ffffffff80000000 a -> 0
ffffffff80000000 ffffffffffffffff -> 80000000
ffffffff80000000 fffffffffffffffe -> 0
ffffffff80000000 fffffffffffffff6 -> 0
ffffffff80000000 7fffffff -> 80000000
ffffffff80000000 80000000 -> 0
ffffffff80000000 ffffffff -> 80000000
ffffffff80000000 100000000 -> 0
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 80000000
ffffffff80000000 8000000000000000 -> 0
ffffffff80000000 123456789abcdef0 -> 0
7fffffffffffffff 0 -> 0
7fffffffffffffff 1 -> ffffffff
7fffffffffffffff 2 -> fffffffe
7fffffffffffffff 3 -> fffffffd
7fffffffffffffff a -> fffffff6
7fffffffffffffff ffffffffffffffff -> 1
7fffffffffffffff fffffffffffffffe -> 2
7fffffffffffffff fffffffffffffff6 -> a
7fffffffffffffff 7fffffff -> 80000001
7fffffffffffffff 80000000 -> 80000000
7fffffffffffffff ffffffff -> 1
7fffffffffffffff 100000000 -> 0
7fffffffffffffff ffffffff80000000 -> 80000000
7fffffffffffffff 7fffffffffffffff -> 1
7fffffffffffffff 8000000000000000 -> 0
7fffffffffffffff 123456789abcdef0 -> 65432110
8000000000000000 0 -> 0
8000000000000000 1 -> 0
8000000000000000 2 -> 0
8000000000000000 3 -> 0
8000000000000000 a -> 0
8000000000000000 ffffffffffffffff -> 0
8000000000000000 fffffffffffffffe -> 0
8000000000000000 fffffffffffffff6 -> 0
8000000000000000 7fffffff -> 0
8000000000000000 80000000 -> 0
8000000000000000 ffffffff -> 0
8000000000000000 100000000 -> 0
8000000000000000 ffffffff80000000 -> 0
8000000000000000 7fffffffffffffff -> 0
8000000000000000 8000000000000000 -> 0
8000000000000000 123456789abcdef0 -> 0
8000000000000001 0 -> 0
8000000000000001 1 -> 1
8000000000000001 2 -> 2
8000000000000001 3 -> 3
8000000000000001 a -> a
8000000000000001 ffffffffffffffff -> ffffffff
8000000000000001 fffffffffffffffe -> fffffffe
8000000000000001 fffffffffffffff6 -> fffffff6
8000000000000001 7fffffff -> 7fffffff
8000000000000001 80000000 -> 80000000
8000000000000001 ffffffff -> ffffffff
8000000000000001 100000000 -> 0
8000000000000001 ffffffff80000000 -> 80000000
8000000000000001 7fffffffffffffff -> ffffffff
8000000000000001 8000000000000000 -> 0
8000000000000001 123456789abcdef0 -> 9abcdef0
123456789abcdef0 0 -> 0
123456789abcdef0 1 -> 9abcdef0
123456789abcdef0 2 -> 3579bde0
123456789abcdef0 3 -> d0369cd0
123456789abcdef0 a -> b60b560
123456789abcdef0 ffffffffffffffff -> 65432110
123456789abcdef0 fffffffffffffffe -> ca864220
123456789abcdef0 fffffffffffffff6 -> f49f4aa0
123456789abcdef0 7fffffff -> 65432110
123456789abcdef0 80000000 -> 0
123456789abcdef0 ffffffff -> 65432110
123456789abcdef0 100000000 -> 0
123456789abcdef0 ffffffff80000000 -> 0
123456789abcdef0 7fffffffffffffff -> 65432110
123456789abcdef0 8000000000000000 -> 0
123456789abcdef0 123456789abcdef0 -> f2a52100
fedcba9876543210 0 -> 0
fedcba9876543210 1 -> 76543210
fedcba9876543210 2 -> eca86420
fedcba9876543210 3 -> 62fc9630
fedcba9876543210 a -> 9f49f4a0
fedcba9876543210 ffffffffffffffff -> 89abcdf0
fedcba9876543210 fffffffffffffffe -> 13579be0
fedcba9876543210 fffffffffffffff6 -> 60b60b60
fedcba9876543210 7fffffff -> 89abcdf0
fedcba9876543210 80000000 -> 0
fedcba9876543210 ffffffff -> 89abcdf0
fedcba9876543210 100000000 -> 0
fedcba9876543210 ffffffff80000000 -> 0
fedcba9876543210 7fffffffffffffff -> 89abcdf0
fedcba9876543210 8000000000000000 -> 0
fedcba9876543210 123456789abcdef0 -> 5618cf00
ff00ff80008000 0 -> 0
ff00ff80008000 1 -> 80008000
ff00ff80008000 2 -> 10000
ff00ff80008000 3 -> 80018000
ff00ff80008000 a -> 50000
ff00ff80008000 ffffffffffffffff -> 7fff8000
ff00ff80008000 fffffffffffffffe -> ffff0000
ff00ff80008000 fffffffffffffff6 -> fffb0000
ff00ff80008000 7fffffff -> 7fff8000
ff00ff80008000 80000000 -> 0
ff00ff80008000 ffffffff -> 7fff8000
ff00ff80008000 100000000 -> 0
ff00ff80008000 ffffffff80000000 -> 0
ff00ff80008000 7fffffffffffffff -> 7fff8000
ff00ff80008000 8000000000000000 -> 0
ff00ff80008000 123456789abcdef0 -> 6f780000
program D=0 S=3
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=0 S=4
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=0 S=5
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=0 S=6
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=0 S=9
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=2 S=0
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=2 S=3
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=2 S=4
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=2 S=5
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=2 S=6
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=2 S=9
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=3 S=0
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=3 S=2
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=3 S=4
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=3 S=5
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=3 S=6
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=3 S=9
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=4 S=0
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=4 S=2
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=4 S=3
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=4 S=5
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=4 S=6
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=4 S=9
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=5 S=0
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=5 S=2
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=5 S=3
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=5 S=4
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=5 S=6
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=5 S=9
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=6 S=0
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=6 S=2
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=6 S=3
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=6 S=4
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=6 S=5
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=6 S=9
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=9 S=0
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=9 S=2
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=9 S=3
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=9 S=4
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=9 S=5
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
program D=9 S=6
fedcba9876543210 d -> 2468ad0
edcba98765432110 80000000fffffff1 -> 11111010
