/* SPDX-License-Identifier: BSD-2-Clause */
/* Stack over call chains: at most 512 bytes together, and 256 above a tail call, which brings 512
 * of its own. Each frame counts in units of 16 bytes, as Linux's JIT lays them out. */
#include "verify/depth.h"

#include "verify/fastcall.h"

enum { TAIL_CALL_STACK = 256, UNIT = 16 };

struct chain {
	u32 func;
	u32 call;  /* the next of the function's calls to look at */
	u32 depth; /* bytes, this frame counted */
	bool tail_call;
};

static u32 frame_bytes(const struct skep_walk *w, u32 func)
{
	return (skep_fastcall_depth(w, func) + UNIT - 1) / UNIT * UNIT;
}

static bool refuse_depth(struct skep_walk *w, u32 frames, u32 depth)
{
	return skep_refuse(
	    w, SKEP_RULE_DEPTH,
	    "%u functions that call each other need %u bytes of stack, the limit is %d", frames,
	    depth, SKEP_STACK_FRAME);
}

/* Exceptions leave the program, not a function that somebody else has called. */
static bool check_throw(struct skep_walk *w, const struct chain *chain, u32 count)
{
	u32 slot = w->throws[chain[count - 1].func];

	for (u32 i = 0; slot && i < count; i++)
		if (w->backs[chain[i].func])
			return skep_refuse(w, SKEP_RULE_CALL,
					   "instruction %u throws an exception in a function that "
					   "is called back",
					   slot - 1);
	return true;
}

static bool check_handler(struct skep_walk *w, u32 slot)
{
	const struct skep_vinsn *i = &w->code.insns[slot];

	if (!w->handler || w->code.func_of[i->target] != w->handler || i->kind != SKEP_KIND_CALL)
		return true;
	return skep_refuse(w, SKEP_RULE_CALL, "instruction %u calls the handler of exceptions",
			   slot);
}

/* One more function of the chain. */
static bool descend(struct skep_walk *w, struct chain *chain, u32 *count, u32 func)
{
	struct chain *top = &chain[*count - 1];

	if (w->code.funcs[func].has_tail_call && top->depth >= TAIL_CALL_STACK)
		return skep_refuse(w, SKEP_RULE_DEPTH,
				   "function %u has a tail call and is called with %u bytes of "
				   "stack in use, the limit is %d",
				   func, top->depth, TAIL_CALL_STACK - 1);
	if (*count == SKEP_CALL_FRAMES)
		return skep_refuse(w, SKEP_RULE_DEPTH,
				   "functions call each other more than %d deep", SKEP_CALL_FRAMES);
	chain[*count] = (struct chain){func, 0, top->depth + frame_bytes(w, func), false};
	if (chain[*count].depth > SKEP_STACK_FRAME)
		return refuse_depth(w, *count + 1, chain[*count].depth);
	if (chain[*count].depth > w->verdict->stats.stack_depth)
		w->verdict->stats.stack_depth = chain[*count].depth;
	(*count)++;
	return check_throw(w, chain, *count);
}

/* What runs later does so on a stack of its own, unless it is called as well. */
static bool runs_later(const struct skep_walk *w, u32 slot)
{
	const struct skep_vinsn *i = &w->code.insns[slot];

	return i->kind != SKEP_KIND_CALL &&
	       w->func_does[w->code.func_of[i->target]] & SKEP_FUNC_LATER;
}

static bool check_from(struct skep_walk *w, u32 func)
{
	struct chain chain[SKEP_CALL_FRAMES] = {{func, 0, frame_bytes(w, func), false}};
	u32 count = 1;

	if (chain[0].depth > SKEP_STACK_FRAME)
		return refuse_depth(w, 1, chain[0].depth);
	if (chain[0].depth > w->verdict->stats.stack_depth)
		w->verdict->stats.stack_depth = chain[0].depth;
	if (!check_throw(w, chain, count))
		return false;
	while (count) {
		struct chain *top = &chain[count - 1];
		const struct skep_vfunc *f = &w->code.funcs[top->func];
		u32 slot;

		if (top->call == f->call_count) {
			count--;
			continue;
		}
		slot = w->code.calls[f->first_call + top->call++];
		if (!check_handler(w, slot))
			return false;
		if (!runs_later(w, slot) &&
		    !descend(w, chain, &count, w->code.func_of[w->code.insns[slot].target]))
			return false;
	}
	return true;
}

bool skep_depth_check(struct skep_walk *w, u32 func)
{
	if (!check_from(w, func))
		return false;
	for (u32 i = 1; i < w->code.func_count; i++)
		if (w->func_does[i] & SKEP_FUNC_LATER && !check_from(w, i))
			return false;
	return true;
}
