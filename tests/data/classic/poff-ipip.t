IPv4 in IPv4.
-- program
ld [poff]
ret a
-- packet
45 00 00 3c 00 01 00 00 40 04 00 00 0a 00 00 01 0a 00 00 02
45 00 00 3c 00 01 00 00 40 06 00 00 0a 00 00 01 0a 00 00 02
00 50 04 d2 00 00 00 00 00 00 00 00 60 02 ff ff 00 00 00 00 02 04 05 b4
-- fields
protocol 0x800
-- result
0x40
