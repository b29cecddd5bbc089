A call right behind the end.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
85 10 00 00 00 00 00 00  # call +0
-- error
invalid: instruction 1: the function at 2 is not in the program, which has 0 to 1
distances count from the instruction behind the call
-- linux
call to invalid destination
