A shift by x > 31 leaves nothing.
-- program
ld #7
ldx #0x20
rsh x
add #1
ret a
-- packet
00
-- result
0x1
