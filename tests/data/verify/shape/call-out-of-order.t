A function that stands before others that call it.
-- asm
call g
exit
f: r0 = 0
exit
g: call f
exit
-- shape
0: f0 checkpoint subprog falls
1: f0 checkpoint
2: f1 checkpoint subprog falls
3: f1
4: f2 checkpoint subprog falls
5: f2 checkpoint
-- linux
accepted
