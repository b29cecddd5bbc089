/* SPDX-License-Identifier: BSD-2-Clause */
/* Edges past what is known on them.
 *
 * On the way down the tree of dominators everything that holds on an edge is known: outcomes of the
 * tests above it, values evaluated. If that decides the node to which the edge leads, the edge is
 * moved on to where the node would go, and so on. Facts are those of the graph as it was before the
 * pass: a way in the new graph is a way in the old one without the nodes in between, none of which
 * could fail there, so they hold in the new one as well. */
#include "filter/optimise_pass.h"

enum { HOPS_MAX = 256 }; /* of one edge in one pass */

struct visit {
	u32 element;
	u32 child; /* the next to be visited, or SKEP_NOWHERE */
	size_t mark;
};

static skep_nid destination(const struct skep_optimise *o, const struct skep_facts *f, skep_nid to)
{
	for (u32 hops = 0; to > SKEP_NODE_ACCEPT && hops<HOPS_MAX && * o->work> 0; hops++) {
		const struct skep_node *n = &o->g->nodes.data[to];
		enum skep_truth t = skep_facts_decide(f, n);

		if (t == SKEP_UNKNOWN)
			break;
		to = t == SKEP_TRUE ? n->yes : n->no;
		--*o->work;
	}
	return to;
}

static void enter_edge(struct skep_optimise *o, struct skep_facts *f, u32 edge)
{
	struct skep_node *n = &o->g->nodes.data[o->order.nodes[edge / 2]];
	bool yes = edge & 1;
	skep_nid *to = yes ? &n->yes : &n->no, moved;

	skep_facts_outcome(f, n, yes);
	moved = destination(o, f, *to);
	if (moved == *to)
		return;
	*to = moved;
	if (n->kind == SKEP_COND_NEED)
		n->yes = n->no = moved;
	o->changed = true;
}

static void enter(struct skep_optimise *o, struct skep_facts *f, u32 element)
{
	if (element >= o->order.count)
		enter_edge(o, f, element - o->order.count);
	else
		skep_facts_evaluated(f, &o->g->nodes.data[o->order.nodes[element]]);
}

static void walk(struct skep_optimise *o, const struct skep_dominators *d, struct skep_facts *f,
		 struct visit *stack)
{
	u32 depth = 0;

	stack[depth++] = (struct visit){.element = 0, .child = d->first[0]};
	enter(o, f, 0);
	while (depth && !o->g->failed) {
		struct visit *v = &stack[depth - 1];
		u32 child = v->child;

		if (child == SKEP_NOWHERE) {
			skep_facts_return(f, v->mark);
			depth--;
			continue;
		}
		v->child = d->sibling[child];
		stack[depth++] = (struct visit){
		    .element = child, .child = d->first[child], .mark = skep_facts_mark(f)};
		enter(o, f, child);
	}
}

bool skep_optimise_thread(struct skep_optimise *o)
{
	struct skep_dominators d;
	struct skep_facts *f;
	struct visit *stack;

	if (o->g->entry <= SKEP_NODE_ACCEPT)
		return true;
	f = skep_facts_new(o);
	stack = skep_arena_array(o->arena, 3 * (size_t)o->order.count, sizeof(*stack));
	if (!f || !stack || !skep_dominators_find(&d, o))
		return false;
	walk(o, &d, f, stack);
	skep_facts_free(f);
	return !o->g->failed;
}
