Arithmetic in 64 bits wraps.
-- asm
r0 = 0x7fffffffffffffff ll
r0 += 1
r1 = 3
r0 -= r1
r0 *= 5
r0 ^= -1
r0 |= 0x10
r1 = 0x00ffffffffffffff ll
r0 &= r1
r0 >>= 4
r0 <<= 8
r0 s>>= 1
exit
-- result
0x80
