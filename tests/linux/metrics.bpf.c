/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A map for each form in which skep export tells what maps hold. The program counts calls with a
 * number that only the test uses; all else is written by the test. */
#include <linux/bpf.h>
#include <linux/types.h>
#include <stdbool.h>

#include <bpf/bpf_helpers.h>

enum { MARK = 0x51ea };

enum verdict { VERDICT_PASS, VERDICT_DROP };

struct flow {
	__be32 address;
	__be16 port;
	__u16 unused;
	enum verdict verdict;
	char comm[16];
	__u64 cgroup_id;
};

struct flow_value {
	__u64 packets;
	__u64 bytes_total;
	__u32 level; /* a gauge, as the test says */
	__s32 balance;
	enum verdict last;
	__u32 parts[2];
	struct {
		__u32 slots[5];
	} size;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, struct flow);
	__type(value, struct flow_value);
} flows SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, __u64);
} wide SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 6);
	__type(key, __u32);
	__type(value, __u64);
} hist SEC(".maps");

/* Whose calls are counted. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, bool);
} callers SEC(".maps");

__u64 answered = 0;
int balance = -3;

SEC("raw_tp/sys_enter")
int skep_metrics(struct bpf_raw_tracepoint_args *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32, zero = 0;
	struct flow none = {};

	if (ctx->args[1] != MARK || !bpf_map_lookup_elem(&callers, &pid))
		return 0;
	/* Names the other maps. */
	bpf_map_delete_elem(&flows, &none);
	bpf_map_delete_elem(&wide, &pid);
	bpf_map_lookup_elem(&hist, &zero);
	__sync_fetch_and_add(&answered, 1);
	return 0;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
