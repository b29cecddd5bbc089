Without CAP_BPF: neither functions nor loops, few types and instructions. Linux is asked where kernel.unprivileged_bpf_disabled is 0.
-- type socket_filter no_bpf no_perfmon
-- maps
values array 4 48 1
hash hash 4 48 8
programs prog_array 4 4 8
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set P
number   r2 = *(u32 *)(r1 + 0)
return   r0 = 7; exit
counted  r2 = 0; r2 += 1; if r2 < 10 goto -2
back     r2 = *(u32 *)(r1 + 0); if r2 == 0 goto -2
dead     goto +1; r0 = 1
kernel   call bpf_get_current_task
printk   r1 = r10; r1 += -8; *(u64 *)(r10 - 8) = 0; r2 = 8; call bpf_trace_printk
random   call bpf_get_prandom_u32
ktime    call bpf_ktime_get_ns
tail     r2 = map[programs]; r3 = 0; r1 = r6; call bpf_tail_call
lookup   *(u32 *)(r10 - 4) = 0; r1 = map[hash]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; if r0 == 0 goto out; r2 = *(u64 *)(r0 + 0)
leak     *(u32 *)(r10 - 4) = 0; r1 = map[hash]; r2 = r10; r2 += -4; call bpf_map_lookup_elem; if r0 == 0 goto out; *(u64 *)(r0 + 0) = r0
old      r2 = *(u64 *)(r10 - 8)
spill    *(u64 *)(r10 - 8) = r1; r2 = *(u64 *)(r10 - 8)
part     *(u64 *)(r10 - 8) = r1; r2 = *(u32 *)(r10 - 8)
moved    r1 += 8; r2 = *(u32 *)(r1 + 0)
stack    r2 = r10; r3 = *(u32 *)(r1 + 0); r3 &= 7; r3 += -8; r2 += r3; *(u8 *)(r2 + 0) = 1
value    r2 = *(u32 *)(r1 + 0); r2 &= 7; r3 = map[values][0]+0; r3 += r2; r0 = *(u8 *)(r3 + 0)
compare  if r1 == 0 goto out
atomic   r2 = 1; *(u64 *)(r10 - 8) = 0; lock *(u64 *)(r10 - 8) += r2
abs      r0 = *(u16 *)skb[12]
-- table of a socket filter: P
$P
-- expect
number  ok
return  invalid@3
counted permission@3
back    permission@2
dead    invalid@2
kernel  privilege@1
printk  privilege@5
random  ok
ktime   ok
tail    ok
lookup  ok
leak    leak@8
old     uninitialised@1
spill   ok
part    stack@2
moved   arithmetic@2
stack   privilege@5
value   ok
compare leak@1
atomic  ok
abs     ok
-- type cgroup_skb no_bpf no_perfmon attach=cgroup_inet_ingress
-- table of a program of cgroups: P
$P
-- expect
number  ok
return  invalid@3
counted permission@3
back    permission@2
dead    invalid@2
kernel  privilege@1
printk  privilege@5
random  ok
ktime   ok
tail    ok
lookup  ok
leak    leak@8
old     uninitialised@1
spill   ok
part    stack@2
moved   arithmetic@2
stack   privilege@5
value   ok
compare leak@1
atomic  ok
abs     form@1
-- case functions
call f
goto done
done: r0 = 0
exit
f: r0 = 1
-- refuse permission @1
-- type xdp no_bpf no_perfmon
-- case other types are for those who have CAP_BPF
-- refuse privilege @0
-- type kprobe no_perfmon
-- case types that look into the kernel are for those who have CAP_PERFMON
-- refuse privilege @0
-- type sched_cls no_perfmon
-- case all else is not
-- accept
