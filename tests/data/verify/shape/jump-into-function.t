A jump into another function.
-- raw
05 00 02 00 00 00 00 00  # goto +2
85 10 00 00 01 00 00 00  # call +1
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: jumps to 3, outside of its function, which is 0 to 2
only calls go to other functions; distances count from the instruction behind the jump
-- linux
jump out of range from insn 0 to 3
