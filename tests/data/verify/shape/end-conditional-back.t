A conditional jump is no end.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 fe ff 00 00 00 00  # if r0 == 0 goto -2
-- error
invalid: instruction 1: the function that starts at 0 ends here in opcode 0x15, not in exit or a jump that is always taken
a compiler leaves this where it proved undefined behaviour: look for a variable that is not set
-- linux
last insn is not an exit or jmp
