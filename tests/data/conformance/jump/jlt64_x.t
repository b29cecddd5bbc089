JLT, 64 bits, with a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r7 = 1
if r$D < r$S goto +1
r7 = 0
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +0) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=2 S=3
0 0 -> 0
0 1 -> 1
0 2 -> 1
0 ffffffffffffffff -> 1
0 fffffffffffffffe -> 1
0 7ffffffe -> 1
0 7fffffff -> 1
0 80000000 -> 1
0 80000001 -> 1
0 ffffffff -> 1
0 100000000 -> 1
0 ffffffff80000000 -> 1
0 7fffffffffffffff -> 1
0 8000000000000000 -> 1
0 8000000000000001 -> 1
0 5555555555555555 -> 1
1 0 -> 0
1 1 -> 0
1 2 -> 1
1 ffffffffffffffff -> 1
1 fffffffffffffffe -> 1
1 7ffffffe -> 1
1 7fffffff -> 1
1 80000000 -> 1
1 80000001 -> 1
1 ffffffff -> 1
1 100000000 -> 1
1 ffffffff80000000 -> 1
1 7fffffffffffffff -> 1
1 8000000000000000 -> 1
1 8000000000000001 -> 1
1 5555555555555555 -> 1
2 0 -> 0
2 1 -> 0
2 2 -> 0
2 ffffffffffffffff -> 1
2 fffffffffffffffe -> 1
2 7ffffffe -> 1
2 7fffffff -> 1
2 80000000 -> 1
2 80000001 -> 1
2 ffffffff -> 1
2 100000000 -> 1
2 ffffffff80000000 -> 1
2 7fffffffffffffff -> 1
2 8000000000000000 -> 1
2 8000000000000001 -> 1
2 5555555555555555 -> 1
ffffffffffffffff 0 -> 0
ffffffffffffffff 1 -> 0
ffffffffffffffff 2 -> 0
ffffffffffffffff ffffffffffffffff -> 0
ffffffffffffffff fffffffffffffffe -> 0
ffffffffffffffff 7ffffffe -> 0
ffffffffffffffff 7fffffff -> 0
ffffffffffffffff 80000000 -> 0
ffffffffffffffff 80000001 -> 0
ffffffffffffffff ffffffff -> 0
ffffffffffffffff 100000000 -> 0
ffffffffffffffff ffffffff80000000 -> 0
ffffffffffffffff 7fffffffffffffff -> 0
ffffffffffffffff 8000000000000000 -> 0
ffffffffffffffff 8000000000000001 -> 0
ffffffffffffffff 5555555555555555 -> 0
fffffffffffffffe 0 -> 0
fffffffffffffffe 1 -> 0
fffffffffffffffe 2 -> 0
fffffffffffffffe ffffffffffffffff -> 1
fffffffffffffffe fffffffffffffffe -> 0
fffffffffffffffe 7ffffffe -> 0
fffffffffffffffe 7fffffff -> 0
fffffffffffffffe 80000000 -> 0
fffffffffffffffe 80000001 -> 0
fffffffffffffffe ffffffff -> 0
fffffffffffffffe 100000000 -> 0
fffffffffffffffe ffffffff80000000 -> 0
fffffffffffffffe 7fffffffffffffff -> 0
fffffffffffffffe 8000000000000000 -> 0
fffffffffffffffe 8000000000000001 -> 0
fffffffffffffffe 5555555555555555 -> 0
7ffffffe 0 -> 0
7ffffffe 1 -> 0
7ffffffe 2 -> 0
7ffffffe ffffffffffffffff -> 1
7ffffffe fffffffffffffffe -> 1
7ffffffe 7ffffffe -> 0
7ffffffe 7fffffff -> 1
7ffffffe 80000000 -> 1
7ffffffe 80000001 -> 1
7ffffffe ffffffff -> 1
7ffffffe 100000000 -> 1
7ffffffe ffffffff80000000 -> 1
7ffffffe 7fffffffffffffff -> 1
7ffffffe 8000000000000000 -> 1
7ffffffe 8000000000000001 -> 1
7ffffffe 5555555555555555 -> 1
7fffffff 0 -> 0
7fffffff 1 -> 0
7fffffff 2 -> 0
7fffffff ffffffffffffffff -> 1
7fffffff fffffffffffffffe -> 1
7fffffff 7ffffffe -> 0
7fffffff 7fffffff -> 0
7fffffff 80000000 -> 1
7fffffff 80000001 -> 1
7fffffff ffffffff -> 1
7fffffff 100000000 -> 1
7fffffff ffffffff80000000 -> 1
7fffffff 7fffffffffffffff -> 1
7fffffff 8000000000000000 -> 1
7fffffff 8000000000000001 -> 1
7fffffff 5555555555555555 -> 1
80000000 0 -> 0
80000000 1 -> 0
80000000 2 -> 0
80000000 ffffffffffffffff -> 1
80000000 fffffffffffffffe -> 1
80000000 7ffffffe -> 0
80000000 7fffffff -> 0
80000000 80000000 -> 0
80000000 80000001 -> 1
80000000 ffffffff -> 1
80000000 100000000 -> 1
80000000 ffffffff80000000 -> 1
80000000 7fffffffffffffff -> 1
80000000 8000000000000000 -> 1
80000000 8000000000000001 -> 1
80000000 5555555555555555 -> 1
80000001 0 -> 0
80000001 1 -> 0
80000001 2 -> 0
80000001 ffffffffffffffff -> 1
80000001 fffffffffffffffe -> 1
80000001 7ffffffe -> 0
80000001 7fffffff -> 0
80000001 80000000 -> 0
80000001 80000001 -> 0
80000001 ffffffff -> 1
80000001 100000000 -> 1
80000001 ffffffff80000000 -> 1
80000001 7fffffffffffffff -> 1
80000001 8000000000000000 -> 1
80000001 8000000000000001 -> 1
80000001 5555555555555555 -> 1
ffffffff 0 -> 0
ffffffff 1 -> 0
ffffffff 2 -> 0
ffffffff ffffffffffffffff -> 1
ffffffff fffffffffffffffe -> 1
ffffffff 7ffffffe -> 0
ffffffff 7fffffff -> 0
ffffffff 80000000 -> 0
ffffffff 80000001 -> 0
ffffffff ffffffff -> 0
ffffffff 100000000 -> 1
ffffffff ffffffff80000000 -> 1
ffffffff 7fffffffffffffff -> 1
ffffffff 8000000000000000 -> 1
ffffffff 8000000000000001 -> 1
ffffffff 5555555555555555 -> 1
100000000 0 -> 0
100000000 1 -> 0
100000000 2 -> 0
100000000 ffffffffffffffff -> 1
100000000 fffffffffffffffe -> 1
100000000 7ffffffe -> 0
100000000 7fffffff -> 0
100000000 80000000 -> 0
100000000 80000001 -> 0
100000000 ffffffff -> 0
100000000 100000000 -> 0
100000000 ffffffff80000000 -> 1
100000000 7fffffffffffffff -> 1
100000000 8000000000000000 -> 1
100000000 8000000000000001 -> 1
100000000 5555555555555555 -> 1
ffffffff80000000 0 -> 0
ffffffff80000000 1 -> 0
ffffffff80000000 2 -> 0
ffffffff80000000 ffffffffffffffff -> 1
ffffffff80000000 fffffffffffffffe -> 1
ffffffff80000000 7ffffffe -> 0
ffffffff80000000 7fffffff -> 0
ffffffff80000000 80000000 -> 0
ffffffff80000000 80000001 -> 0
ffffffff80000000 ffffffff -> 0
ffffffff80000000 100000000 -> 0
ffffffff80000000 ffffffff80000000 -> 0
ffffffff80000000 7fffffffffffffff -> 0
ffffffff80000000 8000000000000000 -> 0
ffffffff80000000 8000000000000001 -> 0
ffffffff80000000 5555555555555555 -> 0
7fffffffffffffff 0 -> 0
7fffffffffffffff 1 -> 0
7fffffffffffffff 2 -> 0
7fffffffffffffff ffffffffffffffff -> 1
7fffffffffffffff fffffffffffffffe -> 1
7fffffffffffffff 7ffffffe -> 0
7fffffffffffffff 7fffffff -> 0
7fffffffffffffff 80000000 -> 0
7fffffffffffffff 80000001 -> 0
7fffffffffffffff ffffffff -> 0
7fffffffffffffff 100000000 -> 0
7fffffffffffffff ffffffff80000000 -> 1
7fffffffffffffff 7fffffffffffffff -> 0
7fffffffffffffff 8000000000000000 -> 1
7fffffffffffffff 8000000000000001 -> 1
7fffffffffffffff 5555555555555555 -> 0
8000000000000000 0 -> 0
8000000000000000 1 -> 0
8000000000000000 2 -> 0
8000000000000000 ffffffffffffffff -> 1
8000000000000000 fffffffffffffffe -> 1
8000000000000000 7ffffffe -> 0
8000000000000000 7fffffff -> 0
8000000000000000 80000000 -> 0
8000000000000000 80000001 -> 0
8000000000000000 ffffffff -> 0
8000000000000000 100000000 -> 0
8000000000000000 ffffffff80000000 -> 1
8000000000000000 7fffffffffffffff -> 0
8000000000000000 8000000000000000 -> 0
8000000000000000 8000000000000001 -> 1
8000000000000000 5555555555555555 -> 0
8000000000000001 0 -> 0
8000000000000001 1 -> 0
8000000000000001 2 -> 0
8000000000000001 ffffffffffffffff -> 1
8000000000000001 fffffffffffffffe -> 1
8000000000000001 7ffffffe -> 0
8000000000000001 7fffffff -> 0
8000000000000001 80000000 -> 0
8000000000000001 80000001 -> 0
8000000000000001 ffffffff -> 0
8000000000000001 100000000 -> 0
8000000000000001 ffffffff80000000 -> 1
8000000000000001 7fffffffffffffff -> 0
8000000000000001 8000000000000000 -> 0
8000000000000001 8000000000000001 -> 0
8000000000000001 5555555555555555 -> 0
5555555555555555 0 -> 0
5555555555555555 1 -> 0
5555555555555555 2 -> 0
5555555555555555 ffffffffffffffff -> 1
5555555555555555 fffffffffffffffe -> 1
5555555555555555 7ffffffe -> 0
5555555555555555 7fffffff -> 0
5555555555555555 80000000 -> 0
5555555555555555 80000001 -> 0
5555555555555555 ffffffff -> 0
5555555555555555 100000000 -> 0
5555555555555555 ffffffff80000000 -> 1
5555555555555555 7fffffffffffffff -> 1
5555555555555555 8000000000000000 -> 1
5555555555555555 8000000000000001 -> 1
5555555555555555 5555555555555555 -> 0
program D=0 S=2
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=0 S=3
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=0 S=4
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=0 S=5
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=0 S=6
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=0 S=9
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=2 S=0
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=2 S=4
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=2 S=5
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=2 S=6
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=2 S=9
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=3 S=0
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=3 S=2
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=3 S=4
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=3 S=5
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=3 S=6
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=3 S=9
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=4 S=0
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=4 S=2
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=4 S=3
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=4 S=5
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=4 S=6
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=4 S=9
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=5 S=0
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=5 S=2
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=5 S=3
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=5 S=4
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=5 S=6
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=5 S=9
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=6 S=0
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=6 S=2
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=6 S=3
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=6 S=4
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=6 S=5
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=6 S=9
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=9 S=0
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=9 S=2
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=9 S=3
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=9 S=4
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=9 S=5
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
program D=9 S=6
5 fffffffffffffffb -> 1
fffffffffffffffa 5 -> 0
5 5 -> 0
