A VLAN tag in the data.
-- program
ld [poff]
ret a
-- packet
00 64 08 00
45 00 00 3c 00 01 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02
00 35 04 d2 00 08 00 00
-- fields
protocol 0x8100
-- result
0x20
