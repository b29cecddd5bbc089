Who runs the program, and what there is none of.
-- type xdp
-- maps
out array 4 1024 1
groups cgroup_array 4 4 2
-- before
r7 = map[out][0]+0
r1 = -1
*(u64 *)(r7 + 16) = r1
*(u64 *)(r7 + 24) = r1
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- case process and thread
call bpf_get_current_pid_tgid
-- case user and group
call bpf_get_current_uid_gid
-- set SIZE
1 r2 = 1
4 r2 = 4
16 r2 = 16
40 r2 = 40
-- table name: SIZE
r1 = r7
r1 += 16
$SIZE
call bpf_get_current_comm
-- set NS
other r1 = 4; r2 = 1
wide  r1 = 0x100000004 ll; r2 = 1
-- set NSSIZE
8 r4 = 8
4 r4 = 4
16 r4 = 16
-- table another namespace: NS NSSIZE
$NS
r3 = r7
r3 += 16
$NSSIZE
call bpf_get_ns_current_pid_tgid
-- case node
call bpf_get_numa_node_id
-- case sections
call kfunc[bpf_rcu_read_lock]
call kfunc[bpf_preempt_disable]
call kfunc[bpf_preempt_enable]
call kfunc[bpf_rcu_read_unlock]
r0 = 0
-- case a signal that is none
r1 = 65
call bpf_send_signal
-- set INDEX
0  r2 = 0
1  r2 = 1
2  r2 = 2
-1 r2 = -1
-- table cgroups that are not there: INDEX
r1 = map[groups]
$INDEX
call bpf_current_task_under_cgroup
