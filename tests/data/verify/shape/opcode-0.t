Opcode 0 is no instruction.
-- raw
00 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: there is no opcode 0x00
-- linux
unknown opcode 00
