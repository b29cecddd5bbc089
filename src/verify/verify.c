/* SPDX-License-Identifier: BSD-2-Clause */
/* The verifier as others see it: one exploration for the verdict, and after a refusal, as often as
 * reasons are wanted, the path again for its story and another exploration with the missing check
 * assumed. */
#include "verify/verify.h"

#include "base/alloc.h"
#include "verify/log.h"
#include "verify/story.h"
#include "verify/trail.h"
#include "verify/walk.h"

/* ---- the check, as C */

static void fix_packet(struct skep_buffer *b, const struct skep_assumption *need)
{
	skep_buffer_printf(
	    b, "if (p + %llu > data_end) return ...; /* p: the packet pointer in r%u */",
	    (unsigned long long)need->high, need->reg);
}

static void fix_added(struct skep_buffer *b, const struct skep_assumption *need)
{
	skep_buffer_printf(
	    b, "if (i > %llu) return ...; /* i: the unsigned offset that was added to r%u */",
	    (unsigned long long)need->high, need->reg);
}

static void fix_number(struct skep_buffer *b, const struct skep_assumption *need)
{
	skep_buffer_text(b, "if (");
	if (need->low)
		skep_buffer_printf(b, "n < %llu || ", (unsigned long long)need->low);
	skep_buffer_printf(b, "n > %llu) return ...; /* n: the unsigned size in r%u */",
			   (unsigned long long)need->high, need->reg);
}

static void fix_offset(struct skep_buffer *b, const struct skep_assumption *need)
{
	skep_buffer_printf(b, "if (i > %llu) return ...; /* i: the offset in r%u, unsigned */",
			   (unsigned long long)need->high, need->reg);
}

static void fix_null(struct skep_buffer *b, const struct skep_assumption *need)
{
	skep_buffer_printf(b, "if (!p) return ...; /* p: the pointer in r%u */", need->reg);
}

static void (*const fixes[])(struct skep_buffer *b, const struct skep_assumption *need) = {
    [SKEP_ASSUME_PACKET] = fix_packet, [SKEP_ASSUME_ADDED] = fix_added,
    [SKEP_ASSUME_NUMBER] = fix_number, [SKEP_ASSUME_OFFSET] = fix_offset,
    [SKEP_ASSUME_NOT_NULL] = fix_null,
};

static const char *write_fix(struct skep_arena *arena, const struct skep_assumption *need)
{
	struct skep_buffer b = {0};
	const char *text;

	fixes[need->kind](&b, need);
	text = b.failed ? NULL : skep_arena_text(arena, b.data, b.count);
	skep_buffer_fini(&b);
	return text;
}

/* ---- reasons */

struct telling {
	const struct skep_verify_input *in;
	const struct skep_verify_options *options;
	struct skep_verdict *verdict;
	struct skep_assumption *assumptions; /* one a reason */
};

static bool has_need(const struct skep_walk *w)
{
	return w->now && w->need.high && w->need.insn == w->now->insn;
}

/* Keeps the reason of a refused walk, with the check that may help. */
static void tell_one(struct telling *t, struct skep_walk *w, const struct skep_diag *d)
{
	u32 number = t->verdict->reason_count++;
	struct skep_reason *reason = &t->verdict->reasons[number];

	reason->rule = w->verdict->rule;
	reason->d = *d;
	t->assumptions[number] =
	    (struct skep_assumption){.insn = (u32)d->place.at, .kind = SKEP_ASSUME_TOLD};
	if (!w->now)
		return;
	if (has_need(w)) {
		t->assumptions[number] = w->need;
		reason->fix = write_fix(&t->verdict->arena, &w->need);
	}
	skep_story_tell(w, &t->verdict->arena, reason);
}

/* The reason that is of the same instruction; reason_count: there is none. */
static u32 find_same(const struct telling *t, const struct skep_diag *d)
{
	u32 i = 0;

	while (i < t->verdict->reason_count && t->verdict->reasons[i].d.place.at != d->place.at)
		i++;
	return i;
}

/* A check where a number is added to a pointer cannot know how much is accessed there later: the
 * first access that fails says it. Returns whether that is worth another try. */
static bool narrow_check(struct telling *t, const struct skep_walk *w)
{
	for (u32 i = 0; has_need(w) && i < t->verdict->reason_count; i++) {
		struct skep_assumption *a = &t->assumptions[i];

		if (a->kind != SKEP_ASSUME_OFFSET || w->need.kind != SKEP_ASSUME_ADDED ||
		    a->narrowed || w->need.high >= a->high)
			continue;
		a->narrowed = true;
		a->high = w->need.high;
		t->verdict->reasons[i].fix = write_fix(&t->verdict->arena, a);
		return true;
	}
	return false;
}

/* What became of the checks that were assumed: all of them helped, or there is another refusal, or
 * the same. Returns whether to go through the program once more. */
static bool take_outcome(struct telling *t, struct skep_walk *w, const struct skep_diag *d)
{
	u32 same = find_same(t, d);

	if (d->code != SKEP_E_REFUSED || !w->now)
		return false;
	if (narrow_check(t, w))
		return true;
	if (same == t->verdict->reason_count) {
		if (same == t->options->reasons)
			return false;
		tell_one(t, w, d);
		return true;
	}
	t->verdict->reasons[same].fix_fails = true;
	if (t->assumptions[same].kind == SKEP_ASSUME_TOLD)
		return false;
	t->assumptions[same].kind = SKEP_ASSUME_TOLD;
	return t->options->reasons > 1;
}

static void pass_all(struct telling *t)
{
	for (u32 i = 0; i < t->verdict->reason_count; i++)
		if (t->assumptions[i].kind == SKEP_ASSUME_TOLD)
			return;
	for (u32 i = 0; i < t->verdict->reason_count; i++)
		t->verdict->reasons[i].fix_passes = true;
}

/* Goes through the program again with all checks so far assumed. Returns whether there is more to
 * be found. */
static bool try_again(struct telling *t)
{
	struct skep_verdict other = {0};
	struct skep_walk *w = skep_alloc(sizeof(*w));
	struct skep_verify_options options = *t->options;
	struct skep_diag d = {0};
	bool more = false;

	if (!w)
		return false;
	options.tally = false;
	skep_walk_init(w, t->in, &options, &other);
	w->assumptions = t->assumptions;
	w->assumption_count = t->verdict->reason_count;
	if (skep_walk_all(w, &d))
		pass_all(t);
	else
		more = take_outcome(t, w, &d);
	skep_walk_fini(w);
	skep_free(w);
	skep_verdict_fini(&other);
	return more;
}

static void tell(struct skep_walk *w, const struct skep_diag *d)
{
	struct telling t = {.in = w->in, .options = w->options, .verdict = w->verdict};

	w->verdict->reasons =
	    skep_arena_array(&w->verdict->arena, w->options->reasons, sizeof(struct skep_reason));
	t.assumptions = skep_arena_array(&w->verdict->arena, w->options->reasons,
					 sizeof(struct skep_assumption));
	if (!w->verdict->reasons || !t.assumptions)
		return;
	tell_one(&t, w, d);
	if (w->options->reasons == 1 && t.assumptions[0].kind == SKEP_ASSUME_TOLD)
		return;
	while (try_again(&t))
		;
}

/* ---- the log */

static void log_refusal(struct skep_walk *w, const struct skep_diag *d)
{
	struct skep_buffer *b = w->options->log;

	/* Behind the instruction that was refused. */
	if (b->count && b->data[b->count - 1] != '\n')
		skep_buffer_text(b, "\n");
	skep_buffer_printf(b, "%s\n", d->what);
	if (d->hint[0])
		skep_buffer_printf(b, "  hint: %s\n", d->hint);
	for (u32 i = 0; i < w->verdict->reason_count; i++)
		skep_reason_print(b, w->in, &w->verdict->reasons[i]);
}

static void log_path(struct skep_walk *w)
{
	struct skep_log_watch *watch = skep_arena_alloc(&w->arena, sizeof(*watch));
	struct skep_diag again = {0};

	if (!watch)
		return;
	skep_log_watch_init(watch, w->options->log);
	skep_walk_again(w, &watch->watch, &again);
}

static void log_verdict(struct skep_walk *w, bool accepted, const struct skep_diag *d)
{
	const struct skep_verify_options *o = w->options;

	if (!o->log || !o->log_level || accepted)
		return;
	if (w->now && (o->log_level & 3) == 1)
		log_path(w);
	log_refusal(w, d);
}

void skep_verify_log_end(const struct skep_verify_options *options,
			 const struct skep_verdict *verdict)
{
	if (options->log && options->log_level)
		skep_log_stats(options->log, &verdict->stats,
			       options->budget ? options->budget : SKEP_BUDGET);
}

/* ---- the whole */

static bool keeps_facts(const struct skep_verdict *verdict)
{
	return verdict->facts && (verdict->trail_count || verdict->tallies);
}

bool skep_verify(const struct skep_verify_input *in, const struct skep_verify_options *options,
		 struct skep_verdict *verdict, struct skep_diag *d)
{
	struct skep_walk *w = skep_alloc(sizeof(*w));
	struct skep_diag why = {0};
	struct skep_log_watch *watch = NULL;

	*verdict = (struct skep_verdict){0};
	if (!w)
		return skep_fail_nomem(d);
	skep_walk_init(w, in, options, verdict);
	if (w->options->log && (w->options->log_level & 2))
		watch = skep_arena_alloc(&w->arena, sizeof(*watch));
	if (watch) {
		skep_log_watch_init(watch, w->options->log);
		w->watch = &watch->watch;
	}
	verdict->accepted = skep_walk_all(w, &why);
	verdict->handler = w->handler_start;
	w->watch = NULL;
	if (!verdict->accepted && w->options->reasons && why.code == SKEP_E_REFUSED)
		tell(w, &why);
	log_verdict(w, verdict->accepted, &why);
	if (!verdict->accepted && w->options->trail && why.code == SKEP_E_REFUSED)
		skep_trail_tell(w);
	if (!verdict->accepted && keeps_facts(verdict))
		skep_facts_settle(verdict->facts, in->count);
	skep_walk_fini(w);
	skep_free(w);
	if (!verdict->accepted && !keeps_facts(verdict)) {
		skep_free(verdict->facts);
		verdict->facts = NULL;
	}
	if (!verdict->accepted && d && !d->code)
		*d = why;
	return verdict->accepted;
}

void skep_verdict_fini(struct skep_verdict *verdict)
{
	skep_free(verdict->facts);
	skep_arena_fini(&verdict->arena);
	*verdict = (struct skep_verdict){0};
}
