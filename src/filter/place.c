/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the parts of a packet lie at one point of the text, and the loads that are counted from
 * there. Places are added modulo 2^32, as offsets that do not exist are 2^32 - 1. */
#include "filter/link.h"

static struct skep_at moved(struct skep_at at, u32 by)
{
	return (struct skep_at){at.base, at.offset + by};
}

/* Behind the IPv4 header: its length is in the low half of its first byte, in words. */
static struct skep_at behind_ipv4(struct skep_lower *l, struct skep_at net)
{
	struct skep_graph *g = l->g;
	skep_vid words = skep_value_alu(g, BPF_AND, skep_value_load(g, 1, net.base, net.offset),
					skep_value_const(g, 0xf));
	skep_vid length = skep_value_alu(g, BPF_LSH, words, skep_value_const(g, 2));

	if (net.base)
		length = skep_value_alu(g, BPF_ADD, length, net.base);
	return (struct skep_at){length, net.offset};
}

static struct skep_at place(struct skep_lower *l, enum skep_rel rel)
{
	switch (rel) {
	case SKEP_REL_PACKET:
		return (struct skep_at){0, 0};
	case SKEP_REL_LINK:
		return l->linkhdr;
	case SKEP_REL_PREV_LINK:
		return l->prev_linkhdr;
	case SKEP_REL_LINKTYPE:
		return l->linktype;
	case SKEP_REL_LLC:
		return l->linkpl;
	case SKEP_REL_LABEL:
		return moved(l->linkpl, l->nl - 4);
	case SKEP_REL_NET:
	case SKEP_REL_TRAN_IPV4:
		return moved(l->linkpl, l->nl);
	case SKEP_REL_NET_NOSNAP:
		return moved(l->linkpl, l->nl_nosnap);
	case SKEP_REL_TRAN_IPV6:
		return moved(l->linkpl, l->nl + 40);
	}
	return (struct skep_at){0, 0};
}

struct skep_at skep_lower_at(struct skep_lower *l, enum skep_rel rel)
{
	struct skep_at at = place(l, rel);

	skep_prefix_need(l, at.base);
	return rel == SKEP_REL_TRAN_IPV4 ? behind_ipv4(l, at) : at;
}

skep_vid skep_lower_load(struct skep_lower *l, enum skep_rel rel, u32 offset, u8 size)
{
	struct skep_at at = skep_lower_at(l, rel);

	return skep_value_load(l->g, size, at.base, at.offset + offset);
}

skep_cid skep_lower_cmp(struct skep_lower *l, enum skep_rel rel, u32 offset, u8 size, u32 k)
{
	return skep_cond_is(l->g, skep_lower_load(l, rel, offset, size), k);
}

skep_cid skep_lower_bytes(struct skep_lower *l, enum skep_rel rel, u32 offset, const u8 *bytes,
			  u32 count)
{
	skep_cid all = SKEP_COND_TRUE;

	while (count) {
		u8 size = count >= 4 ? 4 : count >= 2 ? 2 : 1;
		u32 want = 0;

		count -= size;
		for (u32 i = 0; i < size; i++)
			want = want << 8 | bytes[count + i];
		all = skep_cond_and(l->g, all, skep_lower_cmp(l, rel, offset + count, size, want));
	}
	return all;
}
