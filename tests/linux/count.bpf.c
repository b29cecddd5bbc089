/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A program for each kind of hook that counts what it sees in `hits`, and nothing else that happens
 * on the machine: UDP packets to port 4711, and calls with a number that only the test uses. */
#include <linux/bpf.h>
#include <linux/errno.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <linux/ptrace.h>
#include <linux/udp.h>
#include <stdbool.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include <bpf/usdt.bpf.h>

enum { PORT = 4711 };

/* -DWIDE: an object whose map is laid out in another way. */
struct count {
	__u64 packets;
#ifdef WIDE
	__u64 bytes;
#endif
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct count);
} hits SEC(".maps");

struct event {
	__u32 pid, number;
};
struct event *unused_event __attribute__((unused));

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 16);
} events SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, 4);
	__uint(value_size, 4);
} others SEC(".maps");

/* What the test says in its calls. */
enum { MARK = 0x51e9 };
__u64 total = 0;

static __always_inline void hit(void)
{
	__u32 zero = 0;
	struct count *count = bpf_map_lookup_elem(&hits, &zero);

	if (count)
		__sync_fetch_and_add(&count->packets, 1);
	__sync_fetch_and_add(&total, 1);
}

static __always_inline int is_ours(const void *data, const void *end)
{
	const struct ethhdr *eth = data;
	const struct iphdr *ip = (const void *)(eth + 1);
	const struct udphdr *udp = (const void *)(ip + 1);

	return (const void *)(udp + 1) <= end && eth->h_proto == bpf_htons(ETH_P_IP) &&
	       ip->protocol == IPPROTO_UDP && udp->dest == bpf_htons(PORT);
}

SEC("xdp")
int count_xdp(struct xdp_md *ctx)
{
	if (is_ours((void *)(long)ctx->data, (void *)(long)ctx->data_end))
		hit();
	return XDP_PASS;
}

SEC("tc")
int count_tc(struct __sk_buff *skb)
{
	bpf_skb_pull_data(skb, 42);
	if (is_ours((void *)(long)skb->data, (void *)(long)skb->data_end))
		hit();
	return TC_ACT_OK;
}

SEC("socket")
int count_socket(struct __sk_buff *skb)
{
	__u16 port = 0;

	bpf_skb_load_bytes(skb, 36, &port, sizeof(port));
	if (port == bpf_htons(PORT))
		hit();
	return 0;
}

SEC("cgroup_skb/egress")
int count_cgroup(struct __sk_buff *skb)
{
	__u16 port = 0;

	bpf_skb_load_bytes(skb, 22, &port, sizeof(port));
	if (port == bpf_htons(PORT))
		hit();
	return 1;
}

SEC("netfilter")
int count_netfilter(void *ctx)
{
	hit();
	return 1; /* NF_ACCEPT */
}

SEC("raw_tp/sys_enter")
int count_raw_tp(struct bpf_raw_tracepoint_args *ctx)
{
	/* There is no such call, and it is seen all the same. */
	if (ctx->args[1] == MARK)
		hit();
	return 0;
}

/* The arguments of syscalls:sys_enter_getpriority. */
struct getpriority {
	__u64 common;
	__s64 number, which, who;
};

SEC("tp/syscalls/sys_enter_getpriority")
int count_tp(struct getpriority *ctx)
{
	struct event event = {.pid = bpf_get_current_pid_tgid() >> 32};

	if (ctx->who != MARK)
		return 0;
	event.number = (__u32)total;
	hit();
	bpf_ringbuf_output(&events, &event, sizeof(event), 0);
	bpf_perf_event_output(ctx, &others, BPF_F_CURRENT_CPU, &event, sizeof(event));
	return 0;
}

SEC("tp_btf/sys_enter")
int count_tp_btf(__u64 *ctx)
{
	if (ctx[1] == MARK)
		hit();
	return 0;
}

SEC("uprobe")
int count_call(void *ctx)
{
	hit();
	return 0;
}

/* Its section says where, of a library of which the path is not said. */
SEC("uprobe.s/libc.so.6:getpriority")
int count_library(void *ctx)
{
	hit();
	return 0;
}

SEC("usdt")
int BPF_USDT(count_usdt, int number)
{
	if (number == MARK)
		hit();
	return 0;
}

SEC("perf_event")
int count_sample(void *ctx)
{
	hit();
	return 0;
}

/* Of the kernel's structs what is used; the loader finds the places. */
struct seq_file;
struct bpf_iter_meta {
	struct seq_file *seq;
} __attribute__((preserve_access_index));
struct bpf_map {
	char name[16];
} __attribute__((preserve_access_index));
struct bpf_iter__bpf_map {
	struct bpf_iter_meta *meta;
	struct bpf_map *map;
} __attribute__((preserve_access_index));

SEC("iter/bpf_map")
int list_maps(struct bpf_iter__bpf_map *ctx)
{
	struct bpf_map *map = ctx->map;

	if (!map)
		return 0;
	BPF_SEQ_PRINTF(ctx->meta->seq, "map %s\n", map->name);
	return 0;
}

SEC("kprobe/do_nanosleep")
int refused_kprobe(void *ctx)
{
	return 0;
}

SEC("fentry/security_file_permission")
int refused_fentry(void *ctx)
{
	return 0;
}

SEC("lsm/file_open")
int refused_lsm(void *ctx)
{
	return 0;
}

SEC("fmod_ret/security_file_permission")
int refused_modify(void *ctx)
{
	return 0;
}

SEC("freplace/count_xdp")
int refused_replace(struct xdp_md *ctx)
{
	return XDP_PASS;
}

/* Programs of this iterator may not sleep. */
SEC("iter.s/bpf_map")
int refused_sleep(void *ctx)
{
	return 0;
}

/* A section that libbpf 1.1 does not know. */
SEC("tcx/ingress")
int section_tcx(struct __sk_buff *skb)
{
	return TC_ACT_OK;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
