Nested loops are one component.
-- asm
r1 = 0
a: r2 = 0
b: r2 += 1
if r2 < 3 goto b
r1 += 1
if r1 < 3 goto a
r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0 loop1 target checkpoint loop_head falls
2: f0 loop1 target checkpoint loop_head falls
3: f0 loop1 checkpoint falls
4: f0 loop1 falls
5: f0 loop1 checkpoint falls
6: f0 falls
7: f0
-- linux
accepted
