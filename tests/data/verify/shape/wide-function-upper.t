A function with an upper half is left to the walk.
-- raw
18 41 00 00 03 00 00 00  # r1 = function +3
00 00 00 00 05 00 00 00
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 checkpoint subprog falls
1: f0 second
2: f0 checkpoint falls
3: f0
4: f1 checkpoint subprog falls
5: f1
-- linux
missing btf func_info
