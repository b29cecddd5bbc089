A nest that is longer than the packet.
-- program
ld #8
ldx #0x3
ld [nlan]
add #100
ret a
-- packet
05 00 01 00 aa 00 00 00 11 00 02 00 05 00 03 00
-- result
0x64
