Bytes of fragments that come to where programs reach them.
-- type xdp load_flags=32
-- case as much as there is
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 14
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 3520
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 1 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3521 bytes, as they were
context 24 bytes: 4=dc0
out 8 = dc0
-- try udp4/9000 wants_context
0, retval 2
data 9000 bytes, as they were
context 24 bytes: 4=dc0
out 8 = dc0
-- try udp4/5000 0=4 4=100
0, retval 2
data 5000 bytes, as they were
context 24 bytes: 0=4 4=dc4
out 8 = dc0
-- case a byte
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 3521
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3521 bytes, as they were
context 24 bytes: 4=dc1
out 8 = dc1
-- try udp4/9000 wants_context
0, retval 2
data 9000 bytes, as they were
context 24 bytes: 4=dc1
out 8 = dc1
-- try udp4/5000 0=4 4=100
0, retval 2
data 5000 bytes, as they were
context 24 bytes: 0=4 4=dc5
out 8 = dc1
-- case into the tail's room and the head's
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 3600
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 3736
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = 3737
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 16) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3521 bytes, as they were
context 24 bytes:
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
-- try udp4/9000 wants_context
0, retval 2
data 9000 bytes, as they were
context 24 bytes: 4=e98
out 2 = ffffffea
out 8 = e98
-- try udp4/5000 0=4 4=100
0, retval 2
data 5000 bytes, as they were
context 24 bytes: 0=4 4=e14
out 1 = ffffffea
out 2 = ffffffea
out 8 = e10
-- case in steps
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 200
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 300
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = 3520
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 16) = r0
r1 = r6
r2 = 3521
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 24) = r0
r1 = r6
r2 = 3525
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 32) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
out 3 = ffffffea
out 4 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3521 bytes, as they were
context 24 bytes: 4=dc1
out 4 = ffffffea
out 8 = dc1
-- try udp4/9000 wants_context
0, retval 2
data 9000 bytes, as they were
context 24 bytes: 4=dc5
out 8 = dc5
-- try udp4/5000 0=4 4=100
0, retval 2
data 5000 bytes, as they were
context 24 bytes: 0=4 4=dc9
out 8 = dc5
-- case more than there is
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 9001
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = -1
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = 5001
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 16) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3521 bytes, as they were
context 24 bytes:
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
-- try udp4/9000 wants_context
0, retval 2
data 9000 bytes, as they were
context 24 bytes:
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
-- try udp4/5000 0=4 4=100
0, retval 2
data 5000 bytes, as they were
context 24 bytes: 0=4 4=64
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
out 8 = 60
-- case behind room that the head has given away
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = -200
call bpf_xdp_adjust_head
r1 = r6
r2 = 3600
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 3620
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = 3720
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 16) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 250 bytes: 00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a0b0c0d0e0f080045000024abcd4000401189f10a0000010a0000020035123400105a5a0102030405060708
out 0 = ffffffea
out 1 = ffffffea
out 2 = ffffffea
out 8 = fa
-- try udp4/3521 wants_context
0, retval 2
data 3721 bytes: hash 68e676a1b4c9c16e
context 24 bytes: 4=e88
out 8 = e88
-- try udp4/9000 wants_context
0, retval 2
data 9200 bytes: hash c19bf9cb0db5f30f
context 24 bytes: 4=e88
out 8 = e88
-- try udp4/5000 0=4 4=100
0, retval 2
data 5200 bytes: hash 81dd20d7edf3fcef
context 24 bytes: 0=4 4=e8c
out 8 = e88
-- case with metadata
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = -8
call bpf_xdp_adjust_meta
r1 = r6
r2 = 3600
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 3720
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r0 = 2
exit
-- try udp4
0, retval 2
data 58 bytes: 00000000000000000000000000000a0b0c0d0e0f080045000024abcd4000401189f10a0000010a0000020035123400105a5a0102030405060708
out 0 = ffffffea
out 1 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3529 bytes: hash 5f5ac4f1678ac46e
context 24 bytes: 0=8 4=8
out 0 = ffffffea
out 1 = ffffffea
-- try udp4/9000 wants_context
0, retval 2
data 9008 bytes: hash 82dc0377c5b7040f
context 24 bytes: 0=8 4=e90
out 8 = e88
-- try udp4/5000 0=4 4=100
0, retval 2
data 5008 bytes: hash 5c7f36916ece8def
context 24 bytes: 0=c 4=e94
out 8 = e88
-- case and a longer tail
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 3521
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 3530
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r1 = r6
r2 = 20
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 72) = r0
r1 = r6
r2 = 3000
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 80) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 3070 bytes: hash 75da080f0bae8f26
out 0 = ffffffea
out 1 = ffffffea
out 8 = 32
-- try udp4/3521 wants_context
0, retval 2
data 3521 bytes, as they were
context 24 bytes: 4=dc1
out 1 = ffffffea
out 8 = dc1
out 9 = ffffffffffffffea
out 10 = ffffffffffffffea
-- try udp4/9000 wants_context
0, retval 2
data 12020 bytes: hash 4de247348ec8b57f
context 24 bytes: 4=dca
out 8 = dca
-- try udp4/5000 0=4 4=100
0, retval 2
data 8020 bytes: hash 89a9711d68fb871f
context 24 bytes: 0=4 4=dce
out 8 = dca
-- case and a shorter tail
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 3521
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 3530
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r1 = r6
r2 = -900
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 72) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = ffffffea
out 1 = ffffffea
out 8 = 32
out 9 = ffffffffffffffea
-- try udp4/3521 wants_context
0, retval 2
data 2621 bytes: hash 33e0146badd69d47
context 24 bytes: 4=a3d
out 1 = ffffffea
out 8 = dc1
-- try udp4/9000 wants_context
0, retval 2
data 8100 bytes: hash d7d7c2f6e740492b
context 24 bytes: 4=dca
out 8 = dca
-- try udp4/5000 0=4 4=100
0, retval 2
data 4100 bytes: hash c1b7419ede257107
context 24 bytes: 0=4 4=dce
out 8 = dca
-- case a whole fragment
r6 = r1
r7 = map[out][0]+0
r1 = r6
r2 = 400
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 4000
call kfunc[bpf_xdp_pull_data]
*(u64 *)(r7 + 8) = r0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = r3
r4 -= r2
*(u64 *)(r7 + 64) = r4
r1 = r6
call bpf_xdp_get_buff_len
*(u64 *)(r7 + 72) = r0
r0 = 2
exit
-- try udp4/500 4=100 0=4
0, retval 2
data 500 bytes, as they were
context 24 bytes: 0=4 4=194
out 1 = ffffffea
out 8 = 190
out 9 = 1f0
-- try udp4/4100 4=100 0=4
0, retval 2
data 4100 bytes, as they were
context 24 bytes: 0=4 4=194
out 1 = ffffffea
out 8 = 190
out 9 = 1000
-- try udp4/4600 4=1000 0=4
0, retval 2
data 4600 bytes, as they were
context 24 bytes: 0=4 4=3e8
out 1 = ffffffea
out 8 = 3e4
out 9 = 11f4
-- try udp4/9000 4=600 0=4 data_out=5000
-28, retval 0
data 5000 bytes: hash a55ccd8b52a7bfc5
context 512 bytes:
out 1 = ffffffea
out 8 = 254
out 9 = 2324
