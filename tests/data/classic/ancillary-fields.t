Every field has its value, whatever the width of the load; the first that differs is returned.
-- program
ldb [proto]
jeq #0x86dd jt 2 jf 23
ldb [type]
jeq #0x4 jt 4 jf 23
ldb [ifidx]
jeq #0x11170 jt 6 jf 23
ldb [mark]
jeq #0x80000001 jt 8 jf 23
ldb [queue]
jeq #0x9 jt 10 jf 23
ldb [hatype]
jeq #0x304 jt 12 jf 23
ldb [rxhash]
jeq #0xdeadbeef jt 14 jf 23
ldb [cpu]
jeq #0x3 jt 16 jf 23
ldb [vlan_tci]
jeq #0x2064 jt 18 jf 23
ldb [vlanp]
jeq #0x1 jt 20 jf 23
ldb [vlan_tpid]
jeq #0x88a8 jt 22 jf 23
ret #1
ret a
-- packet
00
-- fields
protocol 0x86dd
pkttype 0x4
ifindex 0x11170
mark 0x80000001
queue 0x9
hatype 0x304
rxhash 0xdeadbeef
cpu 0x3
vlan_tci 0x2064
vlan_present 0x1
vlan_tpid 0x88a8
-- result
0x1
