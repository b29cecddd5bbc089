Work queues: what is queued, and the functions that run later.
-- kernel
-- type sched_cls
-- funcs
static int main(ctx)
static int f(ptr, ptr, ptr)
struct value 48 long@0 wq@8 long@24
struct plain 32 long@0
-- maps
works array 4 48 1 value=value
others array 4 48 1 value=value
plain array 4 32 1
-- before
r6 = map[works][0]+0
r8 = r6
-- after
r0 = 0
exit
f: r0 = 0
$BODY
exit
-- set BODY
nothing  r0 = 0
one      r0 = 1
none     r5 = r1
value    r0 = *(u64 *)(r3 + 0); r0 = 0
work     r0 = *(u64 *)(r3 + 8); r0 = 0
key      r0 = *(u32 *)(r2 + 0); r0 = 0
key_w    *(u32 *)(r2 + 0) = 0; r0 = 0
map      r0 = *(u64 *)(r1 + 8); r0 = 0
start    r1 = r3; r1 += 8; r2 = 0; call kfunc[bpf_wq_start]; r0 = 0
helper   call bpf_get_prandom_u32; r0 = 0
frame    r0 = *(u64 *)(r4 + 0)
-- set DO
init     r1 = r6; r1 += 8; r2 = map[works]; r3 = 0; call kfunc[bpf_wq_init]
other    r1 = r6; r1 += 8; r2 = map[others]; r3 = 0; call kfunc[bpf_wq_init]
before   r1 = r6; r2 = map[works]; r3 = 0; call kfunc[bpf_wq_init]
inside   r1 = r6; r1 += 16; r2 = map[works]; r3 = 0; call kfunc[bpf_wq_init]
stack    r1 = r10; r1 += -16; r2 = map[works]; r3 = 0; call kfunc[bpf_wq_init]
no_map   r1 = r6; r1 += 8; r2 = 0; r3 = 0; call kfunc[bpf_wq_init]
any      r1 = r6; r2 = *(u64 *)(r6 + 0); r2 &= 8; r1 += r2; r2 = map[works]; r3 = 0; call kfunc[bpf_wq_init]
plain    r1 = map[plain][0]+8; r2 = map[plain]; r3 = 0; call kfunc[bpf_wq_init]
start    r1 = r6; r1 += 8; r2 = 0; call kfunc[bpf_wq_start]
lookup   *(u32 *)(r10 - 4) = 7; r1 = map[works]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; r1 = r0; r1 += 8; r2 = 0; call kfunc[bpf_wq_start]
maybe    *(u32 *)(r10 - 4) = 7; r1 = map[works]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; r1 = r0; r2 = 0; call kfunc[bpf_wq_start]
write    *(u64 *)(r6 + 8) = 0
-- table queued: DO BODY
$DO
r1 = r6
r1 += 8
r2 = subprog[f]
r3 = 0
r4 = 0
call kfunc[bpf_wq_set_callback_impl]
-- expect
       nothing          one              none             value            work             key              key_w            map              start            helper           frame
init   ok               return@20        ok               ok               special-field@19 ok               read-only@19     ok               ok               ok               unreadable@19
other  argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8
before special-field@7  special-field@7  special-field@7  special-field@7  special-field@7  special-field@7  special-field@7  special-field@7  special-field@7  special-field@7  special-field@7
inside special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8
stack  argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8       argument@8
no_map argument@7       argument@7       argument@7       argument@7       argument@7       argument@7       argument@7       argument@7       argument@7       argument@7       argument@7
any    special-field@10 special-field@10 special-field@10 special-field@10 special-field@10 special-field@10 special-field@10 special-field@10 special-field@10 special-field@10 special-field@10
plain  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8  special-field@8
start  ok               return@18        ok               ok               special-field@17 ok               read-only@17     ok               ok               ok               unreadable@17
lookup maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10
maybe  argument@11      argument@11      argument@11      argument@11      argument@11      argument@11      argument@11      argument@11      argument@11      argument@11      argument@11
write  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3  special-field@3
