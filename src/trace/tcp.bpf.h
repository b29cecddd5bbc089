/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What programs that look at TCP share. */
#ifndef SKEP_TRACE_TCP_BPF_H
#define SKEP_TRACE_TCP_BPF_H

#include "trace/events.bpf.h"

/* States (include/net/tcp_states.h), families and protocols: numbers of the ABI. */
enum {
	ESTABLISHED = 1,
	SYN_SENT = 2,
	SYN_RECV = 3,
	FIN_WAIT1 = 4,
	CLOSE = 7,
	LAST_ACK = 9,
	LISTEN = 10,
	TCP = 6,
	INET = 2,
	INET6 = 10,
};

struct trace_event_raw_inet_sock_set_state {
	const void *skaddr;
	int oldstate, newstate;
} KERNEL;

struct trace_event_raw_tcp_event_sk {
	const void *skaddr;
} KERNEL;

/* inet_sock_set_state, tcp_destroy_sock */
#define ON_PLAIN_STATE(function)                                                                   \
	ON_PLAIN(sock, inet_sock_set_state, function, inet_sock_set_state, (u64)e->skaddr,         \
		 (u64)e->oldstate, (u64)e->newstate)
#define ON_PLAIN_DESTROY(function)                                                                 \
	ON_PLAIN(tcp, tcp_destroy_sock, function, tcp_event_sk, (u64)e->skaddr)

enum { CAME_IN }; /* the truth that tools of connections have (struct skep_trace_truth) */

/* Whether a change of state makes the socket of a connection that comes in; Linux counts those,
 * too.
 */
static inline bool comes_in(struct sock *sk, int before, int state)
{
	if (before != LISTEN || state != SYN_RECV)
		return false;
	count_seen_in(BPF_CORE_READ(sk, __sk_common.skc_net.net), CAME_IN);
	return true;
}

/* Whether only events of some processes are wanted. */
static inline bool by_process(void)
{
	return filter.by & ~(u32)SKEP_TRACE_BY_NET;
}

/* Both ends: family and ports as the first number, addresses as the text. */
static inline void fill_ends(struct skep_trace_event *e, struct sock_common *sk, u64 from)
{
	u64 family = BPF_CORE_READ(sk, skc_family);
	u64 to = __builtin_bswap16(BPF_CORE_READ(sk, skc_dport));

	e->numbers[0] = family << 32 | from << 16 | to;
	if (family == INET) {
		BPF_CORE_READ_INTO((u32 *)e->text, sk, skc_rcv_saddr);
		BPF_CORE_READ_INTO((u32 *)(e->text + 16), sk, skc_daddr);
		return;
	}
	bpf_core_read(e->text, 16, &sk->skc_v6_rcv_saddr);
	bpf_core_read(e->text + 16, 16, &sk->skc_v6_daddr);
}

static inline void fill_addresses(struct skep_trace_event *e, struct sock *sk)
{
	fill_ends(e, &sk->__sk_common,
		  __builtin_bswap16(BPF_CORE_READ((struct inet_sock *)sk, inet_sport)));
}

#endif
