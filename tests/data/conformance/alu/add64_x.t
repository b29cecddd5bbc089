ADD, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D += r$S
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
1 1 -> 2
1 2 -> 3
1 3 -> 4
1 a -> b
1 ffffffffffffffff -> 0
1 fffffffffffffffe -> ffffffffffffffff
1 fffffffffffffff6 -> fffffffffffffff7
1 7fffffff -> 80000000
1 80000000 -> 80000001
1 ffffffff -> 100000000
1 100000000 -> 100000001
1 ffffffff80000000 -> ffffffff80000001
1 7fffffffffffffff -> 8000000000000000
1 8000000000000000 -> 8000000000000001
1 123456789abcdef0 -> 123456789abcdef1
2 0 -> 2
2 1 -> 3
2 2 -> 4
2 3 -> 5
2 a -> c
2 ffffffffffffffff -> 1
2 fffffffffffffffe -> 0
2 fffffffffffffff6 -> fffffffffffffff8
2 7fffffff -> 80000001
2 80000000 -> 80000002
2 ffffffff -> 100000001
2 100000000 -> 100000002
2 ffffffff80000000 -> ffffffff80000002
2 7fffffffffffffff -> 8000000000000001
2 8000000000000000 -> 8000000000000002
2 123456789abcdef0 -> 123456789abcdef2
7 0 -> 7
7 1 -> 8
7 2 -> 9
7 3 -> a
7 a -> 11
7 ffffffffffffffff -> 6
7 fffffffffffffffe -> 5
7 fffffffffffffff6 -> fffffffffffffffd
7 7fffffff -> 80000006
7 80000000 -> 80000007
7 ffffffff -> 100000006
7 100000000 -> 100000007
7 ffffffff80000000 -> ffffffff80000007
7 7fffffffffffffff -> 8000000000000006
7 8000000000000000 -> 8000000000000007
7 123456789abcdef0 -> 123456789abcdef7
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
64 ffffffff -> 100000063
64 100000000 -> 100000064
64 ffffffff80000000 -> ffffffff80000064
64 7fffffffffffffff -> 8000000000000063
64 8000000000000000 -> 8000000000000064
64 123456789abcdef0 -> 123456789abcdf54
ffffffffffffffff 0 -> ffffffffffffffff
ffffffffffffffff 1 -> 0
ffffffffffffffff 2 -> 1
ffffffffffffffff 3 -> 2
ffffffffffffffff a -> 9
ffffffffffffffff ffffffffffffffff -> fffffffffffffffe
ffffffffffffffff fffffffffffffffe -> fffffffffffffffd
ffffffffffffffff fffffffffffffff6 -> fffffffffffffff5
ffffffffffffffff 7fffffff -> 7ffffffe
ffffffffffffffff 80000000 -> 7fffffff
ffffffffffffffff ffffffff -> fffffffe
ffffffffffffffff 100000000 -> ffffffff
ffffffffffffffff ffffffff80000000 -> ffffffff7fffffff
ffffffffffffffff 7fffffffffffffff -> 7ffffffffffffffe
ffffffffffffffff 8000000000000000 -> 7fffffffffffffff
ffffffffffffffff 123456789abcdef0 -> 123456789abcdeef
fffffffffffffffe 0 -> fffffffffffffffe
fffffffffffffffe 1 -> ffffffffffffffff
fffffffffffffffe 2 -> 0
fffffffffffffffe 3 -> 1
fffffffffffffffe a -> 8
fffffffffffffffe ffffffffffffffff -> fffffffffffffffd
fffffffffffffffe fffffffffffffffe -> fffffffffffffffc
fffffffffffffffe fffffffffffffff6 -> fffffffffffffff4
fffffffffffffffe 7fffffff -> 7ffffffd
fffffffffffffffe 80000000 -> 7ffffffe
fffffffffffffffe ffffffff -> fffffffd
fffffffffffffffe 100000000 -> fffffffe
fffffffffffffffe ffffffff80000000 -> ffffffff7ffffffe
fffffffffffffffe 7fffffffffffffff -> 7ffffffffffffffd
fffffffffffffffe 8000000000000000 -> 7ffffffffffffffe
fffffffffffffffe 123456789abcdef0 -> 123456789abcdeee
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
7fffffff ffffffff -> 17ffffffe
7fffffff 100000000 -> 17fffffff
7fffffff ffffffff80000000 -> ffffffffffffffff
7fffffff 7fffffffffffffff -> 800000007ffffffe
7fffffff 8000000000000000 -> 800000007fffffff
7fffffff 123456789abcdef0 -> 123456791abcdeef
80000000 0 -> 80000000
80000000 1 -> 80000001
80000000 2 -> 80000002
80000000 3 -> 80000003
80000000 a -> 8000000a
80000000 ffffffffffffffff -> 7fffffff
80000000 fffffffffffffffe -> 7ffffffe
80000000 fffffffffffffff6 -> 7ffffff6
80000000 7fffffff -> ffffffff
80000000 80000000 -> 100000000
80000000 ffffffff -> 17fffffff
80000000 100000000 -> 180000000
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 800000007fffffff
80000000 8000000000000000 -> 8000000080000000
80000000 123456789abcdef0 -> 123456791abcdef0
ffffffff 0 -> ffffffff
ffffffff 1 -> 100000000
ffffffff 2 -> 100000001
ffffffff 3 -> 100000002
ffffffff a -> 100000009
ffffffff ffffffffffffffff -> fffffffe
ffffffff fffffffffffffffe -> fffffffd
ffffffff fffffffffffffff6 -> fffffff5
ffffffff 7fffffff -> 17ffffffe
ffffffff 80000000 -> 17fffffff
ffffffff ffffffff -> 1fffffffe
ffffffff 100000000 -> 1ffffffff
ffffffff ffffffff80000000 -> 7fffffff
ffffffff 7fffffffffffffff -> 80000000fffffffe
ffffffff 8000000000000000 -> 80000000ffffffff
ffffffff 123456789abcdef0 -> 123456799abcdeef
100000000 0 -> 100000000
100000000 1 -> 100000001
100000000 2 -> 100000002
100000000 3 -> 100000003
100000000 a -> 10000000a
100000000 ffffffffffffffff -> ffffffff
100000000 fffffffffffffffe -> fffffffe
100000000 fffffffffffffff6 -> fffffff6
100000000 7fffffff -> 17fffffff
100000000 80000000 -> 180000000
100000000 ffffffff -> 1ffffffff
100000000 100000000 -> 200000000
100000000 ffffffff80000000 -> 80000000
100000000 7fffffffffffffff -> 80000000ffffffff
100000000 8000000000000000 -> 8000000100000000
100000000 123456789abcdef0 -> 123456799abcdef0
ffffffff80000000 0 -> ffffffff80000000
ffffffff80000000 1 -> ffffffff80000001
ffffffff80000000 2 -> ffffffff80000002
ffffffff80000000 3 -> ffffffff80000003
ffffffff80000000 a -> ffffffff8000000a
ffffffff80000000 ffffffffffffffff -> ffffffff7fffffff
ffffffff80000000 fffffffffffffffe -> ffffffff7ffffffe
ffffffff80000000 fffffffffffffff6 -> ffffffff7ffffff6
ffffffff80000000 7fffffff -> ffffffffffffffff
ffffffff80000000 80000000 -> 0
ffffffff80000000 ffffffff -> 7fffffff
ffffffff80000000 100000000 -> 80000000
ffffffff80000000 ffffffff80000000 -> ffffffff00000000
ffffffff80000000 7fffffffffffffff -> 7fffffff7fffffff
ffffffff80000000 8000000000000000 -> 7fffffff80000000
ffffffff80000000 123456789abcdef0 -> 123456781abcdef0
7fffffffffffffff 0 -> 7fffffffffffffff
7fffffffffffffff 1 -> 8000000000000000
7fffffffffffffff 2 -> 8000000000000001
7fffffffffffffff 3 -> 8000000000000002
7fffffffffffffff a -> 8000000000000009
7fffffffffffffff ffffffffffffffff -> 7ffffffffffffffe
7fffffffffffffff fffffffffffffffe -> 7ffffffffffffffd
7fffffffffffffff fffffffffffffff6 -> 7ffffffffffffff5
7fffffffffffffff 7fffffff -> 800000007ffffffe
7fffffffffffffff 80000000 -> 800000007fffffff
7fffffffffffffff ffffffff -> 80000000fffffffe
7fffffffffffffff 100000000 -> 80000000ffffffff
7fffffffffffffff ffffffff80000000 -> 7fffffff7fffffff
7fffffffffffffff 7fffffffffffffff -> fffffffffffffffe
7fffffffffffffff 8000000000000000 -> ffffffffffffffff
7fffffffffffffff 123456789abcdef0 -> 923456789abcdeef
8000000000000000 0 -> 8000000000000000
8000000000000000 1 -> 8000000000000001
8000000000000000 2 -> 8000000000000002
8000000000000000 3 -> 8000000000000003
8000000000000000 a -> 800000000000000a
8000000000000000 ffffffffffffffff -> 7fffffffffffffff
8000000000000000 fffffffffffffffe -> 7ffffffffffffffe
8000000000000000 fffffffffffffff6 -> 7ffffffffffffff6
8000000000000000 7fffffff -> 800000007fffffff
8000000000000000 80000000 -> 8000000080000000
8000000000000000 ffffffff -> 80000000ffffffff
8000000000000000 100000000 -> 8000000100000000
8000000000000000 ffffffff80000000 -> 7fffffff80000000
8000000000000000 7fffffffffffffff -> ffffffffffffffff
8000000000000000 8000000000000000 -> 0
8000000000000000 123456789abcdef0 -> 923456789abcdef0
8000000000000001 0 -> 8000000000000001
8000000000000001 1 -> 8000000000000002
8000000000000001 2 -> 8000000000000003
8000000000000001 3 -> 8000000000000004
8000000000000001 a -> 800000000000000b
8000000000000001 ffffffffffffffff -> 8000000000000000
8000000000000001 fffffffffffffffe -> 7fffffffffffffff
8000000000000001 fffffffffffffff6 -> 7ffffffffffffff7
8000000000000001 7fffffff -> 8000000080000000
8000000000000001 80000000 -> 8000000080000001
8000000000000001 ffffffff -> 8000000100000000
8000000000000001 100000000 -> 8000000100000001
8000000000000001 ffffffff80000000 -> 7fffffff80000001
8000000000000001 7fffffffffffffff -> 0
8000000000000001 8000000000000000 -> 1
8000000000000001 123456789abcdef0 -> 923456789abcdef1
123456789abcdef0 0 -> 123456789abcdef0
123456789abcdef0 1 -> 123456789abcdef1
123456789abcdef0 2 -> 123456789abcdef2
123456789abcdef0 3 -> 123456789abcdef3
123456789abcdef0 a -> 123456789abcdefa
123456789abcdef0 ffffffffffffffff -> 123456789abcdeef
123456789abcdef0 fffffffffffffffe -> 123456789abcdeee
123456789abcdef0 fffffffffffffff6 -> 123456789abcdee6
123456789abcdef0 7fffffff -> 123456791abcdeef
123456789abcdef0 80000000 -> 123456791abcdef0
123456789abcdef0 ffffffff -> 123456799abcdeef
123456789abcdef0 100000000 -> 123456799abcdef0
123456789abcdef0 ffffffff80000000 -> 123456781abcdef0
123456789abcdef0 7fffffffffffffff -> 923456789abcdeef
123456789abcdef0 8000000000000000 -> 923456789abcdef0
123456789abcdef0 123456789abcdef0 -> 2468acf13579bde0
fedcba9876543210 0 -> fedcba9876543210
fedcba9876543210 1 -> fedcba9876543211
fedcba9876543210 2 -> fedcba9876543212
fedcba9876543210 3 -> fedcba9876543213
fedcba9876543210 a -> fedcba987654321a
fedcba9876543210 ffffffffffffffff -> fedcba987654320f
fedcba9876543210 fffffffffffffffe -> fedcba987654320e
fedcba9876543210 fffffffffffffff6 -> fedcba9876543206
fedcba9876543210 7fffffff -> fedcba98f654320f
fedcba9876543210 80000000 -> fedcba98f6543210
fedcba9876543210 ffffffff -> fedcba997654320f
fedcba9876543210 100000000 -> fedcba9976543210
fedcba9876543210 ffffffff80000000 -> fedcba97f6543210
fedcba9876543210 7fffffffffffffff -> 7edcba987654320f
fedcba9876543210 8000000000000000 -> 7edcba9876543210
fedcba9876543210 123456789abcdef0 -> 1111111111111100
ff00ff80008000 0 -> ff00ff80008000
ff00ff80008000 1 -> ff00ff80008001
ff00ff80008000 2 -> ff00ff80008002
ff00ff80008000 3 -> ff00ff80008003
ff00ff80008000 a -> ff00ff8000800a
ff00ff80008000 ffffffffffffffff -> ff00ff80007fff
ff00ff80008000 fffffffffffffffe -> ff00ff80007ffe
ff00ff80008000 fffffffffffffff6 -> ff00ff80007ff6
ff00ff80008000 7fffffff -> ff010000007fff
ff00ff80008000 80000000 -> ff010000008000
ff00ff80008000 ffffffff -> ff010080007fff
ff00ff80008000 100000000 -> ff010080008000
ff00ff80008000 ffffffff80000000 -> ff00ff00008000
ff00ff80008000 7fffffffffffffff -> 80ff00ff80007fff
ff00ff80008000 8000000000000000 -> 80ff00ff80008000
ff00ff80008000 123456789abcdef0 -> 133357781abd5ef0
program D=0 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=0 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=0 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=0 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=0 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=2 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=2 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=2 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=2 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=2 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=2 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=3 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=3 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=3 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=3 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=3 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=3 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=4 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=4 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=4 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=4 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=4 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=4 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=5 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=5 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=5 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=5 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=5 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=5 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=6 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=6 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=6 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=6 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=6 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=6 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=9 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=9 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=9 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=9 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=9 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
program D=9 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba98865432101
