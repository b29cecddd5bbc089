An off is left to the walk.
-- raw
18 00 01 00 00 00 00 00
00 00 00 00 00 00 00 00  # second half
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls malformed
1: f0 second
2: f0
-- linux
BPF_LD_IMM64 uses reserved fields
