/* SPDX-License-Identifier: BSD-2-Clause */
/* A lock is known by the map or the type that it lies in, and by the id of the pointer that it was
 * reached through: two lookups may find the same lock, which bpf_res_spin_lock sees when it runs. A
 * program holds one bpf_spin_lock at most, and resilient ones as a stack (Linux:
 * process_spin_lock). The lock of a tree may be given back by the function that orders it: taking
 * it again can fail, and on that way it is missed when the function is called the next time. */
#include "verify/lock.h"

#include "verify/call.h"
#include "verify/kernel.h"
#include "verify/local.h"

static bool is_of(const struct skep_ref *ref, const struct skep_reg *r)
{
	return skep_ref_is_lock(ref) && ref->of == r->of && ref->id == r->id;
}

/* NULL: it is not held. */
static const struct skep_ref *find(const struct skep_vstate *s, const struct skep_reg *r)
{
	for (u32 i = 0; i < s->ref_count; i++)
		if (is_of(&s->refs[i], r))
			return &s->refs[i];
	return NULL;
}

static const struct skep_ref *newest(const struct skep_vstate *s)
{
	for (u32 i = s->ref_count; i-- > 0;)
		if (skep_ref_is_lock(&s->refs[i]))
			return &s->refs[i];
	return NULL;
}

bool skep_lock_ordering(const struct skep_vstate *s)
{
	for (u32 n = 1; n < s->depth; n++)
		if (s->frames[n]->kind == SKEP_FRAME_CALLBACK &&
		    s->frames[n]->helper == SKEP_CALLBACK_LESS)
			return true;
	return false;
}

bool skep_lock_held(const struct skep_vstate *s, const struct skep_reg *r)
{
	return find(s, r) != NULL;
}

bool skep_lock_take(struct skep_walk *w, enum skep_ref_kind kind)
{
	const struct skep_reg *r = skep_walk_reg(w, 1);
	const struct skep_ref *held = find(w->now, r);

	if (kind == SKEP_REF_LOCK && skep_lock_ordering(w->now))
		return skep_refuse(w, SKEP_RULE_LOCK, "a lock is taken while a tree is ordered");
	if (held && held->kind != SKEP_REF_LOCK)
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "the lock in r1 is held already: it was taken at instruction %u",
				   held->insn);
	return skep_ref_hold(
	    w, (struct skep_ref){.id = r->id, .insn = w->now->insn, .kind = (u8)kind, .of = r->of});
}

static bool refuse_unlock(struct skep_walk *w, const struct skep_ref *last,
			  const struct skep_ref *held, enum skep_ref_kind kind)
{
	if (!last)
		return skep_refuse(w, SKEP_RULE_LOCK, "a lock is given back that is not held");
	if (held && held->kind != kind)
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "the lock in r1 was taken at instruction %u by another function "
				   "than the one that goes with this",
				   held->insn);
	if (held)
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "locks are given back in the reverse of the order in which they "
				   "are taken: first the one taken at instruction %u",
				   last->insn);
	return skep_refuse(w, SKEP_RULE_LOCK,
			   "another lock is held: the one taken at instruction %u", last->insn);
}

bool skep_lock_give(struct skep_walk *w, enum skep_ref_kind kind)
{
	struct skep_vstate *s = w->now;
	const struct skep_reg *r = skep_walk_reg(w, 1);
	const struct skep_ref *last = newest(s);

	if (kind == SKEP_REF_LOCK && skep_lock_ordering(s))
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "a lock is given back while a tree is ordered");
	if (!last || !is_of(last, r) || last->kind != kind)
		return refuse_unlock(w, last, find(s, r), kind);
	skep_ref_forget(s, (u32)(last - s->refs));
	skep_local_return(s);
	skep_rcu_unlocked(w);
	return true;
}
