Functions of the kernel that came later, and arguments of other kinds.
-- kernel
-- type syscall sleepable
-- maps
values array 4 48 1
texts array 4 16 1 rdonly_prog frozen=73656375726974792e61620000000041
records ringbuf 0 0 4096
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
-- after
out: r0 = 0
exit
-- set STR
text    r2 = map[texts][0]+0
end     r2 = map[texts][0]+15
inside  r2 = map[texts][0]+3
values  r2 = map[values][0]+0
stack   r2 = r10; r2 += -8
number  r2 = 0
ctx     r2 = r6
-- table constant strings: STR
$STR
r1 = 1
r3 = 0
r4 = 0
r5 = 0
call kfunc[bpf_stream_vprintk_impl]
-- expect
text   maybe-null@9
end    argument@9
inside maybe-null@9
values argument@9
stack  argument@9
number maybe-null@8
ctx    argument@8
-- set CRYPT
made      r1 = r10; r1 += -8; r2 = 8; r3 = r10; r3 += -16; call kfunc[bpf_crypto_ctx_create]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_crypto_ctx_release]
kept      r1 = r10; r1 += -8; r2 = 8; r3 = r10; r3 += -16; call kfunc[bpf_crypto_ctx_create]
untested  r1 = r10; r1 += -8; r2 = 8; r3 = r10; r3 += -16; call kfunc[bpf_crypto_ctx_create]; r1 = r0; call kfunc[bpf_crypto_ctx_release]
unwritten r1 = r10; r1 += -8; r2 = 8; r3 = r10; r3 += -20; call kfunc[bpf_crypto_ctx_create]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_crypto_ctx_release]
twice     r1 = r10; r1 += -8; r2 = 8; r3 = r10; r3 += -16; call kfunc[bpf_crypto_ctx_create]; if r0 == 0 goto out; r7 = r0; r1 = r0; call kfunc[bpf_crypto_ctx_acquire]; r8 = r0; r1 = r7; call kfunc[bpf_crypto_ctx_release]; if r8 == 0 goto out; r1 = r8; call kfunc[bpf_crypto_ctx_release]
zero      r1 = r10; r1 += -8; r2 = 8; r3 = 0; call kfunc[bpf_crypto_ctx_create]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_crypto_ctx_release]
key       r1 = 1; r2 = 0; call kfunc[bpf_lookup_user_key]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_key_put]
key_kept  r1 = 1; call kfunc[bpf_lookup_system_key]
key_two   r1 = 1; call kfunc[bpf_lookup_system_key]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_crypto_ctx_release]
dmabuf    r1 = r10; r1 += -24; call kfunc[bpf_iter_dmabuf_new]; next: r1 = r10; r1 += -24; call kfunc[bpf_iter_dmabuf_next]; if r0 == 0 goto end; r1 = *(u64 *)(r0 + 0); goto next; end: r1 = r10; r1 += -24; call kfunc[bpf_iter_dmabuf_destroy]
dma_kept  r1 = r10; r1 += -24; call kfunc[bpf_iter_dmabuf_new]
case      r1 = r10; r1 += -8; r2 = r1; call kfunc[bpf_strcasecmp]
user      r1 = r10; r1 += -8; r2 = 8; r3 = r6; r4 = 0; r5 = 0; call kfunc[bpf_copy_from_user_task_str]
css       r1 = r6; r2 = 0; call kfunc[css_rstat_updated]
xattr     r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto out; r7 = r0; r1 = r7; r2 = map[texts][0]+0; r3 = r10; r3 += -16; call kfunc[bpf_cgroup_read_xattr]; r1 = r7; call kfunc[bpf_cgroup_release]
dynread   r1 = map[values][0]+0; r2 = 16; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = r10; r1 += -32; r2 = 0; r3 = 8; r4 = r6; call kfunc[bpf_probe_read_kernel_dynptr]; r1 = r10; r1 += -32; r2 = 0; r3 = 8; r4 = 0; call kfunc[bpf_copy_from_user_dynptr]
dynxattr  r1 = map[values][0]+0; r2 = 16; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto out; r7 = r0; r1 = r7; r2 = map[texts][0]+0; r3 = r10; r3 += -32; call kfunc[bpf_cgroup_read_xattr]; r1 = r7; call kfunc[bpf_cgroup_release]
trap      call kfunc[__bpf_trap]
cast      r1 = r6; r2 = struct[task_struct]; call kfunc[bpf_rdonly_cast]; r0 = *(u32 *)(r0 + 0)
cast1     r1 = r6; r2 = 1; call kfunc[bpf_rdonly_cast]; r0 = *(u32 *)(r0 + 0)
cast-1    r1 = r6; r2 = -1; call kfunc[bpf_rdonly_cast]
-- table functions that a sleeping program calls: CRYPT
$CRYPT
-- expect
made      ok
kept      reference@10
untested  maybe-null@10
unwritten ok
twice     ok
zero      ok
key       ok
key_kept  reference@6
key_two   argument@7
dmabuf    ok
dma_kept  reference@7
case      ok
user      argument@9
css       helper@5
xattr     uninitialised@12
dynread   ok
dynxattr  ok
trap      unreadable@3
cast      ok
cast1     argument@5
cast-1    argument@5
-- type sched_cls
-- table functions that a packet's program calls: CRYPT
$CRYPT
-- expect
made      helper@8
kept      helper@8
untested  helper@8
unwritten helper@8
twice     helper@8
zero      helper@7
key       helper@5
key_kept  reference@6
key_two   helper@7
dmabuf    helper@5
dma_kept  helper@5
case      ok
user      helper@9
css       helper@5
xattr     uninitialised@12
dynread   helper@21
dynxattr  ok
trap      unreadable@3
cast      ok
cast1     argument@5
cast-1    argument@5
-- type tracing attach=trace_iter to=bpf_iter_tcp
-- table an iterator over sockets: CRYPT
$CRYPT
-- expect
made      helper@8
kept      helper@8
untested  helper@8
unwritten helper@8
twice     helper@8
zero      helper@7
key       helper@5
key_kept  reference@6
key_two   helper@7
dmabuf    helper@5
dma_kept  helper@5
case      ok
user      helper@9
css       argument@5
xattr     uninitialised@12
dynread   helper@21
dynxattr  ok
trap      unreadable@3
cast      ok
cast1     argument@5
cast-1    argument@5
-- set SOCK
tcp     r7 = *(u64 *)(r6 + 8); if r7 == 0 goto out; r1 = r7; call kfunc[bpf_sock_destroy]
null    r7 = *(u64 *)(r6 + 8); r1 = r7; call kfunc[bpf_sock_destroy]
meta    r7 = *(u64 *)(r6 + 0); r1 = r7; call kfunc[bpf_sock_destroy]
-- table sockets that are destroyed: SOCK
$SOCK
-- expect
tcp  ok
null maybe-null@5
meta argument@5
-- type tracing attach=trace_raw_tp to=task_newtask
-- table sockets that are destroyed elsewhere: SOCK
$SOCK
-- expect
tcp  helper@6
null helper@5
meta helper@5
-- type cgroup_skb attach=cgroup_inet_ingress
-- set SLICE
read  call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r0 = *(u8 *)(r0 + 0)
write call kfunc[bpf_dynptr_slice_rdwr]
-- table slices of packets that may not be written: SLICE
r1 = r6
r2 = 0
r3 = r10
r3 += -32
call kfunc[bpf_dynptr_from_skb]
r1 = r10
r1 += -32
r2 = 0
r3 = r10
r3 += -16
r4 = 8
$SLICE
-- expect
read  ok
write helper@14
