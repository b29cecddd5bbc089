/* SPDX-License-Identifier: BSD-2-Clause */
/* A link-layer header inside another. */
#include "filter/link.h"

void skep_encap_push(struct skep_lower *l, u32 dlt, struct skep_at at)
{
	l->outer_link = l->link;
	l->prev_linkhdr = l->linkhdr;
	l->link = skep_link_find(dlt);
	l->linkhdr = at;
	l->has_linktype = true;
	l->is_geneve = false;
}

/* In Geneve: that there is a link-layer header at all, that is, the payload lies elsewhere. In ATM
 * LAN emulation: that this is no control frame. */
skep_cid skep_encap_check(struct skep_lower *l)
{
	enum { LANE_MARK = 4, LANE_CONTROL = 0xff00 };
	struct skep_graph *g = l->g;

	if (l->is_geneve)
		return skep_cond_not(
		    g, skep_cond_test(g, SKEP_CMP_EQ, l->linkhdr.base, l->linkpl.base));
	if (l->outer_link->llc == SKEP_LINK_LLC_ATM)
		return skep_cond_not(
		    g, skep_lower_cmp(l, SKEP_REL_PREV_LINK, LANE_MARK, 2, LANE_CONTROL));
	return SKEP_COND_TRUE;
}
