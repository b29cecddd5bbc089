Hex: what Linux takes, in the byte order of the machine.
-- raw
b7 00 00 00 05 00 00 00  # r0 = 5
07 00 00 00 fe ff ff ff  # r0 += -2
95 00 00 00 00 00 00 00
-- result
0x3
