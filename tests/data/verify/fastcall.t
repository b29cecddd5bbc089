Registers that are kept on the stack around calls: what of the stack is not counted then.
-- kernel
-- type sched_cls
-- maps
values array 4 48 1
-- before
r6 = r1
r1 = 42
*(u64 *)(r10 - 512) = r1
-- after
exit
-- set CALL
get_smp_processor_id   *(u64 *)(r10 - 8) = r4; call bpf_get_smp_processor_id; r4 = *(u64 *)(r10 - 8)
get_prandom_u32        *(u64 *)(r10 - 8) = r4; call bpf_get_prandom_u32; r4 = *(u64 *)(r10 - 8)
ktime_get_ns           *(u64 *)(r10 - 8) = r4; call bpf_ktime_get_ns; r4 = *(u64 *)(r10 - 8)
ktime_get_boot_ns      *(u64 *)(r10 - 8) = r4; call bpf_ktime_get_boot_ns; r4 = *(u64 *)(r10 - 8)
jiffies64              *(u64 *)(r10 - 8) = r4; call bpf_jiffies64; r4 = *(u64 *)(r10 - 8)
get_numa_node_id       *(u64 *)(r10 - 8) = r4; call bpf_get_numa_node_id; r4 = *(u64 *)(r10 - 8)
get_current_task       *(u64 *)(r10 - 8) = r4; call bpf_get_current_task; r4 = *(u64 *)(r10 - 8)
get_current_task_btf   *(u64 *)(r10 - 8) = r4; call bpf_get_current_task_btf; r4 = *(u64 *)(r10 - 8)
get_current_pid_tgid   *(u64 *)(r10 - 8) = r4; call bpf_get_current_pid_tgid; r4 = *(u64 *)(r10 - 8)
get_current_uid_gid    *(u64 *)(r10 - 8) = r4; call bpf_get_current_uid_gid; r4 = *(u64 *)(r10 - 8)
get_current_cgroup_id  *(u64 *)(r10 - 8) = r4; call bpf_get_current_cgroup_id; r4 = *(u64 *)(r10 - 8)
rcu                    *(u64 *)(r10 - 8) = r4; call kfunc[bpf_rcu_read_lock]; r4 = *(u64 *)(r10 - 8); call kfunc[bpf_rcu_read_unlock]
preempt                *(u64 *)(r10 - 8) = r4; call kfunc[bpf_preempt_disable]; r4 = *(u64 *)(r10 - 8); call kfunc[bpf_preempt_enable]
context                r1 = r6; *(u64 *)(r10 - 8) = r4; call kfunc[bpf_cast_to_kern_ctx]; r4 = *(u64 *)(r10 - 8)
cast                   r1 = r6; r2 = struct[task_struct]; *(u64 *)(r10 - 8) = r4; call kfunc[bpf_rdonly_cast]; r4 = *(u64 *)(r10 - 8)
void                   r1 = r6; r2 = 0; *(u64 *)(r10 - 8) = r4; call kfunc[bpf_rdonly_cast]; r4 = *(u64 *)(r10 - 8)
argument               r1 = r6; r2 = struct[task_struct]; *(u64 *)(r10 - 8) = r2; call kfunc[bpf_rdonly_cast]; r2 = *(u64 *)(r10 - 8)
packet                 r1 = r6; r2 = 0; *(u64 *)(r10 - 8) = r4; call bpf_skb_pull_data; r4 = *(u64 *)(r10 - 8)
-- table calls that are done in place: CALL
r1 = r6
call f
r0 = 0
exit
f: r6 = r1
r4 = 1
$CALL
r0 = 0
-- expect
get_smp_processor_id  ok
get_prandom_u32       depth@0
ktime_get_ns          depth@0
ktime_get_boot_ns     depth@0
jiffies64             depth@0
get_numa_node_id      depth@0
get_current_task      depth@0
get_current_task_btf  depth@0
get_current_pid_tgid  depth@0
get_current_uid_gid   depth@0
get_current_cgroup_id depth@0
rcu                   depth@0
preempt               depth@0
context               ok
cast                  ok
void                  ok
argument              depth@0
packet                depth@0
-- set FORM
one       *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
two       *(u64 *)(r10 - 8) = r1; *(u64 *)(r10 - 16) = r2; $C; r2 = *(u64 *)(r10 - 16); r1 = *(u64 *)(r10 - 8)
five      *(u64 *)(r10 - 8) = r1; *(u64 *)(r10 - 16) = r2; *(u64 *)(r10 - 24) = r3; *(u64 *)(r10 - 32) = r4; *(u64 *)(r10 - 40) = r5; $C; r5 = *(u64 *)(r10 - 40); r4 = *(u64 *)(r10 - 32); r3 = *(u64 *)(r10 - 24); r2 = *(u64 *)(r10 - 16); r1 = *(u64 *)(r10 - 8)
order     *(u64 *)(r10 - 16) = r1; *(u64 *)(r10 - 8) = r2; $C; r2 = *(u64 *)(r10 - 8); r1 = *(u64 *)(r10 - 16)
crossed   *(u64 *)(r10 - 8) = r1; *(u64 *)(r10 - 16) = r2; $C; r1 = *(u64 *)(r10 - 8); r2 = *(u64 *)(r10 - 16)
swapped   *(u64 *)(r10 - 8) = r1; $C; r2 = *(u64 *)(r10 - 8)
twice     *(u64 *)(r10 - 8) = r1; *(u64 *)(r10 - 16) = r1; $C; r1 = *(u64 *)(r10 - 16); r1 = *(u64 *)(r10 - 8)
r0        r0 = 1; *(u64 *)(r10 - 8) = r0; $C; r0 = *(u64 *)(r10 - 8)
r6        r6 = 1; *(u64 *)(r10 - 8) = r6; $C; r6 = *(u64 *)(r10 - 8)
word      *(u32 *)(r10 - 8) = r1; $C; r1 = *(u32 *)(r10 - 8)
constant  *(u64 *)(r10 - 8) = 5; $C; r1 = *(u64 *)(r10 - 8)
through   r2 = r10; *(u64 *)(r2 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
between   *(u64 *)(r10 - 8) = r1; r2 = 1; $C; r1 = *(u64 *)(r10 - 8)
behind    *(u64 *)(r10 - 8) = r1; $C; r2 = 1; r1 = *(u64 *)(r10 - 8)
above     *(u64 *)(r10 - 8) = 1; *(u64 *)(r10 - 16) = r1; $C; r1 = *(u64 *)(r10 - 16)
above_x   *(u64 *)(r10 - 8) = r1; *(u64 *)(r10 - 16) = r1; $C; r1 = *(u64 *)(r10 - 16)
below     *(u64 *)(r10 - 16) = 1; *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
below_x   *(u64 *)(r10 - 16) = r1; *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
again     *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
both      *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); *(u64 *)(r10 - 8) = r1; call bpf_ktime_get_ns; r1 = *(u64 *)(r10 - 8)
deeper    *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); *(u64 *)(r10 - 8) = r1; *(u64 *)(r10 - 16) = r2; $C; r2 = *(u64 *)(r10 - 16); r1 = *(u64 *)(r10 - 8)
read      *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); r2 = *(u64 *)(r10 - 8)
readbyte  *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); r2 = *(u8 *)(r10 - 1)
write     *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); *(u8 *)(r10 - 8) = 1
helper    *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem
dead      *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8); r2 = 0; if r2 == 0 goto +1; r2 = *(u64 *)(r10 - 8)
jump_call if r9 == 1 goto +1; *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
jump_in   if r9 == 1 goto +0; *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
jump_load if r9 == 1 goto +2; *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
small     *(u8 *)(r10 - 24) = 1; *(u64 *)(r10 - 8) = r1; $C; r1 = *(u64 *)(r10 - 8)
-- set C
fast call bpf_get_smp_processor_id
slow call bpf_ktime_get_ns
-- table forms: FORM C
call f
r0 = 0
exit
f: call bpf_get_prandom_u32
r9 = r0
r1 = 1
r2 = 2
r3 = 3
r4 = 4
r5 = 5
$FORM
r0 = 0
-- expect
          fast          slow
one       ok            depth@0
two       ok            depth@0
five      ok            depth@0
order     depth@0       depth@0
crossed   depth@0       depth@0
swapped   depth@0       depth@0
twice     depth@0       depth@0
r0        depth@0       depth@0
r6        depth@0       depth@0
word      depth@0       depth@0
constant  depth@0       depth@0
through   depth@0       depth@0
between   depth@0       depth@0
behind    depth@0       depth@0
above     depth@0       depth@0
above_x   depth@0       depth@0
below     depth@0       depth@0
below_x   depth@0       depth@0
again     ok            depth@0
both      depth@0       depth@0
deeper    unreadable@17 unreadable@17
read      depth@0       depth@0
readbyte  depth@0       depth@0
write     depth@0       depth@0
helper    ok            depth@0
dead      ok            depth@0
jump_call ok            depth@0
jump_in   ok            depth@0
jump_load ok            depth@0
small     depth@0       depth@0
-- set USE
callee  call g
dynptr  r1 = map[values][0]+0; r2 = 8; r3 = 0; r4 = r10; r4 += -16; call bpf_dynptr_from_mem
fill    r1 = r10; r1 += -8; r2 = 8; r3 = 0; call bpf_probe_read_kernel
filled  r1 = r10; r1 += -8; r2 = 8; r3 = r10; r3 += -8; r4 = 8; r5 = 0; call bpf_csum_diff; r1 = *(u64 *)(r10 - 16)
bytes   r1 = r6; r2 = 0; r3 = r10; r3 += -8; r4 = 8; call bpf_skb_load_bytes
var     r9 &= 7; r1 = r10; r1 += -16; r1 += r9; r1 = *(u8 *)(r1 + 0)
varw    r9 &= 7; r1 = r10; r1 += -16; r1 += r9; *(u8 *)(r1 + 0) = 1
atomic  r1 = 1; lock *(u64 *)(r10 - 8) += r1
-- table what else touches it: USE C
r1 = r6
call f
r0 = 0
exit
g: *(u64 *)(r1 - 8) = 0
r0 = 0
exit
f: r6 = r1
call bpf_get_prandom_u32
r9 = r0
r1 = 1
*(u64 *)(r10 - 8) = r1
$C
r1 = *(u64 *)(r10 - 8)
r1 = r10
$USE
r0 = 0
-- expect
       fast      slow
callee depth@0   depth@0
dynptr invalid@7 invalid@7
fill   invalid@7 invalid@7
filled invalid@7 invalid@7
bytes  invalid@7 invalid@7
var    invalid@7 invalid@7
varw   invalid@7 invalid@7
atomic invalid@7 invalid@7
