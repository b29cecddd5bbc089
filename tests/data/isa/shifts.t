Shift counts are taken modulo the width.
-- asm
r0 = 1
r1 = 65
r0 <<= r1
r2 = 1
r3 = 33
w2 <<= w3
r0 <<= 4
r0 |= r2
r4 = -16
r5 = 66
r4 s>>= r5
r4 &= 0xff
r0 <<= 8
r0 |= r4
exit
-- result
0x22fc
