Where functions start is looked at before jumps.
-- raw
05 00 4d 00 00 00 00 00  # goto +77
85 10 00 00 63 00 00 00  # call +99
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: the function at 101 is not in the program, which has 0 to 2
distances count from the instruction behind the call
-- linux
call to invalid destination
