A function reads its caller's stack.
-- asm
*(u64 *)(r10 -8) = 1
*(u64 *)(r10 -16) = 2
*(u64 *)(r10 -24) = 3
r1 = r10
r1 += -16
call f
exit
f: r0 = *(u64 *)(r1 +0)
exit
-- live
0:
1:
2: -16:-8 ! -16:-8
3: -16:-8 ! -16:-8
4: r1 -16:-8 ! r1 -16:-8
5: r1 -16:-8 ! r1 -16:-8
6: r0
7: r1 ! r1
8: r0
