Two functions call each other.
-- asm
call f
exit
f: call g
exit
g: call f
exit
-- shape
0: f0 checkpoint subprog falls
1: f0 checkpoint
2: f1 checkpoint subprog falls
3: f1 checkpoint
4: f2 checkpoint subprog falls
5: f2 checkpoint
-- linux
the call stack of 9 frames is too deep
