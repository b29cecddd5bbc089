Arrays of events that are empty.
-- type xdp
-- maps
out array 4 1024 1
events perf_event_array 4 4 2
-- before
r6 = r1
r7 = map[out][0]+0
*(u64 *)(r7 + 64) = -1
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- set FLAGS
0       r9 = 0
1       r9 = 1
2       r9 = 2
current r9 = 0xffffffff ll
packet  r9 = 0x1000000001 ll
long    r9 = 0x10000000001 ll
all     r9 = 0xfffff00000001 ll
high    r9 = 0x10000000000000 ll
top     r9 = 0x8000000000000000 ll
-- set SIZE
0   r5 = 0
8   r5 = 8
512 r5 = 512
-- table output: FLAGS SIZE
$FLAGS
r1 = r6
r2 = map[events]
r3 = r9
r4 = r7
$SIZE
call bpf_perf_event_output
-- table reading: FLAGS
$FLAGS
r1 = map[events]
r2 = r9
call bpf_perf_event_read
-- set VALUE
8  r4 = 8
24 r4 = 24
32 r4 = 32
-- table reading a value: FLAGS VALUE
$FLAGS
r1 = map[events]
r2 = r9
r3 = r7
r3 += 64
$VALUE
call bpf_perf_event_read_value
