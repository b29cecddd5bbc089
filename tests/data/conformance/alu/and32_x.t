AND, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D &= w$S
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
1 2 -> 0
1 3 -> 1
1 a -> 0
1 ffffffffffffffff -> 1
1 fffffffffffffffe -> 0
1 fffffffffffffff6 -> 0
1 7fffffff -> 1
1 80000000 -> 0
1 ffffffff -> 1
1 100000000 -> 0
1 ffffffff80000000 -> 0
1 7fffffffffffffff -> 1
1 8000000000000000 -> 0
1 123456789abcdef0 -> 0
2 0 -> 0
2 1 -> 0
2 2 -> 2
2 3 -> 2
2 a -> 2
2 ffffffffffffffff -> 2
2 fffffffffffffffe -> 2
2 fffffffffffffff6 -> 2
2 7fffffff -> 2
2 80000000 -> 0
2 ffffffff -> 2
2 100000000 -> 0
2 ffffffff80000000 -> 0
2 7fffffffffffffff -> 2
2 8000000000000000 -> 0
2 123456789abcdef0 -> 0
7 0 -> 0
7 1 -> 1
7 2 -> 2
7 3 -> 3
7 a -> 2
7 ffffffffffffffff -> 7
7 fffffffffffffffe -> 6
7 fffffffffffffff6 -> 6
7 7fffffff -> 7
7 80000000 -> 0
7 ffffffff -> 7
7 100000000 -> 0
7 ffffffff80000000 -> 0
7 7fffffffffffffff -> 7
7 8000000000000000 -> 0
7 123456789abcdef0 -> 0
64 0 -> 0
64 1 -> 0
64 2 -> 0
64 3 -> 0
64 a -> 0
64 ffffffffffffffff -> 64
64 fffffffffffffffe -> 64
64 fffffffffffffff6 -> 64
64 7fffffff -> 64
64 80000000 -> 0
64 ffffffff -> 64
64 100000000 -> 0
64 ffffffff80000000 -> 0
64 7fffffffffffffff -> 64
64 8000000000000000 -> 0
64 123456789abcdef0 -> 60
ffffffffffffffff 0 -> 0
ffffffffffffffff 1 -> 1
ffffffffffffffff 2 -> 2
ffffffffffffffff 3 -> 3
ffffffffffffffff a -> a
ffffffffffffffff ffffffffffffffff -> ffffffff
ffffffffffffffff fffffffffffffffe -> fffffffe
ffffffffffffffff fffffffffffffff6 -> fffffff6
ffffffffffffffff 7fffffff -> 7fffffff
ffffffffffffffff 80000000 -> 80000000
ffffffffffffffff ffffffff -> ffffffff
ffffffffffffffff 100000000 -> 0
ffffffffffffffff ffffffff80000000 -> 80000000
ffffffffffffffff 7fffffffffffffff -> ffffffff
ffffffffffffffff 8000000000000000 -> 0
ffffffffffffffff 123456789abcdef0 -> 9abcdef0
fffffffffffffffe 0 -> 0
fffffffffffffffe 1 -> 0
fffffffffffffffe 2 -> 2
fffffffffffffffe 3 -> 2
fffffffffffffffe a -> a
fffffffffffffffe ffffffffffffffff -> fffffffe
fffffffffffffffe fffffffffffffffe -> fffffffe
fffffffffffffffe fffffffffffffff6 -> fffffff6
fffffffffffffffe 7fffffff -> 7ffffffe
fffffffffffffffe 80000000 -> 80000000
fffffffffffffffe ffffffff -> fffffffe
fffffffffffffffe 100000000 -> 0
fffffffffffffffe ffffffff80000000 -> 80000000
fffffffffffffffe 7fffffffffffffff -> fffffffe
fffffffffffffffe 8000000000000000 -> 0
fffffffffffffffe 123456789abcdef0 -> 9abcdef0
7fffffff 0 -> 0
7fffffff 1 -> 1
7fffffff 2 -> 2
7fffffff 3 -> 3
7fffffff a -> a
7fffffff ffffffffffffffff -> 7fffffff
7fffffff fffffffffffffffe -> 7ffffffe
7fffffff fffffffffffffff6 -> 7ffffff6
7fffffff 7fffffff -> 7fffffff
7fffffff 80000000 -> 0
7fffffff ffffffff -> 7fffffff
7fffffff 100000000 -> 0
7fffffff ffffffff80000000 -> 0
7fffffff 7fffffffffffffff -> 7fffffff
7fffffff 8000000000000000 -> 0
7fffffff 123456789abcdef0 -> 1abcdef0
80000000 0 -> 0
80000000 1 -> 0
80000000 2 -> 0
80000000 3 -> 0
80000000 a -> 0
80000000 ffffffffffffffff -> 80000000
80000000 fffffffffffffffe -> 80000000
80000000 fffffffffffffff6 -> 80000000
80000000 7fffffff -> 0
80000000 80000000 -> 80000000
80000000 ffffffff -> 80000000
80000000 100000000 -> 0
80000000 ffffffff80000000 -> 80000000
80000000 7fffffffffffffff -> 80000000
80000000 8000000000000000 -> 0
80000000 123456789abcdef0 -> 80000000
ffffffff 0 -> 0
ffffffff 1 -> 1
ffffffff 2 -> 2
ffffffff 3 -> 3
ffffffff a -> a
ffffffff ffffffffffffffff -> ffffffff
ffffffff fffffffffffffffe -> fffffffe
ffffffff fffffffffffffff6 -> fffffff6
ffffffff 7fffffff -> 7fffffff
ffffffff 80000000 -> 80000000
ffffffff ffffffff -> ffffffff
ffffffff 100000000 -> 0
ffffffff ffffffff80000000 -> 80000000
ffffffff 7fffffffffffffff -> ffffffff
ffffffff 8000000000000000 -> 0
ffffffff 123456789abcdef0 -> 9abcdef0
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
ffffffff80000000 1 -> 0
ffffffff80000000 2 -> 0
ffffffff80000000 3 -> 0
ffffffff80000000 a -> 0
ffffffff80000000 ffffffffffffffff -> 80000000
ffffffff80000000 fffffffffffffffe -> 80000000
ffffffff80000000 fffffffffffffff6 -> 80000000
ffffffff80000000 7fffffff -> 0
ffffffff80000000 80000000 -> 80000000
ffffffff80000000 ffffffff -> 80000000
ffffffff80000000 100000000 -> 0
ffffffff80000000 ffffffff80000000 -> 80000000
ffffffff80000000 7fffffffffffffff -> 80000000
ffffffff80000000 8000000000000000 -> 0
ffffffff80000000 123456789abcdef0 -> 80000000
7fffffffffffffff 0 -> 0
7fffffffffffffff 1 -> 1
7fffffffffffffff 2 -> 2
7fffffffffffffff 3 -> 3
7fffffffffffffff a -> a
7fffffffffffffff ffffffffffffffff -> ffffffff
7fffffffffffffff fffffffffffffffe -> fffffffe
7fffffffffffffff fffffffffffffff6 -> fffffff6
7fffffffffffffff 7fffffff -> 7fffffff
7fffffffffffffff 80000000 -> 80000000
7fffffffffffffff ffffffff -> ffffffff
7fffffffffffffff 100000000 -> 0
7fffffffffffffff ffffffff80000000 -> 80000000
7fffffffffffffff 7fffffffffffffff -> ffffffff
7fffffffffffffff 8000000000000000 -> 0
7fffffffffffffff 123456789abcdef0 -> 9abcdef0
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
8000000000000001 2 -> 0
8000000000000001 3 -> 1
8000000000000001 a -> 0
8000000000000001 ffffffffffffffff -> 1
8000000000000001 fffffffffffffffe -> 0
8000000000000001 fffffffffffffff6 -> 0
8000000000000001 7fffffff -> 1
8000000000000001 80000000 -> 0
8000000000000001 ffffffff -> 1
8000000000000001 100000000 -> 0
8000000000000001 ffffffff80000000 -> 0
8000000000000001 7fffffffffffffff -> 1
8000000000000001 8000000000000000 -> 0
8000000000000001 123456789abcdef0 -> 0
123456789abcdef0 0 -> 0
123456789abcdef0 1 -> 0
123456789abcdef0 2 -> 0
123456789abcdef0 3 -> 0
123456789abcdef0 a -> 0
123456789abcdef0 ffffffffffffffff -> 9abcdef0
123456789abcdef0 fffffffffffffffe -> 9abcdef0
123456789abcdef0 fffffffffffffff6 -> 9abcdef0
123456789abcdef0 7fffffff -> 1abcdef0
123456789abcdef0 80000000 -> 80000000
123456789abcdef0 ffffffff -> 9abcdef0
123456789abcdef0 100000000 -> 0
123456789abcdef0 ffffffff80000000 -> 80000000
123456789abcdef0 7fffffffffffffff -> 9abcdef0
123456789abcdef0 8000000000000000 -> 0
123456789abcdef0 123456789abcdef0 -> 9abcdef0
fedcba9876543210 0 -> 0
fedcba9876543210 1 -> 0
fedcba9876543210 2 -> 0
fedcba9876543210 3 -> 0
fedcba9876543210 a -> 0
fedcba9876543210 ffffffffffffffff -> 76543210
fedcba9876543210 fffffffffffffffe -> 76543210
fedcba9876543210 fffffffffffffff6 -> 76543210
fedcba9876543210 7fffffff -> 76543210
fedcba9876543210 80000000 -> 0
fedcba9876543210 ffffffff -> 76543210
fedcba9876543210 100000000 -> 0
fedcba9876543210 ffffffff80000000 -> 0
fedcba9876543210 7fffffffffffffff -> 76543210
fedcba9876543210 8000000000000000 -> 0
fedcba9876543210 123456789abcdef0 -> 12141210
ff00ff80008000 0 -> 0
ff00ff80008000 1 -> 0
ff00ff80008000 2 -> 0
ff00ff80008000 3 -> 0
ff00ff80008000 a -> 0
ff00ff80008000 ffffffffffffffff -> 80008000
ff00ff80008000 fffffffffffffffe -> 80008000
ff00ff80008000 fffffffffffffff6 -> 80008000
ff00ff80008000 7fffffff -> 8000
ff00ff80008000 80000000 -> 80000000
ff00ff80008000 ffffffff -> 80008000
ff00ff80008000 100000000 -> 0
ff00ff80008000 ffffffff80000000 -> 80000000
ff00ff80008000 7fffffffffffffff -> 80008000
ff00ff80008000 8000000000000000 -> 0
ff00ff80008000 123456789abcdef0 -> 80008000
program D=0 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=0 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=0 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=0 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=0 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=2 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=2 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=2 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=2 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=2 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=2 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=3 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=3 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=3 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=3 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=3 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=3 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=4 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=4 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=4 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=4 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=4 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=4 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=5 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=5 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=5 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=5 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=5 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=5 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=6 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=6 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=6 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=6 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=6 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=6 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=9 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=9 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=9 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=9 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=9 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
program D=9 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> 65432110
