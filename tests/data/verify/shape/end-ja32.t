So does a long jump.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
05 00 01 00 00 00 00 00  # goto +1
95 00 00 00 00 00 00 00  # exit
06 00 00 00 fe ff ff ff  # gotol -2
-- shape
0: f0 subprog falls
1: f0
2: f0 target checkpoint
3: f0 target checkpoint
-- linux
accepted
