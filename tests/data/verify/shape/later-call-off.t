A local call with an off calls all the same.
-- raw
85 10 02 00 01 00 00 00
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 checkpoint subprog falls malformed
1: f0 checkpoint
2: f1 checkpoint subprog falls
3: f1
-- linux
BPF_CALL uses reserved fields
