Elements of maps, as programs reach them.
-- type xdp
-- maps
out array 4 1024 1
array array 4 8 4
hash hash 4 8 2
lru lru_hash 4 8 4
parray percpu_array 4 8 4
phash percpu_hash 4 8 2
queue queue 0 8 2
stack stack 0 8 2
bloom bloom_filter 0 8 16
xsk xskmap 4 4 2
dev devmap 4 4 4
devs devmap_hash 4 4 4
cpus cpumap 4 4 4
-- before
r7 = map[out][0]+0
*(u64 *)(r10 - 16) = 7
*(u64 *)(r10 - 24) = 0
-- after
r0 = 0
exit
-- set MAP
array  r1 = map[array]
hash   r1 = map[hash]
lru    r1 = map[lru]
parray r1 = map[parray]
phash  r1 = map[phash]
-- set KEY
0    *(u32 *)(r10 - 4) = 0
3    *(u32 *)(r10 - 4) = 3
4    *(u32 *)(r10 - 4) = 4
far  *(u32 *)(r10 - 4) = -1
-- set FLAGS
0   r4 = 0
1   r4 = 1
2   r4 = 2
3   r4 = 3
4   r4 = 4
8   r4 = 8
max r4 = 0xffffffff00000000 ll
-- table elements: MAP KEY FLAGS
$KEY
$MAP
r2 = r10
r2 += -4
r3 = r10
r3 += -16
$FLAGS
call bpf_map_update_elem
*(u64 *)(r7 + 0) = r0
$MAP
r2 = r10
r2 += -4
r3 = r10
r3 += -16
$FLAGS
call bpf_map_update_elem
*(u64 *)(r7 + 8) = r0
$MAP
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto none
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 16) = r1
none: $MAP
r2 = r10
r2 += -4
call bpf_map_delete_elem
*(u64 *)(r7 + 24) = r0
$MAP
r2 = r10
r2 += -4
call bpf_map_delete_elem
*(u64 *)(r7 + 32) = r0
-- set PERCPU
parray r1 = map[parray]
phash  r1 = map[phash]
-- set CPU
0    r3 = 0
1    r3 = 1
9999 r3 = 9999
-- table values of a CPU: PERCPU CPU KEY
$KEY
$PERCPU
r2 = r10
r2 += -4
$CPU
call bpf_map_lookup_percpu_elem
if r0 == 0 goto out
r1 = *(u64 *)(r0 + 0)
r1 += 1
*(u64 *)(r7 + 0) = r1
out: r0 = 0
-- set LINE
queue r1 = map[queue]
stack r1 = map[stack]
-- set LFLAGS
0 r3 = 0
1 r3 = 1
2 r3 = 2
-- table queues and stacks: LINE LFLAGS
r8 = 0
again: r8 += 1
*(u64 *)(r10 - 16) = r8
$LINE
r2 = r10
r2 += -16
$LFLAGS
call bpf_map_push_elem
r1 = *(u64 *)(r7 + 0)
r1 <<= 8
r1 ^= r0
*(u64 *)(r7 + 0) = r1
if r8 < 3 goto again
$LINE
r2 = r10
r2 += -24
call bpf_map_peek_elem
*(u64 *)(r7 + 8) = r0
r1 = *(u64 *)(r10 - 24)
*(u64 *)(r7 + 16) = r1
r8 = 0
more: r8 += 1
$LINE
r2 = r10
r2 += -24
call bpf_map_pop_elem
r1 = *(u64 *)(r7 + 24)
r1 <<= 8
r1 ^= r0
r2 = *(u64 *)(r10 - 24)
r1 += r2
*(u64 *)(r7 + 24) = r1
if r8 < 3 goto more
r0 = 0
-- set BFLAGS
0 r3 = 0
1 r3 = 1
-- table what may be among many: BFLAGS
r1 = map[bloom]
r2 = r10
r2 += -16
call bpf_map_peek_elem
*(u64 *)(r7 + 0) = r0
r1 = map[bloom]
r2 = r10
r2 += -16
$BFLAGS
call bpf_map_push_elem
*(u64 *)(r7 + 8) = r0
r1 = map[bloom]
r2 = r10
r2 += -16
call bpf_map_peek_elem
*(u64 *)(r7 + 16) = r0
-- case sockets that are not there
*(u32 *)(r10 - 4) = 0
r1 = map[xsk]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 != 0 goto +2
r1 = 1
*(u64 *)(r7 + 0) = r1
-- set TARGETS
dev  r1 = map[dev]
devs r1 = map[devs]
cpus r1 = map[cpus]
xsk  r1 = map[xsk]
-- set HOW
0   r3 = 0
1   r3 = 1
2   r3 = 2
3   r3 = 3
4   r3 = 4
8   r3 = 8
10  r3 = 10
16  r3 = 16
24  r3 = 24
max r3 = 0x100000000 ll
-- table targets that are not there: TARGETS HOW
$TARGETS
r2 = 1
$HOW
call bpf_redirect_map
*(u64 *)(r7 + 0) = r0
