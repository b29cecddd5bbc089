A store with an imm.
-- raw
7b 1a f8 ff 04 00 00 00
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls malformed
1: f0 falls
2: f0
-- linux
BPF_STX uses reserved fields
