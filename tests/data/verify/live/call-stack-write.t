It writes only: nothing is live, nothing overwritten, and what it writes decides nothing.
-- asm
r1 = r10
r1 += -16
*(u64 *)(r10 -16) = 5
call f
r0 = *(u64 *)(r10 -16)
exit
f: r2 = 0
*(u64 *)(r1 +0) = r2
r0 = 0
exit
-- live
0:
1: r1 ! r1
2: r1 ! r1
3: r1 -16:-8 ! r1
4: -16:-8
5: r0
6: r1 ! r1
7: r1 r2 ! r1
8:
9: r0
