A call that calls back is a loop.
-- raw
b7 01 00 00 04 00 00 00
18 42 00 00 06 00 00 00  # r2 = function +6
00 00 00 00 00 00 00 00  # second half
b7 03 00 00 00 00 00 00
b7 04 00 00 00 00 00 00
85 00 00 00 b5 00 00 00
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 checkpoint falls
2: f0 second
3: f0 checkpoint falls
4: f0 falls
5: f0 loop1 checkpoint forced falls calls_back
6: f0 checkpoint falls
7: f0
8: f1 checkpoint subprog falls
9: f1
-- linux
missing btf func_info
