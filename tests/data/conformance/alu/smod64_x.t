SMOD, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D s%= r$S
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
1 ffffffff -> 1
1 100000000 -> 1
1 ffffffff80000000 -> 1
1 7fffffffffffffff -> 1
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
2 ffffffff -> 2
2 100000000 -> 2
2 ffffffff80000000 -> 2
2 7fffffffffffffff -> 2
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
7 ffffffff -> 7
7 100000000 -> 7
7 ffffffff80000000 -> 7
7 7fffffffffffffff -> 7
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
64 ffffffff -> 64
64 100000000 -> 64
64 ffffffff80000000 -> 64
64 7fffffffffffffff -> 64
64 8000000000000000 -> 64
64 123456789abcdef0 -> 64
ffffffffffffffff 0 -> ffffffffffffffff
ffffffffffffffff 1 -> 0
ffffffffffffffff 2 -> ffffffffffffffff
ffffffffffffffff 3 -> ffffffffffffffff
ffffffffffffffff a -> ffffffffffffffff
ffffffffffffffff ffffffffffffffff -> 0
ffffffffffffffff fffffffffffffffe -> ffffffffffffffff
ffffffffffffffff fffffffffffffff6 -> ffffffffffffffff
ffffffffffffffff 7fffffff -> ffffffffffffffff
ffffffffffffffff 80000000 -> ffffffffffffffff
ffffffffffffffff ffffffff -> ffffffffffffffff
ffffffffffffffff 100000000 -> ffffffffffffffff
ffffffffffffffff ffffffff80000000 -> ffffffffffffffff
ffffffffffffffff 7fffffffffffffff -> ffffffffffffffff
ffffffffffffffff 8000000000000000 -> ffffffffffffffff
ffffffffffffffff 123456789abcdef0 -> ffffffffffffffff
fffffffffffffffe 0 -> fffffffffffffffe
fffffffffffffffe 1 -> 0
fffffffffffffffe 2 -> 0
fffffffffffffffe 3 -> fffffffffffffffe
fffffffffffffffe a -> fffffffffffffffe
fffffffffffffffe ffffffffffffffff -> 0
fffffffffffffffe fffffffffffffffe -> 0
fffffffffffffffe fffffffffffffff6 -> fffffffffffffffe
fffffffffffffffe 7fffffff -> fffffffffffffffe
fffffffffffffffe 80000000 -> fffffffffffffffe
fffffffffffffffe ffffffff -> fffffffffffffffe
fffffffffffffffe 100000000 -> fffffffffffffffe
fffffffffffffffe ffffffff80000000 -> fffffffffffffffe
fffffffffffffffe 7fffffffffffffff -> fffffffffffffffe
fffffffffffffffe 8000000000000000 -> fffffffffffffffe
fffffffffffffffe 123456789abcdef0 -> fffffffffffffffe
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
7fffffff ffffffff -> 7fffffff
7fffffff 100000000 -> 7fffffff
7fffffff ffffffff80000000 -> 7fffffff
7fffffff 7fffffffffffffff -> 7fffffff
7fffffff 8000000000000000 -> 7fffffff
7fffffff 123456789abcdef0 -> 7fffffff
80000000 0 -> 80000000
80000000 1 -> 0
80000000 2 -> 0
80000000 3 -> 2
80000000 a -> 8
80000000 ffffffffffffffff -> 0
80000000 fffffffffffffffe -> 0
80000000 fffffffffffffff6 -> 8
80000000 7fffffff -> 1
80000000 80000000 -> 0
80000000 ffffffff -> 80000000
80000000 100000000 -> 80000000
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 80000000
80000000 8000000000000000 -> 80000000
80000000 123456789abcdef0 -> 80000000
ffffffff 0 -> ffffffff
ffffffff 1 -> 0
ffffffff 2 -> 1
ffffffff 3 -> 0
ffffffff a -> 5
ffffffff ffffffffffffffff -> 0
ffffffff fffffffffffffffe -> 1
ffffffff fffffffffffffff6 -> 5
ffffffff 7fffffff -> 1
ffffffff 80000000 -> 7fffffff
ffffffff ffffffff -> 0
ffffffff 100000000 -> ffffffff
ffffffff ffffffff80000000 -> 7fffffff
ffffffff 7fffffffffffffff -> ffffffff
ffffffff 8000000000000000 -> ffffffff
ffffffff 123456789abcdef0 -> ffffffff
100000000 0 -> 100000000
100000000 1 -> 0
100000000 2 -> 0
100000000 3 -> 1
100000000 a -> 6
100000000 ffffffffffffffff -> 0
100000000 fffffffffffffffe -> 0
100000000 fffffffffffffff6 -> 6
100000000 7fffffff -> 2
100000000 80000000 -> 0
100000000 ffffffff -> 1
100000000 100000000 -> 0
100000000 ffffffff80000000 -> 0
100000000 7fffffffffffffff -> 100000000
100000000 8000000000000000 -> 100000000
100000000 123456789abcdef0 -> 100000000
ffffffff80000000 0 -> ffffffff80000000
ffffffff80000000 1 -> 0
ffffffff80000000 2 -> 0
ffffffff80000000 3 -> fffffffffffffffe
ffffffff80000000 a -> fffffffffffffff8
ffffffff80000000 ffffffffffffffff -> 0
ffffffff80000000 fffffffffffffffe -> 0
ffffffff80000000 fffffffffffffff6 -> fffffffffffffff8
ffffffff80000000 7fffffff -> ffffffffffffffff
ffffffff80000000 80000000 -> 0
ffffffff80000000 ffffffff -> ffffffff80000000
ffffffff80000000 100000000 -> ffffffff80000000
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> ffffffff80000000
ffffffff80000000 8000000000000000 -> ffffffff80000000
ffffffff80000000 123456789abcdef0 -> ffffffff80000000
7fffffffffffffff 0 -> 7fffffffffffffff
7fffffffffffffff 1 -> 0
7fffffffffffffff 2 -> 1
7fffffffffffffff 3 -> 1
7fffffffffffffff a -> 7
7fffffffffffffff ffffffffffffffff -> 0
7fffffffffffffff fffffffffffffffe -> 1
7fffffffffffffff fffffffffffffff6 -> 7
7fffffffffffffff 7fffffff -> 1
7fffffffffffffff 80000000 -> 7fffffff
7fffffffffffffff ffffffff -> 7fffffff
7fffffffffffffff 100000000 -> ffffffff
7fffffffffffffff ffffffff80000000 -> 7fffffff
7fffffffffffffff 7fffffffffffffff -> 0
7fffffffffffffff 8000000000000000 -> 7fffffffffffffff
7fffffffffffffff 123456789abcdef0 -> 91a2b3c4d5e76f
8000000000000000 0 -> 8000000000000000
8000000000000000 1 -> 0
8000000000000000 2 -> 0
8000000000000000 3 -> fffffffffffffffe
8000000000000000 a -> fffffffffffffff8
8000000000000000 ffffffffffffffff -> 0
8000000000000000 fffffffffffffffe -> 0
8000000000000000 fffffffffffffff6 -> fffffffffffffff8
8000000000000000 7fffffff -> fffffffffffffffe
8000000000000000 80000000 -> 0
8000000000000000 ffffffff -> ffffffff80000000
8000000000000000 100000000 -> 0
8000000000000000 ffffffff80000000 -> 0
8000000000000000 7fffffffffffffff -> ffffffffffffffff
8000000000000000 8000000000000000 -> 0
8000000000000000 123456789abcdef0 -> ff6e5d4c3b2a1890
8000000000000001 0 -> 8000000000000001
8000000000000001 1 -> 0
8000000000000001 2 -> ffffffffffffffff
8000000000000001 3 -> ffffffffffffffff
8000000000000001 a -> fffffffffffffff9
8000000000000001 ffffffffffffffff -> 0
8000000000000001 fffffffffffffffe -> ffffffffffffffff
8000000000000001 fffffffffffffff6 -> fffffffffffffff9
8000000000000001 7fffffff -> ffffffffffffffff
8000000000000001 80000000 -> ffffffff80000001
8000000000000001 ffffffff -> ffffffff80000001
8000000000000001 100000000 -> ffffffff00000001
8000000000000001 ffffffff80000000 -> ffffffff80000001
8000000000000001 7fffffffffffffff -> 0
8000000000000001 8000000000000000 -> 8000000000000001
8000000000000001 123456789abcdef0 -> ff6e5d4c3b2a1891
123456789abcdef0 0 -> 123456789abcdef0
123456789abcdef0 1 -> 0
123456789abcdef0 2 -> 0
123456789abcdef0 3 -> 0
123456789abcdef0 a -> 0
123456789abcdef0 ffffffffffffffff -> 0
123456789abcdef0 fffffffffffffffe -> 0
123456789abcdef0 fffffffffffffff6 -> 0
123456789abcdef0 7fffffff -> 3f258be1
123456789abcdef0 80000000 -> 1abcdef0
123456789abcdef0 ffffffff -> acf13568
123456789abcdef0 100000000 -> 9abcdef0
123456789abcdef0 ffffffff80000000 -> 1abcdef0
123456789abcdef0 7fffffffffffffff -> 123456789abcdef0
123456789abcdef0 8000000000000000 -> 123456789abcdef0
123456789abcdef0 123456789abcdef0 -> 0
fedcba9876543210 0 -> fedcba9876543210
fedcba9876543210 1 -> 0
fedcba9876543210 2 -> 0
fedcba9876543210 3 -> ffffffffffffffff
fedcba9876543210 a -> fffffffffffffffa
fedcba9876543210 ffffffffffffffff -> 0
fedcba9876543210 fffffffffffffffe -> 0
fedcba9876543210 fffffffffffffff6 -> fffffffffffffffa
fedcba9876543210 7fffffff -> fffffffff40da741
fedcba9876543210 80000000 -> fffffffff6543210
fedcba9876543210 ffffffff -> ffffffff7530eca9
fedcba9876543210 100000000 -> ffffffff76543210
fedcba9876543210 ffffffff80000000 -> fffffffff6543210
fedcba9876543210 7fffffffffffffff -> fedcba9876543210
fedcba9876543210 8000000000000000 -> fedcba9876543210
fedcba9876543210 123456789abcdef0 -> fedcba9876543210
ff00ff80008000 0 -> ff00ff80008000
ff00ff80008000 1 -> 0
ff00ff80008000 2 -> 0
ff00ff80008000 3 -> 1
ff00ff80008000 a -> 6
ff00ff80008000 ffffffffffffffff -> 0
ff00ff80008000 fffffffffffffffe -> 0
ff00ff80008000 fffffffffffffff6 -> 6
ff00ff80008000 7fffffff -> 1fe81ff
ff00ff80008000 80000000 -> 8000
ff00ff80008000 ffffffff -> 80ff80ff
ff00ff80008000 100000000 -> 80008000
ff00ff80008000 ffffffff80000000 -> 8000
ff00ff80008000 7fffffffffffffff -> ff00ff80008000
ff00ff80008000 8000000000000000 -> ff00ff80008000
ff00ff80008000 123456789abcdef0 -> ff00ff80008000
program D=0 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=0 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=0 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=0 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=0 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=2 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=2 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=2 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=2 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=2 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=2 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=3 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=3 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=3 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=3 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=3 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=3 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=4 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=4 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=4 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=4 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=4 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=4 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=5 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=5 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=5 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=5 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=5 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=5 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=6 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=6 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=6 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=6 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=6 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=6 S=9
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=9 S=0
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=9 S=2
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=9 S=3
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=9 S=4
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=9 S=5
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
program D=9 S=6
fedcba9876543210 d -> 0
edcba98765432110 80000000fffffff1 -> edcba98765432110
