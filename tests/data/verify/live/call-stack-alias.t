Two arguments are one address: what is stored through the one decides through the other.
-- asm
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -8
r2 = r10
r2 += -16
r3 = 5
call f
r0 = 0
exit
f: *(u64 *)(r1 +0) = r3
r0 = *(u64 *)(r2 +8)
if r0 == 1 goto l
l: r0 = 0
exit
-- live
0:
1: -8:0 ! -8:0
2: r1 -8:0 ! r1 -8:0
3: r1 -8:0 ! r1 -8:0
4: r1 r2 -8:0 ! r1 r2 -8:0
5: r1 r2 -8:0 ! r1 r2 -8:0
6: r1 r2 r3 -8:0 ! r1 r2 r3 -8:0
7:
8: r0
9: r1 r2 r3 ! r1 r2 r3
10: r2 ! r2
11: r0 ! r0
12:
13: r0
