The same for ldxb.
-- program
ldxb 4*([-1048576]&0xf)
txa
ret a
-- packet
00 11 22 33 44 55 66 77 88 99 aa bb 08 00
45 00 00 3c 00 01 00 00 40 06 00 00 0a 00 00 01 0a 00 00 02
-- fields
net_offset 14
-- result
0x14
