Signed division rounds towards zero; the smallest number by -1 wraps.
-- asm
r0 = -7
r0 s/= 2
r1 = -7
r1 s%= 2
r0 *= 10
r0 += r1
r2 = 0x8000000000000000 ll
r3 = -1
r2 s/= r3
r2 >>= 60
r0 += r2
r4 = 0x80000000 ll
w4 s%= w3
r0 += r4
exit
-- result
0xffffffffffffffe9
