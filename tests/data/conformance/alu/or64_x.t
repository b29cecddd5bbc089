OR, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D |= r$S
*(u64 *)(r1 +64) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=0 S=2
0 0 -> 0
0 1 -> 1
0 2 -> 2
0 3 -> 3
0 a -> a
0 ffffffffffffffff -> ffffffffffffffff
0 fffffffffffffffe -> fffffffffffffffe
0 fffffffffffffff6 -> fffffffffffffff6
0 7fffffff -> 7fffffff
0 80000000 -> 80000000
0 ffffffff -> ffffffff
0 100000000 -> 100000000
0 ffffffff80000000 -> ffffffff80000000
0 7fffffffffffffff -> 7fffffffffffffff
0 8000000000000000 -> 8000000000000000
0 123456789abcdef0 -> 123456789abcdef0
1 0 -> 1
1 1 -> 1
1 2 -> 3
1 3 -> 3
1 a -> b
1 ffffffffffffffff -> ffffffffffffffff
1 fffffffffffffffe -> ffffffffffffffff
1 fffffffffffffff6 -> fffffffffffffff7
1 7fffffff -> 7fffffff
1 80000000 -> 80000001
1 ffffffff -> ffffffff
1 100000000 -> 100000001
1 ffffffff80000000 -> ffffffff80000001
1 7fffffffffffffff -> 7fffffffffffffff
1 8000000000000000 -> 8000000000000001
1 123456789abcdef0 -> 123456789abcdef1
2 0 -> 2
2 1 -> 3
2 2 -> 2
2 3 -> 3
2 a -> a
2 ffffffffffffffff -> ffffffffffffffff
2 fffffffffffffffe -> fffffffffffffffe
2 fffffffffffffff6 -> fffffffffffffff6
2 7fffffff -> 7fffffff
2 80000000 -> 80000002
2 ffffffff -> ffffffff
2 100000000 -> 100000002
2 ffffffff80000000 -> ffffffff80000002
2 7fffffffffffffff -> 7fffffffffffffff
2 8000000000000000 -> 8000000000000002
2 123456789abcdef0 -> 123456789abcdef2
7 0 -> 7
7 1 -> 7
7 2 -> 7
7 3 -> 7
7 a -> f
7 ffffffffffffffff -> ffffffffffffffff
7 fffffffffffffffe -> ffffffffffffffff
7 fffffffffffffff6 -> fffffffffffffff7
7 7fffffff -> 7fffffff
7 80000000 -> 80000007
7 ffffffff -> ffffffff
7 100000000 -> 100000007
7 ffffffff80000000 -> ffffffff80000007
7 7fffffffffffffff -> 7fffffffffffffff
7 8000000000000000 -> 8000000000000007
7 123456789abcdef0 -> 123456789abcdef7
64 0 -> 64
64 1 -> 65
64 2 -> 66
64 3 -> 67
64 a -> 6e
64 ffffffffffffffff -> ffffffffffffffff
64 fffffffffffffffe -> fffffffffffffffe
64 fffffffffffffff6 -> fffffffffffffff6
64 7fffffff -> 7fffffff
64 80000000 -> 80000064
64 ffffffff -> ffffffff
64 100000000 -> 100000064
64 ffffffff80000000 -> ffffffff80000064
64 7fffffffffffffff -> 7fffffffffffffff
64 8000000000000000 -> 8000000000000064
64 123456789abcdef0 -> 123456789abcdef4
ffffffffffffffff 0 -> ffffffffffffffff
ffffffffffffffff 1 -> ffffffffffffffff
ffffffffffffffff 2 -> ffffffffffffffff
ffffffffffffffff 3 -> ffffffffffffffff
ffffffffffffffff a -> ffffffffffffffff
ffffffffffffffff ffffffffffffffff -> ffffffffffffffff
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
fffffffffffffffe 1 -> ffffffffffffffff
fffffffffffffffe 2 -> fffffffffffffffe
fffffffffffffffe 3 -> ffffffffffffffff
fffffffffffffffe a -> fffffffffffffffe
fffffffffffffffe ffffffffffffffff -> ffffffffffffffff
fffffffffffffffe fffffffffffffffe -> fffffffffffffffe
fffffffffffffffe fffffffffffffff6 -> fffffffffffffffe
fffffffffffffffe 7fffffff -> ffffffffffffffff
fffffffffffffffe 80000000 -> fffffffffffffffe
fffffffffffffffe ffffffff -> ffffffffffffffff
fffffffffffffffe 100000000 -> fffffffffffffffe
fffffffffffffffe ffffffff80000000 -> fffffffffffffffe
fffffffffffffffe 7fffffffffffffff -> ffffffffffffffff
fffffffffffffffe 8000000000000000 -> fffffffffffffffe
fffffffffffffffe 123456789abcdef0 -> fffffffffffffffe
7fffffff 0 -> 7fffffff
7fffffff 1 -> 7fffffff
7fffffff 2 -> 7fffffff
7fffffff 3 -> 7fffffff
7fffffff a -> 7fffffff
7fffffff ffffffffffffffff -> ffffffffffffffff
7fffffff fffffffffffffffe -> ffffffffffffffff
7fffffff fffffffffffffff6 -> ffffffffffffffff
7fffffff 7fffffff -> 7fffffff
7fffffff 80000000 -> ffffffff
7fffffff ffffffff -> ffffffff
7fffffff 100000000 -> 17fffffff
7fffffff ffffffff80000000 -> ffffffffffffffff
7fffffff 7fffffffffffffff -> 7fffffffffffffff
7fffffff 8000000000000000 -> 800000007fffffff
7fffffff 123456789abcdef0 -> 12345678ffffffff
80000000 0 -> 80000000
80000000 1 -> 80000001
80000000 2 -> 80000002
80000000 3 -> 80000003
80000000 a -> 8000000a
80000000 ffffffffffffffff -> ffffffffffffffff
80000000 fffffffffffffffe -> fffffffffffffffe
80000000 fffffffffffffff6 -> fffffffffffffff6
80000000 7fffffff -> ffffffff
80000000 80000000 -> 80000000
80000000 ffffffff -> ffffffff
80000000 100000000 -> 180000000
80000000 ffffffff80000000 -> ffffffff80000000
80000000 7fffffffffffffff -> 7fffffffffffffff
80000000 8000000000000000 -> 8000000080000000
80000000 123456789abcdef0 -> 123456789abcdef0
ffffffff 0 -> ffffffff
ffffffff 1 -> ffffffff
ffffffff 2 -> ffffffff
ffffffff 3 -> ffffffff
ffffffff a -> ffffffff
ffffffff ffffffffffffffff -> ffffffffffffffff
ffffffff fffffffffffffffe -> ffffffffffffffff
ffffffff fffffffffffffff6 -> ffffffffffffffff
ffffffff 7fffffff -> ffffffff
ffffffff 80000000 -> ffffffff
ffffffff ffffffff -> ffffffff
ffffffff 100000000 -> 1ffffffff
ffffffff ffffffff80000000 -> ffffffffffffffff
ffffffff 7fffffffffffffff -> 7fffffffffffffff
ffffffff 8000000000000000 -> 80000000ffffffff
ffffffff 123456789abcdef0 -> 12345678ffffffff
100000000 0 -> 100000000
100000000 1 -> 100000001
100000000 2 -> 100000002
100000000 3 -> 100000003
100000000 a -> 10000000a
100000000 ffffffffffffffff -> ffffffffffffffff
100000000 fffffffffffffffe -> fffffffffffffffe
100000000 fffffffffffffff6 -> fffffffffffffff6
100000000 7fffffff -> 17fffffff
100000000 80000000 -> 180000000
100000000 ffffffff -> 1ffffffff
100000000 100000000 -> 100000000
100000000 ffffffff80000000 -> ffffffff80000000
100000000 7fffffffffffffff -> 7fffffffffffffff
100000000 8000000000000000 -> 8000000100000000
100000000 123456789abcdef0 -> 123456799abcdef0
ffffffff80000000 0 -> ffffffff80000000
ffffffff80000000 1 -> ffffffff80000001
ffffffff80000000 2 -> ffffffff80000002
ffffffff80000000 3 -> ffffffff80000003
ffffffff80000000 a -> ffffffff8000000a
ffffffff80000000 ffffffffffffffff -> ffffffffffffffff
ffffffff80000000 fffffffffffffffe -> fffffffffffffffe
ffffffff80000000 fffffffffffffff6 -> fffffffffffffff6
ffffffff80000000 7fffffff -> ffffffffffffffff
ffffffff80000000 80000000 -> ffffffff80000000
ffffffff80000000 ffffffff -> ffffffffffffffff
ffffffff80000000 100000000 -> ffffffff80000000
ffffffff80000000 ffffffff80000000 -> ffffffff80000000
ffffffff80000000 7fffffffffffffff -> ffffffffffffffff
ffffffff80000000 8000000000000000 -> ffffffff80000000
ffffffff80000000 123456789abcdef0 -> ffffffff9abcdef0
7fffffffffffffff 0 -> 7fffffffffffffff
7fffffffffffffff 1 -> 7fffffffffffffff
7fffffffffffffff 2 -> 7fffffffffffffff
7fffffffffffffff 3 -> 7fffffffffffffff
7fffffffffffffff a -> 7fffffffffffffff
7fffffffffffffff ffffffffffffffff -> ffffffffffffffff
7fffffffffffffff fffffffffffffffe -> ffffffffffffffff
7fffffffffffffff fffffffffffffff6 -> ffffffffffffffff
7fffffffffffffff 7fffffff -> 7fffffffffffffff
7fffffffffffffff 80000000 -> 7fffffffffffffff
7fffffffffffffff ffffffff -> 7fffffffffffffff
7fffffffffffffff 100000000 -> 7fffffffffffffff
7fffffffffffffff ffffffff80000000 -> ffffffffffffffff
7fffffffffffffff 7fffffffffffffff -> 7fffffffffffffff
7fffffffffffffff 8000000000000000 -> ffffffffffffffff
7fffffffffffffff 123456789abcdef0 -> 7fffffffffffffff
8000000000000000 0 -> 8000000000000000
8000000000000000 1 -> 8000000000000001
8000000000000000 2 -> 8000000000000002
8000000000000000 3 -> 8000000000000003
8000000000000000 a -> 800000000000000a
8000000000000000 ffffffffffffffff -> ffffffffffffffff
8000000000000000 fffffffffffffffe -> fffffffffffffffe
8000000000000000 fffffffffffffff6 -> fffffffffffffff6
8000000000000000 7fffffff -> 800000007fffffff
8000000000000000 80000000 -> 8000000080000000
8000000000000000 ffffffff -> 80000000ffffffff
8000000000000000 100000000 -> 8000000100000000
8000000000000000 ffffffff80000000 -> ffffffff80000000
8000000000000000 7fffffffffffffff -> ffffffffffffffff
8000000000000000 8000000000000000 -> 8000000000000000
8000000000000000 123456789abcdef0 -> 923456789abcdef0
8000000000000001 0 -> 8000000000000001
8000000000000001 1 -> 8000000000000001
8000000000000001 2 -> 8000000000000003
8000000000000001 3 -> 8000000000000003
8000000000000001 a -> 800000000000000b
8000000000000001 ffffffffffffffff -> ffffffffffffffff
8000000000000001 fffffffffffffffe -> ffffffffffffffff
8000000000000001 fffffffffffffff6 -> fffffffffffffff7
8000000000000001 7fffffff -> 800000007fffffff
8000000000000001 80000000 -> 8000000080000001
8000000000000001 ffffffff -> 80000000ffffffff
8000000000000001 100000000 -> 8000000100000001
8000000000000001 ffffffff80000000 -> ffffffff80000001
8000000000000001 7fffffffffffffff -> ffffffffffffffff
8000000000000001 8000000000000000 -> 8000000000000001
8000000000000001 123456789abcdef0 -> 923456789abcdef1
123456789abcdef0 0 -> 123456789abcdef0
123456789abcdef0 1 -> 123456789abcdef1
123456789abcdef0 2 -> 123456789abcdef2
123456789abcdef0 3 -> 123456789abcdef3
123456789abcdef0 a -> 123456789abcdefa
123456789abcdef0 ffffffffffffffff -> ffffffffffffffff
123456789abcdef0 fffffffffffffffe -> fffffffffffffffe
123456789abcdef0 fffffffffffffff6 -> fffffffffffffff6
123456789abcdef0 7fffffff -> 12345678ffffffff
123456789abcdef0 80000000 -> 123456789abcdef0
123456789abcdef0 ffffffff -> 12345678ffffffff
123456789abcdef0 100000000 -> 123456799abcdef0
123456789abcdef0 ffffffff80000000 -> ffffffff9abcdef0
123456789abcdef0 7fffffffffffffff -> 7fffffffffffffff
123456789abcdef0 8000000000000000 -> 923456789abcdef0
123456789abcdef0 123456789abcdef0 -> 123456789abcdef0
fedcba9876543210 0 -> fedcba9876543210
fedcba9876543210 1 -> fedcba9876543211
fedcba9876543210 2 -> fedcba9876543212
fedcba9876543210 3 -> fedcba9876543213
fedcba9876543210 a -> fedcba987654321a
fedcba9876543210 ffffffffffffffff -> ffffffffffffffff
fedcba9876543210 fffffffffffffffe -> fffffffffffffffe
fedcba9876543210 fffffffffffffff6 -> fffffffffffffff6
fedcba9876543210 7fffffff -> fedcba987fffffff
fedcba9876543210 80000000 -> fedcba98f6543210
fedcba9876543210 ffffffff -> fedcba98ffffffff
fedcba9876543210 100000000 -> fedcba9976543210
fedcba9876543210 ffffffff80000000 -> fffffffff6543210
fedcba9876543210 7fffffffffffffff -> ffffffffffffffff
fedcba9876543210 8000000000000000 -> fedcba9876543210
fedcba9876543210 123456789abcdef0 -> fefcfef8fefcfef0
ff00ff80008000 0 -> ff00ff80008000
ff00ff80008000 1 -> ff00ff80008001
ff00ff80008000 2 -> ff00ff80008002
ff00ff80008000 3 -> ff00ff80008003
ff00ff80008000 a -> ff00ff8000800a
ff00ff80008000 ffffffffffffffff -> ffffffffffffffff
ff00ff80008000 fffffffffffffffe -> fffffffffffffffe
ff00ff80008000 fffffffffffffff6 -> fffffffffffffff6
ff00ff80008000 7fffffff -> ff00ffffffffff
ff00ff80008000 80000000 -> ff00ff80008000
ff00ff80008000 ffffffff -> ff00ffffffffff
ff00ff80008000 100000000 -> ff00ff80008000
ff00ff80008000 ffffffff80000000 -> ffffffff80008000
ff00ff80008000 7fffffffffffffff -> 7fffffffffffffff
ff00ff80008000 8000000000000000 -> 80ff00ff80008000
ff00ff80008000 123456789abcdef0 -> 12ff56ff9abcdef0
program D=0 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=0 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=0 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=0 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=0 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=2 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=2 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=2 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=2 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=2 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=2 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=3 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=3 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=3 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=3 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=3 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=3 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=4 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=4 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=4 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=4 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=4 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=4 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=5 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=5 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=5 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=5 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=5 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=5 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=6 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=6 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=6 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=6 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=6 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=6 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=9 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=9 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=9 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=9 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=9 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
program D=9 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> edcba987fffffff1
