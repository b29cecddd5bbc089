Dynptrs of socket buffers: who may write them, and what is read.
-- type sched_cls
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
skb    r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
flags  r1 = r6; r2 = 1; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
meta   r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb_meta]
-- set ADJUST
none   r9 = 0
all    r1 = r10; r1 += -16; r2 = 0; r3 = 48; call kfunc[bpf_dynptr_adjust]; r9 = r0
part   r1 = r10; r1 += -16; r2 = 8; r3 = 40; call kfunc[bpf_dynptr_adjust]; r9 = r0
empty  r1 = r10; r1 += -16; r2 = 16; r3 = 16; call kfunc[bpf_dynptr_adjust]; r9 = r0
turned r1 = r10; r1 += -16; r2 = 16; r3 = 8; call kfunc[bpf_dynptr_adjust]; r9 = r0
beyond r1 = r10; r1 += -16; r2 = 0; r3 = 65; call kfunc[bpf_dynptr_adjust]; r9 = r0
twice  r1 = r10; r1 += -16; r2 = 8; r3 = 40; call kfunc[bpf_dynptr_adjust]; r1 = r10; r1 += -16; r2 = 8; r3 = 24; call kfunc[bpf_dynptr_adjust]; r9 = r0
-- set OFF
0  r9 = 0
1  r9 = 1
16 r9 = 16
40 r9 = 40
56 r9 = 56
60 r9 = 60
huge r9 = 0xffffffff ll
wide r9 = 0x100000000 ll
-- set USED
read   r1 = r7; r1 += 64; r2 = 8; r3 = r10; r3 += -16; r4 = r9; r5 = 0; call bpf_dynptr_read
read0  r1 = r7; r1 += 64; r2 = 0; r3 = r10; r3 += -16; r4 = r9; r5 = 0; call bpf_dynptr_read
writei r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 2; call bpf_dynptr_write
writeu r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 4; call bpf_dynptr_write
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
r9 = 8
$USED
-- type cgroup_skb
-- set SKB
skb    r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
-- set READS
read   r1 = r7; r1 += 64; r2 = 8; r3 = r10; r3 += -16; r4 = r9; r5 = 0; call bpf_dynptr_read
read0  r1 = r7; r1 += 64; r2 = 0; r3 = r10; r3 += -16; r4 = r9; r5 = 0; call bpf_dynptr_read
writei r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 2; call bpf_dynptr_write
writeu r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 4; call bpf_dynptr_write
readf  r1 = r7; r1 += 64; r2 = 8; r3 = r10; r3 += -16; r4 = r9; r5 = 1; call bpf_dynptr_read
write  r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 0; call bpf_dynptr_write
writef r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 512; r4 = 8; r5 = 1; call bpf_dynptr_write
data   r1 = r10; r1 += -16; r2 = r9; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto +3; r1 = *(u64 *)(r0 + 0); *(u64 *)(r7 + 64) = r1; r0 = 1
slice  r1 = r10; r1 += -16; r2 = r9; r3 = r7; r3 += 128; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto +3; r1 = *(u64 *)(r0 + 0); *(u64 *)(r7 + 64) = r1; r0 = 1
memset r1 = r10; r1 += -16; r2 = r9; r3 = 5; r4 = 0x1aa; call kfunc[bpf_dynptr_memset]
clone  r1 = r10; r1 += -16; r2 = r10; r2 += -32; call kfunc[bpf_dynptr_clone]; *(u64 *)(r7 + 64) = r0; r1 = r10; r1 += -32; call kfunc[bpf_dynptr_size]
copy   r1 = r10; r1 += -16; r2 = r10; r2 += -32; call kfunc[bpf_dynptr_clone]; r1 = r10; r1 += -16; r2 = r9; r3 = r10; r3 += -32; r4 = 4; r5 = 12; call kfunc[bpf_dynptr_copy]
-- table packets that may not be written: SKB OFF READS
$SKB
$OFF
$READS
