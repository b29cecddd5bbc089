A callback reads what lies around what it is given; what it counts there decides nothing.
-- asm
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r1 = 4
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r0 = *(u64 *)(r10 -8)
exit
f: r1 = *(u32 *)(r2 +0)
r1 += 1
*(u32 *)(r2 +0) = r1
r0 = 0
exit
-- live
0:
1: -8:0
2: -8:0
3: r1 -8:0 ! r1
5: r1 r2 -8:0 ! r1 r2
6: r1 r2 r3 -8:0 ! r1 r2 r3
7: r1 r2 r3 -8:0 ! r1 r2 r3
8: r1 r2 r3 r4 -8:0 ! r1 r2 r3 r4
9: -8:0
10: r0
11: r2 ! r2
12: r1 r2 ! r2
13: r1 r2 ! r2
14:
15: r0 ! r0
