bpftool on types.
-- run
LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL
$b prog loadall $CLIENTS/counter.bpf.o /sys/fs/bpf/counter
id=$($b -j prog show pinned /sys/fs/bpf/counter/count | sed "s/.*\"btf_id\":\([0-9]*\).*/\1/")
$b btf show id $id | sed "s/^[0-9]*:/ID:/; s/size [0-9]*B/SIZE/; s/prog_ids.*/USERS/"
$b btf dump id $id format c | grep -A7 "^struct xdp_md"
$b btf dump id $id | grep -c "FUNC .count_at"
' 2>&1
-- stdout
ID: name <anon>  SIZE  USERS
struct xdp_md {
	__u32 data;
	__u32 data_end;
	__u32 data_meta;
	__u32 ingress_ifindex;
	__u32 rx_queue_index;
	__u32 egress_ifindex;
};
1
-- exit
0
