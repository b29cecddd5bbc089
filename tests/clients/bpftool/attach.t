bpftool attaches programs without links: to cgroups, which any folders are here, the network name space, and maps of sockets. Iterators walk over nothing.
-- run
export T; LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL; p="pinned /sys/fs/bpf/p"; c=$T/c; mkdir -p $c/a
show() { sed "s,$T,T,; s/^\( *\)[0-9][0-9]* /\1ID /; s/  *$//"; }
$b prog loadall $CLIENTS/attached.bpf.o /sys/fs/bpf/p
$b cgroup attach $c cgroup_inet_egress $p/egress multi
$b cgroup attach $c cgroup_inet_egress $p/egress multi
$b cgroup attach $c/a cgroup_inet4_connect $p/connect4
$b cgroup attach $c/a cgroup_inet4_connect $p/connect4 override
$b cgroup attach $c/a cgroup_inet4_connect $p/egress
$b cgroup show $c | show; $b cgroup show $c/a effective | show; $b cgroup tree $c | show
rm /sys/fs/bpf/p/egress; $b prog show name egress | grep -o "name egress"
$b cgroup detach $c cgroup_inet_egress name egress; $b cgroup show $c; $b prog show name egress
$b map create /sys/fs/bpf/m type sockmap key 4 value 4 entries 4 name socks
$b prog attach $p/message sk_msg_verdict pinned /sys/fs/bpf/m; $b prog detach $p/message sk_msg_verdict pinned /sys/fs/bpf/m
$b prog detach $p/message sk_msg_verdict pinned /sys/fs/bpf/m
$b prog attach $p/flow flow_dissector; $b prog attach $p/flow flow_dissector; $b prog detach $p/flow flow_dissector
$b iter pin $CLIENTS/walk.bpf.o /sys/fs/bpf/walk; $b prog load $CLIENTS/walk.bpf.o /sys/fs/bpf/walk && rm /sys/fs/bpf/walk
rmdir $c/a; rm /sys/fs/bpf/p/*; $b prog show
' 2>&1
-- stdout
Error: failed to attach program
Error: failed to attach program
Error: failed to attach program
ID       AttachType      AttachFlags     Name
ID        cgroup_inet_egress multi           egress
ID       AttachType      Name
ID        cgroup_inet_egress egress
ID        cgroup_inet4_connect connect4
CgroupPath
ID       AttachType      AttachFlags     Name
T/c
ID        cgroup_inet_egress multi           egress
T/c/a
    ID        cgroup_inet4_connect                 connect4
name egress
Error: failed prog detach from map
Error: failed prog attach to map
libbpf: prog 'walk': failed to attach to iterator: Operation not supported
Error: attach_iter failed for program walk
-- exit
0
