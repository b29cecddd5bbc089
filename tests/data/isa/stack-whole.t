All 512 bytes of the stack, reached through a pointer that moves.
-- asm
r2 = r10
r2 += -512
r3 = 0
fill:
*(u64 *)(r2 +0) = r3
r2 += 8
r3 += 1
if r3 != 64 goto fill
r0 = 0
r2 = r10
sum:
r2 += -8
r4 = *(u64 *)(r2 +0)
r0 += r4
r3 -= 1
if r3 != 0 goto sum
exit
-- result
0x7e0
