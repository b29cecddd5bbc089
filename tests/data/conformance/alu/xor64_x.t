XOR, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D ^= r$S
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
1 1 -> 0
1 2 -> 3
1 3 -> 2
1 a -> b
1 ffffffffffffffff -> fffffffffffffffe
1 fffffffffffffffe -> ffffffffffffffff
1 fffffffffffffff6 -> fffffffffffffff7
1 7fffffff -> 7ffffffe
1 80000000 -> 80000001
1 ffffffff -> fffffffe
1 100000000 -> 100000001
1 ffffffff80000000 -> ffffffff80000001
1 7fffffffffffffff -> 7ffffffffffffffe
1 8000000000000000 -> 8000000000000001
1 123456789abcdef0 -> 123456789abcdef1
2 0 -> 2
2 1 -> 3
2 2 -> 0
2 3 -> 1
2 a -> 8
2 ffffffffffffffff -> fffffffffffffffd
2 fffffffffffffffe -> fffffffffffffffc
2 fffffffffffffff6 -> fffffffffffffff4
2 7fffffff -> 7ffffffd
2 80000000 -> 80000002
2 ffffffff -> fffffffd
2 100000000 -> 100000002
2 ffffffff80000000 -> ffffffff80000002
2 7fffffffffffffff -> 7ffffffffffffffd
2 8000000000000000 -> 8000000000000002
2 123456789abcdef0 -> 123456789abcdef2
7 0 -> 7
7 1 -> 6
7 2 -> 5
7 3 -> 4
7 a -> d
7 ffffffffffffffff -> fffffffffffffff8
7 fffffffffffffffe -> fffffffffffffff9
7 fffffffffffffff6 -> fffffffffffffff1
7 7fffffff -> 7ffffff8
7 80000000 -> 80000007
7 ffffffff -> fffffff8
7 100000000 -> 100000007
7 ffffffff80000000 -> ffffffff80000007
7 7fffffffffffffff -> 7ffffffffffffff8
7 8000000000000000 -> 8000000000000007
7 123456789abcdef0 -> 123456789abcdef7
64 0 -> 64
64 1 -> 65
64 2 -> 66
64 3 -> 67
64 a -> 6e
64 ffffffffffffffff -> ffffffffffffff9b
64 fffffffffffffffe -> ffffffffffffff9a
64 fffffffffffffff6 -> ffffffffffffff92
64 7fffffff -> 7fffff9b
64 80000000 -> 80000064
64 ffffffff -> ffffff9b
64 100000000 -> 100000064
64 ffffffff80000000 -> ffffffff80000064
64 7fffffffffffffff -> 7fffffffffffff9b
64 8000000000000000 -> 8000000000000064
64 123456789abcdef0 -> 123456789abcde94
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
fffffffffffffffe 1 -> ffffffffffffffff
fffffffffffffffe 2 -> fffffffffffffffc
fffffffffffffffe 3 -> fffffffffffffffd
fffffffffffffffe a -> fffffffffffffff4
fffffffffffffffe ffffffffffffffff -> 1
fffffffffffffffe fffffffffffffffe -> 0
fffffffffffffffe fffffffffffffff6 -> 8
fffffffffffffffe 7fffffff -> ffffffff80000001
fffffffffffffffe 80000000 -> ffffffff7ffffffe
fffffffffffffffe ffffffff -> ffffffff00000001
fffffffffffffffe 100000000 -> fffffffefffffffe
fffffffffffffffe ffffffff80000000 -> 7ffffffe
fffffffffffffffe 7fffffffffffffff -> 8000000000000001
fffffffffffffffe 8000000000000000 -> 7ffffffffffffffe
fffffffffffffffe 123456789abcdef0 -> edcba9876543210e
7fffffff 0 -> 7fffffff
7fffffff 1 -> 7ffffffe
7fffffff 2 -> 7ffffffd
7fffffff 3 -> 7ffffffc
7fffffff a -> 7ffffff5
7fffffff ffffffffffffffff -> ffffffff80000000
7fffffff fffffffffffffffe -> ffffffff80000001
7fffffff fffffffffffffff6 -> ffffffff80000009
7fffffff 7fffffff -> 0
7fffffff 80000000 -> ffffffff
7fffffff ffffffff -> 80000000
7fffffff 100000000 -> 17fffffff
7fffffff ffffffff80000000 -> ffffffffffffffff
7fffffff 7fffffffffffffff -> 7fffffff80000000
7fffffff 8000000000000000 -> 800000007fffffff
7fffffff 123456789abcdef0 -> 12345678e543210f
80000000 0 -> 80000000
80000000 1 -> 80000001
80000000 2 -> 80000002
80000000 3 -> 80000003
80000000 a -> 8000000a
80000000 ffffffffffffffff -> ffffffff7fffffff
80000000 fffffffffffffffe -> ffffffff7ffffffe
80000000 fffffffffffffff6 -> ffffffff7ffffff6
80000000 7fffffff -> ffffffff
80000000 80000000 -> 0
80000000 ffffffff -> 7fffffff
80000000 100000000 -> 180000000
80000000 ffffffff80000000 -> ffffffff00000000
80000000 7fffffffffffffff -> 7fffffff7fffffff
80000000 8000000000000000 -> 8000000080000000
80000000 123456789abcdef0 -> 123456781abcdef0
ffffffff 0 -> ffffffff
ffffffff 1 -> fffffffe
ffffffff 2 -> fffffffd
ffffffff 3 -> fffffffc
ffffffff a -> fffffff5
ffffffff ffffffffffffffff -> ffffffff00000000
ffffffff fffffffffffffffe -> ffffffff00000001
ffffffff fffffffffffffff6 -> ffffffff00000009
ffffffff 7fffffff -> 80000000
ffffffff 80000000 -> 7fffffff
ffffffff ffffffff -> 0
ffffffff 100000000 -> 1ffffffff
ffffffff ffffffff80000000 -> ffffffff7fffffff
ffffffff 7fffffffffffffff -> 7fffffff00000000
ffffffff 8000000000000000 -> 80000000ffffffff
ffffffff 123456789abcdef0 -> 123456786543210f
100000000 0 -> 100000000
100000000 1 -> 100000001
100000000 2 -> 100000002
100000000 3 -> 100000003
100000000 a -> 10000000a
100000000 ffffffffffffffff -> fffffffeffffffff
100000000 fffffffffffffffe -> fffffffefffffffe
100000000 fffffffffffffff6 -> fffffffefffffff6
100000000 7fffffff -> 17fffffff
100000000 80000000 -> 180000000
100000000 ffffffff -> 1ffffffff
100000000 100000000 -> 0
100000000 ffffffff80000000 -> fffffffe80000000
100000000 7fffffffffffffff -> 7ffffffeffffffff
100000000 8000000000000000 -> 8000000100000000
100000000 123456789abcdef0 -> 123456799abcdef0
ffffffff80000000 0 -> ffffffff80000000
ffffffff80000000 1 -> ffffffff80000001
ffffffff80000000 2 -> ffffffff80000002
ffffffff80000000 3 -> ffffffff80000003
ffffffff80000000 a -> ffffffff8000000a
ffffffff80000000 ffffffffffffffff -> 7fffffff
ffffffff80000000 fffffffffffffffe -> 7ffffffe
ffffffff80000000 fffffffffffffff6 -> 7ffffff6
ffffffff80000000 7fffffff -> ffffffffffffffff
ffffffff80000000 80000000 -> ffffffff00000000
ffffffff80000000 ffffffff -> ffffffff7fffffff
ffffffff80000000 100000000 -> fffffffe80000000
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 800000007fffffff
ffffffff80000000 8000000000000000 -> 7fffffff80000000
ffffffff80000000 123456789abcdef0 -> edcba9871abcdef0
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
8000000000000001 1 -> 8000000000000000
8000000000000001 2 -> 8000000000000003
8000000000000001 3 -> 8000000000000002
8000000000000001 a -> 800000000000000b
8000000000000001 ffffffffffffffff -> 7ffffffffffffffe
8000000000000001 fffffffffffffffe -> 7fffffffffffffff
8000000000000001 fffffffffffffff6 -> 7ffffffffffffff7
8000000000000001 7fffffff -> 800000007ffffffe
8000000000000001 80000000 -> 8000000080000001
8000000000000001 ffffffff -> 80000000fffffffe
8000000000000001 100000000 -> 8000000100000001
8000000000000001 ffffffff80000000 -> 7fffffff80000001
8000000000000001 7fffffffffffffff -> fffffffffffffffe
8000000000000001 8000000000000000 -> 1
8000000000000001 123456789abcdef0 -> 923456789abcdef1
123456789abcdef0 0 -> 123456789abcdef0
123456789abcdef0 1 -> 123456789abcdef1
123456789abcdef0 2 -> 123456789abcdef2
123456789abcdef0 3 -> 123456789abcdef3
123456789abcdef0 a -> 123456789abcdefa
123456789abcdef0 ffffffffffffffff -> edcba9876543210f
123456789abcdef0 fffffffffffffffe -> edcba9876543210e
123456789abcdef0 fffffffffffffff6 -> edcba98765432106
123456789abcdef0 7fffffff -> 12345678e543210f
123456789abcdef0 80000000 -> 123456781abcdef0
123456789abcdef0 ffffffff -> 123456786543210f
123456789abcdef0 100000000 -> 123456799abcdef0
123456789abcdef0 ffffffff80000000 -> edcba9871abcdef0
123456789abcdef0 7fffffffffffffff -> 6dcba9876543210f
123456789abcdef0 8000000000000000 -> 923456789abcdef0
123456789abcdef0 123456789abcdef0 -> 0
fedcba9876543210 0 -> fedcba9876543210
fedcba9876543210 1 -> fedcba9876543211
fedcba9876543210 2 -> fedcba9876543212
fedcba9876543210 3 -> fedcba9876543213
fedcba9876543210 a -> fedcba987654321a
fedcba9876543210 ffffffffffffffff -> 123456789abcdef
fedcba9876543210 fffffffffffffffe -> 123456789abcdee
fedcba9876543210 fffffffffffffff6 -> 123456789abcde6
fedcba9876543210 7fffffff -> fedcba9809abcdef
fedcba9876543210 80000000 -> fedcba98f6543210
fedcba9876543210 ffffffff -> fedcba9889abcdef
fedcba9876543210 100000000 -> fedcba9976543210
fedcba9876543210 ffffffff80000000 -> 1234567f6543210
fedcba9876543210 7fffffffffffffff -> 8123456789abcdef
fedcba9876543210 8000000000000000 -> 7edcba9876543210
fedcba9876543210 123456789abcdef0 -> ece8ece0ece8ece0
ff00ff80008000 0 -> ff00ff80008000
ff00ff80008000 1 -> ff00ff80008001
ff00ff80008000 2 -> ff00ff80008002
ff00ff80008000 3 -> ff00ff80008003
ff00ff80008000 a -> ff00ff8000800a
ff00ff80008000 ffffffffffffffff -> ff00ff007fff7fff
ff00ff80008000 fffffffffffffffe -> ff00ff007fff7ffe
ff00ff80008000 fffffffffffffff6 -> ff00ff007fff7ff6
ff00ff80008000 7fffffff -> ff00ffffff7fff
ff00ff80008000 80000000 -> ff00ff00008000
ff00ff80008000 ffffffff -> ff00ff7fff7fff
ff00ff80008000 100000000 -> ff00fe80008000
ff00ff80008000 ffffffff80000000 -> ff00ff0000008000
ff00ff80008000 7fffffffffffffff -> 7f00ff007fff7fff
ff00ff80008000 8000000000000000 -> 80ff00ff80008000
ff00ff80008000 123456789abcdef0 -> 12cb56871abc5ef0
program D=0 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=0 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=0 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=0 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=0 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=2 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=2 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=2 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=2 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=2 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=2 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=3 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=3 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=3 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=3 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=3 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=3 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=4 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=4 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=4 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=4 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=4 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=4 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=5 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=5 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=5 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=5 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=5 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=5 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=6 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=6 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=6 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=6 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=6 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=6 S=9
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=9 S=0
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=9 S=2
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=9 S=3
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=9 S=4
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=9 S=5
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
program D=9 S=6
fedcba9876543210 d -> fedcba987654321d
edcba98765432110 80000000fffffff1 -> 6dcba9879abcdee1
