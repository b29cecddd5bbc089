A distance that would wrap.
-- raw
85 10 00 00 ff ff ff 7f  # call +2147483647
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: the function at 2147483648 is not in the program, which has 0 to 1
distances count from the instruction behind the call
-- linux
call to invalid destination
