So does a remainder.
-- program
ld #7
mod x
ret #1
-- packet
00
-- result
0x0
