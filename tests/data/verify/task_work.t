Work that a task does later, when it leaves the kernel.
-- kernel
-- type tracing attach=trace_raw_tp to=task_newtask
-- funcs
static int main(ctx)
static int f(ptr, ptr, ptr)
struct value 48 long@0 task_work@8 long@24
struct plain 32 long@0
-- maps
works array 4 48 1 value=value
others array 4 48 1 value=value
plain array 4 32 1
-- before
r9 = *(u64 *)(r1 + 0)
r8 = map[works][0]+0
-- after
r0 = 0
exit
f: r0 = 0
$BODY
exit
-- set BODY
nothing r0 = 0
one     r0 = 1
low     r0 = -2147483648
most    r0 = 2147483648
any     call bpf_get_prandom_u32
none    r5 = r1
value   r0 = *(u64 *)(r3 + 0); r0 = 0
work    r0 = *(u64 *)(r3 + 8); r0 = 0
key     r0 = *(u32 *)(r2 + 0); r0 = 0
key_w   *(u32 *)(r2 + 0) = 0; r0 = 0
map     r0 = *(u64 *)(r1 + 8); r0 = 0
sleeps  *(u64 *)(r10 - 8) = 0; r1 = r10; r1 += -8; r2 = 8; r3 = 0; call bpf_copy_from_user; r0 = 0
rcu     call kfunc[bpf_rcu_read_lock]; r0 = 0
again   r6 = r3; call bpf_get_current_task_btf; r1 = r0; r2 = r6; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]; r0 = 0
frame   r0 = *(u64 *)(r4 + 0)
-- set DO
signal  r1 = r9; r2 = r8; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
resume  r1 = r9; r2 = r8; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_resume_impl]
current call bpf_get_current_task_btf; r1 = r0; r2 = r8; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
walked  r1 = *(u64 *)(r9 + off[task_struct.last_wakee]); r2 = r8; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
no_task r1 = 0; r2 = r8; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
other   r1 = r9; r2 = r8; r2 += 8; r3 = map[others]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
before  r1 = r9; r2 = r8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
stack   r1 = r9; r2 = r10; r2 += -16; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
no_work r1 = r9; r2 = 0; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
plain   r1 = r9; r2 = map[plain][0]+8; r3 = map[plain]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
no_map  r1 = r9; r2 = r8; r2 += 8; r3 = 0; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]
write   *(u64 *)(r8 + 8) = 0; r4 = subprog[f]
held    call kfunc[bpf_rcu_read_lock]; r1 = r9; r2 = r8; r2 += 8; r3 = map[works]; r4 = subprog[f]; r5 = 0; call kfunc[bpf_task_work_schedule_signal_impl]; call kfunc[bpf_rcu_read_unlock]
-- table asked of a task: BODY DO
$DO
-- expect
        signal           resume           current          walked      no_task       other       before           stack       no_work       plain            no_map        write           held
nothing ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
one     ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
low     ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
most    ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
any     return@16        return@16        return@17        argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 return@18
none    ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
value   ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
work    special-field@15 special-field@15 special-field@16 argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 special-field@17
key     ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
key_w   read-only@15     read-only@15     read-only@16     argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 read-only@17
map     ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
sleeps  ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
rcu     lock@17          lock@17          lock@18          argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 lock@19
again   ok               ok               ok               argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 ok
frame   unreadable@15    unreadable@15    unreadable@16    argument@11 maybe-null@11 argument@11 special-field@10 argument@11 maybe-null@10 special-field@11 maybe-null@10 special-field@3 unreadable@17
-- type sched_cls
-- before
r8 = map[works][0]+0
call bpf_get_current_task_btf
r9 = r0
-- table asked by a packet's program: BODY DO
$DO
-- expect
        signal           resume           current          walked      no_task       other       before           stack       no_work       plain            no_map        write           held
nothing ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
one     ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
low     ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
most    ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
any     return@17        return@17        return@18        argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 return@19
none    ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
value   ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
work    special-field@16 special-field@16 special-field@17 argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 special-field@18
key     ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
key_w   read-only@16     read-only@16     read-only@17     argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 read-only@18
map     ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
sleeps  ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
rcu     lock@18          lock@18          lock@19          argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 lock@20
again   ok               ok               ok               argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 ok
frame   unreadable@16    unreadable@16    unreadable@17    argument@12 maybe-null@12 argument@12 special-field@11 argument@12 maybe-null@11 special-field@12 maybe-null@11 special-field@4 unreadable@18
-- set TOP
small *(u64 *)(r10 - 8) = 0
large *(u64 *)(r10 - 400) = 0
-- set LATER
small call g; r0 = 0; exit; g: *(u64 *)(r10 - 8) = 0
large call g; r0 = 0; exit; g: *(u64 *)(r10 - 400) = 0
full  call g; r0 = 0; exit; g: *(u64 *)(r10 - 512) = 0
calls *(u64 *)(r10 - 400) = 0; call g; r0 = 0; exit; g: *(u64 *)(r10 - 400) = 0
fits  *(u64 *)(r10 - 200) = 0; call g; r0 = 0; exit; g: *(u64 *)(r10 - 200) = 0
-- funcs
static int main(ctx)
static int f(ptr, ptr, ptr)
static int g(int)
struct value 48 long@0 task_work@8 long@24
-- after
-- table stacks of their own: LATER TOP
$TOP
r1 = r9
r2 = r8
r2 += 8
r3 = map[works]
r4 = subprog[f]
r5 = 0
call kfunc[bpf_task_work_schedule_signal_impl]
r0 = 0
exit
f: r0 = 0
$LATER
r0 = 0
exit
-- expect
      small   large
small ok      ok
large ok      ok
full  ok      ok
calls depth@0 depth@0
fits  ok      ok
