Connections that are looked up: there are none.
-- type xdp
-- maps
out array 4 1024 1
-- before
r6 = r1
r7 = map[out][0]+0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 56) = 0
*(u64 *)(r10 - 64) = 0
*(u64 *)(r10 - 72) = 0
*(u32 *)(r10 - 16) = -1
*(u8 *)(r10 - 8) = 6
-- after
if r0 == 0 goto nothing
r1 = r0
call kfunc[bpf_ct_release]
r0 = 1
nothing: *(u64 *)(r7 + 0) = r0
r0 = *(s32 *)(r10 - 12)
*(u64 *)(r7 + 8) = r0
r0 = 0
exit
-- set TUPLE
4    r3 = 12
6    r3 = 36
11   r3 = 11
13   r3 = 13
-- set OPTIONS
16  r5 = 16
12  r5 = 12
13  r5 = 13
8   r5 = 8
-- set CHANGE
none      r4 = 0
udp       *(u8 *)(r10 - 8) = 17
icmp      *(u8 *)(r10 - 8) = 1
zone      *(u16 *)(r10 - 6) = 5
zonedir   *(u8 *)(r10 - 4) = 1
reserved  *(u8 *)(r10 - 1) = 1
netns     *(u32 *)(r10 - 16) = 0
netns7    *(u32 *)(r10 - 16) = 7
netns-2   *(u32 *)(r10 - 16) = -2
badboth   *(u32 *)(r10 - 16) = -2; *(u8 *)(r10 - 8) = 1
direction *(u8 *)(r10 - 7) = 9
-- table frames: TUPLE OPTIONS CHANGE
$CHANGE
r1 = r6
r2 = r10
r2 += -72
$TUPLE
r4 = r10
r4 += -16
$OPTIONS
call kfunc[bpf_xdp_ct_lookup]
-- type sched_cls
-- table socket buffers: TUPLE OPTIONS CHANGE
$CHANGE
r1 = r6
r2 = r10
r2 += -72
$TUPLE
r4 = r10
r4 += -16
$OPTIONS
call kfunc[bpf_skb_ct_lookup]
-- set ALLOC
16  r5 = 16
12  r5 = 12
-- set WRONG
icmp      *(u8 *)(r10 - 8) = 1
fields    *(u8 *)(r10 - 1) = 1; *(u16 *)(r10 - 6) = 5
netns     *(u32 *)(r10 - 16) = 0
netns-2   *(u32 *)(r10 - 16) = -2
badboth   *(u32 *)(r10 - 16) = -2; *(u8 *)(r10 - 8) = 1
-- table new connections that are refused: TUPLE ALLOC WRONG
$WRONG
r1 = r6
r2 = r10
r2 += -72
$TUPLE
r4 = r10
r4 += -16
$ALLOC
call kfunc[bpf_skb_ct_alloc]
if r0 == 0 goto no
r1 = r0
call kfunc[bpf_ct_insert_entry]
no: r1 = 0
-- type xdp
-- after
if r0 == 0 goto nothing
r1 = r0
call kfunc[bpf_xdp_xfrm_state_release]
r0 = 1
nothing: *(u64 *)(r7 + 0) = r0
r0 = *(u32 *)(r10 - 40)
*(u64 *)(r7 + 8) = r0
r0 = 0
exit
-- set LENGTH
36 r3 = 36
40 r3 = 40
32 r3 = 32
4  r3 = 4
3  r3 = 3
-- set STATE
none     r1 = 0
family   *(u16 *)(r10 - 6) = 2
ip6      *(u16 *)(r10 - 6) = 10; *(u8 *)(r10 - 8) = 50
netns    *(u32 *)(r10 - 36) = 0
netns7   *(u32 *)(r10 - 36) = 7
netns-2  *(u32 *)(r10 - 36) = -2
-- table transforms: LENGTH STATE
*(u32 *)(r10 - 40) = 0
*(u32 *)(r10 - 36) = -1
$STATE
r1 = r6
r2 = r10
r2 += -40
$LENGTH
call kfunc[bpf_xdp_get_xfrm_state]
