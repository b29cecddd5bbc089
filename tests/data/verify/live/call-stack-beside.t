An address is put into a stack by one function, found by another.
-- asm
r1 = r10
r1 += -16
r2 = r10
r2 += -64
call f
r1 = r10
r1 += -16
call g
exit
f: *(u64 *)(r1 +0) = r2
r0 = 0
exit
g: r1 = *(u64 *)(r1 +0)
r0 = *(u64 *)(r1 +0)
exit
-- live
0: -512:0 ! -512:0
1: r1 -512:0 ! r1 -512:0
2: r1 -512:0 ! r1 -512:0
3: r1 r2 -512:0 ! r1 r2 -512:0
4: r1 r2 -512:0 ! r1 r2 -512:0
5: -512:0 ! -512:0
6: r1 -512:0 ! r1 -512:0
7: r1 -512:0 ! r1 -512:0
8: r0
9: r1 r2 ! r1 r2
10:
11: r0
12: r1 ! r1
13: r1 ! r1
14: r0
