Packet loads read r6 and overwrite r0 to r5.
-- asm
r6 = r1
r7 = 3
r0 = *(u8 *)skb[r7 + 2]
exit
-- live
0: r1 ! r1
1: r6 ! r6
2: r6 r7 ! r6
3: r0
