/* SPDX-License-Identifier: BSD-2-Clause */
/* Protocol words, `proto` and `protochain`. */
#include <string.h>

#include "base/diag.h"
#include "filter/chain.h"
#include "filter/lower_net.h"
#include "filter/names.h"

enum { OSI_ISIS = 0x83, IP6_FRAGMENT = 44 };

/* Link types that name OSI protocols in ways of their own. */
enum { LINK_C_HDLC = 104, LINK_FRELAY = 107 };

/* --- fields ---------------------------------------------------------------------------------- */

static skep_cid ip4_field(struct skep_lower *l, struct skep_want want)
{
	skep_vid field = skep_lower_load(l, SKEP_REL_NET, 9, 1);

	return skep_cond_and(l->g, skep_lower_linktype(l, SKEP_ETHER_IP),
			     skep_lower_want(l, field, want));
}

/* The first header, or the one behind a fragment header that comes first. */
static skep_cid ip6_field(struct skep_lower *l, struct skep_want want)
{
	skep_vid first = skep_lower_load(l, SKEP_REL_NET, 6, 1);
	skep_vid second = skep_lower_load(l, SKEP_REL_NET, 40, 1);
	skep_cid behind = skep_cond_and(l->g, skep_cond_is(l->g, first, IP6_FRAGMENT),
					skep_lower_want(l, second, want));

	return skep_cond_and(l->g, skep_lower_linktype(l, SKEP_ETHER_IP6),
			     skep_cond_or(l->g, skep_lower_want(l, first, want), behind));
}

/* Frame Relay names each OSI protocol where others name OSI; Cisco HDLC has one byte between. */
static skep_cid osi_field(struct skep_lower *l, struct skep_want want)
{
	bool hdlc = skep_lower_dlt(l) == LINK_C_HDLC;
	u32 iso = skep_proto_row(SKEP_Q_ISO)->number;

	if (skep_lower_dlt(l) == LINK_FRELAY)
		return skep_lower_cmp(l, SKEP_REL_LINK, 2, 2, 0x03 << 8 | want.a);
	return skep_cond_and(
	    l->g, skep_lower_linktype(l, hdlc ? iso << 8 | iso : iso),
	    skep_lower_want(l, skep_lower_load(l, SKEP_REL_NET_NOSNAP, hdlc, 1), want));
}

static skep_cid pdu_field(struct skep_lower *l, struct skep_want want)
{
	skep_cid isis = osi_field(l, skep_want_number(OSI_ISIS));
	skep_vid type = skep_lower_load(l, SKEP_REL_NET_NOSNAP, 4, 1);

	return skep_cond_and(l->g, isis, skep_lower_want(l, type, want));
}

/* Each type is asked with the same loads before it, in whatever order. */
static skep_cid pdus_field(struct skep_lower *l, u32 types)
{
	skep_cid any = SKEP_COND_FALSE;

	for (u32 type = 0; type < 32; type++)
		if (types >> type & 1)
			any = skep_cond_or(l->g, any, pdu_field(l, skep_want_number(type)));
	return any;
}

skep_cid skep_lower_field(struct skep_lower *l, enum skep_field field, struct skep_want want)
{
	skep_cid first;

	switch (field) {
	case SKEP_FIELD_ETHER:
		return skep_lower_linktype(l, want.a);
	case SKEP_FIELD_IP4:
		return ip4_field(l, want);
	case SKEP_FIELD_IP6:
		return ip6_field(l, want);
	case SKEP_FIELD_IP46:
		first = ip4_field(l, want);
		return skep_cond_or(l->g, first, ip6_field(l, want));
	case SKEP_FIELD_OSI:
		return osi_field(l, want);
	case SKEP_FIELD_PDU:
		return pdu_field(l, want);
	case SKEP_FIELD_PDUS:
		return pdus_field(l, want.a);
	case SKEP_FIELD_NONE:
		break;
	}
	return SKEP_COND_FALSE;
}

skep_cid skep_lower_proto_word(struct skep_lower *l, struct skep_span span, u8 proto)
{
	const struct skep_proto *row = skep_proto_row(proto);

	if (row->field == SKEP_FIELD_NONE) {
		skep_lower_fail(l, span, SKEP_E_INVALID, "'%s' alone does not test anything",
				row->word);
		skep_lower_hint(l, "write what of it is meant, e.g. `%s[0] = 1`", row->word);
		return SKEP_COND_FALSE;
	}
	return skep_lower_field(l, row->field, skep_want_number(row->number));
}

/* --- proto ----------------------------------------------------------------------------------- */

static bool holds_none(struct skep_lower *l, struct skep_span span, u8 proto)
{
	skep_lower_fail(l, span, SKEP_E_INVALID, "'%s' has no field that names another protocol",
			skep_proto_row(proto)->word);
	skep_lower_hint(l, "`ether`, `ip`, `ip6`, `iso` and `isis` have one; write `%s and ...`",
			skep_proto_row(proto)->word);
	return false;
}

skep_cid skep_lower_proto(struct skep_lower *l, struct skep_span span, u32 number, u8 proto)
{
	if (skep_proto_row(proto)->holds == SKEP_FIELD_NONE)
		return holds_none(l, span, proto);
	return skep_lower_field(l, skep_proto_row(proto)->holds, skep_want_number(number));
}

static bool osi_name(const char *name, u32 *number, struct skep_diag *d)
{
	for (u8 p = 0; p < SKEP_Q_PROTO_COUNT; p++)
		if (skep_proto_row(p)->field == SKEP_FIELD_OSI &&
		    strcmp(skep_proto_row(p)->word, name) == 0) {
			*number = skep_proto_row(p)->number;
			return true;
		}
	skep_fail(d, SKEP_E_NAME, "there is no OSI protocol '%s'", name);
	return skep_hint(d, "it may be esis, isis or clnp");
}

static bool ether_name(const char *name, u32 *number, struct skep_diag *d)
{
	return skep_name_ethertype(name, number, NULL) || skep_name_llc_sap(name, number, d);
}

static bool no_names(const char *name, u32 *number, struct skep_diag *d)
{
	(void)number;
	skep_fail(d, SKEP_E_NAME, "'%s' is a name where only numbers are known", name);
	return skep_hint(d, "write the number");
}

/* Where the names of what a field holds are to be found. */
static bool (*const namers[])(const char *name, u32 *number, struct skep_diag *d) = {
    [SKEP_FIELD_ETHER] = ether_name,	[SKEP_FIELD_IP4] = skep_name_proto,
    [SKEP_FIELD_IP6] = skep_name_proto, [SKEP_FIELD_IP46] = skep_name_proto,
    [SKEP_FIELD_OSI] = osi_name,	[SKEP_FIELD_PDU] = no_names,
};

static bool not_a_protocol(struct skep_lower *l, const struct skep_ast *ast)
{
	skep_lower_fail(l, ast->literal_span, SKEP_E_INVALID, "'%s' is an address, not a protocol",
			ast->literal.text);
	skep_lower_hint(l, "write a number or a name, e.g. `ip proto 6`");
	return false;
}

bool skep_literal_proto(struct skep_lower *l, const struct skep_ast *ast, u32 *number)
{
	u8 holds = skep_proto_row(ast->qual.proto)->holds;
	struct skep_diag d = {0};

	if (holds == SKEP_FIELD_NONE)
		return holds_none(l, ast->span, ast->qual.proto);
	if (ast->literal.kind == SKEP_LIT_NUMBER) {
		*number = ast->literal.number;
		return true;
	}
	if (ast->literal.kind != SKEP_LIT_NAME)
		return not_a_protocol(l, ast);
	if (namers[holds](ast->literal.text, number, &d))
		return true;
	skep_lower_fail(l, ast->literal_span, d.code, "%s", d.what);
	if (d.hint[0])
		skep_lower_hint(l, "%s", d.hint);
	return false;
}

skep_cid skep_lower_proto_prim(struct skep_lower *l, const struct skep_ast *ast)
{
	u32 number;

	if (!skep_literal_proto(l, ast, &number))
		return SKEP_COND_FALSE;
	return skep_lower_proto(l, ast->span, number, ast->qual.proto);
}

/* --- protochain ------------------------------------------------------------------------------ */

static skep_cid chain(struct skep_lower *l, u32 start, u32 number)
{
	u32 type = start == SKEP_CHAIN_IP ? SKEP_ETHER_IP : SKEP_ETHER_IP6;
	struct skep_at net = skep_lower_at(l, SKEP_REL_NET);
	skep_vid last = skep_value_chain(l->g, start, skep_value_const(l->g, net.offset), number);

	return skep_cond_and(l->g, skep_lower_linktype(l, type), skep_cond_is(l->g, last, number));
}

static bool check_chain(struct skep_lower *l, const struct skep_ast *ast)
{
	u8 holds = skep_proto_row(ast->qual.proto)->holds;

	if (holds != SKEP_FIELD_IP4 && holds != SKEP_FIELD_IP6 && holds != SKEP_FIELD_IP46) {
		skep_lower_fail(l, ast->span, SKEP_E_INVALID,
				"'%s' has no chain of headers to follow",
				skep_proto_row(ast->qual.proto)->word);
		skep_lower_hint(l, "write `ip protochain` or `ip6 protochain`");
		return false;
	}
	if (skep_lower_at(l, SKEP_REL_NET).base == 0)
		return true;
	skep_lower_fail(l, ast->span, SKEP_E_UNSUPPORTED,
			"'protochain' needs link-layer headers of a fixed length");
	skep_lower_hint(l, "write `proto`, which looks at the first header");
	return false;
}

skep_cid skep_lower_protochain(struct skep_lower *l, const struct skep_ast *ast)
{
	u8 holds = skep_proto_row(ast->qual.proto)->holds;
	skep_cid any = SKEP_COND_FALSE;
	u32 number;

	if (!check_chain(l, ast) || !skep_literal_proto(l, ast, &number))
		return SKEP_COND_FALSE;
	if (holds != SKEP_FIELD_IP6)
		any = chain(l, SKEP_CHAIN_IP, number);
	if (holds != SKEP_FIELD_IP4)
		any = skep_cond_or(l->g, any, chain(l, SKEP_CHAIN_IP6, number));
	return any;
}
