/* SPDX-License-Identifier: BSD-2-Clause */
/* Which instructions can be reached, where loops close, and where the walk compares states.
 *
 * One depth-first search over all edges, those of calls included, with a stack of its own; an edge
 * to an instruction that is still on the stack closes a loop. States are compared where Linux does
 * (check_cfg): at the targets of jumps, at conditional jumps, at and behind calls. Each loop holds
 * a jump, so each holds such a place. */
#include "base/diag.h"
#include "verify/shape.h"

enum state { NEW, OPEN, DONE };

struct search {
	struct skep_vcode *c;
	u32 *stack; /* the way to the current slot */
	u32 depth;
	u8 *state; /* enum state of each slot */
	u8 *edges; /* how many edges of a slot have been followed */
};

static bool is_reference(const struct skep_vinsn *v)
{
	return (v->kind == SKEP_KIND_CALL && v->op == SKEP_CALL_LOCAL) ||
	       (v->kind == SKEP_KIND_WIDE && v->op == SKEP_WIDE_FUNCTION &&
		!(v->flags & SKEP_VI_SECOND));
}

/* The slots that may follow, functions that it calls among them. */
static u32 edges_from(const struct skep_vcode *c, u32 slot, u32 next[3])
{
	const struct skep_vinsn *v = &c->insns[slot];
	u32 n;

	if (v->flags & SKEP_VI_SECOND) {
		next[0] = slot + 1;
		return 1;
	}
	n = skep_vcode_next(c, slot, next);
	if (is_reference(v))
		next[n++] = v->target;
	return n;
}

static bool fail_back_edge(u32 from, u32 to, struct skep_diag *d)
{
	skep_fail_at(d, SKEP_E_PERMISSION, skep_place_insn(from),
		     "instruction %u: goes back to %u, and a program without CAP_BPF has no loops",
		     from, to);
	return skep_hint(d, "load with CAP_BPF, or unroll the loop (#pragma unroll)");
}

static void push(struct search *s, u32 slot)
{
	s->state[slot] = OPEN;
	s->stack[s->depth++] = slot;
}

/* Follows the next edge of the slot on top, or leaves it. */
static bool step(struct search *s, struct skep_diag *d)
{
	u32 from = s->stack[s->depth - 1], next[3], to;

	if (s->edges[from] == edges_from(s->c, from, next)) {
		s->state[from] = DONE;
		s->depth--;
		return true;
	}
	to = next[s->edges[from]++];
	if (s->state[to] == NEW) {
		push(s, to);
		return true;
	}
	if (s->state[to] == DONE)
		return true;
	if (s->c->in.unprivileged)
		return fail_back_edge(from, to, d);
	if (s->c->func_of[from] == s->c->func_of[to])
		s->c->insns[to].flags |= SKEP_VI_LOOP_HEAD;
	return true;
}

static bool fail_unreachable(const struct search *s, u32 slot, struct skep_diag *d)
{
	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(slot),
		     "instruction %u: no path from the program's start leads here", slot);
	return skep_hint(d, s->c->insns[slot].flags & SKEP_VI_SUBPROG
				? "nothing that is reached calls this function: remove it"
				: "remove it, or the jump or exit before it that skips it");
}

static bool fail_middle(u32 slot, struct skep_diag *d)
{
	skep_fail_at(
	    d, SKEP_E_INVALID, skep_place_insn(slot),
	    "instruction %u: a jump goes into the middle of this 64-bit immediate, which takes "
	    "slots %u and %u",
	    slot, slot, slot + 1);
	return skep_hint(d, "distances count slots, of which this instruction has two");
}

/* In the order of the slots, as Linux does. */
static bool check_reached(const struct search *s, struct skep_diag *d)
{
	const struct skep_vcode *c = s->c;

	for (u32 i = 0; i < c->count; i++) {
		bool second = c->insns[i].flags & SKEP_VI_SECOND;

		if (!second && s->state[i] != DONE)
			return fail_unreachable(s, i, d);
		if (second && s->state[i] != NEW)
			return fail_middle(i - 1, d);
	}
	return true;
}

/* ---- what the walk needs to know of each */

static void checkpoint(struct skep_vcode *c, u32 slot, u32 more)
{
	c->insns[slot].flags |= SKEP_VI_CHECKPOINT | more;
}

static void mark_kernel_call(struct skep_vcode *c, u32 slot)
{
	const struct skep_vinsn *v = &c->insns[slot];
	struct skep_vcall call = {.flags = 0};

	checkpoint(c, slot + 1, 0);
	if (v->flags & SKEP_VI_MALFORMED || !c->in.call || !c->in.call(c->in.context, v, &call))
		return;
	c->ends_by_itself |= (call.flags & SKEP_VC_ITERATES) != 0;
	if (call.flags & SKEP_VC_LATER)
		checkpoint(c, slot, 0);
	if (call.flags & (SKEP_VC_CALLS_BACK | SKEP_VC_ITERATES))
		checkpoint(c, slot, SKEP_VI_FORCED);
	if (call.flags & SKEP_VC_CALLS_BACK) {
		c->insns[slot].flags |= SKEP_VI_CALLS_BACK;
		c->funcs[c->func_of[slot]].calls_back = true;
	}
}

static void mark_reference(struct skep_vcode *c, u32 slot, u32 *call_count)
{
	const struct skep_vinsn *v = &c->insns[slot];
	struct skep_vfunc *callee = &c->funcs[c->func_of[v->target]];
	struct skep_vfunc *f = &c->funcs[c->func_of[slot]];
	bool call = v->kind == SKEP_KIND_CALL;

	if (!f->call_count++)
		f->first_call = *call_count;
	c->calls[(*call_count)++] = slot;
	callee->is_called |= call;
	callee->is_callback |= !call;
	checkpoint(c, slot, 0);
	checkpoint(c, slot + (call ? 1 : 2), 0);
	checkpoint(c, v->target, 0);
}

static void mark_jump(struct skep_vcode *c, u32 slot)
{
	const struct skep_vinsn *v = &c->insns[slot];

	c->ends_by_itself |= v->kind == SKEP_KIND_MAY;
	if (skep_vinsn_branches(v))
		checkpoint(c, slot, v->kind == SKEP_KIND_MAY ? SKEP_VI_FORCED : 0);
	checkpoint(c, v->target, SKEP_VI_TARGET);
}

static void mark(struct skep_vcode *c)
{
	u32 call_count = 0;

	for (u32 i = 0; i < c->count; i++) {
		const struct skep_vinsn *v = &c->insns[i];

		if (is_reference(v))
			mark_reference(c, i, &call_count);
		else if (v->kind == SKEP_KIND_CALL)
			mark_kernel_call(c, i);
		else if (skep_vinsn_jumps(v))
			mark_jump(c, i);
	}
}

static u32 count_references(const struct skep_vcode *c)
{
	u32 n = 0;

	for (u32 i = 0; i < c->count; i++)
		n += is_reference(&c->insns[i]);
	return n;
}

bool skep_shape_flow(struct skep_vcode *c, struct skep_arena *arena, struct skep_diag *d)
{
	struct skep_arena own = {0};
	struct search s = {
	    .c = c,
	    .stack = skep_arena_array(&own, c->count, sizeof(*s.stack)),
	    .state = skep_arena_array(&own, c->count, 1),
	    .edges = skep_arena_array(&own, c->count, 1),
	};
	bool ok = s.stack && s.state && s.edges;

	c->calls = skep_arena_array(arena, count_references(c), sizeof(*c->calls));
	if (!ok || !c->calls) {
		skep_arena_fini(&own);
		return skep_fail_nomem(d);
	}
	push(&s, 0);
	while (ok && s.depth)
		ok = step(&s, d);
	if (ok && c->in.handler && s.state[c->in.handler] == NEW)
		push(&s, c->in.handler);
	while (ok && s.depth)
		ok = step(&s, d);
	ok = ok && check_reached(&s, d);
	skep_arena_fini(&own);
	if (ok)
		mark(c);
	return ok;
}
