A call by register.
-- raw
8d 01 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: there is no opcode 0x8d
-- linux
unknown opcode 8d
