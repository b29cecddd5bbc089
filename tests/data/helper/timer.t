Timers: what may be done with them, before they go off.
-- type xdp
-- maps
out array 4 1024 1
timers array 4 32 2 timer@8
hash hash 4 32 4 timer@0
-- funcs
static int main(ctx)
static int f(ptr, ptr, ptr)
-- before
r7 = map[out][0]+0
*(u32 *)(r10 - 4) = 1
r1 = map[timers]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r8 += 8
-- after
out: r0 = 0
exit
f: r0 = 0
exit
-- set FLAGS
0  r3 = 0
1  r3 = 1
2  r3 = 2
7  r3 = 7
11 r3 = 11
16 r3 = 16
17 r3 = 17
high r3 = 0x100000001 ll
-- table made: FLAGS
r1 = r8
r2 = map[timers]
$FLAGS
call bpf_timer_init
*(u64 *)(r7 + 0) = r0
r1 = r8
r2 = map[timers]
$FLAGS
call bpf_timer_init
*(u64 *)(r7 + 8) = r0
r1 = r8
r2 = subprog[f]
call bpf_timer_set_callback
*(u64 *)(r7 + 16) = r0
r1 = r8
r2 = 0x34630b8a000 ll
r3 = 0
call bpf_timer_start
*(u64 *)(r7 + 24) = r0
r1 = r8
call bpf_timer_cancel
*(u64 *)(r7 + 32) = r0
r1 = r8
call bpf_timer_cancel
*(u64 *)(r7 + 40) = r0
-- set SFLAGS
0 r3 = 0
1 r3 = 1
2 r3 = 2
3 r3 = 3
4 r3 = 4
-- set MADE
new  r1 = r8; call bpf_timer_cancel
init r1 = r8; r2 = map[timers]; r3 = 1; call bpf_timer_init
-- set CALLED
none r9 = 0
f    r9 = 1
-- table started: MADE CALLED SFLAGS
$MADE
*(u64 *)(r7 + 0) = r0
$CALLED
if r9 == 0 goto +5
r1 = r8
r2 = subprog[f]
call bpf_timer_set_callback
*(u64 *)(r7 + 8) = r0
r1 = r8
r2 = 0x7fffffffffff0000 ll
$SFLAGS
call bpf_timer_start
*(u64 *)(r7 + 16) = r0
r1 = r8
call bpf_timer_cancel
*(u64 *)(r7 + 24) = r0
-- case an element that is deleted and made anew
r9 = 0
again: *(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 16) = 0
r1 = map[hash]
r2 = r10
r2 += -4
r3 = r10
r3 += -40
r4 = 0
call bpf_map_update_elem
r1 = map[hash]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = r8
r2 = map[hash]
r3 = 1
call bpf_timer_init
r1 = *(u64 *)(r7 + 0)
r1 <<= 8
r1 += r0
r1 += 1
*(u64 *)(r7 + 0) = r1
r1 = r8
r2 = subprog[f]
call bpf_timer_set_callback
r1 = r8
r2 = 0x34630b8a000 ll
r3 = 0
call bpf_timer_start
r1 = map[hash]
r2 = r10
r2 += -4
call bpf_map_delete_elem
r9 += 1
if r9 < 5 goto again
