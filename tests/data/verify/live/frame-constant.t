A register that holds a constant.
-- asm
r3 = -24
r2 = r10
r2 += r3
r4 = 8
r4 += r2
r0 = *(u64 *)(r4 +0)
exit
-- live
0: -16:-8
1: r3 -16:-8 ! r3
2: r2 r3 -16:-8 ! r2 r3
3: r2 -16:-8 ! r2
4: r2 r4 -16:-8 ! r2 r4
5: r4 -16:-8 ! r4
6: r0
