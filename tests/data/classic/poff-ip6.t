IPv6 with a hop-by-hop header, ICMPv6.
-- program
ld [poff]
ret a
-- packet
60 00 00 00 00 10 00 40 fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 01 ff 02 00 00 00 00 00 00 00 00 00 00 00 00 00 01
3a 00 05 02 00 00 00 00
80 00 00 00 00 00 00 00
-- fields
protocol 0x86dd
-- result
0x38
