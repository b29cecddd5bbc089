Two functions, one called twice.
-- asm
call f
call f
call g
exit
f: r0 = 1
exit
g: call f
exit
-- shape
0: f0 checkpoint subprog falls
1: f0 checkpoint falls
2: f0 checkpoint falls
3: f0 checkpoint
4: f1 checkpoint subprog falls
5: f1
6: f2 checkpoint subprog falls
7: f2 checkpoint
-- linux
accepted
