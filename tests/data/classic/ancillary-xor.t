SKF_AD_ALU_XOR_X is an operation, not a load.
-- program
ld #0xff
ldx #0xf0f
ld [xor_x]
ret a
-- packet
00
-- result
0xff0
