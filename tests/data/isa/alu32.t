A 32-bit operation clears the upper half.
-- asm
r0 = -1
w0 += 2
r1 = 0x123456789abcdef0 ll
w1 = w1
r1 <<= 8
r0 += r1
exit
-- result
0x9abcdef001
