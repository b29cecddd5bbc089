What helpers make of the socket that a packet has: its cgroup, casts to other kinds, what maps hold for it.
-- type sched_cls
-- maps
out array 4 1024 1
one sk_storage 4 16 0 flags=1 btf
two sk_storage 4 9 0 flags=1 spin_lock@0
cgroups cgroup_array 4 4 3
-- before
r6 = r1
r7 = map[out][0]+0
r8 = *(u64 *)(r6 + 168)
if r8 != 0 goto has
r0 = 1
exit
has: r1 = r8
call bpf_sk_fullsock
if r0 != 0 goto full
r0 = 1
exit
full: r8 = r0
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- set CAST
tcp      call bpf_skc_to_tcp_sock
tcp6     call bpf_skc_to_tcp6_sock
wait     call bpf_skc_to_tcp_timewait_sock
request  call bpf_skc_to_tcp_request_sock
udp6     call bpf_skc_to_udp6_sock
unix     call bpf_skc_to_unix_sock
mptcp    call bpf_skc_to_mptcp_sock
tcpsock  call bpf_tcp_sock
listener call bpf_get_listener_sock
-- table casts: CAST
r1 = r8
$CAST
if r0 == 0 goto +1
r0 = 1
-- set COOKIE
check call bpf_tcp_check_syncookie
make  call bpf_tcp_gen_syncookie
-- set LENGTH
0  r3 = 20; r5 = 20; *(u8 *)(r10 - 12) = 0x50
1  r3 = 20; r5 = 19; *(u8 *)(r10 - 12) = 0x50
2  r3 = 8;  r5 = 20; *(u8 *)(r10 - 12) = 0x60
3  r3 = 40; r5 = 20; *(u8 *)(r10 - 12) = 0x50
-- table cookies of a socket that does not listen: COOKIE LENGTH
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 64) = 0x45
*(u64 *)(r10 - 56) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 32) = 0
r1 = r8
r2 = r10
r2 += -64
r4 = r10
r4 += -24
$LENGTH
$COOKIE
-- set FIRST
none   r3 = 0; r4 = 0
make   r3 = 0; r4 = 1
value  r3 = r10; r3 += -16; r4 = 1
flags  r3 = 0; r4 = 2
wide   r3 = 0; r4 = 0x100000001 ll
-- set SECOND
none   r3 = 0; r4 = 0
make   r3 = 0; r4 = 1
value  r3 = r10; r3 += -16; r4 = 1
-- table storage: FIRST SECOND
r1 = 0x1122334455667788 ll
*(u64 *)(r10 - 16) = r1
*(u64 *)(r10 - 8) = r1
r1 = map[one]
r2 = r8
$FIRST
call bpf_sk_storage_get
if r0 == 0 goto +4
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 8) = r1
r1 += 3
*(u64 *)(r0 + 8) = r1
r1 = map[two]
r2 = r8
$FIRST
call bpf_sk_storage_get
if r0 == 0 goto +2
r1 = *(u8 *)(r0 + 8)
*(u64 *)(r7 + 16) = r1
r1 = map[one]
r2 = r8
$SECOND
call bpf_sk_storage_get
if r0 == 0 goto +4
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 24) = r1
r1 = *(u64 *)(r0 + 8)
*(u64 *)(r7 + 32) = r1
r1 = map[two]
r2 = r8
$SECOND
call bpf_sk_storage_get
if r0 == 0 goto +2
r1 = *(u8 *)(r0 + 8)
*(u64 *)(r7 + 40) = r1
r0 = 5
-- set GONE
one  r1 = map[one]
two  r1 = map[two]
-- table storage that is deleted: GONE FIRST
r1 = 0x1122334455667788 ll
*(u64 *)(r10 - 16) = r1
*(u64 *)(r10 - 8) = r1
r1 = map[one]
r2 = r8
r3 = r10
r3 += -16
r4 = 1
call bpf_sk_storage_get
r9 = r0
if r9 == 0 goto +7
$GONE
r2 = r8
call bpf_sk_storage_delete
*(u64 *)(r7 + 8) = r0
r1 = *(u64 *)(r9 + 0)
*(u64 *)(r7 + 16) = r1
r1 = map[one]
r2 = r8
$FIRST
call bpf_sk_storage_get
if r0 == 0 goto +2
r1 = *(u64 *)(r0 + 8)
*(u64 *)(r7 + 24) = r1
$GONE
r2 = r8
call bpf_sk_storage_delete
*(u64 *)(r7 + 32) = r0
$GONE
r2 = r8
call bpf_sk_storage_delete
-- set INDEX
0    r2 = 0
2    r2 = 2
3    r2 = 3
huge r2 = 0x80000000
wide r2 = 0x100000002 ll
-- table a cgroup of an array: INDEX
r1 = map[cgroups]
$INDEX
call bpf_current_task_under_cgroup
-- set SIZE
1 r4 = 1
28 r4 = 28
32 r4 = 32
-- set FLAGS
0 r5 = 0
1 r5 = 1
-- table transforms: INDEX SIZE FLAGS
r1 = -1
*(u64 *)(r7 + 16) = r1
*(u64 *)(r7 + 40) = r1
r1 = r6
$INDEX
r3 = r7
r3 += 16
$SIZE
$FLAGS
call bpf_skb_get_xfrm_state
-- type cgroup_skb
-- table casts of cgroup_skb: CAST
r1 = r8
$CAST
if r0 == 0 goto +1
r0 = 1
-- table storage of cgroup_skb: FIRST
r1 = 0x1122334455667788 ll
*(u64 *)(r10 - 16) = r1
*(u64 *)(r10 - 8) = r1
r1 = map[one]
r2 = r8
$FIRST
call bpf_sk_storage_get
if r0 == 0 goto +2
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 8) = r1
r0 = 5
-- case cgroup
r1 = r8
call bpf_sk_cgroup_id
-- table ancestors: INDEX
r1 = r8
$INDEX
call bpf_sk_ancestor_cgroup_id
