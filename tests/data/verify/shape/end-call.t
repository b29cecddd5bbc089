A call is no end.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
85 10 00 00 fd ff ff ff  # call -3
-- error
invalid: instruction 2: the function that starts at 0 ends here in opcode 0x85, not in exit or a jump that is always taken
a compiler leaves this where it proved undefined behaviour: look for a variable that is not set
-- linux
last insn is not an exit or jmp
