Negation by register.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
8c 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: there is no opcode 0x8c
-- linux
unknown opcode 8c
