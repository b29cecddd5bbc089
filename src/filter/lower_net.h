/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files that lower hosts, ports, protocols and arithmetic share.
 *
 * Each primitive is a shape (which loads, behind which checks) and what a load is compared with.
 * The shapes are functions here; what is wanted is a value, so that one function serves a primitive
 * and a whole run of them (run.c). */
#ifndef SKEP_FILTER_LOWER_NET_H
#define SKEP_FILTER_LOWER_NET_H

#include "filter/lower.h"

/* EtherTypes. */
enum {
	SKEP_ETHER_IP = 0x0800,
	SKEP_ETHER_ARP = 0x0806,
	SKEP_ETHER_RARP = 0x8035,
	SKEP_ETHER_IP6 = 0x86dd,
	SKEP_ETHER_DECNET = 0x6003,
};

/* Where the number of a protocol stands: columns `field` and `holds` of protos.def. */
enum skep_field {
	SKEP_FIELD_NONE,
	SKEP_FIELD_ETHER, /* what the link layer names */
	SKEP_FIELD_IP4,	  /* the IPv4 header */
	SKEP_FIELD_IP6,	  /* the IPv6 header, or a fragment header that follows at once */
	SKEP_FIELD_IP46,  /* IP4, then IP6 */
	SKEP_FIELD_OSI,	  /* first byte of an OSI packet (ISO/IEC TR 9577) */
	SKEP_FIELD_PDU,	  /* PDU type of IS-IS (ISO 10589) */
	SKEP_FIELD_PDUS,  /* the same, one bit for each type that is meant */
};

/* What an accessor `word[i]` counts from: column `access` of protos.def. */
enum skep_access {
	SKEP_ACCESS_NONE,
	SKEP_ACCESS_LINK,
	SKEP_ACCESS_RADIO,
	SKEP_ACCESS_NET,   /* the network header, if the packet is of this protocol */
	SKEP_ACCESS_TRAN,  /* what follows an IPv4 header, if it is of this protocol */
	SKEP_ACCESS_ICMP6, /* byte 40 of an IPv6 packet, if its first header is ICMPv6 */
};

struct skep_proto {
	const char *word;
	u8 field, holds; /* enum skep_field */
	u8 access;	 /* enum skep_access */
	u32 number;
};

/* The row of protos.def; static storage. */
const struct skep_proto *skep_proto_row(u8 proto);

/* What a value is compared with. */
enum skep_want_kind {
	SKEP_WANT_MASKED, /* (value & b) == a */
	SKEP_WANT_RANGE,  /* a <= value <= b */
	SKEP_WANT_SET,	  /* value is in set a of the graph */
};
struct skep_want {
	u8 kind; /* enum skep_want_kind */
	u32 a, b;
};
struct skep_want skep_want_number(u32 number);
skep_cid skep_lower_want(struct skep_lower *l, skep_vid value, struct skep_want want);

/* An IPv6 network: (address & mask) == bytes. */
struct skep_ip6_net {
	u32 address[4], mask[4]; /* host order, most significant word first */
};

/* --- network.c ------------------------------------------------------------------------------- */

/* src, dst, both or either, as `dir` says. */
skep_cid skep_lower_ends(struct skep_lower *l, u8 dir, skep_cid src, skep_cid dst);

/* Fails for the directions that only 802.11 has. */
bool skep_lower_check_dir(struct skep_lower *l, const struct skep_ast *ast);

/* IPv4 addresses in the headers that `proto` names: PROTO_DEFAULT, IP, ARP or RARP. */
skep_cid skep_lower_ip4_address(struct skep_lower *l, u8 proto, u8 dir, struct skep_want want);

/* An IPv6 address in a network. */
skep_cid skep_lower_ip6_address(struct skep_lower *l, u8 dir, const struct skep_ip6_net *net);

/* `broadcast` and `multicast` with their protocol. */
skep_cid skep_lower_broadcast(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_lower_multicast(struct skep_lower *l, const struct skep_ast *ast);

/* --- host.c ---------------------------------------------------------------------------------- */

skep_cid skep_lower_host(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_lower_net(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_lower_gateway(struct skep_lower *l, const struct skep_ast *ast);

/* The IPv4 address or network that a HOST or NET primitive with a number or dotted literal means;
 * false with the error reported. */
SKEP_MUST_USE bool skep_literal_ip4(struct skep_lower *l, const struct skep_ast *ast,
				    struct skep_want *want);

/* The same of an IPv6 literal. */
SKEP_MUST_USE bool skep_literal_ip6(struct skep_lower *l, const struct skep_ast *ast,
				    struct skep_ip6_net *net);

/* --- port.c ---------------------------------------------------------------------------------- */

/* The ports a primitive means, and over what. */
struct skep_ports {
	u32 lo, hi;
	u8 over; /* IPPROTO_TCP, _UDP, _SCTP; 0 for all three */
};

/* What a PORT or PORTRANGE primitive means; false with the error reported. */
SKEP_MUST_USE bool skep_literal_ports(struct skep_lower *l, const struct skep_ast *ast,
				      struct skep_ports *ports);
skep_cid skep_lower_ports(struct skep_lower *l, u8 over, u8 dir, struct skep_want want);
skep_cid skep_lower_port(struct skep_lower *l, const struct skep_ast *ast);

/* --- protocol.c ------------------------------------------------------------------------------ */

/* A field that holds a protocol number. Not for ETHER with anything but one number. */
skep_cid skep_lower_field(struct skep_lower *l, enum skep_field field, struct skep_want want);
skep_cid skep_lower_proto_prim(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_lower_protochain(struct skep_lower *l, const struct skep_ast *ast);

/* The number that a PROTO primitive means; false with the error reported. */
SKEP_MUST_USE bool skep_literal_proto(struct skep_lower *l, const struct skep_ast *ast,
				      u32 *number);

/* --- arith.c --------------------------------------------------------------------------------- */

skep_cid skep_lower_relation(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_lower_length_word(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_lower_byte(struct skep_lower *l, const struct skep_ast *ast);

/* --- run.c ----------------------------------------------------------------------------------- */

/* The kids of an ALL or ANY. `one` lowers a kid that is not part of a run. */
skep_cid skep_lower_list(struct skep_lower *l, const struct skep_ast *ast,
			 skep_cid (*one)(struct skep_lower *l, const struct skep_ast *ast));

/* --- surprises.c ----------------------------------------------------------------------------- */

/* Warns where the text says something else than it seems to say. */
void skep_lower_surprises(struct skep_lower *l, const struct skep_ast *ast);

#endif
