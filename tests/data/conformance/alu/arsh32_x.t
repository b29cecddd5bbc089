ARSH, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D s>>= w$S
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
1 20 -> 1
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
2 20 -> 2
2 21 -> 1
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
7 20 -> 7
7 21 -> 3
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
64 20 -> 64
64 21 -> 32
64 3f -> 0
64 40 -> 64
64 41 -> 32
64 7f -> 0
64 100 -> 64
64 ffffffffffffffff -> 0
64 80000000 -> 64
64 100000001 -> 32
ffffffffffffffff 0 -> ffffffff
ffffffffffffffff 1 -> ffffffff
ffffffffffffffff 7 -> ffffffff
ffffffffffffffff 8 -> ffffffff
ffffffffffffffff f -> ffffffff
ffffffffffffffff 10 -> ffffffff
ffffffffffffffff 1f -> ffffffff
ffffffffffffffff 20 -> ffffffff
ffffffffffffffff 21 -> ffffffff
ffffffffffffffff 3f -> ffffffff
ffffffffffffffff 40 -> ffffffff
ffffffffffffffff 41 -> ffffffff
ffffffffffffffff 7f -> ffffffff
ffffffffffffffff 100 -> ffffffff
ffffffffffffffff ffffffffffffffff -> ffffffff
ffffffffffffffff 80000000 -> ffffffff
ffffffffffffffff 100000001 -> ffffffff
fffffffffffffffe 0 -> fffffffe
fffffffffffffffe 1 -> ffffffff
fffffffffffffffe 7 -> ffffffff
fffffffffffffffe 8 -> ffffffff
fffffffffffffffe f -> ffffffff
fffffffffffffffe 10 -> ffffffff
fffffffffffffffe 1f -> ffffffff
fffffffffffffffe 20 -> fffffffe
fffffffffffffffe 21 -> ffffffff
fffffffffffffffe 3f -> ffffffff
fffffffffffffffe 40 -> fffffffe
fffffffffffffffe 41 -> ffffffff
fffffffffffffffe 7f -> ffffffff
fffffffffffffffe 100 -> fffffffe
fffffffffffffffe ffffffffffffffff -> ffffffff
fffffffffffffffe 80000000 -> fffffffe
fffffffffffffffe 100000001 -> ffffffff
7fffffff 0 -> 7fffffff
7fffffff 1 -> 3fffffff
7fffffff 7 -> ffffff
7fffffff 8 -> 7fffff
7fffffff f -> ffff
7fffffff 10 -> 7fff
7fffffff 1f -> 0
7fffffff 20 -> 7fffffff
7fffffff 21 -> 3fffffff
7fffffff 3f -> 0
7fffffff 40 -> 7fffffff
7fffffff 41 -> 3fffffff
7fffffff 7f -> 0
7fffffff 100 -> 7fffffff
7fffffff ffffffffffffffff -> 0
7fffffff 80000000 -> 7fffffff
7fffffff 100000001 -> 3fffffff
80000000 0 -> 80000000
80000000 1 -> c0000000
80000000 7 -> ff000000
80000000 8 -> ff800000
80000000 f -> ffff0000
80000000 10 -> ffff8000
80000000 1f -> ffffffff
80000000 20 -> 80000000
80000000 21 -> c0000000
80000000 3f -> ffffffff
80000000 40 -> 80000000
80000000 41 -> c0000000
80000000 7f -> ffffffff
80000000 100 -> 80000000
80000000 ffffffffffffffff -> ffffffff
80000000 80000000 -> 80000000
80000000 100000001 -> c0000000
ffffffff 0 -> ffffffff
ffffffff 1 -> ffffffff
ffffffff 7 -> ffffffff
ffffffff 8 -> ffffffff
ffffffff f -> ffffffff
ffffffff 10 -> ffffffff
ffffffff 1f -> ffffffff
ffffffff 20 -> ffffffff
ffffffff 21 -> ffffffff
ffffffff 3f -> ffffffff
ffffffff 40 -> ffffffff
ffffffff 41 -> ffffffff
ffffffff 7f -> ffffffff
ffffffff 100 -> ffffffff
ffffffff ffffffffffffffff -> ffffffff
ffffffff 80000000 -> ffffffff
ffffffff 100000001 -> ffffffff
100000000 0 -> 0
100000000 1 -> 0
100000000 7 -> 0
100000000 8 -> 0
100000000 f -> 0
100000000 10 -> 0
100000000 1f -> 0
100000000 20 -> 0
100000000 21 -> 0
100000000 3f -> 0
100000000 40 -> 0
100000000 41 -> 0
100000000 7f -> 0
100000000 100 -> 0
100000000 ffffffffffffffff -> 0
100000000 80000000 -> 0
100000000 100000001 -> 0
ffffffff80000000 0 -> 80000000
ffffffff80000000 1 -> c0000000
ffffffff80000000 7 -> ff000000
ffffffff80000000 8 -> ff800000
ffffffff80000000 f -> ffff0000
ffffffff80000000 10 -> ffff8000
ffffffff80000000 1f -> ffffffff
ffffffff80000000 20 -> 80000000
ffffffff80000000 21 -> c0000000
ffffffff80000000 3f -> ffffffff
ffffffff80000000 40 -> 80000000
ffffffff80000000 41 -> c0000000
ffffffff80000000 7f -> ffffffff
ffffffff80000000 100 -> 80000000
ffffffff80000000 ffffffffffffffff -> ffffffff
ffffffff80000000 80000000 -> 80000000
ffffffff80000000 100000001 -> c0000000
7fffffffffffffff 0 -> ffffffff
7fffffffffffffff 1 -> ffffffff
7fffffffffffffff 7 -> ffffffff
7fffffffffffffff 8 -> ffffffff
7fffffffffffffff f -> ffffffff
7fffffffffffffff 10 -> ffffffff
7fffffffffffffff 1f -> ffffffff
7fffffffffffffff 20 -> ffffffff
7fffffffffffffff 21 -> ffffffff
7fffffffffffffff 3f -> ffffffff
7fffffffffffffff 40 -> ffffffff
7fffffffffffffff 41 -> ffffffff
7fffffffffffffff 7f -> ffffffff
7fffffffffffffff 100 -> ffffffff
7fffffffffffffff ffffffffffffffff -> ffffffff
7fffffffffffffff 80000000 -> ffffffff
7fffffffffffffff 100000001 -> ffffffff
8000000000000000 0 -> 0
8000000000000000 1 -> 0
8000000000000000 7 -> 0
8000000000000000 8 -> 0
8000000000000000 f -> 0
8000000000000000 10 -> 0
8000000000000000 1f -> 0
8000000000000000 20 -> 0
8000000000000000 21 -> 0
8000000000000000 3f -> 0
8000000000000000 40 -> 0
8000000000000000 41 -> 0
8000000000000000 7f -> 0
8000000000000000 100 -> 0
8000000000000000 ffffffffffffffff -> 0
8000000000000000 80000000 -> 0
8000000000000000 100000001 -> 0
8000000000000001 0 -> 1
8000000000000001 1 -> 0
8000000000000001 7 -> 0
8000000000000001 8 -> 0
8000000000000001 f -> 0
8000000000000001 10 -> 0
8000000000000001 1f -> 0
8000000000000001 20 -> 1
8000000000000001 21 -> 0
8000000000000001 3f -> 0
8000000000000001 40 -> 1
8000000000000001 41 -> 0
8000000000000001 7f -> 0
8000000000000001 100 -> 1
8000000000000001 ffffffffffffffff -> 0
8000000000000001 80000000 -> 1
8000000000000001 100000001 -> 0
123456789abcdef0 0 -> 9abcdef0
123456789abcdef0 1 -> cd5e6f78
123456789abcdef0 7 -> ff3579bd
123456789abcdef0 8 -> ff9abcde
123456789abcdef0 f -> ffff3579
123456789abcdef0 10 -> ffff9abc
123456789abcdef0 1f -> ffffffff
123456789abcdef0 20 -> 9abcdef0
123456789abcdef0 21 -> cd5e6f78
123456789abcdef0 3f -> ffffffff
123456789abcdef0 40 -> 9abcdef0
123456789abcdef0 41 -> cd5e6f78
123456789abcdef0 7f -> ffffffff
123456789abcdef0 100 -> 9abcdef0
123456789abcdef0 ffffffffffffffff -> ffffffff
123456789abcdef0 80000000 -> 9abcdef0
123456789abcdef0 100000001 -> cd5e6f78
fedcba9876543210 0 -> 76543210
fedcba9876543210 1 -> 3b2a1908
fedcba9876543210 7 -> eca864
fedcba9876543210 8 -> 765432
fedcba9876543210 f -> eca8
fedcba9876543210 10 -> 7654
fedcba9876543210 1f -> 0
fedcba9876543210 20 -> 76543210
fedcba9876543210 21 -> 3b2a1908
fedcba9876543210 3f -> 0
fedcba9876543210 40 -> 76543210
fedcba9876543210 41 -> 3b2a1908
fedcba9876543210 7f -> 0
fedcba9876543210 100 -> 76543210
fedcba9876543210 ffffffffffffffff -> 0
fedcba9876543210 80000000 -> 76543210
fedcba9876543210 100000001 -> 3b2a1908
ff00ff80008000 0 -> 80008000
ff00ff80008000 1 -> c0004000
ff00ff80008000 7 -> ff000100
ff00ff80008000 8 -> ff800080
ff00ff80008000 f -> ffff0001
ff00ff80008000 10 -> ffff8000
ff00ff80008000 1f -> ffffffff
ff00ff80008000 20 -> 80008000
ff00ff80008000 21 -> c0004000
ff00ff80008000 3f -> ffffffff
ff00ff80008000 40 -> 80008000
ff00ff80008000 41 -> c0004000
ff00ff80008000 7f -> ffffffff
ff00ff80008000 100 -> 80008000
ff00ff80008000 ffffffffffffffff -> ffffffff
ff00ff80008000 80000000 -> 80008000
ff00ff80008000 100000001 -> c0004000
program D=0 S=3
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=0 S=4
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=0 S=5
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=0 S=6
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=0 S=9
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=2 S=0
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=2 S=3
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=2 S=4
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=2 S=5
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=2 S=6
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=2 S=9
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=3 S=0
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=3 S=2
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=3 S=4
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=3 S=5
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=3 S=6
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=3 S=9
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=4 S=0
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=4 S=2
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=4 S=3
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=4 S=5
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=4 S=6
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=4 S=9
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=5 S=0
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=5 S=2
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=5 S=3
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=5 S=4
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=5 S=6
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=5 S=9
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=6 S=0
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=6 S=2
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=6 S=3
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=6 S=4
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=6 S=5
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=6 S=9
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=9 S=0
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=9 S=2
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=9 S=3
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=9 S=4
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=9 S=5
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
program D=9 S=6
fedcba9876543210 d -> 3b2a1
edcba98765432110 80000000fffffff1 -> 32a1
