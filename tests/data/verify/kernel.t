Pointers to what the kernel has: per-CPU variables, structs for helpers, operations.
-- kernel
-- type sched_cls
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set VAR
number  r1 = var[cpu_number]
long    r1 = var[process_counts]
pointer r1 = var[current_task]
struct  r1 = var[runqueues]
-- set USE
this8     call bpf_this_cpu_ptr; r1 = *(u64 *)(r0 + 0)
this4     call bpf_this_cpu_ptr; r1 = *(u32 *)(r0 + 0)
this1     call bpf_this_cpu_ptr; r1 = *(u8 *)(r0 + 3)
behind    call bpf_this_cpu_ptr; r1 = *(u8 *)(r0 + 8)
write     call bpf_this_cpu_ptr; *(u32 *)(r0 + 0) = 0
other     r2 = 0; call bpf_per_cpu_ptr; if r0 == 0 goto out; r1 = *(u32 *)(r0 + 0)
untested  r2 = 0; call bpf_per_cpu_ptr; r1 = *(u32 *)(r0 + 0)
cpu_ptr   r2 = r6; call bpf_per_cpu_ptr
direct    r0 = *(u32 *)(r1 + 0)
moved     r1 += 4; call bpf_this_cpu_ptr; r1 = *(u32 *)(r0 + 0)
follow    call bpf_this_cpu_ptr; r1 = *(u64 *)(r0 + 0); r1 = *(u32 *)(r1 + 0)
twice     call bpf_this_cpu_ptr; r1 = r0; call bpf_this_cpu_ptr
mem       call bpf_this_cpu_ptr; r1 = r0; r2 = 4; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
mem8      call bpf_this_cpu_ptr; r1 = r0; r2 = 8; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
out8      call bpf_this_cpu_ptr; r3 = r0; r1 = r6; r2 = 0; r4 = 4; call bpf_skb_load_bytes
-- table per-CPU variables: USE VAR
$VAR
$USE
-- expect
         number          long            pointer         struct
this8    bounds@4        ok              ok              bounds@4
this4    ok              ok              ok              ok
this1    ok              ok              ok              ok
behind   bounds@4        bounds@4        bounds@4        ok
write    read-only@4     read-only@4     read-only@4     read-only@4
other    ok              ok              ok              ok
untested maybe-null@5    maybe-null@5    maybe-null@5    maybe-null@5
cpu_ptr  ok              ok              ok              ok
direct   not-a-pointer@3 not-a-pointer@3 not-a-pointer@3 not-a-pointer@3
moved    arithmetic@4    arithmetic@4    arithmetic@4    arithmetic@4
follow   bounds@4        not-a-pointer@5 not-a-pointer@5 bounds@4
twice    argument@5      argument@5      argument@5      argument@5
mem      ok              ok              ok              argument@9
mem8     bounds@9        ok              ok              argument@9
out8     read-only@8     read-only@8     read-only@8     argument@8
-- case a variable that there is not
r1 = var[1]
-- refuse form @1
-- type tracing attach=trace_raw_tp to=task_newtask
-- maps
values array 4 48 1
stacks task_storage 4 8 0 btf flags=1
groups cgrp_storage 4 8 0 btf flags=1
-- before
r6 = r1
r8 = *(u64 *)(r6 + 0)
*(u64 *)(r10 - 8) = 0
-- set TASK
given   r7 = r8
moved   r7 = r8; r7 += 8
current call bpf_get_current_task_btf; r7 = r0
rcu     r7 = *(u64 *)(r8 + off[task_struct.real_parent])
rcu_ptr r7 = *(u64 *)(r8 + off[task_struct.cgroups]); if r7 == 0 goto out
plain   r7 = *(u64 *)(r8 + off[task_struct.mm]); if r7 == 0 goto out
walked  r7 = *(u64 *)(r8 + off[task_struct.sched_task_group]); if r7 == 0 goto out
got     r1 = 1; call kfunc[bpf_task_from_pid]; if r0 == 0 goto out; r7 = r0
maybe   r1 = 1; call kfunc[bpf_task_from_pid]; r7 = r0
group   r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto out; r7 = r0
number  r7 = 0
-- set CALL
storage   r1 = map[stacks]; r2 = r7; r3 = 0; r4 = 0; call bpf_task_storage_get
groups    r1 = map[groups]; r2 = r7; r3 = 0; r4 = 0; call bpf_cgrp_storage_get
regs      r1 = r7; call bpf_task_pt_regs
stack     r1 = r7; r2 = r10; r2 += -8; r3 = 8; r4 = 0; call bpf_get_task_stack
file      r1 = r7; call bpf_sock_from_file
xdp       r1 = r7; call bpf_xdp_get_buff_len
cookie    r1 = r7; call bpf_get_socket_cookie
tcp       r1 = r7; call bpf_skc_to_tcp_sock
key       r1 = map[values]; r2 = r7; call bpf_map_lookup_elem
value     r1 = map[values]; r2 = r10; r2 += -8; r3 = r7; r4 = 0; call bpf_map_update_elem
print     r1 = r7; r2 = 8; call bpf_trace_printk
percpu    r1 = r7; call bpf_this_cpu_ptr
-- table kernel pointers for helpers: CALL TASK
$TASK
$CALL
-- expect
        given       moved        current     rcu         rcu_ptr     plain       walked      got          maybe         group        number
storage ok          argument@10  ok          ok          argument@10 argument@10 argument@10 reference@14 reference@13  argument@12  ok
groups  argument@9  argument@10  argument@10 argument@9  argument@10 argument@10 argument@10 argument@12  argument@11   reference@14 ok
regs    ok          argument@6   ok          ok          argument@6  argument@6  argument@6  reference@10 maybe-null@7  argument@8   argument@5
stack   ok          argument@10  ok          ok          argument@10 argument@10 argument@10 reference@14 maybe-null@11 argument@12  argument@9
file    argument@5  argument@6   argument@6  argument@5  argument@6  argument@6  argument@6  argument@8   maybe-null@7  argument@8   argument@5
xdp     argument@5  argument@6   argument@6  argument@5  argument@6  argument@6  argument@6  argument@8   maybe-null@7  argument@8   argument@5
cookie  argument@5  arithmetic@6 argument@6  argument@5  argument@6  argument@6  argument@6  argument@8   argument@7    argument@8   ok
tcp     argument@5  arithmetic@6 argument@6  argument@5  argument@6  argument@6  argument@6  argument@8   maybe-null@7  argument@8   argument@5
key     argument@7  argument@8   argument@8  argument@7  argument@8  argument@8  argument@8  argument@10  maybe-null@9  argument@10  argument@7
value   argument@10 argument@11  argument@11 argument@10 argument@11 argument@11 argument@11 argument@13  maybe-null@12 argument@13  argument@10
print   ok          ok           ok          argument@6  argument@7  argument@7  argument@7  argument@9   maybe-null@8  argument@9   argument@6
percpu  argument@5  argument@6   argument@6  argument@5  argument@6  argument@6  argument@6  argument@8   maybe-null@7  argument@8   argument@5
-- maps
-- set MAP
delete  r1 = map[socks]; r2 = r10; r2 += -8; call bpf_map_delete_elem
hdelete r1 = map[hash]; r2 = r10; r2 += -8; call bpf_map_delete_elem
update  r1 = map[socks]; r2 = r10; r2 += -8; r3 = r6; r4 = 0; call bpf_map_update_elem
lookup  r1 = map[socks]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = r0; call bpf_sk_release
storage r1 = map[own]; r2 = 0; call bpf_get_local_storage
flags   r1 = map[own]; r2 = 1; call bpf_get_local_storage
flags?  r1 = map[own]; r2 = *(u64 *)(r10 - 8); call bpf_get_local_storage
ctx     r1 = map[own]; r2 = r6; call bpf_get_local_storage
pflags  r1 = map[cpu]; r2 = 1; call bpf_get_local_storage
behind  r1 = map[cpu]; r2 = 0; call bpf_get_local_storage; r0 = *(u64 *)(r0 + 8)
inside  r1 = map[cpu]; r2 = 0; call bpf_get_local_storage; r0 = *(u64 *)(r0 + 0)
-- set DO
nothing   r0 = 0
options   r1 = r7; r2 = 6; r3 = 13; r4 = r10; r4 += -8; r5 = 8; call bpf_setsockopt
get       r1 = r7; r2 = 6; r3 = 13; r4 = r10; r4 += -8; r5 = 8; call bpf_getsockopt
ack       r1 = r7; r2 = 1; call bpf_tcp_send_ack
coarse    call bpf_ktime_get_coarse_ns
time      call bpf_ktime_get_ns
print     r1 = r10; r1 += -8; r2 = 8; call bpf_trace_printk
pending   r1 = 1; *(u8 *)(r7 + off[inet_connection_sock.icsk_ack]) = r1
cwnd      r1 = 1; *(u32 *)(r7 + off[tcp_sock.snd_cwnd]) = r1
cwnd8     r1 = 1; *(u64 *)(r7 + off[tcp_sock.snd_cwnd]) = r1
mss       r1 = 1; *(u32 *)(r7 + off[tcp_sock.mss_cache]) = r1
ecn       r1 = 1; *(u8 *)(r7 + off[tcp_sock.ecn_flags]) = r1
private   r1 = 1; *(u64 *)(r7 + off[inet_connection_sock.icsk_ca_priv]) = r1
pacing    r1 = 1; *(u64 *)(r7 + off[sock.sk_pacing_rate]) = r1
state     r1 = 1; *(u32 *)(r7 + 0) = r1
-- type struct_ops to=tcp_congestion_ops.init
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.init: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options ok
get     ok
ack     ok
coarse  ok
time    ok
print   ok
pending ok
cwnd    ok
cwnd8   bounds@4
mss     read-only@4
ecn     ok
private ok
pacing  ok
state   read-only@4
-- type struct_ops to=tcp_congestion_ops.init sleepable
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.init sleepable: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options ok
get     ok
ack     ok
coarse  ok
time    ok
print   ok
pending ok
cwnd    ok
cwnd8   bounds@4
mss     read-only@4
ecn     ok
private ok
pacing  ok
state   read-only@4
-- type struct_ops to=tcp_congestion_ops.init proprietary
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.init proprietary: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing call@0
options call@0
get     call@0
ack     call@0
coarse  call@0
time    call@0
print   call@0
pending call@0
cwnd    call@0
cwnd8   call@0
mss     call@0
ecn     call@0
private call@0
pacing  call@0
state   call@0
-- type struct_ops to=tcp_congestion_ops.release
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.release: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options helper@9
get     helper@9
ack     ok
coarse  ok
time    ok
print   ok
pending ok
cwnd    ok
cwnd8   bounds@4
mss     read-only@4
ecn     ok
private ok
pacing  ok
state   read-only@4
-- type struct_ops to=tcp_congestion_ops.ssthresh
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.ssthresh: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options ok
get     ok
ack     ok
coarse  ok
time    ok
print   ok
pending ok
cwnd    ok
cwnd8   bounds@4
mss     read-only@4
ecn     ok
private ok
pacing  ok
state   read-only@4
-- type struct_ops to=tcp_congestion_ops.cwnd_event
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.cwnd_event: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options ok
get     ok
ack     ok
coarse  ok
time    ok
print   ok
pending ok
cwnd    ok
cwnd8   bounds@4
mss     read-only@4
ecn     ok
private ok
pacing  ok
state   read-only@4
-- type struct_ops to=tcp_congestion_ops.get_info
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.get_info: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing call@0
options call@0
get     call@0
ack     call@0
coarse  call@0
time    call@0
print   call@0
pending call@0
cwnd    call@0
cwnd8   call@0
mss     call@0
ecn     call@0
private call@0
pacing  call@0
state   call@0
-- type struct_ops to=tcp_congestion_ops.name
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation tcp_congestion_ops.name: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing call@0
options call@0
get     call@0
ack     call@0
coarse  call@0
time    call@0
print   call@0
pending call@0
cwnd    call@0
cwnd8   call@0
mss     call@0
ecn     call@0
private call@0
pacing  call@0
state   call@0
-- type struct_ops to=bpf_dummy_ops.test_1
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation bpf_dummy_ops.test_1: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options helper@9
get     helper@9
ack     helper@5
coarse  helper@3
time    helper@3
print   helper@6
pending maybe-null@4
cwnd    maybe-null@4
cwnd8   maybe-null@4
mss     maybe-null@4
ecn     maybe-null@4
private maybe-null@4
pacing  maybe-null@4
state   maybe-null@4
-- type struct_ops to=bpf_dummy_ops.test_1 sleepable
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation bpf_dummy_ops.test_1 sleepable: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing call@0
options call@0
get     call@0
ack     call@0
coarse  call@0
time    call@0
print   call@0
pending call@0
cwnd    call@0
cwnd8   call@0
mss     call@0
ecn     call@0
private call@0
pacing  call@0
state   call@0
-- type struct_ops to=bpf_dummy_ops.test_sleepable
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation bpf_dummy_ops.test_sleepable: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options helper@9
get     helper@9
ack     helper@5
coarse  helper@3
time    helper@3
print   helper@6
pending bounds@4
cwnd    bounds@4
cwnd8   bounds@4
mss     bounds@4
ecn     bounds@4
private bounds@4
pacing  bounds@4
state   ok
-- type struct_ops to=bpf_dummy_ops.test_sleepable sleepable
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table the operation bpf_dummy_ops.test_sleepable sleepable: DO
r7 = *(u64 *)(r6 + 0)
$DO
-- expect
nothing ok
options helper@9
get     helper@9
ack     helper@5
coarse  helper@3
time    helper@3
print   helper@6
pending bounds@4
cwnd    bounds@4
cwnd8   bounds@4
mss     bounds@4
ecn     bounds@4
private bounds@4
pacing  bounds@4
state   ok
-- type sock_ops
-- maps
socks sockmap 4 4 4
hash sockhash 4 4 4
own cgroup_storage 8 8 0
cpu percpu_cgroup_storage 8 8 0
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type sock_ops: MAP
$MAP
-- expect
delete  ok
hdelete ok
update  argument@8
lookup  helper@9
storage ok
flags   argument@5
flags?  ok
ctx     argument@5
pflags  argument@5
behind  bounds@6
inside  ok
-- type sched_cls
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type sched_cls: MAP
$MAP
-- expect
delete  ok
hdelete ok
update  argument@8
lookup  ok
storage helper@5
flags   helper@5
flags?  helper@5
ctx     helper@5
pflags  helper@5
behind  helper@5
inside  helper@5
-- type xdp
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type xdp: MAP
$MAP
-- expect
delete  ok
hdelete ok
update  argument@8
lookup  ok
storage helper@5
flags   helper@5
flags?  helper@5
ctx     helper@5
pflags  helper@5
behind  helper@5
inside  helper@5
-- type sk_msg
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type sk_msg: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  helper@9
storage helper@5
flags   helper@5
flags?  helper@5
ctx     helper@5
pflags  helper@5
behind  helper@5
inside  helper@5
-- type sk_skb
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type sk_skb: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  ok
storage helper@5
flags   helper@5
flags?  helper@5
ctx     helper@5
pflags  helper@5
behind  helper@5
inside  helper@5
-- type cgroup_skb attach=cgroup_inet_ingress
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type cgroup_skb attach=cgroup_inet_ingress: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  ok
storage ok
flags   argument@5
flags?  ok
ctx     argument@5
pflags  argument@5
behind  bounds@6
inside  ok
-- type cgroup_sysctl attach=cgroup_sysctl
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type cgroup_sysctl attach=cgroup_sysctl: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  helper@9
storage ok
flags   argument@5
flags?  ok
ctx     argument@5
pflags  argument@5
behind  bounds@6
inside  ok
-- type raw_tracepoint
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type raw_tracepoint: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  helper@9
storage helper@5
flags   helper@5
flags?  helper@5
ctx     helper@5
pflags  helper@5
behind  helper@5
inside  helper@5
-- type sk_reuseport
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type sk_reuseport: MAP
$MAP
-- expect
delete  ok
hdelete ok
update  argument@8
lookup  helper@9
storage helper@5
flags   helper@5
flags?  helper@5
ctx     helper@5
pflags  helper@5
behind  helper@5
inside  helper@5
-- type cgroup_sock_addr attach=cgroup_inet4_connect
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type cgroup_sock_addr attach=cgroup_inet4_connect: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  ok
storage ok
flags   argument@5
flags?  ok
ctx     argument@5
pflags  argument@5
behind  bounds@6
inside  ok
-- type cgroup_sockopt attach=cgroup_setsockopt
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- table maps for programs of type cgroup_sockopt attach=cgroup_setsockopt: MAP
$MAP
-- expect
delete  argument@6
hdelete argument@6
update  argument@8
lookup  helper@9
storage ok
flags   argument@5
flags?  ok
ctx     argument@5
pflags  argument@5
behind  bounds@6
inside  ok
-- after
out: r0 = 0
exit
-- set ARG
1 r1 = *(u64 *)(r6 + 0)
2 r1 = *(u64 *)(r6 + 8)
3 r1 = *(u64 *)(r6 + 16)
4 r1 = *(u64 *)(r6 + 24)
-- set TESTED
yes if r1 == 0 goto out; r0 = *(u32 *)(r1 + 0)
no  r0 = *(u32 *)(r1 + 0)
add r1 += 4
-- before
r6 = r1
-- type tracing attach=trace_raw_tp to=kfree_skb
-- table arguments of kfree_skb that may be NULL: ARG TESTED
$ARG
$TESTED
-- expect
  yes             no              add
1 bounds@3        bounds@2        ok
2 not-a-pointer@3 not-a-pointer@2 ok
3 not-a-pointer@3 not-a-pointer@2 ok
4 ok              maybe-null@2    maybe-null@2
-- type tracing attach=trace_raw_tp to=tcp_send_reset
-- table arguments of tcp_send_reset: ARG TESTED
$ARG
$TESTED
-- expect
  yes             no              add
1 ok              maybe-null@2    maybe-null@2
2 bounds@3        maybe-null@2    maybe-null@2
3 not-a-pointer@3 not-a-pointer@2 ok
4 context@1       context@1       context@1
-- type tracing attach=trace_raw_tp to=signal_deliver
-- table arguments of signal_deliver, one of which may be an error: ARG TESTED
$ARG
$TESTED
-- expect
  yes             no              add
1 not-a-pointer@3 not-a-pointer@2 ok
2 not-a-pointer@3 not-a-pointer@2 ok
3 bounds@3        bounds@2        ok
4 context@1       context@1       context@1
-- linux 2 yes accept: later versions of Linux know that it may be an error
-- linux 2 no accept: later versions of Linux know that it may be an error
-- type tracing attach=trace_raw_tp to=sched_process_wait
-- case an argument of sched_process_wait
r1 = *(u64 *)(r6 + 0)
r1 += 4
-- refuse maybe-null @2
-- linux accept: later versions of Linux know that it may be NULL
