Division by zero gives 0, modulo by zero leaves the dividend (RFC 9669, section 4.1).
-- asm
r1 = 0
r0 = 7
r2 = 9
r0 /= r1
r2 %= r1
r0 += r2
r3 = 100
r3 s%= r1
r0 += r3
r4 = -5
r4 s/= r1
r0 += r4
exit
-- result
0x6d
