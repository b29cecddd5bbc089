/* SPDX-License-Identifier: BSD-2-Clause */
/* What Linux lets a classic program ask beside the packet's bytes (linux/filter.h), from a struct
 * skep_packet. A field whose answer is not to be had is 0, as in Linux. */
#include "classic/ancillary.h"

#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/random.h>

#include "base/bytes.h"

/* Finds netlink attribute `type` among those in data[at ... end); returns its offset, or 0. */
static u32 find_attribute(const struct skep_packet *p, u64 at, u64 end, u32 type)
{
	struct nlattr attribute;

	for (; at + sizeof(attribute) <= end; at += NLA_ALIGN(attribute.nla_len)) {
		memcpy(&attribute, p->data + at, sizeof(attribute));
		if (attribute.nla_len < sizeof(attribute) || attribute.nla_len > end - at)
			return 0;
		if ((attribute.nla_type & NLA_TYPE_MASK) == type)
			return (u32)at;
	}
	return 0;
}

/* SKF_AD_NLATTR: the offset of the first attribute of type x from offset a on. */
static u32 attribute(const struct skep_packet *p, u32 a, u32 x)
{
	return find_attribute(p, a, p->caplen, x);
}

/* SKF_AD_NLATTR_NEST: the same inside the attribute that is at offset a. */
static u32 nested_attribute(const struct skep_packet *p, u32 a, u32 x)
{
	struct nlattr nest;

	if ((u64)a + sizeof(nest) > p->caplen)
		return 0;
	memcpy(&nest, p->data + a, sizeof(nest));
	if (nest.nla_len > p->caplen - a)
		return 0;
	return find_attribute(p, (u64)a + sizeof(nest), (u64)a + nest.nla_len, x);
}

/* What is known while headers are walked from outside in. */
struct walk {
	const struct skep_packet *p;
	u64 at;	       /* offset of the next header */
	u16 ethertype; /* of the next header, while `transport` is not reached */
	u8 protocol;   /* IPPROTO_ of the next header */
	bool later_fragment, reached;
};

/* Whether `size` bytes of the next header were captured. */
static bool has(const struct walk *w, u32 size)
{
	return w->at + size <= w->p->caplen;
}

static const u8 *here(const struct walk *w)
{
	return w->p->data + w->at;
}

static bool walk_vlan(struct walk *w)
{
	if (!has(w, 4))
		return false;
	w->ethertype = skep_get_be16(here(w) + 2);
	w->at += 4;
	return true;
}

/* Behind an IP header: the protocol says what follows. */
static void enter(struct walk *w)
{
	w->reached = w->protocol != IPPROTO_IPIP && w->protocol != IPPROTO_IPV6;
	w->ethertype = w->protocol == IPPROTO_IPIP ? ETH_P_IP : ETH_P_IPV6;
}

static bool walk_ip(struct walk *w)
{
	u32 length;

	if (!has(w, 20))
		return false;
	length = (here(w)[0] & 0xfu) * 4;
	if (length < 20)
		return false;
	w->protocol = here(w)[9];
	w->later_fragment = skep_get_be16(here(w) + 6) & 0x1fff;
	w->reached = skep_get_be16(here(w) + 6) & 0x3fff;
	w->at += length;
	if (!w->reached)
		enter(w);
	return true;
}

/* RFC 8200: extension headers start with the next protocol and, but for a fragment's, their length
 * in 8 bytes less one. */
static bool walk_ip6(struct walk *w)
{
	if (!has(w, 40))
		return false;
	w->protocol = here(w)[6];
	for (w->at += 40;;) {
		bool fragment = w->protocol == IPPROTO_FRAGMENT;

		if (!fragment && w->protocol != IPPROTO_HOPOPTS && w->protocol != IPPROTO_ROUTING &&
		    w->protocol != IPPROTO_DSTOPTS)
			break;
		if (!has(w, fragment ? 8 : 2))
			return false;
		w->protocol = here(w)[0];
		if (fragment) {
			w->later_fragment = skep_get_be16(here(w) + 2) & 0xfff8;
			w->reached = true;
			w->at += 8;
			return true;
		}
		w->at += (here(w)[1] + 1u) * 8;
	}
	enter(w);
	return true;
}

/* Walks to the transport header. */
static bool walk_headers(struct walk *w)
{
	enum { MOST_HEADERS = 15 }; /* Linux: MAX_FLOW_DISSECT_HDRS */

	for (u32 i = 0; i < MOST_HEADERS && !w->reached; i++) {
		bool ok = false;

		if (w->ethertype == ETH_P_IP)
			ok = walk_ip(w);
		else if (w->ethertype == ETH_P_IPV6)
			ok = walk_ip6(w);
		else if (w->ethertype == ETH_P_8021Q || w->ethertype == ETH_P_8021AD)
			ok = walk_vlan(w);
		else if (w->ethertype == ETH_P_ARP)
			ok = w->reached = true;
		if (!ok)
			return false;
	}
	return w->reached;
}

static const struct {
	u8 protocol, size;
} transport_headers[] = {
    {IPPROTO_UDP, 8},  {IPPROTO_UDPLITE, 8}, {IPPROTO_ICMP, 8},	 {IPPROTO_ICMPV6, 8},
    {IPPROTO_IGMP, 8}, {IPPROTO_DCCP, 12},   {IPPROTO_SCTP, 12},
};

/* SKF_AD_PAY_OFFSET: the offset behind the transport header; where there is none that is known, of
 * what follows the network header; 0 if headers are cut off or unknown. Reaches through VLAN tags,
 * IPv4, IPv6 and both in each other; of the other tunnels that Linux knows through none. */
static u32 payload_offset(const struct skep_packet *p)
{
	struct walk w = {.p = p, .at = p->net_offset, .ethertype = p->protocol};

	if (!walk_headers(&w))
		return 0;
	if (w.at > p->caplen)
		return p->caplen;
	if (w.later_fragment)
		return (u32)w.at;
	if (w.protocol == IPPROTO_TCP && has(&w, 13)) {
		u32 length = here(&w)[12] / 16 * 4u;

		return (u32)w.at + (length < 20 ? 20 : length);
	}
	for (size_t i = 0; i < SKEP_COUNT(transport_headers); i++)
		if (transport_headers[i].protocol == w.protocol)
			return (u32)w.at + transport_headers[i].size;
	return (u32)w.at;
}

static u32 random_number(void)
{
	u32 number = 0;

	return getrandom(&number, sizeof(number), 0) == sizeof(number) ? number : 0;
}

s64 skep_classic_ancillary(const struct skep_packet *p, u32 k, u32 a, u32 x)
{
	switch (k - (u32)SKF_AD_OFF) {
#define ANCILLARY(name, text, value, skb)                                                          \
	case SKF_AD_##name:                                                                        \
		return (value);
#include "classic/ancillary.def"
#undef ANCILLARY
	default:
		return -1;
	}
}

s64 skep_classic_load_negative(const struct skep_packet *p, u64 at, u32 size)
{
	if (at > UINT32_MAX || at < (u32)SKF_LL_OFF)
		return -1;
	at = at >= (u32)SKF_NET_OFF ? at - (u32)SKF_NET_OFF + p->net_offset : at - (u32)SKF_LL_OFF;
	if (at + size > p->caplen)
		return -1;
	if (size == 1)
		return p->data[at];
	return size == 2 ? skep_get_be16(p->data + at) : skep_get_be32(p->data + at);
}
