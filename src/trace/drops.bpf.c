/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Packets that Linux throws away, and why. */
#include "trace/packet.bpf.h"
#include "trace/stacks.bpf.h"

static inline void on_free(u64 *ctx)
{
	struct sk_buff *skb = (void *)ctx[0];
	struct sock *sk = (void *)ctx[3];
	struct skep_trace_event *e;

	if (!wanted_net(net_of_packet(skb, sk)))
		return;
	e = new_event(sizeof(*e), 0);
	if (!e)
		return;
	fill_packet(e, skb);
	e->numbers[PACKET_OWN] = (u32)ctx[2];
	e->numbers[PACKET_OWN + 1] = ctx[1];
	if (filter.stacks)
		e->numbers[SKEP_TRACE_EVENT_STACK] = stack_number(bpf_get_stackid(ctx, &stacks, 0));
	send(e);
}

ON_TRACEPOINT(kfree_skb, on_free)
