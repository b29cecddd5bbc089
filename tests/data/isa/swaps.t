Byte order: to a byte order cuts to the width, and so does the swap.
-- asm
r1 = 0x1122334455667788 ll
r2 = r1
r2 = be16 r2
r3 = r1
r3 = be32 r3
r4 = r1
r4 = bswap64 r4
r5 = r1
r5 = le16 r5
r0 = r2
r0 <<= 16
r0 ^= r3
r0 ^= r4
r0 ^= r5
exit
-- result
0x88776655443333cc
