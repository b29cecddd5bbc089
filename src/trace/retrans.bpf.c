/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What TCP sends again. */
#include "trace/tcp.bpf.h"

enum { SEGMENT, SYNACK };

/* Why; kinds of retrans.c behind those of the events. */
enum { TIMEOUT = 2, RECOVERY, PROBE };

enum { CA_RECOVERY = 3, CA_LOSS = 4 }; /* enum tcp_ca_state of the ABI (linux/tcp.h) */

enum { STATE = 1, WHY, BYTES };

static inline u64 why(struct inet_connection_sock *sk)
{
	u64 state = BPF_CORE_READ_BITFIELD_PROBED(sk, icsk_ca_state);

	if (state == CA_LOSS)
		return TIMEOUT;
	return state == CA_RECOVERY ? RECOVERY : PROBE;
}

SEC("tp_btf/tcp_retransmit_skb")
int on_segment(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	struct skep_trace_event *e;

	if (!wanted_net(BPF_CORE_READ(sk, __sk_common.skc_net.net)))
		return 0;
	e = new_event(sizeof(*e), SEGMENT);
	if (!e)
		return 0;
	fill_addresses(e, sk);
	e->numbers[STATE] = BPF_CORE_READ(sk, __sk_common.skc_state);
	e->numbers[WHY] = why((void *)sk);
	e->numbers[BYTES] = BPF_CORE_READ((struct sk_buff *)ctx[1], len);
	send(e);
	return 0;
}

/* Of a connection that has no socket yet. */
SEC("tp_btf/tcp_retransmit_synack")
int on_synack(u64 *ctx)
{
	struct sock_common *request = (void *)ctx[1];
	struct skep_trace_event *e;

	if (!wanted_net(BPF_CORE_READ(request, skc_net.net)))
		return 0;
	e = new_event(sizeof(*e), SYNACK);
	if (!e)
		return 0;
	fill_ends(e, request, BPF_CORE_READ(request, skc_num));
	e->numbers[STATE] = BPF_CORE_READ(request, skc_state);
	e->numbers[WHY] = TIMEOUT;
	send(e);
	return 0;
}
