JMP class, register, no such operation.
-- raw
8f 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: there is no opcode 0x8f
-- linux
unknown opcode 8f
