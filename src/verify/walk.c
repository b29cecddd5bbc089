/* SPDX-License-Identifier: BSD-2-Clause */
/* The exploration: each path is followed instruction by instruction until it ends, is refused, or
 * comes to a state that has been looked at; then the newest way that waits is taken up. */
#include <string.h>

#include "base/alloc.h"
#include "verify/arena_map.h"
#include "verify/call.h"
#include "verify/depth.h"
#include "verify/effects.h"
#include "verify/exception.h"
#include "verify/fastcall.h"
#include "verify/fit.h"
#include "verify/ops.h"
#include "verify/rank.h"
#include "verify/types.h"
#include "verify/undecided.h"
#include "verify/visit.h"

/* ---- one instruction */

static bool walk_ja(struct skep_walk *w)
{
	w->now->insn = skep_walk_insn(w)->target;
	return true;
}

/* As Linux does it, the jump first. Each time that the program goes on uses up one of the times
 * that a run may: so loops through here end. */
static bool walk_may_goto(struct skep_walk *w)
{
	struct skep_vstate *on = skep_path_fork(w, w->now->insn + 1, 1);

	if (!on || !skep_undecided_forget(w, on))
		return false;
	on->may_gotos++;
	return walk_ja(w);
}

static const struct {
	bool (*walk)(struct skep_walk *w);
	bool moves; /* decides what comes next */
	bool jumps; /* counts as a jump */
} families[] = {
    [SKEP_KIND_ALU] = {skep_walk_alu, false, false},
    [SKEP_KIND_JUMP] = {skep_walk_jump, true, true},
    [SKEP_KIND_JA] = {walk_ja, true, true},
    [SKEP_KIND_MAY] = {walk_may_goto, true, true},
    [SKEP_KIND_CALL] = {skep_walk_call, true, true},
    [SKEP_KIND_EXIT] = {skep_walk_exit, true, true},
    [SKEP_KIND_LOAD] = {skep_walk_load, false, false},
    [SKEP_KIND_STORE] = {skep_walk_store, false, false},
    [SKEP_KIND_ATOMIC] = {skep_walk_atomic, false, false},
    [SKEP_KIND_WIDE] = {skep_walk_wide, true, false},
    [SKEP_KIND_PACKET] = {skep_walk_packet, true, false},
    [SKEP_KIND_CAST] = {skep_walk_cast, false, false},
};

/* An instruction that is wrong in itself, and that a path has come to. */
static bool refuse_malformed(struct skep_walk *w)
{
	struct skep_diag why = {0};

	if (skep_insn_decode(&w->in->insns[w->now->insn], w->now->insn, &why))
		return skep_refuse(w, SKEP_RULE_FORM, "an instruction that is not known");
	return skep_refuse(w, SKEP_RULE_FORM, "%s", why.what);
}

static bool check_budget(struct skep_walk *w)
{
	u64 budget = w->options->budget ? w->options->budget : SKEP_BUDGET;

	if (++w->visited <= budget)
		return true;
	return skep_refuse(w, SKEP_RULE_BUDGET,
			   "%llu instructions were looked at and paths are left, the limit is %llu",
			   (unsigned long long)w->visited - 1, (unsigned long long)budget);
}

static bool step(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);

	if (i->flags & SKEP_VI_MALFORMED)
		return refuse_malformed(w);
	skep_walk_fact(w)->flags |= SKEP_FACT_SEEN;
	w->jumps += families[i->kind].jumps;
	if (!families[i->kind].walk(w))
		return false;
	if (!families[i->kind].moves)
		w->now->insn++;
	return true;
}

static bool watched_step(struct skep_walk *w)
{
	if (w->assumption_count)
		skep_assume(w);
	if (!w->watch)
		return step(w);
	w->watch->before(w, w->watch->data);
	if (!step(w))
		return false;
	w->watch->after(w, w->watch->data);
	return true;
}

/* ---- one path again */

/* Of the ways that the instruction opened, only the one that was gone is kept. */
static void choose_way(struct skep_walk *w, const struct skep_step *before)
{
	const struct skep_step *wanted = w->replay[w->replay_at];

	if (w->now->path == before)
		return;
	/* Where a path is refused between two instructions, the last one opens ways nobody went. */
	w->replay_at += wanted != NULL;
	while (w->pending.count)
		skep_path_unfork(w, wanted && w->now->path->choice != wanted->choice);
}

static bool replay_step(struct skep_walk *w)
{
	const struct skep_step *before = w->now->path;

	if (!watched_step(w))
		return false;
	if (w->now)
		choose_way(w, before);
	return true;
}

static bool follow_again(struct skep_walk *w)
{
	while (w->now && w->now->length < w->replay_length) {
		w->now->length++;
		if (!replay_step(w))
			return false;
	}
	return true;
}

/* ---- all paths */

/* A path that is refused where that has been told of ends there: what it would do next follows from
 * it. Ways that the instruction had opened are not gone. */
static bool end_told(struct skep_walk *w, u32 insn, size_t waiting)
{
	if (w->d->code != SKEP_E_REFUSED || !w->now || !skep_assume_told(w, insn))
		return false;
	*w->d = (struct skep_diag){0};
	w->verdict->rule = 0;
	while (w->pending.count > waiting)
		skep_path_unfork(w, false);
	skep_path_end(w);
	return true;
}

static void count(struct skep_walk *w, u32 insn, u64 states, enum skep_visit visit)
{
	struct skep_verify_tally *tally = &w->verdict->tallies[insn];

	tally->visits++;
	tally->states += (u32)(w->verdict->stats.states - states);
	tally->pruned += visit == SKEP_VISIT_KNOWN;
}

static bool follow(struct skep_walk *w)
{
	while (w->now) {
		enum skep_visit visit = SKEP_VISIT_NEW;
		u64 states = w->verdict->stats.states;
		size_t waiting = w->pending.count;
		u32 insn = w->now->insn;

		w->now->length++;
		if (!check_budget(w))
			return false;
		if (skep_walk_insn(w)->flags & SKEP_VI_CHECKPOINT)
			visit = skep_visit(w);
		if (w->verdict->tallies)
			count(w, insn, states, visit);
		if (visit == SKEP_VISIT_FAILED && !end_told(w, insn, waiting))
			return false;
		if (visit == SKEP_VISIT_FAILED)
			continue;
		if (visit == SKEP_VISIT_KNOWN)
			skep_path_end(w);
		else if (!watched_step(w) && !end_told(w, insn, waiting))
			return false;
	}
	return true;
}

/* ---- where paths begin */

/* The program itself, or a global function. */
static bool begin(struct skep_walk *w, u32 func)
{
	struct skep_signature s = {.params = {{.kind = SKEP_PARAM_CTX}}, .count = 1};
	struct skep_frame *f;

	w->now = skep_state_new(&w->pool);
	f = w->now ? skep_state_enter(&w->pool, w->now, func, 0) : NULL;
	if (!f)
		return skep_fail_nomem(w->d);
	w->now->insn = w->code.funcs[func].start;
	w->root = func;
	if (func && func == w->handler && !skep_exception_check(w))
		return false;
	if (func && !skep_func_signature(w, func, &s))
		return false;
	for (u32 i = 0; i < s.count; i++)
		f->r[1 + i] = skep_param_value(w, &s.params[i]);
	if (w->replay)
		return follow_again(w);
	return follow(w) && skep_depth_check(w, func);
}

/* Global functions, as long as some path calls one that has not been gone through. */
static bool follow_globals(struct skep_walk *w)
{
	w->called[w->handler] = w->handler;
	for (u32 func = 1; func < w->code.func_count; func++) {
		if (!w->called[func] || w->verified[func])
			continue;
		w->verified[func] = true;
		if (!begin(w, func))
			return false;
		func = 0;
	}
	return true;
}

/* ---- the whole */

static bool allocate(struct skep_walk *w)
{
	u32 funcs = w->code.func_count;

	w->seen = skep_alloc(w->code.count * sizeof(struct skep_checkpoint *));
	w->stack_depth = skep_arena_array(&w->arena, funcs, sizeof(w->stack_depth[0]));
	w->verified = skep_arena_array(&w->arena, funcs, sizeof(w->verified[0]));
	w->called = skep_arena_array(&w->arena, funcs, sizeof(w->called[0]));
	w->func_does = skep_arena_array(&w->arena, funcs, sizeof(w->func_does[0]));
	w->kfuncs = skep_arena_array(&w->arena, w->code.count, sizeof(w->kfuncs[0]));
	w->verdict->facts = skep_alloc(w->code.count * sizeof(w->verdict->facts[0]));
	if (w->code.ends_by_itself)
		w->undecided = skep_undecided_new(&w->code, &w->arena);
	if (w->options->tally)
		w->verdict->tallies = skep_arena_array(&w->verdict->arena, w->code.count,
						       sizeof(w->verdict->tallies[0]));
	return (w->seen && w->kfuncs && w->stack_depth && w->verified && w->called &&
		w->func_does && w->verdict->facts && !w->undecided == !w->code.ends_by_itself) ||
	       skep_fail_nomem(w->d);
}

static bool may_sleep(const struct skep_walk *w, const struct skep_prog_row *type)
{
	return (type->traits & SKEP_PROG_T_SLEEPS) && w->in->attach_type != BPF_TRACE_RAW_TP &&
	       w->in->attach_type != BPF_LSM_CGROUP;
}

static bool check_sleep(struct skep_walk *w)
{
	const struct skep_prog_row *type = skep_prog_row(w->in->prog_type);

	if (w->in->sleepable && !may_sleep(w, type))
		return skep_fail(w->d, SKEP_E_INVALID,
				 "programs of type %s that are attached so cannot be sleepable",
				 type->name);
	if (!w->in->sleepable && (type->traits & SKEP_PROG_T_ALWAYS_SLEEPS))
		return skep_fail(w->d, SKEP_E_INVALID, "programs of type %s must be sleepable",
				 type->name);
	return true;
}

static bool check_input(struct skep_walk *w)
{
	const struct skep_prog_row *row = skep_prog_row(w->in->prog_type);

	if (!row)
		return skep_fail(w->d, SKEP_E_INVALID, "there is no program type %u",
				 w->in->prog_type);
	if (!w->capable && !(row->traits & SKEP_PROG_T_UNPRIVILEGED))
		return skep_refuse(w, SKEP_RULE_PRIVILEGE,
				   "programs of type %s need CAP_BPF: without it there are socket "
				   "filters and programs of cgroups that see packets",
				   row->name);
	if (!w->leaks && row->traits & SKEP_PROG_T_PERFMON)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE, "programs of type %s need CAP_PERFMON",
				   row->name);
	return true;
}

static void drop_states(struct skep_walk *w)
{
	skep_state_free(&w->pool, w->now);
	w->now = NULL;
	for (size_t i = 0; i < w->pending.count; i++)
		skep_state_free(&w->pool, w->pending.data[i]);
	w->pending.count = 0;
}

static bool explore(struct skep_walk *w)
{
	return begin(w, 0) && follow_globals(w);
}

/* Nothing has been looked at yet. */
static void forget_all(struct skep_walk *w)
{
	u32 funcs = w->code.func_count;

	drop_states(w);
	skep_visit_forget(w);
	memset(w->stack_depth, 0, funcs * sizeof(w->stack_depth[0]));
	for (u32 func = 0; func < funcs; func++)
		w->fastcall.frames[func].others = 0;
	memset(w->verified, 0, funcs * sizeof(w->verified[0]));
	memset(w->called, 0, funcs * sizeof(w->called[0]));
	if (w->verdict->tallies)
		memset(w->verdict->tallies, 0, w->code.count * sizeof(w->verdict->tallies[0]));
	memset(w->verdict->facts, 0, w->code.count * sizeof(w->verdict->facts[0]));
	w->verdict->stats = (struct skep_verify_stats){0};
	w->verdict->rule = 0;
	w->missing = 0;
	w->visited = w->jumps = w->visited_then = w->jumps_then = 0;
	w->need = (struct skep_assumption){0};
	w->ranks = NULL;
	*w->d = (struct skep_diag){0};
}

/* What is not proved with loops as a whole may be proved round by round, and the reasons of a
 * refusal are better told so. */
static bool explore_beyond(struct skep_walk *w)
{
	w->ranks = skep_ranks_new(&w->code, &w->arena);
	if (!w->ranks)
		return skep_fail_nomem(w->d);
	if (explore(w))
		return true;
	if (!w->ranks->used || w->d->code != SKEP_E_REFUSED)
		return false;
	forget_all(w);
	return explore(w);
}

static bool verify(struct skep_walk *w)
{
	struct skep_vcode_input code;

	if (!check_input(w) || !skep_ops_fit(w) || !skep_maps_fit(w) || !skep_arena_map_find(w) ||
	    !skep_exception_find(w))
		return false;
	code = skep_effects_input(w);
	if (!skep_vcode_init(&w->code, &w->arena, &code, w->d)) {
		w->verdict->rule = w->d->code == SKEP_E_PERMISSION ? SKEP_RULE_PRIVILEGE : 0;
		return false;
	}
	if (!skep_kernel_calls_fit(w) || !skep_exception_list(w) || !skep_func_check_info(w) ||
	    !check_sleep(w) || !allocate(w) || !skep_fastcall_find(w))
		return false;
	skep_effects_functions(w);
	return (w->options->beyond ? explore_beyond(w) : explore(w)) && skep_missing_refuse(w);
}

void skep_walk_init(struct skep_walk *w, const struct skep_verify_input *in,
		    const struct skep_verify_options *options, struct skep_verdict *verdict)
{
	static const struct skep_verify_options usual;

	*w =
	    (struct skep_walk){.in = in, .options = options ? options : &usual, .verdict = verdict};
	w->leaks = w->uninit_stack = !w->options->no_perfmon && !w->options->no_bpf;
	w->capable = !w->options->no_bpf;
	w->strict = w->options->strict_alignment;
}

bool skep_walk_all(struct skep_walk *w, struct skep_diag *d)
{
	bool accepted;

	w->d = d;
	accepted = verify(w);
	if (accepted)
		skep_facts_settle(w->verdict->facts, w->code.count);
	w->verdict->stats.visited = w->visited;
	return accepted;
}

/* The decisions of a path in their order. */
static bool list_steps(struct skep_walk *w, const struct skep_step *last)
{
	const struct skep_step **steps;
	u32 count = 0;

	for (const struct skep_step *s = last; s; s = s->before)
		count++;
	steps = skep_arena_array(&w->arena, count + 1, sizeof(struct skep_step *));
	if (!steps)
		return false;
	for (const struct skep_step *s = last; s; s = s->before)
		steps[--count] = s;
	w->replay = steps;
	w->replay_at = 0;
	return true;
}

bool skep_walk_again(struct skep_walk *w, const struct skep_watch *watch, struct skep_diag *d)
{
	if (!w->now || !list_steps(w, w->now->path))
		return false;
	w->replay_length = w->now->length;
	drop_states(w);
	w->watch = watch;
	w->d = d;
	begin(w, w->root);
	w->watch = NULL;
	return true;
}

void skep_walk_fini(struct skep_walk *w)
{
	drop_states(w);
	skep_free(w->pending.data);
	skep_visit_fini(w);
	skep_pool_fini(&w->pool);
	skep_arena_fini(&w->arena);
}
