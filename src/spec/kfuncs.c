/* SPDX-License-Identifier: BSD-2-Clause */
/* The words of kfuncs.def. */
#include <string.h>

#include "spec/sets.h"
#include "spec/spec.h"

#define TRACE	  (TRACEPOINT | PERF_EVENT | TRACING | LSM)
#define CGROUPS	  (CGROUP_SKB | CGROUP_TASK | SOCK_OPS)
#define GENERIC	  (TRACE | SCHED_CLS | XDP | STRUCT_OPS | SYSCALL | CGROUPS)
#define MASKS	  (TRACE | STRUCT_OPS | SYSCALL)
#define CONNTRACK (SCHED_CLS | XDP)
#define PACKETS	  (SOCKET_FILTER | TC | TRACE | CGROUPS | LWT | SK_SKB | NETFILTER)

/* Programs of type tracing that are iterators. */
#define ITERATORS (1ULL << 62)

/* Programs of type kprobe that see entry and return of a function as one. */
#define SESSIONS (1ULL << 61)

/* Functions of tests, to which programs may be attached. */
#define NOBODY 0

#define ACQUIRES       SKEP_KFUNC_ACQUIRES
#define RELEASES       SKEP_KFUNC_RELEASES
#define OR_NULL	       SKEP_KFUNC_OR_NULL
#define TRUSTED	       SKEP_KFUNC_TRUSTED
#define RCU	       SKEP_KFUNC_RCU
#define IN_RCU	       SKEP_KFUNC_IN_RCU
#define SLEEPS	       SKEP_KFUNC_SLEEPS
#define ITER_NEW       SKEP_KFUNC_ITER_NEW
#define ITER_NEXT      SKEP_KFUNC_ITER_NEXT
#define ITER_END       SKEP_KFUNC_ITER_END
#define LOCKED	       SKEP_KFUNC_LOCKED
#define CHANGES	       SKEP_KFUNC_CHANGES_PACKET
#define MAY_WAIT       SKEP_KFUNC_MAY_WAIT
#define TRUSTED_RESULT SKEP_KFUNC_TRUSTED_RESULT
#define CALLS_BACK     SKEP_KFUNC_CALLS_BACK
#define CALLS_LATER    SKEP_KFUNC_CALLS_LATER
#define DEVICE	       SKEP_KFUNC_DEVICE

static const struct skep_kfunc_row rows[] = {
#define KFUNC(word, first, types, bits)                                                            \
	{.name = #word, .since = (first), .progs = (types), .flags = (bits)},
#include "spec/kfuncs.def"
#undef KFUNC
};

const struct skep_kfunc_row *skep_kfunc_row(size_t number)
{
	return number < SKEP_COUNT(rows) ? &rows[number] : NULL;
}

const struct skep_kfunc_row *skep_kfunc_find(const char *name)
{
	size_t low = 0, high = SKEP_COUNT(rows);

	while (low < high) {
		size_t middle = (low + high) / 2;
		s32 order = strcmp(rows[middle].name, name);

		if (!order)
			return &rows[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

bool skep_kfunc_allowed(const struct skep_kfunc_row *row, struct skep_caller caller)
{
	bool iterates =
	    caller.prog_type == BPF_PROG_TYPE_TRACING && caller.attach_type == BPF_TRACE_ITER;
	bool session = caller.prog_type == BPF_PROG_TYPE_KPROBE &&
		       (caller.attach_type == BPF_TRACE_KPROBE_SESSION ||
			caller.attach_type == BPF_TRACE_UPROBE_SESSION);
	u64 who =
	    skep_prog_bit(caller.prog_type) | (iterates ? ITERATORS : 0) | (session ? SESSIONS : 0);

	return row->progs & who && (!caller.kernel || row->since <= caller.kernel);
}
