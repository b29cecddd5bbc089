/* SPDX-License-Identifier: BSD-2-Clause */
/* Dominators of an acyclic graph: in the order of the graph, the dominator of a node is the nearest
 * common ancestor of the edges that lead to it. Each element has besides its parent one ancestor
 * further up, chosen so that a common ancestor is found in logarithmic time. */
#include "filter/optimise_pass.h"

static void add(struct skep_dominators *d, u32 element, u32 parent)
{
	u32 jump = d->jump[parent];

	d->parent[element] = parent;
	d->depth[element] = d->depth[parent] + 1;
	if (d->depth[parent] - d->depth[jump] == d->depth[jump] - d->depth[d->jump[jump]])
		d->jump[element] = d->jump[jump];
	else
		d->jump[element] = parent;
	d->sibling[element] = d->first[parent];
	d->first[parent] = element;
}

static u32 lift(const struct skep_dominators *d, u32 element, u32 depth)
{
	while (d->depth[element] > depth) {
		u32 jump = d->jump[element];

		element = d->depth[jump] >= depth ? jump : d->parent[element];
	}
	return element;
}

static u32 common(const struct skep_dominators *d, u32 a, u32 b)
{
	a = lift(d, a, d->depth[b]);
	b = lift(d, b, d->depth[a]);
	while (a != b) {
		bool far = d->jump[a] != d->jump[b];

		a = far ? d->jump[a] : d->parent[a];
		b = far ? d->jump[b] : d->parent[b];
	}
	return a;
}

static void lead(struct skep_dominators *d, u32 edge, u32 *above)
{
	*above = *above == SKEP_NOWHERE ? edge : common(d, *above, edge);
}

static u32 *numbers(struct skep_arena *arena, u32 count)
{
	return skep_arena_array(arena, count, sizeof(u32));
}

bool skep_dominators_find(struct skep_dominators *d, const struct skep_optimise *o)
{
	u32 nodes = o->order.count;
	u32 *above = numbers(o->arena, nodes);

	d->count = 3 * nodes;
	d->first = numbers(o->arena, d->count);
	d->sibling = numbers(o->arena, d->count);
	d->parent = numbers(o->arena, d->count);
	d->depth = numbers(o->arena, d->count);
	d->jump = numbers(o->arena, d->count);
	if (!above || !d->first || !d->sibling || !d->parent || !d->depth || !d->jump)
		return false;
	for (u32 i = 0; i < d->count; i++)
		d->first[i] = SKEP_NOWHERE;
	for (u32 i = 0; i < nodes; i++)
		above[i] = SKEP_NOWHERE;
	for (u32 i = 0; i < nodes; i++) {
		const struct skep_node *n = &o->g->nodes.data[o->order.nodes[i]];

		if (o->order.nodes[i] <= SKEP_NODE_ACCEPT)
			continue;
		if (i > 0)
			add(d, i, above[i]);
		add(d, skep_dominators_edge(o, i, false), i);
		add(d, skep_dominators_edge(o, i, true), i);
		if (n->no > SKEP_NODE_ACCEPT)
			lead(d, skep_dominators_edge(o, i, false),
			     &above[o->order.position[n->no]]);
		if (n->yes > SKEP_NODE_ACCEPT)
			lead(d, skep_dominators_edge(o, i, true),
			     &above[o->order.position[n->yes]]);
	}
	return true;
}
