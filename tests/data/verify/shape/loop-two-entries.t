A loop with two entries.
-- asm
r1 = 0
if r1 == 0 goto b
a: r1 += 1
b: r1 += 2
if r1 < 9 goto a
r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0 checkpoint falls
2: f0 loop1 target checkpoint loop_head falls
3: f0 loop1 target checkpoint falls
4: f0 loop1 checkpoint falls
5: f0 falls
6: f0
-- linux
accepted
