/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets: `range` bytes behind the base of a packet pointer are known to be in the packet, because
 * it was compared with the packet's end. Pointers with the same variable part share an id, and what
 * is learnt of one is learnt of all. */
#include "verify/walk.h"
#include "verify/words.h"

static void forget(struct skep_reg *r, void *data)
{
	const struct skep_walk *w = data;

	if (skep_reg_is_packet(r) || r->type == SKEP_REG_PACKET_END ||
	    (r->flags & SKEP_REG_F_PACKET))
		*r = w->leaks ? skep_reg_scalar() : (struct skep_reg){0};
}

void skep_packet_forget(struct skep_walk *w)
{
	skep_state_each(w->now, forget, w);
}

static bool check_program_type(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_prog_row *row = skep_prog_row(w->in->prog_type);
	u32 needed = a->write ? SKEP_PROG_T_PACKET_WRITE : SKEP_PROG_T_PACKET_READ;

	if (row->traits & needed)
		return true;
	return skep_refuse(w, SKEP_RULE_READ_ONLY,
			   "programs of type %s may not %s packets through pointers", row->name,
			   a->write ? "write to" : "read");
}

static bool refuse_range(struct skep_walk *w, const struct skep_access *a, s64 first, s32 range)
{
	s64 last = first + a->size - 1;

	if (first >= 0)
		w->need = (struct skep_assumption){.kind = SKEP_ASSUME_PACKET,
						   .insn = w->now->insn,
						   .reg = a->reg,
						   .high = (u64)(last + 1)};
	if (range < 0)
		return skep_refuse(w, SKEP_RULE_PACKET_BOUNDS,
				   "r%u is known to lie at the end of the packet or behind it, and "
				   "%u bytes are accessed there",
				   a->reg, a->size);
	if (a->size == 0)
		return skep_refuse(w, SKEP_RULE_PACKET_BOUNDS,
				   "r%u points %lld bytes into the packet, %d are proven", a->reg,
				   (long long)first, range);
	if (a->size == 1)
		return skep_refuse(w, SKEP_RULE_PACKET_BOUNDS,
				   "%s byte %lld of the packet through r%u, %d %s proven",
				   a->write ? "writes" : "reads", (long long)first, a->reg, range,
				   range == 1 ? "is" : "are");
	return skep_refuse(w, SKEP_RULE_PACKET_BOUNDS,
			   "%s bytes %lld to %lld of the packet through r%u, %d %s proven",
			   a->write ? "writes" : "reads", (long long)first, (long long)last, a->reg,
			   range, range == 1 ? "is" : "are");
}

bool skep_packet_access(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	s64 first = (s64)r->off + a->off;

	if (!check_program_type(w, a))
		return false;
	if (r->v.smin < 0)
		return skep_refuse(w, SKEP_RULE_PACKET_BOUNDS,
				   "what was added to r%u, a packet pointer, may be negative%s",
				   a->reg, skep_words_from(w, r->v.smin));
	if (r->range < 0 || first < 0 || first + a->size > r->range || (!a->size && !a->zero_size))
		return refuse_range(w, a, first, r->range);
	return a->write || a->value < 0 || skep_reg_set(w, (u32)a->value, skep_access_loaded(a));
}
