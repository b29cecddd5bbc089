What goes forward is no loop.
-- asm
r0 = 0
if r0 == 0 goto a
goto b
a: r0 = 1
b: exit
-- options
unprivileged
-- shape
0: f0 subprog falls
1: f0 checkpoint falls
2: f0
3: f0 target checkpoint falls
4: f0 target checkpoint
