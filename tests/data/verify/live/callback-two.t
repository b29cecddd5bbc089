Of what a callback counts, the one number is an index behind the call, the other decides nothing.
-- asm
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r1 = 4
r2 = subprog[f]
r3 = r10
r3 += -16
r4 = 0
call bpf_loop
r1 = *(u64 *)(r10 -16)
if r1 > 7 goto l
l: r0 = *(u64 *)(r10 -8)
exit
f: r1 = *(u64 *)(r2 +8)
r3 = *(u64 *)(r2 +0)
r1 += 1
r3 += 1
*(u64 *)(r2 +8) = r1
*(u64 *)(r2 +0) = r3
r0 = 0
exit
-- live
0:
1: -8:0
2: -16:0 ! -16:-8
3: r1 -16:0 ! r1 -16:-8
5: r1 r2 -16:0 ! r1 r2 -16:-8
6: r1 r2 r3 -16:0 ! r1 r2 r3 -16:-8
7: r1 r2 r3 -16:0 ! r1 r2 r3 -16:-8
8: r1 r2 r3 r4 -16:0 ! r1 r2 r3 r4 -16:-8
9: -16:0 ! -16:-8
10: r1 -8:0 ! r1
11: -8:0
12: r0
13: r2 ! r2
14: r1 r2 ! r2
15: r1 r2 r3 ! r2 r3
16: r1 r2 r3 ! r2 r3
17: r1 r2 r3 ! r2 r3
18: r2 r3 ! r2 r3
19:
20: r0 ! r0
