An attribute inside the one at offset a.
-- program
ld #8
ldx #0x4
ld [nlan]
ret a
-- packet
# attributes: type 1 (5 bytes), type 2 nested with type 3 and type 4
05 00 01 00 aa 00 00 00
10 00 02 00
05 00 03 00 bb 00 00 00
04 00 04 00
-- result
0x14
