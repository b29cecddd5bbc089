/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets in packets: VLAN tags, MPLS labels and PPPoE sessions (geneve.c has Geneve). Each tests
 * for its header and then moves the places, for everything that follows in the text: inside is
 * where one looks from there on. */
#include "filter/link.h"

#include <linux/filter.h>

/* Whether the number of a word is there and fits; *fits is false with the error reported if not. */
static bool number(struct skep_lower *l, const struct skep_ast *ast, u32 max, bool *fits)
{
	*fits = !ast->has_number || ast->numbers[0] <= max;
	if (!*fits)
		skep_lower_fail(l, ast->span, SKEP_E_RANGE, "%u is too large here: at most %u",
				ast->numbers[0], max);
	return ast->has_number;
}

/* --- VLAN ------------------------------------------------------------------------------------ */

enum { VLAN_ID_MAX = 0xfff, VLAN_TAG_LENGTH = 4 };

static skep_cid vlan_type(struct skep_lower *l)
{
	skep_cid q = skep_lower_linktype(l, ETH_P_8021Q);
	skep_cid ad = skep_lower_linktype(l, ETH_P_8021AD);
	skep_cid qinq = skep_lower_linktype(l, ETH_P_QINQ1);

	return skep_cond_any(l->g, (skep_cid[]){q, ad, qinq}, 3);
}

/* A tag in the packet. */
static skep_cid vlan_inside(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_cid tagged = vlan_type(l);

	if (ast->has_number)
		tagged =
		    skep_cond_and(l->g, tagged,
				  skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 0, 2),
						   VLAN_ID_MAX, ast->numbers[0]));
	l->linkpl.offset += VLAN_TAG_LENGTH;
	l->linktype.offset += VLAN_TAG_LENGTH;
	return tagged;
}

/* Linux takes the outermost tag out of the packet and keeps it beside, mostly: the tag is in either
 * place, and what follows lies four bytes further if it is in the packet. */
static skep_cid vlan_beside(struct skep_lower *l, const struct skep_ast *ast)
{
	struct skep_graph *g = l->g;
	skep_vid present = skep_value_meta(g, SKF_AD_VLAN_TAG_PRESENT);
	skep_cid beside = skep_cond_is(g, present, 1);
	skep_cid tagged = skep_cond_or(g, beside, vlan_type(l));
	skep_vid four;
	skep_cid id;

	if (ast->has_number) {
		id = skep_cond_masked(g, skep_value_meta(g, SKF_AD_VLAN_TAG), VLAN_ID_MAX,
				      ast->numbers[0]);
		id = skep_cond_or(
		    g, skep_cond_and(g, beside, id),
		    skep_cond_and(g, skep_cond_not(g, beside),
				  skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 0, 2),
						   VLAN_ID_MAX, ast->numbers[0])));
		tagged = skep_cond_and(g, tagged, id);
	}
	four = skep_value_alu(g, BPF_XOR, present, skep_value_const(g, 1));
	four = skep_value_alu(g, BPF_LSH, four, skep_value_const(g, 2));
	l->linkpl.base = l->linktype.base = four;
	return tagged;
}

skep_cid skep_encap_vlan(struct skep_lower *l, const struct skep_ast *ast)
{
	bool outermost, fits;
	skep_cid tagged;

	if (l->mpls_depth) {
		skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED,
				"'vlan' after 'mpls': under a label there is no VLAN tag");
		skep_lower_hint(l, "put 'vlan' in front of 'mpls'");
		return SKEP_COND_FALSE;
	}
	if (!(l->link->can & SKEP_CAN_VLAN))
		return skep_link_refuse(l, ast->span, "'vlan'");
	number(l, ast, VLAN_ID_MAX, &fits);
	if (!fits)
		return SKEP_COND_FALSE;
	outermost = l->link->address == SKEP_ADDRESS_ETHER && l->vlan_depth == 0 &&
		    l->linkhdr.base == 0 && l->linkhdr.offset == l->outermost_linkhdr.offset;
	tagged = outermost && l->options->live ? vlan_beside(l, ast) : vlan_inside(l, ast);
	l->vlan_depth++;
	return tagged;
}

/* --- MPLS ------------------------------------------------------------------------------------ */

/* There is a label: named by the link layer, or the one before is not at the bottom. */
static skep_cid labelled(struct skep_lower *l)
{
	enum { DLT_PPP = 9 };

	if (l->mpls_depth)
		return skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_LABEL, 2, 1), 1, 0);
	return skep_lower_linktype(l, l->link->dlt == DLT_PPP ? SKEP_PPP_MPLS : ETH_P_MPLS_UC);
}

skep_cid skep_encap_mpls(struct skep_lower *l, const struct skep_ast *ast)
{
	enum { LABEL_MAX = 0xfffff, LABEL_SHIFT = 12, LABEL_LENGTH = 4 };
	skep_cid label;
	bool fits;

	if (!l->mpls_depth && !(l->link->can & SKEP_CAN_MPLS))
		return skep_link_refuse(l, ast->span, "'mpls'");
	label = labelled(l);
	if (number(l, ast, LABEL_MAX, &fits))
		label = skep_cond_and(l->g, label,
				      skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 0, 4),
						       UINT32_MAX << LABEL_SHIFT,
						       ast->numbers[0] << LABEL_SHIFT));
	if (!fits)
		return SKEP_COND_FALSE;
	l->nl += LABEL_LENGTH;
	l->nl_nosnap += LABEL_LENGTH;
	l->mpls_depth++;
	return label;
}

/* --- PPPoE ----------------------------------------------------------------------------------- */

skep_cid skep_encap_pppoed(struct skep_lower *l, const struct skep_ast *ast)
{
	(void)ast;
	return skep_lower_linktype(l, ETH_P_PPP_DISC);
}

/* A PPP packet without the framing of a serial line lies behind the header of six bytes. */
skep_cid skep_encap_pppoes(struct skep_lower *l, const struct skep_ast *ast)
{
	enum { DLT_PPP = 9, SESSION_MAX = 0xffff, PPPOE_LENGTH = 6, PPP_LENGTH = 2 };
	skep_cid session = skep_lower_linktype(l, ETH_P_PPP_SES);
	struct skep_at net = {l->linkpl.base, l->linkpl.offset + l->nl};
	bool fits;

	if (number(l, ast, SESSION_MAX, &fits))
		session =
		    skep_cond_and(l->g, session,
				  skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 0, 4),
						   SESSION_MAX, ast->numbers[0]));
	if (!fits)
		return SKEP_COND_FALSE;
	skep_encap_push(l, DLT_PPP, (struct skep_at){net.base, net.offset + PPPOE_LENGTH});
	l->linktype = l->linkhdr;
	l->linkpl = (struct skep_at){net.base, l->linkhdr.offset + PPP_LENGTH};
	l->nl = l->nl_nosnap = 0;
	return session;
}
