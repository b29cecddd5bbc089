A loop that calls; the function is in no loop.
-- asm
r6 = 0
l: call f
r6 += 1
if r6 < 3 goto l
exit
f: r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0 loop1 target checkpoint loop_head falls
2: f0 loop1 checkpoint falls
3: f0 loop1 checkpoint falls
4: f0
5: f1 checkpoint subprog falls
6: f1
-- linux
accepted
