Two offsets that meet are not known any more.
-- asm
r2 = r10
r2 += -16
if r1 == 0 goto l
r2 += 8
l: *(u64 *)(r10 -8) = 1
r0 = *(u64 *)(r2 +0)
exit
-- live
0: r1 -512:-8 ! r1
1: r1 r2 -512:-8 ! r1 r2
2: r1 r2 -512:-8 ! r1 r2
3: r2 -512:-8 ! r2
4: r2 -512:-8 ! r2
5: r2 -512:0 ! r2
6: r0
