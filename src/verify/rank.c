/* SPDX-License-Identifier: BSD-2-Clause */
/* Heads of loops. Each loop is split at a head that has a counter (rank_round.c), and what is left
 * of it is split again, until no loop is left or no counter is found. */
#include "verify/rank.h"

#include <string.h>

#include "verify/rank_round.h"

enum {
	HEADS = 8, /* how many heads of a loop are tried */
	BOUNDS = 64,
};

struct finder {
	const struct skep_vcode *c;
	struct skep_ranks *ranks;
	struct skep_arena own;
	u32 *split;		      /* by slot */
	struct skep_shape_group loop; /* the one that is looked at */
	bool failed;		      /* memory ran out */
};

static bool in_loop(const struct finder *f, u32 slot)
{
	return f->loop.of[slot] == f->loop.number;
}

/* ---- splitting */

static void add_rank(struct skep_ranks *ranks, const struct skep_rank *rank)
{
	ranks->list[ranks->count++] = *rank;
	ranks->at[rank->head] = ranks->count;
}

/* Slots that are in no inner loop stay in this one. */
static void put_inner(struct finder *f, u32 before)
{
	struct skep_ranks *ranks = f->ranks;

	for (u32 i = f->loop.start; i < f->loop.end; i++)
		if (in_loop(f, i) && f->split[i])
			ranks->loop[i] = f->split[i];
	for (u32 loop = before + 1; loop <= ranks->loops; loop++)
		ranks->outer[loop] = f->loop.number;
}

/* Splits f->loop at a head, if one has a counter. */
static bool split_at(struct finder *f, u32 head)
{
	struct skep_ranks *ranks = f->ranks;
	struct skep_rank rank = {.head = head, .loop = f->loop.number};
	struct skep_round round = {.c = f->c, .loop = &f->loop, .head = head, .rank = &rank};
	u32 before = ranks->loops;

	ranks->loop[head] = 0;
	f->failed = !skep_round_look(&round) ||
		    (rank.count && !skep_shape_split(f->c, &f->loop, f->split, &ranks->loops));
	if (!f->failed && rank.count) {
		add_rank(ranks, &rank);
		put_inner(f, before);
	}
	ranks->loop[head] = f->loop.number;
	return rank.count;
}

static bool split(struct finder *f)
{
	u32 tried = 0;

	for (u32 i = f->loop.start; i < f->loop.end && tried < HEADS && !f->failed; i++) {
		if (!in_loop(f, i) || !(f->c->insns[i].flags & SKEP_VI_LOOP_HEAD))
			continue;
		tried++;
		if (split_at(f, i))
			return true;
	}
	return false;
}

/* Where the slots of a loop lie; false if they are one call that calls back. */
static bool set_loop(struct finder *f, u32 number)
{
	const struct skep_vcode *c = f->c;
	bool jumps = false;

	f->loop.number = number;
	f->loop.start = c->count;
	f->loop.end = 0;
	for (u32 i = 0; i < c->count; i++) {
		if (f->ranks->loop[i] != number)
			continue;
		f->loop.start = i < f->loop.start ? i : f->loop.start;
		f->loop.end = i + 1;
		jumps |= (c->insns[i].flags & SKEP_VI_LOOP_HEAD) != 0;
	}
	return jumps;
}

/* Outermost loops have the numbers of their scc. */
static u32 outermost(const struct skep_ranks *ranks, u32 loop)
{
	while (ranks->outer[loop])
		loop = ranks->outer[loop];
	return loop;
}

static void split_all(struct finder *f)
{
	struct skep_ranks *ranks = f->ranks;

	memset(ranks->ranked, true, f->c->scc_count + 1);
	for (u32 loop = 1; loop <= ranks->loops && !f->failed; loop++)
		if (set_loop(f, loop) && !split(f))
			ranks->ranked[outermost(ranks, loop)] = false;
}

/* ---- numbers that loops compare with */

static void add_bound(struct skep_ranks *ranks, s64 bound)
{
	u32 at = 0;

	while (at < ranks->bound_count && ranks->bounds[at] < bound)
		at++;
	if (ranks->bound_count == BOUNDS || (at < ranks->bound_count && ranks->bounds[at] == bound))
		return;
	memmove(&ranks->bounds[at + 1], &ranks->bounds[at],
		(ranks->bound_count - at) * sizeof(ranks->bounds[0]));
	ranks->bounds[at] = bound;
	ranks->bound_count++;
}

static void find_bounds(struct skep_ranks *ranks, const struct skep_vcode *c)
{
	for (u32 i = 0; i < c->count; i++) {
		const struct skep_vinsn *v = &c->insns[i];
		bool compares = v->kind == SKEP_KIND_JUMP && v->from == SKEP_FROM_K && c->scc[i];
		bool sets =
		    v->kind == SKEP_KIND_ALU && v->op == SKEP_ALU_MOV && v->from == SKEP_FROM_K;

		for (s64 near = -1; near <= 1 && (compares || sets); near++)
			add_bound(ranks, v->imm + near);
	}
}

/* ---- */

static bool allocate(struct finder *f, struct skep_arena *arena)
{
	struct skep_ranks *ranks = f->ranks;
	u32 count = f->c->count, loops = f->c->scc_count + count + 1, heads = 0;

	for (u32 i = 0; i < count; i++)
		heads += (f->c->insns[i].flags & SKEP_VI_LOOP_HEAD) != 0;
	ranks->list = skep_arena_array(arena, heads, sizeof(*ranks->list));
	ranks->at = skep_arena_array(arena, count, sizeof(*ranks->at));
	ranks->loop = skep_arena_array(arena, count, sizeof(*ranks->loop));
	ranks->outer = skep_arena_array(arena, loops, sizeof(*ranks->outer));
	ranks->ranked = skep_arena_array(arena, f->c->scc_count + 1, sizeof(*ranks->ranked));
	ranks->bounds = skep_arena_array(arena, BOUNDS, sizeof(*ranks->bounds));
	f->split = skep_arena_array(&f->own, count, sizeof(*f->split));
	return ranks->list && ranks->at && ranks->loop && ranks->outer && ranks->ranked &&
	       ranks->bounds && f->split;
}

struct skep_ranks *skep_ranks_new(const struct skep_vcode *c, struct skep_arena *arena)
{
	struct finder f = {.c = c, .ranks = skep_arena_alloc(arena, sizeof(struct skep_ranks))};
	bool ok = f.ranks && allocate(&f, arena);

	if (ok) {
		memcpy(f.ranks->loop, c->scc, c->count * sizeof(*c->scc));
		f.ranks->loops = c->scc_count;
		f.loop.of = f.ranks->loop;
		find_bounds(f.ranks, c);
		split_all(&f);
	}
	skep_arena_fini(&f.own);
	return ok && !f.failed ? f.ranks : NULL;
}
