SUB, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D -= w$S
*(u64 *)(r1 +64) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=0 S=2
0 0 -> 0
0 1 -> ffffffff
0 2 -> fffffffe
0 3 -> fffffffd
0 a -> fffffff6
0 ffffffffffffffff -> 1
0 fffffffffffffffe -> 2
0 fffffffffffffff6 -> a
0 7fffffff -> 80000001
0 80000000 -> 80000000
0 ffffffff -> 1
0 100000000 -> 0
0 ffffffff80000000 -> 80000000
0 7fffffffffffffff -> 1
0 8000000000000000 -> 0
0 123456789abcdef0 -> 65432110
1 0 -> 1
1 1 -> 0
1 2 -> ffffffff
1 3 -> fffffffe
1 a -> fffffff7
1 ffffffffffffffff -> 2
1 fffffffffffffffe -> 3
1 fffffffffffffff6 -> b
1 7fffffff -> 80000002
1 80000000 -> 80000001
1 ffffffff -> 2
1 100000000 -> 1
1 ffffffff80000000 -> 80000001
1 7fffffffffffffff -> 2
1 8000000000000000 -> 1
1 123456789abcdef0 -> 65432111
2 0 -> 2
2 1 -> 1
2 2 -> 0
2 3 -> ffffffff
2 a -> fffffff8
2 ffffffffffffffff -> 3
2 fffffffffffffffe -> 4
2 fffffffffffffff6 -> c
2 7fffffff -> 80000003
2 80000000 -> 80000002
2 ffffffff -> 3
2 100000000 -> 2
2 ffffffff80000000 -> 80000002
2 7fffffffffffffff -> 3
2 8000000000000000 -> 2
2 123456789abcdef0 -> 65432112
7 0 -> 7
7 1 -> 6
7 2 -> 5
7 3 -> 4
7 a -> fffffffd
7 ffffffffffffffff -> 8
7 fffffffffffffffe -> 9
7 fffffffffffffff6 -> 11
7 7fffffff -> 80000008
7 80000000 -> 80000007
7 ffffffff -> 8
7 100000000 -> 7
7 ffffffff80000000 -> 80000007
7 7fffffffffffffff -> 8
7 8000000000000000 -> 7
7 123456789abcdef0 -> 65432117
64 0 -> 64
64 1 -> 63
64 2 -> 62
64 3 -> 61
64 a -> 5a
64 ffffffffffffffff -> 65
64 fffffffffffffffe -> 66
64 fffffffffffffff6 -> 6e
64 7fffffff -> 80000065
64 80000000 -> 80000064
64 ffffffff -> 65
64 100000000 -> 64
64 ffffffff80000000 -> 80000064
64 7fffffffffffffff -> 65
64 8000000000000000 -> 64
64 123456789abcdef0 -> 65432174
ffffffffffffffff 0 -> ffffffff
ffffffffffffffff 1 -> fffffffe
ffffffffffffffff 2 -> fffffffd
ffffffffffffffff 3 -> fffffffc
ffffffffffffffff a -> fffffff5
ffffffffffffffff ffffffffffffffff -> 0
ffffffffffffffff fffffffffffffffe -> 1
ffffffffffffffff fffffffffffffff6 -> 9
ffffffffffffffff 7fffffff -> 80000000
ffffffffffffffff 80000000 -> 7fffffff
ffffffffffffffff ffffffff -> 0
ffffffffffffffff 100000000 -> ffffffff
ffffffffffffffff ffffffff80000000 -> 7fffffff
ffffffffffffffff 7fffffffffffffff -> 0
ffffffffffffffff 8000000000000000 -> ffffffff
ffffffffffffffff 123456789abcdef0 -> 6543210f
fffffffffffffffe 0 -> fffffffe
fffffffffffffffe 1 -> fffffffd
fffffffffffffffe 2 -> fffffffc
fffffffffffffffe 3 -> fffffffb
fffffffffffffffe a -> fffffff4
fffffffffffffffe ffffffffffffffff -> ffffffff
fffffffffffffffe fffffffffffffffe -> 0
fffffffffffffffe fffffffffffffff6 -> 8
fffffffffffffffe 7fffffff -> 7fffffff
fffffffffffffffe 80000000 -> 7ffffffe
fffffffffffffffe ffffffff -> ffffffff
fffffffffffffffe 100000000 -> fffffffe
fffffffffffffffe ffffffff80000000 -> 7ffffffe
fffffffffffffffe 7fffffffffffffff -> ffffffff
fffffffffffffffe 8000000000000000 -> fffffffe
fffffffffffffffe 123456789abcdef0 -> 6543210e
7fffffff 0 -> 7fffffff
7fffffff 1 -> 7ffffffe
7fffffff 2 -> 7ffffffd
7fffffff 3 -> 7ffffffc
7fffffff a -> 7ffffff5
7fffffff ffffffffffffffff -> 80000000
7fffffff fffffffffffffffe -> 80000001
7fffffff fffffffffffffff6 -> 80000009
7fffffff 7fffffff -> 0
7fffffff 80000000 -> ffffffff
7fffffff ffffffff -> 80000000
7fffffff 100000000 -> 7fffffff
7fffffff ffffffff80000000 -> ffffffff
7fffffff 7fffffffffffffff -> 80000000
7fffffff 8000000000000000 -> 7fffffff
7fffffff 123456789abcdef0 -> e543210f
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
80000000 ffffffff -> 80000001
80000000 100000000 -> 80000000
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 80000001
80000000 8000000000000000 -> 80000000
80000000 123456789abcdef0 -> e5432110
ffffffff 0 -> ffffffff
ffffffff 1 -> fffffffe
ffffffff 2 -> fffffffd
ffffffff 3 -> fffffffc
ffffffff a -> fffffff5
ffffffff ffffffffffffffff -> 0
ffffffff fffffffffffffffe -> 1
ffffffff fffffffffffffff6 -> 9
ffffffff 7fffffff -> 80000000
ffffffff 80000000 -> 7fffffff
ffffffff ffffffff -> 0
ffffffff 100000000 -> ffffffff
ffffffff ffffffff80000000 -> 7fffffff
ffffffff 7fffffffffffffff -> 0
ffffffff 8000000000000000 -> ffffffff
ffffffff 123456789abcdef0 -> 6543210f
100000000 0 -> 0
100000000 1 -> ffffffff
100000000 2 -> fffffffe
100000000 3 -> fffffffd
100000000 a -> fffffff6
100000000 ffffffffffffffff -> 1
100000000 fffffffffffffffe -> 2
100000000 fffffffffffffff6 -> a
100000000 7fffffff -> 80000001
100000000 80000000 -> 80000000
100000000 ffffffff -> 1
100000000 100000000 -> 0
100000000 ffffffff80000000 -> 80000000
100000000 7fffffffffffffff -> 1
100000000 8000000000000000 -> 0
100000000 123456789abcdef0 -> 65432110
ffffffff80000000 0 -> 80000000
ffffffff80000000 1 -> 7fffffff
ffffffff80000000 2 -> 7ffffffe
ffffffff80000000 3 -> 7ffffffd
ffffffff80000000 a -> 7ffffff6
ffffffff80000000 ffffffffffffffff -> 80000001
ffffffff80000000 fffffffffffffffe -> 80000002
ffffffff80000000 fffffffffffffff6 -> 8000000a
ffffffff80000000 7fffffff -> 1
ffffffff80000000 80000000 -> 0
ffffffff80000000 ffffffff -> 80000001
ffffffff80000000 100000000 -> 80000000
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 80000001
ffffffff80000000 8000000000000000 -> 80000000
ffffffff80000000 123456789abcdef0 -> e5432110
7fffffffffffffff 0 -> ffffffff
7fffffffffffffff 1 -> fffffffe
7fffffffffffffff 2 -> fffffffd
7fffffffffffffff 3 -> fffffffc
7fffffffffffffff a -> fffffff5
7fffffffffffffff ffffffffffffffff -> 0
7fffffffffffffff fffffffffffffffe -> 1
7fffffffffffffff fffffffffffffff6 -> 9
7fffffffffffffff 7fffffff -> 80000000
7fffffffffffffff 80000000 -> 7fffffff
7fffffffffffffff ffffffff -> 0
7fffffffffffffff 100000000 -> ffffffff
7fffffffffffffff ffffffff80000000 -> 7fffffff
7fffffffffffffff 7fffffffffffffff -> 0
7fffffffffffffff 8000000000000000 -> ffffffff
7fffffffffffffff 123456789abcdef0 -> 6543210f
8000000000000000 0 -> 0
8000000000000000 1 -> ffffffff
8000000000000000 2 -> fffffffe
8000000000000000 3 -> fffffffd
8000000000000000 a -> fffffff6
8000000000000000 ffffffffffffffff -> 1
8000000000000000 fffffffffffffffe -> 2
8000000000000000 fffffffffffffff6 -> a
8000000000000000 7fffffff -> 80000001
8000000000000000 80000000 -> 80000000
8000000000000000 ffffffff -> 1
8000000000000000 100000000 -> 0
8000000000000000 ffffffff80000000 -> 80000000
8000000000000000 7fffffffffffffff -> 1
8000000000000000 8000000000000000 -> 0
8000000000000000 123456789abcdef0 -> 65432110
8000000000000001 0 -> 1
8000000000000001 1 -> 0
8000000000000001 2 -> ffffffff
8000000000000001 3 -> fffffffe
8000000000000001 a -> fffffff7
8000000000000001 ffffffffffffffff -> 2
8000000000000001 fffffffffffffffe -> 3
8000000000000001 fffffffffffffff6 -> b
8000000000000001 7fffffff -> 80000002
8000000000000001 80000000 -> 80000001
8000000000000001 ffffffff -> 2
8000000000000001 100000000 -> 1
8000000000000001 ffffffff80000000 -> 80000001
8000000000000001 7fffffffffffffff -> 2
8000000000000001 8000000000000000 -> 1
8000000000000001 123456789abcdef0 -> 65432111
123456789abcdef0 0 -> 9abcdef0
123456789abcdef0 1 -> 9abcdeef
123456789abcdef0 2 -> 9abcdeee
123456789abcdef0 3 -> 9abcdeed
123456789abcdef0 a -> 9abcdee6
123456789abcdef0 ffffffffffffffff -> 9abcdef1
123456789abcdef0 fffffffffffffffe -> 9abcdef2
123456789abcdef0 fffffffffffffff6 -> 9abcdefa
123456789abcdef0 7fffffff -> 1abcdef1
123456789abcdef0 80000000 -> 1abcdef0
123456789abcdef0 ffffffff -> 9abcdef1
123456789abcdef0 100000000 -> 9abcdef0
123456789abcdef0 ffffffff80000000 -> 1abcdef0
123456789abcdef0 7fffffffffffffff -> 9abcdef1
123456789abcdef0 8000000000000000 -> 9abcdef0
123456789abcdef0 123456789abcdef0 -> 0
fedcba9876543210 0 -> 76543210
fedcba9876543210 1 -> 7654320f
fedcba9876543210 2 -> 7654320e
fedcba9876543210 3 -> 7654320d
fedcba9876543210 a -> 76543206
fedcba9876543210 ffffffffffffffff -> 76543211
fedcba9876543210 fffffffffffffffe -> 76543212
fedcba9876543210 fffffffffffffff6 -> 7654321a
fedcba9876543210 7fffffff -> f6543211
fedcba9876543210 80000000 -> f6543210
fedcba9876543210 ffffffff -> 76543211
fedcba9876543210 100000000 -> 76543210
fedcba9876543210 ffffffff80000000 -> f6543210
fedcba9876543210 7fffffffffffffff -> 76543211
fedcba9876543210 8000000000000000 -> 76543210
fedcba9876543210 123456789abcdef0 -> db975320
ff00ff80008000 0 -> 80008000
ff00ff80008000 1 -> 80007fff
ff00ff80008000 2 -> 80007ffe
ff00ff80008000 3 -> 80007ffd
ff00ff80008000 a -> 80007ff6
ff00ff80008000 ffffffffffffffff -> 80008001
ff00ff80008000 fffffffffffffffe -> 80008002
ff00ff80008000 fffffffffffffff6 -> 8000800a
ff00ff80008000 7fffffff -> 8001
ff00ff80008000 80000000 -> 8000
ff00ff80008000 ffffffff -> 80008001
ff00ff80008000 100000000 -> 80008000
ff00ff80008000 ffffffff80000000 -> 8000
ff00ff80008000 7fffffffffffffff -> 80008001
ff00ff80008000 8000000000000000 -> 80008000
ff00ff80008000 123456789abcdef0 -> e543a110
program D=0 S=3
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=0 S=4
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=0 S=5
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=0 S=6
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=0 S=9
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=2 S=0
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=2 S=3
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=2 S=4
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=2 S=5
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=2 S=6
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=2 S=9
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=3 S=0
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=3 S=2
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=3 S=4
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=3 S=5
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=3 S=6
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=3 S=9
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=4 S=0
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=4 S=2
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=4 S=3
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=4 S=5
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=4 S=6
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=4 S=9
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=5 S=0
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=5 S=2
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=5 S=3
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=5 S=4
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=5 S=6
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=5 S=9
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=6 S=0
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=6 S=2
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=6 S=3
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=6 S=4
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=6 S=5
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=6 S=9
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=9 S=0
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=9 S=2
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=9 S=3
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=9 S=4
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=9 S=5
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
program D=9 S=6
fedcba9876543210 d -> 76543203
edcba98765432110 80000000fffffff1 -> 6543211f
