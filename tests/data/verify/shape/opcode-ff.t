No such opcode.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
ff 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: there is no opcode 0xff
-- linux
unknown opcode ff
