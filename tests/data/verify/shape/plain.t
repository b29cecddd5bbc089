The smallest program.
-- asm
r0 = 0
exit
-- shape
0: f0 subprog falls
1: f0
-- linux
accepted
