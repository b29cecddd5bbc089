RSH, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D >>= r$S
*(u64 *)(r1 +64) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=0 S=2
0 0 -> 0
0 1 -> 0
0 7 -> 0
0 8 -> 0
0 f -> 0
0 10 -> 0
0 1f -> 0
0 20 -> 0
0 21 -> 0
0 3f -> 0
0 40 -> 0
0 41 -> 0
0 7f -> 0
0 100 -> 0
0 ffffffffffffffff -> 0
0 80000000 -> 0
0 100000001 -> 0
1 0 -> 1
1 1 -> 0
1 7 -> 0
1 8 -> 0
1 f -> 0
1 10 -> 0
1 1f -> 0
1 20 -> 0
1 21 -> 0
1 3f -> 0
1 40 -> 1
1 41 -> 0
1 7f -> 0
1 100 -> 1
1 ffffffffffffffff -> 0
1 80000000 -> 1
1 100000001 -> 0
2 0 -> 2
2 1 -> 1
2 7 -> 0
2 8 -> 0
2 f -> 0
2 10 -> 0
2 1f -> 0
2 20 -> 0
2 21 -> 0
2 3f -> 0
2 40 -> 2
2 41 -> 1
2 7f -> 0
2 100 -> 2
2 ffffffffffffffff -> 0
2 80000000 -> 2
2 100000001 -> 1
7 0 -> 7
7 1 -> 3
7 7 -> 0
7 8 -> 0
7 f -> 0
7 10 -> 0
7 1f -> 0
7 20 -> 0
7 21 -> 0
7 3f -> 0
7 40 -> 7
7 41 -> 3
7 7f -> 0
7 100 -> 7
7 ffffffffffffffff -> 0
7 80000000 -> 7
7 100000001 -> 3
64 0 -> 64
64 1 -> 32
64 7 -> 0
64 8 -> 0
64 f -> 0
64 10 -> 0
64 1f -> 0
64 20 -> 0
64 21 -> 0
64 3f -> 0
64 40 -> 64
64 41 -> 32
64 7f -> 0
64 100 -> 64
64 ffffffffffffffff -> 0
64 80000000 -> 64
64 100000001 -> 32
ffffffffffffffff 0 -> ffffffffffffffff
ffffffffffffffff 1 -> 7fffffffffffffff
ffffffffffffffff 7 -> 1ffffffffffffff
ffffffffffffffff 8 -> ffffffffffffff
ffffffffffffffff f -> 1ffffffffffff
ffffffffffffffff 10 -> ffffffffffff
ffffffffffffffff 1f -> 1ffffffff
ffffffffffffffff 20 -> ffffffff
ffffffffffffffff 21 -> 7fffffff
ffffffffffffffff 3f -> 1
ffffffffffffffff 40 -> ffffffffffffffff
ffffffffffffffff 41 -> 7fffffffffffffff
ffffffffffffffff 7f -> 1
ffffffffffffffff 100 -> ffffffffffffffff
ffffffffffffffff ffffffffffffffff -> 1
ffffffffffffffff 80000000 -> ffffffffffffffff
ffffffffffffffff 100000001 -> 7fffffffffffffff
fffffffffffffffe 0 -> fffffffffffffffe
fffffffffffffffe 1 -> 7fffffffffffffff
fffffffffffffffe 7 -> 1ffffffffffffff
fffffffffffffffe 8 -> ffffffffffffff
fffffffffffffffe f -> 1ffffffffffff
fffffffffffffffe 10 -> ffffffffffff
fffffffffffffffe 1f -> 1ffffffff
fffffffffffffffe 20 -> ffffffff
fffffffffffffffe 21 -> 7fffffff
fffffffffffffffe 3f -> 1
fffffffffffffffe 40 -> fffffffffffffffe
fffffffffffffffe 41 -> 7fffffffffffffff
fffffffffffffffe 7f -> 1
fffffffffffffffe 100 -> fffffffffffffffe
fffffffffffffffe ffffffffffffffff -> 1
fffffffffffffffe 80000000 -> fffffffffffffffe
fffffffffffffffe 100000001 -> 7fffffffffffffff
7fffffff 0 -> 7fffffff
7fffffff 1 -> 3fffffff
7fffffff 7 -> ffffff
7fffffff 8 -> 7fffff
7fffffff f -> ffff
7fffffff 10 -> 7fff
7fffffff 1f -> 0
7fffffff 20 -> 0
7fffffff 21 -> 0
7fffffff 3f -> 0
7fffffff 40 -> 7fffffff
7fffffff 41 -> 3fffffff
7fffffff 7f -> 0
7fffffff 100 -> 7fffffff
7fffffff ffffffffffffffff -> 0
7fffffff 80000000 -> 7fffffff
7fffffff 100000001 -> 3fffffff
80000000 0 -> 80000000
80000000 1 -> 40000000
80000000 7 -> 1000000
80000000 8 -> 800000
80000000 f -> 10000
80000000 10 -> 8000
80000000 1f -> 1
80000000 20 -> 0
80000000 21 -> 0
80000000 3f -> 0
80000000 40 -> 80000000
80000000 41 -> 40000000
80000000 7f -> 0
80000000 100 -> 80000000
80000000 ffffffffffffffff -> 0
80000000 80000000 -> 80000000
80000000 100000001 -> 40000000
ffffffff 0 -> ffffffff
ffffffff 1 -> 7fffffff
ffffffff 7 -> 1ffffff
ffffffff 8 -> ffffff
ffffffff f -> 1ffff
ffffffff 10 -> ffff
ffffffff 1f -> 1
ffffffff 20 -> 0
ffffffff 21 -> 0
ffffffff 3f -> 0
ffffffff 40 -> ffffffff
ffffffff 41 -> 7fffffff
ffffffff 7f -> 0
ffffffff 100 -> ffffffff
ffffffff ffffffffffffffff -> 0
ffffffff 80000000 -> ffffffff
ffffffff 100000001 -> 7fffffff
100000000 0 -> 100000000
100000000 1 -> 80000000
100000000 7 -> 2000000
100000000 8 -> 1000000
100000000 f -> 20000
100000000 10 -> 10000
100000000 1f -> 2
100000000 20 -> 1
100000000 21 -> 0
100000000 3f -> 0
100000000 40 -> 100000000
100000000 41 -> 80000000
100000000 7f -> 0
100000000 100 -> 100000000
100000000 ffffffffffffffff -> 0
100000000 80000000 -> 100000000
100000000 100000001 -> 80000000
ffffffff80000000 0 -> ffffffff80000000
ffffffff80000000 1 -> 7fffffffc0000000
ffffffff80000000 7 -> 1ffffffff000000
ffffffff80000000 8 -> ffffffff800000
ffffffff80000000 f -> 1ffffffff0000
ffffffff80000000 10 -> ffffffff8000
ffffffff80000000 1f -> 1ffffffff
ffffffff80000000 20 -> ffffffff
ffffffff80000000 21 -> 7fffffff
ffffffff80000000 3f -> 1
ffffffff80000000 40 -> ffffffff80000000
ffffffff80000000 41 -> 7fffffffc0000000
ffffffff80000000 7f -> 1
ffffffff80000000 100 -> ffffffff80000000
ffffffff80000000 ffffffffffffffff -> 1
ffffffff80000000 80000000 -> ffffffff80000000
ffffffff80000000 100000001 -> 7fffffffc0000000
7fffffffffffffff 0 -> 7fffffffffffffff
7fffffffffffffff 1 -> 3fffffffffffffff
7fffffffffffffff 7 -> ffffffffffffff
7fffffffffffffff 8 -> 7fffffffffffff
7fffffffffffffff f -> ffffffffffff
7fffffffffffffff 10 -> 7fffffffffff
7fffffffffffffff 1f -> ffffffff
7fffffffffffffff 20 -> 7fffffff
7fffffffffffffff 21 -> 3fffffff
7fffffffffffffff 3f -> 0
7fffffffffffffff 40 -> 7fffffffffffffff
7fffffffffffffff 41 -> 3fffffffffffffff
7fffffffffffffff 7f -> 0
7fffffffffffffff 100 -> 7fffffffffffffff
7fffffffffffffff ffffffffffffffff -> 0
7fffffffffffffff 80000000 -> 7fffffffffffffff
7fffffffffffffff 100000001 -> 3fffffffffffffff
8000000000000000 0 -> 8000000000000000
8000000000000000 1 -> 4000000000000000
8000000000000000 7 -> 100000000000000
8000000000000000 8 -> 80000000000000
8000000000000000 f -> 1000000000000
8000000000000000 10 -> 800000000000
8000000000000000 1f -> 100000000
8000000000000000 20 -> 80000000
8000000000000000 21 -> 40000000
8000000000000000 3f -> 1
8000000000000000 40 -> 8000000000000000
8000000000000000 41 -> 4000000000000000
8000000000000000 7f -> 1
8000000000000000 100 -> 8000000000000000
8000000000000000 ffffffffffffffff -> 1
8000000000000000 80000000 -> 8000000000000000
8000000000000000 100000001 -> 4000000000000000
8000000000000001 0 -> 8000000000000001
8000000000000001 1 -> 4000000000000000
8000000000000001 7 -> 100000000000000
8000000000000001 8 -> 80000000000000
8000000000000001 f -> 1000000000000
8000000000000001 10 -> 800000000000
8000000000000001 1f -> 100000000
8000000000000001 20 -> 80000000
8000000000000001 21 -> 40000000
8000000000000001 3f -> 1
8000000000000001 40 -> 8000000000000001
8000000000000001 41 -> 4000000000000000
8000000000000001 7f -> 1
8000000000000001 100 -> 8000000000000001
8000000000000001 ffffffffffffffff -> 1
8000000000000001 80000000 -> 8000000000000001
8000000000000001 100000001 -> 4000000000000000
123456789abcdef0 0 -> 123456789abcdef0
123456789abcdef0 1 -> 91a2b3c4d5e6f78
123456789abcdef0 7 -> 2468acf13579bd
123456789abcdef0 8 -> 123456789abcde
123456789abcdef0 f -> 2468acf13579
123456789abcdef0 10 -> 123456789abc
123456789abcdef0 1f -> 2468acf1
123456789abcdef0 20 -> 12345678
123456789abcdef0 21 -> 91a2b3c
123456789abcdef0 3f -> 0
123456789abcdef0 40 -> 123456789abcdef0
123456789abcdef0 41 -> 91a2b3c4d5e6f78
123456789abcdef0 7f -> 0
123456789abcdef0 100 -> 123456789abcdef0
123456789abcdef0 ffffffffffffffff -> 0
123456789abcdef0 80000000 -> 123456789abcdef0
123456789abcdef0 100000001 -> 91a2b3c4d5e6f78
fedcba9876543210 0 -> fedcba9876543210
fedcba9876543210 1 -> 7f6e5d4c3b2a1908
fedcba9876543210 7 -> 1fdb97530eca864
fedcba9876543210 8 -> fedcba98765432
fedcba9876543210 f -> 1fdb97530eca8
fedcba9876543210 10 -> fedcba987654
fedcba9876543210 1f -> 1fdb97530
fedcba9876543210 20 -> fedcba98
fedcba9876543210 21 -> 7f6e5d4c
fedcba9876543210 3f -> 1
fedcba9876543210 40 -> fedcba9876543210
fedcba9876543210 41 -> 7f6e5d4c3b2a1908
fedcba9876543210 7f -> 1
fedcba9876543210 100 -> fedcba9876543210
fedcba9876543210 ffffffffffffffff -> 1
fedcba9876543210 80000000 -> fedcba9876543210
fedcba9876543210 100000001 -> 7f6e5d4c3b2a1908
ff00ff80008000 0 -> ff00ff80008000
ff00ff80008000 1 -> 7f807fc0004000
ff00ff80008000 7 -> 1fe01ff000100
ff00ff80008000 8 -> ff00ff800080
ff00ff80008000 f -> 1fe01ff0001
ff00ff80008000 10 -> ff00ff8000
ff00ff80008000 1f -> 1fe01ff
ff00ff80008000 20 -> ff00ff
ff00ff80008000 21 -> 7f807f
ff00ff80008000 3f -> 0
ff00ff80008000 40 -> ff00ff80008000
ff00ff80008000 41 -> 7f807fc0004000
ff00ff80008000 7f -> 0
ff00ff80008000 100 -> ff00ff80008000
ff00ff80008000 ffffffffffffffff -> 0
ff00ff80008000 80000000 -> ff00ff80008000
ff00ff80008000 100000001 -> 7f807fc0004000
program D=0 S=3
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=0 S=4
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=0 S=5
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=0 S=6
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=0 S=9
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=2 S=0
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=2 S=3
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=2 S=4
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=2 S=5
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=2 S=6
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=2 S=9
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=3 S=0
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=3 S=2
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=3 S=4
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=3 S=5
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=3 S=6
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=3 S=9
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=4 S=0
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=4 S=2
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=4 S=3
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=4 S=5
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=4 S=6
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=4 S=9
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=5 S=0
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=5 S=2
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=5 S=3
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=5 S=4
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=5 S=6
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=5 S=9
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=6 S=0
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=6 S=2
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=6 S=3
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=6 S=4
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=6 S=5
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=6 S=9
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=9 S=0
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=9 S=2
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=9 S=3
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=9 S=4
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=9 S=5
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
program D=9 S=6
fedcba9876543210 d -> 7f6e5d4c3b2a1
edcba98765432110 80000000fffffff1 -> 76e5
