/* SPDX-License-Identifier: BSD-2-Clause */
/* Loops as strongly connected components of the edges within functions: Tarjan's algorithm in the
 * form of Pearce, where one number a slot serves as order of discovery and as earliest slot that
 * can be reached. The way of the search is a list of slots instead of recursion. */
#include "base/diag.h"
#include "verify/shape.h"

struct search {
	const struct skep_vcode *c;
	const u32 *group; /* only slots of this number are looked at, .. */
	u32 number;	  /* .. if there are groups */
	u32 *scc;	  /* the result */
	u32 base;	  /* the slot that `order` and `low` begin with */
	u32 *order;	  /* when found, from 1; 0: not yet */
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
	s->order[slot - s->base] = s->low[slot - s->base] = ++s->found;
}

static bool is_left_out(const struct search *s, u32 slot)
{
	return s->group && s->group[slot] != s->number;
}

/* Looks at what follows; true if a slot was entered that must be searched first. */
static bool descend(struct search *s, u32 slot, bool *self)
{
	u32 next[2], n = skep_vcode_next(s->c, slot, next);

	for (u32 i = 0; i < n; i++) {
		if (is_left_out(s, next[i]))
			continue;
		if (!s->order[next[i] - s->base]) {
			enter(s, next[i]);
			return true;
		}
		*self |= next[i] == slot;
		if (s->low[next[i] - s->base] < s->low[slot - s->base])
			s->low[slot - s->base] = s->low[next[i] - s->base];
	}
	return false;
}

static void settle(struct search *s, u32 root, bool self)
{
	bool loop = self || s->open[s->open_count - 1] != root;
	u32 number = loop ? ++s->components : 0, slot;

	do {
		slot = s->open[--s->open_count];
		s->low[slot - s->base] = SETTLED;
		s->scc[slot] = number;
	} while (slot != root);
}

static void search(struct search *s, u32 start)
{
	enter(s, start);
	while (s->depth) {
		u32 slot = s->way[s->depth - 1];
		bool self = !s->group && (s->c->insns[slot].flags & SKEP_VI_CALLS_BACK);

		if (descend(s, slot, &self))
			continue;
		s->depth--;
		if (s->low[slot - s->base] == s->order[slot - s->base])
			settle(s, slot, self);
	}
}

static bool begin(struct search *s, struct skep_arena *own, u32 slots)
{
	u32 *words = skep_arena_array(own, slots, 4 * sizeof(*words));

	if (!words)
		return false;
	s->order = words;
	s->low = words + slots;
	s->way = words + 2 * (size_t)slots;
	s->open = words + 3 * (size_t)slots;
	return true;
}

bool skep_shape_loops(struct skep_vcode *c, struct skep_diag *d)
{
	struct skep_arena own = {0};
	struct search s = {.c = c, .scc = c->scc};

	if (!begin(&s, &own, c->count))
		return skep_fail_nomem(d);
	for (u32 i = 0; i < c->func_count; i++)
		search(&s, c->funcs[i].start);
	skep_arena_fini(&own);
	c->scc_count = s.components;
	return true;
}

bool skep_shape_split(const struct skep_vcode *c, const struct skep_shape_group *group, u32 *split,
		      u32 *numbers)
{
	struct skep_arena own = {0};
	struct search s = {.c = c,
			   .group = group->of,
			   .number = group->number,
			   .scc = split,
			   .base = group->start,
			   .components = *numbers};

	if (!begin(&s, &own, group->end - group->start))
		return false;
	for (u32 i = group->start; i < group->end; i++)
		if (group->of[i] == group->number && !s.order[i - s.base])
			search(&s, i);
	skep_arena_fini(&own);
	*numbers = s.components;
	return true;
}
