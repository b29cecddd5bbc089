A load of an unknown mode.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
21 10 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: there is no opcode 0x21
-- linux
BPF_LDX uses reserved fields
