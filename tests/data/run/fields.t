Fields of socket buffers, as each type sees them.
-- type sched_cls
-- case all fields that sched_cls has
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 0)
*(u64 *)(r7 + 0) = r2
r2 = *(u32 *)(r6 + 4)
*(u64 *)(r7 + 8) = r2
r2 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 24) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 32) = r2
r2 = *(u32 *)(r6 + 20)
*(u64 *)(r7 + 40) = r2
r2 = *(u32 *)(r6 + 24)
*(u64 *)(r7 + 48) = r2
r2 = *(u32 *)(r6 + 28)
*(u64 *)(r7 + 56) = r2
r2 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 64) = r2
r2 = *(u32 *)(r6 + 36)
*(u64 *)(r7 + 72) = r2
r2 = *(u32 *)(r6 + 40)
*(u64 *)(r7 + 80) = r2
r2 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 88) = r2
r2 = *(u32 *)(r6 + 48)
*(u64 *)(r7 + 96) = r2
r2 = *(u32 *)(r6 + 64)
*(u64 *)(r7 + 104) = r2
r2 = *(u32 *)(r6 + 68)
*(u64 *)(r7 + 112) = r2
r2 = *(u32 *)(r6 + 72)
*(u64 *)(r7 + 120) = r2
r2 = *(u32 *)(r6 + 84)
*(u64 *)(r7 + 128) = r2
r2 = *(u64 *)(r6 + 152)
*(u64 *)(r7 + 136) = r2
r2 = *(u32 *)(r6 + 160)
*(u64 *)(r7 + 144) = r2
r2 = *(u32 *)(r6 + 164)
*(u64 *)(r7 + 152) = r2
r2 = *(u32 *)(r6 + 176)
*(u64 *)(r7 + 160) = r2
r2 = *(u64 *)(r6 + 184)
*(u64 *)(r7 + 168) = r2
r0 = 1
exit
-- try udp4
not loaded: -71
-- try udp6
not loaded: -71
-- try vlan4
not loaded: -71
-- try qinq4
not loaded: -71
-- try arp
not loaded: -71
-- try multicast
not loaded: -71
-- try other
not loaded: -71
-- try llc
not loaded: -71
-- try ipx
not loaded: -71
-- try udp4 8=7 32=3 36=9 40=1 48=1 64=5 152=17 156=2 160=60 164=3 176=5 184=8 context_size=192
not loaded: -71
-- type socket_filter
-- case all fields that socket_filter has
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 0)
*(u64 *)(r7 + 0) = r2
r2 = *(u32 *)(r6 + 4)
*(u64 *)(r7 + 8) = r2
r2 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 24) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 32) = r2
r2 = *(u32 *)(r6 + 20)
*(u64 *)(r7 + 40) = r2
r2 = *(u32 *)(r6 + 24)
*(u64 *)(r7 + 48) = r2
r2 = *(u32 *)(r6 + 28)
*(u64 *)(r7 + 56) = r2
r2 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 64) = r2
r2 = *(u32 *)(r6 + 36)
*(u64 *)(r7 + 72) = r2
r2 = *(u32 *)(r6 + 40)
*(u64 *)(r7 + 80) = r2
r2 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 88) = r2
r2 = *(u32 *)(r6 + 48)
*(u64 *)(r7 + 96) = r2
r2 = *(u32 *)(r6 + 64)
*(u64 *)(r7 + 104) = r2
r2 = *(u32 *)(r6 + 68)
*(u64 *)(r7 + 112) = r2
r2 = *(u32 *)(r6 + 84)
*(u64 *)(r7 + 120) = r2
r2 = *(u32 *)(r6 + 164)
*(u64 *)(r7 + 128) = r2
r2 = *(u32 *)(r6 + 176)
*(u64 *)(r7 + 136) = r2
r0 = 1
exit
-- try udp4
not loaded: -71
-- try udp6
not loaded: -71
-- try vlan4
not loaded: -71
-- try qinq4
not loaded: -71
-- try arp
not loaded: -71
-- try multicast
not loaded: -71
-- try other
not loaded: -71
-- try llc
not loaded: -71
-- try ipx
not loaded: -71
-- try udp4 8=7 32=3 36=9 40=1 48=1 64=5 152=17 156=2 160=60 164=3 176=5 184=8 context_size=192
not loaded: -71
-- type cgroup_skb
-- case all fields that cgroup_skb has
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 0)
*(u64 *)(r7 + 0) = r2
r2 = *(u32 *)(r6 + 4)
*(u64 *)(r7 + 8) = r2
r2 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 24) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 32) = r2
r2 = *(u32 *)(r6 + 20)
*(u64 *)(r7 + 40) = r2
r2 = *(u32 *)(r6 + 24)
*(u64 *)(r7 + 48) = r2
r2 = *(u32 *)(r6 + 28)
*(u64 *)(r7 + 56) = r2
r2 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 64) = r2
r2 = *(u32 *)(r6 + 36)
*(u64 *)(r7 + 72) = r2
r2 = *(u32 *)(r6 + 40)
*(u64 *)(r7 + 80) = r2
r2 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 88) = r2
r2 = *(u32 *)(r6 + 48)
*(u64 *)(r7 + 96) = r2
r2 = *(u32 *)(r6 + 64)
*(u64 *)(r7 + 104) = r2
r2 = *(u32 *)(r6 + 68)
*(u64 *)(r7 + 112) = r2
r2 = *(u32 *)(r6 + 88)
*(u64 *)(r7 + 120) = r2
r2 = *(u32 *)(r6 + 92)
*(u64 *)(r7 + 128) = r2
r2 = *(u32 *)(r6 + 96)
*(u64 *)(r7 + 136) = r2
r2 = *(u32 *)(r6 + 100)
*(u64 *)(r7 + 144) = r2
r2 = *(u32 *)(r6 + 104)
*(u64 *)(r7 + 152) = r2
r2 = *(u32 *)(r6 + 108)
*(u64 *)(r7 + 160) = r2
r2 = *(u32 *)(r6 + 112)
*(u64 *)(r7 + 168) = r2
r2 = *(u32 *)(r6 + 116)
*(u64 *)(r7 + 176) = r2
r2 = *(u32 *)(r6 + 120)
*(u64 *)(r7 + 184) = r2
r2 = *(u32 *)(r6 + 124)
*(u64 *)(r7 + 192) = r2
r2 = *(u32 *)(r6 + 128)
*(u64 *)(r7 + 200) = r2
r2 = *(u32 *)(r6 + 132)
*(u64 *)(r7 + 208) = r2
r2 = *(u32 *)(r6 + 136)
*(u64 *)(r7 + 216) = r2
r2 = *(u64 *)(r6 + 152)
*(u64 *)(r7 + 224) = r2
r2 = *(u32 *)(r6 + 164)
*(u64 *)(r7 + 232) = r2
r2 = *(u32 *)(r6 + 176)
*(u64 *)(r7 + 240) = r2
r2 = *(u64 *)(r6 + 184)
*(u64 *)(r7 + 248) = r2
r0 = 1
exit
-- try udp4
not loaded: -71
-- try udp6
not loaded: -71
-- try vlan4
not loaded: -71
-- try qinq4
not loaded: -71
-- try arp
not loaded: -71
-- try multicast
not loaded: -71
-- try other
not loaded: -71
-- try llc
not loaded: -71
-- try ipx
not loaded: -71
-- try udp4 8=7 32=3 36=9 40=1 48=1 64=5 152=17 156=2 160=60 164=3 176=5 184=8 context_size=192
not loaded: -71
-- type lwt_xmit
-- case all fields that lwt_xmit has
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 0)
*(u64 *)(r7 + 0) = r2
r2 = *(u32 *)(r6 + 4)
*(u64 *)(r7 + 8) = r2
r2 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 24) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 32) = r2
r2 = *(u32 *)(r6 + 20)
*(u64 *)(r7 + 40) = r2
r2 = *(u32 *)(r6 + 24)
*(u64 *)(r7 + 48) = r2
r2 = *(u32 *)(r6 + 28)
*(u64 *)(r7 + 56) = r2
r2 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 64) = r2
r2 = *(u32 *)(r6 + 36)
*(u64 *)(r7 + 72) = r2
r2 = *(u32 *)(r6 + 40)
*(u64 *)(r7 + 80) = r2
r2 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 88) = r2
r2 = *(u32 *)(r6 + 48)
*(u64 *)(r7 + 96) = r2
r2 = *(u32 *)(r6 + 64)
*(u64 *)(r7 + 104) = r2
r2 = *(u32 *)(r6 + 68)
*(u64 *)(r7 + 112) = r2
r2 = *(u32 *)(r6 + 84)
*(u64 *)(r7 + 120) = r2
r2 = *(u32 *)(r6 + 164)
*(u64 *)(r7 + 128) = r2
r2 = *(u32 *)(r6 + 176)
*(u64 *)(r7 + 136) = r2
r0 = 1
exit
-- try udp4
not loaded: -71
-- try udp6
not loaded: -71
-- try vlan4
not loaded: -71
-- try qinq4
not loaded: -71
-- try arp
not loaded: -71
-- try multicast
not loaded: -71
-- try other
not loaded: -71
-- try llc
not loaded: -71
-- try ipx
not loaded: -71
-- try udp4 8=7 32=3 36=9 40=1 48=1 64=5 152=17 156=2 160=60 164=3 176=5 184=8 context_size=192
not loaded: -71
-- type cgroup_skb
-- case where the packet ends
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 76)
r3 = *(u32 *)(r6 + 80)
r4 = r2
r4 += 20
if r4 > r3 goto +2
r0 = *(u8 *)(r2 + 0)
*(u64 *)(r7 + 0) = r0
r0 = 1
exit
-- try udp4
not loaded: -71
-- case the socket
r7 = map[out][0]+0
r1 = *(u64 *)(r1 + 168)
if r1 == 0 goto none
r6 = r1
r2 = *(u32 *)(r1 + 4)
*(u64 *)(r7 + 0) = r2
call bpf_sk_fullsock
if r0 == 0 goto none
r6 = r0
r2 = *(u32 *)(r6 + 0)
*(u64 *)(r7 + 8) = r2
r2 = *(u32 *)(r6 + 4)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 24) = r2
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 32) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 40) = r2
r2 = *(u32 *)(r6 + 20)
*(u64 *)(r7 + 48) = r2
r2 = *(u32 *)(r6 + 24)
*(u64 *)(r7 + 56) = r2
r2 = *(u32 *)(r6 + 28)
*(u64 *)(r7 + 64) = r2
r2 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 72) = r2
r2 = *(u32 *)(r6 + 36)
*(u64 *)(r7 + 80) = r2
r2 = *(u32 *)(r6 + 40)
*(u64 *)(r7 + 88) = r2
r2 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 96) = r2
r2 = *(u32 *)(r6 + 52)
*(u64 *)(r7 + 104) = r2
r2 = *(u32 *)(r6 + 56)
*(u64 *)(r7 + 112) = r2
r2 = *(u32 *)(r6 + 60)
*(u64 *)(r7 + 120) = r2
r2 = *(u32 *)(r6 + 64)
*(u64 *)(r7 + 128) = r2
r2 = *(u32 *)(r6 + 68)
*(u64 *)(r7 + 136) = r2
r2 = *(u32 *)(r6 + 72)
*(u64 *)(r7 + 144) = r2
r2 = *(u32 *)(r6 + 76)
*(u64 *)(r7 + 152) = r2
r2 = *(u16 *)(r6 + 48)
*(u64 *)(r7 + 200) = r2
r1 = r6
call bpf_tcp_sock
*(u64 *)(r7 + 208) = r0
none:
r0 = 1
exit
-- try udp4
not loaded: -71
-- try tcp4
not loaded: -71
-- try udp6
not loaded: -71
-- try arp
not loaded: -71
-- type lwt_in
-- case a packet of lwt_in directly
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 76)
r3 = *(u32 *)(r6 + 80)
r4 = r2
r4 += 20
if r4 > r3 goto +2
r0 = *(u64 *)(r2 + 12)
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- try udp4
not loaded: -71
-- try llc
not loaded: -71
-- type lwt_out
-- case a packet of lwt_out directly
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 76)
r3 = *(u32 *)(r6 + 80)
r4 = r2
r4 += 20
if r4 > r3 goto +2
r0 = *(u64 *)(r2 + 12)
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- try udp4
not loaded: -71
-- try llc
not loaded: -71
-- type lwt_xmit
-- case a packet of lwt_xmit directly
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 76)
r3 = *(u32 *)(r6 + 80)
r4 = r2
r4 += 20
if r4 > r3 goto +2
r0 = *(u64 *)(r2 + 12)
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- try udp4
not loaded: -71
-- try llc
not loaded: -71
-- type sched_act
-- case a packet of sched_act directly
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 76)
r3 = *(u32 *)(r6 + 80)
r4 = r2
r4 += 20
if r4 > r3 goto +2
r0 = *(u64 *)(r2 + 12)
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- try udp4
not loaded: -71
-- try llc
not loaded: -71
-- type lwt_seg6local
-- case a packet of lwt_seg6local directly
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 76)
r3 = *(u32 *)(r6 + 80)
r4 = r2
r4 += 20
if r4 > r3 goto +2
r0 = *(u64 *)(r2 + 12)
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- try udp4
not loaded: -71
-- try llc
not loaded: -71
-- type sched_cls
-- case fields that are written
r6 = r1
r7 = map[out][0]+0
r2 = 0x12345678
r3 = 0xfffe
*(u32 *)(r6 + 8) = r2
r4 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 0) = r4
*(u32 *)(r6 + 8) = r3
r4 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 8) = r4
*(u32 *)(r6 + 12) = r2
r4 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 16) = r4
*(u32 *)(r6 + 12) = r3
r4 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 24) = r4
*(u32 *)(r6 + 32) = r2
r4 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 32) = r4
*(u32 *)(r6 + 32) = r3
r4 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 40) = r4
*(u32 *)(r6 + 44) = r2
r4 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 48) = r4
*(u32 *)(r6 + 44) = r3
r4 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 56) = r4
*(u32 *)(r6 + 72) = r2
r4 = *(u32 *)(r6 + 72)
*(u64 *)(r7 + 64) = r4
*(u32 *)(r6 + 72) = r3
r4 = *(u32 *)(r6 + 72)
*(u64 *)(r7 + 72) = r4
*(u64 *)(r6 + 152) = r2
r4 = *(u64 *)(r6 + 152)
*(u64 *)(r7 + 80) = r4
*(u8 *)(r6 + 50) = r2
*(u16 *)(r6 + 54) = r2
*(u64 *)(r6 + 56) = r2
r4 = *(u64 *)(r6 + 48)
*(u64 *)(r7 + 88) = r4
*(u32 *)(r6 + 12) = 65535
r4 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 96) = r4
*(u32 *)(r6 + 12) = 65534
*(u32 *)(r6 + 44) = 0x12345
r4 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 104) = r4
r4 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 112) = r4
r0 = 1
exit
-- try udp4
not loaded: -71
-- try udp4 wants_context
not loaded: -71
