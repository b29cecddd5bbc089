A conditional jump at the end goes out of the function.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 00 00 00 00 00 00  # if r0 == 0 goto +0
-- error
invalid: instruction 1: jumps to 2, outside of its function, which is 0 to 1
only calls go to other functions; distances count from the instruction behind the jump
-- linux
jump out of range from insn 1 to 2
