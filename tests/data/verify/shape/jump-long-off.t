A long jump has no off: left to the walk.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
06 00 03 00 00 00 00 00  # gotol +0, off 3
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 malformed
2: f0 target checkpoint
-- linux
BPF_JA uses reserved fields
