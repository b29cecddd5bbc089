A number that is added to what may be a pointer does.
-- asm
r2 = *(u16 *)(r1 +0)
r3 = *(u64 *)(r1 +8)
r3 += r2
r0 = 0
exit
-- live
0: r1 ! r1
1: r1 r2 ! r1 r2
2: r2 r3 ! r2
3:
4: r0
