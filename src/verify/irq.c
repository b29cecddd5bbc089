/* SPDX-License-Identifier: BSD-2-Clause */
/* Saved interrupt flags take one slot of the stack, whose register has the reference that restoring
 * them gives back, and in `size` who has saved them. They are restored in the reverse of the order
 * in which they were saved (Linux: process_irq_flag). */
#include "verify/irq.h"

#include <string.h>

#include "verify/words.h"

enum { BYTES = 8 };

static bool find_place(struct skep_walk *w, u32 number, u32 *slot)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	s64 off = r->off + (s64)r->v.t.value;

	if (r->type != SKEP_REG_STACK)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r%u is %s: interrupt flags are kept on the stack", number,
				   skep_words_reg(w, r));
	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(
		    w, SKEP_RULE_STACK,
		    "r%u points to interrupt flags at a stack offset that is not known", number);
	if (off % BYTES || off > -BYTES || off < -SKEP_STACK_FRAME)
		return skep_refuse(
		    w, SKEP_RULE_STACK,
		    "r%u points to stack offset %lld: interrupt flags have 8 bytes, aligned to 8",
		    number, (long long)off);
	*slot = (u32)(-off - 1) / BYTES;
	return true;
}

static bool holds_flags(const struct skep_frame *f, u32 slot)
{
	return slot < f->slot_count && f->slots[slot].bytes[0] == SKEP_BYTE_IRQ;
}

bool skep_irq_save(struct skep_walk *w, u32 number, enum skep_irq_by by)
{
	struct skep_access a = {.reg = number, .size = BYTES, .write = true, .value = -1};
	struct skep_ref ref = {.insn = w->now->insn, .kind = SKEP_REF_IRQ};
	struct skep_reg r = skep_reg_pointer(SKEP_REG_IRQ);
	struct skep_frame *f;
	u32 slot = 0;

	if (!find_place(w, number, &slot))
		return false;
	f = w->now->frames[skep_walk_reg(w, number)->frame];
	if (holds_flags(f, slot))
		return skep_refuse(w, SKEP_RULE_STACK,
				   "r%u points to interrupt flags that were not restored", number);
	if (!skep_access(w, &a))
		return false;
	r.ref = ref.id = skep_walk_id(w);
	r.size = by;
	memset(f->slots[slot].bytes, SKEP_BYTE_IRQ, BYTES);
	f->slots[slot].reg = r;
	return skep_ref_hold(w, ref);
}

/* The flags that were saved last; there are some. */
static u32 newest(const struct skep_vstate *s)
{
	u32 i = s->ref_count - 1;

	while (s->refs[i].kind != SKEP_REF_IRQ)
		i--;
	return i;
}

bool skep_irq_restore(struct skep_walk *w, u32 number, enum skep_irq_by by)
{
	static const char *const savers[] = {"bpf_local_irq_save", "bpf_res_spin_lock_irqsave"};
	struct skep_frame *f;
	u32 slot = 0, last;

	if (!find_place(w, number, &slot))
		return false;
	f = w->now->frames[skep_walk_reg(w, number)->frame];
	if (!holds_flags(f, slot))
		return skep_refuse(w, SKEP_RULE_UNINITIALISED,
				   "r%u does not point to interrupt flags that were saved", number);
	if (f->slots[slot].reg.size != by)
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "the interrupt flags in r%u were saved by %s, and are restored "
				   "by what does not go with it",
				   number, savers[f->slots[slot].reg.size]);
	last = newest(w->now);
	if (w->now->refs[last].id != f->slots[slot].reg.ref)
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "interrupt flags are restored in the reverse of the order in "
				   "which they are saved: first those of instruction %u",
				   w->now->refs[last].insn);
	skep_ref_forget(w->now, last);
	f->slots[slot] = (struct skep_slot){0};
	return true;
}
