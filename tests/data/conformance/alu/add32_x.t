ADD, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D += w$S
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
0 ffffffffffffffff -> ffffffff
0 fffffffffffffffe -> fffffffe
0 fffffffffffffff6 -> fffffff6
0 7fffffff -> 7fffffff
0 80000000 -> 80000000
0 ffffffff -> ffffffff
0 100000000 -> 0
0 ffffffff80000000 -> 80000000
0 7fffffffffffffff -> ffffffff
0 8000000000000000 -> 0
0 123456789abcdef0 -> 9abcdef0
1 0 -> 1
1 1 -> 2
1 2 -> 3
1 3 -> 4
1 a -> b
1 ffffffffffffffff -> 0
1 fffffffffffffffe -> ffffffff
1 fffffffffffffff6 -> fffffff7
1 7fffffff -> 80000000
1 80000000 -> 80000001
1 ffffffff -> 0
1 100000000 -> 1
1 ffffffff80000000 -> 80000001
1 7fffffffffffffff -> 0
1 8000000000000000 -> 1
1 123456789abcdef0 -> 9abcdef1
2 0 -> 2
2 1 -> 3
2 2 -> 4
2 3 -> 5
2 a -> c
2 ffffffffffffffff -> 1
2 fffffffffffffffe -> 0
2 fffffffffffffff6 -> fffffff8
2 7fffffff -> 80000001
2 80000000 -> 80000002
2 ffffffff -> 1
2 100000000 -> 2
2 ffffffff80000000 -> 80000002
2 7fffffffffffffff -> 1
2 8000000000000000 -> 2
2 123456789abcdef0 -> 9abcdef2
7 0 -> 7
7 1 -> 8
7 2 -> 9
7 3 -> a
7 a -> 11
7 ffffffffffffffff -> 6
7 fffffffffffffffe -> 5
7 fffffffffffffff6 -> fffffffd
7 7fffffff -> 80000006
7 80000000 -> 80000007
7 ffffffff -> 6
7 100000000 -> 7
7 ffffffff80000000 -> 80000007
7 7fffffffffffffff -> 6
7 8000000000000000 -> 7
7 123456789abcdef0 -> 9abcdef7
64 0 -> 64
64 1 -> 65
64 2 -> 66
64 3 -> 67
64 a -> 6e
64 ffffffffffffffff -> 63
64 fffffffffffffffe -> 62
64 fffffffffffffff6 -> 5a
64 7fffffff -> 80000063
64 80000000 -> 80000064
64 ffffffff -> 63
64 100000000 -> 64
64 ffffffff80000000 -> 80000064
64 7fffffffffffffff -> 63
64 8000000000000000 -> 64
64 123456789abcdef0 -> 9abcdf54
ffffffffffffffff 0 -> ffffffff
ffffffffffffffff 1 -> 0
ffffffffffffffff 2 -> 1
ffffffffffffffff 3 -> 2
ffffffffffffffff a -> 9
ffffffffffffffff ffffffffffffffff -> fffffffe
ffffffffffffffff fffffffffffffffe -> fffffffd
ffffffffffffffff fffffffffffffff6 -> fffffff5
ffffffffffffffff 7fffffff -> 7ffffffe
ffffffffffffffff 80000000 -> 7fffffff
ffffffffffffffff ffffffff -> fffffffe
ffffffffffffffff 100000000 -> ffffffff
ffffffffffffffff ffffffff80000000 -> 7fffffff
ffffffffffffffff 7fffffffffffffff -> fffffffe
ffffffffffffffff 8000000000000000 -> ffffffff
ffffffffffffffff 123456789abcdef0 -> 9abcdeef
fffffffffffffffe 0 -> fffffffe
fffffffffffffffe 1 -> ffffffff
fffffffffffffffe 2 -> 0
fffffffffffffffe 3 -> 1
fffffffffffffffe a -> 8
fffffffffffffffe ffffffffffffffff -> fffffffd
fffffffffffffffe fffffffffffffffe -> fffffffc
fffffffffffffffe fffffffffffffff6 -> fffffff4
fffffffffffffffe 7fffffff -> 7ffffffd
fffffffffffffffe 80000000 -> 7ffffffe
fffffffffffffffe ffffffff -> fffffffd
fffffffffffffffe 100000000 -> fffffffe
fffffffffffffffe ffffffff80000000 -> 7ffffffe
fffffffffffffffe 7fffffffffffffff -> fffffffd
fffffffffffffffe 8000000000000000 -> fffffffe
fffffffffffffffe 123456789abcdef0 -> 9abcdeee
7fffffff 0 -> 7fffffff
7fffffff 1 -> 80000000
7fffffff 2 -> 80000001
7fffffff 3 -> 80000002
7fffffff a -> 80000009
7fffffff ffffffffffffffff -> 7ffffffe
7fffffff fffffffffffffffe -> 7ffffffd
7fffffff fffffffffffffff6 -> 7ffffff5
7fffffff 7fffffff -> fffffffe
7fffffff 80000000 -> ffffffff
7fffffff ffffffff -> 7ffffffe
7fffffff 100000000 -> 7fffffff
7fffffff ffffffff80000000 -> ffffffff
7fffffff 7fffffffffffffff -> 7ffffffe
7fffffff 8000000000000000 -> 7fffffff
7fffffff 123456789abcdef0 -> 1abcdeef
80000000 0 -> 80000000
80000000 1 -> 80000001
80000000 2 -> 80000002
80000000 3 -> 80000003
80000000 a -> 8000000a
80000000 ffffffffffffffff -> 7fffffff
80000000 fffffffffffffffe -> 7ffffffe
80000000 fffffffffffffff6 -> 7ffffff6
80000000 7fffffff -> ffffffff
80000000 80000000 -> 0
80000000 ffffffff -> 7fffffff
80000000 100000000 -> 80000000
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 7fffffff
80000000 8000000000000000 -> 80000000
80000000 123456789abcdef0 -> 1abcdef0
ffffffff 0 -> ffffffff
ffffffff 1 -> 0
ffffffff 2 -> 1
ffffffff 3 -> 2
ffffffff a -> 9
ffffffff ffffffffffffffff -> fffffffe
ffffffff fffffffffffffffe -> fffffffd
ffffffff fffffffffffffff6 -> fffffff5
ffffffff 7fffffff -> 7ffffffe
ffffffff 80000000 -> 7fffffff
ffffffff ffffffff -> fffffffe
ffffffff 100000000 -> ffffffff
ffffffff ffffffff80000000 -> 7fffffff
ffffffff 7fffffffffffffff -> fffffffe
ffffffff 8000000000000000 -> ffffffff
ffffffff 123456789abcdef0 -> 9abcdeef
100000000 0 -> 0
100000000 1 -> 1
100000000 2 -> 2
100000000 3 -> 3
100000000 a -> a
100000000 ffffffffffffffff -> ffffffff
100000000 fffffffffffffffe -> fffffffe
100000000 fffffffffffffff6 -> fffffff6
100000000 7fffffff -> 7fffffff
100000000 80000000 -> 80000000
100000000 ffffffff -> ffffffff
100000000 100000000 -> 0
100000000 ffffffff80000000 -> 80000000
100000000 7fffffffffffffff -> ffffffff
100000000 8000000000000000 -> 0
100000000 123456789abcdef0 -> 9abcdef0
ffffffff80000000 0 -> 80000000
ffffffff80000000 1 -> 80000001
ffffffff80000000 2 -> 80000002
ffffffff80000000 3 -> 80000003
ffffffff80000000 a -> 8000000a
ffffffff80000000 ffffffffffffffff -> 7fffffff
ffffffff80000000 fffffffffffffffe -> 7ffffffe
ffffffff80000000 fffffffffffffff6 -> 7ffffff6
ffffffff80000000 7fffffff -> ffffffff
ffffffff80000000 80000000 -> 0
ffffffff80000000 ffffffff -> 7fffffff
ffffffff80000000 100000000 -> 80000000
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 7fffffff
ffffffff80000000 8000000000000000 -> 80000000
ffffffff80000000 123456789abcdef0 -> 1abcdef0
7fffffffffffffff 0 -> ffffffff
7fffffffffffffff 1 -> 0
7fffffffffffffff 2 -> 1
7fffffffffffffff 3 -> 2
7fffffffffffffff a -> 9
7fffffffffffffff ffffffffffffffff -> fffffffe
7fffffffffffffff fffffffffffffffe -> fffffffd
7fffffffffffffff fffffffffffffff6 -> fffffff5
7fffffffffffffff 7fffffff -> 7ffffffe
7fffffffffffffff 80000000 -> 7fffffff
7fffffffffffffff ffffffff -> fffffffe
7fffffffffffffff 100000000 -> ffffffff
7fffffffffffffff ffffffff80000000 -> 7fffffff
7fffffffffffffff 7fffffffffffffff -> fffffffe
7fffffffffffffff 8000000000000000 -> ffffffff
7fffffffffffffff 123456789abcdef0 -> 9abcdeef
8000000000000000 0 -> 0
8000000000000000 1 -> 1
8000000000000000 2 -> 2
8000000000000000 3 -> 3
8000000000000000 a -> a
8000000000000000 ffffffffffffffff -> ffffffff
8000000000000000 fffffffffffffffe -> fffffffe
8000000000000000 fffffffffffffff6 -> fffffff6
8000000000000000 7fffffff -> 7fffffff
8000000000000000 80000000 -> 80000000
8000000000000000 ffffffff -> ffffffff
8000000000000000 100000000 -> 0
8000000000000000 ffffffff80000000 -> 80000000
8000000000000000 7fffffffffffffff -> ffffffff
8000000000000000 8000000000000000 -> 0
8000000000000000 123456789abcdef0 -> 9abcdef0
8000000000000001 0 -> 1
8000000000000001 1 -> 2
8000000000000001 2 -> 3
8000000000000001 3 -> 4
8000000000000001 a -> b
8000000000000001 ffffffffffffffff -> 0
8000000000000001 fffffffffffffffe -> ffffffff
8000000000000001 fffffffffffffff6 -> fffffff7
8000000000000001 7fffffff -> 80000000
8000000000000001 80000000 -> 80000001
8000000000000001 ffffffff -> 0
8000000000000001 100000000 -> 1
8000000000000001 ffffffff80000000 -> 80000001
8000000000000001 7fffffffffffffff -> 0
8000000000000001 8000000000000000 -> 1
8000000000000001 123456789abcdef0 -> 9abcdef1
123456789abcdef0 0 -> 9abcdef0
123456789abcdef0 1 -> 9abcdef1
123456789abcdef0 2 -> 9abcdef2
123456789abcdef0 3 -> 9abcdef3
123456789abcdef0 a -> 9abcdefa
123456789abcdef0 ffffffffffffffff -> 9abcdeef
123456789abcdef0 fffffffffffffffe -> 9abcdeee
123456789abcdef0 fffffffffffffff6 -> 9abcdee6
123456789abcdef0 7fffffff -> 1abcdeef
123456789abcdef0 80000000 -> 1abcdef0
123456789abcdef0 ffffffff -> 9abcdeef
123456789abcdef0 100000000 -> 9abcdef0
123456789abcdef0 ffffffff80000000 -> 1abcdef0
123456789abcdef0 7fffffffffffffff -> 9abcdeef
123456789abcdef0 8000000000000000 -> 9abcdef0
123456789abcdef0 123456789abcdef0 -> 3579bde0
fedcba9876543210 0 -> 76543210
fedcba9876543210 1 -> 76543211
fedcba9876543210 2 -> 76543212
fedcba9876543210 3 -> 76543213
fedcba9876543210 a -> 7654321a
fedcba9876543210 ffffffffffffffff -> 7654320f
fedcba9876543210 fffffffffffffffe -> 7654320e
fedcba9876543210 fffffffffffffff6 -> 76543206
fedcba9876543210 7fffffff -> f654320f
fedcba9876543210 80000000 -> f6543210
fedcba9876543210 ffffffff -> 7654320f
fedcba9876543210 100000000 -> 76543210
fedcba9876543210 ffffffff80000000 -> f6543210
fedcba9876543210 7fffffffffffffff -> 7654320f
fedcba9876543210 8000000000000000 -> 76543210
fedcba9876543210 123456789abcdef0 -> 11111100
ff00ff80008000 0 -> 80008000
ff00ff80008000 1 -> 80008001
ff00ff80008000 2 -> 80008002
ff00ff80008000 3 -> 80008003
ff00ff80008000 a -> 8000800a
ff00ff80008000 ffffffffffffffff -> 80007fff
ff00ff80008000 fffffffffffffffe -> 80007ffe
ff00ff80008000 fffffffffffffff6 -> 80007ff6
ff00ff80008000 7fffffff -> 7fff
ff00ff80008000 80000000 -> 8000
ff00ff80008000 ffffffff -> 80007fff
ff00ff80008000 100000000 -> 80008000
ff00ff80008000 ffffffff80000000 -> 8000
ff00ff80008000 7fffffffffffffff -> 80007fff
ff00ff80008000 8000000000000000 -> 80008000
ff00ff80008000 123456789abcdef0 -> 1abd5ef0
program D=0 S=3
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=0 S=4
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=0 S=5
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=0 S=6
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=0 S=9
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=2 S=0
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=2 S=3
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=2 S=4
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=2 S=5
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=2 S=6
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=2 S=9
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=3 S=0
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=3 S=2
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=3 S=4
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=3 S=5
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=3 S=6
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=3 S=9
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=4 S=0
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=4 S=2
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=4 S=3
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=4 S=5
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=4 S=6
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=4 S=9
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=5 S=0
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=5 S=2
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=5 S=3
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=5 S=4
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=5 S=6
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=5 S=9
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=6 S=0
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=6 S=2
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=6 S=3
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=6 S=4
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=6 S=5
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=6 S=9
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=9 S=0
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=9 S=2
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=9 S=3
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=9 S=4
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=9 S=5
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
program D=9 S=6
fedcba9876543210 d -> 7654321d
edcba98765432110 80000000fffffff1 -> 65432101
