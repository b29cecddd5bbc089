The pointer is spilled on the way.
-- asm
r1 = r10
r1 += -16
call f
exit
f: *(u64 *)(r10 -8) = r1
r1 = 0
r1 = *(u64 *)(r10 -8)
r0 = *(u64 *)(r1 +0)
exit
-- live
0: -16:-8 ! -16:-8
1: r1 -16:-8 ! r1 -16:-8
2: r1 -16:-8 ! r1 -16:-8
3: r0
4: r1 ! r1
5: -8:0 ! -8:0
6: -8:0 ! -8:0
7: r1 ! r1
8: r0
