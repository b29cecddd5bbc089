Calls of the kernel's functions: those of tests, devices and sessions, those that are not there, and those in code that is never reached.
-- kernel
-- set P
fentry     call kfunc[bpf_fentry_test1]
modret     r1 = 0; r2 = 0; call kfunc[bpf_modify_return_test]
tp         r1 = 0; call kfunc[bpf_modify_return_test_tp]
trap       call kfunc[__bpf_trap]
hash       r2 = r10; r2 += -8; r3 = r10; r3 += -16; call kfunc[bpf_xdp_metadata_rx_hash]
hash_dead  r1 = 1; if r1 == 1 goto out; r2 = r10; r2 += -8; r3 = r10; r3 += -16; call kfunc[bpf_xdp_metadata_rx_hash]
return     call kfunc[bpf_session_is_return]; r0 &= 1
cookie     call kfunc[bpf_session_cookie]; r1 = *(u64 *)(r0 + 0)
cookie_w   call kfunc[bpf_session_cookie]; *(u32 *)(r0 + 4) = 1
cookie_far call kfunc[bpf_session_cookie]; *(u32 *)(r0 + 8) = 1
cookie_mem call kfunc[bpf_session_cookie]; r1 = r0; r2 = 8; r3 = r10; call bpf_probe_read_kernel
weak       r0 = 1; raw 8520000000000000
weak_arg   r1 = 1; raw 8520000000000000; r0 = r1
weak_r0    raw 8520000000000000; r1 = r0
weak_err   r0 = 0; raw 8520000000000000; r1 = *(u64 *)(r0 + 0)
weak_dead  r0 = 0; if r0 == 0 goto out; raw 8520000000000000; r1 = *(u64 *)(r0 + 0)
weak_two   r6 = r1; r0 = 0; if r6 == 0 goto +1; raw 8520000000000000; r1 = *(u64 *)(r6 + 4000)
module     r0 = 0; raw 8520010000000000
-- type xdp
-- table calls of xdp: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     helper@0
cookie     helper@0
cookie_w   helper@0
cookie_far helper@0
cookie_mem helper@0
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type socket_filter
-- table calls of socket_filter: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     helper@0
cookie     helper@0
cookie_w   helper@0
cookie_far helper@0
cookie_mem helper@0
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type syscall sleepable
-- table calls of syscall sleepable: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     helper@0
cookie     helper@0
cookie_w   helper@0
cookie_far helper@0
cookie_mem helper@0
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   helper@3
module     unsupported@1
-- type tracing attach=trace_raw_tp to=task_newtask
-- table calls of tracing attach=trace_raw_tp: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     helper@0
cookie     helper@0
cookie_w   helper@0
cookie_far helper@0
cookie_mem helper@0
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type kprobe
-- table calls of kprobe: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     helper@0
cookie     helper@0
cookie_w   helper@0
cookie_far helper@0
cookie_mem helper@0
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type kprobe attach=trace_kprobe_session
-- table calls of kprobe attach=trace_kprobe_session: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     ok
cookie     ok
cookie_w   ok
cookie_far bounds@1
cookie_mem ok
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type kprobe attach=trace_uprobe_session
-- table calls of kprobe attach=trace_uprobe_session: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     ok
cookie     ok
cookie_w   ok
cookie_far bounds@1
cookie_mem ok
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type kprobe attach=trace_kprobe_multi
-- table calls of kprobe attach=trace_kprobe_multi: P
$P
out: r0 = 0
exit
-- expect
fentry     helper@0
modret     helper@2
tp         ok
trap       unreadable@0
hash       helper@4
hash_dead  helper@6
return     helper@0
cookie     helper@0
cookie_w   helper@0
cookie_far helper@0
cookie_mem helper@0
weak       helper@1
weak_arg   helper@1
weak_r0    unreadable@1
weak_err   not-a-pointer@2
weak_dead  ok
weak_two   context@4
module     unsupported@1
-- type xdp
-- before
r1 = 1
if r1 == 1 goto out
-- after
out: r0 = 0
exit
-- set P
nofunc raw 8520000001000000
many   raw 85200000ffffff7f
neg    raw 85200000ffffffff
other  call kfunc[bpf_sock_destroy]
noflag raw 85200000ffff0000
off    raw 85200100ffff0000
-- table never reached: P
$P
-- expect
nofunc helper@2
many   helper@2
neg    helper@2
other  ok
noflag helper@2
off    unsupported@2
-- type xdp proprietary
-- table never reached, not under the GPL: P
$P
-- expect
nofunc helper@2
many   helper@2
neg    helper@2
other  helper@2
noflag helper@2
off    helper@2
