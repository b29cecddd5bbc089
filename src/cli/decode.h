/* SPDX-License-Identifier: BSD-2-Clause */
/* What a line about a packet says, read from its bytes. Thread-safe. */
#ifndef SKEP_CLI_DECODE_H
#define SKEP_CLI_DECODE_H

#include <skep/packet.h>

#include "base/types.h"

enum { SKEP_TAGS_MAX = 4 };

enum skep_network { SKEP_NET_UNKNOWN, SKEP_NET_ARP, SKEP_NET_IP4, SKEP_NET_IP6 };

/* How much of the transport header is known. */
enum skep_transport_kind {
	SKEP_TRANSPORT_NONE,
	SKEP_TRANSPORT_PORTS,
	SKEP_TRANSPORT_TCP,
	SKEP_TRANSPORT_UDP,
	SKEP_TRANSPORT_ICMP,
};

struct skep_tag {
	u16 tpid; /* EtherType of the tag itself */
	u16 tci;  /* 3 bits priority, 1 bit drop eligible, 12 bits VLAN */
};

/* Pointers point into the packet. */
struct skep_summary {
	bool link_known;       /* the link type is one that is decoded */
	bool cut;	       /* a header that should be there was not captured */
	u32 link_size;	       /* bytes of the link-layer header, tags included */
	const u8 *link_source; /* 6 bytes; NULL = none */
	const u8 *link_target;
	bool ethertype_known;
	u16 ethertype; /* behind the tags */
	struct skep_tag tags[SKEP_TAGS_MAX];
	u32 tag_count;

	enum skep_network network;
	const u8 *source; /* 4 bytes for IP4 and ARP, 16 for IP6 */
	const u8 *target;
	u16 arp_operation;
	const u8 *arp_sender; /* 6 bytes, ARP over Ethernet */

	u8 protocol; /* what IP carries, behind extension headers */
	bool fragment;
	u32 fragment_at; /* bytes before this fragment's */
	enum skep_transport_kind transport;
	bool ports_known;
	u16 source_port, target_port;
	u8 tcp_flags;
	u8 icmp_type;
	u32 length; /* bytes behind the headers that were read, by the packet's own account */
};

/* Reads a packet of a link type (DLT_ value). */
void skep_decode(struct skep_summary *s, u32 dlt, const struct skep_packet *packet);

/* Names; NULL if there is none. Static storage. */
const char *skep_ethertype_name(u16 ethertype);
const char *skep_transport_name(u8 protocol);
const char *skep_icmp_name(u8 protocol, u8 type);

#endif
