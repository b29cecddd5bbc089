A load with an imm.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
61 10 00 00 05 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 1: imm of a load is 5, a field that it does not use
fields that an instruction does not use hold 0
-- linux
BPF_LDX uses reserved fields
