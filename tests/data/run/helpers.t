Helpers of socket buffers whose results depend on the packet alone.
-- type sched_cls
-- case congestion experienced
call bpf_skb_ecn_set_ce
exit
-- try udp4
0, retval 0
data 50 bytes, as they were
-- try tcp4
0, retval 1
data 62 bytes: 0000000000000a0b0c0d0e0f080045030030000100004006fffe0a000001c0a801071f900050010203040000000050022000beef0000020405b401010402
-- try udp6
0, retval 1
data 70 bytes: 0000000000000a0b0c0d0e0f86dd603000000010114020010db800000000000000000000000120010db80000000000000000000000020035123400105a5a0102030405060708
-- try vlan4
0, retval 0
data 54 bytes, as they were
-- try arp
0, retval 0
data 42 bytes, as they were
-- try multicast
0, retval 0
data 46 bytes, as they were
-- try other
0, retval 0
data 34 bytes, as they were
-- try llc
0, retval 0
data 22 bytes, as they were
-- try udp4/34
0, retval 0
data 34 bytes, as they were
-- try udp6/54
0, retval 1
data 54 bytes: 0000000000000a0b0c0d0e0f86dd603000000010114020010db800000000000000000000000120010db8000000000000000000000002
