Arithmetic is modulo 2^32.
-- program
ld #1
neg
add #3
mul #0x80000001
ret a
-- packet
00
-- result
0x2
