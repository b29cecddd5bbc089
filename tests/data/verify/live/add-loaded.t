... but what is added to a number does not.
-- asm
r2 = *(u64 *)(r1 +8)
r3 = *(u16 *)(r1 +0)
r2 += r3
r0 = 0
exit
-- live
0: r1 ! r1
1: r1 r2 ! r1
2: r2 r3 ! r3
3:
4: r0
