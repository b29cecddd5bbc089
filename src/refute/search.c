/* SPDX-License-Identifier: BSD-2-Clause */
/* The search: run, see which number was in the way, propose inputs that make it another, keep the
 * first one that comes further. Where no proposal helps, parts of the input that the number depends
 * on are tried at random. What is found is run once more from the beginning, in a world that
 * nothing has touched. */
#include <string.h>

#include "base/alloc.h"
#include "refute/follow.h"
#include "refute/shade.h"
#include "refute/tell.h"

enum {
	RUNS = 256,
	LOOKS = 1000000, /* instructions of all runs */
	FIRST_LENGTH = 64,
	LEAST_LENGTH = 14, /* a link-layer header */
	RANDOM_TRIES = 16,
	TARGETS = 24,
};

struct search {
	struct refute_world *world;
	struct refute_follow follow; /* the run that was just made */
	struct refute_follow best;   /* the one that came furthest */
	struct refute_choice best_choice, choice;
	u32 runs;
	u64 state; /* of the generator */
};

static u64 next(struct search *s)
{
	s->state = s->state * 6364136223846793005u + 1442695040888963407u;
	return s->state >> 24;
}

/* ---- one run */

static bool is_spent(const struct search *s)
{
	return s->runs >= RUNS || s->follow.looks >= LOOKS;
}

/* Further along the path, or at its end. */
static bool is_better(const struct refute_follow *a, const struct refute_follow *b)
{
	if (a->end == REFUTE_TRAPPED || b->end == REFUTE_TRAPPED)
		return a->end == REFUTE_TRAPPED && b->end != REFUTE_TRAPPED;
	return a->at > b->at || (a->at == b->at && a->end > b->end);
}

/* Runs s->choice; whether it became the best. */
static bool try_choice(struct search *s)
{
	s->runs++;
	s->follow.choice = &s->choice;
	if (!refute_follow(&s->follow) || (s->runs > 1 && !is_better(&s->follow, &s->best)))
		return false;
	s->best = s->follow;
	s->best_choice = s->choice;
	return true;
}

/* Makes a term another number, and runs. */
static bool try_number(struct search *s, u32 term, u64 wanted)
{
	s->choice = s->best_choice;
	return !is_spent(s) && term &&
	       refute_term_solve(&s->best.terms, term, wanted, &s->choice) && try_choice(s);
}

/* ---- a branch that went the other way */

static void swap(u64 *x, u64 *y)
{
	u64 kept = *x;

	*x = *y;
	*y = kept;
}

/* Numbers for one side of a comparison, the other being `other`. */
static bool try_side(struct search *s, const struct refute_question *q, bool right, u64 other)
{
	const u64 wanted[] = {other,	  other + 1,	  other - 1,	0,	     1,
			      UINT32_MAX, UINT16_MAX,	  INT32_MAX,	INT64_MAX,   1ULL << 63,
			      ~other,	  other & -other, 255,		0x80000000u, UINT64_MAX,
			      other ^ 1,  other / 2,	  other + 65536};

	for (u32 i = 0; i < SKEP_COUNT(wanted); i++) {
		u64 x = wanted[i], y = other;

		if (right)
			swap(&x, &y);
		if (refute_compare(q->row, x, y) == q->wanted &&
		    try_number(s, right ? q->right : q->left, wanted[i]))
			return true;
	}
	return false;
}

/* Anything for the terms that the run has made last: one of them decides. */
static bool try_random(struct search *s)
{
	u32 count = s->best.terms.count, from = count > 64 ? count - 64 : 0;

	for (u32 i = 0; i < RANDOM_TRIES && count; i++) {
		u32 term = 1 + from + (u32)(next(s) % (count - from));
		u64 bits = s->best.terms.list[term].may;

		if (try_number(s, term, (next(s) << 32 ^ next(s)) & bits))
			return true;
	}
	return false;
}

static bool turn_branch(struct search *s)
{
	const struct refute_question q = s->best.question;

	return try_side(s, &q, false, q.y) || try_side(s, &q, true, q.x) || try_random(s);
}

/* ---- an access that did no harm */

/* Where what the address leads into ends, and where it begins. */
static bool find_limits(const struct search *s, const struct refute_question *q, u64 *low,
			u64 *high)
{
	const struct refute_world *w = s->world;
	const struct skep_packet_room *room = refute_world_room(w);

	if (q->base == REFUTE_BASE_PACKET && room) {
		*low = (u64)(uintptr_t)room->data;
		*high = (u64)(uintptr_t)room->end;
		return true;
	}
	if (q->base == REFUTE_BASE_VALUE) {
		*low = w->addresses[q->which];
		*high = *low + refute_value_size(w, &s->best_choice, q->which);
		return *low;
	}
	*low = w->stage->run.stack_start;
	*high = *low + SKEP_STACK_FRAME;
	return q->base == REFUTE_BASE_STACK;
}

/* The packet as long as possible, but not long enough. */
static bool shrink_packet(struct search *s, u64 end)
{
	u64 packet = refute_world_packet(s->world);

	if (end <= packet || end - packet > REFUTE_PACKET)
		return false;
	for (u64 length = end - packet - 1; length + 64 > end - packet; length--) {
		if (length < LEAST_LENGTH || is_spent(s))
			return false;
		s->choice = s->best_choice;
		s->choice.length = (u32)length;
		if (try_choice(s))
			return true;
	}
	return false;
}

static bool move_address(struct search *s)
{
	const struct refute_question q = s->best.question;
	u64 low = 0, high = 0;
	bool known = find_limits(s, &q, &low, &high);
	const u64 wanted[] = {
	    high - q.y + 1,
	    high,
	    high + 3,
	    high + 7,
	    low - 1,
	    low - 8,
	    high + 64,
	    high + 1024,
	    low - 64,
	    high + 4096,
	    high + 0x10000,
	    low + 0x80000000u,
	    q.x + (1ULL << 32),
	    q.x - (1ULL << 32),
	};

	if (q.base == REFUTE_BASE_PACKET && shrink_packet(s, q.x + q.y))
		return true;
	for (u32 i = 0; known && i < SKEP_COUNT(wanted); i++)
		if (try_number(s, q.left, wanted[i] - (u64)q.off))
			return true;
	return q.base == REFUTE_BASE_VALUE && try_number(s, q.left, 0);
}

static bool change_size(struct search *s)
{
	const struct refute_question q = s->best.question;
	u64 low = 0, high = 0;
	bool known = find_limits(s, &q, &low, &high);
	const u64 wanted[] = {high - q.x + 1, SKEP_STACK_FRAME + 1, 4096,      65536,
			      INT32_MAX,      UINT32_MAX,	    UINT64_MAX};

	for (u32 i = 0; known && i < SKEP_COUNT(wanted); i++)
		if (try_number(s, q.right, wanted[i]))
			return true;
	return false;
}

/* ---- the whole */

static bool come_further(struct search *s)
{
	if (s->best.end == REFUTE_LEFT)
		return turn_branch(s);
	if (s->best.end == REFUTE_HELD)
		return move_address(s) || change_size(s) || try_random(s);
	return false;
}

static bool search(struct search *s)
{
	s->choice.length = FIRST_LENGTH;
	s->state = 1;
	if (!try_choice(s))
		return false;
	while (s->best.end != REFUTE_TRAPPED && !is_spent(s) && come_further(s))
		;
	return s->best.end == REFUTE_TRAPPED;
}

/* Whether it happens again where nothing else has run before. */
static bool confirm(struct search *s, struct skep_arena *arena, struct skep_refutation *found)
{
	struct refute_world world;
	bool ok = false;

	if (refute_world_init(&world, s->world->in, s->world->arena)) {
		s->follow.world = &world;
		s->follow.choice = &s->best_choice;
		ok = refute_follow(&s->follow) && s->follow.end == REFUTE_TRAPPED &&
		     refute_tell(&s->follow, arena, found);
	}
	refute_world_fini(&world);
	return ok;
}

/* Rules whose breach can be seen in a run. */
static bool can_trap(enum skep_rule rule)
{
	return rule == SKEP_RULE_ARITHMETIC || rule == SKEP_RULE_MAYBE_NULL ||
	       rule == SKEP_RULE_STACK || rule == SKEP_RULE_PACKET_BOUNDS ||
	       rule == SKEP_RULE_BOUNDS || rule == SKEP_RULE_SIZE || rule == SKEP_RULE_ARGUMENT;
}

bool skep_refute(const struct skep_refute_input *in, struct skep_arena *arena,
		 struct skep_refutation *found)
{
	struct skep_arena own = {0};
	struct refute_world world = {0};
	struct search *s;
	bool ok;

	if (!in->verdict->trail_count || !can_trap(in->verdict->rule))
		return false;
	s = skep_arena_alloc(&own, sizeof(*s));
	ok = s && refute_world_init(&world, in, &own);
	if (ok) {
		s->world = s->follow.world = &world;
		ok = search(s) && confirm(s, arena, found);
	}
	if (world.in)
		refute_world_fini(&world);
	skep_arena_fini(&own);
	return ok;
}
