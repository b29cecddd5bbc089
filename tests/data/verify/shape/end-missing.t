The end is run over.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
-- error
invalid: instruction 0: the function that starts at 0 ends here in opcode 0xb7, not in exit or a jump that is always taken
a compiler leaves this where it proved undefined behaviour: look for a variable that is not set
-- linux
last insn is not an exit or jmp
