A call of the wrong class.
-- raw
86 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: there is no opcode 0x86
-- linux
unknown opcode 86
