Objects that programs allocate: who owns them, and what may be read and written.
-- kernel
-- type sched_cls
-- funcs
static int main(ctx)
struct plain 24 long@0 int@8 ptr@16
struct counted 24 long@0 refcount@8 int@12
struct item 48 list_node@0 long@24 int@32
struct holder 64 spin_lock@0 list_head@8=item:m0 long@24 long@32
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set TYPE
plain   type[plain]
counted type[counted]
item    type[item]
holder  type[holder]
-- set USE
drop     r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
leak     r1 = r0
twice    r7 = r0; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
after    r7 = r0; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; r0 = *(u64 *)(r7 + 0)
inside   r1 = r0; r1 += 8; r2 = 0; call kfunc[bpf_obj_drop_impl]
percpu   r1 = r0; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]
back     r1 = r0; r1 += 8; r1 += -8; r2 = 0; call kfunc[bpf_obj_drop_impl]
task     r1 = r0; call kfunc[bpf_task_release]
ctx      r1 = r6; r2 = 0; call kfunc[bpf_obj_drop_impl]
number   r1 = 5; r2 = 0; call kfunc[bpf_obj_drop_impl]
tail     r1 = r6; r2 = 0; r3 = 0; call bpf_tail_call
acquire  r7 = r0; r1 = r0; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
acq_leak r7 = r0; r1 = r0; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
acq_only r7 = r0; r1 = r0; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
acq_in   r7 = r0; r1 = r0; r1 += 8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
lock     r7 = r0; r1 = r0; call bpf_spin_lock; r1 = r7; call bpf_spin_unlock; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
locked   r7 = r0; r1 = r0; call bpf_spin_lock; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
spill    *(u64 *)(r10 - 8) = r0; r1 = *(u64 *)(r10 - 8); r2 = 0; call kfunc[bpf_obj_drop_impl]
key      *(u64 *)(r10 - 8) = 0; r7 = r0; r1 = r0; r2 = 4; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
is_null  if r0 != 0 goto out; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
-- table made and given back: USE TYPE
r1 = $TYPE
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
$USE
-- expect
         plain           counted         item            holder
drop     ok              ok              ok              ok
leak     reference@7     reference@7     reference@7     reference@7
twice    argument@11     argument@11     argument@11     argument@11
after    not-a-pointer@9 not-a-pointer@9 not-a-pointer@9 not-a-pointer@9
inside   arithmetic@8    arithmetic@8    arithmetic@8    arithmetic@8
percpu   argument@7      argument@7      argument@7      argument@7
back     ok              ok              ok              ok
task     argument@6      argument@6      argument@6      argument@6
ctx      argument@7      argument@7      argument@7      argument@7
number   argument@7      argument@7      argument@7      argument@7
tail     argument@8      argument@8      argument@8      argument@8
acquire  argument@8      ok              argument@8      argument@8
acq_leak argument@8      reference@13    argument@8      argument@8
acq_only argument@8      reference@13    argument@8      argument@8
acq_in   argument@9      argument@9      argument@9      argument@9
lock     special-field@7 special-field@7 special-field@7 ok
locked   special-field@7 special-field@7 special-field@7 lock@10
spill    ok              ok              ok              ok
key      argument@12     argument@12     argument@12     argument@12
is_null  reference@10    reference@10    reference@10    reference@10
-- linux acq_in counted accept: the count that is changed lies somewhere else
-- table untested: USE
r1 = type[plain]
r2 = 0
call kfunc[bpf_obj_new_impl]
$USE
-- expect
drop     maybe-null@6
leak     reference@6
twice    maybe-null@7
after    maybe-null@7
inside   maybe-null@5
percpu   maybe-null@6
back     maybe-null@5
task     maybe-null@5
ctx      argument@6
number   argument@6
tail     argument@7
acquire  maybe-null@7
acq_leak maybe-null@7
acq_only maybe-null@7
acq_in   maybe-null@6
lock     maybe-null@6
locked   maybe-null@6
spill    maybe-null@7
key      argument@11
is_null  maybe-null@7
-- table for each CPU: USE TYPE
r1 = $TYPE
r2 = 0
call kfunc[bpf_percpu_obj_new_impl]
if r0 == 0 goto out
$USE
-- expect
         plain      counted    item       holder
drop     argument@3 argument@3 argument@3 argument@3
leak     argument@3 argument@3 argument@3 argument@3
twice    argument@3 argument@3 argument@3 argument@3
after    argument@3 argument@3 argument@3 argument@3
inside   argument@3 argument@3 argument@3 argument@3
percpu   argument@3 argument@3 argument@3 argument@3
back     argument@3 argument@3 argument@3 argument@3
task     argument@3 argument@3 argument@3 argument@3
ctx      argument@3 argument@3 argument@3 argument@3
number   argument@3 argument@3 argument@3 argument@3
tail     argument@3 argument@3 argument@3 argument@3
acquire  argument@3 argument@3 argument@3 argument@3
acq_leak argument@3 argument@3 argument@3 argument@3
acq_only argument@3 argument@3 argument@3 argument@3
acq_in   argument@3 argument@3 argument@3 argument@3
lock     argument@3 argument@3 argument@3 argument@3
locked   argument@3 argument@3 argument@3 argument@3
spill    argument@3 argument@3 argument@3 argument@3
key      argument@3 argument@3 argument@3 argument@3
is_null  argument@3 argument@3 argument@3 argument@3
-- set AT
load8     r1 = *(u64 *)(r0 + $OFF)
load4     r1 = *(u32 *)(r0 + $OFF)
load1     r1 = *(u8 *)(r0 + $OFF)
signed    r1 = *(s32 *)(r0 + $OFF)
store8    *(u64 *)(r0 + $OFF) = 1
store4    *(u32 *)(r0 + $OFF) = 1
ptr       *(u64 *)(r0 + $OFF) = r6
add       r1 = 1; lock *(u64 *)(r0 + $OFF) += r1
add4      r1 = 1; lock *(u32 *)(r0 + $OFF) += r1
through   r1 = *(u64 *)(r0 + $OFF); r1 = *(u64 *)(r1 + 0)
moved     r0 += $OFF; r1 = *(u32 *)(r0 + 0); r0 += -$OFF
-- set OFF
0
4
8
12
16
20
24
32
40
60
-- table memory: AT TYPE OFF
r1 = $TYPE
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r7 = r0
$AT
r1 = r7
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- expect
                0               4               8               12              16              20              24              32              40       60
load8/plain     ok              bounds@6        bounds@6        bounds@6        ok              bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
load8/counted   ok              special-field@6 special-field@6 bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
load8/item      special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              bounds@6        bounds@6 bounds@6
load8/holder    special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
load4/plain     ok              ok              ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
load4/counted   ok              ok              special-field@6 ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
load4/item      special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
load4/holder    special-field@6 bounds@6        special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
load1/plain     ok              ok              ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
load1/counted   ok              ok              special-field@6 ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
load1/item      special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
load1/holder    special-field@6 bounds@6        special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
signed/plain    ok              ok              ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
signed/counted  ok              ok              special-field@6 ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
signed/item     special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
signed/holder   special-field@6 bounds@6        special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
store8/plain    ok              bounds@6        bounds@6        bounds@6        ok              bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
store8/counted  ok              special-field@6 special-field@6 bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
store8/item     special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              bounds@6        bounds@6 bounds@6
store8/holder   special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
store4/plain    ok              ok              ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
store4/counted  ok              ok              special-field@6 ok              bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
store4/item     special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
store4/holder   special-field@6 bounds@6        special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
ptr/plain       ok              bounds@6        bounds@6        bounds@6        ok              bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
ptr/counted     ok              special-field@6 special-field@6 bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
ptr/item        special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              bounds@6        bounds@6 bounds@6
ptr/holder      special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 ok              ok              bounds@6 bounds@6
add/plain       ok              alignment@7     bounds@7        alignment@7     ok              alignment@7     bounds@7        bounds@7        bounds@7 alignment@7
add/counted     ok              alignment@7     special-field@7 alignment@7     bounds@7        alignment@7     bounds@7        bounds@7        bounds@7 alignment@7
add/item        special-field@7 alignment@7     special-field@7 alignment@7     special-field@7 alignment@7     ok              bounds@7        bounds@7 alignment@7
add/holder      special-field@7 alignment@7     special-field@7 alignment@7     special-field@7 alignment@7     ok              ok              bounds@7 alignment@7
add4/plain      ok              ok              ok              bounds@7        bounds@7        bounds@7        bounds@7        bounds@7        bounds@7 bounds@7
add4/counted    ok              ok              special-field@7 ok              bounds@7        bounds@7        bounds@7        bounds@7        bounds@7 bounds@7
add4/item       special-field@7 special-field@7 special-field@7 special-field@7 special-field@7 special-field@7 ok              ok              bounds@7 bounds@7
add4/holder     special-field@7 bounds@7        special-field@7 special-field@7 special-field@7 special-field@7 ok              ok              bounds@7 bounds@7
through/plain   not-a-pointer@7 bounds@6        bounds@6        bounds@6        not-a-pointer@7 bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
through/counted not-a-pointer@7 special-field@6 special-field@6 bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6 bounds@6
through/item    special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 not-a-pointer@7 bounds@6        bounds@6 bounds@6
through/holder  special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 not-a-pointer@7 not-a-pointer@7 bounds@6 bounds@6
moved/plain     ok              ok              ok              bounds@7        bounds@7        bounds@7        bounds@7        bounds@7        bounds@7 bounds@7
moved/counted   ok              ok              special-field@7 ok              bounds@7        bounds@7        bounds@7        bounds@7        bounds@7 bounds@7
moved/item      special-field@7 special-field@7 special-field@7 special-field@7 special-field@7 special-field@7 ok              ok              bounds@7 bounds@7
moved/holder    special-field@7 bounds@7        special-field@7 special-field@7 special-field@7 special-field@7 ok              ok              bounds@7 bounds@7
-- linux through plain 16 accept: a fault is caught
-- set ID
none     0
big      0x100000000 ll
far      4000
number   1
unknown  *(u32 *)(r6 + 0)
ctx      r6
-- table what is allocated: ID
r1 = $ID
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- expect
none    argument@3
big     argument@4
far     argument@3
number  argument@3
unknown size@3
ctx     argument@3
-- case an offset that is not known
r1 = type[plain]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r7 = r0
r1 = *(u32 *)(r6 + 0)
r1 &= 7
r0 += r1
r1 = *(u8 *)(r0 + 0)
-- refuse arithmetic @9
-- case a loop that allocates and gives back
r7 = 10
more: r1 = type[counted]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
r7 += -1
if r7 != 0 goto more
-- accept
-- case in a packet program without BTF of its own
r1 = 3
r2 = 0
call kfunc[bpf_obj_new_impl]
-- refuse reference @5
-- type socket_filter
-- case a type of program that may not
r1 = 3
r2 = 0
call kfunc[bpf_obj_new_impl]
-- refuse helper @3
