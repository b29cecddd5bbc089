With BTF it is the walk that decides.
-- raw
85 10 00 00 01 00 00 00  # call +1
95 00 00 00 00 00 00 00  # exit
20 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- options
func_info
-- shape
0: f0 checkpoint subprog falls
1: f0 checkpoint
2: f1 checkpoint subprog falls
3: f1
