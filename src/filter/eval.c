/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/eval.h"

#include "base/bytes.h"
#include "filter/chain.h"

enum verdict { NO, YES, FAILED };

static bool load(const struct skep_packet *p, u64 at, u8 size, u32 *result)
{
	if (at + size > p->caplen)
		return false;
	if (size == 1)
		*result = p->data[at];
	else if (size == 2)
		*result = skep_get_be16(p->data + at);
	else
		*result = skep_get_be32(p->data + at);
	return true;
}

static u32 meta(const struct skep_packet *p, u32 ad)
{
	switch (ad) {
	case SKF_AD_PROTOCOL:
		return p->protocol;
	case SKF_AD_PKTTYPE:
		return p->pkttype;
	case SKF_AD_IFINDEX:
		return p->ifindex;
	case SKF_AD_VLAN_TAG:
		return p->vlan_tci;
	case SKF_AD_VLAN_TAG_PRESENT:
		return p->vlan_present;
	case SKF_AD_VLAN_TPID:
		return p->vlan_tpid;
	}
	return 0;
}

/* False: the value fails. */
static bool value(const struct skep_graph *g, skep_vid id, const struct skep_packet *p, u32 *result)
{
	const struct skep_value *v = &g->values.data[id];
	u32 a, b;

	switch ((enum skep_value_kind)v->kind) {
	case SKEP_VALUE_CONST:
		*result = v->k;
		return true;
	case SKEP_VALUE_LEN:
		*result = p->wirelen;
		return true;
	case SKEP_VALUE_META:
		*result = meta(p, v->k);
		return true;
	case SKEP_VALUE_LOAD:
		return value(g, v->a, p, &a) && load(p, (u64)a + v->k, v->size, result);
	case SKEP_VALUE_ALU:
		return value(g, v->a, p, &a) && value(g, v->b, p, &b) &&
		       skep_alu_fold(v->op, a, b, result);
	case SKEP_VALUE_CHAIN:
		return value(g, v->a, p, &a) && value(g, v->b, p, &b) &&
		       skep_chain_walk(p, v->k, a, b, result);
	}
	return false;
}

static enum verdict test(const struct skep_graph *g, u8 kind, u8 cmp, const u32 ab[2],
			 const struct skep_packet *p)
{
	u32 x, y = 0;

	if (!value(g, ab[0], p, &x))
		return FAILED;
	if (kind == SKEP_COND_NEED)
		return YES;
	if (kind == SKEP_COND_IN)
		return skep_set_has(&g->sets.data[ab[1]], x) ? YES : NO;
	if (!value(g, ab[1], p, &y))
		return FAILED;
	return skep_cmp_holds(cmp, x, y) ? YES : NO;
}

static enum verdict cond(const struct skep_graph *g, skep_cid id, const struct skep_packet *p)
{
	const struct skep_cond *c = &g->conds.data[id];
	enum verdict going = c->kind == SKEP_COND_ALL ? YES : NO;
	enum verdict v = going;

	switch ((enum skep_cond_kind)c->kind) {
	case SKEP_COND_CONST:
		return c->a ? YES : NO;
	case SKEP_COND_TEST:
	case SKEP_COND_IN:
	case SKEP_COND_NEED:
		return test(g, c->kind, c->cmp, (u32[]){c->a, c->b}, p);
	case SKEP_COND_NOT:
		v = cond(g, g->kids.data[c->first], p);
		return v == FAILED ? FAILED : v == YES ? NO : YES;
	case SKEP_COND_ALL:
	case SKEP_COND_ANY:
		for (u32 i = 0; i < c->count && v == going; i++)
			v = cond(g, g->kids.data[c->first + i], p);
		return v;
	}
	return FAILED;
}

bool skep_eval_cond(const struct skep_graph *g, skep_cid root, const struct skep_packet *p)
{
	return cond(g, root, p) == YES;
}

bool skep_eval_nodes(const struct skep_graph *g, const struct skep_packet *p)
{
	skep_nid at = g->entry;

	while (at > SKEP_NODE_ACCEPT) {
		const struct skep_node *n = &g->nodes.data[at];
		enum verdict v = test(g, n->kind, n->cmp, (u32[]){n->a, n->b}, p);

		if (v == FAILED)
			return false;
		at = v == YES ? n->yes : n->no;
	}
	return at == SKEP_NODE_ACCEPT;
}
