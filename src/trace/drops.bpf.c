/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Packets that Linux throws away, and why. */
#include "trace/packet.bpf.h"
#include "trace/stacks.bpf.h"

enum skb_drop_reason { ANY_DROP };

struct trace_event_raw_kfree_skb {
	void *skbaddr, *location, *rx_sk;
	enum skb_drop_reason reason;
} KERNEL;

/* ctx: of the program; arguments: the packet, the function, the reason, the socket */
static inline void free_packet(void *ctx, const u64 *arguments)
{
	struct sk_buff *skb = (void *)arguments[0];
	struct sock *sk = (void *)arguments[3];
	struct skep_trace_event *e;

	if (!wanted_net(net_of_packet(skb, sk)))
		return;
	e = new_event(sizeof(*e), 0);
	if (!e)
		return;
	fill_packet(e, skb);
	e->numbers[PACKET_OWN] = (u32)arguments[2];
	e->numbers[PACKET_OWN + 1] = arguments[1];
	if (filter.stacks)
		e->numbers[SKEP_TRACE_EVENT_STACK] = stack_number(bpf_get_stackid(ctx, &stacks, 0));
	send(e);
}

static inline void on_free(u64 *ctx)
{
	free_packet(ctx, ctx);
}

ON_TRACEPOINT(kfree_skb, on_free)

SEC("tp/skb/kfree_skb")
int tp_kfree_skb(struct trace_event_raw_kfree_skb *e)
{
	u64 arguments[] = {(u64)e->skbaddr, (u64)e->location, e->reason, (u64)e->rx_sk};

	free_packet(e, arguments);
	return 0;
}
