A function runs into a callback.
-- raw
18 41 00 00 01 00 00 00  # r1 = function +1
00 00 00 00 00 00 00 00  # second half
b7 00 00 00 00 00 00 00  # r0 = 0
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: the function that starts at 0 ends here in opcode 0x00, not in exit or a jump that is always taken
does a call go into the middle of a function?
-- linux
last insn is not an exit or jmp
