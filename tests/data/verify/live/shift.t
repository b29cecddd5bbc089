A shift count matters as its result does.
-- asm
r2 = *(u8 *)(r1 +0)
r3 = *(u8 *)(r1 +1)
r3 <<= r2
r0 = r3
r4 = *(u8 *)(r1 +2)
r4 <<= r2
if r4 == 9 goto l
r0 = 1
l: exit
-- live
0: r1 ! r1
1: r1 r2 ! r1 r2
2: r1 r2 r3 ! r1 r2
3: r1 r2 r3 ! r1 r2
4: r0 r1 r2 ! r1 r2
5: r0 r2 r4 ! r2 r4
6: r0 r4 ! r4
7:
8: r0
