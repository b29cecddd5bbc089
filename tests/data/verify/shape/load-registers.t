A register past r10 in dead code is no error; here the walk finds it.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
b7 0d 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 falls malformed
2: f0
-- linux
R13 is invalid
