Objects of the program's own types: in values, in lists, for each CPU.
-- kernel
-- type sched_cls
-- loads
-- funcs
static int main(ctx)
struct plain 16 long@0 long@8
struct counted 24 long@0 refcount@8 int@12 long@16
struct outer 32 long@0 kptr@8=plain kptr@16=counted long@24
struct item 96 list_node@0 long@24 rb_node@32 refcount@64 int@68 long@72
struct big 4088 long@0
struct huge 4096 long@0
struct each 16 long@0 long@8
struct own 48 long@0 kptr@8=plain kptr@16=counted kptr@24=outer percpu_kptr@32=each long@40
struct ends 72 spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 long@40
struct quick 72 res_spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 long@40
struct both 64 spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 kptr@40=plain long@48
-- maps
out array 4 1024 1
own array 4 48 1 value=own
ends array 4 72 1 value=ends
quick array 4 72 1 value=quick
hash hash 4 64 8 value=both
-- before
r7 = map[out][0]+0
r6 = r1
-- after
out: r0 = 0
exit
-- set T
plain
counted
outer
item
big
huge
-- table made and dropped: T
r1 = type[$T]
r2 = 0
call kfunc[bpf_obj_new_impl]
r1 = 0
if r0 == 0 goto none
*(u64 *)(r7 + 0) = 1
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
none: r0 = 3
-- case kept in a value, and taken from there
r8 = map[own][0]+0
r1 = type[plain]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
*(u64 *)(r0 + 0) = 17
*(u64 *)(r0 + 8) = 18
r1 = r8
r1 += 8
r2 = r0
call bpf_kptr_xchg
if r0 == 0 goto first
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
goto out
first: r1 = r8
r1 += 8
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto out
r1 = *(u64 *)(r0 + 8)
*(u64 *)(r7 + 0) = r1
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
r1 = r8
r1 += 8
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto out
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
*(u64 *)(r7 + 8) = 1
-- case read where it is kept
call kfunc[bpf_rcu_read_lock]
r8 = map[own][0]+0
r1 = type[counted]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto unlock
*(u64 *)(r0 + 0) = 19
r1 = r8
r1 += 16
r2 = r0
call bpf_kptr_xchg
if r0 == 0 goto kept
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
goto unlock
kept: r9 = *(u64 *)(r8 + 16)
if r9 == 0 goto unlock
r1 = *(u64 *)(r9 + 0)
*(u64 *)(r7 + 0) = r1
r1 = r9
r2 = 0
call kfunc[bpf_refcount_acquire_impl]
if r0 == 0 goto unlock
r6 = r0
r1 = r8
r1 += 16
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto gone
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
gone: r1 = *(u64 *)(r6 + 0)
r1 += 1
*(u64 *)(r7 + 8) = r1
r1 = r6
r2 = 0
call kfunc[bpf_obj_drop_impl]
r1 = *(u64 *)(r9 + 0)
*(u64 *)(r7 + 16) = r1
r1 = r9
r2 = 0
call kfunc[bpf_refcount_acquire_impl]
if r0 == 0 goto unlock
*(u64 *)(r7 + 24) = 9
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
unlock: call kfunc[bpf_rcu_read_unlock]
-- case kept in an object that is kept
r8 = map[own][0]+0
r1 = type[outer]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
r1 = type[plain]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto drop
*(u64 *)(r0 + 0) = 44
r1 = r9
r1 += 8
r2 = r0
call bpf_kptr_xchg
if r0 == 0 goto drop_not
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
drop: r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
goto out
drop_not: r1 = r8
r1 += 24
r2 = r9
call bpf_kptr_xchg
if r0 == 0 goto in
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
goto out
in: r1 = r8
r1 += 24
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto out
r9 = r0
r1 = r9
r1 += 8
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto empty
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 0) = r1
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
empty: r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- case memory of each CPU
call kfunc[bpf_rcu_read_lock]
r8 = map[own][0]+0
r1 = type[each]
r2 = 0
call kfunc[bpf_percpu_obj_new_impl]
if r0 == 0 goto unlock
r1 = r8
r1 += 32
r2 = r0
call bpf_kptr_xchg
if r0 == 0 goto put
r1 = r0
r2 = 0
call kfunc[bpf_percpu_obj_drop_impl]
goto unlock
put: r9 = *(u64 *)(r8 + 32)
if r9 == 0 goto unlock
r1 = r9
call bpf_this_cpu_ptr
*(u64 *)(r0 + 8) = 21
r1 = r9
call bpf_this_cpu_ptr
r1 = *(u64 *)(r0 + 8)
*(u64 *)(r7 + 8) = r1
r1 = r9
r2 = 0
call bpf_per_cpu_ptr
if r0 == 0 goto unlock
*(u64 *)(r0 + 0) = 22
*(u64 *)(r7 + 16) = 23
r1 = r9
r2 = 70000
call bpf_per_cpu_ptr
if r0 == 0 goto unlock
*(u64 *)(r7 + 24) = 24
unlock: call kfunc[bpf_rcu_read_unlock]
-- set FRONT1
f kfunc[bpf_list_push_front_impl]
b kfunc[bpf_list_push_back_impl]
-- set FRONT2
f kfunc[bpf_list_push_front_impl]
b kfunc[bpf_list_push_back_impl]
-- set POP
f kfunc[bpf_list_pop_front]
b kfunc[bpf_list_pop_back]
-- table a list under a resilient lock: FRONT1 POP
r8 = map[quick][0]+0
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
*(u64 *)(r9 + 24) = 5
r1 = r8
call kfunc[bpf_res_spin_lock]
if r0 == 0 goto held
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
goto out
held: r1 = r8
r1 += 8
r2 = r9
r3 = 0
r4 = 0
call $FRONT1
r6 = r0
r1 = r8
r1 += 8
call $POP
r9 = r0
r1 = r8
call kfunc[bpf_res_spin_unlock]
*(u64 *)(r7 + 0) = r6
if r9 == 0 goto out
r1 = *(u64 *)(r9 + 24)
*(u64 *)(r7 + 8) = r1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- table lists: FRONT1 FRONT2 POP
r8 = map[ends][0]+0
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
*(u64 *)(r9 + 24) = 1
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
r2 = r9
r3 = 0
r4 = 0
call $FRONT1
r6 = r0
r1 = r8
call bpf_spin_unlock
*(u64 *)(r7 + 0) = r6
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
*(u64 *)(r9 + 24) = 2
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
r2 = r9
r3 = 0
r4 = 0
call $FRONT2
r1 = r8
call bpf_spin_unlock
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
call kfunc[bpf_list_front]
if r0 == 0 goto no_front
r1 = *(u64 *)(r0 + 24)
*(u64 *)(r7 + 8) = r1
no_front: r1 = r8
r1 += 8
call kfunc[bpf_list_back]
if r0 == 0 goto no_back
r1 = *(u64 *)(r0 + 24)
*(u64 *)(r7 + 16) = r1
no_back: r1 = r8
r1 += 8
call $POP
r9 = r0
r1 = r8
call bpf_spin_unlock
if r9 == 0 goto out
r1 = *(u64 *)(r9 + 24)
*(u64 *)(r7 + 24) = r1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
call $POP
r9 = r0
r1 = r8
call bpf_spin_unlock
if r9 == 0 goto out
r1 = *(u64 *)(r9 + 24)
*(u64 *)(r7 + 32) = r1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
call $POP
r9 = r0
r1 = r8
call bpf_spin_unlock
if r9 == 0 goto out
*(u64 *)(r7 + 40) = 1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
