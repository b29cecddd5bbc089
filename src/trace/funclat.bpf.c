/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long calls of functions of programs and libraries last. */
#include "trace/functions.bpf.h"

enum { DEPTH = 16 }; /* of a function within itself */

struct place {
	u32 tid, function;
};

struct calls {
	u64 depth; /* may be more than there is room for */
	u64 begun[DEPTH];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, struct place);
	__type(value, struct calls);
} open SEC(".maps");

static const struct calls none;

static inline __attribute__((always_inline)) struct place place_of(void *ctx)
{
	return (struct place){(u32)bpf_get_current_pid_tgid(), (u32)bpf_get_attach_cookie(ctx)};
}

SEC("uprobe")
int on_call(void *ctx)
{
	struct place place = place_of(ctx);
	struct calls *calls;
	u64 depth;

	if (!wanted())
		return 0;
	calls = bpf_map_lookup_elem(&open, &place);
	if (!calls) {
		bpf_map_update_elem(&open, &place, &none, BPF_NOEXIST);
		calls = bpf_map_lookup_elem(&open, &place);
	}
	if (!calls) {
		count_lost();
		return 0;
	}
	depth = calls->depth++;
	if (depth < DEPTH)
		calls->begun[depth] = bpf_ktime_get_ns();
	return 0;
}

SEC("uretprobe")
int on_return(void *ctx)
{
	struct place place = place_of(ctx);
	struct calls *calls = bpf_map_lookup_elem(&open, &place);
	u64 now = bpf_ktime_get_ns(), depth;
	struct skep_trace_key key;

	if (!calls || !begin_key(&key, ctx))
		return 0;
	depth = --calls->depth;
	if (depth < DEPTH)
		add_value(&key, now - calls->begun[depth], false);
	else
		count_lost();
	if (!depth)
		bpf_map_delete_elem(&open, &place);
	return 0;
}
