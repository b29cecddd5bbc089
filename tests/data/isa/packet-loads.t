LD_ABS and LD_IND give host order.
-- asm
r6 = r1
r0 = *(u16 *)skb[2]
r7 = r0
r8 = 1
r0 = *(u32 *)skb[r8 + 2]
r0 <<= 16
r0 |= r7
r7 = r0
r0 = *(u8 *)skb[7]
r0 += r7
exit
-- packet
00 11 22 33 44 55 66 77
-- result
0x3344556622aa
