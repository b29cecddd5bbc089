JGE, 64 bits, with a register.
-- asm
r$D = *(u64 *)(r1 +0)
r$S = *(u64 *)(r1 +8)
r7 = 1
if r$D >= r$S goto +1
r7 = 0
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +0) = r$D
*(u64 *)(r1 +8) = r$S
r0 = 0
exit
-- cases
program D=2 S=3
0 0 -> 1
0 1 -> 0
0 2 -> 0
0 ffffffffffffffff -> 0
0 fffffffffffffffe -> 0
0 7ffffffe -> 0
0 7fffffff -> 0
0 80000000 -> 0
0 80000001 -> 0
0 ffffffff -> 0
0 100000000 -> 0
0 ffffffff80000000 -> 0
0 7fffffffffffffff -> 0
0 8000000000000000 -> 0
0 8000000000000001 -> 0
0 5555555555555555 -> 0
1 0 -> 1
1 1 -> 1
1 2 -> 0
1 ffffffffffffffff -> 0
1 fffffffffffffffe -> 0
1 7ffffffe -> 0
1 7fffffff -> 0
1 80000000 -> 0
1 80000001 -> 0
1 ffffffff -> 0
1 100000000 -> 0
1 ffffffff80000000 -> 0
1 7fffffffffffffff -> 0
1 8000000000000000 -> 0
1 8000000000000001 -> 0
1 5555555555555555 -> 0
2 0 -> 1
2 1 -> 1
2 2 -> 1
2 ffffffffffffffff -> 0
2 fffffffffffffffe -> 0
2 7ffffffe -> 0
2 7fffffff -> 0
2 80000000 -> 0
2 80000001 -> 0
2 ffffffff -> 0
2 100000000 -> 0
2 ffffffff80000000 -> 0
2 7fffffffffffffff -> 0
2 8000000000000000 -> 0
2 8000000000000001 -> 0
2 5555555555555555 -> 0
ffffffffffffffff 0 -> 1
ffffffffffffffff 1 -> 1
ffffffffffffffff 2 -> 1
ffffffffffffffff ffffffffffffffff -> 1
ffffffffffffffff fffffffffffffffe -> 1
ffffffffffffffff 7ffffffe -> 1
ffffffffffffffff 7fffffff -> 1
ffffffffffffffff 80000000 -> 1
ffffffffffffffff 80000001 -> 1
ffffffffffffffff ffffffff -> 1
ffffffffffffffff 100000000 -> 1
ffffffffffffffff ffffffff80000000 -> 1
ffffffffffffffff 7fffffffffffffff -> 1
ffffffffffffffff 8000000000000000 -> 1
ffffffffffffffff 8000000000000001 -> 1
ffffffffffffffff 5555555555555555 -> 1
fffffffffffffffe 0 -> 1
fffffffffffffffe 1 -> 1
fffffffffffffffe 2 -> 1
fffffffffffffffe ffffffffffffffff -> 0
fffffffffffffffe fffffffffffffffe -> 1
fffffffffffffffe 7ffffffe -> 1
fffffffffffffffe 7fffffff -> 1
fffffffffffffffe 80000000 -> 1
fffffffffffffffe 80000001 -> 1
fffffffffffffffe ffffffff -> 1
fffffffffffffffe 100000000 -> 1
fffffffffffffffe ffffffff80000000 -> 1
fffffffffffffffe 7fffffffffffffff -> 1
fffffffffffffffe 8000000000000000 -> 1
fffffffffffffffe 8000000000000001 -> 1
fffffffffffffffe 5555555555555555 -> 1
7ffffffe 0 -> 1
7ffffffe 1 -> 1
7ffffffe 2 -> 1
7ffffffe ffffffffffffffff -> 0
7ffffffe fffffffffffffffe -> 0
7ffffffe 7ffffffe -> 1
7ffffffe 7fffffff -> 0
7ffffffe 80000000 -> 0
7ffffffe 80000001 -> 0
7ffffffe ffffffff -> 0
7ffffffe 100000000 -> 0
7ffffffe ffffffff80000000 -> 0
7ffffffe 7fffffffffffffff -> 0
7ffffffe 8000000000000000 -> 0
7ffffffe 8000000000000001 -> 0
7ffffffe 5555555555555555 -> 0
7fffffff 0 -> 1
7fffffff 1 -> 1
7fffffff 2 -> 1
7fffffff ffffffffffffffff -> 0
7fffffff fffffffffffffffe -> 0
7fffffff 7ffffffe -> 1
7fffffff 7fffffff -> 1
7fffffff 80000000 -> 0
7fffffff 80000001 -> 0
7fffffff ffffffff -> 0
7fffffff 100000000 -> 0
7fffffff ffffffff80000000 -> 0
7fffffff 7fffffffffffffff -> 0
7fffffff 8000000000000000 -> 0
7fffffff 8000000000000001 -> 0
7fffffff 5555555555555555 -> 0
80000000 0 -> 1
80000000 1 -> 1
80000000 2 -> 1
80000000 ffffffffffffffff -> 0
80000000 fffffffffffffffe -> 0
80000000 7ffffffe -> 1
80000000 7fffffff -> 1
80000000 80000000 -> 1
80000000 80000001 -> 0
80000000 ffffffff -> 0
80000000 100000000 -> 0
80000000 ffffffff80000000 -> 0
80000000 7fffffffffffffff -> 0
80000000 8000000000000000 -> 0
80000000 8000000000000001 -> 0
80000000 5555555555555555 -> 0
80000001 0 -> 1
80000001 1 -> 1
80000001 2 -> 1
80000001 ffffffffffffffff -> 0
80000001 fffffffffffffffe -> 0
80000001 7ffffffe -> 1
80000001 7fffffff -> 1
80000001 80000000 -> 1
80000001 80000001 -> 1
80000001 ffffffff -> 0
80000001 100000000 -> 0
80000001 ffffffff80000000 -> 0
80000001 7fffffffffffffff -> 0
80000001 8000000000000000 -> 0
80000001 8000000000000001 -> 0
80000001 5555555555555555 -> 0
ffffffff 0 -> 1
ffffffff 1 -> 1
ffffffff 2 -> 1
ffffffff ffffffffffffffff -> 0
ffffffff fffffffffffffffe -> 0
ffffffff 7ffffffe -> 1
ffffffff 7fffffff -> 1
ffffffff 80000000 -> 1
ffffffff 80000001 -> 1
ffffffff ffffffff -> 1
ffffffff 100000000 -> 0
ffffffff ffffffff80000000 -> 0
ffffffff 7fffffffffffffff -> 0
ffffffff 8000000000000000 -> 0
ffffffff 8000000000000001 -> 0
ffffffff 5555555555555555 -> 0
100000000 0 -> 1
100000000 1 -> 1
100000000 2 -> 1
100000000 ffffffffffffffff -> 0
100000000 fffffffffffffffe -> 0
100000000 7ffffffe -> 1
100000000 7fffffff -> 1
100000000 80000000 -> 1
100000000 80000001 -> 1
100000000 ffffffff -> 1
100000000 100000000 -> 1
100000000 ffffffff80000000 -> 0
100000000 7fffffffffffffff -> 0
100000000 8000000000000000 -> 0
100000000 8000000000000001 -> 0
100000000 5555555555555555 -> 0
ffffffff80000000 0 -> 1
ffffffff80000000 1 -> 1
ffffffff80000000 2 -> 1
ffffffff80000000 ffffffffffffffff -> 0
ffffffff80000000 fffffffffffffffe -> 0
ffffffff80000000 7ffffffe -> 1
ffffffff80000000 7fffffff -> 1
ffffffff80000000 80000000 -> 1
ffffffff80000000 80000001 -> 1
ffffffff80000000 ffffffff -> 1
ffffffff80000000 100000000 -> 1
ffffffff80000000 ffffffff80000000 -> 1
ffffffff80000000 7fffffffffffffff -> 1
ffffffff80000000 8000000000000000 -> 1
ffffffff80000000 8000000000000001 -> 1
ffffffff80000000 5555555555555555 -> 1
7fffffffffffffff 0 -> 1
7fffffffffffffff 1 -> 1
7fffffffffffffff 2 -> 1
7fffffffffffffff ffffffffffffffff -> 0
7fffffffffffffff fffffffffffffffe -> 0
7fffffffffffffff 7ffffffe -> 1
7fffffffffffffff 7fffffff -> 1
7fffffffffffffff 80000000 -> 1
7fffffffffffffff 80000001 -> 1
7fffffffffffffff ffffffff -> 1
7fffffffffffffff 100000000 -> 1
7fffffffffffffff ffffffff80000000 -> 0
7fffffffffffffff 7fffffffffffffff -> 1
7fffffffffffffff 8000000000000000 -> 0
7fffffffffffffff 8000000000000001 -> 0
7fffffffffffffff 5555555555555555 -> 1
8000000000000000 0 -> 1
8000000000000000 1 -> 1
8000000000000000 2 -> 1
8000000000000000 ffffffffffffffff -> 0
8000000000000000 fffffffffffffffe -> 0
8000000000000000 7ffffffe -> 1
8000000000000000 7fffffff -> 1
8000000000000000 80000000 -> 1
8000000000000000 80000001 -> 1
8000000000000000 ffffffff -> 1
8000000000000000 100000000 -> 1
8000000000000000 ffffffff80000000 -> 0
8000000000000000 7fffffffffffffff -> 1
8000000000000000 8000000000000000 -> 1
8000000000000000 8000000000000001 -> 0
8000000000000000 5555555555555555 -> 1
8000000000000001 0 -> 1
8000000000000001 1 -> 1
8000000000000001 2 -> 1
8000000000000001 ffffffffffffffff -> 0
8000000000000001 fffffffffffffffe -> 0
8000000000000001 7ffffffe -> 1
8000000000000001 7fffffff -> 1
8000000000000001 80000000 -> 1
8000000000000001 80000001 -> 1
8000000000000001 ffffffff -> 1
8000000000000001 100000000 -> 1
8000000000000001 ffffffff80000000 -> 0
8000000000000001 7fffffffffffffff -> 1
8000000000000001 8000000000000000 -> 1
8000000000000001 8000000000000001 -> 1
8000000000000001 5555555555555555 -> 1
5555555555555555 0 -> 1
5555555555555555 1 -> 1
5555555555555555 2 -> 1
5555555555555555 ffffffffffffffff -> 0
5555555555555555 fffffffffffffffe -> 0
5555555555555555 7ffffffe -> 1
5555555555555555 7fffffff -> 1
5555555555555555 80000000 -> 1
5555555555555555 80000001 -> 1
5555555555555555 ffffffff -> 1
5555555555555555 100000000 -> 1
5555555555555555 ffffffff80000000 -> 0
5555555555555555 7fffffffffffffff -> 0
5555555555555555 8000000000000000 -> 0
5555555555555555 8000000000000001 -> 0
5555555555555555 5555555555555555 -> 1
program D=0 S=2
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=0 S=3
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=0 S=4
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=0 S=5
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=0 S=6
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=0 S=9
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=2 S=0
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=2 S=4
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=2 S=5
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=2 S=6
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=2 S=9
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=3 S=0
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=3 S=2
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=3 S=4
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=3 S=5
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=3 S=6
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=3 S=9
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=4 S=0
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=4 S=2
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=4 S=3
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=4 S=5
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=4 S=6
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=4 S=9
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=5 S=0
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=5 S=2
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=5 S=3
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=5 S=4
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=5 S=6
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=5 S=9
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=6 S=0
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=6 S=2
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=6 S=3
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=6 S=4
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=6 S=5
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=6 S=9
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=9 S=0
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=9 S=2
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=9 S=3
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=9 S=4
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=9 S=5
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
program D=9 S=6
5 fffffffffffffffb -> 0
fffffffffffffffa 5 -> 1
5 5 -> 1
