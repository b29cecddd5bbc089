/* SPDX-License-Identifier: BSD-2-Clause */
/* What has to be given back before a program ends: sockets, records of ring buffers, locks. */
#include <string.h>

#include "verify/local.h"
#include "verify/words.h"

bool skep_ref_hold(struct skep_walk *w, struct skep_ref ref)
{
	struct skep_vstate *s = w->now;

	if (s->ref_count == SKEP_REFS)
		return skep_refuse(w, SKEP_RULE_REFERENCE,
				   "more than %d references are held at once", SKEP_REFS);
	s->refs[s->ref_count++] = ref;
	return true;
}

u32 skep_ref_take(struct skep_walk *w)
{
	u32 id = skep_walk_id(w);

	return skep_ref_hold(
		   w, (struct skep_ref){.id = id, .insn = w->now->insn, .kind = SKEP_REF_OBJECT})
		   ? id
		   : 0;
}

void skep_ref_forget(struct skep_vstate *s, u32 at)
{
	s->ref_count--;
	memmove(&s->refs[at], &s->refs[at + 1], (s->ref_count - at) * sizeof(s->refs[0]));
}

static void forget_with(struct skep_reg *r, void *data)
{
	const u32 *id = data;

	if (r->ref == *id)
		*r = skep_reg_scalar();
}

static bool forget(struct skep_vstate *s, u32 id)
{
	for (u32 i = 0; i < s->ref_count; i++) {
		if (s->refs[i].kind != SKEP_REF_OBJECT || s->refs[i].id != id)
			continue;
		skep_ref_forget(s, i);
		return true;
	}
	return false;
}

void skep_ref_drop(struct skep_vstate *s, u32 id)
{
	forget(s, id);
}

bool skep_ref_release(struct skep_walk *w, u32 id)
{
	if (!forget(w->now, id))
		return skep_refuse(
		    w, SKEP_RULE_REFERENCE,
		    "what is released here was not got from a helper, or was released before");
	skep_state_each(w->now, forget_with, &id);
	return true;
}

bool skep_ref_none(struct skep_walk *w, const char *what)
{
	const struct skep_vstate *s = w->now;

	for (u32 i = 0; i < s->ref_count; i++) {
		if (skep_ref_is_lock(&s->refs[i]))
			return skep_refuse(w, SKEP_RULE_LOCK,
					   "%s, and the lock taken at instruction %u is held", what,
					   s->refs[i].insn);
		if (s->refs[i].kind == SKEP_REF_IRQ)
			return skep_refuse(w, SKEP_RULE_LOCK,
					   "%s, and the interrupts that instruction %u has "
					   "switched off are not back on",
					   what, s->refs[i].insn);
		return skep_refuse(w, SKEP_RULE_REFERENCE,
				   "%s, and what %s got has not been released", what,
				   skep_words_call(w, s->refs[i].insn));
	}
	if (s->rcu)
		return skep_refuse(w, SKEP_RULE_LOCK, "%s, and the RCU read lock is held", what);
	if (s->preempt)
		return skep_refuse(w, SKEP_RULE_LOCK, "%s, and preemption is switched off", what);
	return true;
}

static bool has_timer(const struct skep_map_desc *map)
{
	for (u32 i = 0; i < map->special_count; i++)
		if (map->specials[i].kind == SKEP_SPECIAL_TIMER ||
		    map->specials[i].kind == SKEP_SPECIAL_WORKQUEUE ||
		    map->specials[i].kind == SKEP_SPECIAL_TASK_WORK)
			return true;
	return false;
}

void skep_reg_not_null(struct skep_reg *r)
{
	const struct skep_map_desc *map = r->of;

	r->flags &= (u16)~SKEP_REG_F_NULL;
	if (r->type == SKEP_REG_MAP_VALUE && map->inner) {
		r->type = SKEP_REG_MAP;
		r->of = map->inner;
		/* A timer belongs to the one map that it was looked up in. */
		r->size = has_timer(map->inner) ? r->id : 0;
	} else if (r->type == SKEP_REG_MAP_VALUE && map->type == BPF_MAP_TYPE_XSKMAP) {
		r->type = SKEP_REG_XDP_SOCK;
	} else if (r->type == SKEP_REG_MAP_VALUE &&
		   (map->type == BPF_MAP_TYPE_SOCKMAP || map->type == BPF_MAP_TYPE_SOCKHASH)) {
		r->type = SKEP_REG_SOCKET;
	} else if ((r->type == SKEP_REG_MAP_VALUE && map->special_count) ||
		   skep_local_has(r, SKEP_SPECIAL_SPIN_LOCK) ||
		   skep_local_has(r, SKEP_SPECIAL_RES_SPIN_LOCK)) {
		return; /* its lock is known by this id */
	}
	r->id = 0;
}
