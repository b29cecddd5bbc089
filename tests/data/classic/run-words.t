Scratch words keep a and x apart.
-- program
ld #5
st M[15]
ldx #0x7
stx M[0]
ld M[0]
ldx M[15]
mul #16
add x
ret a
-- packet
00
-- result
0x75
