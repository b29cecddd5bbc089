A reserved field counts only if a path comes here.
-- raw
b7 10 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls malformed
1: f0
-- linux
BPF_MOV uses reserved fields
