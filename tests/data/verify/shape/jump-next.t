A conditional jump to the next.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 00 00 00 00 00 00  # if r0 == 0 goto +0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 checkpoint falls
2: f0 target checkpoint
-- linux
accepted
