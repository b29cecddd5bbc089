SMOD, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D s%= w$S
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
1 0 -> 1
1 1 -> 0
1 2 -> 1
1 3 -> 1
1 a -> 1
1 ffffffffffffffff -> 0
1 fffffffffffffffe -> 1
1 fffffffffffffff6 -> 1
1 7fffffff -> 1
1 80000000 -> 1
1 ffffffff -> 0
1 100000000 -> 1
1 ffffffff80000000 -> 1
1 7fffffffffffffff -> 0
1 8000000000000000 -> 1
1 123456789abcdef0 -> 1
2 0 -> 2
2 1 -> 0
2 2 -> 0
2 3 -> 2
2 a -> 2
2 ffffffffffffffff -> 0
2 fffffffffffffffe -> 0
2 fffffffffffffff6 -> 2
2 7fffffff -> 2
2 80000000 -> 2
2 ffffffff -> 0
2 100000000 -> 2
2 ffffffff80000000 -> 2
2 7fffffffffffffff -> 0
2 8000000000000000 -> 2
2 123456789abcdef0 -> 2
7 0 -> 7
7 1 -> 0
7 2 -> 1
7 3 -> 1
7 a -> 7
7 ffffffffffffffff -> 0
7 fffffffffffffffe -> 1
7 fffffffffffffff6 -> 7
7 7fffffff -> 7
7 80000000 -> 7
7 ffffffff -> 0
7 100000000 -> 7
7 ffffffff80000000 -> 7
7 7fffffffffffffff -> 0
7 8000000000000000 -> 7
7 123456789abcdef0 -> 7
64 0 -> 64
64 1 -> 0
64 2 -> 0
64 3 -> 1
64 a -> 0
64 ffffffffffffffff -> 0
64 fffffffffffffffe -> 0
64 fffffffffffffff6 -> 0
64 7fffffff -> 64
64 80000000 -> 64
64 ffffffff -> 0
64 100000000 -> 64
64 ffffffff80000000 -> 64
64 7fffffffffffffff -> 0
64 8000000000000000 -> 64
64 123456789abcdef0 -> 64
ffffffffffffffff 0 -> ffffffff
ffffffffffffffff 1 -> 0
ffffffffffffffff 2 -> ffffffff
ffffffffffffffff 3 -> ffffffff
ffffffffffffffff a -> ffffffff
ffffffffffffffff ffffffffffffffff -> 0
ffffffffffffffff fffffffffffffffe -> ffffffff
ffffffffffffffff fffffffffffffff6 -> ffffffff
ffffffffffffffff 7fffffff -> ffffffff
ffffffffffffffff 80000000 -> ffffffff
ffffffffffffffff ffffffff -> 0
ffffffffffffffff 100000000 -> ffffffff
ffffffffffffffff ffffffff80000000 -> ffffffff
ffffffffffffffff 7fffffffffffffff -> 0
ffffffffffffffff 8000000000000000 -> ffffffff
ffffffffffffffff 123456789abcdef0 -> ffffffff
fffffffffffffffe 0 -> fffffffe
fffffffffffffffe 1 -> 0
fffffffffffffffe 2 -> 0
fffffffffffffffe 3 -> fffffffe
fffffffffffffffe a -> fffffffe
fffffffffffffffe ffffffffffffffff -> 0
fffffffffffffffe fffffffffffffffe -> 0
fffffffffffffffe fffffffffffffff6 -> fffffffe
fffffffffffffffe 7fffffff -> fffffffe
fffffffffffffffe 80000000 -> fffffffe
fffffffffffffffe ffffffff -> 0
fffffffffffffffe 100000000 -> fffffffe
fffffffffffffffe ffffffff80000000 -> fffffffe
fffffffffffffffe 7fffffffffffffff -> 0
fffffffffffffffe 8000000000000000 -> fffffffe
fffffffffffffffe 123456789abcdef0 -> fffffffe
7fffffff 0 -> 7fffffff
7fffffff 1 -> 0
7fffffff 2 -> 1
7fffffff 3 -> 1
7fffffff a -> 7
7fffffff ffffffffffffffff -> 0
7fffffff fffffffffffffffe -> 1
7fffffff fffffffffffffff6 -> 7
7fffffff 7fffffff -> 0
7fffffff 80000000 -> 7fffffff
7fffffff ffffffff -> 0
7fffffff 100000000 -> 7fffffff
7fffffff ffffffff80000000 -> 7fffffff
7fffffff 7fffffffffffffff -> 0
7fffffff 8000000000000000 -> 7fffffff
7fffffff 123456789abcdef0 -> 1abcdeef
80000000 0 -> 80000000
80000000 1 -> 0
80000000 2 -> 0
80000000 3 -> fffffffe
80000000 a -> fffffff8
80000000 ffffffffffffffff -> 0
80000000 fffffffffffffffe -> 0
80000000 fffffffffffffff6 -> fffffff8
80000000 7fffffff -> ffffffff
80000000 80000000 -> 0
80000000 ffffffff -> 0
80000000 100000000 -> 80000000
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 0
80000000 8000000000000000 -> 80000000
80000000 123456789abcdef0 -> e5432110
ffffffff 0 -> ffffffff
ffffffff 1 -> 0
ffffffff 2 -> ffffffff
ffffffff 3 -> ffffffff
ffffffff a -> ffffffff
ffffffff ffffffffffffffff -> 0
ffffffff fffffffffffffffe -> ffffffff
ffffffff fffffffffffffff6 -> ffffffff
ffffffff 7fffffff -> ffffffff
ffffffff 80000000 -> ffffffff
ffffffff ffffffff -> 0
ffffffff 100000000 -> ffffffff
ffffffff ffffffff80000000 -> ffffffff
ffffffff 7fffffffffffffff -> 0
ffffffff 8000000000000000 -> ffffffff
ffffffff 123456789abcdef0 -> ffffffff
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
ffffffff80000000 0 -> 80000000
ffffffff80000000 1 -> 0
ffffffff80000000 2 -> 0
ffffffff80000000 3 -> fffffffe
ffffffff80000000 a -> fffffff8
ffffffff80000000 ffffffffffffffff -> 0
ffffffff80000000 fffffffffffffffe -> 0
ffffffff80000000 fffffffffffffff6 -> fffffff8
ffffffff80000000 7fffffff -> ffffffff
ffffffff80000000 80000000 -> 0
ffffffff80000000 ffffffff -> 0
ffffffff80000000 100000000 -> 80000000
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 0
ffffffff80000000 8000000000000000 -> 80000000
ffffffff80000000 123456789abcdef0 -> e5432110
7fffffffffffffff 0 -> ffffffff
7fffffffffffffff 1 -> 0
7fffffffffffffff 2 -> ffffffff
7fffffffffffffff 3 -> ffffffff
7fffffffffffffff a -> ffffffff
7fffffffffffffff ffffffffffffffff -> 0
7fffffffffffffff fffffffffffffffe -> ffffffff
7fffffffffffffff fffffffffffffff6 -> ffffffff
7fffffffffffffff 7fffffff -> ffffffff
7fffffffffffffff 80000000 -> ffffffff
7fffffffffffffff ffffffff -> 0
7fffffffffffffff 100000000 -> ffffffff
7fffffffffffffff ffffffff80000000 -> ffffffff
7fffffffffffffff 7fffffffffffffff -> 0
7fffffffffffffff 8000000000000000 -> ffffffff
7fffffffffffffff 123456789abcdef0 -> ffffffff
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
8000000000000001 0 -> 1
8000000000000001 1 -> 0
8000000000000001 2 -> 1
8000000000000001 3 -> 1
8000000000000001 a -> 1
8000000000000001 ffffffffffffffff -> 0
8000000000000001 fffffffffffffffe -> 1
8000000000000001 fffffffffffffff6 -> 1
8000000000000001 7fffffff -> 1
8000000000000001 80000000 -> 1
8000000000000001 ffffffff -> 0
8000000000000001 100000000 -> 1
8000000000000001 ffffffff80000000 -> 1
8000000000000001 7fffffffffffffff -> 0
8000000000000001 8000000000000000 -> 1
8000000000000001 123456789abcdef0 -> 1
123456789abcdef0 0 -> 9abcdef0
123456789abcdef0 1 -> 0
123456789abcdef0 2 -> 0
123456789abcdef0 3 -> ffffffff
123456789abcdef0 a -> fffffffe
123456789abcdef0 ffffffffffffffff -> 0
123456789abcdef0 fffffffffffffffe -> 0
123456789abcdef0 fffffffffffffff6 -> fffffffe
123456789abcdef0 7fffffff -> 9abcdef0
123456789abcdef0 80000000 -> 9abcdef0
123456789abcdef0 ffffffff -> 0
123456789abcdef0 100000000 -> 9abcdef0
123456789abcdef0 ffffffff80000000 -> 9abcdef0
123456789abcdef0 7fffffffffffffff -> 0
123456789abcdef0 8000000000000000 -> 9abcdef0
123456789abcdef0 123456789abcdef0 -> 0
fedcba9876543210 0 -> 76543210
fedcba9876543210 1 -> 0
fedcba9876543210 2 -> 0
fedcba9876543210 3 -> 1
fedcba9876543210 a -> 8
fedcba9876543210 ffffffffffffffff -> 0
fedcba9876543210 fffffffffffffffe -> 0
fedcba9876543210 fffffffffffffff6 -> 8
fedcba9876543210 7fffffff -> 76543210
fedcba9876543210 80000000 -> 76543210
fedcba9876543210 ffffffff -> 0
fedcba9876543210 100000000 -> 76543210
fedcba9876543210 ffffffff80000000 -> 76543210
fedcba9876543210 7fffffffffffffff -> 0
fedcba9876543210 8000000000000000 -> 76543210
fedcba9876543210 123456789abcdef0 -> 11111100
ff00ff80008000 0 -> 80008000
ff00ff80008000 1 -> 0
ff00ff80008000 2 -> 0
ff00ff80008000 3 -> 0
ff00ff80008000 a -> 0
ff00ff80008000 ffffffffffffffff -> 0
ff00ff80008000 fffffffffffffffe -> 0
ff00ff80008000 fffffffffffffff6 -> 0
ff00ff80008000 7fffffff -> 80008000
ff00ff80008000 80000000 -> 80008000
ff00ff80008000 ffffffff -> 0
ff00ff80008000 100000000 -> 80008000
ff00ff80008000 ffffffff80000000 -> 80008000
ff00ff80008000 7fffffffffffffff -> 0
ff00ff80008000 8000000000000000 -> 80008000
ff00ff80008000 123456789abcdef0 -> e543a110
program D=0 S=3
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=0 S=4
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=0 S=5
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=0 S=6
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=0 S=9
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=2 S=0
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=2 S=3
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=2 S=4
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=2 S=5
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=2 S=6
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=2 S=9
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=3 S=0
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=3 S=2
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=3 S=4
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=3 S=5
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=3 S=6
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=3 S=9
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=4 S=0
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=4 S=2
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=4 S=3
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=4 S=5
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=4 S=6
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=4 S=9
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=5 S=0
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=5 S=2
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=5 S=3
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=5 S=4
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=5 S=6
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=5 S=9
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=6 S=0
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=6 S=2
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=6 S=3
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=6 S=4
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=6 S=5
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=6 S=9
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=9 S=0
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=9 S=2
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=9 S=3
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=9 S=4
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=9 S=5
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
program D=9 S=6
fedcba9876543210 d -> 4
edcba98765432110 80000000fffffff1 -> 7
