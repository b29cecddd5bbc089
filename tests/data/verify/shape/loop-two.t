Two loops one behind the other.
-- asm
r1 = 0
a: r1 += 1
if r1 < 3 goto a
r1 = 0
b: r1 += 1
if r1 < 3 goto b
r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0 loop2 target checkpoint loop_head falls
2: f0 loop2 checkpoint falls
3: f0 falls
4: f0 loop1 target checkpoint loop_head falls
5: f0 loop1 checkpoint falls
6: f0 falls
7: f0
-- linux
accepted
