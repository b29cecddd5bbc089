Hex: a reserved field that is not zero.
-- raw
b7 00 01 00 05 00 00 00
95 00 00 00 00 00 00 00
-- error
instruction 0: off is 1 in MOV64_K, which allows 0
fields that an instruction does not use hold 0
