A packet load that does not find its bytes ends the program with 0.
-- asm
r6 = r1
r0 = 5
r0 = *(u32 *)skb[5]
r0 = 6
exit
-- packet
00 11 22 33 44 55 66 77
-- result
0x0
