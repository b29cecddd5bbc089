The storage of a cgroup.
-- type cgroup_skb
-- maps
out array 4 1024 1
shared cgroup_storage 16 64 0
percpu percpu_cgroup_storage 16 64 0
-- before
r7 = map[out][0]+0
-- set MAP
shared r1 = map[shared]
percpu r1 = map[percpu]
-- table counts: MAP
$MAP
r2 = 0
call bpf_get_local_storage
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 0) = r1
r1 += 5
*(u64 *)(r0 + 0) = r1
r1 = map[shared]
r2 = 0
call bpf_get_local_storage
r1 = *(u64 *)(r0 + 0)
*(u64 *)(r7 + 8) = r1
r1 = *(u64 *)(r0 + 56)
*(u64 *)(r7 + 16) = r1
r0 = 0
exit
