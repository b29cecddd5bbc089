/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What programs that look at packets share: the headers, whose place Linux keeps beside the bytes.
 */
#ifndef SKEP_TRACE_PACKET_BPF_H
#define SKEP_TRACE_PACKET_BPF_H

#include "trace/tcp.bpf.h"

/* Numbers of an event of a packet, behind its two ends. */
enum {
	PACKET_BYTES = 1,
	PACKET_PROTOCOL,    /* of IP; 0: it is not IP */
	PACKET_OWN,	    /* the first that is the tool's own */
	PACKET_DEVICE = 32, /* where the name of the interface is in the text */
};

enum { ETHER_IP = 0x0800, ETHER_IP6 = 0x86dd, UDP = 17, IP6_HEADER = 40 };

/* The first bytes of a network header, version 4 or 6. */
union network_header {
	u8 bytes[IP6_HEADER];
	struct {
		u8 version_length, service;
		u16 length, id, fragment;
		u8 hops, protocol;
		u16 checksum;
		u32 from, to;
	} v4;
	struct {
		u32 flow;
		u16 length;
		u8 protocol, hops;
		u8 from[16], to[16];
	} v6;
};

static inline void fill_ports(struct skep_trace_event *e, const u8 *transport, u8 protocol)
{
	u16 ports[2] = {0};

	if (protocol != TCP && protocol != UDP)
		return;
	bpf_probe_read_kernel(ports, sizeof(ports), transport);
	e->numbers[0] |= (u64)__builtin_bswap16(ports[0]) << 16 | __builtin_bswap16(ports[1]);
}

static inline void fill_v4(struct skep_trace_event *e, const u8 *at, const union network_header *h)
{
	bool first = !(h->v4.fragment & __builtin_bswap16(0x1fff));

	e->numbers[0] = (u64)INET << 32;
	e->numbers[PACKET_PROTOCOL] = h->v4.protocol;
	__builtin_memcpy(e->text, &h->v4.from, sizeof(h->v4.from));
	__builtin_memcpy(e->text + 16, &h->v4.to, sizeof(h->v4.to));
	if (first)
		fill_ports(e, at + (h->v4.version_length & 15) * 4, h->v4.protocol);
}

static inline void fill_v6(struct skep_trace_event *e, const u8 *at, const union network_header *h)
{
	e->numbers[0] = (u64)INET6 << 32;
	e->numbers[PACKET_PROTOCOL] = h->v6.protocol;
	__builtin_memcpy(e->text, h->v6.from, sizeof(h->v6.from));
	__builtin_memcpy(e->text + 16, h->v6.to, sizeof(h->v6.to));
	fill_ports(e, at + IP6_HEADER, h->v6.protocol);
}

/* Both ends as far as the headers tell, bytes, protocol, interface.
 *
 *   at  network header */
static inline void fill_packet_at(struct skep_trace_event *e, struct sk_buff *skb, const u8 *at)
{
	u16 protocol = __builtin_bswap16(BPF_CORE_READ(skb, protocol));
	struct net_device *device = BPF_CORE_READ(skb, dev);
	union network_header h = {0};

	e->numbers[PACKET_BYTES] = BPF_CORE_READ(skb, len);
	e->text[PACKET_DEVICE] = 0;
	if (device)
		bpf_core_read_str(e->text + PACKET_DEVICE, DEVICE_NAME, &device->name);
	bpf_probe_read_kernel(&h, sizeof(h), at);
	if (protocol == ETHER_IP && h.v4.version_length >> 4 == 4)
		fill_v4(e, at, &h);
	else if (protocol == ETHER_IP6 && h.v4.version_length >> 4 == 6)
		fill_v6(e, at, &h);
}

static inline void fill_packet(struct skep_trace_event *e, struct sk_buff *skb)
{
	fill_packet_at(e, skb, BPF_CORE_READ(skb, head) + BPF_CORE_READ(skb, network_header));
}

/* The namespace of a packet: of its socket, else of its interface; NULL if it has neither. In the
 * queue of a UDP socket the place of the interface holds something else. */
static inline struct net *net_of_packet(struct sk_buff *skb, struct sock *sk)
{
	if (!sk)
		sk = BPF_CORE_READ(skb, sk);
	if (sk)
		return BPF_CORE_READ(sk, __sk_common.skc_net.net);
	return BPF_CORE_READ(skb, dev, nd_net.net);
}

#endif
