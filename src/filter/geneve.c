/* SPDX-License-Identifier: BSD-2-Clause */
/* Geneve (RFC 8926): UDP to port 6081 over IPv4 or IPv6; an Ethernet frame or the packet of an
 * EtherType lies behind a header of 8 bytes and options.
 *
 * All that follows in the text is looked for inside. Where the inside lies is computed without
 * branches from the outer packet: right if this is Geneve, else anything. */
#include <netinet/in.h>

#include "filter/bits.h"
#include "filter/link.h"

enum { GENEVE_PORT = 6081, GENEVE_LENGTH = 8, UDP_LENGTH = 8, IPV6_LENGTH = 40 };

static skep_cid udp_ipv4(struct skep_lower *l)
{
	struct skep_graph *g = l->g;
	skep_cid ip = skep_lower_linktype(l, ETH_P_IP);
	skep_cid udp = skep_lower_cmp(l, SKEP_REL_NET, 9, 1, IPPROTO_UDP);
	skep_cid later = skep_cond_test(g, SKEP_CMP_SET, skep_lower_load(l, SKEP_REL_NET, 6, 2),
					skep_value_const(g, 0x1fff));
	skep_cid port = skep_lower_cmp(l, SKEP_REL_TRAN_IPV4, 2, 2, GENEVE_PORT);

	return skep_cond_all(g, (skep_cid[]){ip, udp, skep_cond_not(g, later), port}, 4);
}

static skep_cid udp_ipv6(struct skep_lower *l)
{
	skep_cid ip = skep_lower_linktype(l, ETH_P_IPV6);
	skep_cid udp = skep_lower_cmp(l, SKEP_REL_NET, 6, 1, IPPROTO_UDP);
	skep_cid port = skep_lower_cmp(l, SKEP_REL_TRAN_IPV6, 2, 2, GENEVE_PORT);

	return skep_cond_all(l->g, (skep_cid[]){ip, udp, port}, 3);
}

/* Version 0, and the network identifier if one is asked for. */
static skep_cid header(struct skep_lower *l, enum skep_rel rel, const struct skep_ast *ast)
{
	skep_cid version = skep_cond_masked(l->g, skep_lower_load(l, rel, UDP_LENGTH, 1), 0xc0, 0);

	if (!ast->has_number)
		return version;
	return skep_cond_and(l->g, version,
			     skep_cond_masked(l->g, skep_lower_load(l, rel, UDP_LENGTH + 4, 4),
					      0xffffff00, ast->numbers[0] << 8));
}

/* The place of the Geneve header. Which IP it is, the link layer says. */
static skep_vid header_place(struct skep_lower *l)
{
	struct skep_graph *g = l->g;
	struct skep_at net = skep_lower_at(l, SKEP_REL_NET);
	skep_vid is_ipv4 = skep_bits_truth(g, skep_lower_linktype(l, ETH_P_IP));
	skep_vid words =
	    skep_bits_alu(g, BPF_AND, skep_value_load(g, 1, net.base, net.offset), 0xf);
	skep_vid more = skep_bits_alu(g, BPF_SUB, skep_bits_alu(g, BPF_LSH, words, 2), IPV6_LENGTH);
	skep_vid length = skep_value_alu(g, BPF_MUL, is_ipv4, more);

	length = skep_bits_alu(g, BPF_ADD, length, IPV6_LENGTH + UDP_LENGTH + net.offset);
	return net.base ? skep_value_alu(g, BPF_ADD, length, net.base) : length;
}

/* Moves the places inside. Transparent Ethernet bridging (0x6558) has an Ethernet header first;
 * else the type of the payload is that of the Geneve header. */
static void go_inside(struct skep_lower *l, skep_vid at, skep_vid first, skep_vid type)
{
	enum { DLT_EN10MB = 1, ETHER_LENGTH = 14, ETHER_TYPE = 12, GENEVE_TYPE = 2 };
	struct skep_graph *g = l->g;
	skep_vid bridged = skep_bits_equal(g, type, skep_value_const(g, ETH_P_TEB));
	skep_vid options = skep_bits_alu(g, BPF_LSH, skep_bits_alu(g, BPF_AND, first, 0x3f), 2);
	skep_vid end =
	    skep_value_alu(g, BPF_ADD, skep_bits_alu(g, BPF_ADD, at, GENEVE_LENGTH), options);
	skep_vid to_type =
	    skep_bits_alu(g, BPF_ADD, options, GENEVE_LENGTH + ETHER_TYPE - GENEVE_TYPE);

	skep_encap_push(l, DLT_EN10MB, (struct skep_at){end, 0});
	l->linktype.base = skep_value_alu(g, BPF_ADD, skep_bits_alu(g, BPF_ADD, at, GENEVE_TYPE),
					  skep_value_alu(g, BPF_MUL, bridged, to_type));
	l->linkpl.base =
	    skep_value_alu(g, BPF_ADD, end, skep_bits_alu(g, BPF_MUL, bridged, ETHER_LENGTH));
	l->linktype.offset = l->linkpl.offset = 0;
	l->nl = 0;
	l->is_geneve = true;
}

skep_cid skep_encap_geneve(struct skep_lower *l, const struct skep_ast *ast)
{
	enum { VNI_MAX = 0xffffff };
	struct skep_graph *g = l->g;
	skep_cid v4, v6;
	skep_vid at, first, type;

	if (ast->has_number && ast->numbers[0] > VNI_MAX) {
		skep_lower_fail(l, ast->span, SKEP_E_RANGE, "%u is too large here: at most %u",
				ast->numbers[0], VNI_MAX);
		return SKEP_COND_FALSE;
	}
	v4 = skep_cond_and(g, udp_ipv4(l), header(l, SKEP_REL_TRAN_IPV4, ast));
	v6 = skep_cond_and(g, udp_ipv6(l), header(l, SKEP_REL_TRAN_IPV6, ast));
	if (l->failed)
		return SKEP_COND_FALSE;
	at = header_place(l);
	first = skep_value_load(g, 1, at, 0);
	type = skep_value_load(g, 2, at, 2);
	go_inside(l, at, first, type);
	return skep_cond_all(g,
			     (skep_cid[]){skep_cond_or(g, v4, v6), skep_cond_need(g, first),
					  skep_cond_need(g, type)},
			     3);
}
