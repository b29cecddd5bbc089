/* SPDX-License-Identifier: BSD-2-Clause */
/* Where a path can go on in several ways: one is followed, the others wait. */
#include "base/array.h"
#include "verify/visit.h"
#include "verify/walk.h"

struct skep_vstate *skep_path_fork(struct skep_walk *w, u32 insn, u32 choice)
{
	struct skep_vstate *other;
	struct skep_step *step;

	if (w->pending.count >= SKEP_PENDING) {
		skep_refuse(w, SKEP_RULE_BUDGET, "%u branches wait to be followed, the limit is %u",
			    SKEP_PENDING + 1, SKEP_PENDING);
		return NULL;
	}
	other = skep_state_copy(&w->pool, w->now);
	step = other ? skep_arena_alloc(&w->arena, 2 * sizeof(*step)) : NULL;
	if (!step || !SKEP_PUSH(&w->pending, other)) {
		skep_state_free(&w->pool, other);
		skep_fail_nomem(w->d);
		return NULL;
	}
	step[0] = (struct skep_step){.before = w->now->path, .insn = w->now->insn};
	step[1] =
	    (struct skep_step){.before = w->now->path, .insn = w->now->insn, .choice = choice};
	w->now->path = &step[0];
	other->path = &step[1];
	other->insn = insn;
	if (other->parent)
		other->parent->open++;
	return other;
}

bool skep_path_forgot(struct skep_walk *w, struct skep_vstate *other,
		      const struct skep_forgotten *forgotten)
{
	struct skep_step *step = skep_arena_alloc(&w->arena, sizeof(*step));

	if (!step)
		return skep_fail_nomem(w->d);
	*step = *other->path;
	step->forgot = forgotten;
	other->path = step;
	return true;
}

void skep_path_unfork(struct skep_walk *w, bool other)
{
	struct skep_vstate *last = w->pending.data[--w->pending.count];
	struct skep_vstate *gone = other ? w->now : last;

	w->now = other ? last : w->now;
	if (gone->parent)
		gone->parent->open--;
	skep_state_free(&w->pool, gone);
}

void skep_path_detach(struct skep_vstate *s)
{
	if (s->parent)
		s->parent->open--;
	s->parent = NULL;
}

/* One way is at its end; checkpoints whose ways have all ended are complete. */
void skep_path_end(struct skep_walk *w)
{
	struct skep_checkpoint *c = w->now->parent;

	while (c && --c->open == 0)
		c = c->parent;
	skep_state_free(&w->pool, w->now);
	w->now = w->pending.count ? w->pending.data[--w->pending.count] : NULL;
}
