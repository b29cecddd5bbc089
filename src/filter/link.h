/* SPDX-License-Identifier: BSD-2-Clause */
/* What the link rooms share: the row of a link type, protocol numbers, and the functions of one
 * theme each that link.c calls. */
#ifndef SKEP_FILTER_LINK_H
#define SKEP_FILTER_LINK_H

#include <linux/if_ether.h>

#include "filter/lower.h"

/* An offset that a link type does not have. Offsets are added modulo 2^32, also this one: what a
 * primitive then looks at is what libpcap looks at. */
#define SKEP_LINK_NONE UINT32_MAX

/* EtherTypes that linux/if_ether.h does not name, and LLC service access points. */
enum {
	SKEP_ETHER_LENGTH_MAX = 1500, /* an EtherType up to here is a length: LLC follows */
	SKEP_ETHERTYPE_NS = 0x0600,
	SKEP_ETHERTYPE_DECNET = 0x6003,
	SKEP_SAP_IP = 0x06,
	SKEP_SAP_STP = 0x42,
	SKEP_SAP_SNAP = 0xaa,
	SKEP_SAP_IPX = 0xe0,
	SKEP_SAP_NETBEUI = 0xf0,
	SKEP_SAP_ISO = 0xfe,
	SKEP_PPP_MPLS = 0x0281,
};

/* Which lengths vary from packet to packet. All but FIXED and PFLOG are 802.11. */
enum skep_link_vary {
	SKEP_VARY_FIXED,
	SKEP_VARY_WLAN,
	SKEP_VARY_RADIOTAP,
	SKEP_VARY_PPI,
	SKEP_VARY_AVS,
	SKEP_VARY_PRISM,
	SKEP_VARY_PFLOG,
};

/* Where link-layer addresses lie. */
enum skep_link_address {
	SKEP_ADDRESS_NONE,
	SKEP_ADDRESS_ETHER,
	SKEP_ADDRESS_FDDI,
	SKEP_ADDRESS_TOKEN,
	SKEP_ADDRESS_FIBRE,
	SKEP_ADDRESS_WLAN,
	SKEP_ADDRESS_ARCNET,
};

/* How `inbound` and `outbound` are told. */
enum skep_link_direction {
	SKEP_DIRECTION_META, /* not in the packet: the kernel knows */
	SKEP_DIRECTION_SLIP,
	SKEP_DIRECTION_IPNET,
	SKEP_DIRECTION_SLL,
	SKEP_DIRECTION_SLL2,
	SKEP_DIRECTION_PFLOG,
	SKEP_DIRECTION_PPPD,
	SKEP_DIRECTION_JUNIPER,
};

/* How an LLC header is told for the word `llc`. */
enum skep_link_llc {
	SKEP_LINK_LLC_NONE,
	SKEP_LINK_LLC_LENGTH, /* Ethernet: the type field is a length */
	SKEP_LINK_LLC_ALWAYS,
	SKEP_LINK_LLC_DATA, /* 802.11: a data frame */
	SKEP_LINK_LLC_ATM,  /* the pseudo-header says so */
};

/* What works besides, bits. */
enum skep_link_can {
	SKEP_CAN_NOTHING = 0,
	SKEP_CAN_VLAN = 1,
	SKEP_CAN_MPLS = 2,
	SKEP_CAN_WLAN = 4,  /* `type`, `subtype`, `dir` */
	SKEP_CAN_RADIO = 8, /* radio[] */
};

/* How the protocol of the payload is told. */
enum skep_link_test {
#define TEST(name) SKEP_LINK_TEST_##name,
#include "filter/link_tests.def"
#undef TEST
};

/* A row of links.def. Places are from the first byte, `net` and `net_llc` from `payload`. */
struct skep_link {
	u32 dlt;
	const char *name;  /* without DLT_; NULL for a number without a name */
	const char *title; /* in plain words */
	u32 link, type, payload, net, net_llc, mtp2;
	u8 test; /* enum skep_link_test */
	u8 vary, address, direction, llc, can;
};

/* The row of a DLT_ value; NULL for one that neither the table nor libpcap's range of raw types
 * has. Static storage. */
const struct skep_link *skep_link_find(u32 dlt);

/* Says that `what` (of the text: "'vlan'") is not to be had on the link type in force. Returns
 * "false", for `return skep_link_refuse(...)`. */
SKEP_COLD skep_cid skep_link_refuse(struct skep_lower *l, struct skep_span span, const char *what);

/* --- prefix.c: lengths that vary ---------------------------------------------------------------
 */

/* Sets l->prefix, l->payload and the bases of the places for the link type in force. */
void skep_prefix_init(struct skep_lower *l);

/* Says that a place with this base is looked at: what it is made of is found before all else. */
void skep_prefix_need(struct skep_lower *l, skep_vid base);

/* --- layer.c, encap.c, geneve.c
 * -----------------------------------------------------------------------------------
 */

/* What has to hold before anything of a link-layer header inside another is looked at; "true" where
 * nothing has. */
skep_cid skep_encap_check(struct skep_lower *l);

/* Starts a new innermost link-layer header at `at`; the caller sets the other places. */
void skep_encap_push(struct skep_lower *l, u32 dlt, struct skep_at at);

skep_cid skep_encap_vlan(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_encap_mpls(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_encap_pppoed(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_encap_pppoes(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_encap_geneve(struct skep_lower *l, const struct skep_ast *ast);

/* --- one file for each theme of words ----------------------------------------------------------
 */
skep_cid skep_direction_word(struct skep_lower *l, const struct skep_ast *ast); /* in-, outbound */
skep_cid skep_direction_ifindex(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_llc_word(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_wlan_word(struct skep_lower *l, const struct skep_ast *ast); /* type, subtype, dir */
skep_cid skep_pf_word(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_atm_word(struct skep_lower *l, const struct skep_ast *ast);
skep_cid skep_atm_field(struct skep_lower *l, const struct skep_ast *ast); /* vpi, vci */
skep_cid skep_ss7_unit(struct skep_lower *l, const struct skep_ast *ast);  /* fisu, lssu, msu */
skep_cid skep_ss7_field(struct skep_lower *l, const struct skep_ast *ast); /* sio, opc, dpc, sls */

/* Whether this is an 802.11 data frame. */
skep_cid skep_wlan_is_data(struct skep_lower *l);

/* 802.11 addresses: `host`, and the low bit of the destination. */
skep_cid skep_wlan_host(struct skep_lower *l, struct skep_span span, const u8 mac[6], u8 dir);
skep_cid skep_wlan_multicast(struct skep_lower *l);

/* Whether the SunATM pseudo-header names LLC. */
skep_cid skep_atm_is_llc(struct skep_lower *l);

/* value `relop` number, as written. For ATM and SS7 words `!=` compares as `=` does: libpcap
 * forgets the negation; a warning says so. */
skep_cid skep_link_relation(struct skep_lower *l, const struct skep_ast *ast, skep_vid value,
			    u32 number);

#endif
