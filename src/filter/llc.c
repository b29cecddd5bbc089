/* SPDX-License-Identifier: BSD-2-Clause */
/* `llc` and its kinds: whether an 802.2 LLC header follows, and what its control field says. */
#include "filter/link.h"

/* On Ethernet the type field is a length, and the two addresses are not the checksum of an IPX
 * packet that follows without LLC. */
static skep_cid ether_has_llc(struct skep_lower *l)
{
	struct skep_graph *g = l->g;
	skep_vid type = skep_lower_load(l, SKEP_REL_LINKTYPE, 0, 2);
	skep_cid is_type =
	    skep_cond_test(g, SKEP_CMP_GT, type, skep_value_const(g, SKEP_ETHER_LENGTH_MAX));
	skep_cid is_ipx = skep_lower_cmp(l, SKEP_REL_LLC, 0, 2, 0xffff);

	return skep_cond_and(g, skep_cond_not(g, is_type), skep_cond_not(g, is_ipx));
}

static skep_cid has_llc(struct skep_lower *l, struct skep_span span)
{
	switch (l->link->llc) {
	case SKEP_LINK_LLC_LENGTH:
		return ether_has_llc(l);
	case SKEP_LINK_LLC_ALWAYS:
		return SKEP_COND_TRUE;
	case SKEP_LINK_LLC_DATA:
		return skep_wlan_is_data(l);
	case SKEP_LINK_LLC_ATM:
		return skep_atm_is_llc(l);
	}
	return skep_link_refuse(l, span, "'llc'");
}

skep_cid skep_llc_word(struct skep_lower *l, const struct skep_ast *ast)
{
	/* How the control field is compared, by enum skep_llc_kind; the subtypes bring their bits.
	 */
	static const struct {
		u8 mask, want;
	} control[] = {
	    [SKEP_LLC_I] = {0x01, 0x00},      [SKEP_LLC_S] = {0x03, 0x01},
	    [SKEP_LLC_U] = {0x03, 0x03},      [SKEP_LLC_S_SUBTYPE] = {0x0f, 0},
	    [SKEP_LLC_U_SUBTYPE] = {0xef, 0},
	};
	u32 kind = ast->numbers[0], want;
	skep_cid llc = has_llc(l, ast->span);

	if (kind == SKEP_LLC_ANY || kind >= SKEP_COUNT(control))
		return llc;
	want = kind >= SKEP_LLC_S_SUBTYPE ? ast->numbers[1] : control[kind].want;
	return skep_cond_and(l->g, llc,
			     skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LLC, 2, 1),
					      control[kind].mask, want));
}
