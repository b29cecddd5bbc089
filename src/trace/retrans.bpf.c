/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What TCP sends again.
 *
 * A socket counts the segments that it sends again, too: what it counted and was not seen, as where
 * Linux calls no programs in the context of some processes, is lost. */
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

struct trace_event_raw_tcp_retransmit_skb {
	const void *skbaddr, *skaddr;
} KERNEL;

struct trace_event_raw_tcp_retransmit_synack {
	const void *skaddr, *req;
} KERNEL;

/* What a socket had counted when it was looked at, by its address. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, u32);
} sockets SEC(".maps");

/* seen: how many segments are seen now */
static inline void compare(struct sock *sk, u32 seen)
{
	u32 total = BPF_CORE_READ((struct tcp_sock *)sk, total_retrans);
	u64 address = (u64)sk;
	u32 *known = bpf_map_lookup_elem(&sockets, &address);
	s32 unseen = known ? (s32)(total - *known - seen) : 0;

	if (unseen > 0)
		count_many_lost((u64)unseen);
	bpf_map_update_elem(&sockets, &address, &total, BPF_ANY);
}

static inline void on_segment(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	struct tcp_skb_cb *own = (void *)&((struct sk_buff *)ctx[1])->cb;
	struct skep_trace_event *e;

	if (!wanted_net(BPF_CORE_READ(sk, __sk_common.skc_net.net)))
		return;
	compare(sk, BPF_CORE_READ(own, tcp_gso_segs));
	e = new_event(sizeof(*e), SEGMENT);
	if (!e)
		return;
	fill_addresses(e, sk);
	e->numbers[STATE] = BPF_CORE_READ(sk, __sk_common.skc_state);
	e->numbers[WHY] = why((void *)sk);
	e->numbers[BYTES] = BPF_CORE_READ((struct sk_buff *)ctx[1], len);
	send(e);
}

ON_TRACEPOINT(tcp_retransmit_skb, on_segment)
ON_PLAIN(tcp, tcp_retransmit_skb, on_segment, tcp_retransmit_skb, (u64)e->skaddr, (u64)e->skbaddr)

/* Of a connection that has no socket yet. */
static inline void on_synack(u64 *ctx)
{
	struct sock_common *request = (void *)ctx[1];
	struct skep_trace_event *e;

	if (!wanted_net(BPF_CORE_READ(request, skc_net.net)))
		return;
	e = new_event(sizeof(*e), SYNACK);
	if (!e)
		return;
	fill_ends(e, request, BPF_CORE_READ(request, skc_num));
	e->numbers[STATE] = BPF_CORE_READ(request, skc_state);
	e->numbers[WHY] = TIMEOUT;
	send(e);
}

ON_TRACEPOINT(tcp_retransmit_synack, on_synack)
ON_PLAIN(tcp, tcp_retransmit_synack, on_synack, tcp_retransmit_synack, (u64)e->skaddr, (u64)e->req)

static inline void on_destroy(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	u64 address = ctx[0];

	if (!bpf_map_lookup_elem(&sockets, &address))
		return;
	compare(sk, 0);
	bpf_map_delete_elem(&sockets, &address);
}

ON_TRACEPOINT(tcp_destroy_sock, on_destroy)
ON_PLAIN_DESTROY(on_destroy)

/* From the beginning of a connection on; attached last, when all that it does can be seen. */
static inline void on_state(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	int before = (int)ctx[1], state = (int)ctx[2];
	u64 address = ctx[0];
	u32 none = 0;

	if (BPF_CORE_READ(sk, sk_protocol) != TCP ||
	    !wanted_net(BPF_CORE_READ(sk, __sk_common.skc_net.net)))
		return;
	if (state == SYN_SENT)
		bpf_map_update_elem(&sockets, &address, &none, BPF_ANY);
	else if (before == SYN_RECV && state == ESTABLISHED)
		compare(sk, 0);
}

ON_TRACEPOINT(inet_sock_set_state, on_state)
ON_PLAIN_STATE(on_state)
