/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Changes of the states of TCP sockets. Many happen in interrupts, which are nobody's: a socket
 * belongs to the process that last connected it, listened on it or closed it. */
#include "trace/tcp.bpf.h"

/* A socket whose state changed before, by its address. */
struct seen {
	u64 time; /* of the last change; 0: none was seen */
	int state;
	struct skep_trace_head head;
	bool known, is_wanted;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, struct seen);
} sockets SEC(".maps");

static inline bool is_by_call(int before, int state)
{
	return state == SYN_SENT || state == LISTEN || state == FIN_WAIT1 || state == LAST_ACK ||
	       (before == LISTEN && state == CLOSE);
}

static inline bool is_shown(struct sock *sk, const struct seen *seen)
{
	return wanted_net(BPF_CORE_READ(sk, __sk_common.skc_net.net)) &&
	       (seen->known ? seen->is_wanted : !by_process());
}

/* What is known of a socket. Where it is not in the state that it was left in, Linux did not call
 * the program for one change at least. */
static inline struct seen recall(struct sock *sk, int before)
{
	u64 address = (u64)sk;
	struct seen *seen = bpf_map_lookup_elem(&sockets, &address), none = {0};

	if (!seen)
		return none;
	if (seen->state == before)
		return *seen;
	if (is_shown(sk, seen))
		count_lost();
	if (before == CLOSE || before == LISTEN) /* the memory is used again */
		return none;
	none = *seen;
	none.time = 0;
	return none;
}

static inline void tell(struct sock *sk, const struct seen *seen, int before, int state)
{
	struct skep_trace_event *e;
	u64 now;

	if (!is_shown(sk, seen))
		return;
	e = new_event(sizeof(*e), 0);
	if (!e)
		return;
	now = e->head.time;
	e->head = seen->head;
	e->head.time = now;
	fill_addresses(e, sk);
	e->numbers[1] = (u64)before;
	e->numbers[2] = (u64)state;
	e->numbers[3] = seen->time ? now - seen->time : 0;
	send(e);
}

static inline void on_state(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	int before = (int)ctx[1], state = (int)ctx[2];
	u64 address = ctx[0];
	struct seen fresh;

	if (BPF_CORE_READ(sk, sk_protocol) != TCP)
		return;
	fresh = recall(sk, before);
	if (is_by_call(before, state)) {
		fill_head(&fresh.head, 0);
		fresh.is_wanted = wanted();
		fresh.known = true;
	}
	tell(sk, &fresh, before, state);
	fresh.time = bpf_ktime_get_ns();
	fresh.state = state;
	if (state == CLOSE)
		bpf_map_delete_elem(&sockets, &address);
	else if (bpf_map_update_elem(&sockets, &address, &fresh, BPF_ANY))
		count_lost();
}

ON_TRACEPOINT(inet_sock_set_state, on_state)

ON_PLAIN_STATE(on_state)
