An offset that is not known may be anywhere.
-- asm
r2 = r10
r2 += -16
r2 += r1
*(u64 *)(r10 -16) = 0
*(u8 *)(r2 +0) = 7
r0 = *(u8 *)(r2 +0)
exit
-- live
0: r1 -512:-16 -8:0 ! r1
1: r1 r2 -512:-16 -8:0 ! r1 r2
2: r1 r2 -512:-16 -8:0 ! r1 r2
3: r2 -512:-16 -8:0 ! r2
4: r2 -512:0 ! r2
5: r2 -512:0 ! r2
6: r0
