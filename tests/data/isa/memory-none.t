Without memory r1 and r2 are 0.
-- asm
r0 = r1
r0 |= r2
r0 += 1
exit
-- result
0x1
