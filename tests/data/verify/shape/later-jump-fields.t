A jump with a reserved field still goes where it goes.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 30 01 00 00 00 00 00
b7 10 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 checkpoint falls malformed
2: f0 falls malformed
3: f0 target checkpoint
-- linux
BPF_JMP/JMP32 uses reserved fields
