/* SPDX-License-Identifier: BSD-2-Clause */
/* Blocks: a block starts at a function, at a jump's target and behind a jump or exit; calls are
 * inside. And the order of functions, callees before their callers where there is no recursion. */
#include "verify/live.h"

static bool ends_block(const struct skep_vinsn *v)
{
	return skep_vinsn_jumps(v) || v->kind == SKEP_KIND_EXIT;
}

static bool starts_block(const struct skep_vcode *c, u32 slot)
{
	return (c->insns[slot].flags & (SKEP_VI_SUBPROG | SKEP_VI_TARGET)) ||
	       ends_block(&c->insns[slot - 1]);
}

static u32 count_blocks(const struct skep_vcode *c)
{
	u32 n = 1;

	for (u32 i = 1; i < c->count; i++)
		n += starts_block(c, i);
	return n;
}

static void cut(struct skep_live *l)
{
	const struct skep_vcode *c = l->c;
	u32 n = 0;

	for (u32 i = 1; i <= c->count; i++) {
		if (i < c->count && !starts_block(c, i))
			continue;
		l->blocks[n].end = i;
		if (i == c->count)
			break;
		l->blocks[++n].start = i;
		l->block_at[i] = n;
	}
	for (u32 f = 0; f < c->func_count; f++) {
		l->funcs[f].first_block = l->block_at[c->funcs[f].start];
		l->funcs[f].end_block =
		    f + 1 < c->func_count ? l->block_at[c->funcs[f + 1].start] : l->block_count;
	}
}

static u32 last_slot(const struct skep_vcode *c, const struct skep_block *b)
{
	return b->end - 1 - ((c->insns[b->end - 1].flags & SKEP_VI_SECOND) != 0);
}

static void connect(struct skep_live *l)
{
	u32 total = 0;

	for (u32 i = 0; i < l->block_count; i++) {
		struct skep_block *b = &l->blocks[i];
		u32 next[2], n = skep_vcode_next(l->c, last_slot(l->c, b), next);

		b->next_count = (u16)n;
		for (u32 k = 0; k < n; k++) {
			b->next[k] = l->block_at[next[k]];
			l->blocks[b->next[k]].pred_count++;
		}
	}
	for (u32 i = 0; i < l->block_count; i++) {
		l->blocks[i].first_pred = total;
		total += l->blocks[i].pred_count;
		l->blocks[i].pred_count = 0;
	}
	for (u32 i = 0; i < l->block_count; i++)
		for (u32 k = 0; k < l->blocks[i].next_count; k++) {
			struct skep_block *to = &l->blocks[l->blocks[i].next[k]];

			l->preds[to->first_pred + to->pred_count++] = i;
		}
}

/* Depth first over the calls, from the entry; every function is reached. */
static void order_functions(struct skep_live *l)
{
	const struct skep_vcode *c = l->c;
	u32 way[SKEP_VCODE_FUNCTIONS], next[SKEP_VCODE_FUNCTIONS] = {0}, depth = 1, done = 0;
	bool seen[SKEP_VCODE_FUNCTIONS] = {true};

	way[0] = 0;
	while (depth) {
		u32 f = way[depth - 1], callee;

		if (next[f] == c->funcs[f].call_count) {
			l->order[done++] = (u8)f;
			depth--;
			continue;
		}
		callee = c->func_of[c->insns[c->calls[c->funcs[f].first_call + next[f]++]].target];
		if (!seen[callee])
			way[depth++] = callee;
		seen[callee] = true;
	}
}

bool skep_live_blocks(struct skep_live *l, struct skep_arena *arena)
{
	u32 slots = l->c->count;

	l->block_count = count_blocks(l->c);
	l->blocks = skep_arena_array(arena, l->block_count, sizeof(*l->blocks));
	l->preds = skep_arena_array(arena, l->block_count, 2 * sizeof(*l->preds));
	l->block_at = skep_arena_array(arena, slots, sizeof(*l->block_at));
	l->funcs = skep_arena_array(arena, l->c->func_count, sizeof(*l->funcs));
	l->order = skep_arena_array(arena, l->c->func_count, 1);
	if (!l->blocks || !l->preds || !l->block_at || !l->funcs || !l->order)
		return false;
	cut(l);
	connect(l);
	order_functions(l);
	return true;
}
