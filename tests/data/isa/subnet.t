Is the IPv4 destination of an Ethernet frame with one VLAN tag in 192.168.16.0/20?
-- asm
r0 = 0
r3 = 14
r4 = *(u16 *)(r1 +12)
r4 = be16 r4
if r4 != 0x8100 goto untagged
r3 += 4
r4 = *(u16 *)(r1 +16)
r4 = be16 r4
untagged:
if r4 != 0x800 goto out
r1 += r3
r4 = *(u32 *)(r1 +16)
r4 = be32 r4
w4 &= 0xfffff000
r5 = 0xc0a81000 ll
if r4 != r5 goto out
r0 = 1
out:
exit
-- mem
00 00 c0 9f a0 97 00 a0 cc 3b bf fa 81 00 00 20
08 00 45 10 00 3c 46 3c 40 00 40 06 73 1c c0 a8
01 02 c0 a8 1f 01
-- result
0x1
