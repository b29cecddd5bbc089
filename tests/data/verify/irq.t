Sections without interrupts: where flags are kept, in which order they are restored, and what may not happen meanwhile.
-- kernel
-- type syscall sleepable
-- funcs
static int main(ctx)
static int step(int, ptr)
static int saves(ptr)
static int restores(ptr)
static int own(int)
global int plain(int)
global int sleeps(int)
global int memory(mem8)
global int dozes(int)
-- maps
values array 4 48 1
locks array 4 16 1 spin_lock@0
-- before
r6 = r1
*(u64 *)(r10 - 64) = 0
r7 = 0
if r7 == 0 goto go
call step
call saves
call restores
call own
call plain
call sleeps
call memory
call dozes
go: r7 = 1
-- after
out: r0 = 0
exit
step: r0 = 0
exit
saves: call kfunc[bpf_local_irq_save]
r0 = 0
exit
restores: call kfunc[bpf_local_irq_restore]
r0 = 0
exit
own: r1 = r10
r1 += -8
call kfunc[bpf_local_irq_save]
r0 = 0
exit
plain: r0 = 0
exit
sleeps: r1 = r10
r1 += -8
r2 = 8
r3 = 0
call bpf_copy_from_user
r0 = 0
exit
memory: r0 = 0
exit
dozes: r1 = 0
call sleeps
r0 = 0
exit
-- set FIRST
none    r7 = 0
one     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
two     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]
crossed r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
again   r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
called  r1 = r10; r1 += -8; call saves
own     r1 = 0; call own
three   r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -24; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -24; call kfunc[bpf_local_irq_restore]
rcu     call kfunc[bpf_rcu_read_lock]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; call kfunc[bpf_rcu_read_unlock]
preempt r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_enable]
maybe   r1 = *(u32 *)(r6 + 0); if r1 == 0 goto skip; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; skip: r7 = 0
-- set LAST
none     r7 = 0
one      r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
second   r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]
down     r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
up       r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]
twice    r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
called   r1 = r10; r1 += -8; call restores
anew     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
fill     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]; *(u64 *)(r10 - 8) = 1; r0 = *(u64 *)(r10 - 8)
read     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]; r0 = *(u64 *)(r10 - 8); r1 = r6
lost     *(u64 *)(r10 - 8) = 0; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
-- table saved and restored: FIRST LAST
$FIRST
$LAST
-- expect
        none     one              second           down             up               twice            called           anew             fill             read             lost
none    ok       uninitialised@16 uninitialised@16 uninitialised@16 uninitialised@16 uninitialised@16 uninitialised@24 uninitialised@16 uninitialised@16 uninitialised@16 uninitialised@17
one     lock@18  ok               uninitialised@18 uninitialised@18 uninitialised@21 uninitialised@21 ok               ok               ok               ok               uninitialised@19
two     lock@21  lock@21          lock@23          ok               lock@21          lock@21          lock@29          lock@21          lock@21          lock@21          uninitialised@22
crossed lock@21  lock@23          lock@21          lock@21          ok               uninitialised@24 lock@23          lock@29          lock@25          lock@25          uninitialised@22
again   stack@18 stack@18         stack@18         stack@18         stack@18         stack@18         stack@18         stack@18         stack@18         stack@18         stack@18
called  lock@18  ok               uninitialised@18 uninitialised@18 uninitialised@21 uninitialised@21 ok               ok               ok               ok               uninitialised@19
own     lock@17  uninitialised@17 uninitialised@17 uninitialised@17 uninitialised@17 uninitialised@17 uninitialised@25 uninitialised@17 uninitialised@17 uninitialised@17 uninitialised@18
three   lock@27  lock@27          lock@29          ok               lock@27          lock@27          lock@35          lock@27          lock@27          lock@27          uninitialised@28
rcu     lock@20  ok               uninitialised@20 uninitialised@20 uninitialised@23 uninitialised@23 ok               ok               ok               ok               uninitialised@21
preempt lock@20  ok               uninitialised@20 uninitialised@20 uninitialised@23 uninitialised@23 ok               ok               ok               ok               uninitialised@21
maybe   lock@21  uninitialised@21 uninitialised@21 uninitialised@21 uninitialised@24 uninitialised@24 uninitialised@29 uninitialised@21 uninitialised@21 uninitialised@21 uninitialised@22
-- set DO
nothing  r7 = 0
read     r0 = *(u64 *)(r10 - 8)
read1    r0 = *(u8 *)(r10 - 5)
write1   *(u8 *)(r10 - 5) = 1
write4   *(u32 *)(r10 - 4) = 1
spill    *(u64 *)(r10 - 8) = r6
copy     r1 = *(u64 *)(r10 - 8); *(u64 *)(r10 - 16) = r1
atomic   r1 = 1; lock *(u64 *)(r10 - 8) += r1
beside   *(u64 *)(r10 - 16) = 1; r0 = *(u64 *)(r10 - 16)
var      r1 = *(u32 *)(r6 + 0); r1 &= 8; r2 = r10; r2 += r1; *(u8 *)(r2 - 16) = 1
varread  r1 = *(u32 *)(r6 + 0); r1 &= 8; r2 = r10; r2 += r1; r0 = *(u8 *)(r2 - 16)
helper   r1 = r10; r1 += -8; r2 = 8; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
key      r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem
fills    r1 = r10; r1 += -8; r2 = 8; r3 = 0; call bpf_probe_read_kernel
fillsup  r1 = r10; r1 += -16; r2 = 16; r3 = 0; call bpf_probe_read_kernel
sleep    r1 = r10; r1 += -32; r2 = 8; r3 = 0; call bpf_copy_from_user
sleepk   r1 = r10; r1 += -32; r2 = 8; r3 = 0; r4 = 0; call kfunc[bpf_copy_from_user_str]
lookup   *(u64 *)(r10 - 32) = 0; r1 = map[values]; r2 = r10; r2 += -32; call bpf_map_lookup_elem
spin     r1 = map[locks][0]+0; call bpf_spin_lock; r1 = map[locks][0]+0; call bpf_spin_unlock
spinin   r1 = map[locks][0]+0; call bpf_spin_lock; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]; r1 = map[locks][0]+0; call bpf_spin_unlock
rcu      call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_unlock]
rcuopen  call kfunc[bpf_rcu_read_lock]
preempt  call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_enable]
loop     r1 = 4; r2 = subprog[step]; r3 = 0; r4 = 0; call bpf_loop
static   r1 = 0; r2 = 0; call step
plain    r1 = 0; call plain
sleeps   r1 = 0; call sleeps
dozes    r1 = 0; call dozes
memory   r1 = r10; r1 += -8; call memory
beside8  r1 = r10; r1 += -64; call memory
exit     r0 = 0; exit
throw    r1 = 0; call kfunc[bpf_throw]
iter     r1 = r10; r1 += -40; r2 = 0; r3 = 4; call kfunc[bpf_iter_num_new]; next: r1 = r10; r1 += -40; call kfunc[bpf_iter_num_next]; if r0 != 0 goto next; r1 = r10; r1 += -40; call kfunc[bpf_iter_num_destroy]
iterover r1 = r10; r1 += -8; r2 = 0; r3 = 4; call kfunc[bpf_iter_num_new]; r1 = r10; r1 += -8; call kfunc[bpf_iter_num_destroy]
dynptr   r1 = map[values][0]+0; r2 = 8; r3 = 0; r4 = r10; r4 += -16; call bpf_dynptr_from_mem
ref      r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto none; r1 = r0; call kfunc[bpf_cgroup_release]; none: r7 = 0
refkept  r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto none; r7 = r0; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]; r1 = r7; call kfunc[bpf_cgroup_release]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; none: r7 = 0
goto     r7 = 4; again: r7 += -1; if r7 != 0 goto again
round    r7 = 3; again: r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]; r7 += -1; if r7 != 0 goto again
-- set IN
no      r9 = 0
irq     r9 = 1; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
preempt r9 = 2; call kfunc[bpf_preempt_disable]
rcu     r9 = 3; call kfunc[bpf_rcu_read_lock]
-- table what is done in a section: DO IN
$IN
$DO
if r9 != 1 goto not1
r1 = r10
r1 += -8
call kfunc[bpf_local_irq_restore]
not1: if r9 != 2 goto not2
call kfunc[bpf_preempt_enable]
not2: if r9 != 3 goto out
call kfunc[bpf_rcu_read_unlock]
-- expect
         no               irq              preempt          rcu
nothing  ok               ok               ok               ok
read     ok               uninitialised@17 ok               ok
read1    ok               uninitialised@17 ok               ok
write1   ok               uninitialised@21 ok               ok
write4   ok               uninitialised@21 ok               ok
spill    ok               uninitialised@21 ok               ok
copy     ok               uninitialised@17 ok               ok
atomic   ok               uninitialised@18 ok               ok
beside   ok               ok               ok               ok
var      ok               uninitialised@25 ok               ok
varread  ok               uninitialised@21 ok               ok
helper   helper@20        helper@23        helper@21        helper@21
key      ok               uninitialised@21 ok               ok
fills    ok               uninitialised@25 ok               ok
fillsup  ok               uninitialised@25 ok               ok
sleep    ok               lock@21          lock@19          lock@19
sleepk   ok               lock@22          lock@20          lock@20
lookup   ok               ok               ok               ok
spin     ok               ok               ok               ok
spinin   lock@19          lock@22          lock@20          lock@20
rcu      ok               ok               ok               lock@15
rcuopen  lock@24          lock@27          lock@25          lock@15
preempt  ok               ok               ok               ok
loop     ok               ok               ok               ok
static   ok               ok               ok               ok
plain    ok               ok               ok               ok
sleeps   ok               lock@18          lock@16          lock@16
dozes    ok               lock@18          lock@16          lock@16
memory   ok               uninitialised@19 ok               ok
beside8  ok               ok               ok               ok
exit     invalid@16       invalid@19       invalid@17       invalid@17
throw    ok               lock@18          lock@16          lock@16
iter     ok               ok               ok               ok
iterover ok               uninitialised@28 ok               ok
dynptr   ok               uninitialised@27 ok               ok
ref      ok               ok               ok               ok
refkept  uninitialised@20 ok               uninitialised@21 uninitialised@21
goto     ok               ok               ok               ok
round    ok               ok               ok               ok
-- set PLACE
8       r1 = r10; r1 += -8
512     r1 = r10; r1 += -512
520     r1 = r10; r1 += -520
4       r1 = r10; r1 += -4
12      r1 = r10; r1 += -12
0       r1 = r10
above   r1 = r10; r1 += 8
value   r1 = map[values][0]+0
ctx     r1 = r6
zero    r1 = 0
number  r1 = *(u32 *)(r6 + 0)
unread  r7 = r8
unset   r7 = 0; r1 = r5
masked  r2 = *(u32 *)(r6 + 0); r2 &= 8; r1 = r10; r1 += r2; r1 += -16
known   r2 = 8; r1 = r10; r1 += r2; r1 += -24
written *(u64 *)(r10 - 8) = 5; r1 = r10; r1 += -8
spilled *(u64 *)(r10 - 8) = r6; r1 = r10; r1 += -8
iter    r1 = r10; r1 += -8; r2 = 0; r3 = 4; call kfunc[bpf_iter_num_new]; r1 = r10; r1 += -8
dynptr  r1 = map[values][0]+0; r2 = 8; r3 = 0; r4 = r10; r4 += -16; call bpf_dynptr_from_mem; r1 = r10; r1 += -8
-- set ONLY
save    r7 = r1; call kfunc[bpf_local_irq_save]; r1 = r7; call kfunc[bpf_local_irq_restore]
restore call kfunc[bpf_local_irq_restore]
wrong   r7 = r1; call kfunc[bpf_local_irq_save]; r1 = r7; call kfunc[bpf_preempt_enable]
-- table where flags are kept: PLACE ONLY
$PLACE
$ONLY
-- expect
        save          restore          wrong
8       ok            uninitialised@15 lock@18
512     ok            uninitialised@15 lock@18
520     stack@16      stack@15         stack@16
4       stack@16      stack@15         stack@16
12      stack@16      stack@15         stack@16
0       stack@15      stack@14         stack@15
above   stack@16      stack@15         stack@16
value   argument@16   argument@15      argument@16
ctx     argument@15   argument@14      argument@15
zero    argument@15   argument@14      argument@15
number  argument@15   argument@14      argument@15
unread  unreadable@13 unreadable@13    unreadable@13
unset   unreadable@14 unreadable@14    unreadable@14
masked  stack@19      stack@18         stack@19
known   ok            uninitialised@17 lock@20
written ok            uninitialised@16 lock@19
spilled ok            uninitialised@16 lock@19
iter    reference@25  uninitialised@20 lock@23
dynptr  ok            uninitialised@22 lock@25
-- funcs
static int main(ctx)
static int cb(int, ptr)
-- before
r6 = r1
*(u64 *)(r10 - 64) = 0
-- set BACK
loop    r1 = 4; r2 = subprog[cb]; r3 = r10; r3 += -8; r4 = 0; call bpf_loop
each    r1 = map[values]; r2 = subprog[cb]; r3 = r10; r3 += -8; r4 = 0; call bpf_for_each_map_elem
once    r1 = 0; r2 = r10; r2 += -8; call cb
-- set BODY
both    r7 = r10; r7 += -8; r1 = r7; call kfunc[bpf_local_irq_save]; r1 = r7; call kfunc[bpf_local_irq_restore]
leave   r7 = r10; r7 += -8; r1 = r7; call kfunc[bpf_local_irq_save]
callers r7 = r2; r1 = r7; call kfunc[bpf_local_irq_save]; r1 = r7; call kfunc[bpf_local_irq_restore]
open    r1 = r2; call kfunc[bpf_local_irq_save]
close   r1 = r2; call kfunc[bpf_local_irq_restore]
flip    r7 = r2; r1 = r2; call kfunc[bpf_local_irq_restore]; r1 = r7; call kfunc[bpf_local_irq_save]
sleep   r1 = r10; r1 += -32; r2 = 8; r3 = 0; call bpf_copy_from_user
write   *(u64 *)(r2 + 0) = 0
-- set AROUND
bare    r1 = r10; r1 += -16; r7 = 0
inside  r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
-- after
exit
-- table functions and callbacks: AROUND BACK BODY
$AROUND
$BACK
r0 = 0
exit
cb: $BODY
r0 = 0
-- expect
            both    leave   callers     open        close            flip             sleep   write
bare/loop   ok      lock@13 ok          lock@13     uninitialised@15 uninitialised@16 ok      ok
bare/each   ok      lock@14 argument@17 argument@16 argument@16      argument@17      ok      read-only@15
bare/once   ok      lock@10 ok          lock@10     uninitialised@12 uninitialised@13 ok      ok
inside/loop lock@13 lock@13 lock@13     lock@13     lock@13          lock@13          lock@13 lock@13
inside/each lock@14 lock@14 lock@14     lock@14     lock@14          lock@14          lock@14 lock@14
inside/once lock@10 lock@10 stack@13    stack@12    ok               lock@10          lock@15 lock@10
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- funcs
static int main(ctx)
-- set ONE
none    r8 = 0
irq     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
two     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]
crossed r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
preempt call kfunc[bpf_preempt_disable]
twice   call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_disable]
rcu     call kfunc[bpf_rcu_read_lock]
-- set OTHER
none    r8 = 0
irq     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
two     r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]
crossed r1 = r10; r1 += -16; call kfunc[bpf_local_irq_save]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_save]
preempt call kfunc[bpf_preempt_disable]
twice   call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_disable]
rcu     call kfunc[bpf_rcu_read_lock]
-- set END
none   r8 = 0
irq    r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
down   r1 = r10; r1 += -16; call kfunc[bpf_local_irq_restore]; r1 = r10; r1 += -8; call kfunc[bpf_local_irq_restore]
enable call kfunc[bpf_preempt_enable]
rcu    call kfunc[bpf_rcu_read_unlock]
-- table ways that meet: OTHER END ONE
r7 = *(u32 *)(r6 + 0)
if r7 == 1 goto other
$ONE
goto met
other: $OTHER
met: r2 = 0
r3 = 0
r4 = 0
r5 = 0
if r7 == 2 goto first
r2 = 1
first: if r7 == 3 goto second
r3 = 1
second: r4 = 1
r5 = 1
r8 = 0
r9 = 0
if r7 == 4 goto third
r2 = 1
third: r8 = 0
$END
-- expect
               none             irq              two              crossed preempt          twice            rcu
none/none      ok               lock@25          lock@28          lock@28 lock@23          lock@24          lock@23
none/irq       uninitialised@23 uninitialised@25 lock@28          lock@30 uninitialised@23 uninitialised@24 uninitialised@23
none/down      uninitialised@23 uninitialised@25 uninitialised@28 lock@28 uninitialised@23 uninitialised@24 uninitialised@23
none/enable    lock@21          lock@23          lock@26          lock@26 lock@21          lock@24          lock@21
none/rcu       lock@21          lock@23          lock@26          lock@26 lock@21          lock@22          lock@21
irq/none       lock@25          lock@27          lock@30          lock@30 lock@25          lock@26          lock@25
irq/irq        uninitialised@25 ok               lock@30          lock@32 uninitialised@25 uninitialised@26 uninitialised@25
irq/down       uninitialised@25 uninitialised@27 uninitialised@30 lock@30 uninitialised@25 uninitialised@26 uninitialised@25
irq/enable     lock@23          lock@25          lock@28          lock@28 lock@23          lock@26          lock@23
irq/rcu        lock@23          lock@25          lock@28          lock@28 lock@23          lock@24          lock@23
two/none       lock@28          lock@30          lock@33          lock@33 lock@28          lock@29          lock@28
two/irq        uninitialised@28 lock@30          lock@33          lock@35 uninitialised@28 uninitialised@29 uninitialised@28
two/down       uninitialised@28 uninitialised@30 ok               lock@33 uninitialised@28 uninitialised@29 uninitialised@28
two/enable     lock@26          lock@28          lock@31          lock@31 lock@26          lock@29          lock@26
two/rcu        lock@26          lock@28          lock@31          lock@31 lock@26          lock@27          lock@26
crossed/none   lock@28          lock@30          lock@33          lock@33 lock@28          lock@29          lock@28
crossed/irq    uninitialised@28 lock@32          lock@33          lock@35 uninitialised@28 uninitialised@29 uninitialised@28
crossed/down   uninitialised@28 uninitialised@30 lock@33          lock@33 uninitialised@28 uninitialised@29 uninitialised@28
crossed/enable lock@26          lock@28          lock@31          lock@31 lock@26          lock@29          lock@26
crossed/rcu    lock@26          lock@28          lock@31          lock@31 lock@26          lock@27          lock@26
preempt/none   lock@23          lock@25          lock@28          lock@28 lock@23          lock@24          lock@23
preempt/irq    uninitialised@23 uninitialised@25 lock@28          lock@30 uninitialised@23 uninitialised@24 uninitialised@23
preempt/down   uninitialised@23 uninitialised@25 uninitialised@28 lock@28 uninitialised@23 uninitialised@24 uninitialised@23
preempt/enable lock@21          lock@23          lock@26          lock@26 ok               lock@24          lock@21
preempt/rcu    lock@21          lock@23          lock@26          lock@26 lock@21          lock@22          lock@21
twice/none     lock@24          lock@26          lock@29          lock@29 lock@24          lock@25          lock@24
twice/irq      uninitialised@24 uninitialised@26 lock@29          lock@31 uninitialised@24 uninitialised@25 uninitialised@24
twice/down     uninitialised@24 uninitialised@26 uninitialised@29 lock@29 uninitialised@24 uninitialised@25 uninitialised@24
twice/enable   lock@22          lock@24          lock@27          lock@27 lock@24          lock@25          lock@22
twice/rcu      lock@22          lock@24          lock@27          lock@27 lock@22          lock@23          lock@22
rcu/none       lock@23          lock@25          lock@28          lock@28 lock@23          lock@24          lock@23
rcu/irq        uninitialised@23 uninitialised@25 lock@28          lock@30 uninitialised@23 uninitialised@24 uninitialised@23
rcu/down       uninitialised@23 uninitialised@25 uninitialised@28 lock@28 uninitialised@23 uninitialised@24 uninitialised@23
rcu/enable     lock@21          lock@23          lock@26          lock@26 lock@21          lock@24          lock@21
rcu/rcu        lock@21          lock@23          lock@26          lock@26 lock@21          lock@22          ok
