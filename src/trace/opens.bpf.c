/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Files that are opened: open, openat, openat2. The path is read when the call ends: then its page
 * is in memory. */
#include "trace/events.bpf.h"

#ifndef __NR_open
#define __NR_open (-1) /* a newer architecture has openat alone */
#endif

struct trace_event_raw_sys_enter {
	long id;
} KERNEL;

/* A call that has not ended, by thread. */
struct open_call {
	u64 time;
	const char *path;
	u64 flags;
	const u64 *how; /* openat2: where its flags are */
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, struct open_call);
} calls SEC(".maps");

static inline void on_enter(u64 *ctx)
{
	struct pt_regs *regs = (void *)ctx[0];
	s64 number = (s64)ctx[1];
	u32 tid = (u32)bpf_get_current_pid_tgid();
	struct open_call call = {0};

	if (number != __NR_openat && number != __NR_open && number != __NR_openat2)
		return;
	if (!wanted())
		return;
	call.time = bpf_ktime_get_ns();
	if (number == __NR_open) {
		call.path = (void *)CALL_ARGUMENT(regs, 0);
		call.flags = CALL_ARGUMENT(regs, 1);
	} else {
		call.path = (void *)CALL_ARGUMENT(regs, 1);
		call.flags = CALL_ARGUMENT(regs, 2);
	}
	if (number == __NR_openat2)
		call.how = (void *)call.flags;
	if (bpf_map_update_elem(&calls, &tid, &call, BPF_ANY))
		count_lost();
}

ON_TRACEPOINT(sys_enter, on_enter)
ON_PLAIN(raw_syscalls, sys_enter, on_enter, sys_enter,
	 (u64)bpf_task_pt_regs(bpf_get_current_task_btf()), (u64)e->id)

static inline void on_return(u64 *ctx)
{
	u32 tid = (u32)bpf_get_current_pid_tgid();
	struct open_call *call = bpf_map_lookup_elem(&calls, &tid);
	struct skep_trace_event *e;

	if (!call)
		return;
	e = new_event(sizeof(*e), 0);
	if (e) {
		e->numbers[0] = ctx[1];
		e->numbers[1] = (u32)call->flags;
		e->numbers[2] = e->head.time - call->time;
		if (call->how)
			bpf_probe_read_user(&e->numbers[1], sizeof(u64), call->how);
		bpf_probe_read_user_str(e->text, sizeof(e->text), call->path);
		send(e);
	}
	bpf_map_delete_elem(&calls, &tid);
}

ON_TRACEPOINT(sys_exit, on_return)
ON_PLAIN(raw_syscalls, sys_exit, on_return, sys_exit, 0, (u64)e->ret)
