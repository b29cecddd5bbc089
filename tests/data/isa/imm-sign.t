Immediates are extended with their sign in 64 bits, and cut in 32.
-- asm
r0 = -2
r1 = r0
r1 >>= 32
w2 = -2
r2 >>= 32
r0 = r1
r0 += r2
exit
-- result
0xffffffff
