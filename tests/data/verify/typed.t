Pointers to structs of the kernel that contexts hold: of which type, whether they may be NULL, and how far they are trusted.
-- kernel
-- type netfilter attach=netfilter
-- set USE
state    r2 = *(u64 *)(r1 + 0); r3 = *(u32 *)(r2 + off[nf_hook_state.hook])
member   r2 = *(u64 *)(r1 + 0); r3 = *(u64 *)(r2 + off[nf_hook_state.net]); r4 = *(u32 *)(r3 + 0)
far      r2 = *(u64 *)(r1 + 0); r3 = *(u64 *)(r2 + 4000)
write    r2 = *(u64 *)(r1 + 0); *(u32 *)(r2 + 0) = 0
skb      r2 = *(u64 *)(r1 + 8); r3 = *(u32 *)(r2 + off[sk_buff.len])
mark     r2 = *(u64 *)(r1 + 8); *(u32 *)(r2 + 0) = 0
half     r2 = *(u32 *)(r1 + 8)
across   r2 = *(u64 *)(r1 + 4)
behind   r2 = *(u64 *)(r1 + 16)
signed   r2 = *(s32 *)(r1 + 8)
store    *(u64 *)(r1 + 0) = 0
given    r1 = *(u64 *)(r1 + 8); r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
given_s  r1 = *(u64 *)(r1 + 0); r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
given_c  r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
flags    r1 = *(u64 *)(r1 + 8); r2 = 1; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
inside   r1 = *(u64 *)(r1 + 8); r1 += 8; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
header   r1 = *(u64 *)(r1 + 8); r2 = 0; r3 = r10; r3 += -16; r6 = r3; call kfunc[bpf_dynptr_from_skb]; r1 = r6; r2 = 0; r3 = r10; r3 += -40; r4 = 20; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r3 = *(u8 *)(r0 + 19)
written  r1 = *(u64 *)(r1 + 8); r2 = 0; r3 = r10; r3 += -16; r6 = r3; call kfunc[bpf_dynptr_from_skb]; r1 = r6; r2 = 0; r3 = r10; r3 += -40; r4 = 20; call kfunc[bpf_dynptr_slice_rdwr]; if r0 == 0 goto out; *(u8 *)(r0 + 19) = 0
-- table a hook of netfilter: USE
$USE
out: r0 = 1
exit
-- expect
state   bounds@1
member  ok
far     bounds@1
write   read-only@1
skb     ok
mark    read-only@1
half    context@0
across  context@0
behind  context@0
signed  context@0
store   context@0
given   ok
given_s argument@4
given_c argument@3
flags   ok
inside  ok
header  ok
written helper@11
-- set USE
untested r2 = *(u64 *)(r1 + 0)
tested   if r1 == 0 goto out; r2 = *(u64 *)(r1 + 0)
far      if r1 == 0 goto out; r2 = *(u64 *)(r1 + 32000)
write    if r1 == 0 goto out; *(u64 *)(r1 + 0) = 1
whole    if r1 == 0 goto out; r2 = *(u16 *)(r1 + 1)
-- type tracing attach=trace_iter to=bpf_iter_ksym
-- table read ksym 8 kallsym_iter: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_map
-- table read bpf_map 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_task
-- table read task 8 task_struct: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_task_file
-- table read task_file 8 task_struct: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_task_file
-- table read task_file 24 file: USE
r1 = *(u64 *)(r1 + 24)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   bounds@2
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_task_vma
-- table read task_vma 8 task_struct: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_task_vma
-- table read task_vma 16 vm_area_struct: USE
r1 = *(u64 *)(r1 + 16)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_prog
-- table read bpf_prog 8 bpf_prog: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   bounds@2
far      bounds@2
write    read-only@2
whole    bounds@2
-- type tracing attach=trace_iter to=bpf_iter_bpf_link
-- table read bpf_link 8 bpf_link: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_map_elem
-- table read bpf_map_elem 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested ok
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_cgroup
-- table read cgroup 8 cgroup: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    bounds@2
-- type tracing attach=trace_iter to=bpf_iter_kmem_cache
-- table read kmem_cache 8 kmem_cache: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    bounds@2
-- type tracing attach=trace_iter to=bpf_iter_dmabuf
-- table read dmabuf 8 dma_buf: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_sockmap
-- table read sockmap 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested ok
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_sockmap
-- table read sockmap 24 sock: USE
r1 = *(u64 *)(r1 + 24)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_sk_storage_map
-- table read bpf_sk_storage_map 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested ok
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_sk_storage_map
-- table read bpf_sk_storage_map 16 sock: USE
r1 = *(u64 *)(r1 + 16)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_netlink
-- table read netlink 8 netlink_sock: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_tcp
-- table read tcp 8 sock_common: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_udp
-- table read udp 8 udp_sock: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_unix
-- table read unix 8 unix_sock: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      bounds@2
write    read-only@2
whole    ok
-- type tracing attach=trace_iter to=bpf_iter_ipv6_route
-- table read ipv6_route 8 fib6_info: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
-- expect
untested maybe-null@1
tested   ok
far      ok
write    read-only@2
whole    bounds@2
-- type tracing attach=trace_iter to=bpf_iter_task
-- table read task 0 bpf_iter_meta: USE
r1 = *(u64 *)(r1 + 0)
$USE
out: r0 = 0
exit
-- expect
untested ok
tested   ok
far      bounds@2
write    read-only@2
whole    bounds@2
-- set USE
given call f
sure  if r1 == 0 goto out; call f
-- type tracing attach=trace_iter to=bpf_iter_ksym
-- funcs
static int main(ctx)
global int f(struct[kallsym_iter]+trusted)
-- table trusted ksym 8 kallsym_iter: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_map
-- funcs
static int main(ctx)
global int f(struct[bpf_map]+trusted)
-- table trusted bpf_map 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_task
-- funcs
static int main(ctx)
global int f(struct[task_struct]+trusted)
-- table trusted task 8 task_struct: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_task_file
-- funcs
static int main(ctx)
global int f(struct[task_struct]+trusted)
-- table trusted task_file 8 task_struct: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_task_file
-- funcs
static int main(ctx)
global int f(struct[file]+trusted)
-- table trusted task_file 24 file: USE
r1 = *(u64 *)(r1 + 24)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_task_vma
-- funcs
static int main(ctx)
global int f(struct[task_struct]+trusted)
-- table trusted task_vma 8 task_struct: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_task_vma
-- funcs
static int main(ctx)
global int f(struct[vm_area_struct]+trusted)
-- table trusted task_vma 16 vm_area_struct: USE
r1 = *(u64 *)(r1 + 16)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_prog
-- funcs
static int main(ctx)
global int f(struct[bpf_prog]+trusted)
-- table trusted bpf_prog 8 bpf_prog: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_link
-- funcs
static int main(ctx)
global int f(struct[bpf_link]+trusted)
-- table trusted bpf_link 8 bpf_link: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_map_elem
-- funcs
static int main(ctx)
global int f(struct[bpf_map]+trusted)
-- table trusted bpf_map_elem 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given ok
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_cgroup
-- funcs
static int main(ctx)
global int f(struct[cgroup]+trusted)
-- table trusted cgroup 8 cgroup: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_kmem_cache
-- funcs
static int main(ctx)
global int f(struct[kmem_cache]+trusted)
-- table trusted kmem_cache 8 kmem_cache: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_dmabuf
-- funcs
static int main(ctx)
global int f(struct[dma_buf]+trusted)
-- table trusted dmabuf 8 dma_buf: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_sockmap
-- funcs
static int main(ctx)
global int f(struct[bpf_map]+trusted)
-- table trusted sockmap 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given ok
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_sockmap
-- funcs
static int main(ctx)
global int f(struct[sock]+trusted)
-- table trusted sockmap 24 sock: USE
r1 = *(u64 *)(r1 + 24)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_sk_storage_map
-- funcs
static int main(ctx)
global int f(struct[bpf_map]+trusted)
-- table trusted bpf_sk_storage_map 8 bpf_map: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given ok
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_bpf_sk_storage_map
-- funcs
static int main(ctx)
global int f(struct[sock]+trusted)
-- table trusted bpf_sk_storage_map 16 sock: USE
r1 = *(u64 *)(r1 + 16)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_netlink
-- funcs
static int main(ctx)
global int f(struct[netlink_sock]+trusted)
-- table trusted netlink 8 netlink_sock: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_tcp
-- funcs
static int main(ctx)
global int f(struct[sock_common]+trusted)
-- table trusted tcp 8 sock_common: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_udp
-- funcs
static int main(ctx)
global int f(struct[udp_sock]+trusted)
-- table trusted udp 8 udp_sock: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_unix
-- funcs
static int main(ctx)
global int f(struct[unix_sock]+trusted)
-- table trusted unix 8 unix_sock: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_ipv6_route
-- funcs
static int main(ctx)
global int f(struct[fib6_info]+trusted)
-- table trusted ipv6_route 8 fib6_info: USE
r1 = *(u64 *)(r1 + 8)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given maybe-null@1
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_task
-- funcs
static int main(ctx)
global int f(struct[bpf_iter_meta]+trusted)
-- table trusted task 0 bpf_iter_meta: USE
r1 = *(u64 *)(r1 + 0)
$USE
out: r0 = 0
exit
f:
r0 = 0
exit
-- expect
given ok
sure  ok
-- type tracing attach=trace_iter to=bpf_iter_netlink
-- set USE
long     r2 = *(u64 *)(r1 + off[netlink_sock.groups]); r3 = *(u64 *)(r2 + 0)
longfar  r2 = *(u64 *)(r1 + off[netlink_sock.groups]); r3 = *(u64 *)(r2 + 4000)
longadd  r2 = *(u64 *)(r1 + off[netlink_sock.groups]); r2 += 400; r3 = *(u64 *)(r2 + 4000)
longw    r2 = *(u64 *)(r1 + off[netlink_sock.groups]); *(u64 *)(r2 + 0) = 0
void     r2 = *(u64 *)(r1 + off[sock.sk_user_data]); r3 = *(u64 *)(r2 + 0)
voidadd  r2 = *(u64 *)(r1 + off[sock.sk_user_data]); r2 += r2
func     r2 = *(u64 *)(r1 + off[sock.sk_destruct]); r3 = *(u64 *)(r2 + 0)
mul      r2 = *(u64 *)(r1 + off[netlink_sock.groups]); r2 *= 3
test     r2 = *(u64 *)(r1 + off[netlink_sock.groups]); if r2 == 0 goto out; r3 = *(u8 *)(r2 + 3)
-- funcs
-- table what leads to no struct: USE
r1 = *(u64 *)(r1 + 8)
if r1 == 0 goto out
$USE
out: r0 = 0
exit
-- expect
long    ok
longfar ok
longadd ok
longw   read-only@3
void    ok
voidadd arithmetic@3
func    ok
mul     ok
test    ok
-- type kprobe
-- maps
values array 4 8 1
-- set M
operations r2 = *(u64 *)(r1 + off[bpf_map.ops]); r2 = *(u64 *)(r2 + 0)
no_struct  r2 = *(u64 *)(r1 + off[bpf_map.security]); r2 = *(u64 *)(r2 + 0)
-- table what maps lead to: M
r1 = map[values]
$M
r0 = 0
exit
-- expect
operations ok
no_struct  ok
