/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* TCP connections from their first state to their last: who, from where to where, how many bytes,
 * how long. A socket belongs to the process that connects, or else to the one that closes: on the
 * way states change in interrupts, which are nobody's.
 *
 * Where Linux calls no programs in the context of some processes, the end of a connection may not
 * be seen: then its socket is closed at the end, or its memory is that of another one. */
#include "trace/tcp.bpf.h"

struct life {
	u64 begin;
	struct skep_trace_head head; /* of the process */
	bool known, is_wanted, passive;
};

/* By address of the socket. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, struct life);
} lives SEC(".maps");

/* What Linux counts as received has the FIN as one byte more. */
static inline u64 received_by(struct sock *sk)
{
	u64 bytes = BPF_CORE_READ((struct tcp_sock *)sk, bytes_received);
	u64 flags = BPF_CORE_READ(sk, __sk_common.skc_flags);
	u64 done = bpf_core_enum_value(enum sock_flags, SOCK_DONE);

	return bytes && (flags >> (done & 63) & 1) ? bytes - 1 : bytes;
}

static inline void end_life(struct sock *sk, const struct life *life)
{
	struct tcp_sock *tcp = (void *)sk;
	struct skep_trace_event *e = new_event(sizeof(*e), life->passive);
	u64 now;

	if (!e)
		return;
	now = e->head.time;
	e->head = life->head;
	e->head.time = now;
	e->head.kind = life->passive;
	fill_addresses(e, sk);
	e->numbers[1] = BPF_CORE_READ(tcp, bytes_sent) - BPF_CORE_READ(tcp, bytes_retrans);
	e->numbers[2] = received_by(sk);
	e->numbers[3] = now - life->begin;
	send(e);
}

static inline bool is_shown(const struct life *life)
{
	return life->known ? life->is_wanted : !by_process();
}

/* before: state of the socket */
static inline void begin_life(u64 address, int before, int state)
{
	struct life *left = bpf_map_lookup_elem(&lives, &address);
	struct life fresh = {.begin = bpf_ktime_get_ns(), .passive = state == SYN_RECV};

	if (left && before != SYN_SENT && is_shown(left))
		count_lost();
	if (bpf_map_update_elem(&lives, &address, &fresh, BPF_ANY))
		count_lost();
}

static inline void on_state(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	int before = (int)ctx[1], state = (int)ctx[2];
	u64 address = ctx[0];
	struct life *life;

	if (BPF_CORE_READ(sk, sk_protocol) != TCP)
		return;
	comes_in(sk, before, state);
	if (!wanted_net(BPF_CORE_READ(sk, __sk_common.skc_net.net)))
		return;
	if (state == SYN_SENT || state == SYN_RECV)
		begin_life(address, before, state);
	life = bpf_map_lookup_elem(&lives, &address);
	if (!life)
		return;
	if (!life->known && (state == SYN_SENT || state == FIN_WAIT1 || state == LAST_ACK)) {
		fill_head(&life->head, 0);
		life->is_wanted = wanted();
		life->known = true;
	}
	if (state != CLOSE)
		return;
	if (is_shown(life))
		end_life(sk, life);
	bpf_map_delete_elem(&lives, &address);
}

ON_TRACEPOINT(inet_sock_set_state, on_state)

ON_PLAIN_STATE(on_state)

/* A socket is taken out before it is closed. */
static long look_at(void *map, u64 *address, struct life *life, void *context)
{
	u8 state = 0;

	(void)map;
	(void)context;
	bpf_core_read(&state, sizeof(state), &((struct sock *)*address)->__sk_common.skc_state);
	if (state == CLOSE && is_shown(life) && bpf_map_delete_elem(&lives, address) == 0)
		count_lost();
	return 0;
}

SEC("syscall")
int on_end(void *ctx)
{
	(void)ctx;
	bpf_for_each_map_elem(&lives, look_at, NULL, 0);
	return 0;
}
