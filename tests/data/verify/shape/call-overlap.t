A call into its own function.
-- raw
85 10 00 00 00 00 00 00  # call +0
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: the function that starts at 0 ends here in opcode 0x85, not in exit or a jump that is always taken
does a call go into the middle of a function?
-- linux
last insn is not an exit or jmp
