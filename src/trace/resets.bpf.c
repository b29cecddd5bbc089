/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Resets of TCP, sent and received. */
#include "trace/packet.bpf.h"

enum { SENT, RECEIVED };

enum { STATE = PACKET_OWN, REASON };

enum { SENT_ONES }; /* the truth */

enum sk_rst_reason { ANY_RESET };

struct trace_event_raw_tcp_send_reset {
	const void *skbaddr, *skaddr;
	enum sk_rst_reason reason;
} KERNEL;

/* The ends of the packet that is answered, the other way round: ours first. */
static inline void turn_round(struct skep_trace_event *e)
{
	u64 ends = e->numbers[0];
	u8 from[16];

	e->numbers[0] = (ends & ~0xffffffffULL) | (ends & 0xffff) << 16 | (ends >> 16 & 0xffff);
	__builtin_memcpy(from, e->text, sizeof(from));
	__builtin_memcpy(e->text, e->text + 16, sizeof(from));
	__builtin_memcpy(e->text + 16, from, sizeof(from));
}

/* As an answer to a packet, which may have no socket; else of a socket's own will. */
static inline void on_send(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	struct sk_buff *skb = (void *)ctx[1];
	struct skep_trace_event *e;
	struct net *net = NULL;

	if (skb)
		net = net_of_packet(skb, sk);
	else if (sk)
		net = BPF_CORE_READ(sk, __sk_common.skc_net.net);
	count_seen_in(net, SENT_ONES);
	e = wanted_net(net) ? new_event(sizeof(*e), SENT) : NULL;
	if (!e)
		return;
	if (skb) {
		fill_packet(e, skb);
		turn_round(e);
	} else if (sk) {
		fill_addresses(e, sk);
	}
	if (sk)
		e->numbers[STATE] = BPF_CORE_READ(sk, __sk_common.skc_state);
	e->numbers[REASON] = (u32)ctx[2];
	send(e);
}

ON_TRACEPOINT(tcp_send_reset, on_send)
ON_PLAIN(tcp, tcp_send_reset, on_send, tcp_send_reset, (u64)e->skaddr, (u64)e->skbaddr, e->reason)

static inline void on_receive(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	struct skep_trace_event *e;

	if (!wanted_net(BPF_CORE_READ(sk, __sk_common.skc_net.net)))
		return;
	e = new_event(sizeof(*e), RECEIVED);
	if (!e)
		return;
	fill_addresses(e, sk);
	e->numbers[STATE] = BPF_CORE_READ(sk, __sk_common.skc_state);
	send(e);
}

ON_TRACEPOINT(tcp_receive_reset, on_receive)
ON_PLAIN(tcp, tcp_receive_reset, on_receive, tcp_event_sk, (u64)e->skaddr)
