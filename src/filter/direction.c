/* SPDX-License-Identifier: BSD-2-Clause */
/* `inbound`, `outbound` and `ifindex`: from a field of the link-layer header where there is one,
 * else from what the kernel knows of a packet that it has just captured. */
#include <linux/if_packet.h>

#include "filter/link.h"

/* A test of a field of the link-layer header; the other direction is its own number, or anything
 * else where `out_only` or `in_only`. */
struct direction {
	u8 offset, size;
	u8 mask;
	u8 in, out;
	enum { BOTH, OUT_ONLY, IN_ONLY } told;
};

static const struct direction directions[] = {
    [SKEP_DIRECTION_SLIP] = {0, 1, 0xff, .in = 0, .told = IN_ONLY},
    [SKEP_DIRECTION_IPNET] = {2, 2, 0xff, .in = 2, .out = 1},
    [SKEP_DIRECTION_SLL] = {0, 2, 0xff, .out = PACKET_OUTGOING, .told = OUT_ONLY},
    [SKEP_DIRECTION_SLL2] = {10, 1, 0xff, .out = PACKET_OUTGOING, .told = OUT_ONLY},
    [SKEP_DIRECTION_PFLOG] = {60, 1, 0xff, .in = 1, .out = 2},
    [SKEP_DIRECTION_PPPD] = {0, 1, 0xff, .in = 0, .out = 1},
    [SKEP_DIRECTION_JUNIPER] = {3, 1, 0x01, .in = 1, .out = 0},
};

static skep_cid from_header(struct skep_lower *l, const struct direction *d, bool out)
{
	bool negated = d->told == (out ? IN_ONLY : OUT_ONLY);
	u32 mask = d->mask == 0xff ? UINT32_MAX : d->mask;
	skep_cid is = skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LINK, d->offset, d->size),
				       mask, out != negated ? d->out : d->in);

	return negated ? skep_cond_not(l->g, is) : is;
}

static skep_cid not_in_file(struct skep_lower *l, const struct skep_ast *ast, const char *what)
{
	skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED,
			"%s is not in the packets of link type %s: only the capturing kernel "
			"knows it",
			what, l->link->name ? l->link->name : "without a name");
	skep_lower_hint(l, "filter so while capturing, or capture with a link type that keeps it "
			   "(LINUX_SLL2: 'tcpdump -i any')");
	return SKEP_COND_FALSE;
}

skep_cid skep_direction_word(struct skep_lower *l, const struct skep_ast *ast)
{
	bool out = ast->word == SKEP_WORD_OUTBOUND;
	skep_cid is_out;

	if (l->link->direction != SKEP_DIRECTION_META)
		return from_header(l, &directions[l->link->direction], out);
	if (!l->options->live)
		return not_in_file(l, ast, "the direction");
	is_out = skep_cond_is(l->g, skep_value_meta(l->g, SKF_AD_PKTTYPE), PACKET_OUTGOING);
	return out ? is_out : skep_cond_not(l->g, is_out);
}

skep_cid skep_direction_ifindex(struct skep_lower *l, const struct skep_ast *ast)
{
	enum { SLL2_IFINDEX = 4 };

	if (l->link->direction == SKEP_DIRECTION_SLL2)
		return skep_lower_cmp(l, SKEP_REL_LINK, SLL2_IFINDEX, 4, ast->numbers[0]);
	if (!l->options->live)
		return not_in_file(l, ast, "the interface");
	return skep_cond_is(l->g, skep_value_meta(l->g, SKF_AD_IFINDEX), ast->numbers[0]);
}
