A jump out of a function.
-- raw
85 10 00 00 01 00 00 00  # call +1
95 00 00 00 00 00 00 00  # exit
05 00 fd ff 00 00 00 00  # goto -3
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: jumps to 0, outside of its function, which is 2 to 3
only calls go to other functions; distances count from the instruction behind the jump
-- linux
jump out of range from insn 2 to 0
