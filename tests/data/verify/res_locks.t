Resilient spin locks: which lock is taken, whether it was got, in which order locks are given back, and what may not happen under them.
-- kernel
-- type sched_cls
-- funcs
static int main(ctx)
static int step(int, ptr)
static int unlocks(ptr)
global int plain(int)
struct value 24 res_spin_lock@0 long@8 long@16
struct inner 24 long@0 res_spin_lock@8 long@16
struct old 24 spin_lock@0 long@8 long@16
struct holder 40 res_spin_lock@0 list_head@8=one:m0 long@24
struct count 24 res_spin_lock@0 refcount@8 long@16
struct node 64 list_node@0 res_spin_lock@24 long@32
struct owner 24 res_spin_lock@0 kptr@8=value long@16
struct one 64 list_node@0 long@24 list_node@32
-- maps
locks array 4 24 4 value=value
more array 4 24 1 value=value
inside array 4 24 1 value=inner
plain array 4 24 1 value=old
values array 4 24 1
-- before
r6 = r1
*(u64 *)(r10 - 64) = 0
r7 = 0
if r7 == 0 goto go
call step
call unlocks
call plain
go: r9 = 0
-- after
out: r0 = 0
exit
step: r0 = 0
exit
unlocks: call kfunc[bpf_res_spin_unlock]
r0 = 0
exit
plain: r0 = 0
exit
-- set TAKE
none     r7 = 0
lock     r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out
untested r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]
inverted r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 == 0 goto out
less     r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 s< 0 goto out
word     r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if w0 != 0 goto out
irq      r1 = map[more][0]+0; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]; if r0 != 0 goto out
irqun    r1 = map[more][0]+0; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]
twice    r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out; r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out
twicerr  r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out; r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto fail; goto on; fail: r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; goto out; on: r7 = 0
two      r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out; r1 = map[inside][0]+8; call kfunc[bpf_res_spin_lock]; if r0 == 0 goto on; r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; goto out; on: r7 = 0
twoirq   r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out; r1 = map[inside][0]+8; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]; if r0 == 0 goto on; r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; goto out; on: r7 = 0
twokept  r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out; r1 = map[inside][0]+8; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out
irqs     r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = map[more][0]+0; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]; if r0 == 0 goto on; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]; goto out; on: r7 = 0
spin     r1 = map[plain][0]+0; call bpf_spin_lock
spinres  r1 = map[plain][0]+0; call bpf_spin_lock; r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 == 0 goto on; r1 = map[plain][0]+0; call bpf_spin_unlock; goto out; on: r7 = 0
resspin  r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out; r1 = map[plain][0]+0; call bpf_spin_lock
loop     r7 = 3; again: r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 == 0 goto on; r7 += -1; if r7 != 0 goto again; goto out; on: r8 = 0
-- set GIVE
none     r8 = 0
unlock   r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]
irq      r1 = map[more][0]+0; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_unlock_irqrestore]
other    r1 = map[inside][0]+8; call kfunc[bpf_res_spin_unlock]
both     r1 = map[inside][0]+8; call kfunc[bpf_res_spin_unlock]; r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]
crossed  r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = map[inside][0]+8; call kfunc[bpf_res_spin_unlock]
bothirq  r1 = map[inside][0]+8; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_unlock_irqrestore]; r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]
twice    r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]
static   r1 = map[more][0]+0; call unlocks
native   r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
irqs     r1 = map[more][0]+0; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_unlock_irqrestore]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]
wrong    r1 = map[more][0]+0; r2 = r10; r2 += -16; call kfunc[bpf_res_spin_unlock_irqrestore]
spin     r1 = map[plain][0]+0; call bpf_spin_unlock
spinres  r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = map[plain][0]+0; call bpf_spin_unlock
resspin  r1 = map[plain][0]+0; call bpf_spin_unlock; r1 = map[more][0]+0; call kfunc[bpf_res_spin_unlock]
spun     r1 = map[more][0]+0; call bpf_spin_unlock
-- table taken and given back: TAKE GIVE
$TAKE
$GIVE
-- expect
         none    unlock  irq     other   both    crossed bothirq twice   static  native           irqs             wrong            spin    spinres resspin spun
none     ok      lock@11 lock@13 lock@11 lock@11 lock@11 lock@13 lock@11 lock@16 lock@11          lock@13          lock@13          lock@11 lock@11 lock@11 special-field@11
lock     lock@14 ok      lock@16 lock@14 lock@14 lock@17 lock@16 lock@17 ok      uninitialised@17 lock@16          lock@16          lock@14 lock@17 lock@14 special-field@14
untested lock@13 lock@13 lock@15 lock@13 lock@13 lock@16 lock@15 lock@16 lock@18 uninitialised@16 lock@15          lock@15          lock@13 lock@16 lock@13 special-field@13
inverted lock@14 lock@16 lock@18 lock@16 lock@19 lock@19 lock@21 lock@19 lock@16 lock@19          lock@21          lock@18          lock@16 lock@19 lock@19 lock@16
less     lock@14 ok      lock@16 lock@14 lock@14 lock@17 lock@16 lock@17 ok      uninitialised@17 lock@16          lock@16          lock@14 lock@17 lock@14 special-field@14
word     lock@14 ok      lock@16 lock@14 lock@14 lock@17 lock@16 lock@17 ok      uninitialised@17 lock@16          lock@16          lock@14 lock@17 lock@14 special-field@14
irq      lock@16 lock@16 ok      lock@16 lock@16 lock@16 lock@18 lock@16 lock@21 lock@16          uninitialised@21 uninitialised@18 lock@16 lock@16 lock@16 special-field@16
irqun    lock@15 lock@15 lock@17 lock@15 lock@15 lock@15 lock@17 lock@15 lock@20 lock@15          uninitialised@20 uninitialised@17 lock@15 lock@15 lock@15 special-field@15
twice    lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14          lock@14          lock@14          lock@14 lock@14 lock@14 lock@14
twicerr  lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14          lock@14          lock@14          lock@14 lock@14 lock@14 lock@14
two      lock@23 lock@23 lock@25 lock@25 ok      lock@23 lock@25 lock@23 lock@28 lock@23          lock@25          lock@25          lock@23 lock@23 lock@23 special-field@23
twoirq   lock@25 lock@25 lock@27 lock@25 lock@25 lock@25 ok      lock@25 lock@30 lock@25          lock@27          lock@27          lock@25 lock@25 lock@25 special-field@25
twokept  lock@18 lock@18 lock@20 lock@20 lock@23 lock@18 lock@20 lock@18 lock@23 lock@18          lock@20          lock@20          lock@18 lock@18 lock@18 special-field@18
irqs     lock@24 lock@24 lock@28 lock@24 lock@24 lock@24 lock@26 lock@24 lock@29 lock@24          ok               lock@26          lock@24 lock@24 lock@24 special-field@24
spin     lock@13 lock@13 lock@15 lock@13 lock@13 lock@13 lock@15 lock@13 lock@18 lock@13          lock@15          lock@15          ok      lock@13 lock@16 special-field@13
spinres  lock@22 lock@24 lock@24 lock@22 lock@22 lock@25 lock@24 lock@25 lock@24 lock@25          lock@24          lock@24          lock@22 ok      lock@22 special-field@22
resspin  lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14 lock@14          lock@14          lock@14          lock@14 lock@14 lock@14 lock@14
loop     lock@19 ok      lock@21 lock@19 lock@19 lock@22 lock@21 lock@22 ok      uninitialised@22 lock@21          lock@21          lock@19 lock@22 lock@19 special-field@19
-- set KEY
same   r1 = r7
again  *(u32 *)(r10 - 4) = 0; r1 = map[locks]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; r1 = r0
other  r1 = map[more][0]+0
-- set LOCK
lock   call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out
un     call kfunc[bpf_res_spin_unlock]
-- table two elements: LOCK KEY
*(u32 *)(r10 - 4) = 0
r1 = map[locks]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
*(u32 *)(r10 - 4) = 1
r1 = map[locks]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = r7
call kfunc[bpf_res_spin_lock]
if r0 != 0 goto out
r1 = r8
call kfunc[bpf_res_spin_lock]
if r0 != 0 goto one
r1 = r8
call kfunc[bpf_res_spin_unlock]
one: $KEY
$LOCK
r1 = r7
call kfunc[bpf_res_spin_unlock]
-- expect
     same    again   other
lock lock@33 lock@37 lock@37
un   lock@35 lock@37 lock@34
-- set WHERE
value   r1 = map[more][0]+0
beside  r1 = map[more][0]+8
part    r1 = map[more][0]+2
inside  r1 = map[inside][0]+8
start   r1 = map[inside][0]+0
old     r1 = map[plain][0]+0
none    r1 = map[values][0]+0
moved   r1 = map[inside][0]+0; r1 += 8
var     r2 = *(u32 *)(r6 + 0); r2 &= 8; r1 = map[inside][0]+0; r1 += r2
masked  r2 = *(u32 *)(r6 + 0); r2 &= 0; r1 = map[more][0]+0; r1 += r2
stack   r1 = r10; r1 += -64
ctx     r1 = r6
zero    r1 = 0
number  r1 = *(u32 *)(r6 + 0)
map     r1 = map[more]
unread  r1 = r5
found   *(u32 *)(r10 - 4) = 0; r1 = map[locks]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = r0
untest  *(u32 *)(r10 - 4) = 0; r1 = map[locks]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; r1 = r0
made    r1 = type[value]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r9 = r0; r1 = r0
madein  r1 = type[inner]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r9 = r0; r1 = r0; r1 += 8
madeno  r1 = type[old]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r9 = r0; r1 = r0
madeun  r1 = type[value]; r2 = 0; call kfunc[bpf_obj_new_impl]; r9 = r0; r1 = r0
-- set WITH
lock    r7 = r1; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto end; r1 = r7; call kfunc[bpf_res_spin_unlock]
irq     r7 = r1; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]; if r0 != 0 goto end; r1 = r7; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_unlock_irqrestore]
unlock  call kfunc[bpf_res_spin_unlock]
noflags r7 = r1; r2 = r7; call kfunc[bpf_res_spin_lock_irqsave]; if r0 != 0 goto end; r1 = r7; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_unlock_irqrestore]
-- table where the lock lies: WHERE WITH
$WHERE
$WITH
end: r1 = r9
if r9 == 0 goto out
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- expect
       lock             irq              unlock           noflags
value  ok               ok               lock@10          argument@12
beside special-field@11 special-field@13 special-field@10 special-field@12
part   special-field@11 special-field@13 special-field@10 special-field@12
inside ok               ok               lock@10          argument@12
start  special-field@11 special-field@13 special-field@10 special-field@12
old    special-field@11 special-field@13 special-field@10 special-field@12
none   special-field@11 special-field@13 special-field@10 special-field@12
moved  ok               ok               lock@11          argument@13
var    special-field@14 special-field@16 special-field@13 special-field@15
masked ok               ok               lock@13          argument@15
stack  argument@11      argument@13      argument@10      argument@12
ctx    argument@10      argument@12      argument@9       argument@11
zero   argument@10      argument@12      argument@9       argument@11
number argument@10      argument@12      argument@9       argument@11
map    argument@11      argument@13      argument@10      argument@12
unread unreadable@8     unreadable@8     unreadable@8     unreadable@8
found  ok               ok               lock@16          argument@18
untest ok               ok               lock@15          argument@17
made   special-field@15 special-field@17 special-field@14 special-field@16
madein special-field@16 special-field@18 special-field@15 special-field@17
madeno special-field@15 special-field@17 special-field@14 special-field@16
madeun argument@14      argument@16      argument@13      argument@15
-- set DO
nothing  r8 = 0
helper   call bpf_get_smp_processor_id
lookup   r1 = map[values]; r2 = r10; r2 += -64; call bpf_map_lookup_elem
static   r1 = 0; r2 = 0; call step
global   r1 = 0; call plain
loop     r1 = 4; r2 = subprog[step]; r3 = 0; r4 = 0; call bpf_loop
exit     r0 = 0; exit
throw    r1 = 0; call kfunc[bpf_throw]
tail     r1 = r6; r2 = 0; r3 = 0; call bpf_tail_call
packet   r8 = r6; r0 = *(u8 *)skb[0]
iter     r1 = r10; r1 += -40; r2 = 0; r3 = 4; call kfunc[bpf_iter_num_new]; next: r1 = r10; r1 += -40; call kfunc[bpf_iter_num_next]; if r0 != 0 goto next; r1 = r10; r1 += -40; call kfunc[bpf_iter_num_destroy]
rcu      call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_unlock]
preempt  call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_enable]
irq      r1 = r10; r1 += -48; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -48; call kfunc[bpf_local_irq_restore]
new      r1 = type[value]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto end; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; end: r8 = 0
read     r1 = *(u64 *)(r7 + 8); *(u64 *)(r7 + 16) = r1
touch    r1 = *(u32 *)(r7 + 0)
write    *(u32 *)(r7 + 0) = 0
over     *(u64 *)(r7 + 0) = 0
part     r1 = *(u8 *)(r7 + 3)
pad      r1 = *(u32 *)(r7 + 4)
give     r1 = r7; call kfunc[bpf_res_spin_unlock]; r1 = r7; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out
spin     r1 = map[plain][0]+0; call bpf_spin_lock; r1 = map[plain][0]+0; call bpf_spin_unlock
kept     r1 = map[inside][0]+8; call kfunc[bpf_res_spin_lock]
nested   r1 = map[inside][0]+8; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto none; r1 = map[inside][0]+8; call kfunc[bpf_res_spin_unlock]; none: r8 = 0
goto     r8 = 4; again: r8 += -1; if r8 != 0 goto again
-- set UNDER
no      r7 = map[more][0]+0
lock    r7 = map[more][0]+0; r1 = r7; r9 = 1; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto out
irq     r7 = map[more][0]+0; r1 = r7; r9 = 2; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]; if r0 != 0 goto out
-- table what is done under it: DO UNDER
$UNDER
$DO
if r9 != 1 goto not1
r1 = map[more][0]+0
call kfunc[bpf_res_spin_unlock]
not1: if r9 != 2 goto out
r1 = map[more][0]+0
r2 = r10
r2 += -8
call kfunc[bpf_res_spin_unlock_irqrestore]
-- expect
        no               lock             irq
nothing ok               ok               ok
helper  ok               lock@14          lock@16
lookup  ok               lock@18          lock@20
static  ok               ok               ok
global  ok               lock@15          lock@17
loop    ok               lock@19          lock@21
exit    invalid@12       invalid@16       invalid@18
throw   ok               lock@15          lock@17
tail    argument@13      lock@17          lock@19
packet  ok               lock@15          lock@17
iter    ok               ok               ok
rcu     ok               lock@14          lock@16
preempt ok               lock@14          lock@16
irq     ok               lock@16          lock@18
new     ok               lock@16          lock@18
read    ok               ok               ok
touch   special-field@10 special-field@14 special-field@16
write   special-field@10 special-field@14 special-field@16
over    special-field@10 special-field@14 special-field@16
part    special-field@10 special-field@14 special-field@16
pad     ok               ok               ok
give    lock@11          ok               lock@17
spin    ok               lock@16          lock@18
kept    lock@24          lock@20          lock@28
nested  ok               ok               ok
goto    ok               ok               ok
-- set TYPE
value  r1 = type[value]; r8 = 0
inner  r1 = type[inner]; r8 = 8
holder r1 = type[holder]; r8 = 0
count  r1 = type[count]; r8 = 0
node   r1 = type[node]; r8 = 24
owner  r1 = type[owner]; r8 = 0
old    r1 = type[old]; r8 = 0
-- set USE
lock   r1 = r7; r1 += r8; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto drop; r1 = r7; r1 += r8; call kfunc[bpf_res_spin_unlock]
read   r1 = r7; r1 += r8; r0 = *(u32 *)(r1 + 0)
write  r1 = r7; r1 += r8; *(u32 *)(r1 + 0) = 1
other  r1 = r7; r1 += 16; *(u32 *)(r1 + 0) = 1
kept   r1 = r7; r1 += r8; call kfunc[bpf_res_spin_lock]
under  r1 = r7; r1 += r8; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto drop; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]; goto out
-- table objects: USE TYPE
$TYPE
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r7 = r0
$USE
drop: r1 = r7
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- expect
      value            inner            holder           count            node             owner            old
lock  special-field@16 special-field@16 ok               ok               ok               ok               special-field@16
read  bounds@16        bounds@16        special-field@16 special-field@16 special-field@16 special-field@16 special-field@16
write bounds@16        bounds@16        special-field@16 special-field@16 special-field@16 special-field@16 special-field@16
other ok               ok               special-field@16 ok               special-field@16 ok               ok
kept  special-field@16 special-field@16 lock@19          lock@19          lock@19          lock@19          special-field@16
under special-field@16 special-field@16 lock@20          lock@20          lock@20          lock@20          special-field@16
-- case the error is a number from -4095 to -1
r8 = map[values][0]+0
r1 = map[more][0]+0
call kfunc[bpf_res_spin_lock]
if r0 == 0 goto got
r0 += 4095
r0 >>= 8
r8 += r0
*(u8 *)(r8 + 8) = 1
goto out
got: r1 = map[more][0]+0
call kfunc[bpf_res_spin_unlock]
-- accept
-- expect
-- case ... and may be -4095
r8 = map[values][0]+0
r1 = map[more][0]+0
call kfunc[bpf_res_spin_lock]
if r0 == 0 goto got
r0 += 4094
if r0 s< 0 goto low
goto out
low: *(u8 *)(r8 + 24) = 1
got: r1 = map[more][0]+0
call kfunc[bpf_res_spin_unlock]
-- refuse bounds @17
-- expect
-- funcs
static int main(ctx)
static int less(ptr, ptr)
struct item 96 list_node@0 long@24 rb_node@32 refcount@64 int@68 long@72
struct value 96 res_spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 long@72
struct lone 24 res_spin_lock@0 long@8 long@16
struct old 96 spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 long@72
-- maps
lists array 4 96 1 value=value
more array 4 96 1 value=value
lone array 4 24 1 value=lone
plain array 4 96 1 value=old
-- before
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r8 = r0
r6 = map[lists][0]+0
-- after
out: r0 = 0
exit
drop: r1 = r8
r2 = 0
call kfunc[bpf_obj_drop_impl]
r0 = 0
exit
-- set TAKE
lock   r1 = r6; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto drop
irq    r1 = r6; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_lock_irqsave]; if r0 != 0 goto drop
other  r1 = map[more][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto drop
nested r1 = r6; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto drop; r1 = map[lone][0]+0; call kfunc[bpf_res_spin_lock]; if r0 == 0 goto on; r1 = r6; call kfunc[bpf_res_spin_unlock]; goto drop; on: r7 = 0
none   r7 = 0; if r7 != 0 goto drop
-- set DO
push   r1 = r6; r1 += 8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]
pop    r1 = r6; r1 += 8; call kfunc[bpf_list_pop_front]; if r0 == 0 goto none; r7 = r0; none: r9 = 0
front  r1 = r6; r1 += 8; call kfunc[bpf_list_front]; if r0 == 0 goto none; r1 = *(u64 *)(r0 + 24); none: r9 = 0
first  r1 = r6; r1 += 24; call kfunc[bpf_rbtree_first]; if r0 == 0 goto none; r1 = *(u64 *)(r0 + 8); none: r9 = 0
plain  r1 = map[plain][0]+8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]
-- set END
unlock r1 = r6; call kfunc[bpf_res_spin_unlock]
irq    r1 = r6; r2 = r10; r2 += -8; call kfunc[bpf_res_spin_unlock_irqrestore]
read   r1 = r6; call kfunc[bpf_res_spin_unlock]; r1 = *(u64 *)(r8 + 24)
drop   r1 = r6; call kfunc[bpf_res_spin_unlock]; r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
both   r1 = map[lone][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = r6; call kfunc[bpf_res_spin_unlock]; r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
bothup r1 = map[lone][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = r6; call kfunc[bpf_res_spin_unlock]
early  r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
-- table lists and trees beside one: DO TAKE END
$TAKE
$DO
$END
-- expect
             unlock           irq              read             drop             both             bothup           early
push/lock    ok               lock@19          not-a-pointer@18 argument@20      lock@18          lock@18          lock@18
push/irq     lock@19          ok               lock@19          lock@19          lock@20          lock@20          lock@20
push/other   lock@16          lock@16          lock@16          lock@16          lock@16          lock@16          lock@16
push/nested  lock@25          lock@27          lock@25          lock@25          argument@31      ok               lock@26
push/none    lock@14          lock@14          lock@14          lock@14          lock@14          lock@14          lock@14
pop/lock     reference@19     lock@19          reference@20     reference@22     lock@18          lock@18          lock@18
pop/irq      lock@19          reference@23     lock@19          lock@19          lock@20          lock@20          lock@20
pop/other    lock@13          lock@13          lock@13          lock@13          lock@13          lock@13          lock@13
pop/nested   lock@25          lock@27          lock@25          lock@25          reference@33     reference@30     lock@26
pop/none     lock@11          lock@11          lock@11          lock@11          lock@11          lock@11          lock@11
front/lock   reference@19     lock@19          reference@20     ok               lock@18          lock@18          lock@18
front/irq    lock@19          reference@23     lock@19          lock@19          lock@20          lock@20          lock@20
front/other  lock@13          lock@13          lock@13          lock@13          lock@13          lock@13          lock@13
front/nested lock@25          lock@27          lock@25          lock@25          ok               reference@30     lock@26
front/none   lock@11          lock@11          lock@11          lock@11          lock@11          lock@11          lock@11
first/lock   special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
first/irq    special-field@16 special-field@16 special-field@16 special-field@16 special-field@16 special-field@16 special-field@16
first/other  lock@13          lock@13          lock@13          lock@13          lock@13          lock@13          lock@13
first/nested special-field@22 special-field@22 special-field@22 special-field@22 special-field@22 special-field@22 special-field@22
first/none   lock@11          lock@11          lock@11          lock@11          lock@11          lock@11          lock@11
plain/lock   lock@15          lock@15          lock@15          lock@15          lock@15          lock@15          lock@15
plain/irq    lock@17          lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
plain/other  lock@16          lock@16          lock@16          lock@16          lock@16          lock@16          lock@16
plain/nested lock@23          lock@23          lock@23          lock@23          lock@23          lock@23          lock@23
plain/none   lock@14          lock@14          lock@14          lock@14          lock@14          lock@14          lock@14
-- set LESS
nothing r0 = 0
compare r1 = *(u64 *)(r1 - 32); r0 = 0
unlock  r1 = map[lists][0]+0; call kfunc[bpf_res_spin_unlock]; r0 = 0
relock  r1 = map[lists][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = map[lists][0]+0; call kfunc[bpf_res_spin_lock]; r0 = 0
rethrow r1 = map[lists][0]+0; call kfunc[bpf_res_spin_unlock]; r1 = map[lists][0]+0; call kfunc[bpf_res_spin_lock]; if r0 == 0 goto end; r1 = 0; call kfunc[bpf_throw]; end: r0 = 0
nested  r1 = map[lone][0]+0; call kfunc[bpf_res_spin_lock]; if r0 != 0 goto none; r1 = map[lone][0]+0; call kfunc[bpf_res_spin_unlock]; none: r0 = 0
keep    r1 = map[lone][0]+0; call kfunc[bpf_res_spin_lock]; r0 = 0
irqs    r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r0 = 0
-- after
exit
-- table the function that orders a tree: LESS
r1 = r6
call kfunc[bpf_res_spin_lock]
if r0 != 0 goto drop
r1 = r6
r1 += 24
r2 = r8
r2 += 32
r3 = subprog[less]
r4 = 0
r5 = 0
call kfunc[bpf_rbtree_add_impl]
r1 = r6
call kfunc[bpf_res_spin_unlock]
out: r0 = 0
exit
drop: r1 = r8
r2 = 0
call kfunc[bpf_obj_drop_impl]
r0 = 0
exit
less: $LESS
-- expect
nothing ok
compare special-field@28
unlock  lock@18
relock  lock@18
rethrow reference@36
nested  ok
keep    lock@20
irqs    lock@30
-- funcs
static int main(ctx)
struct value 24 res_spin_lock@0 long@8 long@16
-- maps
locks array 4 24 4 value=value
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set ONE
7 r1 = r7
8 r1 = r8
-- set OTHER
7 r1 = r7
8 r1 = r8
-- set END
none r1 = 0
7    r1 = r7; call kfunc[bpf_res_spin_unlock]
8    r1 = r8; call kfunc[bpf_res_spin_unlock]
-- table one of two is held where ways meet: OTHER END ONE
*(u32 *)(r10 - 4) = 0
r1 = map[locks]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
r1 = map[locks]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r9 = *(u32 *)(r6 + 0)
if r9 == 1 goto other
$ONE
call kfunc[bpf_res_spin_lock]
if r0 != 0 goto out
goto met
other: $OTHER
call kfunc[bpf_res_spin_lock]
if r0 != 0 goto out
met: r2 = 0
r3 = 0
r4 = 0
r5 = 0
if r9 == 2 goto first
r2 = 1
first: if r9 == 3 goto second
r3 = 1
second: r4 = 1
r5 = 1
if r9 == 4 goto third
r2 = 1
third: r4 = 0
$END
-- expect
       7       8
7/none lock@40 lock@40
7/7    ok      lock@39
7/8    lock@39 lock@39
8/none lock@40 lock@40
8/7    lock@39 lock@39
8/8    lock@39 ok
