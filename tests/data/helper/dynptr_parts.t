Dynptrs of packets in parts.
-- type xdp
-- packet 9000
-- maps
out array 4 1024 1
in array 4 64 1
-- before
r6 = r1
r7 = map[out][0]+0
r8 = map[in][0]+0
r1 = 0x1122334455667788 ll
*(u64 *)(r8 + 0) = r1
*(u64 *)(r8 + 24) = r1
-- after
*(u64 *)(r7 + 0) = r0
r1 = r10
r1 += -16
call kfunc[bpf_dynptr_size]
*(u64 *)(r7 + 8) = r0
r1 = r10
r1 += -16
call kfunc[bpf_dynptr_is_null]
r0 &= 255
*(u64 *)(r7 + 16) = r0
r1 = r10
r1 += -16
call kfunc[bpf_dynptr_is_rdonly]
r0 &= 255
*(u64 *)(r7 + 24) = r0
r1 = *(u64 *)(r8 + 0)
*(u64 *)(r7 + 32) = r1
r1 = *(u64 *)(r8 + 24)
*(u64 *)(r7 + 40) = r1
r0 = 0
exit
-- set MADE
packet r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_xdp]
-- set OFF
0     r9 = 0
3517  r9 = 3517
3520  r9 = 3520
3521  r9 = 3521
7610  r9 = 7610
7615  r9 = 7615
7617  r9 = 7617
8992  r9 = 8992
8996  r9 = 8996
-- set ADJUST
none  r9 = 0
part  r1 = r10; r1 += -16; r2 = 3500; r3 = 4000; call kfunc[bpf_dynptr_adjust]; r9 = r0
empty r1 = r10; r1 += -16; r2 = 9000; r3 = 9000; call kfunc[bpf_dynptr_adjust]; r9 = r0
-- set USED
read   r1 = r7; r1 += 64; r2 = 8; r3 = r10; r3 += -16; r4 = r9; r5 = 0; call bpf_dynptr_read
read0  r1 = r7; r1 += 64; r2 = 0; r3 = r10; r3 += -16; r4 = r9; r5 = 0; call bpf_dynptr_read
readf  r1 = r7; r1 += 64; r2 = 8; r3 = r10; r3 += -16; r4 = r9; r5 = 1; call bpf_dynptr_read
write  r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 0; call bpf_dynptr_write
writef r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 1; call bpf_dynptr_write
data   r1 = r10; r1 += -16; r2 = r9; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto +3; r1 = *(u64 *)(r0 + 0); *(u64 *)(r7 + 64) = r1; r0 = 1
slice  r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 128; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto +3; r1 = *(u64 *)(r0 + 0); *(u64 *)(r7 + 64) = r1; r0 = 1
rdwr   r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 128; r4 = 8; call kfunc[bpf_dynptr_slice_rdwr]; if r0 == 0 goto +3; *(u64 *)(r0 + 0) = 77; r0 = 1; goto +1; r0 = 2
memset r1 = r10; r1 += -16; r2 = r9; r3 = 5; r4 = 0x1aa; call kfunc[bpf_dynptr_memset]
clone  r1 = r10; r1 += -16; r2 = r10; r2 += -32; call kfunc[bpf_dynptr_clone]; *(u64 *)(r7 + 64) = r0; r1 = r10; r1 += -32; call kfunc[bpf_dynptr_size]
copy   r1 = r10; r1 += -16; r2 = r10; r2 += -32; call kfunc[bpf_dynptr_clone]; r1 = r10; r1 += -16; r2 = r9; r3 = r10; r3 += -32; r4 = 4; r5 = 12; call kfunc[bpf_dynptr_copy]
-- table uses of dynptrs: MADE OFF USED
$MADE
$OFF
$USED
-- table parts of them: MADE ADJUST USED
$MADE
$ADJUST
*(u64 *)(r7 + 48) = r9
r9 = 16
$USED
-- set SIZE
0    r3 = 0
300  r3 = 300
5480 r3 = 5480
9000 r3 = 9000
9001 r3 = 9001
-- set FROM
0    r2 = 0
100  r2 = 100
3520 r2 = 3520
-- table filled over several parts: FROM SIZE
r1 = r6
r2 = 0
r3 = r10
r3 += -16
call kfunc[bpf_dynptr_from_xdp]
r1 = r10
r1 += -16
$FROM
$SIZE
r4 = 0x5a
call kfunc[bpf_dynptr_memset]
*(u64 *)(r7 + 48) = r0
r1 = r7
r1 += 128
r2 = 512
r3 = r10
r3 += -16
r4 = 3300
r5 = 0
call bpf_dynptr_read
-- table copied over several parts: FROM SIZE
r1 = r6
r2 = 0
r3 = r10
r3 += -16
call kfunc[bpf_dynptr_from_xdp]
r1 = r10
r1 += -16
r2 = r10
r2 += -32
call kfunc[bpf_dynptr_clone]
r1 = r10
r1 += -16
$FROM
$SIZE
r5 = r3
r3 = r10
r3 += -32
r4 = 37
call kfunc[bpf_dynptr_copy]
*(u64 *)(r7 + 48) = r0
r1 = r7
r1 += 128
r2 = 512
r3 = r10
r3 += -16
r4 = 3300
r5 = 0
call bpf_dynptr_read
