/* SPDX-License-Identifier: BSD-2-Clause */
/* How far into the packet a step looks, and how far every way from it to "accept" does. As a load
 * outside rejects, a packet that is too short for every way is rejected at once: one check at the
 * first step that looks anywhere covers all that the ways have in common. */
#include "filter/chain.h"
#include "filter/emit_ebpf.h"

enum { FARTHEST_XDP = 0x7fff };

static u32 max(u32 a, u32 b)
{
	return a > b ? a : b;
}

static u32 min(u32 a, u32 b)
{
	return a < b ? a : b;
}

/* How far the value itself looks, counted from `base`. */
static u32 reach(const struct skep_ebpf *e, const struct skep_value *v, skep_vid base)
{
	u32 k;

	if (v->kind == SKEP_VALUE_LOAD)
		return v->a == base ? v->k + v->size : 0;
	if (v->kind == SKEP_VALUE_CHAIN && base == 0 && skep_plan_is_const(&e->plan, v->a, &k))
		return k + (v->k == SKEP_CHAIN_IP ? 10 : 7);
	return 0;
}

/* The same for each value with all that it is made of. */
static u32 *find_reaches(const struct skep_ebpf *e, skep_vid base)
{
	const struct skep_graph *g = e->plan.g;
	u32 *far = skep_arena_array(e->plan.arena, g->values.count, sizeof(*far));

	for (size_t i = 0; far && i < g->values.count; i++) {
		const struct skep_value *v = &g->values.data[i];

		if (v->kind >= SKEP_VALUE_LOAD)
			far[i] = max(reach(e, v, base), max(far[v->a], far[v->b]));
	}
	return far;
}

/* From the last step to the first; a step of which no way leads to "accept" wants SKEP_NOWHERE. */
static u32 *find_wants(const struct skep_ebpf *e, const u32 *far, u32 *own)
{
	const struct skep_plan *p = &e->plan;
	u32 *want = skep_arena_array(p->arena, p->count, sizeof(*want));

	for (u32 i = p->count; want && i-- > 0;) {
		const struct skep_step *s = &p->steps.data[p->order[i]];
		u32 need, after;

		if (p->order[i] <= SKEP_NODE_ACCEPT) {
			want[i] = p->order[i] == SKEP_NODE_ACCEPT ? 0 : SKEP_NOWHERE;
			continue;
		}
		need = far[s->a];
		if (s->kind == SKEP_COND_TEST && !s->imm)
			need = max(need, far[s->b]);
		after = min(want[p->position[s->yes]], want[p->position[s->no]]);
		want[i] = max(need, after);
		if (e->target->type == SKEP_PROG_XDP && need > FARTHEST_XDP)
			want[i] = SKEP_NOWHERE;
		if (own)
			own[i] = need;
	}
	return want;
}

static void add_base(struct skep_ebpf_needs *n, skep_vid base)
{
	for (u32 i = 0; i < n->base_count; i++)
		if (n->base[i] == base)
			return;
	if (n->base_count < SKEP_EBPF_BASES)
		n->base[n->base_count++] = base;
}

bool skep_ebpf_find_needs(struct skep_ebpf *e)
{
	struct skep_ebpf_needs *n = &e->needs;
	const struct skep_graph *g = e->plan.g;
	u32 *far = find_reaches(e, 0);

	n->own = skep_arena_array(e->plan.arena, e->plan.count, sizeof(*n->own));
	if (!far || !n->own)
		return false;
	n->want = find_wants(e, far, n->own);
	for (size_t i = 0; i < g->values.count; i++)
		if (e->plan.uses[i] && g->values.data[i].kind == SKEP_VALUE_LOAD &&
		    g->values.data[i].a != 0)
			add_base(n, g->values.data[i].a);
	for (u32 i = 0; i < n->base_count; i++) {
		far = find_reaches(e, n->base[i]);
		n->base_want[i] = far ? find_wants(e, far, NULL) : NULL;
		if (!n->base_want[i])
			return false;
	}
	return n->want != NULL;
}

u32 skep_ebpf_want_from(const struct skep_ebpf *e, skep_vid base, u32 own)
{
	const struct skep_ebpf_needs *n = &e->needs;

	for (u32 i = 0; i < n->base_count; i++)
		if (n->base[i] == base && n->base_want[i][e->at] != SKEP_NOWHERE)
			return max(own, n->base_want[i][e->at]);
	return own;
}
