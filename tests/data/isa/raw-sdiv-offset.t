Hex: off of a division says whether it is signed, nothing else.
-- raw
37 00 02 00 05 00 00 00
95 00 00 00 00 00 00 00
-- error
instruction 0: off is 2 in an instruction like DIV64_K, which allows 0 or 1
this field selects the operation: RFC 9669, section 4 and 5
