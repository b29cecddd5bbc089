Moves that extend the sign: in 32 bits the upper half is cleared.
-- asm
r1 = 0x80
r0 = (s8)r1
r0 >>= 60
w2 = (s8)w1
r2 >>= 28
r0 <<= 8
r0 |= r2
r3 = 0x80000000 ll
r3 = (s32)r3
r3 >>= 56
r0 <<= 8
r0 |= r3
exit
-- result
0xf0fff
