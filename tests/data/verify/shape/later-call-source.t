A call of a kind that there is not.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 01 00 00 00 00 00  # if r0 == 0 goto +1
85 30 00 00 05 00 00 00
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 checkpoint falls
2: f0 falls malformed
3: f0 target checkpoint
-- linux
accepted
