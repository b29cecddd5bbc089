Outside the packet.
-- program
ld [-1048558]
ret #1
-- packet
45 00 00 3c 00 01 00 00 40 06 00 00 0a 00 00 01 0a 00 00 02
-- result
0x0
