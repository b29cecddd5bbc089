What memory is reached through is precise.
-- asm
r2 = 4
r1 += r2
r0 = *(u8 *)(r1 +0)
exit
-- live
0: r1 ! r1
1: r1 r2 ! r1 r2
2: r1 ! r1
3: r0
