XDP: the frame, its metadata, its ends and its fragments.
-- type xdp
-- case a program that does nothing
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
-- try none
-22, retval 0
-- try udp4/13
-22, retval 0
-- try udp4/14
0, retval 2
data 14 bytes, as they were
-- try udp4/3520
0, retval 2
data 3520 bytes, as they were
-- try udp4/3521
0, retval 2
data 3521 bytes, as they were
-- try udp4/4096
0, retval 2
data 4096 bytes, as they were
-- try udp4/10000
0, retval 2
data 10000 bytes, as they were
-- try udp4/70000
0, retval 2
data 70000 bytes, as they were
-- try udp4/73152
0, retval 2
data 73152 bytes, as they were
-- try udp4/73153
-12, retval 0
-- try udp4 flags=1
-22, retval 0
-- try udp4 flags=2
0, retval 0
data 50 bytes, as they were
-- try udp4 flags=4
-22, retval 0
-- try udp4 flags=2 batch=256
0, retval 0
data 50 bytes, as they were
-- try udp4 flags=2 batch=257
-7, retval 0
-- try udp4 flags=2 wants_context
-22, retval 0
-- try udp4/4000 flags=2
-22, retval 0
-- try udp4 batch=1
-22, retval 0
-- try udp4 cpu=1
0, retval 2
data 50 bytes, as they were
-- try udp4 wants_context
0, retval 2
data 50 bytes, as they were
context 24 bytes:
-- try udp4 4=50 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=32
-- try udp4 4=51 context_size=24
-22, retval 0
-- try udp4 4=49 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=31
-- try udp4 4=49
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=31
-- try udp4 4=14 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=e
-- try udp4 4=13 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=d
-- try udp4 0=4 4=50 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 0=4 4=32
-- try udp4 0=3 4=50 context_size=24
-22, retval 0
-- try udp4 0=36 4=50 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 0=24 4=32
-- try udp4 0=40 4=50 context_size=24
-22, retval 0
-- try udp4 0=4 4=4 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 0=4 4=4
-- try udp4 0=8 4=4 context_size=24
-22, retval 0
-- try udp4/400 0=252 4=400 context_size=24
-22, retval 0
-- try udp4/400 0=256 4=400 context_size=24
-22, retval 0
-- try udp4/400 8=4 4=400 context_size=24
-22, retval 0
-- try udp4 4=50 12=1 context_size=24
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=32 12=1
-- try udp4 4=50 12=2 context_size=24
-19, retval 0
-- try udp4 4=50 16=1 context_size=24
-22, retval 0
-- try udp4 4=50 12=1 16=1 context_size=24
-22, retval 0
-- try udp4 4=50 20=1 context_size=24
-22, retval 0
-- try udp4 4=50 24=1 context_size=28
-7, retval 0
-- try udp4 4=50 24=0 context_size=28
0, retval 2
data 50 bytes, as they were
context 24 bytes: 4=32
-- try udp4 data_out=20
-28, retval 2
data 50 bytes: 0000000000000a0b0c0d0e0f080045000024abcd
-- try udp4/5000 data_out=20
-28, retval 0
data 20 bytes: 0000000000000000000000000000000000000000
-- try udp4/5000 data_out=3000
-28, retval 2
data 5000 bytes: hash 1d3560608607c3af
-- try udp4/5000 data_out=4999
-28, retval 2
data 5000 bytes: hash e1bc8472bd474fb9
-- try udp4/10000 data_out=9000
-28, retval 2
data 10000 bytes: hash dc43239600f28647
-- case what the context says
r6 = r1
r7 = map[out][0]+0
r2 = *(u32 *)(r6 + 0)
r3 = *(u32 *)(r6 + 4)
r4 = *(u32 *)(r6 + 8)
r3 -= r2
r2 -= r4
*(u64 *)(r7 + 0) = r2
*(u64 *)(r7 + 8) = r3
r2 = *(u32 *)(r6 + 12)
*(u64 *)(r7 + 16) = r2
r2 = *(u32 *)(r6 + 16)
*(u64 *)(r7 + 24) = r2
r1 = r6
call bpf_xdp_get_buff_len
*(u64 *)(r7 + 32) = r0
r0 = 1
exit
-- try udp4
0, retval 1
data 50 bytes, as they were
out 1 = 32
out 2 = 1
out 4 = 32
-- try udp4/5000
0, retval 1
data 5000 bytes, as they were
out 1 = dc0
out 2 = 1
out 4 = 1388
-- try udp4/10000
0, retval 1
data 10000 bytes, as they were
out 1 = dc0
out 2 = 1
out 4 = 2710
-- try udp4 0=4 4=50 context_size=24
0, retval 1
data 50 bytes, as they were
context 24 bytes: 0=4 4=32
out 0 = 4
out 1 = 2e
out 2 = 1
out 4 = 2e
-- try udp4 4=50 12=1 context_size=24
0, retval 1
data 50 bytes, as they were
context 24 bytes: 4=32 12=1
out 1 = 32
out 2 = 1
out 4 = 32
-- try udp4/400 0=252 4=300 context_size=24
-22, retval 0
-- case the head
r6 = r1
r7 = map[out][0]+0
r2 = -8
call bpf_xdp_adjust_head
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = -209
call bpf_xdp_adjust_head
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = -208
call bpf_xdp_adjust_head
*(u64 *)(r7 + 16) = r0
r1 = r6
r2 = 249
call bpf_xdp_adjust_head
*(u64 *)(r7 + 24) = r0
r0 = 3
exit
-- try udp4
0, retval 3
data 17 bytes: 020035123400105a5a0102030405060708
out 1 = ffffffffffffffea
-- try udp4/300
0, retval 3
data 267 bytes: 020035123400105a5a01020304050607085e656c737a81888f969da4abb2b9c0c7ced5dce3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bcc3cad1d8dfe6edf4fb020910171e252c333a41484f565d646b727980878e959ca3aab1b8bfc6cdd4dbe2e9f0f7fe050c131a21282f363d444b525960676e757c838a91989fa6adb4bbc2c9d0d7dee5ecf3fa01080f161d242b323940474e555c636a71787f868d949ba2a9b0b7bec5ccd3dae1e8eff6fd040b121920272e353c434a51585f666d747b828990979ea5acb3bac1c8cfd6dde4ebf2f901060f141d222b30393e474c555a636871767f848d929ba0a9aeb7bcc5cad3d8e1e6eff4fd020b10191e272c
out 1 = ffffffffffffffea
-- try udp4/400 0=16 4=400 context_size=24
0, retval 3
data 159 bytes: 0000000000000a0b0c0d0e0f08004500060f141d222b30393e474c555a636871767f848d929ba0a9aeb7bcc5cad3d8e1e6eff4fd020b10191e272c353a434851565f646d727b80898e979ca5aab3b8c1c6cfd4dde2ebf0f9fe070c151a232831363f444d525b60696e777c858a9398a1a6afb4bdc2cbd0d9dee7ecf5fa030811161f242d323b40494e575c656a737881868f949da2abb0b9bec7ccd5dae3e8
context 24 bytes: 0=10 4=9f
out 1 = ffffffffffffffea
out 2 = ffffffffffffffea
-- case metadata
r6 = r1
r7 = map[out][0]+0
r2 = -4
call bpf_xdp_adjust_meta
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = -2
call bpf_xdp_adjust_meta
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = -252
call bpf_xdp_adjust_meta
*(u64 *)(r7 + 16) = r0
r1 = r6
r2 = 8
call bpf_xdp_adjust_meta
*(u64 *)(r7 + 24) = r0
r1 = r6
r2 = -212
call bpf_xdp_adjust_meta
*(u64 *)(r7 + 32) = r0
r1 = r6
r2 = 4
call bpf_xdp_adjust_meta
*(u64 *)(r7 + 40) = r0
r0 = 3
exit
-- try udp4
0, retval 3
data 262 bytes: 00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a0b0c0d0e0f080045000024abcd4000401189f10a0000010a0000020035123400105a5a0102030405060708
out 1 = fffffffffffffff3
out 2 = ffffffffffffffea
out 3 = ffffffffffffffea
-- try udp4/400 0=16 4=400 context_size=24
0, retval 3
data 392 bytes: 0c0d0e0f080045000024abcd4000401189f10a0000010a0000020035123400105a5a01020304050607085e656c737a81888f969da4abb2b9c0c7ced5dce3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5bcc3cad1d8dfe6edf4fb020910171e252c333a41484f565d646b727980878e959ca3aab1b8bfc6cdd4dbe2e9f0f7fe050c131a21282f363d444b525960676e757c838a91989fa6adb4bbc2c9d0d7dee5ecf3fa01080f161d242b323940474e555c636a71787f868d949ba2a9b0b7bec5ccd3dae1e8eff6fd040b121920272e353c434a51585f666d747b828990979ea5acb3bac1c8cfd6dde4ebf2f901060f141d222b30393e474c555a636871767f848d929ba0a9aeb7bcc5cad3d8e1e6eff4fd020b10191e272c353a434851565f646d727b80898e979ca5aab3b8c1c6cfd4dde2ebf0f9fe070c151a232831363f444d525b60696e777c858a9398a1a6afb4bdc2cbd0d9dee7ecf5fa030811161f242d323b40494e575c656a737881868f949da2abb0b9bec7ccd5dae3e8
context 24 bytes: 0=8 4=188
out 1 = fffffffffffffff3
out 2 = ffffffffffffffea
out 4 = ffffffffffffffea
-- case the tail
r6 = r1
r7 = map[out][0]+0
r2 = -10
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 20
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = 4000
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 16) = r0
r1 = r6
r2 = -4000
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 24) = r0
r0 = 3
exit
-- try udp4
0, retval 3
data 60 bytes: 0000000000000a0b0c0d0e0f080045000024abcd4000401189f10a0000010a0000020035123400100000000000000000000000000000000000000000
out 2 = ffffffffffffffea
out 3 = ffffffffffffffea
-- try udp4/3515
0, retval 3
data 3505 bytes: hash 754f4f2744f4f6de
out 1 = ffffffffffffffea
out 2 = ffffffffffffffea
out 3 = ffffffffffffffea
-- try udp4/5000
0, retval 3
data 1010 bytes: hash efa059cf78d9e918
out 2 = ffffffffffffffea
-- try udp4/8000
0, retval 3
data 4010 bytes: hash 802c00b3f49987e8
out 2 = ffffffffffffffea
-- case redirect
r1 = 5
r2 = 0
call bpf_redirect
r6 = r0
r1 = 5
r2 = 1
call bpf_redirect
r6 <<= 8
r0 |= r6
exit
-- try udp4
0, retval 1024
data 50 bytes, as they were
-- type xdp load_flags=0x20
-- case bytes of fragments
r6 = r1
r7 = map[out][0]+0
r2 = 3518
r3 = r7
r4 = 16
call bpf_xdp_load_bytes
*(u64 *)(r7 + 16) = r0
r1 = r6
r2 = 3516
r3 = r7
r4 = 8
call bpf_xdp_store_bytes
*(u64 *)(r7 + 24) = r0
r1 = r6
r2 = 4992
r3 = r7
r3 += 32
r4 = 9
call bpf_xdp_load_bytes
*(u64 *)(r7 + 48) = r0
r1 = r6
r2 = 65536
r3 = r7
r3 += 32
r4 = 1
call bpf_xdp_load_bytes
*(u64 *)(r7 + 56) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 2 = ffffffffffffffea
out 3 = ffffffffffffffea
out 6 = ffffffffffffffea
out 7 = fffffffffffffff2
-- try udp4/5000
0, retval 2
data 5000 bytes: hash 52321ca7252fc137
out 0 = 6e5158434a4d343f
out 1 = 9699808b72757c67
out 6 = ffffffffffffffea
out 7 = fffffffffffffff2
-- try udp4/5001
0, retval 2
data 5001 bytes: hash dae84c043025fc14
out 0 = 6e5158434a4d343f
out 1 = 9699808b72757c67
out 4 = a2b9b08f869d9493
out 5 = ab
out 7 = fffffffffffffff2
-- try udp4/70000
0, retval 2
data 70000 bytes: hash c35110a31f47982f
out 0 = 6e5158434a4d343f
out 1 = 9699808b72757c67
out 4 = a2b9b08f869d9493
out 5 = ab
out 7 = fffffffffffffff2
-- case the tail of fragments
r6 = r1
r7 = map[out][0]+0
r2 = 100
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 0) = r0
r1 = r6
r2 = 4000
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 8) = r0
r1 = r6
r2 = -5000
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 16) = r0
r1 = r6
r2 = -1600
call bpf_xdp_adjust_tail
*(u64 *)(r7 + 24) = r0
r0 = 2
exit
-- try udp4/4000
0, retval 2
data 2500 bytes: hash 58099fe38b6baf07
out 1 = ffffffffffffffea
out 2 = ffffffffffffffea
-- try udp4/5000
0, retval 2
data 100 bytes: 0000000000000a0b0c0d0e0f080045000024abcd4000401189f10a0000010a0000020035123400105a5a01020304050607085e656c737a81888f969da4abb2b9c0c7ced5dce3eaf1f8ff060d141b222930373e454c535a61686f767d848b9299a0a7aeb5
out 1 = ffffffffffffffea
out 3 = ffffffffffffffea
-- try udp4/9000
0, retval 2
data 2500 bytes: hash 58099fe38b6baf07
out 1 = ffffffffffffffea
