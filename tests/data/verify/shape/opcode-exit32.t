Exit of the wrong class.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
05 00 01 00 00 00 00 00  # goto +1
96 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: there is no opcode 0x96
-- linux
unknown opcode 96
