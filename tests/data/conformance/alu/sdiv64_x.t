SDIV, 64 bits, from a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r$D s/= r$S
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
1 ffffffffffffffff -> ffffffffffffffff
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
2 ffffffffffffffff -> fffffffffffffffe
2 fffffffffffffffe -> ffffffffffffffff
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
7 ffffffffffffffff -> fffffffffffffff9
7 fffffffffffffffe -> fffffffffffffffd
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
64 ffffffffffffffff -> ffffffffffffff9c
64 fffffffffffffffe -> ffffffffffffffce
64 fffffffffffffff6 -> fffffffffffffff6
64 7fffffff -> 0
64 80000000 -> 0
64 ffffffff -> 0
64 100000000 -> 0
64 ffffffff80000000 -> 0
64 7fffffffffffffff -> 0
64 8000000000000000 -> 0
64 123456789abcdef0 -> 0
ffffffffffffffff 0 -> 0
ffffffffffffffff 1 -> ffffffffffffffff
ffffffffffffffff 2 -> 0
ffffffffffffffff 3 -> 0
ffffffffffffffff a -> 0
ffffffffffffffff ffffffffffffffff -> 1
ffffffffffffffff fffffffffffffffe -> 0
ffffffffffffffff fffffffffffffff6 -> 0
ffffffffffffffff 7fffffff -> 0
ffffffffffffffff 80000000 -> 0
ffffffffffffffff ffffffff -> 0
ffffffffffffffff 100000000 -> 0
ffffffffffffffff ffffffff80000000 -> 0
ffffffffffffffff 7fffffffffffffff -> 0
ffffffffffffffff 8000000000000000 -> 0
ffffffffffffffff 123456789abcdef0 -> 0
fffffffffffffffe 0 -> 0
fffffffffffffffe 1 -> fffffffffffffffe
fffffffffffffffe 2 -> ffffffffffffffff
fffffffffffffffe 3 -> 0
fffffffffffffffe a -> 0
fffffffffffffffe ffffffffffffffff -> 2
fffffffffffffffe fffffffffffffffe -> 1
fffffffffffffffe fffffffffffffff6 -> 0
fffffffffffffffe 7fffffff -> 0
fffffffffffffffe 80000000 -> 0
fffffffffffffffe ffffffff -> 0
fffffffffffffffe 100000000 -> 0
fffffffffffffffe ffffffff80000000 -> 0
fffffffffffffffe 7fffffffffffffff -> 0
fffffffffffffffe 8000000000000000 -> 0
fffffffffffffffe 123456789abcdef0 -> 0
7fffffff 0 -> 0
7fffffff 1 -> 7fffffff
7fffffff 2 -> 3fffffff
7fffffff 3 -> 2aaaaaaa
7fffffff a -> ccccccc
7fffffff ffffffffffffffff -> ffffffff80000001
7fffffff fffffffffffffffe -> ffffffffc0000001
7fffffff fffffffffffffff6 -> fffffffff3333334
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
80000000 ffffffffffffffff -> ffffffff80000000
80000000 fffffffffffffffe -> ffffffffc0000000
80000000 fffffffffffffff6 -> fffffffff3333334
80000000 7fffffff -> 1
80000000 80000000 -> 1
80000000 ffffffff -> 0
80000000 100000000 -> 0
80000000 ffffffff80000000 -> ffffffffffffffff
80000000 7fffffffffffffff -> 0
80000000 8000000000000000 -> 0
80000000 123456789abcdef0 -> 0
ffffffff 0 -> 0
ffffffff 1 -> ffffffff
ffffffff 2 -> 7fffffff
ffffffff 3 -> 55555555
ffffffff a -> 19999999
ffffffff ffffffffffffffff -> ffffffff00000001
ffffffff fffffffffffffffe -> ffffffff80000001
ffffffff fffffffffffffff6 -> ffffffffe6666667
ffffffff 7fffffff -> 2
ffffffff 80000000 -> 1
ffffffff ffffffff -> 1
ffffffff 100000000 -> 0
ffffffff ffffffff80000000 -> ffffffffffffffff
ffffffff 7fffffffffffffff -> 0
ffffffff 8000000000000000 -> 0
ffffffff 123456789abcdef0 -> 0
100000000 0 -> 0
100000000 1 -> 100000000
100000000 2 -> 80000000
100000000 3 -> 55555555
100000000 a -> 19999999
100000000 ffffffffffffffff -> ffffffff00000000
100000000 fffffffffffffffe -> ffffffff80000000
100000000 fffffffffffffff6 -> ffffffffe6666667
100000000 7fffffff -> 2
100000000 80000000 -> 2
100000000 ffffffff -> 1
100000000 100000000 -> 1
100000000 ffffffff80000000 -> fffffffffffffffe
100000000 7fffffffffffffff -> 0
100000000 8000000000000000 -> 0
100000000 123456789abcdef0 -> 0
ffffffff80000000 0 -> 0
ffffffff80000000 1 -> ffffffff80000000
ffffffff80000000 2 -> ffffffffc0000000
ffffffff80000000 3 -> ffffffffd5555556
ffffffff80000000 a -> fffffffff3333334
ffffffff80000000 ffffffffffffffff -> 80000000
ffffffff80000000 fffffffffffffffe -> 40000000
ffffffff80000000 fffffffffffffff6 -> ccccccc
ffffffff80000000 7fffffff -> ffffffffffffffff
ffffffff80000000 80000000 -> ffffffffffffffff
ffffffff80000000 ffffffff -> 0
ffffffff80000000 100000000 -> 0
ffffffff80000000 ffffffff80000000 -> 1
ffffffff80000000 7fffffffffffffff -> 0
ffffffff80000000 8000000000000000 -> 0
ffffffff80000000 123456789abcdef0 -> 0
7fffffffffffffff 0 -> 0
7fffffffffffffff 1 -> 7fffffffffffffff
7fffffffffffffff 2 -> 3fffffffffffffff
7fffffffffffffff 3 -> 2aaaaaaaaaaaaaaa
7fffffffffffffff a -> ccccccccccccccc
7fffffffffffffff ffffffffffffffff -> 8000000000000001
7fffffffffffffff fffffffffffffffe -> c000000000000001
7fffffffffffffff fffffffffffffff6 -> f333333333333334
7fffffffffffffff 7fffffff -> 100000002
7fffffffffffffff 80000000 -> ffffffff
7fffffffffffffff ffffffff -> 80000000
7fffffffffffffff 100000000 -> 7fffffff
7fffffffffffffff ffffffff80000000 -> ffffffff00000001
7fffffffffffffff 7fffffffffffffff -> 1
7fffffffffffffff 8000000000000000 -> 0
7fffffffffffffff 123456789abcdef0 -> 7
8000000000000000 0 -> 0
8000000000000000 1 -> 8000000000000000
8000000000000000 2 -> c000000000000000
8000000000000000 3 -> d555555555555556
8000000000000000 a -> f333333333333334
8000000000000000 ffffffffffffffff -> 8000000000000000
8000000000000000 fffffffffffffffe -> 4000000000000000
8000000000000000 fffffffffffffff6 -> ccccccccccccccc
8000000000000000 7fffffff -> fffffffefffffffe
8000000000000000 80000000 -> ffffffff00000000
8000000000000000 ffffffff -> ffffffff80000000
8000000000000000 100000000 -> ffffffff80000000
8000000000000000 ffffffff80000000 -> 100000000
8000000000000000 7fffffffffffffff -> ffffffffffffffff
8000000000000000 8000000000000000 -> 1
8000000000000000 123456789abcdef0 -> fffffffffffffff9
8000000000000001 0 -> 0
8000000000000001 1 -> 8000000000000001
8000000000000001 2 -> c000000000000001
8000000000000001 3 -> d555555555555556
8000000000000001 a -> f333333333333334
8000000000000001 ffffffffffffffff -> 7fffffffffffffff
8000000000000001 fffffffffffffffe -> 3fffffffffffffff
8000000000000001 fffffffffffffff6 -> ccccccccccccccc
8000000000000001 7fffffff -> fffffffefffffffe
8000000000000001 80000000 -> ffffffff00000001
8000000000000001 ffffffff -> ffffffff80000000
8000000000000001 100000000 -> ffffffff80000001
8000000000000001 ffffffff80000000 -> ffffffff
8000000000000001 7fffffffffffffff -> ffffffffffffffff
8000000000000001 8000000000000000 -> 0
8000000000000001 123456789abcdef0 -> fffffffffffffff9
123456789abcdef0 0 -> 0
123456789abcdef0 1 -> 123456789abcdef0
123456789abcdef0 2 -> 91a2b3c4d5e6f78
123456789abcdef0 3 -> 611722833944a50
123456789abcdef0 a -> 1d208a5a912e318
123456789abcdef0 ffffffffffffffff -> edcba98765432110
123456789abcdef0 fffffffffffffffe -> f6e5d4c3b2a19088
123456789abcdef0 fffffffffffffff6 -> fe2df75a56ed1ce8
123456789abcdef0 7fffffff -> 2468acf1
123456789abcdef0 80000000 -> 2468acf1
123456789abcdef0 ffffffff -> 12345678
123456789abcdef0 100000000 -> 12345678
123456789abcdef0 ffffffff80000000 -> ffffffffdb97530f
123456789abcdef0 7fffffffffffffff -> 0
123456789abcdef0 8000000000000000 -> 0
123456789abcdef0 123456789abcdef0 -> 1
fedcba9876543210 0 -> 0
fedcba9876543210 1 -> fedcba9876543210
fedcba9876543210 2 -> ff6e5d4c3b2a1908
fedcba9876543210 3 -> ff9ee8dd7cc6bb5b
fedcba9876543210 a -> ffe2df75a56ed1cf
fedcba9876543210 ffffffffffffffff -> 123456789abcdf0
fedcba9876543210 fffffffffffffffe -> 91a2b3c4d5e6f8
fedcba9876543210 fffffffffffffff6 -> 1d208a5a912e31
fedcba9876543210 7fffffff -> fffffffffdb97531
fedcba9876543210 80000000 -> fffffffffdb97531
fedcba9876543210 ffffffff -> fffffffffedcba99
fedcba9876543210 100000000 -> fffffffffedcba99
fedcba9876543210 ffffffff80000000 -> 2468acf
fedcba9876543210 7fffffffffffffff -> 0
fedcba9876543210 8000000000000000 -> 0
fedcba9876543210 123456789abcdef0 -> 0
ff00ff80008000 0 -> 0
ff00ff80008000 1 -> ff00ff80008000
ff00ff80008000 2 -> 7f807fc0004000
ff00ff80008000 3 -> 5500552aaad555
ff00ff80008000 a -> 1980198cccd999
ff00ff80008000 ffffffffffffffff -> ff00ff007fff8000
ff00ff80008000 fffffffffffffffe -> ff807f803fffc000
ff00ff80008000 fffffffffffffff6 -> ffe67fe673332667
ff00ff80008000 7fffffff -> 1fe01ff
ff00ff80008000 80000000 -> 1fe01ff
ff00ff80008000 ffffffff -> ff00ff
ff00ff80008000 100000000 -> ff00ff
ff00ff80008000 ffffffff80000000 -> fffffffffe01fe01
ff00ff80008000 7fffffffffffffff -> 0
ff00ff80008000 8000000000000000 -> 0
ff00ff80008000 123456789abcdef0 -> 0
program D=0 S=3
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=4
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=5
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=6
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=0 S=9
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=0
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=3
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=4
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=5
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=6
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=2 S=9
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=0
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=2
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=4
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=5
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=6
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=3 S=9
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=0
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=2
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=3
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=5
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=6
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=4 S=9
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=0
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=2
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=3
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=4
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=6
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=5 S=9
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=0
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=2
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=3
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=4
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=5
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=6 S=9
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=0
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=2
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=3
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=4
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=5
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
program D=9 S=6
fedcba9876543210 d -> ffe998331ccb6650
edcba98765432110 80000000fffffff1 -> 0
