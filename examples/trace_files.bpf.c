/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Which files a process opens: the names as events, the number of them by process. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

enum { NAME = 128 };

/* The arguments of the tracepoint syscalls:sys_enter_openat. */
struct openat {
	__u64 common;
	__s64 number;
	__s64 directory;
	const char *name;
	__s64 flags, mode;
};

struct event {
	__u64 time; /* nanoseconds */
	__u32 pid;
	__s32 length; /* of the name with its NUL, negative: it could not be read */
	char command[16];
	char name[NAME];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 8192);
	__type(key, __u32);
	__type(value, __u64);
} opened SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 18);
} events SEC(".maps");

const volatile __u32 wanted_pid = 0;

/* Another thread of the process may be first: then there is a number to add to. */
static __always_inline void count(__u32 pid)
{
	__u64 *number, zero = 0;

	bpf_map_update_elem(&opened, &pid, &zero, BPF_NOEXIST);
	number = bpf_map_lookup_elem(&opened, &pid);
	if (number)
		__sync_fetch_and_add(number, 1);
}

SEC("tracepoint/syscalls/sys_enter_openat")
int trace_files(struct openat *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	struct event *event;

	if (wanted_pid && pid != wanted_pid)
		return 0;
	count(pid);
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;
	event->time = bpf_ktime_get_ns();
	event->pid = pid;
	bpf_get_current_comm(event->command, sizeof(event->command));
	event->length = bpf_probe_read_user_str(event->name, sizeof(event->name), ctx->name);
	bpf_ringbuf_submit(event, 0);
	return 0;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
