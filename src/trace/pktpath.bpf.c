/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* The way of packets through the tracepoints. A packet is known by where its bytes lie, which stays
 * the same from one layer to the next and for clones, as long as its ends and its sequence are the
 * same, too. The filter is compiled into matches() before the programs are loaded (matcher.h): what
 * does not match costs a copy of its headers, and no event. */
#include "trace/packet.bpf.h"

#include "trace/matcher.h"

enum { QUEUE, START, SENT, NETIF_RX, GRO, RECEIVE, DROP, DONE };

enum { DETAIL = PACKET_OWN, WHERE, WAY, SINCE };

struct way {
	u64 number, begin;
	u64 mark; /* of what the packet says */
	u32 last; /* point */
};

/* By address of the bytes. Which one is forgotten when there are too many: then its packet gets
 * another number. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, struct way);
} ways SEC(".maps");

/* What a driver was given, by address of its sk_buff: when it has sent it, it may be gone. */
struct sending {
	u64 numbers[SKEP_TRACE_NUMBERS];
	u64 begin;
	char text[48];
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, u64);
	__type(value, struct sending);
} sendings SEC(".maps");

u64 last_way;

/* ---- the filter: instructions are written over these */

__attribute__((naked, noinline)) int matches(const struct skep_trace_packet *p
					     __attribute__((unused)))
{
	asm volatile("r0 = %[mark] ll\n"
		     ".rept %[slots]\n"
		     "goto +0\n"
		     ".endr\n"
		     "r0 = 1\n"
		     "exit\n"
		     :
		     : [mark] "i"(SKEP_MATCHER_MARK), [slots] "i"(SKEP_MATCHER_SLOTS - 4));
}

/* The packet as a frame of Ethernet, whose addresses are zero if it has none yet.
 *
 *   at  its network header */
static inline void copy(struct skep_trace_packet *p, struct sk_buff *skb, const u8 *at)
{
	const u8 *head = BPF_CORE_READ(skb, head), *data = BPF_CORE_READ(skb, data);
	u16 mac = BPF_CORE_READ(skb, mac_header);
	u32 linear = BPF_CORE_READ(skb, len) - BPF_CORE_READ(skb, data_len) - (u32)(at - data);

	__builtin_memset(p, 0, sizeof(*p));
	if (head + mac + 14 == at)
		bpf_probe_read_kernel(p->bytes, 12, head + mac);
	*(u16 *)(p->bytes + 12) = BPF_CORE_READ(skb, protocol);
	/* Behind the bytes lies struct skb_shared_info: it is memory all the same. */
	bpf_probe_read_kernel(p->bytes + 14, SKEP_MATCHER_BYTES - 14, at);
	p->length = BPF_CORE_READ(skb, len) - (u32)(at - data) + 14;
	p->captured = linear + 14 < SKEP_MATCHER_BYTES ? linear + 14 : SKEP_MATCHER_BYTES;
}

/* ---- ways */

static inline u64 mark_of(const struct skep_trace_event *e, const u8 *at)
{
	u32 ends[4], sequence = 0;

	__builtin_memcpy(ends, e->text, sizeof(ends[0]));
	__builtin_memcpy(ends + 1, e->text + 16, sizeof(ends[0]));
	bpf_probe_read_kernel(&sequence, sizeof(sequence),
			      at + (e->numbers[0] >> 32 == INET ? 24 : 44));
	return e->numbers[0] ^ ((u64)ends[0] << 32) ^ ends[1] ^ ((u64)sequence << 16);
}

/* Whether a packet that came here before is another one by now: Linux frees some without a word.
 * One that goes on after it was received is forwarded. */
static inline bool begins_anew(const struct way *way, struct sk_buff *skb, u32 point)
{
	if (way->last < RECEIVE)
		return false;
	return point == NETIF_RX || point == GRO ||
	       (point == QUEUE && !BPF_CORE_READ(skb, skb_iif));
}

/* Whether it is known from a point before. */
static inline bool fill_way(struct skep_trace_event *e, struct sk_buff *skb, u64 bytes, u64 mark)
{
	struct way *way = bpf_map_lookup_elem(&ways, &bytes);
	u32 point = e->head.kind;
	struct way fresh = {.begin = e->head.time, .mark = mark, .last = point};

	if (!way || way->mark != mark || begins_anew(way, skb, point)) {
		fresh.number = __sync_fetch_and_add(&last_way, 1) + 1;
		bpf_map_update_elem(&ways, &bytes, &fresh, BPF_ANY);
		e->numbers[WAY] = fresh.number;
		return false;
	}
	way->last = point;
	e->numbers[WAY] = way->number;
	e->numbers[SINCE] = e->head.time - way->begin;
	return true;
}

/* Whether nobody else has these bytes. */
static inline bool is_last(struct sk_buff *skb, u64 bytes)
{
	struct skb_shared_info *shared = (void *)(bytes + BPF_CORE_READ(skb, end));

	return (BPF_CORE_READ(shared, dataref.counter) & 0xffff) == 1;
}

/* The event of a packet at a point; NULL if it is not wanted. */
static inline struct skep_trace_event *pass(struct sk_buff *skb, u32 point, bool at_data)
{
	u64 bytes = (u64)BPF_CORE_READ(skb, head);
	const u8 *at =
	    at_data ? BPF_CORE_READ(skb, data) : (u8 *)bytes + BPF_CORE_READ(skb, network_header);
	struct net *net = net_of_packet(skb, NULL);
	struct skep_trace_packet packet;
	struct skep_trace_event *e;
	bool known;

	/* What has been in the queue of a socket does not tell its namespace any more. */
	if (net ? !wanted_net(net) : by_net() && !bpf_map_lookup_elem(&ways, &bytes))
		return NULL;
	copy(&packet, skb, at);
	if (!matches(&packet))
		return NULL;
	e = new_event(sizeof(*e), point);
	if (!e)
		return NULL;
	fill_packet_at(e, skb, at);
	e->numbers[PACKET_BYTES] = packet.length - 14;
	known = fill_way(e, skb, bytes, mark_of(e, at));
	if (!net && by_net() && !known) {
		bpf_map_delete_elem(&ways, &bytes);
		bpf_ringbuf_discard(e, BPF_RB_NO_WAKEUP);
		return NULL;
	}
	if (point >= DROP && is_last(skb, bytes))
		bpf_map_delete_elem(&ways, &bytes);
	return e;
}

static inline int pass_plainly(struct sk_buff *skb, u32 point, bool at_data)
{
	struct skep_trace_event *e = pass(skb, point, at_data);

	if (e)
		send(e);
	return 0;
}

/* ---- points */

struct trace_event_raw_net_dev_template {
	void *skbaddr;
} KERNEL;

struct trace_event_raw_net_dev_start_xmit {
	const void *skbaddr;
} KERNEL;

struct trace_event_raw_net_dev_rx_verbose_template {
	const void *skbaddr;
} KERNEL;

struct trace_event_raw_net_dev_xmit {
	void *skbaddr;
	int rc;
} KERNEL;

enum skb_drop_reason { ANY_DROP };

struct trace_event_raw_kfree_skb {
	void *skbaddr, *location;
	enum skb_drop_reason reason;
} KERNEL;

struct trace_event_raw_consume_skb {
	void *skbaddr, *location;
} KERNEL;

static inline void on_queue(u64 *ctx)
{
	pass_plainly((void *)ctx[0], QUEUE, false);
}

ON_TRACEPOINT(net_dev_queue, on_queue)
ON_PLAIN(net, net_dev_queue, on_queue, net_dev_template, (u64)e->skbaddr)

static inline void on_start(u64 *ctx)
{
	u64 address = ctx[0];
	struct skep_trace_event *e = pass((void *)ctx[0], START, false);
	struct sending sending;

	if (!e)
		return;
	__builtin_memcpy(sending.numbers, e->numbers, sizeof(sending.numbers));
	__builtin_memcpy(sending.text, e->text, sizeof(sending.text));
	sending.begin = e->head.time - e->numbers[SINCE];
	bpf_map_update_elem(&sendings, &address, &sending, BPF_ANY);
	send(e);
}

ON_TRACEPOINT(net_dev_start_xmit, on_start)
ON_PLAIN(net, net_dev_start_xmit, on_start, net_dev_start_xmit, (u64)e->skbaddr)

static inline void on_sent(u64 *ctx)
{
	u64 address = ctx[0];
	struct sending *sending = bpf_map_lookup_elem(&sendings, &address);
	struct skep_trace_event *e;

	if (!sending)
		return;
	e = new_event(sizeof(*e), SENT);
	if (e) {
		__builtin_memcpy(e->numbers, sending->numbers, sizeof(sending->numbers));
		__builtin_memcpy(e->text, sending->text, sizeof(sending->text));
		e->numbers[SINCE] = e->head.time - sending->begin;
		e->numbers[DETAIL] = (u32)ctx[1];
		send(e);
	}
	bpf_map_delete_elem(&sendings, &address);
}

ON_TRACEPOINT(net_dev_xmit, on_sent)
ON_PLAIN(net, net_dev_xmit, on_sent, net_dev_xmit, (u64)e->skbaddr, (u64)e->rc)

static inline void on_netif_rx(u64 *ctx)
{
	pass_plainly((void *)ctx[0], NETIF_RX, true);
}

ON_TRACEPOINT(netif_rx, on_netif_rx)
ON_PLAIN(net, netif_rx, on_netif_rx, net_dev_template, (u64)e->skbaddr)

static inline void on_gro(u64 *ctx)
{
	pass_plainly((void *)ctx[0], GRO, true);
}

ON_TRACEPOINT(napi_gro_receive_entry, on_gro)
ON_PLAIN(net, napi_gro_receive_entry, on_gro, net_dev_rx_verbose_template, (u64)e->skbaddr)

static inline void on_receive(u64 *ctx)
{
	pass_plainly((void *)ctx[0], RECEIVE, true);
}

ON_TRACEPOINT(netif_receive_skb, on_receive)
ON_PLAIN(net, netif_receive_skb, on_receive, net_dev_template, (u64)e->skbaddr)

static inline void on_drop(u64 *ctx)
{
	struct skep_trace_event *e = pass((void *)ctx[0], DROP, false);

	if (!e)
		return;
	e->numbers[DETAIL] = (u32)ctx[2];
	e->numbers[WHERE] = ctx[1];
	send(e);
}

ON_TRACEPOINT(kfree_skb, on_drop)
ON_PLAIN(skb, kfree_skb, on_drop, kfree_skb, (u64)e->skbaddr, (u64)e->location, e->reason)

static inline void on_done(u64 *ctx)
{
	struct skep_trace_event *e = pass((void *)ctx[0], DONE, false);

	if (!e)
		return;
	e->numbers[WHERE] = ctx[1];
	send(e);
}

ON_TRACEPOINT(consume_skb, on_done)
ON_PLAIN(skb, consume_skb, on_done, consume_skb, (u64)e->skbaddr, (u64)e->location)
