/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/visit.h"

#include <string.h>

#include "base/alloc.h"
#include "verify/objects.h"
#include "verify/rank.h"
#include "verify/widen.h"

enum {
	IDS = 192,     /* pairs of ids in one comparison; more: the states count as different */
	FEW_JUMPS = 2, /* Linux: states closer together than this are not worth storing */
	FEW_INSNS = 8,
	LOOP_JUMPS = 20, /* ... and in loops this */
	LOOP_INSNS = 100,
	PATIENCE = 16,	    /* misses for each hit before a state is no longer looked at */
	LOOP_PATIENCE = 64, /* ... while a loop that ends by itself is looked at */
};

/* How states are compared. */
enum mode {
	COVERED, /* the old one allows all that the new one does */
	SAME,	 /* both are the same: the program makes no progress */
};

/* Ids of the old state and what they are called in the new one. */
struct pairs {
	u32 old[IDS], now[IDS];
	u32 count;
};

struct comparison {
	struct skep_walk *w;
	const struct skep_checkpoint *c;
	const struct skep_view *view;
	struct pairs ids;
	enum mode mode;
};

/* ---- what matters */

static u32 mix(u32 hash, u64 value)
{
	return (u32)((hash ^ value ^ value >> 32) * 0x9e3779b1u);
}

static struct skep_vneed top_need(const struct skep_vcode *code, u32 insn)
{
	return (struct skep_vneed){.live_regs = code->live_regs[insn],
				   .precise_regs = code->precise_regs[insn],
				   .live_stack = code->live_stack[insn],
				   .precise_stack = code->precise_stack[insn]};
}

/* Types of live registers are the same in equal states. */
static void look(const struct skep_walk *w, struct skep_view *view)
{
	const struct skep_vstate *s = w->now;

	view->signature = mix(s->depth, s->ref_count);
	for (u32 n = 0; n < s->depth; n++) {
		const struct skep_frame *f = s->frames[n];
		bool top = n + 1 == s->depth;

		view->need[n] = top ? top_need(&w->code, s->insn)
				    : skep_vcode_waiting(&w->code, s->frames[n + 1]->call_site);
		view->signature = mix(view->signature, (u64)f->func << 32 | f->call_site);
		for (u32 live = view->need[n].live_regs & 0x3ff; live; live &= live - 1) {
			const struct skep_reg *r = &f->r[__builtin_ctz(live)];

			view->signature = mix(view->signature, (u64)(uintptr_t)r->of + r->type +
								   ((u32)r->flags << 8));
		}
	}
}

/* ---- comparing */

static bool same_id(struct pairs *ids, u32 old, u32 now)
{
	if (!old || !now)
		return old == now;
	for (u32 i = 0; i < ids->count; i++) {
		if (ids->old[i] == old)
			return ids->now[i] == now;
		if (ids->now[i] == now)
			return false;
	}
	if (ids->count == IDS)
		return false;
	ids->old[ids->count] = old;
	ids->now[ids->count++] = now;
	return true;
}

static bool value_covered(const struct comparison *cmp, const struct skep_scalar *old,
			  const struct skep_scalar *now)
{
	return cmp->mode == SAME ? skep_scalar_equal(old, now) : skep_scalar_within(old, now);
}

/* Whether nothing else that matters has the id of a number of the current state. */
static bool is_lonely(const struct comparison *cmp, const struct skep_reg *number)
{
	u32 found = 0;

	for (u32 n = 0; n < cmp->w->now->depth; n++) {
		const struct skep_frame *f = cmp->w->now->frames[n];
		const struct skep_vneed *need = &cmp->view->need[n];

		for (u32 live = need->live_regs & 0x3ff; live; live &= live - 1)
			found += f->r[__builtin_ctz(live)].id == number->id;
		for (u32 i = 0; i < f->slot_count; i++)
			found += skep_slot_is_spill(&f->slots[i]) &&
				 skep_view_halves(need->live_stack, i) &&
				 f->slots[i].reg.id == number->id;
	}
	return found <= 1;
}

static bool number_covered(struct comparison *cmp, const struct skep_reg *old,
			   const struct skep_reg *now, bool precise)
{
	if (cmp->mode == COVERED && !precise)
		return true;
	if (!value_covered(cmp, &old->v, &now->v))
		return false;
	/* Ids that stand alone were taken out of the old one. */
	if (!old->id)
		return cmp->mode == COVERED || !now->id || is_lonely(cmp, now);
	return same_id(&cmp->ids, old->id, now->id) && old->off == now->off &&
	       old->size == now->size;
}

static bool range_covered(struct comparison *cmp, const struct skep_reg *old,
			  const struct skep_reg *now)
{
	if (old->type == SKEP_REG_ITER)
		return cmp->mode == COVERED || old->range == now->range;
	if (old->flags & SKEP_REG_F_SLICE)
		return same_id(&cmp->ids, (u32)old->range, (u32)now->range);
	if (old->range < 0 || now->range < 0 || cmp->mode == SAME)
		return old->range == now->range;
	return old->range <= now->range;
}

/* Two ways to write what has been added to a pointer may be one. */
static bool sum_covered(const struct comparison *cmp, const struct skep_reg *old,
			const struct skep_reg *now)
{
	struct skep_scalar sum = now->v, apart;

	if (old->off == now->off)
		return value_covered(cmp, &old->v, &now->v);
	if (!cmp->w->ranks || cmp->mode == SAME || skep_reg_is_packet(old))
		return false;
	apart = skep_scalar_const((u64)((s64)now->off - old->off));
	skep_scalar_alu(&sum, &apart, SKEP_ALU_ADD, 64);
	return skep_scalar_within(&old->v, &sum);
}

static bool pointer_covered(struct comparison *cmp, const struct skep_reg *old,
			    const struct skep_reg *now)
{
	return sum_covered(cmp, old, now) && old->of == now->of && old->flags == now->flags &&
	       old->frame == now->frame && old->size == now->size && range_covered(cmp, old, now) &&
	       same_id(&cmp->ids, old->id, now->id) && same_id(&cmp->ids, old->ref, now->ref);
}

static bool reg_covered(struct comparison *cmp, const struct skep_reg *old,
			const struct skep_reg *now, bool precise)
{
	if (old->type == SKEP_REG_NONE && cmp->mode == COVERED)
		return true;
	if (old->type != now->type)
		return false;
	if (old->type == SKEP_REG_NONE)
		return true;
	return old->type == SKEP_REG_SCALAR ? number_covered(cmp, old, now, precise)
					    : pointer_covered(cmp, old, now);
}

/* ---- comparing stacks */

static const struct skep_reg *old_reg(const struct comparison *cmp,
				      const struct skep_saved_slot *old)
{
	return &cmp->c->regs[old->reg];
}

static bool byte_covered(const struct comparison *cmp, u8 old, u8 now)
{
	if (old == now)
		return true;
	if (cmp->mode == SAME)
		return false;
	return old == SKEP_BYTE_NONE || (old == SKEP_BYTE_MISC && now == SKEP_BYTE_ZERO) ||
	       (old == SKEP_BYTE_MISC && cmp->w->uninit_stack && now < SKEP_BYTE_DYNPTR);
}

static bool bytes_covered(struct comparison *cmp, const struct skep_saved_slot *old,
			  const struct skep_slot *now)
{
	bool spill = false;

	for (u32 i = 0; i < 8; i++) {
		if (!(old->halves & (i >= 4 ? 1 : 2)))
			continue;
		if (!byte_covered(cmp, old->bytes[i], now->bytes[i]))
			return false;
		spill |= old->bytes[i] == SKEP_BYTE_SPILL || old->bytes[i] >= SKEP_BYTE_DYNPTR;
	}
	return !spill || reg_covered(cmp, old_reg(cmp, old), &now->reg, old->precise);
}

static bool slot_covered(struct comparison *cmp, const struct skep_saved_slot *old,
			 const struct skep_slot *now)
{
	struct skep_reg a, b;
	bool uninit = cmp->w->uninit_stack;

	if (skep_slot_number(old->bytes, old_reg(cmp, old), uninit, &a) &&
	    skep_slot_number(now->bytes, &now->reg, uninit, &b))
		return number_covered(cmp, &a, &b, old->precise);
	return bytes_covered(cmp, old, now);
}

/* ---- comparing frames */

static bool frame_covered(struct comparison *cmp, u32 n)
{
	static const struct skep_slot empty;
	const struct skep_saved_frame *old = &cmp->c->frames[n];
	const struct skep_frame *now = cmp->w->now->frames[n];
	const struct skep_reg *r = &cmp->c->regs[old->first_reg];

	if (old->func != now->func || old->call_site != now->call_site || old->kind != now->kind ||
	    old->rounds > now->rounds)
		return false;
	for (u32 live = old->regs; live; live &= live - 1) {
		u32 reg = (u32)__builtin_ctz(live);

		if (!reg_covered(cmp, r++, &now->r[reg], old->precise >> reg & 1))
			return false;
	}
	for (u32 i = 0; i < old->slot_count; i++) {
		const struct skep_saved_slot *slot = &cmp->c->slots[old->first_slot + i];

		if (!slot_covered(cmp, slot,
				  slot->number < now->slot_count ? &now->slots[slot->number]
								 : &empty))
			return false;
	}
	return true;
}

static bool refs_covered(struct comparison *cmp)
{
	const struct skep_vstate *now = cmp->w->now;
	const struct skep_checkpoint *c = cmp->c;

	if (c->ref_count != now->ref_count || c->rcu != now->rcu || c->preempt != now->preempt ||
	    c->in_later != now->in_later)
		return false;
	for (u32 i = 0; i < c->ref_count; i++)
		if (c->refs[i].kind != now->refs[i].kind || c->refs[i].of != now->refs[i].of ||
		    !same_id(&cmp->ids, c->refs[i].id, now->refs[i].id))
			return false;
	return true;
}

static bool covered(struct skep_walk *w, const struct skep_checkpoint *c,
		    const struct skep_view *view, enum mode mode)
{
	struct comparison cmp = {.w = w, .c = c, .view = view, .mode = mode};

	if (c->signature != view->signature || c->depth != w->now->depth)
		return false;
	cmp.ids.count = 0;
	if (!refs_covered(&cmp))
		return false;
	/* What differs is mostly in the innermost frame. */
	for (u32 n = w->now->depth; n-- > 0;)
		if (!frame_covered(&cmp, n))
			return false;
	return true;
}

/* ---- storing */

struct sizes {
	u32 regs, slots;
};

static bool needs_reg(const struct skep_slot *s)
{
	return skep_slot_is_spill(s) || s->bytes[0] >= SKEP_BYTE_DYNPTR ||
	       s->bytes[7] >= SKEP_BYTE_DYNPTR;
}

static struct sizes measure(const struct skep_vstate *s, const struct skep_view *view)
{
	struct sizes sizes = {0};

	for (u32 n = 0; n < s->depth; n++) {
		const struct skep_frame *f = s->frames[n];

		sizes.regs += (u32)__builtin_popcount(view->need[n].live_regs & 0x3ff);
		for (u32 i = 0; i < f->slot_count; i++) {
			if (!skep_view_halves(view->need[n].live_stack, i))
				continue;
			sizes.slots++;
			sizes.regs += needs_reg(&f->slots[i]);
		}
	}
	return sizes;
}

static struct skep_checkpoint *allocate(const struct skep_vstate *s, struct sizes sizes,
					size_t *bytes)
{
	struct skep_checkpoint *c;
	size_t regs = sizeof(*c), frames, refs, slots;

	regs = (regs + 15) & ~(size_t)15;
	frames = regs + sizes.regs * sizeof(struct skep_reg);
	refs = frames + s->depth * sizeof(struct skep_saved_frame);
	refs = (refs + 15) & ~(size_t)15;
	slots = refs + s->ref_count * sizeof(struct skep_ref);
	*bytes = slots + sizes.slots * sizeof(struct skep_saved_slot);
	c = skep_alloc(*bytes);
	if (!c)
		return NULL;
	c->regs = (struct skep_reg *)(void *)((u8 *)c + regs);
	c->frames = (struct skep_saved_frame *)(void *)((u8 *)c + frames);
	c->refs = (struct skep_ref *)(void *)((u8 *)c + refs);
	c->slots = (struct skep_saved_slot *)(void *)((u8 *)c + slots);
	return c;
}

static void save_slot(struct skep_checkpoint *c, const struct skep_slot *s, u32 number,
		      const struct skep_vneed *need)
{
	struct skep_saved_slot *saved = &c->slots[c->slot_count++];

	*saved =
	    (struct skep_saved_slot){.number = (u8)number,
				     .halves = skep_view_halves(need->live_stack, number),
				     .precise = skep_view_halves(need->precise_stack, number) != 0};
	memcpy(saved->bytes, s->bytes, sizeof(saved->bytes));
	if (!needs_reg(s))
		return;
	saved->reg = c->reg_count;
	c->regs[c->reg_count++] = s->reg;
}

static void save_frame(struct skep_checkpoint *c, const struct skep_frame *f,
		       const struct skep_vneed *need)
{
	struct skep_saved_frame *saved = &c->frames[f->number];

	*saved = (struct skep_saved_frame){.func = f->func,
					   .call_site = f->call_site,
					   .kind = f->kind,
					   .rounds = f->rounds,
					   .regs = need->live_regs & 0x3ff,
					   .precise = need->precise_regs,
					   .first_reg = c->reg_count,
					   .first_slot = c->slot_count};
	for (u32 live = saved->regs; live; live &= live - 1)
		c->regs[c->reg_count++] = f->r[__builtin_ctz(live)];
	for (u32 i = 0; i < f->slot_count; i++)
		if (skep_view_halves(need->live_stack, i))
			save_slot(c, &f->slots[i], i, need);
	saved->slot_count = (u16)(c->slot_count - saved->first_slot);
}

/* A number whose copies are all dead is linked to nothing. */
static void clear_lonely(struct skep_checkpoint *c)
{
	for (u32 i = 0; i < c->reg_count; i++) {
		u32 j = 0;

		if (c->regs[i].type != SKEP_REG_SCALAR || !c->regs[i].id)
			continue;
		while (j < c->reg_count && (j == i || c->regs[j].id != c->regs[i].id ||
					    c->regs[j].type != SKEP_REG_SCALAR))
			j++;
		if (j == c->reg_count)
			c->regs[i].id = 0;
	}
}

static bool store(struct skep_walk *w, const struct skep_view *view)
{
	struct skep_vstate *s = w->now;
	size_t bytes;
	struct skep_checkpoint *c = allocate(s, measure(s, view), &bytes);

	if (!c)
		return skep_fail_nomem(w->d);
	c->next = *skep_visit_list(w);
	c->parent = s->parent;
	c->open = 1;
	c->signature = view->signature;
	c->insn = s->insn;
	c->call_site = skep_state_frame(s)->call_site;
	c->depth = s->depth;
	c->ref_count = s->ref_count;
	c->rcu = s->rcu;
	c->unrolled = s->unrolled;
	c->may_gotos = s->may_gotos;
	c->preempt = s->preempt;
	c->in_later = s->in_later;
	memcpy(c->refs, s->refs, s->ref_count * sizeof(s->refs[0]));
	for (u32 n = 0; n < s->depth; n++)
		save_frame(c, s->frames[n], &view->need[n]);
	clear_lonely(c);
	*skep_visit_list(w) = c;
	s->parent = c;
	w->visited_then = w->visited;
	w->jumps_then = w->jumps;
	w->verdict->stats.states++;
	if (++w->listed > w->verdict->stats.peak_states)
		w->verdict->stats.peak_states = w->listed;
	w->verdict->stats.memory += bytes;
	return true;
}

/* ---- the visit */

/* Whether a state is worth its memory here. */
static bool worth_storing(const struct skep_walk *w, bool looping)
{
	u64 jumps = w->jumps - w->jumps_then, insns = w->visited - w->visited_then;

	if (skep_walk_insn(w)->flags & SKEP_VI_FORCED)
		return true;
	if (looping && jumps < LOOP_JUMPS && insns < LOOP_INSNS)
		return false;
	return jumps >= FEW_JUMPS && insns >= FEW_INSNS;
}

/* The slot of a stored state, or NULL. */
static const struct skep_reg *saved_reg(const struct skep_checkpoint *c, u32 frame, u32 slot)
{
	const struct skep_saved_frame *f = &c->frames[frame];

	for (u32 i = f->first_slot; i < (u32)f->first_slot + f->slot_count; i++)
		if (c->slots[i].number == slot && c->slots[i].bytes[0] == SKEP_BYTE_ITER)
			return &c->regs[c->slots[i].reg];
	return NULL;
}

/* Whether the iterator whose next element is asked for is the one of the stored state, and not at
 * its end: then coming back to the same state brings it nearer to it. */
static bool advances(const struct skep_walk *w, const struct skep_checkpoint *c)
{
	const struct skep_reg *r = skep_walk_reg(w, 1), *old, *now;
	s64 off = r->off + (s64)r->v.t.value;
	u32 slot = (u32)(-off - 1) / 8;

	if (r->type != SKEP_REG_STACK || off >= 0 || r->frame >= c->depth ||
	    slot >= w->now->frames[r->frame]->slot_count)
		return false;
	now = &w->now->frames[r->frame]->slots[slot].reg;
	old = saved_reg(c, r->frame, slot);
	return old && now->type == SKEP_REG_ITER && now->off == SKEP_ITER_ACTIVE &&
	       now->ref == old->ref;
}

static bool ends_by_itself(const struct skep_walk *w, const struct skep_checkpoint *c)
{
	const struct skep_vinsn *i = skep_walk_insn(w);

	if (i->kind == SKEP_KIND_MAY)
		return c->may_gotos != w->now->may_gotos;
	if (i->kind != SKEP_KIND_CALL || !(i->flags & SKEP_VI_FORCED))
		return false;
	return (i->flags & SKEP_VI_CALLS_BACK) || i->op != SKEP_CALL_BTF || advances(w, c);
}

/* Whether what ends by itself was passed since the stored state. */
static bool went_on(const struct skep_walk *w, const struct skep_checkpoint *c)
{
	return c->unrolled != w->now->unrolled || c->may_gotos != w->now->may_gotos;
}

/* States that are never met again leave the list. Only a state that makes room for another counts
 * as missed: else the rounds of a loop would drive out what earlier rounds have stored. */
static bool drop_useless(struct skep_walk *w, struct skep_checkpoint **at, bool adds)
{
	struct skep_checkpoint *c = *at;
	bool forced = skep_walk_insn(w)->flags & SKEP_VI_FORCED;
	u32 patience = forced && c->open ? LOOP_PATIENCE : PATIENCE;

	c->misses += adds;
	if (c->misses <= (c->hits + 1) * patience)
		return false;
	*at = c->next;
	/* What is below it may still point to it: freed with the rest. */
	c->next = w->unlisted;
	w->unlisted = c;
	w->listed--;
	return true;
}

static bool refuse_endless(struct skep_walk *w)
{
	return skep_refuse(
	    w, SKEP_RULE_LOOP,
	    "the loop comes back to instruction %u with nothing changed: it may never end",
	    w->now->insn);
}

enum skep_visit skep_visit(struct skep_walk *w)
{
	struct skep_checkpoint **at = skep_visit_list(w);
	bool adds = worth_storing(w, false), ends;
	u32 length = 0;
	struct skep_view view;

	if (!skep_loop_head(w))
		return SKEP_VISIT_FAILED;
	ends = skep_loops_end(w);
	look(w, &view);
	while (*at) {
		struct skep_checkpoint *c = *at;
		bool open;

		if (!skep_visit_is_here(w, c)) {
			at = &c->next;
			continue;
		}
		open = c->open && !ends && !ends_by_itself(w, c);
		length++;
		if (!open && covered(w, c, &view, COVERED)) {
			if (ends)
				w->ranks->used |= c->open != 0;
			c->hits++;
			w->verdict->stats.pruned++;
			return SKEP_VISIT_KNOWN;
		}
		if (open && !went_on(w, c) && covered(w, c, &view, SAME)) {
			refuse_endless(w);
			return SKEP_VISIT_FAILED;
		}
		if (open && !worth_storing(w, true))
			adds = false;
		if (!drop_useless(w, at, adds))
			at = &c->next;
	}
	if (length + 1 > w->verdict->stats.max_states_per_insn)
		w->verdict->stats.max_states_per_insn = length + 1;
	if (ends && !skep_widen(w, &view, &adds))
		return SKEP_VISIT_FAILED;
	if (adds && !store(w, &view))
		return SKEP_VISIT_FAILED;
	return SKEP_VISIT_NEW;
}

static void free_list(struct skep_checkpoint *c)
{
	while (c) {
		struct skep_checkpoint *next = c->next;

		skep_free(c);
		c = next;
	}
}

void skep_visit_forget(struct skep_walk *w)
{
	for (u32 i = 0; w->seen && i < w->code.count; i++) {
		free_list(w->seen[i]);
		w->seen[i] = NULL;
	}
	free_list(w->unlisted);
	w->unlisted = NULL;
	w->listed = 0;
}

void skep_visit_fini(struct skep_walk *w)
{
	skep_visit_forget(w);
	skep_free(w->seen);
}
