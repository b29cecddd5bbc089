ldxb takes four times the low half of a byte.
-- program
ldxb 4*([1]&0xf)
ldb [x + 1]
ret a
-- packet
00 f2 00 00 00 00 00 00 00 2a
-- result
0x2a
