/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads headers one after the other, as far as they were captured. Each reader takes its header
 * from the front of a span and hands the rest on. */
#include "cli/decode.h"

#include <string.h>

#include "base/bytes.h"

enum {
	ETHERTYPE_IP4 = 0x0800,
	ETHERTYPE_ARP = 0x0806,
	ETHERTYPE_VLAN = 0x8100,
	ETHERTYPE_QINQ = 0x88a8,
	ETHERTYPE_QINQ_OLD = 0x9100,
	ETHERTYPE_IP6 = 0x86dd,
	ETHERTYPE_LEAST = 1536, /* smaller values are lengths of IEEE 802.3 */
	EXTENSIONS_MAX = 8,	/* IPv6 extension headers that are followed */
};

/* Bytes that were not read yet: `left` were captured. */
struct span {
	const u8 *at;
	u32 left;
};

/* Takes `size` bytes from the front; NULL (and cut) if fewer were captured. */
static const u8 *take(struct skep_summary *s, struct span *span, u32 size)
{
	const u8 *at = span->at;

	if (span->left < size) {
		s->cut = true;
		return NULL;
	}
	span->at += size;
	span->left -= size;
	return at;
}

static u32 minus(u32 a, u32 b)
{
	return a > b ? a - b : 0;
}

static void read_ports(struct skep_summary *s, const u8 *at)
{
	s->ports_known = true;
	s->source_port = skep_get_be16(at);
	s->target_port = skep_get_be16(at + 2);
}

static void read_tcp(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 14);

	if (!at)
		return;
	read_ports(s, at);
	s->tcp_flags = at[13];
	s->length = minus(s->length, (u32)(at[12] >> 4) * 4);
}

static void read_udp(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 8);

	if (!at)
		return;
	read_ports(s, at);
	s->length = minus(s->length, 8);
}

static void read_two_ports(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 4);

	if (at)
		read_ports(s, at);
}

static void read_icmp(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 4);

	if (at)
		s->icmp_type = at[0];
}

static const struct {
	u8 protocol;
	const char *name;
	enum skep_transport_kind kind;
} transports[] = {
#define TRANSPORT(number, name, kind) {number, name, SKEP_TRANSPORT_##kind},
#include "cli/transports.def"
#undef TRANSPORT
};

static enum skep_transport_kind kind_of(u8 protocol)
{
	for (size_t i = 0; i < SKEP_COUNT(transports); i++) {
		if (transports[i].protocol == protocol)
			return transports[i].kind;
	}
	return SKEP_TRANSPORT_NONE;
}

static void read_transport(struct skep_summary *s, struct span *span)
{
	static void (*const readers[])(struct skep_summary *, struct span *) = {
	    [SKEP_TRANSPORT_PORTS] = read_two_ports,
	    [SKEP_TRANSPORT_TCP] = read_tcp,
	    [SKEP_TRANSPORT_UDP] = read_udp,
	    [SKEP_TRANSPORT_ICMP] = read_icmp,
	};

	s->transport = kind_of(s->protocol);
	if (s->fragment_at > 0)
		s->transport = SKEP_TRANSPORT_NONE; /* the header is in the first fragment */
	if (readers[s->transport])
		readers[s->transport](s, span);
}

static void read_ip4(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 20);
	u32 header, options;

	s->network = SKEP_NET_IP4;
	if (!at)
		return;
	header = (u32)(at[0] & 15) * 4;
	options = minus(header, 20);
	s->source = at + 12;
	s->target = at + 16;
	s->protocol = at[9];
	s->fragment_at = (skep_get_be16(at + 6) & 0x1fffu) * 8;
	s->fragment = s->fragment_at > 0 || (skep_get_be16(at + 6) & 0x2000);
	s->length = minus(skep_get_be16(at + 2), header);
	if (take(s, span, options))
		read_transport(s, span);
}

/* Skips one extension header; *next is then what follows it. False if it is none. */
static bool skip_extension(struct skep_summary *s, struct span *span, u8 *next)
{
	u32 unit = *next == 51 ? 4 : 8; /* AH counts words, the others 8 bytes */
	const u8 *at;
	u32 size;

	if (*next != 0 && *next != 43 && *next != 44 && *next != 51 && *next != 60)
		return false;
	at = take(s, span, 8);
	if (!at)
		return false;
	if (*next == 44) {
		s->fragment = true;
		s->fragment_at = skep_get_be16(at + 2) & 0xfff8u;
	}
	size = *next == 44 ? 8 : (at[1] + (unit == 4 ? 2u : 1u)) * unit;
	*next = at[0];
	s->length = minus(s->length, size);
	return take(s, span, minus(size, 8)) && s->fragment_at == 0;
}

static void read_ip6(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 40);
	u8 next;

	s->network = SKEP_NET_IP6;
	if (!at)
		return;
	s->source = at + 8;
	s->target = at + 24;
	s->length = skep_get_be16(at + 4);
	next = at[6];
	for (int i = 0; i < EXTENSIONS_MAX && skip_extension(s, span, &next); i++)
		;
	s->protocol = next;
	if (!s->cut)
		read_transport(s, span);
}

static void read_arp(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 8);

	s->network = SKEP_NET_ARP;
	s->length = span->left + 8;
	if (!at)
		return;
	s->arp_operation = skep_get_be16(at + 6);
	if (skep_get_be16(at + 2) != ETHERTYPE_IP4 || at[4] != 6 || at[5] != 4)
		return;
	at = take(s, span, 20);
	if (!at)
		return;
	s->arp_sender = at;
	s->source = at + 6;
	s->target = at + 16;
}

static bool is_tag(u16 ethertype)
{
	return ethertype == ETHERTYPE_VLAN || ethertype == ETHERTYPE_QINQ ||
	       ethertype == ETHERTYPE_QINQ_OLD;
}

/* What stands behind an EtherType, tags first. */
static void read_ethertype(struct skep_summary *s, struct span *span, u16 ethertype)
{
	const u8 *at;

	while (is_tag(ethertype) && s->tag_count < SKEP_TAGS_MAX && (at = take(s, span, 4))) {
		s->tags[s->tag_count++] = (struct skep_tag){ethertype, skep_get_be16(at)};
		ethertype = skep_get_be16(at + 2);
		s->link_size += 4;
	}
	s->ethertype_known = true;
	s->ethertype = ethertype;
	s->length = span->left;
	if (ethertype == ETHERTYPE_IP4)
		read_ip4(s, span);
	if (ethertype == ETHERTYPE_IP6)
		read_ip6(s, span);
	if (ethertype == ETHERTYPE_ARP)
		read_arp(s, span);
}

static void read_ethernet(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 14);

	if (!at)
		return;
	s->link_size = 14;
	s->link_target = at;
	s->link_source = at + 6;
	read_ethertype(s, span, skep_get_be16(at + 12));
}

/* IP without a link layer. */
static void read_raw(struct skep_summary *s, struct span *span)
{
	u8 version;

	s->length = span->left;
	if (span->left == 0) {
		s->cut = true;
		return;
	}
	version = span->at[0] >> 4;
	if (version == 4)
		read_ip4(s, span);
	if (version == 6)
		read_ip6(s, span);
}

/* BSD loopback: a word that names the address family, in the order of the machine. */
static void read_null(struct skep_summary *s, struct span *span)
{
	if (!take(s, span, 4))
		return;
	s->link_size = 4;
	read_raw(s, span);
}

static void read_sll(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 16);

	if (!at)
		return;
	s->link_size = 16;
	s->link_source = skep_get_be16(at + 4) == 6 ? at + 6 : NULL;
	read_ethertype(s, span, skep_get_be16(at + 14));
}

static void read_sll2(struct skep_summary *s, struct span *span)
{
	const u8 *at = take(s, span, 20);

	if (!at)
		return;
	s->link_size = 20;
	s->link_source = at[11] == 6 ? at + 12 : NULL;
	read_ethertype(s, span, skep_get_be16(at));
}

/* The link types that are decoded, by DLT_ value. */
static const struct {
	u32 dlt;
	void (*read)(struct skep_summary *s, struct span *span);
} links[] = {
    {0, read_null},  {1, read_ethernet}, {12, read_raw},  {101, read_raw},  {108, read_null},
    {113, read_sll}, {228, read_raw},	 {229, read_raw}, {276, read_sll2},
};

void skep_decode(struct skep_summary *s, u32 dlt, const struct skep_packet *packet)
{
	struct span span = {packet->data, packet->caplen};

	memset(s, 0, sizeof(*s));
	s->length = packet->wirelen;
	for (size_t i = 0; i < SKEP_COUNT(links); i++) {
		if (links[i].dlt == dlt) {
			s->link_known = true;
			links[i].read(s, &span);
			return;
		}
	}
}

const char *skep_ethertype_name(u16 ethertype)
{
	static const struct {
		u16 value;
		const char *name;
	} names[] = {
#define ETHERTYPE(value, name) {value, name},
#include "cli/ethertypes.def"
#undef ETHERTYPE
	};

	if (ethertype < ETHERTYPE_LEAST)
		return "802.3";
	for (size_t i = 0; i < SKEP_COUNT(names); i++) {
		if (names[i].value == ethertype)
			return names[i].name;
	}
	return NULL;
}

const char *skep_transport_name(u8 protocol)
{
	for (size_t i = 0; i < SKEP_COUNT(transports); i++) {
		if (transports[i].protocol == protocol)
			return transports[i].name;
	}
	return NULL;
}

const char *skep_icmp_name(u8 protocol, u8 type)
{
	static const struct {
		u8 protocol, type;
		const char *name;
	} names[] = {
#define ICMP_TYPE(protocol, type, name) {protocol, type, name},
#include "cli/icmp.def"
#undef ICMP_TYPE
	};

	for (size_t i = 0; i < SKEP_COUNT(names); i++) {
		if (names[i].protocol == protocol && names[i].type == type)
			return names[i].name;
	}
	return NULL;
}
