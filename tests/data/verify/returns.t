What a program returns: the values that each type and attach type takes.
-- set V
-1      r0 = -1
0       r0 = 0
1       r0 = 1
2       r0 = 2
3       r0 = 3
4       r0 = 4
u32     call bpf_get_prandom_u32
bit     call bpf_get_prandom_u32; r0 &= 1
two     call bpf_get_prandom_u32; r0 &= 3
1or2    call bpf_get_prandom_u32; r0 &= 1; r0 += 1
neg     call bpf_get_prandom_u32; r0 &= 1; r0 = -r0
w-1     w0 = -1
ctx     r0 = r1
fp      r0 = r10
unset   r2 = 0
high    r0 = 0x100000000 ll
-- after
exit
-- type socket_filter
-- table socket_filter: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type xdp
-- table xdp: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type sched_cls
-- table sched_cls: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type cgroup_skb attach=cgroup_inet_ingress
-- table cgroup_skb cgroup_inet_ingress: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_skb attach=cgroup_inet_egress
-- table cgroup_skb cgroup_inet_egress: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     ok
3     ok
4     return@1
u32   return@1
bit   ok
two   ok
1or2  ok
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sock attach=cgroup_inet_sock_create
-- table cgroup_sock cgroup_inet_sock_create: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sock_addr attach=cgroup_inet4_connect
-- table cgroup_sock_addr cgroup_inet4_connect: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sock_addr attach=cgroup_inet4_bind
-- table cgroup_sock_addr cgroup_inet4_bind: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     ok
3     ok
4     return@1
u32   return@1
bit   ok
two   ok
1or2  ok
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sock_addr attach=cgroup_udp4_recvmsg
-- table cgroup_sock_addr cgroup_udp4_recvmsg: V
$V
-- expect
-1    return@1
0     return@1
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   return@2
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sock_addr attach=cgroup_inet4_getpeername
-- table cgroup_sock_addr cgroup_inet4_getpeername: V
$V
-- expect
-1    return@1
0     return@1
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   return@2
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type sock_ops
-- table sock_ops: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_device
-- table cgroup_device: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sysctl
-- table cgroup_sysctl: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type cgroup_sockopt attach=cgroup_getsockopt
-- table cgroup_sockopt cgroup_getsockopt: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type sk_lookup attach=sk_lookup
-- table sk_lookup sk_lookup: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type sk_msg
-- table sk_msg: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type flow_dissector
-- table flow_dissector: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type kprobe
-- table kprobe: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type tracepoint
-- table tracepoint: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type perf_event
-- table perf_event: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type raw_tracepoint
-- table raw_tracepoint: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type lwt_in
-- table lwt_in: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type sk_reuseport attach=sk_reuseport_select
-- table sk_reuseport sk_reuseport_select: V
$V
-- expect
-1    ok
0     ok
1     ok
2     ok
3     ok
4     ok
u32   ok
bit   ok
two   ok
1or2  ok
neg   ok
w-1   ok
ctx   ok
fp    ok
unset unreadable@1
high  ok
-- type netfilter attach=netfilter
-- table netfilter netfilter: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
-- type kprobe attach=trace_kprobe_session
-- table kprobe trace_kprobe_session: V
$V
-- expect
-1    return@1
0     ok
1     ok
2     return@1
3     return@1
4     return@1
u32   return@1
bit   ok
two   return@2
1or2  return@3
neg   return@3
w-1   return@1
ctx   return@1
fp    return@1
unset unreadable@1
high  return@2
