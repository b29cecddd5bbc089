A jump before the start.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 fd ff 00 00 00 00  # if r0 == 0 goto -3
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: jumps to -1, outside of its function, which is 0 to 2
only calls go to other functions; distances count from the instruction behind the jump
-- linux
jump out of range from insn 1 to -1
