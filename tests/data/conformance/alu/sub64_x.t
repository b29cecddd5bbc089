SUB, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D -= r$S
*(u64 *)(r1 +64) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=0 S=2
0 0 -> 0
0 1 -> ffffffffffffffff
0 2 -> fffffffffffffffe
0 3 -> fffffffffffffffd
0 a -> fffffffffffffff6
0 ffffffffffffffff -> 1
0 fffffffffffffffe -> 2
0 fffffffffffffff6 -> a
0 7fffffff -> ffffffff80000001
0 80000000 -> ffffffff80000000
0 ffffffff -> ffffffff00000001
0 100000000 -> ffffffff00000000
0 ffffffff80000000 -> 80000000
0 7fffffffffffffff -> 8000000000000001
0 8000000000000000 -> 8000000000000000
0 123456789abcdef0 -> edcba98765432110
1 0 -> 1
1 1 -> 0
1 2 -> ffffffffffffffff
1 3 -> fffffffffffffffe
1 a -> fffffffffffffff7
1 ffffffffffffffff -> 2
1 fffffffffffffffe -> 3
1 fffffffffffffff6 -> b
1 7fffffff -> ffffffff80000002
1 80000000 -> ffffffff80000001
1 ffffffff -> ffffffff00000002
1 100000000 -> ffffffff00000001
1 ffffffff80000000 -> 80000001
1 7fffffffffffffff -> 8000000000000002
1 8000000000000000 -> 8000000000000001
1 123456789abcdef0 -> edcba98765432111
2 0 -> 2
2 1 -> 1
2 2 -> 0
2 3 -> ffffffffffffffff
2 a -> fffffffffffffff8
2 ffffffffffffffff -> 3
2 fffffffffffffffe -> 4
2 fffffffffffffff6 -> c
2 7fffffff -> ffffffff80000003
2 80000000 -> ffffffff80000002
2 ffffffff -> ffffffff00000003
2 100000000 -> ffffffff00000002
2 ffffffff80000000 -> 80000002
2 7fffffffffffffff -> 8000000000000003
2 8000000000000000 -> 8000000000000002
2 123456789abcdef0 -> edcba98765432112
7 0 -> 7
7 1 -> 6
7 2 -> 5
7 3 -> 4
7 a -> fffffffffffffffd
7 ffffffffffffffff -> 8
7 fffffffffffffffe -> 9
7 fffffffffffffff6 -> 11
7 7fffffff -> ffffffff80000008
7 80000000 -> ffffffff80000007
7 ffffffff -> ffffffff00000008
7 100000000 -> ffffffff00000007
7 ffffffff80000000 -> 80000007
7 7fffffffffffffff -> 8000000000000008
7 8000000000000000 -> 8000000000000007
7 123456789abcdef0 -> edcba98765432117
64 0 -> 64
64 1 -> 63
64 2 -> 62
64 3 -> 61
64 a -> 5a
64 ffffffffffffffff -> 65
64 fffffffffffffffe -> 66
64 fffffffffffffff6 -> 6e
64 7fffffff -> ffffffff80000065
64 80000000 -> ffffffff80000064
64 ffffffff -> ffffffff00000065
64 100000000 -> ffffffff00000064
64 ffffffff80000000 -> 80000064
64 7fffffffffffffff -> 8000000000000065
64 8000000000000000 -> 8000000000000064
64 123456789abcdef0 -> edcba98765432174
ffffffffffffffff 0 -> ffffffffffffffff
ffffffffffffffff 1 -> fffffffffffffffe
ffffffffffffffff 2 -> fffffffffffffffd
ffffffffffffffff 3 -> fffffffffffffffc
ffffffffffffffff a -> fffffffffffffff5
ffffffffffffffff ffffffffffffffff -> 0
ffffffffffffffff fffffffffffffffe -> 1
ffffffffffffffff fffffffffffffff6 -> 9
ffffffffffffffff 7fffffff -> ffffffff80000000
ffffffffffffffff 80000000 -> ffffffff7fffffff
ffffffffffffffff ffffffff -> ffffffff00000000
ffffffffffffffff 100000000 -> fffffffeffffffff
ffffffffffffffff ffffffff80000000 -> 7fffffff
ffffffffffffffff 7fffffffffffffff -> 8000000000000000
ffffffffffffffff 8000000000000000 -> 7fffffffffffffff
ffffffffffffffff 123456789abcdef0 -> edcba9876543210f
fffffffffffffffe 0 -> fffffffffffffffe
fffffffffffffffe 1 -> fffffffffffffffd
fffffffffffffffe 2 -> fffffffffffffffc
fffffffffffffffe 3 -> fffffffffffffffb
fffffffffffffffe a -> fffffffffffffff4
fffffffffffffffe ffffffffffffffff -> ffffffffffffffff
fffffffffffffffe fffffffffffffffe -> 0
fffffffffffffffe fffffffffffffff6 -> 8
fffffffffffffffe 7fffffff -> ffffffff7fffffff
fffffffffffffffe 80000000 -> ffffffff7ffffffe
fffffffffffffffe ffffffff -> fffffffeffffffff
fffffffffffffffe 100000000 -> fffffffefffffffe
fffffffffffffffe ffffffff80000000 -> 7ffffffe
fffffffffffffffe 7fffffffffffffff -> 7fffffffffffffff
fffffffffffffffe 8000000000000000 -> 7ffffffffffffffe
fffffffffffffffe 123456789abcdef0 -> edcba9876543210e
7fffffff 0 -> 7fffffff
7fffffff 1 -> 7ffffffe
7fffffff 2 -> 7ffffffd
7fffffff 3 -> 7ffffffc
7fffffff a -> 7ffffff5
7fffffff ffffffffffffffff -> 80000000
7fffffff fffffffffffffffe -> 80000001
7fffffff fffffffffffffff6 -> 80000009
7fffffff 7fffffff -> 0
7fffffff 80000000 -> ffffffffffffffff
7fffffff ffffffff -> ffffffff80000000
7fffffff 100000000 -> ffffffff7fffffff
7fffffff ffffffff80000000 -> ffffffff
7fffffff 7fffffffffffffff -> 8000000080000000
7fffffff 8000000000000000 -> 800000007fffffff
7fffffff 123456789abcdef0 -> edcba987e543210f
80000000 0 -> 80000000
80000000 1 -> 7fffffff
80000000 2 -> 7ffffffe
80000000 3 -> 7ffffffd
80000000 a -> 7ffffff6
80000000 ffffffffffffffff -> 80000001
80000000 fffffffffffffffe -> 80000002
80000000 fffffffffffffff6 -> 8000000a
80000000 7fffffff -> 1
80000000 80000000 -> 0
80000000 ffffffff -> ffffffff80000001
80000000 100000000 -> ffffffff80000000
80000000 ffffffff80000000 -> 100000000
80000000 7fffffffffffffff -> 8000000080000001
80000000 8000000000000000 -> 8000000080000000
80000000 123456789abcdef0 -> edcba987e5432110
ffffffff 0 -> ffffffff
ffffffff 1 -> fffffffe
ffffffff 2 -> fffffffd
ffffffff 3 -> fffffffc
ffffffff a -> fffffff5
ffffffff ffffffffffffffff -> 100000000
ffffffff fffffffffffffffe -> 100000001
ffffffff fffffffffffffff6 -> 100000009
ffffffff 7fffffff -> 80000000
ffffffff 80000000 -> 7fffffff
ffffffff ffffffff -> 0
ffffffff 100000000 -> ffffffffffffffff
ffffffff ffffffff80000000 -> 17fffffff
ffffffff 7fffffffffffffff -> 8000000100000000
ffffffff 8000000000000000 -> 80000000ffffffff
ffffffff 123456789abcdef0 -> edcba9886543210f
100000000 0 -> 100000000
100000000 1 -> ffffffff
100000000 2 -> fffffffe
100000000 3 -> fffffffd
100000000 a -> fffffff6
100000000 ffffffffffffffff -> 100000001
100000000 fffffffffffffffe -> 100000002
100000000 fffffffffffffff6 -> 10000000a
100000000 7fffffff -> 80000001
100000000 80000000 -> 80000000
100000000 ffffffff -> 1
100000000 100000000 -> 0
100000000 ffffffff80000000 -> 180000000
100000000 7fffffffffffffff -> 8000000100000001
100000000 8000000000000000 -> 8000000100000000
100000000 123456789abcdef0 -> edcba98865432110
ffffffff80000000 0 -> ffffffff80000000
ffffffff80000000 1 -> ffffffff7fffffff
ffffffff80000000 2 -> ffffffff7ffffffe
ffffffff80000000 3 -> ffffffff7ffffffd
ffffffff80000000 a -> ffffffff7ffffff6
ffffffff80000000 ffffffffffffffff -> ffffffff80000001
ffffffff80000000 fffffffffffffffe -> ffffffff80000002
ffffffff80000000 fffffffffffffff6 -> ffffffff8000000a
ffffffff80000000 7fffffff -> ffffffff00000001
ffffffff80000000 80000000 -> ffffffff00000000
ffffffff80000000 ffffffff -> fffffffe80000001
ffffffff80000000 100000000 -> fffffffe80000000
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 7fffffff80000001
ffffffff80000000 8000000000000000 -> 7fffffff80000000
ffffffff80000000 123456789abcdef0 -> edcba986e5432110
7fffffffffffffff 0 -> 7fffffffffffffff
7fffffffffffffff 1 -> 7ffffffffffffffe
7fffffffffffffff 2 -> 7ffffffffffffffd
7fffffffffffffff 3 -> 7ffffffffffffffc
7fffffffffffffff a -> 7ffffffffffffff5
7fffffffffffffff ffffffffffffffff -> 8000000000000000
7fffffffffffffff fffffffffffffffe -> 8000000000000001
7fffffffffffffff fffffffffffffff6 -> 8000000000000009
7fffffffffffffff 7fffffff -> 7fffffff80000000
7fffffffffffffff 80000000 -> 7fffffff7fffffff
7fffffffffffffff ffffffff -> 7fffffff00000000
7fffffffffffffff 100000000 -> 7ffffffeffffffff
7fffffffffffffff ffffffff80000000 -> 800000007fffffff
7fffffffffffffff 7fffffffffffffff -> 0
7fffffffffffffff 8000000000000000 -> ffffffffffffffff
7fffffffffffffff 123456789abcdef0 -> 6dcba9876543210f
8000000000000000 0 -> 8000000000000000
8000000000000000 1 -> 7fffffffffffffff
8000000000000000 2 -> 7ffffffffffffffe
8000000000000000 3 -> 7ffffffffffffffd
8000000000000000 a -> 7ffffffffffffff6
8000000000000000 ffffffffffffffff -> 8000000000000001
8000000000000000 fffffffffffffffe -> 8000000000000002
8000000000000000 fffffffffffffff6 -> 800000000000000a
8000000000000000 7fffffff -> 7fffffff80000001
8000000000000000 80000000 -> 7fffffff80000000
8000000000000000 ffffffff -> 7fffffff00000001
8000000000000000 100000000 -> 7fffffff00000000
8000000000000000 ffffffff80000000 -> 8000000080000000
8000000000000000 7fffffffffffffff -> 1
8000000000000000 8000000000000000 -> 0
8000000000000000 123456789abcdef0 -> 6dcba98765432110
8000000000000001 0 -> 8000000000000001
8000000000000001 1 -> 8000000000000000
8000000000000001 2 -> 7fffffffffffffff
8000000000000001 3 -> 7ffffffffffffffe
8000000000000001 a -> 7ffffffffffffff7
8000000000000001 ffffffffffffffff -> 8000000000000002
8000000000000001 fffffffffffffffe -> 8000000000000003
8000000000000001 fffffffffffffff6 -> 800000000000000b
8000000000000001 7fffffff -> 7fffffff80000002
8000000000000001 80000000 -> 7fffffff80000001
8000000000000001 ffffffff -> 7fffffff00000002
8000000000000001 100000000 -> 7fffffff00000001
8000000000000001 ffffffff80000000 -> 8000000080000001
8000000000000001 7fffffffffffffff -> 2
8000000000000001 8000000000000000 -> 1
8000000000000001 123456789abcdef0 -> 6dcba98765432111
123456789abcdef0 0 -> 123456789abcdef0
123456789abcdef0 1 -> 123456789abcdeef
123456789abcdef0 2 -> 123456789abcdeee
123456789abcdef0 3 -> 123456789abcdeed
123456789abcdef0 a -> 123456789abcdee6
123456789abcdef0 ffffffffffffffff -> 123456789abcdef1
123456789abcdef0 fffffffffffffffe -> 123456789abcdef2
123456789abcdef0 fffffffffffffff6 -> 123456789abcdefa
123456789abcdef0 7fffffff -> 123456781abcdef1
123456789abcdef0 80000000 -> 123456781abcdef0
123456789abcdef0 ffffffff -> 123456779abcdef1
123456789abcdef0 100000000 -> 123456779abcdef0
123456789abcdef0 ffffffff80000000 -> 123456791abcdef0
123456789abcdef0 7fffffffffffffff -> 923456789abcdef1
123456789abcdef0 8000000000000000 -> 923456789abcdef0
123456789abcdef0 123456789abcdef0 -> 0
fedcba9876543210 0 -> fedcba9876543210
fedcba9876543210 1 -> fedcba987654320f
fedcba9876543210 2 -> fedcba987654320e
fedcba9876543210 3 -> fedcba987654320d
fedcba9876543210 a -> fedcba9876543206
fedcba9876543210 ffffffffffffffff -> fedcba9876543211
fedcba9876543210 fffffffffffffffe -> fedcba9876543212
fedcba9876543210 fffffffffffffff6 -> fedcba987654321a
fedcba9876543210 7fffffff -> fedcba97f6543211
fedcba9876543210 80000000 -> fedcba97f6543210
fedcba9876543210 ffffffff -> fedcba9776543211
fedcba9876543210 100000000 -> fedcba9776543210
fedcba9876543210 ffffffff80000000 -> fedcba98f6543210
fedcba9876543210 7fffffffffffffff -> 7edcba9876543211
fedcba9876543210 8000000000000000 -> 7edcba9876543210
fedcba9876543210 123456789abcdef0 -> eca8641fdb975320
ff00ff80008000 0 -> ff00ff80008000
ff00ff80008000 1 -> ff00ff80007fff
ff00ff80008000 2 -> ff00ff80007ffe
ff00ff80008000 3 -> ff00ff80007ffd
ff00ff80008000 a -> ff00ff80007ff6
ff00ff80008000 ffffffffffffffff -> ff00ff80008001
ff00ff80008000 fffffffffffffffe -> ff00ff80008002
ff00ff80008000 fffffffffffffff6 -> ff00ff8000800a
ff00ff80008000 7fffffff -> ff00ff00008001
ff00ff80008000 80000000 -> ff00ff00008000
ff00ff80008000 ffffffff -> ff00fe80008001
ff00ff80008000 100000000 -> ff00fe80008000
ff00ff80008000 ffffffff80000000 -> ff010000008000
ff00ff80008000 7fffffffffffffff -> 80ff00ff80008001
ff00ff80008000 8000000000000000 -> 80ff00ff80008000
ff00ff80008000 123456789abcdef0 -> eecaaa86e543a110
program D=0 S=3
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=0 S=4
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=0 S=5
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=0 S=6
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=0 S=9
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=2 S=0
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=2 S=3
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=2 S=4
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=2 S=5
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=2 S=6
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=2 S=9
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=3 S=0
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=3 S=2
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=3 S=4
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=3 S=5
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=3 S=6
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=3 S=9
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=4 S=0
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=4 S=2
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=4 S=3
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=4 S=5
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=4 S=6
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=4 S=9
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=5 S=0
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=5 S=2
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=5 S=3
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=5 S=4
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=5 S=6
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=5 S=9
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=6 S=0
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=6 S=2
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=6 S=3
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=6 S=4
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=6 S=5
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=6 S=9
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=9 S=0
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=9 S=2
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=9 S=3
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=9 S=4
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=9 S=5
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
program D=9 S=6
fedcba9876543210 d -> fedcba9876543203
edcba98765432110 80000000fffffff1 -> 6dcba9866543211f
