Work queues: what may be done with them, before the work is done.
-- kernel
-- type sched_cls
-- loads
-- maps
out array 4 1024 1
-- funcs
static int main(ctx)
static int f(ptr, ptr, ptr)
struct value 48 long@0 wq@8 long@24
-- maps
out array 4 1024 1
works array 4 48 1 value=value
-- before
r7 = map[out][0]+0
r8 = map[works][0]+8
r9 = subprog[f]
-- after
r0 = 0
exit
f: r0 = 0
exit
-- set FLAGS
0    r3 = 0
1    r3 = 1
high r3 = 0x100000000 ll
-- set MADE
new  r0 = 0
init r1 = r8; r2 = map[works]; r3 = 0; call kfunc[bpf_wq_init]
-- set CALLED
none r0 = 0
f    r1 = r8; r2 = subprog[f]; r3 = 0; r4 = 0; call kfunc[bpf_wq_set_callback_impl]
-- table made: FLAGS
r1 = r8
r2 = map[works]
$FLAGS
call kfunc[bpf_wq_init]
*(u64 *)(r7 + 0) = r0
r1 = r8
r2 = map[works]
r3 = 0
call kfunc[bpf_wq_init]
*(u64 *)(r7 + 8) = r0
-- table given a function: MADE FLAGS
$MADE
r1 = r8
r2 = subprog[f]
$FLAGS
r4 = 0
call kfunc[bpf_wq_set_callback_impl]
*(u64 *)(r7 + 0) = r0
-- table started: MADE CALLED FLAGS
$MADE
$CALLED
*(u64 *)(r7 + 0) = r0
$FLAGS
r2 = r3
r1 = r8
call kfunc[bpf_wq_start]
*(u64 *)(r7 + 8) = r0
