Recursion is left to the walk.
-- asm
r0 = 0
call -2
exit
-- shape
0: f0 checkpoint subprog loop_head falls
1: f0 checkpoint falls
2: f0 checkpoint
-- linux
the call stack of 9 frames is too deep
