/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of link types, and the state at the start of a packet. */
#include "filter/link.h"

#include <strings.h>

#include "base/diag.h"

/* The numbers that libpcap has given out itself; all of them can be filtered by raw bytes. */
enum { DLT_FIRST = 104, DLT_LAST = 289 };

enum {
	NOTHING = SKEP_CAN_NOTHING,
	VLAN = SKEP_CAN_VLAN,
	MPLS = SKEP_CAN_MPLS,
	WLAN = SKEP_CAN_WLAN,
	RADIO = SKEP_CAN_RADIO,
};
#define NONE SKEP_LINK_NONE

static const struct skep_link links[] = {
#define LINK(id, dlt_, link_, type_, payload_, net_, net_llc_, test_, vary_, address_, direction_, \
	     llc_, can_, mtp2_, title_)                                                            \
	{                                                                                          \
	    .dlt = dlt_,                                                                           \
	    .name = #id,                                                                           \
	    .title = title_,                                                                       \
	    .link = link_,                                                                         \
	    .type = type_,                                                                         \
	    .payload = payload_,                                                                   \
	    .net = net_,                                                                           \
	    .net_llc = net_llc_,                                                                   \
	    .mtp2 = mtp2_,                                                                         \
	    .test = SKEP_LINK_TEST_##test_,                                                        \
	    .vary = SKEP_VARY_##vary_,                                                             \
	    .address = SKEP_ADDRESS_##address_,                                                    \
	    .direction = SKEP_DIRECTION_##direction_,                                              \
	    .llc = SKEP_LINK_LLC_##llc_,                                                           \
	    .can = can_,                                                                           \
	},
#define RAW(id, dlt_, title_)                                                                      \
	LINK(id, dlt_, 0, NONE, NONE, NONE, NONE, none, FIXED, NONE, META, NONE, NOTHING, NONE,    \
	     title_)
#include "filter/links.def"
#undef LINK
#undef RAW
};

static const struct skep_link unnamed = {
    .dlt = SKEP_LINK_NONE,
    .title = "a link type without a name",
    .type = NONE,
    .payload = NONE,
    .net = NONE,
    .net_llc = NONE,
    .mtp2 = NONE,
    .test = SKEP_LINK_TEST_none,
};

const struct skep_link *skep_link_find(u32 dlt)
{
	for (size_t i = 0; i < SKEP_COUNT(links); i++)
		if (links[i].dlt == dlt)
			return &links[i];
	return dlt >= DLT_FIRST && dlt <= DLT_LAST ? &unnamed : NULL;
}

bool skep_linktype_by_name(const char *name, u32 *linktype)
{
	for (size_t i = 0; i < SKEP_COUNT(links); i++) {
		if (strcasecmp(links[i].name, name) == 0) {
			*linktype = links[i].dlt;
			return true;
		}
	}
	return false;
}

const char *skep_linktype_name(u32 linktype)
{
	const struct skep_link *link = skep_link_find(linktype);

	return link ? link->name : NULL;
}

u32 skep_lower_dlt(const struct skep_lower *l)
{
	return l->link->dlt;
}

bool skep_lower_has_radio(const struct skep_lower *l)
{
	return l->link->can & SKEP_CAN_RADIO;
}

skep_cid skep_link_refuse(struct skep_lower *l, struct skep_span span, const char *what)
{
	skep_lower_fail(l, span, SKEP_E_UNSUPPORTED, "%s is not known for link type %s (%s)", what,
			l->link->name ? l->link->name : "without a name", l->link->title);
	skep_lower_hint(l, "bytes at fixed places (link[0] = 1), 'len', 'less' and 'greater' work "
			   "on every link type");
	return SKEP_COND_FALSE;
}

bool skep_lower_link_init(struct skep_lower *l)
{
	const struct skep_filter_options *o = l->options;
	u32 dlt = o->linktype || o->null_link ? o->linktype : 1;
	const struct skep_link *link = skep_link_find(dlt);

	if (!link) {
		skep_fail(l->diag, SKEP_E_UNSUPPORTED,
			  "link type %u is not known: there are %u to %u and a few below", dlt,
			  (u32)DLT_FIRST, (u32)DLT_LAST);
		l->failed = true;
		return false;
	}
	l->link = l->outer_link = link;
	l->linkhdr = (struct skep_at){0, link->link};
	l->linktype = (struct skep_at){0, link->type};
	l->has_linktype = link->type != SKEP_LINK_NONE;
	l->linkpl = (struct skep_at){0, link->payload};
	l->nl = link->net;
	l->nl_nosnap = link->net_llc;
	l->vlan_depth = l->mpls_depth = 0;
	l->is_atm = link->llc == SKEP_LINK_LLC_ATM;
	l->is_geneve = false;
	skep_prefix_init(l);
	l->prev_linkhdr = l->outermost_linkhdr = l->linkhdr;
	return true;
}

skep_cid skep_link_relation(struct skep_lower *l, const struct skep_ast *ast, skep_vid value,
			    u32 number)
{
	skep_vid k = skep_value_const(l->g, number);

	switch (ast->relop) {
	case SKEP_REL_GT:
		return skep_cond_test(l->g, SKEP_CMP_GT, value, k);
	case SKEP_REL_GE:
		return skep_cond_test(l->g, SKEP_CMP_GE, value, k);
	case SKEP_REL_LT:
		return skep_cond_not(l->g, skep_cond_test(l->g, SKEP_CMP_GE, value, k));
	case SKEP_REL_LE:
		return skep_cond_not(l->g, skep_cond_test(l->g, SKEP_CMP_GT, value, k));
	case SKEP_REL_NE:
		skep_lower_warn(l, ast->span, "write 'not' in front and '=' instead of '!='",
				"'!=' after this word means '=', as it does in libpcap");
		break;
	}
	return skep_cond_test(l->g, SKEP_CMP_EQ, value, k);
}
