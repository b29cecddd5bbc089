What the function reads goes where any number will do.
-- asm
r6 = map[fd:1][0]+0
r1 = r10
r1 += -16
r2 = r6
call f
exit
f: r3 = *(u64 *)(r1 +0)
r3 ^= 5
*(u64 *)(r2 +0) = 7
r4 = *(u64 *)(r1 +8)
r0 = 0
if r4 == 0 goto +1
r0 = 1
exit
-- live
0: -16:0 ! -8:0
2: r6 -16:0 ! r6 -8:0
3: r1 r6 -16:0 ! r1 r6 -8:0
4: r1 r6 -16:0 ! r1 r6 -8:0
5: r1 r2 -16:0 ! r1 r2 -8:0
6: r0
7: r1 r2 ! r1 r2
8: r1 r2 r3 ! r1 r2
9: r1 r2 ! r1 r2
10: r1 ! r1
11: r4 ! r4
12: r0 r4 ! r4
13:
14: r0
