A jump is looked at before its opcode.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
0d 00 09 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: jumps to 11, outside of its function, which is 0 to 2
only calls go to other functions; distances count from the instruction behind the jump
-- linux
jump out of range from insn 1 to 11
