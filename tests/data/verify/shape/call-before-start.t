A call before the start.
-- raw
85 10 00 00 f9 ff ff ff  # call -7
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: the function at -6 is not in the program, which has 0 to 1
distances count from the instruction behind the call
-- linux
call to invalid destination
