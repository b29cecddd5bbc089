A loop around a 64-bit immediate.
-- asm
r1 = 0
l: r2 = 5 ll
r1 += 1
if r1 < 3 goto l
r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0 loop1 target checkpoint loop_head falls
2: f0 second
3: f0 loop1 falls
4: f0 loop1 checkpoint falls
5: f0 falls
6: f0
-- linux
accepted
