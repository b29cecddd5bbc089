x + k does not wrap.
-- program
ldx #0x8
ldb [x + -4]
ret #1
-- packet
00 01 02 03 04
-- result
0x0
