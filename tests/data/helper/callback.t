Functions of the program that helpers call.
-- type xdp
-- maps
out array 4 1024 1
array array 4 8 5
percpu percpu_array 4 8 5
hash hash 4 8 8
lru lru_hash 4 8 8
phash percpu_hash 4 8 8
sent user_ringbuf 0 0 4096
one array 4 8 1
-- funcs
static int main(ctx)
static int f(long, ptr)
-- before
r7 = map[out][0]+0
r6 = 5
r8 = 6
r9 = 7
r1 = *(u64 *)(r7 + 512)
*(u64 *)(r10 - 8) = r1
*(u64 *)(r10 - 16) = 0
-- set N
0    r1 = 0
1    r1 = 1
10   r1 = 10
1000 r1 = 1000
more r1 = 8388609
high r1 = 0x100000003 ll
-- set FLAGS
0 r4 = 0
1 r4 = 1
-- set BODY
nothing r0 = 0; exit
stop    r0 = 1; exit
at7     r0 = 0; if r1 != 7 goto +1; r0 = 1; exit
sum     r6 = *(u64 *)(r2 + 0); r6 += r1; *(u64 *)(r2 + 0) = r6; r9 = 9; r8 = 8; r0 = 0; exit
deep    r6 = r2; call g; *(u64 *)(r6 + 0) = r0; r0 = 0; exit; g: *(u64 *)(r10 - 8) = 1; r0 = 3; r0 += r1; exit
-- table bpf_loop: N FLAGS BODY
$N
r2 = subprog[f]
r3 = r10
r3 += -8
$FLAGS
call bpf_loop
*(u64 *)(r7 + 0) = r0
r1 = *(u64 *)(r10 - 8)
*(u64 *)(r7 + 8) = r1
*(u64 *)(r7 + 16) = r6
*(u64 *)(r7 + 24) = r8
*(u64 *)(r7 + 32) = r9
r0 = 0
exit
f: $BODY
-- funcs
static int main(ctx)
static int f(long, ptr)
static int g(long, ptr)
-- case a loop in a loop
r1 = 20
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
*(u64 *)(r7 + 0) = r0
r1 = *(u64 *)(r10 - 8)
*(u64 *)(r7 + 8) = r1
*(u64 *)(r7 + 16) = r6
r0 = 0
exit
f: r6 = r1
r7 = r2
r1 = 9
r3 = r2
r2 = subprog[g]
r4 = 0
call bpf_loop
r1 = *(u64 *)(r7 + 0)
r1 *= 3
r1 += r6
r1 += r0
*(u64 *)(r7 + 0) = r1
r0 = 0
exit
g: r3 = *(u64 *)(r2 + 0)
r3 ^= r1
*(u64 *)(r2 + 0) = r3
r0 = 0
if r1 != 5 goto +1
r0 = 1
exit
-- funcs
static long main(ctx)
static long f(ptr, ptr, ptr, ptr)
-- set MAP
array  r1 = map[array]
percpu r1 = map[percpu]
-- set HASH
hash   r1 = map[hash]
lru    r1 = map[lru]
phash  r1 = map[phash]
-- set VISIT
sum    r1 = *(u32 *)(r2 + 0); r2 = *(u64 *)(r3 + 0); r1 *= r2; r3 = *(u64 *)(r4 + 0); r3 += r1; r3 += 1; *(u64 *)(r4 + 0) = r3; r0 = 0; exit
stop   r1 = *(u64 *)(r4 + 0); r1 += 1; *(u64 *)(r4 + 0) = r1; r0 = 1; exit
third  r1 = *(u64 *)(r4 + 0); r1 += 1; *(u64 *)(r4 + 0) = r1; r0 = 0; if r1 != 3 goto +1; r0 = 1; exit
write  r1 = 5; *(u64 *)(r3 + 0) = r1; r0 = 0; exit
-- table elements of arrays: MAP FLAGS VISIT
*(u32 *)(r10 - 20) = 2
*(u64 *)(r10 - 16) = 11
r2 = r10
r2 += -20
r3 = r10
r3 += -16
r4 = 0
$MAP
call bpf_map_update_elem
$MAP
r2 = subprog[f]
r3 = r10
r3 += -8
$FLAGS
call bpf_for_each_map_elem
*(u64 *)(r7 + 0) = r0
r1 = *(u64 *)(r10 - 8)
*(u64 *)(r7 + 8) = r1
*(u64 *)(r7 + 16) = r6
$MAP
r2 = r10
r2 += -20
call bpf_map_lookup_elem
if r0 == 0 goto none
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 24) = r1
none: r0 = 0
exit
f: $VISIT
-- table elements of hashes: HASH FLAGS VISIT
r8 = 0
again: *(u32 *)(r10 - 20) = r8
*(u64 *)(r10 - 16) = 11
r2 = r10
r2 += -20
r3 = r10
r3 += -16
r4 = 0
$HASH
call bpf_map_update_elem
r8 += 1
if r8 < 6 goto again
$HASH
r2 = subprog[f]
r3 = r10
r3 += -8
$FLAGS
call bpf_for_each_map_elem
*(u64 *)(r7 + 0) = r0
r1 = *(u64 *)(r10 - 8)
*(u64 *)(r7 + 8) = r1
r0 = 0
exit
f: $VISIT
-- funcs
static long main(ctx)
static long f(ptr, ptr)
-- set DFLAGS
0 r4 = 0
1 r4 = 1
2 r4 = 2
4 r4 = 4
-- table an empty ring of samples: DFLAGS
r1 = map[sent]
r2 = subprog[f]
r3 = r10
r3 += -8
$DFLAGS
call bpf_user_ringbuf_drain
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
f: r0 = 0
exit
