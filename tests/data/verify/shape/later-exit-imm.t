Exit with an imm ends a path all the same.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 05 00 00 00
-- shape
0: f0 subprog falls
1: f0 malformed
-- linux
BPF_EXIT uses reserved fields
