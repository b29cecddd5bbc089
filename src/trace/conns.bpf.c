/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* TCP connections from connect(2) to their being established, or refused. */
#include "trace/tcp.bpf.h"

enum { CANCELED = 125 }; /* errno value: it was closed before there was an answer */

/* Who connects, by address of the socket. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, struct skep_trace_head);
} connecting SEC(".maps");

static inline s64 result_of(struct sock *sk, int state)
{
	if (state != CLOSE)
		return 0;
	return sk->sk_err ? -(s64)sk->sk_err : -CANCELED;
}

SEC("tp_btf/inet_sock_set_state")
int on_state(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	int before = (int)ctx[1], state = (int)ctx[2];
	u64 address = ctx[0], now;
	struct skep_trace_head fresh, *head;
	struct skep_trace_event *e;

	if (sk->sk_protocol != TCP)
		return 0;
	if (state == SYN_SENT) {
		if (!wanted())
			return 0;
		fill_head(&fresh, 0);
		if (bpf_map_update_elem(&connecting, &address, &fresh, BPF_ANY))
			count_lost();
		return 0;
	}
	head = before == SYN_SENT ? bpf_map_lookup_elem(&connecting, &address) : NULL;
	if (!head)
		return 0;
	e = new_event(sizeof(*e), 0);
	if (e) {
		now = e->head.time;
		e->head = *head;
		e->head.time = now;
		fill_addresses(e, sk);
		e->numbers[1] = (u64)result_of(sk, state);
		e->numbers[2] = now - head->time;
		send(e);
	}
	bpf_map_delete_elem(&connecting, &address);
	return 0;
}
