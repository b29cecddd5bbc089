Numbers that are added to numbers decide nothing.
-- asm
r2 = *(u16 *)(r1 +0)
r3 = *(u16 *)(r1 +2)
r2 += r3
r0 = r2
exit
-- live
0: r1 ! r1
1: r1 r2 ! r1
2: r2 r3
3: r2
4: r0
