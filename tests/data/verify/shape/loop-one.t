A loop.
-- asm
r1 = 0
l: r1 += 1
if r1 < 5 goto l
r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0 loop1 target checkpoint loop_head falls
2: f0 loop1 checkpoint falls
3: f0 falls
4: f0
-- linux
accepted
