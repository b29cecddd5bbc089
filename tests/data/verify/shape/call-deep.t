Nine frames are left to the walk.
-- asm
call +1
exit
call +1
exit
call +1
exit
call +1
exit
call +1
exit
call +1
exit
call +1
exit
call +1
exit
call +1
exit
r0 = 0
exit
-- shape
0: f0 checkpoint subprog falls
1: f0 checkpoint
2: f1 checkpoint subprog falls
3: f1 checkpoint
4: f2 checkpoint subprog falls
5: f2 checkpoint
6: f3 checkpoint subprog falls
7: f3 checkpoint
8: f4 checkpoint subprog falls
9: f4 checkpoint
10: f5 checkpoint subprog falls
11: f5 checkpoint
12: f6 checkpoint subprog falls
13: f6 checkpoint
14: f7 checkpoint subprog falls
15: f7 checkpoint
16: f8 checkpoint subprog falls
17: f8 checkpoint
18: f9 checkpoint subprog falls
19: f9
-- linux
the call stack of 9 frames is too deep
