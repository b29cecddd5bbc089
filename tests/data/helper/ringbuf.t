Ring buffers, full and not.
-- type xdp
-- maps
out array 4 1024 1
records ringbuf 0 0 4096
-- before
r7 = map[out][0]+0
-- after
r1 = map[records]
r2 = 0
call bpf_ringbuf_query
*(u64 *)(r7 + 80) = r0
r1 = map[records]
r2 = 1
call bpf_ringbuf_query
*(u64 *)(r7 + 88) = r0
r1 = map[records]
r2 = 2
call bpf_ringbuf_query
*(u64 *)(r7 + 96) = r0
r1 = map[records]
r2 = 3
call bpf_ringbuf_query
*(u64 *)(r7 + 104) = r0
r1 = map[records]
r2 = 4
call bpf_ringbuf_query
*(u64 *)(r7 + 112) = r0
r0 = 0
exit
-- set SIZE
0    r3 = 0
1    r3 = 1
8    r3 = 8
100  r3 = 100
1000 r3 = 1000
1024 r3 = 1024
-- set FLAGS
0 r4 = 0
1 r4 = 1
2 r4 = 2
3 r4 = 3
4 r4 = 4
-- table copies: SIZE FLAGS
r8 = 0
again: r1 = map[records]
r2 = r7
$SIZE
$FLAGS
call bpf_ringbuf_output
*(u64 *)(r7 + 0) = r0
r8 += 1
if r8 < 6 goto again
-- set WHOLE
0    r2 = 0
8    r2 = 8
4080 r2 = 4080
4088 r2 = 4088
4089 r2 = 4089
huge r2 = 2147483647
-- set RFLAGS
0 r3 = 0
1 r3 = 1
-- set END
submit  r2 = 0; call bpf_ringbuf_submit
discard r2 = 0; call bpf_ringbuf_discard
quiet   r2 = 1; call bpf_ringbuf_submit
force   r2 = 2; call bpf_ringbuf_discard
-- table records: WHOLE RFLAGS END
r1 = map[records]
$WHOLE
$RFLAGS
call bpf_ringbuf_reserve
*(u64 *)(r7 + 0) = 1
if r0 == 0 goto none
*(u64 *)(r7 + 0) = 2
r1 = r0
$END
none: r1 = map[records]
$WHOLE
$RFLAGS
call bpf_ringbuf_reserve
if r0 == 0 goto none2
*(u64 *)(r7 + 8) = 2
r1 = r0
$END
none2: r0 = 0
-- set DEND
submit  r2 = 0; call bpf_ringbuf_submit_dynptr
discard r2 = 0; call bpf_ringbuf_discard_dynptr
-- table records as dynptrs: WHOLE RFLAGS DEND
r1 = map[records]
$WHOLE
$RFLAGS
r4 = r10
r4 += -16
call bpf_ringbuf_reserve_dynptr
*(u64 *)(r7 + 0) = r0
r1 = r10
r1 += -16
r2 = 0
r3 = r7
r3 += 200
r4 = 8
r5 = 0
call bpf_dynptr_write
*(u64 *)(r7 + 8) = r0
r1 = r10
r1 += -16
$DEND
r1 = map[records]
$WHOLE
$RFLAGS
r4 = r10
r4 += -16
call bpf_ringbuf_reserve_dynptr
*(u64 *)(r7 + 16) = r0
r1 = r10
r1 += -16
$DEND
