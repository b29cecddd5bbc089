An unknown opcode comes before unreachable code.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
ff 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: there is no opcode 0xff
-- linux
unknown opcode ff
