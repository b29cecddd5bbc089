Types without a packet, or whose result is none: flow dissectors, socket lookup, arguments, memory.
-- type flow_dissector
-- case nothing
r0 = 0
exit
-- try udp4
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
-- try udp4/13
-22, retval 0
-- try udp4/14
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
-- try udp4/4096
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
-- try udp4/4097
-22, retval 0
-- try udp4 wants_context
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
context 56 bytes:
-- try udp4 40=0 context_size=56
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
context 56 bytes:
-- try udp4 0=1 context_size=56
-22, retval 0
-- try udp4 48=1
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000100000000000000
context 56 bytes: 48=1
-- try udp4 48=7 context_size=56
0, retval 0
data 56 bytes: 0e000e0000000000000008000000000000000000000000000000000000000000000000000000000000000000000000000700000000000000
context 56 bytes: 48=7
-- try udp4 52=7
-22, retval 0
-- try udp4 flags=1
-22, retval 0
-- try udp4 cpu=1
-22, retval 0
-- case keys
r6 = *(u64 *)(r1 + 144)
r7 = map[out][0]+0
r2 = *(u16 *)(r6 + 0)
*(u64 *)(r7 + 0) = r2
r2 = *(u16 *)(r6 + 2)
*(u64 *)(r7 + 8) = r2
r2 = *(u16 *)(r6 + 8)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r1 + 76)
r3 = *(u32 *)(r1 + 80)
r3 -= r2
*(u64 *)(r7 + 24) = r3
*(u16 *)(r6 + 0) = 7
*(u16 *)(r6 + 2) = 60000
*(u8 *)(r6 + 9) = 17
*(u32 *)(r6 + 16) = 0x01020304
r2 = 14
r3 = r10
r3 += -16
r4 = 8
call bpf_skb_load_bytes
*(u64 *)(r7 + 32) = r0
r2 = *(u64 *)(r10 - 16)
*(u64 *)(r7 + 40) = r2
r0 = 129
exit
-- try udp4
0, retval 129
data 56 bytes: 0e00320000000000001108000000000004030201000000000000000000000000000000000000000000000000000000000000000000000000
out 0 = e
out 1 = e
out 3 = 32
out 4 = fffffffffffffff2
-- try udp4/14
0, retval 129
data 56 bytes: 0e000e0000000000001108000000000004030201000000000000000000000000000000000000000000000000000000000000000000000000
out 0 = e
out 1 = e
out 3 = e
out 4 = fffffffffffffff2
-- try vlan4
0, retval 129
data 56 bytes: 0e00360000000000001181000000000004030201000000000000000000000000000000000000000000000000000000000000000000000000
out 0 = e
out 1 = e
out 3 = 36
out 4 = fffffffffffffff2
-- type sk_lookup attach=36
-- case nothing
r0 = 1
exit
-- try none
-22, retval 0
-- try none wants_context
-97, retval 0
-- try none 8=2 context_size=72
0, retval 1
data 0 bytes
context 72 bytes: 8=2
-- try none 8=10 context_size=72
0, retval 1
data 0 bytes
context 72 bytes: 8=a
-- try none 8=3 context_size=72
-97, retval 0
-- try none 8=65538 context_size=72
0, retval 1
data 0 bytes
context 72 bytes: 8=10002
-- try none 8=2 60=65535 context_size=72
0, retval 1
data 0 bytes
context 72 bytes: 8=2 60=ffff
-- try none 8=2 60=65536 context_size=72
-34, retval 0
-- try none 0=1 8=2 context_size=72
-22, retval 0
-- try none 8=2 68=1 context_size=72
-22, retval 0
-- try none 8=2 64=1 context_size=72
-22, retval 0
-- try none 8=2 72=1 context_size=76
-7, retval 0
-- try none 8=2 flags=1
-22, retval 0
-- try none 8=2 data_out=1
0, retval 1
data 0 bytes
context 72 bytes: 8=2
-- try udp4 8=2
-22, retval 0
-- case fields
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 8)
*(u64 *)(r7 + 0) = r2
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 8) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 20)
*(u64 *)(r7 + 24) = r2
r2 = *(u32 *)(r6 + 24)
*(u64 *)(r7 + 32) = r2
r2 = *(u32 *)(r6 + 28)
*(u64 *)(r7 + 40) = r2
r2 = *(u32 *)(r6 + 32)
*(u64 *)(r7 + 48) = r2
r2 = *(u32 *)(r6 + 36)
*(u64 *)(r7 + 56) = r2
r2 = *(u32 *)(r6 + 40)
*(u64 *)(r7 + 64) = r2
r2 = *(u32 *)(r6 + 44)
*(u64 *)(r7 + 72) = r2
r2 = *(u32 *)(r6 + 48)
*(u64 *)(r7 + 80) = r2
r2 = *(u32 *)(r6 + 52)
*(u64 *)(r7 + 88) = r2
r2 = *(u32 *)(r6 + 56)
*(u64 *)(r7 + 96) = r2
r2 = *(u32 *)(r6 + 60)
*(u64 *)(r7 + 104) = r2
r2 = *(u32 *)(r6 + 64)
*(u64 *)(r7 + 112) = r2
r2 = *(u64 *)(r6 + 0)
*(u64 *)(r7 + 128) = r2
r1 = r6
r2 = 0
r3 = 1
call bpf_sk_assign
*(u64 *)(r7 + 136) = r0
r1 = r6
r2 = 0
r3 = 4
call bpf_sk_assign
*(u64 *)(r7 + 144) = r0
r0 = 0
exit
-- try none 8=2 12=6 16=0x0100007f 36=0x5000 40=0x0200007f 60=80 context_size=72
0, retval 0
data 0 bytes
context 72 bytes: 8=2 12=6 16=100007f 36=5000 40=200007f 60=50
out 0 = 2
out 1 = 6
out 2 = 100007f
out 7 = 5000
out 8 = 200007f
out 13 = 50
out 18 = ffffffffffffffea
-- try none 8=10 12=17 16=5 20=1 24=2 28=3 32=4 36=0x5000 40=6 44=7 48=8 52=9 56=10 60=80 context_size=72
0, retval 0
data 0 bytes
context 72 bytes: 8=a 12=11 16=5 20=1 24=2 28=3 32=4 36=5000 40=6 44=7 48=8 52=9 56=a 60=50
out 0 = a
out 1 = 11
out 3 = 1
out 4 = 2
out 5 = 3
out 6 = 4
out 7 = 5000
out 9 = 7
out 10 = 8
out 11 = 9
out 12 = a
out 13 = 50
out 18 = ffffffffffffffea
-- type raw_tracepoint
-- case arguments
r7 = map[out][0]+0
r2 = *(u64 *)(r1 + 8)
*(u64 *)(r7 + 0) = r2
r0 = *(u64 *)(r1 + 0)
exit
-- try none
-22, retval 0
-- try none 0=5 8=7
-22, retval 0
-- try none 0=5 8=7 12=9
0, retval 5
data 0 bytes
context 16 bytes: 0=5 8=7 12=9
out 0 = 900000007
-- try none 0=5 12=9
0, retval 5
data 0 bytes
context 16 bytes: 0=5 12=9
out 0 = 900000000
-- try none 0=5 8=7 92=1
0, retval 5
data 0 bytes
context 96 bytes: 0=5 8=7 92=1
out 0 = 7
-- try none 0=5 8=7 96=1
-22, retval 0
-- try none 0=5 12=7 cpu=1
-22, retval 0
-- try none 0=5 12=7 cpu=1 flags=1
0, retval 5
data 0 bytes
context 16 bytes: 0=5 12=7
out 0 = 700000000
-- try none 0=5 12=7 cpu=99 flags=1
-6, retval 0
-- try none 0=5 12=7 flags=2
0, retval 5
data 0 bytes
context 16 bytes: 0=5 12=7
out 0 = 700000000
-- try none 0=5 12=7 repeat=2
-22, retval 0
-- try none 0=5 12=7 batch=2
-22, retval 0
-- case none of them
r0 = 3
exit
-- try none
0, retval 3
data 0 bytes
-- try none 0=5
0, retval 3
data 0 bytes
context 4 bytes: 0=5
-- type syscall load_flags=16
-- case memory
r0 = *(u64 *)(r1 + 0)
r0 += 1
*(u64 *)(r1 + 8) = r0
*(u8 *)(r1 + 17) = 9
exit
-- try none
-22, retval 0
-- try none 0=5 12=0
-22, retval 0
-- try none 0=5 16=0
0, retval 6
data 0 bytes
context 20 bytes: 0=5 8=6 16=900
-- try none 0=5 16=0x01020304
0, retval 6
data 0 bytes
context 20 bytes: 0=5 8=6 16=1020904
-- try none 0=5 60=7
0, retval 6
data 0 bytes
context 64 bytes: 0=5 8=6 16=900 60=7
-- try none 0=5 16=0 flags=1
-22, retval 0
-- try none 0=5 16=0 repeat=1
-22, retval 0
-- try none 0=5 16=0 batch=1
-22, retval 0
-- try none 0=5 16=0 cpu=1
0, retval 6
data 0 bytes
context 20 bytes: 0=5 8=6 16=900
-- case none of it
r0 = 3
exit
-- try none
0, retval 3
data 0 bytes
