Pointers that map values and objects keep (kptr): what a load gives, what may be stored, bpf_kptr_xchg.
-- kernel
-- type sched_cls
-- funcs
static int main(ctx)
static int less(ptr, ptr)
struct plain 16 long@0 long@8
struct other 16 long@0 long@8
struct counted 24 long@0 refcount@8 int@12 long@16
struct leaf 40 long@0 rb_node@8
struct shared 72 long@0 list_node@8 rb_node@32 refcount@64 int@68
struct outer 48 long@0 kptr@8=plain kptr@16=task_struct kptr_untrusted@24=task_struct ptr@32 ptr@40=other
struct tree 24 spin_lock@0 rb_root@8=leaf:m8
struct kernel 48 long@0 kptr_untrusted@8=task_struct kptr@16=task_struct kptr@24=bpf_cpumask kptr@32=prog_test_member percpu_kptr@40=task_struct
struct own 64 spin_lock@0 kptr_untrusted@8=plain kptr@16=plain kptr@24=counted kptr@32=leaf kptr@40=shared percpu_kptr@48=plain kptr@56=outer
struct more 24 long@0 kptr@8=tree kptr@16=other
struct roots 40 spin_lock@0 rb_root@8=shared:m32 list_head@24=shared:m8
-- maps
kernel array 4 48 1 value=kernel
own array 4 64 1 value=own
more array 4 24 1 value=more
roots array 4 40 1 value=roots
-- before
r7 = r1
r6 = $IN
-- after
out: r0 = 0
exit
-- set IN
k_unref   map[kernel][0]+8
k_task    map[kernel][0]+16
k_mask    map[kernel][0]+24
k_member  map[kernel][0]+32
k_percpu  map[kernel][0]+40
unref     map[own][0]+8
plain     map[own][0]+16
counted   map[own][0]+24
leaf      map[own][0]+32
shared    map[own][0]+40
percpu    map[own][0]+48
outer     map[own][0]+56
tree      map[more][0]+8
-- set LOAD
whole    r0 = *(u64 *)(r6 + 0)
half     r0 = *(u32 *)(r6 + 0)
byte     r0 = *(u8 *)(r6 + 7)
signed   r0 = *(s32 *)(r6 + 0)
later    r0 = *(u64 *)(r6 + 4)
sooner   r0 = *(u64 *)(r6 - 4)
acquire  r0 = load_acquire((u64 *)(r6 + 0))
unknown  r1 = *(u32 *)(r7 + 0); r1 &= 8; r6 += r1; r0 = *(u64 *)(r6 + 0)
known    r1 = 8; r6 -= r1; r0 = *(u64 *)(r6 + 8)
untested r0 = *(u64 *)(r6 + 0); r1 = *(u64 *)(r0 + 0)
read     r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r1 = *(u64 *)(r0 + 0)
narrow   r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r1 = *(u8 *)(r0 + 3)
onto     r6 = *(u64 *)(r6 + 0); if r6 == 0 goto out; r1 = *(u32 *)(r6 + 0)
write    r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; *(u64 *)(r0 + 0) = 1
add      r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r1 = 1; lock *(u64 *)(r0 + 0) += r1
past     r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r1 = *(u64 *)(r0 + 16384)
special  r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r1 = *(u32 *)(r0 + 8)
again    r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; if r0 == 0 goto bad; goto out; bad: r1 = *(u64 *)(r10 - 8)
twice    r0 = *(u64 *)(r6 + 0); r1 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r2 = *(u64 *)(r1 + 0)
copy     r0 = *(u64 *)(r6 + 0); r1 = r0; if r0 == 0 goto out; r2 = *(u64 *)(r1 + 0)
spill    r0 = *(u64 *)(r6 + 0); *(u64 *)(r10 - 8) = r0; if r0 == 0 goto out; r1 = *(u64 *)(r10 - 8); r2 = *(u64 *)(r1 + 0)
moved    r0 = *(u64 *)(r6 + 0); if r0 == 0 goto out; r0 += 4; r1 = *(u8 *)(r0 + 0)
early    r0 = *(u64 *)(r6 + 0); r0 += 4; if r0 == 0 goto out
-- table loads: IN LOAD
$LOAD
-- expect
         whole half            byte            signed          later           sooner          acquire         unknown         known untested     read            narrow          onto            write           add             past            special         again twice        copy            spill           moved           early
k_unref  ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              read-only@5     read-only@6     bounds@5        ok              ok    maybe-null@6 ok              ok              ok              maybe-null@4
k_task   ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              read-only@5     read-only@6     bounds@5        ok              ok    maybe-null@6 ok              ok              ok              maybe-null@4
k_mask   ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              read-only@5     read-only@6     bounds@5        ok              ok    maybe-null@6 ok              ok              ok              maybe-null@4
k_member ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 bounds@5        ok              ok              bounds@5        bounds@6        bounds@5        bounds@5        ok    maybe-null@6 bounds@6        bounds@7        ok              maybe-null@4
k_percpu ok    special-field@3 special-field@3 special-field@3 bounds@3        special-field@3 special-field@3 bounds@6        ok    maybe-null@4 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@6 not-a-pointer@5 not-a-pointer@5 ok    maybe-null@6 not-a-pointer@6 not-a-pointer@7 not-a-pointer@6 maybe-null@4
unref    ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              read-only@5     read-only@6     bounds@5        ok              ok    maybe-null@6 ok              ok              ok              maybe-null@4
plain    ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              ok              ok              bounds@5        ok              ok    maybe-null@6 ok              ok              ok              maybe-null@4
counted  ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              ok              ok              bounds@5        special-field@5 ok    maybe-null@6 ok              ok              ok              maybe-null@4
leaf     ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              ok              ok              bounds@5        special-field@5 ok    maybe-null@6 ok              ok              ok              maybe-null@4
shared   ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 ok              ok              ok              ok              ok              bounds@5        special-field@5 ok    maybe-null@6 ok              ok              ok              maybe-null@4
percpu   ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@6 not-a-pointer@5 not-a-pointer@5 ok    maybe-null@6 not-a-pointer@6 not-a-pointer@7 not-a-pointer@6 maybe-null@4
outer    ok    special-field@3 special-field@3 special-field@3 bounds@3        special-field@3 special-field@3 bounds@6        ok    maybe-null@4 ok              ok              ok              ok              ok              bounds@5        special-field@5 ok    maybe-null@6 ok              ok              ok              maybe-null@4
tree     ok    special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@3 special-field@6 ok    maybe-null@4 special-field@5 special-field@5 special-field@5 special-field@5 special-field@6 bounds@5        special-field@5 ok    maybe-null@6 special-field@6 special-field@7 bounds@6        maybe-null@4
-- set STORE
null     *(u64 *)(r6 + 0) = 0
zero     r1 = 0; *(u64 *)(r6 + 0) = r1
half     *(u32 *)(r6 + 0) = 0
later    *(u32 *)(r6 + 4) = 0
over     *(u64 *)(r6 + 4) = 0
one      *(u64 *)(r6 + 0) = 1
release  r1 = 0; store_release((u64 *)(r6 + 0), r1)
add      r1 = 0; lock *(u64 *)(r6 + 0) += r1
swap     r1 = 0; r1 = atomic64_xchg((u64 *)(r6 + 0), r1)
number   r1 = *(u32 *)(r7 + 0); *(u64 *)(r6 + 0) = r1
pruned   r1 = *(u32 *)(r7 + 0); r8 = 0; if r1 == 0 goto keep; r8 = r1; keep: *(u64 *)(r6 + 0) = r8
joined   r8 = 0; r1 = *(u32 *)(r7 + 0); if r1 != 7 goto keep; r8 = 5; keep: *(u64 *)(r6 + 0) = r8
via      r8 = 0; r1 = *(u32 *)(r7 + 0); if r1 != 7 goto keep; r8 = 5; keep: *(u64 *)(r10 - 8) = r8; r2 = *(u64 *)(r10 - 8); r2 <<= 1; *(u64 *)(r6 + 0) = r2
context  *(u64 *)(r6 + 0) = r7
stack    *(u64 *)(r6 + 0) = r10
value    *(u64 *)(r6 + 0) = r6
same     r1 = *(u64 *)(r6 + 0); *(u64 *)(r6 + 0) = r1
tested   r1 = *(u64 *)(r6 + 0); if r1 == 0 goto out; *(u64 *)(r6 + 0) = r1
moved    r1 = *(u64 *)(r6 + 0); if r1 == 0 goto out; r1 += 4; *(u64 *)(r6 + 0) = r1
back     r1 = *(u64 *)(r6 + 0); if r1 == 0 goto out; r1 += 4; r1 += -4; *(u64 *)(r6 + 0) = r1
before   r1 = *(u64 *)(r6 + 0); if r1 == 0 goto out; r1 += -8; *(u64 *)(r6 + 0) = r1
unsure   r1 = *(u64 *)(r6 + 0); if r1 == 0 goto out; r2 = *(u32 *)(r7 + 0); r2 &= 8; r1 += r2; *(u64 *)(r6 + 0) = r1
task     call bpf_get_current_task_btf; *(u64 *)(r6 + 0) = r0
parent   call bpf_get_current_task_btf; r1 = *(u64 *)(r0 + off[task_struct.real_parent]); *(u64 *)(r6 + 0) = r1
old      call bpf_get_current_task_btf; r1 = *(u64 *)(r0 + off[task_struct.parent]); *(u64 *)(r6 + 0) = r1
owned    r1 = 1; call kfunc[bpf_task_from_pid]; if r0 == 0 goto out; *(u64 *)(r6 + 0) = r0; r1 = r0; call kfunc[bpf_task_release]
unowned  r1 = 1; call kfunc[bpf_task_from_pid]; r8 = r0; *(u64 *)(r6 + 0) = r0; if r8 == 0 goto out; r1 = r8; call kfunc[bpf_task_release]
leaked   r1 = 1; call kfunc[bpf_task_from_pid]; if r0 == 0 goto out; *(u64 *)(r6 + 0) = r0
mask     call kfunc[bpf_cpumask_create]; if r0 == 0 goto out; *(u64 *)(r6 + 0) = r0; r1 = r0; call kfunc[bpf_cpumask_release]
made     r1 = type[plain]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; *(u64 *)(r6 + 0) = r0; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
maybe    r1 = type[plain]; r2 = 0; call kfunc[bpf_obj_new_impl]; *(u64 *)(r6 + 0) = r0; if r0 == 0 goto out; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
others   r1 = type[other]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; *(u64 *)(r6 + 0) = r0; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
each     r1 = type[plain]; r2 = 0; call kfunc[bpf_percpu_obj_new_impl]; if r0 == 0 goto out; *(u64 *)(r6 + 0) = r0; r1 = r0; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]
lent     r1 = map[own][0]+16; r1 = *(u64 *)(r1 + 0); if r1 == 0 goto out; *(u64 *)(r6 + 0) = r1
helper   r1 = r7; r2 = 0; r3 = r6; r4 = 8; call bpf_skb_load_bytes
-- table stores: IN STORE
$STORE
-- expect
         null            zero            half            later           over            one             release         add             swap            number          pruned          joined          via              context         stack           value           same            tested          moved           back            before          unsure          task            parent          old             owned           unowned         leaked          mask     made            maybe           others          each            lent            helper
k_unref  ok              ok              special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 argument@4      argument@7      argument@7      argument@10      argument@3      argument@3      argument@3      ok              ok              argument@6      ok              bounds@6        arithmetic@8    ok              ok              ok              ok              ok              reference@8     helper@3 argument@7      argument@6      argument@7      argument@7      argument@7      special-field@7
k_task   special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
k_mask   special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
k_member special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
k_percpu special-field@3 special-field@4 special-field@3 special-field@3 bounds@3        special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
unref    ok              ok              special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 argument@4      argument@7      argument@7      argument@10      argument@3      argument@3      argument@3      argument@4      argument@5      argument@6      argument@7      argument@6      argument@8      argument@4      argument@5      argument@5      argument@6      argument@6      argument@6      helper@3 ok              ok              argument@7      argument@7      argument@7      special-field@7
plain    special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
counted  special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
leaf     special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
shared   special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
percpu   special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
outer    special-field@3 special-field@4 special-field@3 special-field@3 bounds@3        special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
tree     special-field@3 special-field@4 special-field@3 special-field@3 special-field@3 special-field@3 special-field@4 special-field@4 special-field@4 special-field@4 special-field@7 special-field@7 special-field@10 special-field@3 special-field@3 special-field@3 special-field@4 special-field@5 special-field@6 special-field@7 special-field@6 special-field@8 special-field@4 special-field@5 special-field@5 special-field@6 special-field@6 special-field@6 helper@3 special-field@7 special-field@6 special-field@7 special-field@7 special-field@7 special-field@7
-- set EMPTY
null     r2 = 0
number   r2 = 5
unknown  r2 = *(u32 *)(r7 + 0)
pruned   r2 = 0; r1 = *(u32 *)(r7 + 0); if r1 != 7 goto keep; r2 = 5; keep: r1 = 0
context  r2 = r7
task     call bpf_get_current_task_btf; r2 = r0
owned    r1 = 1; call kfunc[bpf_task_from_pid]; if r0 == 0 goto out; r2 = r0
unsure   r1 = 1; call kfunc[bpf_task_from_pid]; r2 = r0
moved    r1 = 1; call kfunc[bpf_task_from_pid]; if r0 == 0 goto out; r2 = r0; r2 += 8
mask     call kfunc[bpf_cpumask_create]; if r0 == 0 goto out; r2 = r0
same     r2 = *(u64 *)(r6 + 0); if r2 == 0 goto out
plain    r1 = type[plain]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
maybe    r1 = type[plain]; r2 = 0; call kfunc[bpf_obj_new_impl]; r2 = r0
inside   r1 = type[plain]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0; r2 += 8
other    r1 = type[other]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
counted  r1 = type[counted]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
leaf     r1 = type[leaf]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
shared   r1 = type[shared]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
tree     r1 = type[tree]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
outer    r1 = type[outer]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r2 = r0
each     r1 = type[plain]; r2 = 0; call kfunc[bpf_percpu_obj_new_impl]; if r0 == 0 goto out; r2 = r0
each_no  r1 = type[other]; r2 = 0; call kfunc[bpf_percpu_obj_new_impl]; if r0 == 0 goto out; r2 = r0
-- set GOT
leak     r8 = r0
nothing  if r0 != 0 goto bad; goto out; bad: r1 = *(u64 *)(r10 - 8)
task     if r0 == 0 goto out; r1 = r0; call kfunc[bpf_task_release]
mask     if r0 == 0 goto out; r1 = r0; call kfunc[bpf_cpumask_release]
drop     if r0 == 0 goto out; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
each     if r0 == 0 goto out; r1 = r0; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]
-- table exchanged with what may be there: IN GOT
r1 = r6
r2 = 0
call bpf_kptr_xchg
$GOT
-- expect
         leak            nothing         task            mask            drop            each
k_unref  special-field@5 special-field@5 special-field@5 special-field@5 special-field@5 special-field@5
k_task   reference@8     reference@10    ok              helper@8        argument@9      argument@9
k_mask   reference@8     reference@10    argument@8      helper@8        argument@9      argument@9
k_member reference@8     reference@10    argument@8      helper@8        argument@9      argument@9
k_percpu reference@8     reference@10    ok              helper@8        argument@9      argument@9
unref    special-field@5 special-field@5 special-field@5 special-field@5 special-field@5 special-field@5
plain    reference@8     reference@10    argument@8      helper@8        ok              argument@9
counted  reference@8     reference@10    argument@8      helper@8        ok              argument@9
leaf     reference@8     reference@10    argument@8      helper@8        ok              argument@9
shared   reference@8     reference@10    argument@8      helper@8        ok              argument@9
percpu   reference@8     reference@10    argument@8      helper@8        argument@9      ok
outer    reference@8     reference@10    argument@8      helper@8        ok              argument@9
tree     reference@8     reference@10    argument@8      helper@8        ok              argument@9
-- set PLACE
end      r1 = r6; r1 += 4
start    r1 = r6; r1 += -8; r1 += 8
unknown  r3 = *(u32 *)(r7 + 0); r3 &= 8; r1 = r6; r1 += r3
context  r1 = r7
stack    r1 = r10; r1 += -8
number   r1 = 5
none     r1 = 0
task     call bpf_get_current_task_btf; r1 = r0
map      r1 = map[own]
-- table places that are none: PLACE IN
$PLACE
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto out
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- expect
        k_unref         k_task          k_mask          k_member        k_percpu        unref           plain           counted         leaf            shared          percpu          outer           tree
end     special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6 special-field@6
start   special-field@7 argument@11     argument@11     argument@11     argument@11     special-field@7 ok              ok              ok              ok              argument@11     ok              ok
unknown special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8 special-field@8
context argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
stack   argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
number  argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
none    argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
task    argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
map     argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
-- set IN
k_task    map[kernel][0]+16
k_mask    map[kernel][0]+24
k_member  map[kernel][0]+32
unref     map[own][0]+8
plain     map[own][0]+16
counted   map[own][0]+24
leaf      map[own][0]+32
shared    map[own][0]+40
outer     map[own][0]+56
tree      map[more][0]+8
-- table exchanged for something: EMPTY IN
$EMPTY
r1 = r6
call bpf_kptr_xchg
if r0 == 0 goto out
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- expect
        k_task       k_mask       k_member     unref            plain        counted      leaf         shared       outer        tree
null    argument@9   argument@9   argument@9   special-field@5  ok           ok           ok           ok           ok           ok
number  argument@5   argument@5   argument@5   special-field@5  argument@5   argument@5   argument@5   argument@5   argument@5   argument@5
unknown argument@5   argument@5   argument@5   special-field@5  argument@5   argument@5   argument@5   argument@5   argument@5   argument@5
pruned  argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   argument@9   argument@9
context argument@5   argument@5   argument@5   special-field@5  argument@5   argument@5   argument@5   argument@5   argument@5   argument@5
task    reference@6  reference@6  reference@6  special-field@6  reference@6  reference@6  reference@6  reference@6  reference@6  reference@6
owned   argument@12  argument@8   argument@8   special-field@8  argument@8   argument@8   argument@8   argument@8   argument@8   argument@8
unsure  maybe-null@7 maybe-null@7 maybe-null@7 special-field@7  maybe-null@7 maybe-null@7 maybe-null@7 maybe-null@7 maybe-null@7 maybe-null@7
moved   argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   argument@9   argument@9
mask    helper@3     helper@3     helper@3     helper@3         helper@3     helper@3     helper@3     helper@3     helper@3     helper@3
same    reference@6  reference@6  argument@6   special-field@6  reference@6  reference@6  reference@6  reference@6  reference@6  reference@6
plain   argument@9   argument@9   argument@9   special-field@9  ok           argument@9   argument@9   argument@9   argument@9   argument@9
maybe   maybe-null@8 maybe-null@8 maybe-null@8 special-field@8  maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8
inside  argument@10  argument@10  argument@10  special-field@10 argument@10  argument@10  argument@10  argument@10  argument@10  argument@10
other   argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   argument@9   argument@9
counted argument@9   argument@9   argument@9   special-field@9  argument@9   ok           argument@9   argument@9   argument@9   argument@9
leaf    argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   ok           argument@9   argument@9   argument@9
shared  argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   ok           argument@9   argument@9
tree    argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   argument@9   ok
outer   argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   ok           argument@9
each    argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   argument@9   argument@9
each_no argument@9   argument@9   argument@9   special-field@9  argument@9   argument@9   argument@9   argument@9   argument@9   argument@9
-- set IN
percpu    map[own][0]+48
-- table exchanged for something of each CPU: EMPTY IN
$EMPTY
r1 = r6
call bpf_kptr_xchg
if r0 == 0 goto out
r1 = r0
r2 = 0
call kfunc[bpf_percpu_obj_drop_impl]
-- expect
        percpu
null    ok
number  argument@5
unknown argument@5
pruned  argument@9
context argument@5
task    reference@6
owned   argument@8
unsure  maybe-null@7
moved   argument@9
mask    helper@3
same    reference@6
plain   argument@9
maybe   maybe-null@8
inside  argument@10
other   argument@9
counted argument@9
leaf    argument@9
shared  argument@9
tree    argument@9
outer   argument@9
each    ok
each_no argument@9
-- linux plain percpu accept: later versions of Linux refuse: one block would be taken for one of each CPU
-- before
r7 = r1
r6 = map[kernel][0]+40
-- case a task in a place for what each CPU has
r1 = 1
call kfunc[bpf_task_from_pid]
if r0 == 0 goto out
r1 = r6
r2 = r0
call bpf_kptr_xchg
if r0 == 0 goto out
r1 = r0
call kfunc[bpf_task_release]
-- refuse argument @8
-- linux accept: later versions of Linux refuse: it would be taken for memory of each CPU
-- case what is read there
r0 = *(u64 *)(r6 + 0)
if r0 == 0 goto out
r1 = r0
call bpf_this_cpu_ptr
r1 = *(u32 *)(r0 + 0)
-- accept
-- before
r7 = r1
r6 = $IN
-- type syscall sleepable
-- set IN
k_unref   map[kernel][0]+8
k_task    map[kernel][0]+16
k_mask    map[kernel][0]+24
k_member  map[kernel][0]+32
unref     map[own][0]+8
plain     map[own][0]+16
counted   map[own][0]+24
leaf      map[own][0]+32
shared    map[own][0]+40
outer     map[own][0]+56
-- set WHEN
plainly  r8 = *(u64 *)(r6 + 0); if r8 == 0 goto out; $DO
locked   call kfunc[bpf_rcu_read_lock]; r8 = *(u64 *)(r6 + 0); if r8 == 0 goto undo; $DO; undo: call kfunc[bpf_rcu_read_unlock]
outside  r8 = *(u64 *)(r6 + 0); if r8 == 0 goto out; call kfunc[bpf_rcu_read_lock]; $DO; call kfunc[bpf_rcu_read_unlock]
after    call kfunc[bpf_rcu_read_lock]; r8 = *(u64 *)(r6 + 0); if r8 == 0 goto undo; call kfunc[bpf_rcu_read_unlock]; $DO; goto out; undo: call kfunc[bpf_rcu_read_unlock]
-- set DO
nothing  r1 = 0
read     r1 = *(u64 *)(r8 + 0)
read4    r1 = *(u32 *)(r8 + 0)
write    *(u64 *)(r8 + 0) = 1
add      r1 = 1; lock *(u64 *)(r8 + 0) += r1
pointer  r1 = *(u64 *)(r8 + off[task_struct.real_parent]); r1 = *(u64 *)(r1 + 0)
special  r1 = *(u32 *)(r8 + 8)
member   r1 = *(u64 *)(r8 + 40); r1 = *(u64 *)(r1 + 0)
kept     r1 = *(u64 *)(r8 + 16); r1 = *(u32 *)(r1 + 0)
acquire  r1 = r8; call kfunc[bpf_task_acquire]; if r0 == 0 goto none; r1 = r0; call kfunc[bpf_task_release]; none: r1 = 0
release  r1 = r8; call kfunc[bpf_task_release]
first    r1 = r8; call kfunc[bpf_cpumask_first]
set      r1 = 1; r2 = r8; call kfunc[bpf_cpumask_set_cpu]
mask     r1 = r8; call kfunc[bpf_cpumask_acquire]; r1 = r0; call kfunc[bpf_cpumask_release]
count    r1 = r8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; if r0 == 0 goto none; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; none: r1 = 0
counted  r1 = r8; r1 += 8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; if r0 == 0 goto none; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; none: r1 = 0
drop     r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
again    r1 = r6; r2 = r8; call bpf_kptr_xchg
inside   r1 = r8; r1 += 8; r2 = 0; call bpf_kptr_xchg; if r0 == 0 goto none; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; none: r1 = 0
known    if r8 != 0 goto none; r1 = *(u64 *)(r10 - 8); none: r1 = 0
store    r1 = map[kernel][0]+8; *(u64 *)(r1 + 0) = r8
lock     r1 = r8; call bpf_spin_lock; r1 = r8; call bpf_spin_unlock
lookup   r1 = map[own]; r2 = r8; call bpf_map_lookup_elem
-- table what is read, when: WHEN DO IN
$WHEN
-- expect
                k_unref         k_task      k_mask          k_member    unref           plain           counted         leaf            shared          outer
plainly/nothing ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
plainly/read    ok              ok          ok              bounds@5    ok              ok              ok              ok              ok              ok
plainly/read4   ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
plainly/write   read-only@5     read-only@5 read-only@5     read-only@5 read-only@5     read-only@5     read-only@5     read-only@5     read-only@5     read-only@5
plainly/add     read-only@6     read-only@6 read-only@6     bounds@6    read-only@6     read-only@6     read-only@6     read-only@6     read-only@6     read-only@6
plainly/pointer ok              ok          bounds@5        bounds@5    bounds@5        bounds@5        bounds@5        bounds@5        bounds@5        bounds@5
plainly/special ok              ok          ok              bounds@5    ok              ok              bounds@5        bounds@5        bounds@5        bounds@5
plainly/member  bounds@5        bounds@5    bounds@5        bounds@5    bounds@5        bounds@5        bounds@5        bounds@5        bounds@5        ok
plainly/kept    bounds@5        bounds@5    not-a-pointer@6 bounds@5    bounds@5        bounds@5        not-a-pointer@6 bounds@5        bounds@5        bounds@6
plainly/acquire argument@6      argument@6  argument@6      argument@6  argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
plainly/release argument@6      argument@6  argument@6      argument@6  argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
plainly/first   argument@6      argument@6  argument@6      argument@6  argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
plainly/set     argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
plainly/mask    argument@6      argument@6  argument@6      argument@6  argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
plainly/count   argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
plainly/counted argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
plainly/drop    argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
plainly/again   special-field@7 argument@7  argument@7      argument@7  special-field@7 argument@7      argument@7      argument@7      argument@7      argument@7
plainly/inside  argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
plainly/known   ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
plainly/store   ok              ok          argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
plainly/lock    argument@6      argument@6  argument@6      argument@6  argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
plainly/lookup  argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
locked/nothing  ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
locked/read     ok              ok          ok              bounds@6    ok              ok              ok              ok              ok              ok
locked/read4    ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
locked/write    read-only@6     read-only@6 read-only@6     read-only@6 read-only@6     ok              ok              ok              ok              ok
locked/add      read-only@7     read-only@7 read-only@7     bounds@7    read-only@7     ok              ok              ok              ok              ok
locked/pointer  ok              ok          bounds@6        bounds@6    bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6
locked/special  ok              ok          ok              bounds@6    ok              ok              special-field@6 special-field@6 special-field@6 special-field@6
locked/member   bounds@6        bounds@6    bounds@6        bounds@6    bounds@6        bounds@6        bounds@6        bounds@6        special-field@6 not-a-pointer@7
locked/kept     bounds@6        bounds@6    not-a-pointer@7 bounds@6    bounds@6        bounds@6        not-a-pointer@7 special-field@6 special-field@6 special-field@6
locked/acquire  argument@7      ok          argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
locked/release  argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
locked/first    argument@7      argument@7  ok              argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
locked/set      argument@8      argument@8  ok              argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
locked/mask     argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
locked/count    argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      ok              argument@8      ok              argument@8
locked/counted  argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
locked/drop     argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
locked/again    special-field@8 reference@8 reference@8     argument@8  special-field@8 reference@8     reference@8     reference@8     reference@8     reference@8
locked/inside   argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
locked/known    ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
locked/store    ok              ok          argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
locked/lock     argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
locked/lookup   argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
outside/nothing ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
outside/read    ok              ok          ok              bounds@6    ok              ok              ok              ok              ok              ok
outside/read4   ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
outside/write   read-only@6     read-only@6 read-only@6     read-only@6 read-only@6     read-only@6     read-only@6     read-only@6     read-only@6     read-only@6
outside/add     read-only@7     read-only@7 read-only@7     bounds@7    read-only@7     read-only@7     read-only@7     read-only@7     read-only@7     read-only@7
outside/pointer ok              ok          bounds@6        bounds@6    bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6
outside/special ok              ok          ok              bounds@6    ok              ok              bounds@6        bounds@6        bounds@6        bounds@6
outside/member  bounds@6        bounds@6    bounds@6        bounds@6    bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        ok
outside/kept    bounds@6        bounds@6    not-a-pointer@7 bounds@6    bounds@6        bounds@6        not-a-pointer@7 bounds@6        bounds@6        bounds@7
outside/acquire argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
outside/release argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
outside/first   argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
outside/set     argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
outside/mask    argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
outside/count   argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
outside/counted argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
outside/drop    argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
outside/again   special-field@8 argument@8  argument@8      argument@8  special-field@8 argument@8      argument@8      argument@8      argument@8      argument@8
outside/inside  argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
outside/known   ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
outside/store   ok              ok          argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
outside/lock    argument@7      argument@7  argument@7      argument@7  argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
outside/lookup  argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
after/nothing   ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
after/read      ok              ok          ok              bounds@7    ok              not-a-pointer@7 not-a-pointer@7 ok              ok              not-a-pointer@7
after/read4     ok              ok          ok              ok          ok              not-a-pointer@7 not-a-pointer@7 ok              ok              not-a-pointer@7
after/write     read-only@7     read-only@7 read-only@7     read-only@7 read-only@7     not-a-pointer@7 not-a-pointer@7 read-only@7     read-only@7     not-a-pointer@7
after/add       read-only@8     read-only@8 read-only@8     bounds@8    read-only@8     not-a-pointer@8 not-a-pointer@8 read-only@8     read-only@8     not-a-pointer@8
after/pointer   ok              ok          bounds@7        bounds@7    bounds@7        not-a-pointer@7 not-a-pointer@7 bounds@7        bounds@7        not-a-pointer@7
after/special   ok              ok          ok              bounds@7    ok              not-a-pointer@7 not-a-pointer@7 special-field@7 special-field@7 not-a-pointer@7
after/member    bounds@7        bounds@7    bounds@7        bounds@7    bounds@7        not-a-pointer@7 not-a-pointer@7 bounds@7        special-field@7 not-a-pointer@7
after/kept      bounds@7        bounds@7    not-a-pointer@8 bounds@7    bounds@7        not-a-pointer@7 not-a-pointer@7 special-field@7 special-field@7 not-a-pointer@7
after/acquire   argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
after/release   argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
after/first     argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
after/set       argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
after/mask      argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
after/count     argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
after/counted   argument@10     argument@10 argument@10     argument@10 argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
after/drop      argument@9      argument@9  argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
after/again     special-field@9 argument@9  argument@9      argument@9  special-field@9 argument@9      argument@9      argument@9      argument@9      argument@9
after/inside    argument@10     argument@10 argument@10     argument@10 argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
after/known     ok              ok          ok              ok          ok              ok              ok              ok              ok              ok
after/store     ok              ok          argument@9      argument@9  argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
after/lock      argument@8      argument@8  argument@8      argument@8  argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
after/lookup    argument@10     argument@10 argument@10     argument@10 argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
-- linux locked counted shared accept: the count that is changed lies somewhere else
-- linux after count counted accept: the object may be gone
-- linux after count shared accept: the object may be gone
-- set WHEN
untested call kfunc[bpf_rcu_read_lock]; r8 = *(u64 *)(r6 + 0); call kfunc[bpf_rcu_read_unlock]; $DO
tested   call kfunc[bpf_rcu_read_lock]; r8 = *(u64 *)(r6 + 0); call kfunc[bpf_rcu_read_unlock]; if r8 == 0 goto out; $DO
preempt  call kfunc[bpf_preempt_disable]; r8 = *(u64 *)(r6 + 0); if r8 == 0 goto undo; $DO; undo: call kfunc[bpf_preempt_enable]
-- table what is read, tested later: WHEN DO IN
$WHEN
-- expect
                 k_unref         k_task      k_mask          k_member     unref           plain           counted         leaf            shared          outer
untested/nothing ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
untested/read    maybe-null@6    ok          ok              maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 ok              ok              not-a-pointer@6
untested/read4   maybe-null@6    ok          ok              maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 ok              ok              not-a-pointer@6
untested/write   maybe-null@6    read-only@6 read-only@6     maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 read-only@6     read-only@6     not-a-pointer@6
untested/add     maybe-null@7    read-only@7 read-only@7     maybe-null@7 maybe-null@7    not-a-pointer@7 not-a-pointer@7 read-only@7     read-only@7     not-a-pointer@7
untested/pointer maybe-null@6    ok          bounds@6        maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 bounds@6        bounds@6        not-a-pointer@6
untested/special maybe-null@6    ok          ok              maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 special-field@6 special-field@6 not-a-pointer@6
untested/member  maybe-null@6    bounds@6    bounds@6        maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 bounds@6        special-field@6 not-a-pointer@6
untested/kept    maybe-null@6    bounds@6    not-a-pointer@7 maybe-null@6 maybe-null@6    not-a-pointer@6 not-a-pointer@6 special-field@6 special-field@6 not-a-pointer@6
untested/acquire maybe-null@7    argument@7  argument@7      maybe-null@7 maybe-null@7    argument@7      argument@7      argument@7      argument@7      argument@7
untested/release maybe-null@7    argument@7  argument@7      maybe-null@7 maybe-null@7    argument@7      argument@7      argument@7      argument@7      argument@7
untested/first   maybe-null@7    argument@7  argument@7      maybe-null@7 maybe-null@7    argument@7      argument@7      argument@7      argument@7      argument@7
untested/set     maybe-null@8    argument@8  argument@8      maybe-null@8 maybe-null@8    argument@8      argument@8      argument@8      argument@8      argument@8
untested/mask    maybe-null@7    argument@7  argument@7      maybe-null@7 maybe-null@7    argument@7      argument@7      argument@7      argument@7      argument@7
untested/count   maybe-null@8    argument@8  argument@8      maybe-null@8 maybe-null@8    argument@8      argument@8      argument@8      argument@8      argument@8
untested/counted maybe-null@7    argument@9  argument@9      maybe-null@7 maybe-null@7    argument@9      argument@9      argument@9      argument@9      argument@9
untested/drop    maybe-null@8    argument@8  argument@8      maybe-null@8 maybe-null@8    argument@8      argument@8      argument@8      argument@8      argument@8
untested/again   special-field@8 argument@8  argument@8      argument@8   special-field@8 argument@8      argument@8      argument@8      argument@8      argument@8
untested/inside  maybe-null@7    argument@9  argument@9      maybe-null@7 maybe-null@7    argument@9      argument@9      argument@9      argument@9      argument@9
untested/known   ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
untested/store   ok              ok          argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
untested/lock    argument@7      argument@7  argument@7      argument@7   maybe-null@7    argument@7      argument@7      argument@7      argument@7      argument@7
untested/lookup  maybe-null@9    argument@9  argument@9      maybe-null@9 argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
tested/nothing   ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
tested/read      ok              ok          ok              bounds@7     ok              not-a-pointer@7 not-a-pointer@7 ok              ok              not-a-pointer@7
tested/read4     ok              ok          ok              ok           ok              not-a-pointer@7 not-a-pointer@7 ok              ok              not-a-pointer@7
tested/write     read-only@7     read-only@7 read-only@7     read-only@7  read-only@7     not-a-pointer@7 not-a-pointer@7 read-only@7     read-only@7     not-a-pointer@7
tested/add       read-only@8     read-only@8 read-only@8     bounds@8     read-only@8     not-a-pointer@8 not-a-pointer@8 read-only@8     read-only@8     not-a-pointer@8
tested/pointer   ok              ok          bounds@7        bounds@7     bounds@7        not-a-pointer@7 not-a-pointer@7 bounds@7        bounds@7        not-a-pointer@7
tested/special   ok              ok          ok              bounds@7     ok              not-a-pointer@7 not-a-pointer@7 special-field@7 special-field@7 not-a-pointer@7
tested/member    bounds@7        bounds@7    bounds@7        bounds@7     bounds@7        not-a-pointer@7 not-a-pointer@7 bounds@7        special-field@7 not-a-pointer@7
tested/kept      bounds@7        bounds@7    not-a-pointer@8 bounds@7     bounds@7        not-a-pointer@7 not-a-pointer@7 special-field@7 special-field@7 not-a-pointer@7
tested/acquire   argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
tested/release   argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
tested/first     argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
tested/set       argument@9      argument@9  argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
tested/mask      argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
tested/count     argument@9      argument@9  argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
tested/counted   argument@10     argument@10 argument@10     argument@10  argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
tested/drop      argument@9      argument@9  argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
tested/again     special-field@9 argument@9  argument@9      argument@9   special-field@9 argument@9      argument@9      argument@9      argument@9      argument@9
tested/inside    argument@10     argument@10 argument@10     argument@10  argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
tested/known     ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
tested/store     ok              ok          argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
tested/lock      argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
tested/lookup    argument@10     argument@10 argument@10     argument@10  argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
preempt/nothing  ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
preempt/read     ok              ok          ok              bounds@6     ok              ok              ok              ok              ok              ok
preempt/read4    ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
preempt/write    read-only@6     read-only@6 read-only@6     read-only@6  read-only@6     read-only@6     read-only@6     read-only@6     read-only@6     read-only@6
preempt/add      read-only@7     read-only@7 read-only@7     bounds@7     read-only@7     read-only@7     read-only@7     read-only@7     read-only@7     read-only@7
preempt/pointer  ok              ok          bounds@6        bounds@6     bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        bounds@6
preempt/special  ok              ok          ok              bounds@6     ok              ok              bounds@6        bounds@6        bounds@6        bounds@6
preempt/member   bounds@6        bounds@6    bounds@6        bounds@6     bounds@6        bounds@6        bounds@6        bounds@6        bounds@6        ok
preempt/kept     bounds@6        bounds@6    not-a-pointer@7 bounds@6     bounds@6        bounds@6        not-a-pointer@7 bounds@6        bounds@6        bounds@7
preempt/acquire  argument@7      argument@7  argument@7      argument@7   argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
preempt/release  argument@7      argument@7  argument@7      argument@7   argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
preempt/first    argument@7      argument@7  argument@7      argument@7   argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
preempt/set      argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
preempt/mask     argument@7      argument@7  argument@7      argument@7   argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
preempt/count    argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
preempt/counted  argument@9      argument@9  argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
preempt/drop     argument@8      argument@8  argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
preempt/again    special-field@8 argument@8  argument@8      argument@8   special-field@8 argument@8      argument@8      argument@8      argument@8      argument@8
preempt/inside   argument@9      argument@9  argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
preempt/known    ok              ok          ok              ok           ok              ok              ok              ok              ok              ok
preempt/store    ok              ok          argument@8      argument@8   argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
preempt/lock     argument@7      argument@7  argument@7      argument@7   argument@7      argument@7      argument@7      argument@7      argument@7      argument@7
preempt/lookup   argument@9      argument@9  argument@9      argument@9   argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
-- linux untested count counted accept: the object may be gone
-- linux untested count shared accept: the object may be gone
-- linux tested count counted accept: the object may be gone
-- linux tested count shared accept: the object may be gone
-- before
r7 = r1
-- case counted under the RCU read lock, without a test
r6 = map[own][0]+24
call kfunc[bpf_rcu_read_lock]
r8 = *(u64 *)(r6 + 0)
if r8 == 0 goto undo
r1 = r8
r2 = 0
call kfunc[bpf_refcount_acquire_impl]
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
undo: call kfunc[bpf_rcu_read_unlock]
-- refuse maybe-null @11
-- linux accept: the count of an object that only the RCU read lock keeps may be 0, so that nothing is got
-- case the same of what may be in a tree
r6 = map[own][0]+40
call kfunc[bpf_rcu_read_lock]
r8 = *(u64 *)(r6 + 0)
if r8 == 0 goto undo
r1 = r8
r2 = 0
call kfunc[bpf_refcount_acquire_impl]
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
undo: call kfunc[bpf_rcu_read_unlock]
-- refuse maybe-null @11
-- type sched_cls
-- before
r7 = r1
r3 = subprog[less]
r6 = map[roots][0]+0
r9 = map[own][0]+$FIELD
r8 = *(u64 *)(r9 + 0)
-- after
out: r0 = 0
exit
less: r0 = 0
exit
-- set FIELD
leaf    32
shared  40
-- set GRAPH
remove   if r8 == 0 goto out; r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 8; r2 = r8; r2 += $NODE; call kfunc[bpf_rbtree_remove]; r8 = r0; r1 = r6; call bpf_spin_unlock; if r8 == 0 goto out; r1 = r8; r1 += -$NODE; r2 = 0; call kfunc[bpf_obj_drop_impl]
untested r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 8; r2 = r8; r2 += $NODE; call kfunc[bpf_rbtree_remove]; r8 = r0; r1 = r6; call bpf_spin_unlock; if r8 == 0 goto out; r1 = r8; r1 += -$NODE; r2 = 0; call kfunc[bpf_obj_drop_impl]
left     if r8 == 0 goto out; r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 8; r2 = r8; r2 += $NODE; call kfunc[bpf_rbtree_left]; r1 = r6; call bpf_spin_unlock
unlocked if r8 == 0 goto out; r1 = r6; r1 += 8; r2 = r8; r2 += $NODE; call kfunc[bpf_rbtree_remove]
add      if r8 == 0 goto out; r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 8; r2 = r8; r2 += $NODE; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]; r1 = r6; call bpf_spin_unlock
push     if r8 == 0 goto out; r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 24; r2 = r8; r2 += $NODE; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]; r1 = r6; call bpf_spin_unlock
unlock   if r8 == 0 goto out; r1 = r6; call bpf_spin_lock; r1 = *(u64 *)(r8 + 0); r1 = r6; call bpf_spin_unlock; r1 = *(u64 *)(r8 + 0)
locked   r1 = r6; call bpf_spin_lock; r8 = *(u64 *)(r9 + 0); r1 = r6; call bpf_spin_unlock; if r8 == 0 goto out; r1 = *(u64 *)(r8 + 0)
inside   if r8 == 0 goto out; r1 = r6; call bpf_spin_lock; *(u64 *)(r8 + 0) = 1; r1 = *(u64 *)(r8 + 0); r1 = r6; call bpf_spin_unlock
get      if r8 == 0 goto out; r1 = r8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; if r0 == 0 goto out; r8 = r0; r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 8; r2 = r8; r2 += $NODE; r3 = subprog[less]; r4 = 0; r5 = 0; call kfunc[bpf_rbtree_add_impl]; r1 = r6; call bpf_spin_unlock
stash    r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 8; call kfunc[bpf_rbtree_first]; r8 = r0; if r8 == 0 goto none; r1 = r6; r1 += 8; r2 = r8; call kfunc[bpf_rbtree_remove]; r8 = r0; none: r1 = r6; call bpf_spin_unlock; if r8 == 0 goto out; r8 += -$NODE; r1 = r9; r2 = r8; call bpf_kptr_xchg; if r0 == 0 goto out; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
under    r1 = r6; call bpf_spin_lock; r1 = r9; r2 = 0; call bpf_kptr_xchg; r8 = r0; r1 = r6; call bpf_spin_unlock; if r8 == 0 goto out; r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
lent     r1 = type[shared]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto out; r8 = r0; r1 = r6; call bpf_spin_lock; r1 = r6; r1 += 24; r2 = r8; r2 += 8; r3 = 0; r4 = 0; call kfunc[bpf_list_push_front_impl]; r1 = r9; r2 = r8; call bpf_kptr_xchg
-- set NODE
0
8
32
-- table read nodes in trees: GRAPH FIELD NODE
$GRAPH
-- expect
                0                8                32
remove/leaf     special-field@15 argument@15      special-field@15
remove/shared   special-field@15 special-field@15 ok
untested/leaf   maybe-null@13    maybe-null@13    maybe-null@13
untested/shared maybe-null@13    maybe-null@13    maybe-null@13
left/leaf       special-field@15 argument@15      special-field@15
left/shared     special-field@15 special-field@15 ok
unlocked/leaf   lock@13          lock@13          lock@13
unlocked/shared lock@13          lock@13          lock@13
add/leaf        argument@19      argument@19      argument@19
add/shared      argument@19      argument@19      argument@19
push/leaf       argument@17      argument@17      argument@17
push/shared     argument@17      argument@17      argument@17
unlock/leaf     not-a-pointer@14 not-a-pointer@14 not-a-pointer@14
unlock/shared   not-a-pointer@14 not-a-pointer@14 not-a-pointer@14
locked/leaf     not-a-pointer@14 not-a-pointer@14 not-a-pointer@14
locked/shared   not-a-pointer@14 not-a-pointer@14 not-a-pointer@14
inside/leaf     ok               ok               ok
inside/shared   ok               ok               ok
get/leaf        argument@11      argument@11      argument@11
get/shared      special-field@24 special-field@24 ok
stash/leaf      argument@26      argument@26      argument@26
stash/shared    argument@26      argument@26      ok
under/leaf      lock@12          lock@12          lock@12
under/shared    lock@12          lock@12          lock@12
lent/leaf       lock@24          lock@24          lock@24
lent/shared     lock@24          lock@24          lock@24
-- before
r7 = r1
r1 = type[$OBJ]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r6 = r0
-- after
undo: r1 = r6
r2 = 0
call kfunc[bpf_obj_drop_impl]
out: r0 = 0
exit
-- set OBJ
outer
plain
-- set OFF
0
8
12
16
24
32
-- set WITH
nothing  r2 = 0
plain    r1 = type[plain]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto undo; r2 = r0
task     r1 = 1; call kfunc[bpf_task_from_pid]; if r0 == 0 goto undo; r2 = r0
itself   r2 = r6
-- set THEN
drop     if r0 == 0 goto undo; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
release  if r0 == 0 goto undo; r1 = r0; call kfunc[bpf_task_release]
-- table places in objects: WITH THEN OBJ OFF
$WITH
r1 = r6
r1 += $OFF
call bpf_kptr_xchg
$THEN
-- expect
                      0                8                12               16               24               32
nothing/drop/outer    special-field@9  ok               special-field@9  argument@13      special-field@9  special-field@9
nothing/drop/plain    special-field@9  special-field@9  special-field@9  special-field@9  special-field@9  special-field@9
nothing/release/outer special-field@9  argument@12      special-field@9  ok               special-field@9  special-field@9
nothing/release/plain special-field@9  special-field@9  special-field@9  special-field@9  special-field@9  special-field@9
plain/drop/outer      special-field@13 ok               special-field@13 argument@13      special-field@13 special-field@13
plain/drop/plain      special-field@13 special-field@13 special-field@13 special-field@13 special-field@13 special-field@13
plain/release/outer   special-field@13 argument@16      special-field@13 argument@13      special-field@13 special-field@13
plain/release/plain   special-field@13 special-field@13 special-field@13 special-field@13 special-field@13 special-field@13
task/drop/outer       special-field@12 argument@12      special-field@12 argument@16      special-field@12 special-field@12
task/drop/plain       special-field@12 special-field@12 special-field@12 special-field@12 special-field@12 special-field@12
task/release/outer    special-field@12 argument@12      special-field@12 ok               special-field@12 special-field@12
task/release/plain    special-field@12 special-field@12 special-field@12 special-field@12 special-field@12 special-field@12
itself/drop/outer     special-field@9  argument@9       special-field@9  argument@9       special-field@9  special-field@9
itself/drop/plain     special-field@9  special-field@9  special-field@9  special-field@9  special-field@9  special-field@9
itself/release/outer  special-field@9  argument@9       special-field@9  argument@9       special-field@9  special-field@9
itself/release/plain  special-field@9  special-field@9  special-field@9  special-field@9  special-field@9  special-field@9
-- before
r7 = r1
r1 = type[outer]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto out
r6 = r0
-- case a place in an object that was read from a map
r8 = map[own][0]+56
r8 = *(u64 *)(r8 + 0)
if r8 == 0 goto undo
r1 = r8
r1 += 8
r2 = 0
call bpf_kptr_xchg
if r0 == 0 goto undo
r1 = r0
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- refuse argument @13
-- case an object in an object in a map
r1 = type[outer]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto undo
r8 = r0
r1 = map[own][0]+56
r2 = r8
call bpf_kptr_xchg
if r0 == 0 goto undo
r9 = r0
r1 = r9
r1 += 8
r2 = 0
call bpf_kptr_xchg
r8 = r0
r1 = r9
r2 = 0
call kfunc[bpf_obj_drop_impl]
if r8 == 0 goto undo
r1 = r8
r2 = 0
call kfunc[bpf_obj_drop_impl]
-- accept
-- before
r7 = r1
r6 = map[own][0]+48
-- after
out: r0 = 0
exit
-- set PER
this     r8 = *(u64 *)(r6 + 0); if r8 == 0 goto out; r1 = r8; call bpf_this_cpu_ptr; $USE
cpu      r8 = *(u64 *)(r6 + 0); if r8 == 0 goto out; r1 = r8; r2 = 0; call bpf_per_cpu_ptr; if r0 == 0 goto out; $USE
unsure   r8 = *(u64 *)(r6 + 0); if r8 == 0 goto out; r1 = r8; r2 = 0; call bpf_per_cpu_ptr; $USE
untested r8 = *(u64 *)(r6 + 0); r1 = r8; call bpf_this_cpu_ptr; $USE
owned    r1 = r6; r2 = 0; call bpf_kptr_xchg; if r0 == 0 goto out; r8 = r0; r1 = r0; call bpf_this_cpu_ptr; $USE; r1 = r8; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]
put      r1 = type[plain]; r2 = 0; call kfunc[bpf_percpu_obj_new_impl]; if r0 == 0 goto out; r8 = r0; r1 = r6; r2 = r8; call bpf_kptr_xchg; if r0 == 0 goto none; r1 = r0; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]; none: r1 = r8; call bpf_this_cpu_ptr; $USE
put_drop r1 = type[plain]; r2 = 0; call kfunc[bpf_percpu_obj_new_impl]; if r0 == 0 goto out; r8 = r0; r1 = r6; r2 = r8; call bpf_kptr_xchg; if r0 == 0 goto none; r1 = r0; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]; none: r0 = r8; $USE
moved    r8 = *(u64 *)(r6 + 0); if r8 == 0 goto out; r1 = r8; r1 += 8; call bpf_this_cpu_ptr; $USE
single   r8 = map[own][0]+16; r8 = *(u64 *)(r8 + 0); if r8 == 0 goto out; r1 = r8; call bpf_this_cpu_ptr; $USE
-- set USE
nothing  r1 = 0
read     r1 = *(u64 *)(r0 + 8)
write    *(u64 *)(r0 + 8) = 1
past     *(u64 *)(r0 + 16) = 1
drop     r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
each     r1 = r0; r2 = 0; call kfunc[bpf_percpu_obj_drop_impl]
xchg     r2 = r0; r1 = r6; call bpf_kptr_xchg
test     if r0 != 0 goto none2; r1 = *(u64 *)(r10 - 8); none2: r1 = 0
-- table of each CPU: PER USE
$PER
-- expect
         nothing      read             write            past             drop          each          xchg         test
this     ok           ok               ok               bounds@7         argument@9    argument@9    reference@9  ok
cpu      ok           ok               ok               bounds@9         argument@11   argument@11   reference@11 ok
unsure   ok           maybe-null@8     maybe-null@8     maybe-null@8     maybe-null@10 maybe-null@10 reference@10 ok
untested maybe-null@5 maybe-null@5     maybe-null@5     maybe-null@5     maybe-null@5  maybe-null@5  maybe-null@5 maybe-null@5
owned    argument@9   argument@9       argument@9       argument@9       argument@9    argument@9    argument@9   argument@9
put      ok           ok               ok               bounds@17        argument@19   argument@19   reference@19 ok
put_drop ok           not-a-pointer@16 not-a-pointer@16 not-a-pointer@16 argument@18   argument@18   reference@18 ok
moved    arithmetic@7 arithmetic@7     arithmetic@7     arithmetic@7     arithmetic@7  arithmetic@7  arithmetic@7 arithmetic@7
single   argument@8   argument@8       argument@8       argument@8       argument@8    argument@8    argument@8   argument@8
-- linux unsure read accept: there may be no CPU of that number
-- linux unsure write accept: there may be no CPU of that number
-- type syscall sleepable
-- table of each CPU, where the program may sleep: PER USE
$PER
-- expect
         nothing      read             write            past             drop         each         xchg         test
this     argument@6   argument@6       argument@6       argument@6       argument@6   argument@6   argument@6   argument@6
cpu      argument@7   argument@7       argument@7       argument@7       argument@7   argument@7   argument@7   argument@7
unsure   argument@7   argument@7       argument@7       argument@7       argument@7   argument@7   argument@7   argument@7
untested maybe-null@5 maybe-null@5     maybe-null@5     maybe-null@5     maybe-null@5 maybe-null@5 maybe-null@5 maybe-null@5
owned    argument@9   argument@9       argument@9       argument@9       argument@9   argument@9   argument@9   argument@9
put      argument@16  argument@16      argument@16      argument@16      argument@16  argument@16  argument@16  argument@16
put_drop ok           not-a-pointer@16 not-a-pointer@16 not-a-pointer@16 argument@18  argument@18  argument@18  ok
moved    argument@7   argument@7       argument@7       argument@7       argument@7   argument@7   argument@7   argument@7
single   argument@8   argument@8       argument@8       argument@8       argument@8   argument@8   argument@8   argument@8
-- before
r7 = r1
r6 = map[own][0]+0
r1 = r6
call bpf_spin_lock
r8 = *(u64 *)(r6 + $FIELD)
$INSIDE
r1 = r6
call bpf_spin_unlock
$OUTSIDE
-- after
out: r0 = 0
exit
-- set FIELD
8
16
24
32
40
-- set INSIDE
nothing  r1 = 0
read     if r8 == 0 goto none; r1 = *(u64 *)(r8 + 0); none: r1 = 0
write    if r8 == 0 goto none; *(u64 *)(r8 + 0) = 1; none: r1 = 0
swap     r1 = r6; r1 += $FIELD; r2 = 0; call bpf_kptr_xchg; r8 = r0
-- set OUTSIDE
nothing  r1 = 0
read     if r8 == 0 goto out; r1 = *(u64 *)(r8 + 0)
write    if r8 == 0 goto out; *(u64 *)(r8 + 0) = 1
count    if r8 == 0 goto out; r1 = r8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; if r0 == 0 goto out; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]
drop     if r8 == 0 goto out; r1 = r8; r2 = 0; call kfunc[bpf_obj_drop_impl]
-- table under a lock, where the program may sleep: INSIDE OUTSIDE FIELD
r1 = 0
-- expect
                8            16           24           32               40
nothing/nothing ok           ok           ok           ok               ok
nothing/read    ok           ok           ok           not-a-pointer@10 not-a-pointer@10
nothing/write   read-only@10 read-only@10 read-only@10 not-a-pointer@10 not-a-pointer@10
nothing/count   argument@12  argument@12  argument@12  argument@12      argument@12
nothing/drop    argument@12  argument@12  argument@12  argument@12      argument@12
read/nothing    ok           ok           ok           ok               ok
read/read       ok           ok           ok           not-a-pointer@12 not-a-pointer@12
read/write      read-only@12 read-only@12 read-only@12 not-a-pointer@12 not-a-pointer@12
read/count      argument@14  argument@14  argument@14  argument@14      argument@14
read/drop       argument@14  argument@14  argument@14  argument@14      argument@14
write/nothing   read-only@7  ok           ok           ok               ok
write/read      read-only@7  ok           ok           not-a-pointer@12 not-a-pointer@12
write/write     read-only@7  read-only@12 read-only@12 not-a-pointer@12 not-a-pointer@12
write/count     read-only@7  argument@14  argument@14  argument@14      argument@14
write/drop      read-only@7  argument@14  argument@14  argument@14      argument@14
swap/nothing    lock@9       lock@9       lock@9       lock@9           lock@9
swap/read       lock@9       lock@9       lock@9       lock@9           lock@9
swap/write      lock@9       lock@9       lock@9       lock@9           lock@9
swap/count      lock@9       lock@9       lock@9       lock@9           lock@9
swap/drop       lock@9       lock@9       lock@9       lock@9           lock@9
-- linux nothing write 16 accept: the lock has been given back, and the object may be gone
-- linux nothing write 24 accept: the lock has been given back, and the object may be gone
-- linux nothing count 24 accept: the lock has been given back, and the object may be gone
-- linux read write 16 accept: the lock has been given back, and the object may be gone
-- linux read write 24 accept: the lock has been given back, and the object may be gone
-- linux read count 24 accept: the lock has been given back, and the object may be gone
-- linux write write 16 accept: the lock has been given back, and the object may be gone
-- linux write write 24 accept: the lock has been given back, and the object may be gone
-- linux write count 24 accept: the lock has been given back, and the object may be gone
-- type sched_cls
-- table under a lock: INSIDE OUTSIDE FIELD
r1 = 0
-- expect
                8            16          24          32               40
nothing/nothing ok           ok          ok          ok               ok
nothing/read    ok           ok          ok          not-a-pointer@10 not-a-pointer@10
nothing/write   read-only@10 ok          ok          not-a-pointer@10 not-a-pointer@10
nothing/count   argument@12  argument@12 ok          argument@12      argument@12
nothing/drop    argument@12  argument@12 argument@12 argument@12      argument@12
read/nothing    ok           ok          ok          ok               ok
read/read       ok           ok          ok          not-a-pointer@12 not-a-pointer@12
read/write      read-only@12 ok          ok          not-a-pointer@12 not-a-pointer@12
read/count      argument@14  argument@14 ok          argument@14      argument@14
read/drop       argument@14  argument@14 argument@14 argument@14      argument@14
write/nothing   read-only@7  ok          ok          ok               ok
write/read      read-only@7  ok          ok          not-a-pointer@12 not-a-pointer@12
write/write     read-only@7  ok          ok          not-a-pointer@12 not-a-pointer@12
write/count     read-only@7  argument@14 ok          argument@14      argument@14
write/drop      read-only@7  argument@14 argument@14 argument@14      argument@14
swap/nothing    lock@9       lock@9      lock@9      lock@9           lock@9
swap/read       lock@9       lock@9      lock@9      lock@9           lock@9
swap/write      lock@9       lock@9      lock@9      lock@9           lock@9
swap/count      lock@9       lock@9      lock@9      lock@9           lock@9
swap/drop       lock@9       lock@9      lock@9      lock@9           lock@9
-- funcs
static int main(ctx)
static int f(ptr, ptr, ptr)
struct plain 16 long@0 long@8
struct counted 24 long@0 refcount@8 int@12 long@16
struct queue 48 long@0 wq@8 kptr@24=task_struct kptr@32=plain kptr@40=counted
-- maps
queue array 4 48 1 value=queue
-- before
r6 = map[queue][0]+0
r1 = r6
r1 += 8
r2 = map[queue]
r3 = 0
call kfunc[bpf_wq_init]
r1 = r6
r1 += 8
r2 = subprog[f]
r3 = 0
r4 = 0
call kfunc[bpf_wq_set_callback_impl]
-- after
r0 = 0
exit
f: r8 = r3
$UNDER
-- set UNDER
plainly  r8 = *(u64 *)(r8 + $FIELD); if r8 == 0 goto out; $LATER; out: r0 = 0; exit
locked   r9 = r8; call kfunc[bpf_rcu_read_lock]; r8 = *(u64 *)(r9 + $FIELD); if r8 == 0 goto undo; $LATER; undo: call kfunc[bpf_rcu_read_unlock]; r0 = 0; exit
-- set LATER
read     r1 = *(u64 *)(r8 + 0)
write    *(u64 *)(r8 + 0) = 1
acquire  r1 = r8; call kfunc[bpf_task_acquire]; if r0 == 0 goto none; r1 = r0; call kfunc[bpf_task_release]; none: r1 = 0
count    r1 = r8; r2 = 0; call kfunc[bpf_refcount_acquire_impl]; if r0 == 0 goto none; r1 = r0; r2 = 0; call kfunc[bpf_obj_drop_impl]; none: r1 = 0
-- set FIELD
24
32
40
-- table in a function that runs later: UNDER LATER FIELD
r1 = 0
-- expect
                24           32           40
plainly/read    ok           ok           ok
plainly/write   read-only@21 read-only@21 read-only@21
plainly/acquire argument@22  argument@22  argument@22
plainly/count   argument@23  argument@23  argument@23
locked/read     ok           ok           ok
locked/write    read-only@23 ok           ok
locked/acquire  ok           argument@24  argument@24
locked/count    argument@25  argument@25  ok
-- type sched_cls
-- funcs
static int main(ctx)
struct parts 88 kptr_untrusted@0=path kptr_untrusted@8=list_head kptr_untrusted@16=callback_head kptr_untrusted@24=qstr kptr_untrusted@32=lockref kptr_untrusted@40=spinlock kptr_untrusted@48=file_ra_state kptr_untrusted@56=hlist_node kptr_untrusted@64=rb_node kptr_untrusted@72=raw_spinlock kptr_untrusted@80=sched_entity
-- maps
parts array 4 88 1 value=parts
-- before
r6 = map[parts][0]+0
r2 = struct[$OF]
call kfunc[bpf_rdonly_cast]
-- after
out: r0 = 0
exit
-- set OFF
0
8
16
24
32
40
48
56
64
72
80
88
96
104
112
120
128
136
144
152
160
168
176
184
192
200
208
216
224
4
12
20
28
60
84
-- set PART
0
8
16
24
32
40
48
56
64
72
80
-- set OF
file
dentry
-- table parts of structs, as file and dentry have them: OF OFF PART
r0 += $OFF
*(u64 *)(r6 + $PART) = r0
-- expect
           0          8          16         24         32         40         48         56         64         72         80
file/0     argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5 ok         argument@5
file/8     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/16    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/24    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/32    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/40    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/48    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/56    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/64    ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/72    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/80    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/88    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5
file/96    argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/104   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/112   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/120   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/128   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/136   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/144   argument@5 argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/152   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/160   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/168   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/176   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/184   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/192   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/200   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/208   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/216   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/224   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/4     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/12    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/20    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/28    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/60    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
file/84    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/0   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/8   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/16  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/24  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/32  argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/40  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/48  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/56  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/64  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/72  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/80  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/88  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/96  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/104 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/112 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/120 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/128 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/136 argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/144 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/152 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5
dentry/160 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/168 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/176 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5
dentry/184 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/192 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/200 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/208 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/216 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/224 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/4   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/12  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/20  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/28  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/60  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
dentry/84  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
-- set OF
fs_struct
sk_buff
-- table parts of structs, as fs_struct and sk_buff have them: OF OFF PART
r0 += $OFF
*(u64 *)(r6 + $PART) = r0
-- expect
              0          8          16         24         32         40         48         56         64         72         80
fs_struct/0   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/8   argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5 ok         argument@5
fs_struct/16  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/24  ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/32  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/40  ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/48  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/56  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/64  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/72  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/80  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/88  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/96  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/104 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/112 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/120 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/128 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/136 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/144 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/152 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/160 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/168 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/176 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/184 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/192 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/200 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/208 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/216 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/224 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/4   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/12  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/20  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/28  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/60  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
fs_struct/84  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/0     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/8     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/16    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/24    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/32    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/40    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/48    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/56    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/64    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/72    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/80    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/88    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/96    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/104   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/112   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/120   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/128   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/136   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/144   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/152   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/160   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/168   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/176   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/184   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/192   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/200   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/208   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/216   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/224   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/4     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/12    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/20    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/28    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/60    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
sk_buff/84    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
-- set OF
task_struct
signal_struct
-- table parts of structs, as task_struct and signal_struct have them: OF OFF PART
r0 += $OFF
*(u64 *)(r6 + $PART) = r0
-- expect
                  0          8          16         24         32         40         48         56         64         72         80
task_struct/0     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/8     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/16    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/24    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/32    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/40    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/48    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/56    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/64    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/72    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/80    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/88    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/96    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/104   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/112   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/120   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/128   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok
task_struct/136   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/144   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5
task_struct/152   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/160   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/168   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/176   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/184   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/192   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/200   argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/208   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/216   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/224   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/4     argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/12    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/20    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/28    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/60    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
task_struct/84    argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/0   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/8   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/16  argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/24  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/32  argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5 ok         argument@5
signal_struct/40  argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/48  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/56  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/64  argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/72  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/80  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/88  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/96  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/104 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/112 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/120 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/128 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/136 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/144 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/152 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5
signal_struct/160 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/168 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/176 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/184 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/192 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/200 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/208 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/216 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/224 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/4   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/12  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/20  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/28  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/60  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
signal_struct/84  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
-- set OF
inode
net_device
-- table parts of structs, as inode and net_device have them: OF OFF PART
r0 += $OFF
*(u64 *)(r6 + $PART) = r0
-- expect
               0          8          16         24         32         40         48         56         64         72         80
inode/0        argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/8        argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/16       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/24       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/32       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/40       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/48       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/56       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/64       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/72       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/80       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/88       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/96       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/104      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/112      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/120      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/128      argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5 ok         argument@5
inode/136      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/144      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/152      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/160      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/168      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/176      argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/184      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/192      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/200      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/208      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 ok         argument@5 argument@5 argument@5
inode/216      argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/224      argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/4        argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/12       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/20       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/28       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/60       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
inode/84       argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/0   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/8   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/16  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/24  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/32  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/40  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/48  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/56  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/64  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/72  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/80  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/88  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/96  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/104 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/112 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/120 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/128 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/136 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/144 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/152 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/160 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/168 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/176 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/184 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/192 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/200 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/208 argument@5 ok         argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/216 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/224 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/4   argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/12  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/20  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/28  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/60  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
net_device/84  argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5 argument@5
