32 bits are numbers.
-- asm
r2 = *(u64 *)(r1 +0)
r3 = *(u64 *)(r1 +8)
w3 += w2
r0 = 0
exit
-- live
0: r1 ! r1
1: r1 r2 ! r1
2: r2 r3
3:
4: r0
