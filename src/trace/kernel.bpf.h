/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* For the tools' programs: the types of the kernel that they use, with the fields that they use
 * (libbpf finds their offsets in the running kernel), and who is wanted. */
#ifndef SKEP_TRACE_KERNEL_BPF_H
#define SKEP_TRACE_KERNEL_BPF_H

#include <linux/bpf.h>

#include <asm/unistd.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>

#include "trace/record.h"

#ifdef __bpf__
#define KERNEL __attribute__((preserve_access_index))
#else
#define KERNEL
#endif

struct kernfs_node {
	u64 id;
} KERNEL;

struct cgroup {
	int level;
	struct kernfs_node *kn;
	struct cgroup *ancestors[1];
} KERNEL;

struct css_set {
	struct cgroup *dfl_cgrp;
} KERNEL;

typedef struct {
	u32 val;
} kuid_t;

struct cred {
	kuid_t uid;
} KERNEL;

struct mm_struct {
	unsigned long arg_start, arg_end;
} KERNEL;

typedef struct {
	int counter;
} atomic_t;

struct signal_struct {
	atomic_t live;
	int group_exit_code;
} KERNEL;

struct ns_common {
	unsigned int inum;
} KERNEL;

struct net {
	struct ns_common ns;
} KERNEL;

typedef struct {
	struct net *net;
} possible_net_t;

struct nsproxy {
	struct net *net_ns;
} KERNEL;

struct fdtable {
	unsigned int max_fds;
	struct file **fd;
} KERNEL;

struct files_struct {
	struct fdtable *fdt;
} KERNEL;

struct file {
	void *private_data; /* of a socket: its struct socket */
} KERNEL;

struct socket {
	struct sock *sk;
} KERNEL;

struct sched_info {
	unsigned long long run_delay; /* nanoseconds for which it could have run */
} KERNEL;

struct sched_entity {
	u64 sum_exec_runtime; /* nanoseconds on processors */
} KERNEL;

struct task_struct {
	unsigned int __state;
	int on_cpu; /* until it has left its processor for good */
	struct sched_entity se;
	struct sched_info sched_info;
	int pid, tgid;
	int exit_code;
	u64 start_time;
	char comm[SKEP_TRACE_COMM];
	const struct cred *cred;
	struct css_set *cgroups;
	struct mm_struct *mm;
	struct signal_struct *signal;
	struct task_struct *real_parent;
	struct nsproxy *nsproxy; /* NULL while it ends */
	struct files_struct *files;
} KERNEL;

struct in6_addr;

struct sock_common {
	u16 skc_family;
	u8 skc_state;
	u16 skc_num;   /* local port of one that is open */
	u16 skc_dport; /* network order */
	possible_net_t skc_net;
	unsigned long skc_flags; /* bits of enum sock_flags */
	u32 skc_daddr, skc_rcv_saddr;
	struct {
		u8 bytes[16];
	} skc_v6_daddr, skc_v6_rcv_saddr;
} KERNEL;

struct sock {
	struct sock_common __sk_common;
	u16 sk_protocol;
	int sk_err;
} KERNEL;

struct inet_sock {
	u16 inet_sport; /* network order */
} KERNEL;

struct inet_connection_sock {
	u8 icsk_ca_state : 5; /* enum tcp_ca_state */
} KERNEL;

enum { DEVICE_NAME = 16 };

struct net_device {
	char name[DEVICE_NAME];
	possible_net_t nd_net;
} KERNEL;

struct sk_buff {
	struct net_device *dev;
	struct sock *sk;
	unsigned int len, data_len;	/* the latter: of it, in pages elsewhere */
	int skb_iif;			/* interface that it came by; 0: it was made here */
	unsigned int end;		/* offset of struct skb_shared_info from head */
	u16 protocol;			/* network order */
	u16 network_header, mac_header; /* offsets from head; of none, 0xffff */
	unsigned char *head, *data;
	char cb[48]; /* of TCP: struct tcp_skb_cb */
} KERNEL;

struct tcp_skb_cb {
	u16 tcp_gso_segs;
} KERNEL;

struct skb_shared_info {
	atomic_t dataref; /* how many share the bytes, in its lower half */
} KERNEL;

struct tcp_sock {
	u32 total_retrans; /* segments */
	u64 bytes_received;
	u64 bytes_sent, bytes_retrans; /* of data */
	u32 srtt_us;		       /* eighths of microseconds */
} KERNEL;

enum sock_flags {
	SOCK_DONE, /* the other end has sent its FIN; its number is the running kernel's */
};

struct pt_regs;

enum { DISK_NAME = 32 };

struct gendisk {
	char disk_name[DISK_NAME];
} KERNEL;

struct request_queue {
	struct gendisk *disk;
} KERNEL;

enum mq_rq_state {
	MQ_RQ_IDLE, /* has ended, or not begun; its number is the running kernel's */
};

struct request {
	enum mq_rq_state state;
	struct request_queue *q;
	unsigned int cmd_flags;
	unsigned int __data_len;
	u64 __sector; /* of 512 bytes */
} KERNEL;

/* ---- system calls: their arguments, behind their number; where a call ends, its first argument
 * and its number */

#if defined(__TARGET_ARCH_arm64)
struct user_pt_regs {
	u64 regs[31];
} KERNEL;
struct pt_regs___call {
	u64 orig_x0;
	s32 syscallno;
} KERNEL;
#define CALL_ARGUMENT(regs, number) BPF_CORE_READ((struct user_pt_regs *)(regs), regs[number])
#define CALL_FIRST(regs)	    BPF_CORE_READ((struct pt_regs___call *)(regs), orig_x0)
#define CALL_NUMBER(regs)	    (s64) BPF_CORE_READ((struct pt_regs___call *)(regs), syscallno)
#else
struct pt_regs___args {
	unsigned long di, si, dx, r10;
	unsigned long orig_ax;
} KERNEL;
#define CALL_REGISTER_0	      di
#define CALL_REGISTER_1	      si
#define CALL_REGISTER_2	      dx
#define CALL_REGISTER(number) CALL_REGISTER_##number
#define CALL_ARGUMENT(regs, number)                                                                \
	BPF_CORE_READ((struct pt_regs___args *)(regs), CALL_REGISTER(number))
#define CALL_FIRST(regs)  CALL_ARGUMENT(regs, 0)
#define CALL_NUMBER(regs) (s64) BPF_CORE_READ((struct pt_regs___args *)(regs), orig_ax)
#endif

/* A function of the arguments, which are a u64 each, called at a tracepoint: with BTF, or without.
 * It may not follow pointers but by BPF_CORE_READ. */
#define ON_TRACEPOINT(name, function)                                                              \
	SEC("tp_btf/" #name) int btf_##name(u64 *ctx)                                              \
	{                                                                                          \
		function(ctx);                                                                     \
		return 0;                                                                          \
	}                                                                                          \
	SEC("raw_tp/" #name) int raw_##name(u64 *ctx)                                              \
	{                                                                                          \
		function(ctx);                                                                     \
		return 0;                                                                          \
	}

/* The same function at a plain tracepoint: the arguments are made of the fields of the record `e`
 * that Linux has written there.
 *
 *   record  its type in the kernel, behind trace_event_raw_ */
#define ON_PLAIN(group, name, function, record, ...)                                               \
	SEC("tp/" #group "/" #name) int tp_##name(struct trace_event_raw_##record *e)              \
	{                                                                                          \
		u64 arguments[] = {__VA_ARGS__};                                                   \
		(void)e;                                                                           \
		function(arguments);                                                               \
		return 0;                                                                          \
	}

/* The same, where the function reads no arguments. */
#define ON_PLAIN_UNREAD(group, name, function)                                                     \
	SEC("tp/" #group "/" #name) int tp_##name(u64 *ctx)                                        \
	{                                                                                          \
		function(ctx);                                                                     \
		return 0;                                                                          \
	}

struct trace_event_raw_sys_exit {
	long ret;
} KERNEL;

/* ---- who is wanted */

const volatile struct skep_trace_filter filter SEC(".rodata.filter");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, SKEP_TRACE_COUNTS);
	__type(key, u32);
	__type(value, u64);
} counts SEC(".maps");

static inline void count(u32 which, u64 many)
{
	u64 *number = bpf_map_lookup_elem(&counts, &which);

	if (number)
		__sync_fetch_and_add(number, many);
}

/* Something was seen and could not be kept, or is known to have been. */
static inline void count_lost(void)
{
	count(SKEP_TRACE_LOST, 1);
}

static inline void count_many_lost(u64 many)
{
	count(SKEP_TRACE_LOST, many);
}

/* One more of what the kernel counts, too (truth.h), wanted or not.
 *
 *   truth  number of its count among those of the tool */
static inline void count_seen(u32 truth)
{
	count(SKEP_TRACE_SEEN + truth, 1);
}

/* The same, where each network namespace has its counter. */
static inline void count_seen_in(struct net *net, u32 truth)
{
	if (BPF_CORE_READ(net, ns.inum) == filter.truth)
		count_seen(truth);
}

static inline bool by_net(void)
{
	return filter.by & SKEP_TRACE_BY_NET;
}

/* Whether those of this network namespace are. */
static inline bool wanted_net(struct net *net)
{
	return !by_net() || BPF_CORE_READ(net, ns.inum) == filter.net;
}

/* Whether those of the namespace that a task is in are. */
static inline bool wanted_net_of(struct task_struct *task)
{
	return !by_net() || wanted_net(BPF_CORE_READ(task, nsproxy, net_ns));
}

/* Whether events of this process are wanted. */
static inline bool wanted(void)
{
	u32 pid = bpf_get_current_pid_tgid() >> 32;

	if (pid == filter.self)
		return false;
	if ((filter.by & SKEP_TRACE_BY_PID) && pid != filter.pid)
		return false;
	if ((filter.by & SKEP_TRACE_BY_UID) && (u32)bpf_get_current_uid_gid() != filter.uid)
		return false;
	if (!wanted_net_of(bpf_get_current_task_btf()))
		return false;
	return !(filter.by & SKEP_TRACE_BY_CGROUP) ||
	       bpf_get_current_ancestor_cgroup_id((int)filter.cgroup_level) == filter.cgroup;
}

static inline bool in_cgroup(struct task_struct *task)
{
	struct cgroup *own = BPF_CORE_READ(task, cgroups, dfl_cgrp), *at = NULL;
	u32 level = filter.cgroup_level;

	if (BPF_CORE_READ(own, level) < (int)level)
		return false;
	bpf_core_read(&at, sizeof(at), &own->ancestors[level]);
	return BPF_CORE_READ(at, kn, id) == filter.cgroup;
}

/* Whether those of another task are. */
static inline bool wanted_task(struct task_struct *task)
{
	u32 pid = (u32)BPF_CORE_READ(task, tgid);

	if (!BPF_CORE_READ(task, pid) || pid == filter.self)
		return false;
	if ((filter.by & SKEP_TRACE_BY_PID) && pid != filter.pid)
		return false;
	if ((filter.by & SKEP_TRACE_BY_UID) && BPF_CORE_READ(task, cred, uid.val) != filter.uid)
		return false;
	if (!wanted_net_of(task))
		return false;
	return !(filter.by & SKEP_TRACE_BY_CGROUP) || in_cgroup(task);
}

static inline void fill_head(struct skep_trace_head *head, u32 kind)
{
	u64 both = bpf_get_current_pid_tgid();

	head->time = bpf_ktime_get_ns();
	head->cgroup = bpf_get_current_cgroup_id();
	head->pid = both >> 32;
	head->tid = (u32)both;
	head->uid = (u32)bpf_get_current_uid_gid();
	head->kind = kind;
	bpf_get_current_comm(head->comm, sizeof(head->comm));
}

char _license[] SEC("license") = "Dual BSD/GPL";

#endif
