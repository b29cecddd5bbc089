/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/trail.h"

enum { TRAIL = 1 << 16 }; /* instructions; longer paths are not told */

struct trail {
	struct skep_watch watch;
	u32 *insns;
	u32 count, room;
};

static void before(struct skep_walk *w, void *data)
{
	struct trail *t = data;

	if (t->count < t->room)
		t->insns[t->count] = w->now->insn;
	t->count++;
}

static void after(struct skep_walk *w, void *data)
{
	(void)w;
	(void)data;
}

void skep_trail_tell(struct skep_walk *w)
{
	struct trail t = {.watch = {.before = before, .after = after}};
	struct skep_verdict *verdict = w->verdict;
	struct skep_diag again = {0};
	enum skep_rule rule = verdict->rule;
	u64 length = w->now ? w->now->length : 0;

	if (w->root || !length || length > TRAIL)
		return;
	t.watch.data = &t;
	t.room = (u32)length;
	t.insns = skep_arena_array(&verdict->arena, t.room, sizeof(*t.insns));
	if (!t.insns || !skep_walk_again(w, &t.watch, &again) || !t.count || t.count > t.room)
		return;
	verdict->rule = rule;
	verdict->trail = t.insns;
	verdict->trail_count = t.count;
}
