A function puts an address into its caller's stack.
-- asm
r1 = r10
r1 += -8
r2 = r10
r2 += -64
call f
r3 = *(u64 *)(r10 -8)
r0 = *(u64 *)(r3 +0)
exit
f: *(u64 *)(r1 +0) = r2
r0 = 0
exit
-- live
0: -512:0 ! -8:0
1: r1 -512:0 ! r1 -8:0
2: r1 -512:0 ! r1 -8:0
3: r1 r2 -512:0 ! r1 r2 -8:0
4: r1 r2 -512:0 ! r1 r2 -8:0
5: -512:0 ! -8:0
6: r3 -512:0 ! r3
7: r0
8: r1 r2 ! r1 r2
9:
10: r0
