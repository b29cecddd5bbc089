An address of a function behind the end.
-- raw
18 41 00 00 63 00 00 00  # r1 = function +99
00 00 00 00 00 00 00 00  # second half
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: the function at 100 is not in the program, which has 0 to 3
distances count from the instruction behind the call
-- linux
call to invalid destination
