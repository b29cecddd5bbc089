What is spilled at a loop's end is filled at its start.
-- asm
r3 = 0
r4 = r10
r4 += -64
*(u64 *)(r10 -8) = r4
l: r2 = *(u64 *)(r10 -8)
r1 = *(u8 *)(r2 +0)
r3 += 1
if r3 < 5 goto l
r0 = r1
exit
-- live
0: -512:-8
1: r3 -512:-8 ! r3
2: r3 r4 -512:-8 ! r3 r4
3: r3 r4 -512:-8 ! r3 r4
4: r3 -512:0 ! r3 -8:0
5: r2 r3 -512:0 ! r2 r3 -8:0
6: r1 r3 -512:0 ! r3 -8:0
7: r1 r3 -512:0 ! r3 -8:0
8: r1
9: r0
