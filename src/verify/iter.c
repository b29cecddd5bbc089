/* SPDX-License-Identifier: BSD-2-Clause */
/* Iterators in the stack. The register of each of their slots has the struct's id in `size`, the
 * state in `off`, and in `range` how often next has given an element on this path, so that a loop
 * over elements is not taken for one without progress. The slot at the lowest address has the
 * reference that destroying the iterator gives back. */
#include "verify/iter.h"

#include <string.h>

#include "verify/kernel.h"
#include "verify/objects.h"
#include "verify/undecided.h"

static bool find_place(struct skep_walk *w, u32 number, const struct skep_karg *arg,
		       struct skep_iter *it)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	s64 off = r->off + (s64)r->v.t.value;

	if (r->type != SKEP_REG_STACK)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r%u is %s, where an iterator on the stack is wanted", number,
				   skep_reg_words(r).text);
	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(w, SKEP_RULE_STACK,
				   "r%u points to an iterator at a stack offset that is not known",
				   number);
	if (off % 8 || off > -(s64)arg->size || off < -SKEP_STACK_FRAME)
		return skep_refuse(
		    w, SKEP_RULE_STACK,
		    "r%u points to stack offset %lld: the iterator has %u bytes, aligned to 8",
		    number, (long long)off, arg->size);
	*it = (struct skep_iter){
	    .frame = r->frame, .slot = (u32)(-off - 1) / 8, .slots = arg->size / 8};
	return true;
}

static bool holds_iterator(const struct skep_slot *s)
{
	return s->bytes[0] == SKEP_BYTE_ITER;
}

/* Slots that a frame does not have yet count as empty. */
static const struct skep_slot *slot_at(const struct skep_walk *w, const struct skep_iter *it, u32 i)
{
	static const struct skep_slot empty;
	const struct skep_frame *f = w->now->frames[it->frame];

	return it->slot - i < f->slot_count ? &f->slots[it->slot - i] : &empty;
}

static struct skep_slot *first_slot(const struct skep_vstate *s, const struct skep_iter *it)
{
	return &s->frames[it->frame]->slots[it->slot];
}

/* ---- new */

static bool write_all(struct skep_walk *w, u32 number, const struct skep_iter *it)
{
	for (u32 i = 0; i < it->slots; i++) {
		struct skep_access a = {
		    .reg = number, .off = (s32)(8 * i), .size = 8, .write = true, .value = -1};

		if (holds_iterator(slot_at(w, it, i)))
			return skep_refuse(w, SKEP_RULE_STACK,
					   "r%u points to an iterator that was not destroyed",
					   number);
		if (!skep_access(w, &a))
			return false;
	}
	return true;
}

bool skep_iter_make(struct skep_walk *w, u32 number, const struct skep_karg *arg, bool in_rcu)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_ITER);
	struct skep_iter it;

	if (!find_place(w, number, arg, &it) || !write_all(w, number, &it))
		return false;
	r.ref = skep_ref_take(w);
	if (!r.ref)
		return false;
	r.size = arg->id;
	r.off = SKEP_ITER_ACTIVE;
	if (in_rcu)
		r.flags = skep_kernel_in_rcu(w) ? SKEP_REG_F_RCU : SKEP_REG_F_UNTRUSTED;
	for (u32 i = 0; i < it.slots; i++) {
		struct skep_slot *s = &w->now->frames[it.frame]->slots[it.slot - i];

		memset(s->bytes, SKEP_BYTE_ITER, sizeof(s->bytes));
		s->reg = r;
		r.ref = 0;
	}
	return true;
}

/* ---- use */

static bool is_part(const struct skep_slot *s, const struct skep_karg *arg, bool first)
{
	return holds_iterator(s) && s->reg.size == arg->id && (s->reg.ref != 0) == first;
}

bool skep_iter_find(struct skep_walk *w, u32 number, const struct skep_karg *arg,
		    struct skep_iter *found)
{
	if (!find_place(w, number, arg, found))
		return false;
	for (u32 i = 0; i < found->slots; i++)
		if (!is_part(slot_at(w, found, i), arg, i == 0))
			return skep_refuse(w, SKEP_RULE_UNINITIALISED,
					   "r%u does not point to a struct %s that was made",
					   number, skep_kernel_name(w->in->kernel, arg->id));
	found->ref = slot_at(w, found, 0)->reg.ref;
	found->flags = slot_at(w, found, 0)->reg.flags;
	if (found->flags & SKEP_REG_F_UNTRUSTED)
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "the iterator in r%u is used outside of the RCU read lock that "
				   "it was made under",
				   number);
	return true;
}

bool skep_iter_end(struct skep_walk *w, const struct skep_iter *it)
{
	for (u32 i = 0; i < it->slots; i++)
		w->now->frames[it->frame]->slots[it->slot - i] = (struct skep_slot){0};
	return skep_ref_release(w, it->ref);
}

bool skep_iter_next(struct skep_walk *w, const struct skep_iter *it)
{
	struct skep_slot *s = first_slot(w->now, it);
	struct skep_vstate *other;

	if (s->reg.off == SKEP_ITER_ACTIVE) {
		other = skep_path_fork(w, w->now->insn + 1, 1);
		if (!other || !skep_undecided_forget(w, other))
			return false;
		first_slot(other, it)->reg.range++;
		skep_reg_not_null(&skep_state_frame(other)->r[0]);
	}
	s->reg.off = SKEP_ITER_DRAINED;
	return skep_reg_set(w, 0, skep_reg_const(0));
}
