/* SPDX-License-Identifier: BSD-2-Clause */
/* From tree to condition: what each primitive looks at in a packet of one link type.
 *
 * The text is lowered from left to right, because `vlan`, `mpls`, `pppoes` and `geneve` shift where
 * the network header lies for everything that FOLLOWS in the text, whatever the operator between
 * (that is libpcap's meaning). struct skep_lower holds what is known at one point of the text.
 */
#ifndef SKEP_FILTER_LOWER_H
#define SKEP_FILTER_LOWER_H

#include <skep/diag.h>
#include <skep/filter.h>

#include "base/arena.h"
#include "filter/ast.h"
#include "filter/graph.h"

/* A place in the packet: value(base) + offset. base = 0 for a fixed place. */
struct skep_at {
	skep_vid base;
	u32 offset;
};

/* What the loads of a primitive are counted from. */
enum skep_rel {
	SKEP_REL_PACKET,     /* the first byte */
	SKEP_REL_LINK,	     /* link-layer header (the innermost) */
	SKEP_REL_PREV_LINK,  /* link-layer header around the one above */
	SKEP_REL_LINKTYPE,   /* the field that names the payload's protocol */
	SKEP_REL_LLC,	     /* link-layer payload: the 802.2 LLC header where there is one */
	SKEP_REL_LABEL,	     /* the last MPLS label: the 4 bytes before the network header */
	SKEP_REL_NET,	     /* network header */
	SKEP_REL_NET_NOSNAP, /* network header where LLC has no SNAP */
	SKEP_REL_TRAN_IPV4,  /* transport header: the IPv4 header length is added */
	SKEP_REL_TRAN_IPV6,  /* transport header: 40 bytes after the network header */
};

struct skep_link; /* a row of links.def with its functions: link.c */

struct skep_lower {
	struct skep_graph *g;
	struct skep_arena *arena;
	const struct skep_filter_options *options;
	struct skep_diag *diag; /* the first error ends lowering; `failed` says that there is one */
	bool failed;
	const char *text;      /* the whole expression, for places */
	struct skep_span span; /* of the primitive in hand, for errors of the link rooms; the driver
				* sets it before it lowers one */

	/* Conditions that hold before anything of the text is evaluated, left to right: lengths of
	 * headers of variable length (radiotap...), link type checks (PPI). Set by the link rooms,
	 * used once by skep_lower_filter. */
	struct {
		skep_cid *data;
		size_t count, room;
	} before;

	struct {
		struct skep_diag *data;
		size_t count, room;
	} warnings;

	/* What is known at this point of the text. */
	const struct skep_link *link; /* the link type in force; changes with pppoes, geneve */
	const struct skep_link *outer_link; /* the one around it; at the start the same */
	struct skep_at linkhdr, prev_linkhdr, outermost_linkhdr;
	struct skep_at linktype; /* of the field that names the payload's protocol */
	bool has_linktype;	 /* false: no such field, everything is IP */
	struct skep_at linkpl;	 /* link-layer payload */
	u32 nl, nl_nosnap;	 /* network header from linkpl */
	u32 vlan_depth, mpls_depth;
	bool is_atm, is_geneve;

	/* Lengths that differ from packet to packet and are found before all else: of the header
	 * before the link-layer header, and the place of the link-layer payload. Private to
	 * prefix.c. */
	struct {
		skep_vid value; /* 0: there is none */
		bool needed;	/* is in `before` */
	} prefix, payload;
};

/* Reports an error at a span of the text; false, and lowering ends. */
SKEP_COLD SKEP_PRINTF(4, 5) bool skep_lower_fail(struct skep_lower *l, struct skep_span span,
						 enum skep_error code, const char *what, ...);
SKEP_COLD SKEP_PRINTF(2, 3) void skep_lower_hint(struct skep_lower *l, const char *hint, ...);

/* Adds a warning, unless the same sentence was given before. */
SKEP_COLD SKEP_PRINTF(4, 5) void skep_lower_warn(struct skep_lower *l, struct skep_span span,
						 const char *hint, const char *what, ...);

/* --- link.c, link_types.c (link-layer) ------------------------------------------------------- */

/* Sets the state to the start of a packet of options->linktype. */
SKEP_MUST_USE bool skep_lower_link_init(struct skep_lower *l);

/* Whether the payload has this EtherType (or LLC SAP, for values up to 1500, or the link type's own
 * equivalent). */
skep_cid skep_lower_linktype(struct skep_lower *l, u32 proto);

/* The DLT_ value of the link type in force, and whether it has a header that `radio[]` can access.
 */
u32 skep_lower_dlt(const struct skep_lower *l);
bool skep_lower_has_radio(const struct skep_lower *l);

/* SNAP with this organisation code and protocol, from the LLC header. */
skep_cid skep_lower_snap(struct skep_lower *l, u32 orgcode, u32 ptype);

/* Link-layer address comparison (`ether host`, `wlan addr1`, ...), as the link type has it. */
skep_cid skep_lower_link_host(struct skep_lower *l, struct skep_span span, const u8 mac[6], u8 dir);
skep_cid skep_lower_arcnet_host(struct skep_lower *l, struct skep_span span, u8 address, u8 dir);

/* Link-layer broadcast and multicast. */
skep_cid skep_lower_link_broadcast(struct skep_lower *l, struct skep_span span);
skep_cid skep_lower_link_multicast(struct skep_lower *l, struct skep_span span);

/* Every WORD that is about the link layer or an encapsulation: vlan, mpls, pppoe, geneve, llc,
 * inbound, outbound, ifindex, 802.11, PF, ATM, SS7. */
skep_cid skep_lower_link_word(struct skep_lower *l, const struct skep_ast *ast);

/* Warns where something is looked for inside an encapsulation that need not be there. */
void skep_lower_inside(struct skep_lower *l, const struct skep_ast *ast);

/* --- place.c (link-layer) -------------------------------------------------------------------- */

/* Where `rel` lies at this point of the text. For SKEP_REL_TRAN_IPV4 the base holds the header
 * length of the IPv4 header, a load that can fail. */
struct skep_at skep_lower_at(struct skep_lower *l, enum skep_rel rel);

/* A load of `size` bytes at `offset` from `rel`. */
skep_vid skep_lower_load(struct skep_lower *l, enum skep_rel rel, u32 offset, u8 size);

/* Shorthands: a load is equal; bytes are equal (as libpcap compares them: 4, 2, 1 bytes at a time
 * from the END of the field). */
skep_cid skep_lower_cmp(struct skep_lower *l, enum skep_rel rel, u32 offset, u8 size, u32 k);
skep_cid skep_lower_bytes(struct skep_lower *l, enum skep_rel rel, u32 offset, const u8 *bytes,
			  u32 count);

/* --- network.c, host.c, port.c, protocol.c, arith.c, lower.c (network and above) ---------------
 */

/* A protocol word alone: `tcp`, `ip6`, `stp`. Also used by encapsulations. */
skep_cid skep_lower_proto_word(struct skep_lower *l, struct skep_span span, u8 proto);

/* `proto` number or name with its qualifiers. */
skep_cid skep_lower_proto(struct skep_lower *l, struct skep_span span, u32 number, u8 proto);

/* The whole expression. *root is its condition with l->before in front. */
SKEP_MUST_USE bool skep_lower_filter(struct skep_lower *l, const struct skep_ast *ast,
				     skep_cid *root);

#endif
