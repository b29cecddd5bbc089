IPv4 with options, UDP.
-- program
ld [poff]
ret a
-- packet
46 00 00 3c 00 01 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02 01 01 01 00
00 35 04 d2 00 08 00 00
-- fields
protocol 0x800
-- result
0x20
