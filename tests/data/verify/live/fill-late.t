Nothing but the stack tells the loop's start what its end spilled.
-- asm
r6 = r1
r5 = r10
r5 += -64
r2 = *(u16 *)(r6 +0)
r0 = r2
*(u64 *)(r10 -8) = 0
l: r2 = *(u64 *)(r10 -8)
if r2 == 0 goto n
r0 = *(u8 *)(r2 +0)
n: r2 = *(u16 *)(r6 +0)
r0 = r2
*(u64 *)(r10 -8) = r5
if r2 > 5 goto l
exit
-- live
0: r1 -512:-8 ! r1
1: r6 -512:-8 ! r6
2: r5 r6 -512:-8 ! r5 r6
3: r5 r6 -512:-8 ! r5 r6
4: r2 r5 r6 -512:-8 ! r5 r6
5: r5 r6 -512:-8 ! r5 r6
6: r5 r6 -512:0 ! r5 r6 -8:0
7: r2 r5 r6 -512:0 ! r2 r5 r6
8: r2 r5 r6 -512:0 ! r2 r5 r6
9: r5 r6 -512:-8 ! r5 r6
10: r2 r5 r6 -512:-8 ! r2 r5 r6
11: r0 r2 r5 r6 -512:-8 ! r2 r5 r6
12: r0 r2 r5 r6 -512:0 ! r2 r5 r6 -8:0
13: r0
