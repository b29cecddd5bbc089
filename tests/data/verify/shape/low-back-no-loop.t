A jump back that closes none.
-- asm
goto b
a: r0 = 0
exit
b: goto a
-- options
unprivileged
-- shape
0: f0 subprog
1: f0 target checkpoint falls
2: f0
3: f0 target checkpoint
