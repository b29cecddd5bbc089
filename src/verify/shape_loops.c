/* SPDX-License-Identifier: BSD-2-Clause */
/* Loops as strongly connected components of the edges within functions: Tarjan's algorithm in the
 * form of Pearce, where one number a slot serves as order of discovery and as earliest slot that
 * can be reached. The way of the search is a list of slots instead of recursion. */
#include "base/diag.h"
#include "verify/shape.h"

struct search {
	struct skep_vcode *c;
	u32 *order; /* when found, from 1; 0: not yet */
	u32 *low;  /* earliest of order that is known to be reached; SETTLED: its component is known
		    */
	u32 *way;  /* slots being searched */
	u32 *open; /* slots whose component is not known */
	u32 depth, open_count, found, components;
};

enum { SETTLED = UINT32_MAX };

static void enter(struct search *s, u32 slot)
{
	s->way[s->depth++] = slot;
	s->open[s->open_count++] = slot;
	s->order[slot] = s->low[slot] = ++s->found;
}

/* Looks at what follows; true if a slot was entered that must be searched first. */
static bool descend(struct search *s, u32 slot, bool *self)
{
	u32 next[2], n = skep_vcode_next(s->c, slot, next);

	for (u32 i = 0; i < n; i++) {
		if (!s->order[next[i]]) {
			enter(s, next[i]);
			return true;
		}
		*self |= next[i] == slot;
		if (s->low[next[i]] < s->low[slot])
			s->low[slot] = s->low[next[i]];
	}
	return false;
}

static void settle(struct search *s, u32 root, bool self)
{
	bool loop = self || s->open[s->open_count - 1] != root;
	u32 number = loop ? ++s->components : 0, slot;

	do {
		slot = s->open[--s->open_count];
		s->low[slot] = SETTLED;
		s->c->scc[slot] = number;
	} while (slot != root);
}

static void search(struct search *s, u32 start)
{
	enter(s, start);
	while (s->depth) {
		u32 slot = s->way[s->depth - 1];
		bool self = s->c->insns[slot].flags & SKEP_VI_CALLS_BACK;

		if (descend(s, slot, &self))
			continue;
		s->depth--;
		if (s->low[slot] == s->order[slot])
			settle(s, slot, self);
	}
}

bool skep_shape_loops(struct skep_vcode *c, struct skep_diag *d)
{
	struct skep_arena own = {0};
	u32 *words = skep_arena_array(&own, c->count, 4 * sizeof(*words));
	struct search s = {.c = c};

	if (!words)
		return skep_fail_nomem(d);
	s.order = words;
	s.low = words + c->count;
	s.way = words + 2 * (size_t)c->count;
	s.open = words + 3 * (size_t)c->count;
	for (u32 i = 0; i < c->func_count; i++)
		search(&s, c->funcs[i].start);
	skep_arena_fini(&own);
	return true;
}
