/* SPDX-License-Identifier: BSD-2-Clause */
/* Dynptrs that are written over. The dynptr is destroyed, and the slices that were got from it; one
 * that holds a reference may not be written over, or nobody could give it back. */
#include "verify/objects.h"

static void forget_slice(struct skep_reg *r, void *data)
{
	const u32 *id = data;

	if ((r->flags & SKEP_REG_F_SLICE) && (u32)r->range == *id)
		*r = skep_reg_scalar();
}

void skep_dynptr_forget(struct skep_vstate *s, u32 id)
{
	skep_state_each(s, forget_slice, &id);
}

static bool destroy(struct skep_walk *w, struct skep_frame *f, u32 slot)
{
	u32 first = f->slots[slot].reg.off ? slot : slot + 1, id = f->slots[slot].reg.id;

	if (f->slots[slot].reg.ref)
		return skep_refuse(
		    w, SKEP_RULE_REFERENCE,
		    "the dynptr at stack offset %d, whose record was not given back, "
		    "is written over",
		    -8 * (s32)(first + 1));
	f->slots[first] = f->slots[first - 1] = (struct skep_slot){0};
	skep_dynptr_forget(w->now, id);
	return true;
}

bool skep_dynptr_overwrite(struct skep_walk *w, struct skep_frame *f, s32 low, s32 high)
{
	u32 last = (u32)(-low - 1) / 8;

	for (u32 slot = (u32)-high / 8; slot <= last; slot++)
		if (slot < f->slot_count && skep_slot_is_dynptr(&f->slots[slot]) &&
		    !destroy(w, f, slot))
			return false;
	return true;
}
