The first function may.
-- raw
bf 16 00 00 00 00 00 00
20 00 00 00 00 00 00 00
85 00 00 00 0c 00 00 00
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 subprog falls
1: f0 falls
2: f0 falls
3: f0 checkpoint falls
4: f0
-- linux
R1 !read_ok
