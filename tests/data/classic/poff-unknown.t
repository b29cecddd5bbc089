A protocol without a known header.
-- program
ld [poff]
ret a
-- packet
45 00 00 3c 00 01 00 00 40 06 00 00 0a 00 00 01 0a 00 00 02
-- fields
protocol 0x88cc
-- result
0x0
