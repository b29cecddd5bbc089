DIV, 32 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
w$D /= w$S
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
1 3 -> 0
1 a -> 0
1 ffffffffffffffff -> 0
1 fffffffffffffffe -> 0
1 fffffffffffffff6 -> 0
1 7fffffff -> 0
1 80000000 -> 0
1 ffffffff -> 0
1 100000000 -> 0
1 ffffffff80000000 -> 0
1 7fffffffffffffff -> 0
1 8000000000000000 -> 0
1 123456789abcdef0 -> 0
2 0 -> 0
2 1 -> 2
2 2 -> 1
2 3 -> 0
2 a -> 0
2 ffffffffffffffff -> 0
2 fffffffffffffffe -> 0
2 fffffffffffffff6 -> 0
2 7fffffff -> 0
2 80000000 -> 0
2 ffffffff -> 0
2 100000000 -> 0
2 ffffffff80000000 -> 0
2 7fffffffffffffff -> 0
2 8000000000000000 -> 0
2 123456789abcdef0 -> 0
7 0 -> 0
7 1 -> 7
7 2 -> 3
7 3 -> 2
7 a -> 0
7 ffffffffffffffff -> 0
7 fffffffffffffffe -> 0
7 fffffffffffffff6 -> 0
7 7fffffff -> 0
7 80000000 -> 0
7 ffffffff -> 0
7 100000000 -> 0
7 ffffffff80000000 -> 0
7 7fffffffffffffff -> 0
7 8000000000000000 -> 0
7 123456789abcdef0 -> 0
64 0 -> 0
64 1 -> 64
64 2 -> 32
64 3 -> 21
64 a -> a
64 ffffffffffffffff -> 0
64 fffffffffffffffe -> 0
64 fffffffffffffff6 -> 0
64 7fffffff -> 0
64 80000000 -> 0
64 ffffffff -> 0
64 100000000 -> 0
64 ffffffff80000000 -> 0
64 7fffffffffffffff -> 0
64 8000000000000000 -> 0
64 123456789abcdef0 -> 0
ffffffffffffffff 0 -> 0
ffffffffffffffff 1 -> ffffffff
ffffffffffffffff 2 -> 7fffffff
ffffffffffffffff 3 -> 55555555
ffffffffffffffff a -> 19999999
ffffffffffffffff ffffffffffffffff -> 1
ffffffffffffffff fffffffffffffffe -> 1
ffffffffffffffff fffffffffffffff6 -> 1
ffffffffffffffff 7fffffff -> 2
ffffffffffffffff 80000000 -> 1
ffffffffffffffff ffffffff -> 1
ffffffffffffffff 100000000 -> 0
ffffffffffffffff ffffffff80000000 -> 1
ffffffffffffffff 7fffffffffffffff -> 1
ffffffffffffffff 8000000000000000 -> 0
ffffffffffffffff 123456789abcdef0 -> 1
fffffffffffffffe 0 -> 0
fffffffffffffffe 1 -> fffffffe
fffffffffffffffe 2 -> 7fffffff
fffffffffffffffe 3 -> 55555554
fffffffffffffffe a -> 19999999
fffffffffffffffe ffffffffffffffff -> 0
fffffffffffffffe fffffffffffffffe -> 1
fffffffffffffffe fffffffffffffff6 -> 1
fffffffffffffffe 7fffffff -> 2
fffffffffffffffe 80000000 -> 1
fffffffffffffffe ffffffff -> 0
fffffffffffffffe 100000000 -> 0
fffffffffffffffe ffffffff80000000 -> 1
fffffffffffffffe 7fffffffffffffff -> 0
fffffffffffffffe 8000000000000000 -> 0
fffffffffffffffe 123456789abcdef0 -> 1
7fffffff 0 -> 0
7fffffff 1 -> 7fffffff
7fffffff 2 -> 3fffffff
7fffffff 3 -> 2aaaaaaa
7fffffff a -> ccccccc
7fffffff ffffffffffffffff -> 0
7fffffff fffffffffffffffe -> 0
7fffffff fffffffffffffff6 -> 0
7fffffff 7fffffff -> 1
7fffffff 80000000 -> 0
7fffffff ffffffff -> 0
7fffffff 100000000 -> 0
7fffffff ffffffff80000000 -> 0
7fffffff 7fffffffffffffff -> 0
7fffffff 8000000000000000 -> 0
7fffffff 123456789abcdef0 -> 0
80000000 0 -> 0
80000000 1 -> 80000000
80000000 2 -> 40000000
80000000 3 -> 2aaaaaaa
80000000 a -> ccccccc
80000000 ffffffffffffffff -> 0
80000000 fffffffffffffffe -> 0
80000000 fffffffffffffff6 -> 0
80000000 7fffffff -> 1
80000000 80000000 -> 1
80000000 ffffffff -> 0
80000000 100000000 -> 0
80000000 ffffffff80000000 -> 1
80000000 7fffffffffffffff -> 0
80000000 8000000000000000 -> 0
80000000 123456789abcdef0 -> 0
ffffffff 0 -> 0
ffffffff 1 -> ffffffff
ffffffff 2 -> 7fffffff
ffffffff 3 -> 55555555
ffffffff a -> 19999999
ffffffff ffffffffffffffff -> 1
ffffffff fffffffffffffffe -> 1
ffffffff fffffffffffffff6 -> 1
ffffffff 7fffffff -> 2
ffffffff 80000000 -> 1
ffffffff ffffffff -> 1
ffffffff 100000000 -> 0
ffffffff ffffffff80000000 -> 1
ffffffff 7fffffffffffffff -> 1
ffffffff 8000000000000000 -> 0
ffffffff 123456789abcdef0 -> 1
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
ffffffff80000000 1 -> 80000000
ffffffff80000000 2 -> 40000000
ffffffff80000000 3 -> 2aaaaaaa
ffffffff80000000 a -> ccccccc
ffffffff80000000 ffffffffffffffff -> 0
ffffffff80000000 fffffffffffffffe -> 0
ffffffff80000000 fffffffffffffff6 -> 0
ffffffff80000000 7fffffff -> 1
ffffffff80000000 80000000 -> 1
ffffffff80000000 ffffffff -> 0
ffffffff80000000 100000000 -> 0
ffffffff80000000 ffffffff80000000 -> 1
ffffffff80000000 7fffffffffffffff -> 0
ffffffff80000000 8000000000000000 -> 0
ffffffff80000000 123456789abcdef0 -> 0
7fffffffffffffff 0 -> 0
7fffffffffffffff 1 -> ffffffff
7fffffffffffffff 2 -> 7fffffff
7fffffffffffffff 3 -> 55555555
7fffffffffffffff a -> 19999999
7fffffffffffffff ffffffffffffffff -> 1
7fffffffffffffff fffffffffffffffe -> 1
7fffffffffffffff fffffffffffffff6 -> 1
7fffffffffffffff 7fffffff -> 2
7fffffffffffffff 80000000 -> 1
7fffffffffffffff ffffffff -> 1
7fffffffffffffff 100000000 -> 0
7fffffffffffffff ffffffff80000000 -> 1
7fffffffffffffff 7fffffffffffffff -> 1
7fffffffffffffff 8000000000000000 -> 0
7fffffffffffffff 123456789abcdef0 -> 1
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
8000000000000001 3 -> 0
8000000000000001 a -> 0
8000000000000001 ffffffffffffffff -> 0
8000000000000001 fffffffffffffffe -> 0
8000000000000001 fffffffffffffff6 -> 0
8000000000000001 7fffffff -> 0
8000000000000001 80000000 -> 0
8000000000000001 ffffffff -> 0
8000000000000001 100000000 -> 0
8000000000000001 ffffffff80000000 -> 0
8000000000000001 7fffffffffffffff -> 0
8000000000000001 8000000000000000 -> 0
8000000000000001 123456789abcdef0 -> 0
123456789abcdef0 0 -> 0
123456789abcdef0 1 -> 9abcdef0
123456789abcdef0 2 -> 4d5e6f78
123456789abcdef0 3 -> 33944a50
123456789abcdef0 a -> f79497e
123456789abcdef0 ffffffffffffffff -> 0
123456789abcdef0 fffffffffffffffe -> 0
123456789abcdef0 fffffffffffffff6 -> 0
123456789abcdef0 7fffffff -> 1
123456789abcdef0 80000000 -> 1
123456789abcdef0 ffffffff -> 0
123456789abcdef0 100000000 -> 0
123456789abcdef0 ffffffff80000000 -> 1
123456789abcdef0 7fffffffffffffff -> 0
123456789abcdef0 8000000000000000 -> 0
123456789abcdef0 123456789abcdef0 -> 1
fedcba9876543210 0 -> 0
fedcba9876543210 1 -> 76543210
fedcba9876543210 2 -> 3b2a1908
fedcba9876543210 3 -> 27716605
fedcba9876543210 a -> bd53834
fedcba9876543210 ffffffffffffffff -> 0
fedcba9876543210 fffffffffffffffe -> 0
fedcba9876543210 fffffffffffffff6 -> 0
fedcba9876543210 7fffffff -> 0
fedcba9876543210 80000000 -> 0
fedcba9876543210 ffffffff -> 0
fedcba9876543210 100000000 -> 0
fedcba9876543210 ffffffff80000000 -> 0
fedcba9876543210 7fffffffffffffff -> 0
fedcba9876543210 8000000000000000 -> 0
fedcba9876543210 123456789abcdef0 -> 0
ff00ff80008000 0 -> 0
ff00ff80008000 1 -> 80008000
ff00ff80008000 2 -> 40004000
ff00ff80008000 3 -> 2aaad555
ff00ff80008000 a -> cccd999
ff00ff80008000 ffffffffffffffff -> 0
ff00ff80008000 fffffffffffffffe -> 0
ff00ff80008000 fffffffffffffff6 -> 0
ff00ff80008000 7fffffff -> 1
ff00ff80008000 80000000 -> 1
ff00ff80008000 ffffffff -> 0
ff00ff80008000 100000000 -> 0
ff00ff80008000 ffffffff80000000 -> 1
ff00ff80008000 7fffffffffffffff -> 0
ff00ff80008000 8000000000000000 -> 0
ff00ff80008000 123456789abcdef0 -> 0
program D=0 S=3
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=4
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=5
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=6
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=9
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=0
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=3
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=4
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=5
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=6
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=9
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=0
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=2
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=4
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=5
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=6
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=9
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=0
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=2
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=3
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=5
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=6
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=9
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=0
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=2
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=3
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=4
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=6
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=9
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=0
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=2
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=3
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=4
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=5
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=9
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=0
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=2
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=3
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=4
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=5
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=6
fedcba9876543210 d -> 91a2b3c
edcba98765432110 80000000fffffff1 -> 0
