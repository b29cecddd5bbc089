Lists and trees of objects: the lock beside them, who owns what is in them, and until when.
-- kernel
-- type sched_cls
-- funcs
static int main(ctx)
static int less(ptr, ptr)
struct item 96 list_node@0 long@24 rb_node@32 refcount@64 int@68 long@72
struct pure 72 rb_node@0 long@32 list_node@40 refcount@64
struct sole 64 rb_node@0 long@32
struct one 64 list_node@0 long@24 list_node@32
struct value 96 spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 rb_root@40=sole:m0 list_head@56=one:m32 long@72
struct holder 40 spin_lock@0 list_head@8=one:m0 long@24
-- maps
lists array 4 96 1 value=value
more array 4 96 1 value=value
-- before
r1 = type[$T]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r8 = r0
r6 = map[lists][0]+0
r1 = r6
call bpf_spin_lock
-- after
out: r0 = 0
exit
-- set T
item
sole
one
holder
-- set END
unlock  r1 = r6; call bpf_spin_unlock
drop    r1 = r6; call bpf_spin_unlock; r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
-- set OFF
0
8
24
32
40
56
-- set NODE
0
32
-- set PUSH
front  call kfunc[bpf_list_push_front_impl]
back   call kfunc[bpf_list_push_back_impl]
-- table a list: PUSH END T OFF
r1 = r6
r1 += $OFF
r2 = r8
r3 = 0
r4 = 0
$PUSH
$END
-- expect
                    0                8                24               32               40               56
front/unlock/item   special-field@14 ok               special-field@14 special-field@14 special-field@14 argument@14
front/unlock/sole   special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
front/unlock/one    special-field@14 argument@14      special-field@14 special-field@14 special-field@14 argument@14
front/unlock/holder special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
front/drop/item     special-field@14 argument@19      special-field@14 special-field@14 special-field@14 argument@14
front/drop/sole     special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
front/drop/one      special-field@14 argument@14      special-field@14 special-field@14 special-field@14 argument@14
front/drop/holder   special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
back/unlock/item    special-field@14 ok               special-field@14 special-field@14 special-field@14 argument@14
back/unlock/sole    special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
back/unlock/one     special-field@14 argument@14      special-field@14 special-field@14 special-field@14 argument@14
back/unlock/holder  special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
back/drop/item      special-field@14 argument@19      special-field@14 special-field@14 special-field@14 argument@14
back/drop/sole      special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
back/drop/one       special-field@14 argument@14      special-field@14 special-field@14 special-field@14 argument@14
back/drop/holder    special-field@14 special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
-- table a list, by its second node: PUSH END T OFF
r1 = r6
r1 += $OFF
r2 = r8
r2 += 32
r3 = 0
r4 = 0
$PUSH
$END
-- expect
                    0                8                24               32               40               56
front/unlock/item   special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
front/unlock/sole   special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
front/unlock/one    special-field@15 argument@15      special-field@15 special-field@15 special-field@15 ok
front/unlock/holder special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
front/drop/item     special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
front/drop/sole     special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
front/drop/one      special-field@15 argument@15      special-field@15 special-field@15 special-field@15 argument@20
front/drop/holder   special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
back/unlock/item    special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
back/unlock/sole    special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
back/unlock/one     special-field@15 argument@15      special-field@15 special-field@15 special-field@15 ok
back/unlock/holder  special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
back/drop/item      special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
back/drop/sole      special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
back/drop/one       special-field@15 argument@15      special-field@15 special-field@15 special-field@15 argument@20
back/drop/holder    special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
-- before
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 != 0 goto made
r0 = 0
exit
made: r8 = r0
r6 = map[lists][0]+0
r9 = map[more][0]+0
-- after
out: r0 = 0
exit
less: r0 = *(u64 *)(r1 + 40)
r1 = *(u64 *)(r2 + 40)
if r0 < r1 goto is_less
r0 = 0
exit
is_less: r0 = 1
exit
-- set IN
lock     r1 = r6; call bpf_spin_lock
other    r1 = r9; call bpf_spin_lock
none     r1 = 0
-- set DO
push     r1 = r6; r1 += 8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]
twice    r1 = r6; r1 += 8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]; r1 = r6; r1 += 8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]
keep     r1 = r8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; r7 = r0; r1 = r6; r1 += 8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]; r8 = r7
add      r1 = r6; r1 += 24; r2 = r8; r2 += 32; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]
both     r1 = r8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; r7 = r0; r1 = r6; r1 += 8; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]; r1 = r6; r1 += 24; r2 = r7; r2 += 32; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]
pop      r1 = r6; r1 += 8; call kfunc[bpf_list_pop_front]; r7 = r0
popped   r1 = r6; r1 += 8; call kfunc[bpf_list_pop_back]; if r0 == 0 goto free; r7 = r8; r8 = r0; r1 = r6; r1 += 8; r2 = r7; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]; free: r3 = 0
front    r1 = r6; r1 += 8; call kfunc[bpf_list_front]; if r0 == 0 goto empty; r1 = *(u64 *)(r0 + 24); *(u64 *)(r0 + 24) = 5; r7 = r0; empty: r3 = 0
back     r1 = r6; r1 += 8; call kfunc[bpf_list_back]; if r0 == 0 goto empty; r1 = *(u64 *)(r0 + 0); empty: r3 = 0
first    r1 = r6; r1 += 24; call kfunc[bpf_rbtree_first]; if r0 == 0 goto empty; r1 = *(u64 *)(r0 + 40); r7 = r0; empty: r3 = 0
root     r1 = r6; r1 += 24; call kfunc[bpf_rbtree_root]; if r0 == 0 goto empty; r2 = r0; r1 = r6; r1 += 24; call kfunc[bpf_rbtree_left]; if r0 == 0 goto empty; r2 = r0; r1 = r6; r1 += 24; call kfunc[bpf_rbtree_right]; empty: r3 = 0
remove   r1 = r6; r1 += 24; call kfunc[bpf_rbtree_first]; if r0 == 0 goto empty; r7 = r0; r1 = r6; r1 += 24; r2 = r0; call kfunc[bpf_rbtree_remove]; if r0 == 0 goto empty; r1 = r6; r1 += 8; r2 = r0; r2 += -32; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]; empty: r3 = 0
removed  r1 = r6; r1 += 24; call kfunc[bpf_rbtree_first]; if r0 == 0 goto empty; r1 = r6; r1 += 24; r2 = r0; call kfunc[bpf_rbtree_remove]; empty: r3 = 0
own_out  r1 = r6; r1 += 24; r2 = r8; r2 += 32; call kfunc[bpf_rbtree_remove]; if r0 == 0 goto empty; r7 = r0; r1 = r6; r1 += 8; r2 = r7; r2 += -32; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]; empty: r3 = 0
own_left r1 = r6; r1 += 24; r2 = r8; r2 += 32; call kfunc[bpf_rbtree_left]
list_out r1 = r6; r1 += 8; call kfunc[bpf_list_front]; if r0 == 0 goto empty; r1 = r6; r1 += 24; r2 = r0; r2 += 32; call kfunc[bpf_rbtree_remove]; if r0 == 0 goto empty; r1 = r6; r1 += 8; r2 = r0; r2 += -32; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]; empty: r3 = 0
raise    r1 = r6; r1 += 8; call kfunc[bpf_list_front]; if r0 == 0 goto empty; r1 = r0; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; if r0 == 0 goto empty; r1 = r6; r1 += 24; r2 = r0; r2 += 32; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]; empty: r3 = 0
drop_in  r1 = r6; r1 += 8; call kfunc[bpf_list_front]; if r0 == 0 goto empty; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; empty: r3 = 0
lock_in  r1 = r6; r1 += 8; call kfunc[bpf_list_front]; if r0 == 0 goto empty; r1 = r0; call bpf_spin_lock; empty: r3 = 0
new_in   r1 = type[item]; r2 = 0; call kfunc[bpf_obj_new_impl]
unsure   r1 = r6; r1 += 8; call kfunc[bpf_list_pop_front]; r1 = *(u64 *)(r0 + 24)
head     r1 = *(u64 *)(r6 + 8)
rcu      call kfunc[bpf_rcu_read_lock]
iter     r1 = r10; r1 += -8; r2 = 0; r3 = 4; call kfunc[bpf_iter_num_new]; r1 = r10; r1 += -8; call kfunc[bpf_iter_num_destroy]
no_less  r1 = r6; r1 += 24; r2 = r8; r2 += 32; r3 = 0; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]
ctx_root r1 = r10; r1 += -16; r2 = r8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]
-- set OUT
unlock   r1 = r6; call bpf_spin_unlock
read     r7 = 0; r1 = r6; call bpf_spin_unlock; r0 = *(u64 *)(r8 + 24)
read_in  r3 = *(u64 *)(r8 + 24); r1 = r6; call bpf_spin_unlock
drop     r1 = r6; call bpf_spin_unlock; r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
drop7    r1 = r6; call bpf_spin_unlock; if r7 == 0 goto out; r1 = r7; r2 = 0; call kfunc[bpf_obj_drop_impl]
nothing  r3 = 0
-- table under a lock: DO IN OUT
r7 = 0
r3 = subprog[less]
$IN
$DO
r0 = 0
$OUT
-- expect
               unlock           read             read_in          drop             drop7            nothing
push/lock      ok               not-a-pointer@26 ok               argument@27      ok               lock@25
push/other     lock@21          lock@21          lock@21          lock@21          lock@21          lock@21
push/none      lock@20          lock@20          lock@20          lock@20          lock@20          lock@20
twice/lock     argument@27      argument@27      argument@27      argument@27      argument@27      argument@27
twice/other    lock@21          lock@21          lock@21          lock@21          lock@21          lock@21
twice/none     lock@20          lock@20          lock@20          lock@20          lock@20          lock@20
keep/lock      reference@31     reference@33     reference@32     ok               ok               lock@30
keep/other     lock@25          lock@25          lock@25          lock@25          lock@25          lock@25
keep/none      lock@24          lock@24          lock@24          lock@24          lock@24          lock@24
add/lock       ok               not-a-pointer@29 ok               argument@30      ok               lock@28
add/other      lock@24          lock@24          lock@24          lock@24          lock@24          lock@24
add/none       lock@23          lock@23          lock@23          lock@23          lock@23          lock@23
both/lock      ok               not-a-pointer@39 ok               argument@40      argument@41      lock@38
both/other     lock@25          lock@25          lock@25          lock@25          lock@25          lock@25
both/none      lock@24          lock@24          lock@24          lock@24          lock@24          lock@24
pop/lock       reference@24     reference@26     reference@25     reference@27     reference@28     reference@23
pop/other      lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
pop/none       lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
popped/lock    reference@33     reference@35     reference@34     ok               argument@35      lock@32
popped/other   lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
popped/none    lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
front/lock     reference@28     reference@30     reference@29     ok               argument@30      reference@27
front/other    lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
front/none     lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
back/lock      special-field@20 special-field@20 special-field@20 special-field@20 special-field@20 special-field@20
back/other     lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
back/none      lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
first/lock     reference@27     reference@29     reference@28     ok               argument@29      reference@26
first/other    lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
first/none     lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
root/lock      reference@34     reference@36     reference@35     ok               reference@38     reference@33
root/other     lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
root/none      lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
remove/lock    reference@38     reference@40     reference@39     ok               argument@40      reference@37
remove/other   lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
remove/none    lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
removed/lock   reference@29     reference@31     reference@30     reference@32     reference@33     reference@28
removed/other  lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
removed/none   lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
own_out/lock   reference@35     reference@37     reference@36     ok               argument@37      reference@34
own_out/other  lock@20          lock@20          lock@20          lock@20          lock@20          lock@20
own_out/none   lock@19          lock@19          lock@19          lock@19          lock@19          lock@19
own_left/lock  reference@25     reference@27     reference@26     ok               reference@29     reference@24
own_left/other lock@20          lock@20          lock@20          lock@20          lock@20          lock@20
own_left/none  lock@19          lock@19          lock@19          lock@19          lock@19          lock@19
list_out/lock  reference@38     reference@40     reference@39     ok               reference@42     reference@37
list_out/other lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
list_out/none  lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
raise/lock     reference@38     reference@40     reference@39     ok               reference@42     reference@37
raise/other    lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
raise/none     lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
drop_in/lock   lock@22          lock@22          lock@22          lock@22          lock@22          lock@22
drop_in/other  lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
drop_in/none   lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
lock_in/lock   lock@21          lock@21          lock@21          lock@21          lock@21          lock@21
lock_in/other  lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
lock_in/none   lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
new_in/lock    lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
new_in/other   lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
new_in/none    lock@20          lock@21          lock@21          lock@20          lock@20          reference@21
unsure/lock    maybe-null@19    maybe-null@19    maybe-null@19    maybe-null@19    maybe-null@19    maybe-null@19
unsure/other   lock@18          lock@18          lock@18          lock@18          lock@18          lock@18
unsure/none    lock@17          lock@17          lock@17          lock@17          lock@17          lock@17
head/lock      special-field@16 special-field@16 special-field@16 special-field@16 special-field@16 special-field@16
head/other     special-field@16 special-field@16 special-field@16 special-field@16 special-field@16 special-field@16
head/none      special-field@15 special-field@15 special-field@15 special-field@15 special-field@15 special-field@15
rcu/lock       lock@16          lock@16          lock@16          lock@16          lock@16          lock@16
rcu/other      lock@16          lock@16          lock@16          lock@16          lock@16          lock@16
rcu/none       lock@18          lock@19          lock@19          lock@18          lock@18          reference@19
iter/lock      reference@28     reference@30     reference@29     ok               reference@32     reference@27
iter/other     lock@26          lock@27          lock@27          lock@26          lock@26          reference@27
iter/none      lock@25          lock@26          lock@26          lock@25          lock@25          reference@26
no_less/lock   argument@23      argument@23      argument@23      argument@23      argument@23      argument@23
no_less/other  lock@23          lock@23          lock@23          lock@23          lock@23          lock@23
no_less/none   lock@22          lock@22          lock@22          lock@22          lock@22          lock@22
ctx_root/lock  argument@21      argument@21      argument@21      argument@21      argument@21      argument@21
ctx_root/other argument@21      argument@21      argument@21      argument@21      argument@21      argument@21
ctx_root/none  argument@20      argument@20      argument@20      argument@20      argument@20      argument@20
-- set LESS
equal    r0 = 0
more     r0 = 2
any      r0 = *(u64 *)(r1 + 40)
masked   r0 = *(u64 *)(r1 + 40); r0 &= 1
write    *(u64 *)(r2 + 40) = 3; r0 = 0
node     r0 = *(u64 *)(r1 + 0); r0 = 0
before   r0 = *(u64 *)(r1 - 8); r0 = 0
far      r0 = *(u64 *)(r1 + 200); r0 = 0
third    r0 = r3
no_r0    r1 = 0
unlock   r1 = map[lists][0]+0; call bpf_spin_unlock; r0 = 0
lock     r1 = map[more][0]+0; call bpf_spin_lock; r0 = 0
first    r1 = map[lists][0]+24; call kfunc[bpf_rbtree_first]; r0 = 0
remove   r2 = r1; r1 = map[lists][0]+24; call kfunc[bpf_rbtree_remove]; r0 = 0
left     r2 = r1; r1 = map[lists][0]+24; call kfunc[bpf_rbtree_left]; r0 = 0
push     r2 = r1; r2 += -32; r1 = map[lists][0]+8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]; r0 = 0
pop      r1 = map[lists][0]+8; call kfunc[bpf_list_pop_front]; r0 = 0
drop     r2 = 0; call kfunc[bpf_obj_drop_impl]; r0 = 0
helper   call bpf_get_prandom_u32; r0 = 0
rcu      call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_unlock]; r0 = 0
again    r2 = r1; r1 = map[lists][0]+24; r3 = subprog[order]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]; r0 = 0
-- after
-- table functions that order a tree: LESS
r1 = r6
call bpf_spin_lock
r1 = r6
r1 += 24
r2 = r8
r2 += 32
r3 = subprog[order]
r4 = 0
r5 = 0
call kfunc[bpf_rbtree_add_impl]
r1 = r6
call bpf_spin_unlock
r0 = 0
exit
order:
$LESS
exit
-- expect
equal  ok
more   return@27
any    return@27
masked ok
write  ok
node   special-field@26
before ok
far    bounds@26
third  unreadable@26
no_r0  unreadable@27
unlock lock@28
lock   lock@28
first  ok
remove lock@29
left   lock@29
push   argument@32
pop    reference@25
drop   lock@27
helper lock@26
rcu    lock@26
again  argument@33
