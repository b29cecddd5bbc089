Objects in trees, in several places, and in values that are written over or deleted.
-- kernel
-- type sched_cls
-- loads
-- funcs
static int main(ctx)
static int less(ptr, ptr)
struct plain 16 long@0 long@8
struct counted 24 long@0 refcount@8 int@12 long@16
struct outer 32 long@0 kptr@8=plain kptr@16=counted long@24
struct item 96 list_node@0 long@24 rb_node@32 refcount@64 int@68 long@72
struct big 4088 long@0
struct huge 4096 long@0
struct cpu 16 long@0 long@8
struct own 48 long@0 kptr@8=plain kptr@16=counted kptr@24=outer percpu_kptr@32=cpu long@40
struct ends 72 spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 long@40
struct both 64 spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 kptr@40=plain long@48
-- maps
out array 4 1024 1
own array 4 48 1 value=own
ends array 4 72 1 value=ends
hash hash 4 64 8 value=both
-- before
r7 = map[out][0]+0
r6 = r1
-- after
out: r0 = 0
exit
less: r1 = *(u64 *)(r1 - 8)
r2 = *(u64 *)(r2 - 8)
r0 = 1
if r1 < r2 goto yes
r0 = 0
yes: exit
-- set LOOK
first    r1 = r8; r1 += 24; call kfunc[bpf_rbtree_first]
root     r1 = r8; r1 += 24; call kfunc[bpf_rbtree_root]
left     r1 = r8; r1 += 24; call kfunc[bpf_rbtree_root]; if r0 == 0 goto here; r1 = r8; r1 += 24; r2 = r0; call kfunc[bpf_rbtree_left]; here: r5 = 0
right    r1 = r8; r1 += 24; call kfunc[bpf_rbtree_root]; if r0 == 0 goto here; r1 = r8; r1 += 24; r2 = r0; call kfunc[bpf_rbtree_right]; here: r5 = 0
-- set NUMBERS
up    r6 += 1
down  r6 += -1
mixed r6 *= 7; r6 &= 31
same  r6 += 0
-- table trees of eight, of which one after the other is taken: NUMBERS LOOK
r8 = map[ends][0]+0
r6 = 20
*(u64 *)(r10 - 8) = 8
more: r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
*(u64 *)(r9 + 24) = r6
$NUMBERS
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 24
r2 = r9
r2 += 32
r3 = subprog[less]
r4 = 0
r5 = 0
call kfunc[bpf_rbtree_add_impl]
r1 = r8
call bpf_spin_unlock
r1 = *(u64 *)(r10 - 8)
r1 += -1
*(u64 *)(r10 - 8) = r1
if r1 != 0 goto more
*(u64 *)(r10 - 8) = 10
*(u64 *)(r10 - 16) = 0
less_of: r1 = r8
call bpf_spin_lock
$LOOK
if r0 == 0 goto empty
r2 = r0
r1 = r8
r1 += 24
call kfunc[bpf_rbtree_remove]
r9 = r0
r1 = r8
call bpf_spin_unlock
if r9 == 0 goto out
r9 += -32
r2 = *(u64 *)(r9 + 24)
r1 = *(u64 *)(r10 - 16)
r1 *= 37
r1 += r2
*(u64 *)(r10 - 16) = r1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
r1 = *(u64 *)(r10 - 8)
r1 += -1
*(u64 *)(r10 - 8) = r1
if r1 != 0 goto less_of
goto done
empty: r1 = r8
call bpf_spin_unlock
done: r1 = *(u64 *)(r10 - 16)
*(u64 *)(r7 + 0) = r1
r1 = *(u64 *)(r10 - 8)
*(u64 *)(r7 + 8) = r1
-- set INTO
list_list r1 = r8; r1 += 8; r2 = r6; r3 = 0; r4 = 0; call kfunc[bpf_list_push_back_impl]
tree      r1 = r8; r1 += 24; r2 = r6; r2 += 32; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]
-- set AGAIN
list_list r1 = r8; r1 += 8; r2 = r9; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]
tree      r1 = r8; r1 += 24; r2 = r9; r2 += 32; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]
-- table an object in two places: INTO AGAIN
r8 = map[ends][0]+0
r3 = subprog[less]
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
*(u64 *)(r9 + 24) = 5
r1 = r9
r2 = 0
call kfunc[bpf_refcount_acquire_impl]
r6 = r0
r1 = r8
call bpf_spin_lock
$INTO
*(u64 *)(r7 + 0) = r0
$AGAIN
*(u64 *)(r7 + 8) = r0
r1 = r8
call bpf_spin_unlock
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 24
call kfunc[bpf_rbtree_first]
if r0 == 0 goto none
r1 = *(u64 *)(r0 - 8)
*(u64 *)(r7 + 16) = r1
r2 = r0
r1 = r8
r1 += 24
call kfunc[bpf_rbtree_remove]
r9 = r0
r1 = r8
call bpf_spin_unlock
if r9 == 0 goto out
r9 += -32
r1 = *(u64 *)(r9 + 24)
*(u64 *)(r7 + 24) = r1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
goto out
none: r1 = r8
call bpf_spin_unlock
-- set OLD
same   *(u32 *)(r10 - 4) = 3
other  *(u32 *)(r10 - 4) = 4
-- set GO
update r4 = 0; call bpf_map_update_elem
locked r4 = 4; call bpf_map_update_elem
exist  r4 = 2; call bpf_map_update_elem
noexist r4 = 1; call bpf_map_update_elem
delete call bpf_map_delete_elem
-- table values that own something are written over or deleted: OLD GO
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 56) = 0
*(u64 *)(r10 - 64) = 0
*(u64 *)(r10 - 72) = 0
*(u32 *)(r10 - 4) = 3
r1 = map[hash]
r2 = r10
r2 += -4
r3 = r10
r3 += -72
r4 = 0
call bpf_map_update_elem
r1 = map[hash]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = type[plain]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
*(u64 *)(r0 + 0) = 71
r1 = r8
r1 += 40
r2 = r0
call bpf_kptr_xchg
if r0 == 0 goto put
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
put: r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
r2 = r9
r3 = 0
r4 = 0
call kfunc[bpf_list_push_back_impl]
r1 = r8
call bpf_spin_unlock
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r9 = r0
r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 24
r2 = r9
r2 += 32
r3 = subprog[less]
r4 = 0
r5 = 0
call kfunc[bpf_rbtree_add_impl]
r1 = r8
call bpf_spin_unlock
$OLD
r1 = map[hash]
r2 = r10
r2 += -4
r3 = r10
r3 += -72
$GO
*(u64 *)(r7 + 0) = r0
*(u32 *)(r10 - 4) = 3
r1 = map[hash]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
*(u64 *)(r7 + 8) = 1
r1 = r8
r1 += 40
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto no_pointer
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 16) = r1
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
no_pointer: r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 8
call kfunc[bpf_list_pop_front]
r9 = r0
r1 = r8
call bpf_spin_unlock
if r9 == 0 goto no_list
*(u64 *)(r7 + 24) = 1
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
no_list: r1 = r8
call bpf_spin_lock
r1 = r8
r1 += 24
call kfunc[bpf_rbtree_first]
if r0 == 0 goto no_tree
*(u64 *)(r7 + 32) = 1
no_tree: r1 = r8
call bpf_spin_unlock
