A jump that is always taken ends a function.
-- asm
r0 = 0
goto l2
l1: exit
l2: goto l1
-- shape
0: f0 subprog falls
1: f0
2: f0 target checkpoint
3: f0 target checkpoint
-- linux
accepted
