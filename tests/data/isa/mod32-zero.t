In 32 bits modulo by zero still clears the upper half.
-- asm
r1 = 0
r0 = 0xffffffff00000007 ll
w0 %= w1
exit
-- result
0x7
