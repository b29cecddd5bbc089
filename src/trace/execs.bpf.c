/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs that are executed, with their arguments, and how those processes end. */
#include "trace/events.bpf.h"

enum { EXEC, END };

struct trace_event_raw_sched_process_exec;
struct trace_event_raw_sched_process_exit;

/* When a process executed, by its number. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, u64);
} begun SEC(".maps");

/* The arguments lie behind each other, each ended by a zero byte. */
static inline u32 read_arguments(struct task_struct *task, char *text)
{
	u64 start = BPF_CORE_READ(task, mm, arg_start), end = BPF_CORE_READ(task, mm, arg_end);
	u64 size = end - start;

	if (size > SKEP_TRACE_TEXT)
		size = SKEP_TRACE_TEXT;
	if (bpf_probe_read_user(text, (u32)size, (void *)start))
		return 0;
	return (u32)size;
}

static inline void on_exec(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[0];
	struct skep_trace_event *e;
	u32 pid = (u32)BPF_CORE_READ(task, tgid);
	u64 now = bpf_ktime_get_ns();

	if (!wanted())
		return;
	if (bpf_map_update_elem(&begun, &pid, &now, BPF_ANY))
		count_lost();
	e = new_event(sizeof(*e), EXEC);
	if (!e)
		return;
	e->numbers[0] = BPF_CORE_READ(task, real_parent, tgid);
	e->numbers[3] = read_arguments(task, e->text);
	send(e);
}

ON_TRACEPOINT(sched_process_exec, on_exec)
ON_PLAIN(sched, sched_process_exec, on_exec, sched_process_exec, (u64)bpf_get_current_task())

static inline void on_exit(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[0];
	struct skep_trace_event *e;
	u32 pid = (u32)BPF_CORE_READ(task, tgid);
	u64 *begin;
	int code;

	if (BPF_CORE_READ(task, signal, live.counter) != 0)
		return;
	begin = bpf_map_lookup_elem(&begun, &pid);
	if (!begin)
		return;
	e = new_event(SHORT_EVENT, END);
	if (!e)
		return;
	code = BPF_CORE_READ(task, signal, group_exit_code);
	e->numbers[0] = BPF_CORE_READ(task, real_parent, tgid);
	e->numbers[1] = (u32)(code ? code : BPF_CORE_READ(task, exit_code));
	e->numbers[2] = e->head.time - *begin;
	/* Two threads that end at once may both be the last one; one of them takes it out. */
	if (bpf_map_delete_elem(&begun, &pid))
		bpf_ringbuf_discard(e, BPF_RB_NO_WAKEUP);
	else
		send(e);
}

ON_TRACEPOINT(sched_process_exit, on_exit)
ON_PLAIN(sched, sched_process_exit, on_exit, sched_process_exit, (u64)bpf_get_current_task())
