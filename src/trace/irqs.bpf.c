/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Interrupts of devices, and what they leave for later (softirqs): how often, how long. The time of
 * a softirq is without that of the interrupts in it. */
#include "trace/rows.bpf.h"

enum { HARD, SOFT, KINDS }; /* names and truths in irqs.c */

struct irqaction {
	const char *name;
	struct irqaction *next; /* of others that share the interrupt */
} KERNEL;

/* Of a processor. */
struct busy {
	u64 begun[KINDS]; /* 0: none that is wanted */
	u64 hard;	  /* nanoseconds of all interrupts until now */
	u64 hard_before;  /* when the softirq began */
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct busy);
} processors SEC(".maps");

static inline struct busy *here(void)
{
	u32 zero = 0;

	return bpf_map_lookup_elem(&processors, &zero);
}

/* Whose time it takes; without a filter, all, that of skep and of idle processors, too. */
static inline bool wanted_here(void)
{
	return !filter.by || wanted();
}

static inline void add(u32 kind, u32 number, const char *name, u64 time)
{
	struct skep_trace_key key = {.pid = number, .id = kind};

	if (name)
		bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), name);
	add_value(&key, time, false);
}

static inline void on_hard(u64 *ctx)
{
	struct busy *busy = here();

	if (!BPF_CORE_READ((struct irqaction *)ctx[1], next))
		count_seen(HARD);
	if (busy)
		busy->begun[HARD] = wanted_here() ? bpf_ktime_get_ns() : 0;
}

static inline void on_hard_end(u64 *ctx)
{
	struct irqaction *action = (void *)ctx[1];
	struct busy *busy = here();
	u64 time;

	if (!busy || !busy->begun[HARD])
		return;
	time = bpf_ktime_get_ns() - busy->begun[HARD];
	busy->begun[HARD] = 0;
	busy->hard += time;
	add(HARD, (u32)ctx[0], BPF_CORE_READ(action, name), time);
}

static inline void on_soft(u64 *ctx)
{
	struct busy *busy = here();

	(void)ctx;
	count_seen(SOFT);
	if (!busy)
		return;
	busy->begun[SOFT] = wanted_here() ? bpf_ktime_get_ns() : 0;
	busy->hard_before = busy->hard;
}

static inline void on_soft_end(u64 *ctx)
{
	struct busy *busy = here();

	if (!busy || !busy->begun[SOFT])
		return;
	add(SOFT, (u32)ctx[0], NULL,
	    bpf_ktime_get_ns() - busy->begun[SOFT] - (busy->hard - busy->hard_before));
	busy->begun[SOFT] = 0;
}

ON_TRACEPOINT(irq_handler_entry, on_hard)
ON_TRACEPOINT(irq_handler_exit, on_hard_end)
ON_TRACEPOINT(softirq_entry, on_soft)
ON_TRACEPOINT(softirq_exit, on_soft_end)
