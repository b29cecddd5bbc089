Hex: a jump into a 64-bit immediate.
-- raw
05 00 01 00 00 00 00 00
18 00 00 00 01 00 00 00
00 00 00 00 02 00 00 00
95 00 00 00 00 00 00 00
-- error
instruction 0: JA16 goes to 2, the middle of a 64-bit immediate
