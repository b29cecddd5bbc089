A 64-bit swap by register.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
df 00 00 00 10 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: there is no opcode 0xdf
-- linux
unknown opcode df
