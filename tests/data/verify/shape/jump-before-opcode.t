Jumps are looked at before opcodes.
-- raw
ff 00 00 00 00 00 00 00
05 00 05 00 00 00 00 00  # goto +5
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: jumps to 7, outside of its function, which is 0 to 2
only calls go to other functions; distances count from the instruction behind the jump
-- linux
jump out of range from insn 1 to 7
