Arguments of which any will do are not precise.
-- asm
r6 = 0
r7 = 0
l: r6 += r7
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -8
r2 = 8
r3 = r6
r4 = 0
call bpf_trace_printk
r7 += 1
if r7 < 4 goto l
r0 = 0
exit
-- live
0:
1: r6
2: r6 r7 ! r7
3: r6 r7 ! r7
4: r6 r7 -8:0 ! r7
5: r1 r6 r7 -8:0 ! r1 r7
6: r1 r6 r7 -8:0 ! r1 r7
7: r1 r2 r6 r7 -8:0 ! r1 r2 r7
8: r1 r2 r3 r6 r7 -8:0 ! r1 r2 r7
9: r1 r2 r3 r4 r6 r7 -8:0 ! r1 r2 r7
10: r6 r7 ! r7
11: r6 r7 ! r7
12:
13: r0
