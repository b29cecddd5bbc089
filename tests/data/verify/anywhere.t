Memory that may be read at any address, because a fault is caught: bpf_rdonly_cast to void.
-- kernel
-- type sched_cls
-- maps
values array 4 48 1
progs prog_array 4 4 4
records ringbuf 0 0 4096
-- before
r6 = r1
r8 = 5
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
r9 = *(u32 *)(r6 + 0)
-- after
out: r0 = 0
exit
-- set CAST
ctx    r1 = r6; r2 = 0; call kfunc[bpf_rdonly_cast]
stack  r1 = r10; r2 = 0; call kfunc[bpf_rdonly_cast]
number r1 = 7; r2 = 0; call kfunc[bpf_rdonly_cast]
zero   r1 = 0; r2 = 0; call kfunc[bpf_rdonly_cast]
any    r1 = r9; r1 <<= 32; r2 = 0; call kfunc[bpf_rdonly_cast]
packet r1 = *(u32 *)(r6 + 76); r2 = 0; call kfunc[bpf_rdonly_cast]
none   r2 = 0; r1 = r0; call kfunc[bpf_rdonly_cast]
maybe  r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r1 = r0; r2 = 0; call kfunc[bpf_rdonly_cast]
wide   r1 = r6; r2 = 0x100000000 ll; call kfunc[bpf_rdonly_cast]
-- table what is cast: CAST
$CAST
r0 = *(u32 *)(r0 + 0)
-- expect
ctx    ok
stack  ok
number ok
zero   ok
any    ok
packet ok
none   unreadable@6
maybe  ok
wide   ok
-- set USE
u8      r1 = *(u8 *)(r0 + 0)
u64     r1 = *(u64 *)(r0 + 0)
odd     r1 = *(u64 *)(r0 + 1)
before  r1 = *(u64 *)(r0 - 8)
far     r1 = *(u64 *)(r0 + 32767)
itself  r0 = *(u64 *)(r0 + 0)
twice   r0 = *(u64 *)(r0 + 0); r0 = *(u64 *)(r0 + 0)
s8      r1 = *(s8 *)(r0 + 0)
s32     r1 = *(s32 *)(r0 + 0)
store   *(u8 *)(r0 + 0) = 1
storex  *(u64 *)(r0 + 0) = r8
atomic  lock *(u64 *)(r0 + 0) += r8
fetch   r8 = atomic64_fetch_add((u64 *)(r0 + 0), r8)
acquire r1 = load_acquire((u64 *)(r0 + 0))
release store_release((u64 *)(r0 + 0), r8)
const   r0 += 8; r1 = *(u64 *)(r0 + 0)
huge    r1 = 0x7fffffffffffffff ll; r0 += r1; r1 = *(u64 *)(r0 + 0)
var     r0 += r9; r1 = *(u64 *)(r0 + 0)
unknown r1 = *(u64 *)(r0 + 0); r0 += r1; r1 = *(u64 *)(r0 + 0)
minus   r0 -= r9; r1 = *(u64 *)(r0 + 0)
and     r0 &= -8; r1 = *(u64 *)(r0 + 0)
or      r0 |= 8; r1 = *(u64 *)(r0 + 0)
mul     r0 *= 8; r1 = *(u64 *)(r0 + 0)
shift   r0 <<= 8; r1 = *(u64 *)(r0 + 0)
neg     r0 = -r0; r1 = *(u64 *)(r0 + 0)
swap    r0 = be64 r0; r1 = *(u64 *)(r0 + 0)
div     r0 /= 8; r1 = *(u64 *)(r0 + 0)
add32   w0 += 8; r1 = *(u64 *)(r0 + 0)
sub32   w0 -= 8; r1 = *(u64 *)(r0 + 0)
mov32   w1 = w0; r2 = *(u64 *)(r1 + 0)
movsx   r1 = (s32)r0; r2 = *(u64 *)(r1 + 0)
num     r8 += r0; r1 = *(u64 *)(r8 + 0)
added   r8 += r0; r1 = map[values][0]+0; r1 += r8; r2 = *(u8 *)(r1 + 0)
num_var r1 = r9; r1 += r0; r2 = *(u64 *)(r1 + 0)
num_sub r8 -= r0; r1 = *(u64 *)(r8 + 0)
pp      r1 = r0; r1 -= r0; r2 = *(u64 *)(r1 + 0)
pp_add  r1 = r0; r1 += r0; r2 = *(u64 *)(r1 + 0)
pp_ctx  r1 = r0; r1 -= r6; r2 = *(u64 *)(r1 + 0)
null    if r0 == 0 goto out; r1 = *(u64 *)(r0 + 0)
is_null if r0 != 0 goto out; r1 = *(u64 *)(r0 + 0)
never   if r0 != 0 goto out; r1 = *(u64 *)(r7 + 0)
compare if r0 > r6 goto out; r1 = *(u64 *)(r0 + 0)
less    if r0 < 100 goto out; r1 = *(u64 *)(r0 + 0)
spill   *(u64 *)(r10 - 8) = r0; r1 = *(u64 *)(r10 - 8); r2 = *(u64 *)(r1 + 0)
half    *(u64 *)(r10 - 8) = r0; r1 = *(u32 *)(r10 - 8); r2 = *(u64 *)(r1 + 0)
value   r1 = map[values][0]+0; *(u64 *)(r1 + 0) = r0
exit    exit
mem     r1 = r10; r1 += -8; r2 = 8; r3 = r0; r4 = 8; r5 = 0; call bpf_csum_diff
memout  r1 = r6; r2 = 0; r3 = r0; r4 = 8; call bpf_skb_load_bytes
key     r1 = map[values]; r2 = r0; call bpf_map_lookup_elem
read    r3 = r0; r1 = r10; r1 += -8; r2 = 8; call bpf_probe_read_kernel
out     r4 = r0; r1 = r6; r2 = map[records]; r3 = 0; r5 = 8; call bpf_perf_event_output
ring    r2 = r0; r1 = map[records]; r3 = 8; r4 = 0; call bpf_ringbuf_output
dynptr  r1 = r0; r2 = 8; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem
again   r1 = r0; r2 = 0; call kfunc[bpf_rdonly_cast]; r1 = *(u64 *)(r0 + 0)
typed   r1 = r0; r2 = struct[task_struct]; call kfunc[bpf_rdonly_cast]; r1 = *(u64 *)(r0 + 0)
task    r1 = r0; call kfunc[bpf_task_acquire]
kmem    r1 = r0; call kfunc[bpf_strlen]
tail    r1 = r6; r2 = map[progs]; r3 = r0; call bpf_tail_call
moved   r7 = r0; r1 = r6; r2 = 0; call bpf_skb_pull_data; r1 = *(u64 *)(r7 + 0)
-- table what is done with it: USE
r1 = r6
r2 = 0
call kfunc[bpf_rdonly_cast]
$USE
-- expect
u8      ok
u64     ok
odd     ok
before  ok
far     ok
itself  ok
twice   not-a-pointer@9
s8      ok
s32     ok
store   read-only@8
storex  read-only@8
atomic  read-only@8
fetch   read-only@8
acquire ok
release read-only@8
const   ok
huge    ok
var     ok
unknown ok
minus   ok
and     ok
or      ok
mul     ok
shift   ok
neg     not-a-pointer@9
swap    not-a-pointer@9
div     ok
add32   arithmetic@8
sub32   not-a-pointer@9
mov32   not-a-pointer@9
movsx   not-a-pointer@9
num     not-a-pointer@9
added   arithmetic@11
num_var not-a-pointer@10
num_sub not-a-pointer@9
pp      not-a-pointer@10
pp_add  arithmetic@9
pp_ctx  not-a-pointer@10
null    ok
is_null ok
never   unreadable@9
compare ok
less    ok
spill   ok
half    stack@9
value   ok
exit    invalid@9
mem     argument@14
memout  argument@12
key     argument@11
read    ok
out     argument@14
ring    argument@13
dynptr  argument@13
again   ok
typed   ok
task    argument@9
kmem    ok
tail    ok
moved   ok
-- linux added accept: Linux takes the sum of a number and such an address for the number
-- set ONE
void    r1 = r6; r2 = 0; call kfunc[bpf_rdonly_cast]
typed   r1 = r6; r2 = struct[task_struct]; call kfunc[bpf_rdonly_cast]
struct  r1 = r6; call kfunc[bpf_cast_to_kern_ctx]
ctx     r0 = r6
stack   r0 = r10; r0 += -8
value   r0 = map[values][0]+0
mem     r1 = map[values][0]+0; r2 = 48; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = r10; r1 += -32; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out
map     r0 = map[values]
-- set TWO
void    r1 = r6; r2 = 0; call kfunc[bpf_rdonly_cast]
typed   r1 = r6; r2 = struct[task_struct]; call kfunc[bpf_rdonly_cast]
struct  r1 = r6; call kfunc[bpf_cast_to_kern_ctx]
ctx     r0 = r6
stack   r0 = r10; r0 += -8
value   r0 = map[values][0]+0
map     r0 = map[values]
-- set LOAD
load  r1 = *(u32 *)(r0 + 0)
acq   r1 = load_acquire((u32 *)(r0 + 0))
store *(u32 *)(r0 + 0) = r8
-- table one instruction and two kinds of memory: LOAD ONE TWO
call bpf_get_prandom_u32
if r0 == 0 goto two
$ONE
goto join
two: $TWO
join: $LOAD
-- expect
             void             typed            struct           ctx              stack            value            map
load/void    ok               ok               bounds@13        mixed@12         ok               ok               ok
load/typed   ok               ok               bounds@13        mixed@12         mixed@13         mixed@13         mixed@13
load/struct  bounds@13        bounds@13        bounds@12        bounds@11        bounds@12        bounds@12        bounds@12
load/ctx     mixed@12         mixed@12         bounds@11        ok               mixed@11         mixed@11         mixed@11
load/stack   ok               mixed@13         bounds@12        mixed@11         ok               ok               ok
load/value   ok               mixed@13         bounds@12        mixed@11         ok               ok               ok
load/mem     ok               ok               bounds@23        mixed@22         ok               ok               ok
load/map     ok               mixed@13         bounds@12        mixed@11         ok               ok               ok
acq/void     ok               mixed@14         bounds@13        not-a-pointer@12 ok               ok               ok
acq/typed    mixed@14         ok               bounds@13        not-a-pointer@12 mixed@13         mixed@13         mixed@13
acq/struct   bounds@13        bounds@13        bounds@12        bounds@11        bounds@12        bounds@12        bounds@12
acq/ctx      not-a-pointer@12 not-a-pointer@12 not-a-pointer@11 not-a-pointer@10 not-a-pointer@11 not-a-pointer@11 not-a-pointer@11
acq/stack    ok               mixed@13         bounds@12        not-a-pointer@11 ok               ok               ok
acq/value    ok               mixed@13         bounds@12        not-a-pointer@11 ok               ok               ok
acq/mem      ok               mixed@24         bounds@23        not-a-pointer@22 ok               ok               ok
acq/map      ok               mixed@13         bounds@12        not-a-pointer@11 ok               ok               ok
store/void   read-only@14     read-only@14     read-only@13     read-only@12     read-only@13     read-only@13     read-only@13
store/typed  read-only@14     read-only@14     read-only@13     read-only@12     read-only@13     read-only@13     read-only@13
store/struct bounds@13        bounds@13        bounds@12        bounds@11        bounds@12        bounds@12        bounds@12
store/ctx    context@12       context@12       context@11       context@10       context@11       context@11       context@11
store/stack  read-only@13     read-only@13     bounds@12        context@11       ok               ok               read-only@12
store/value  read-only@13     read-only@13     bounds@12        context@11       ok               ok               read-only@12
store/mem    read-only@24     read-only@24     bounds@23        context@22       ok               ok               read-only@23
store/map    read-only@13     read-only@13     read-only@12     read-only@11     read-only@12     read-only@12     read-only@12
