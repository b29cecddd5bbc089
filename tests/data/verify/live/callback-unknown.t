Nobody knows which function is called.
-- asm
*(u64 *)(r10 -8) = 0
r1 = 4
r2 = subprog[f]
if r1 == 4 goto l
r2 = subprog[g]
l: r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r0 = 0
exit
f: r0 = 0
exit
g: r0 = 1
exit
-- live
0: -512:0 ! -512:0
1: -512:0 ! -512:0
2: r1 -512:0 ! r1 -512:0
4: r1 r2 -512:0 ! r1 r2 -512:0
5: r1 -512:0 ! r1 -512:0
7: r1 r2 -512:0 ! r1 r2 -512:0
8: r1 r2 r3 -512:0 ! r1 r2 r3 -512:0
9: r1 r2 r3 -512:0 ! r1 r2 r3 -512:0
10: r1 r2 r3 r4 -512:0 ! r1 r2 r3 r4 -512:0
11: -512:0 ! -512:0
12: r0 -512:0 ! -512:0
13:
14: r0 ! r0
15:
16: r0 ! r0
