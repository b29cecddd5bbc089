/* SPDX-License-Identifier: BSD-2-Clause */
/* Dynptrs in the stack: the register of both slots tells what it is (`size`: its kind, `off`: 1 for
 * the slot at the lower address, `id`: its own, `ref`: what has to be given back). What writing
 * over them does is in objects.c. */
#include "verify/dynptr.h"

#include <string.h>

#include "verify/call.h"
#include "verify/objects.h"

/* ---- slices */

struct skep_reg skep_dynptr_slice(struct skep_walk *w, const struct skep_dynptr *d, u32 size,
				  u16 flags)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_MEM);

	r.flags = flags | SKEP_REG_F_SLICE;
	if (d->kind >= SKEP_DYNPTR_SKB)
		r.flags |= SKEP_REG_F_PACKET;
	r.size = size;
	r.range = (s32)d->id;
	r.ref = d->ref;
	r.id = flags & SKEP_REG_F_NULL ? skep_walk_id(w) : 0;
	return r;
}

/* ---- where it lies */

/* The slot at the lower address; refuses what cannot be the place of a dynptr. */
static bool find_place(struct skep_walk *w, u32 number, u32 *slot)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	s64 off = r->off + (s64)r->v.t.value;

	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(w, SKEP_RULE_STACK,
				   "r%u points to a dynptr at a stack offset that is not known",
				   number);
	if (off % 8 || off > -SKEP_DYNPTR_BYTES || off < -SKEP_STACK_FRAME)
		return skep_refuse(
		    w, SKEP_RULE_STACK,
		    "r%u points to stack offset %lld: a dynptr has 16 bytes, aligned to 8", number,
		    (long long)off);
	*slot = (u32)(-off - 1) / 8;
	return true;
}

static bool write_both(struct skep_walk *w, u32 number)
{
	struct skep_access low = {.reg = number, .size = 8, .write = true, .value = -1};
	struct skep_access high = {.reg = number, .off = 8, .size = 8, .write = true, .value = -1};

	return skep_access(w, &low) && skep_access(w, &high);
}

bool skep_dynptr_make(struct skep_walk *w, u32 number, struct skep_dynptr made)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_DYNPTR);
	struct skep_frame *f;
	u32 slot = 0;

	if (skep_walk_reg(w, number)->type != SKEP_REG_STACK)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r%u is no pointer to the stack, where a dynptr is made",
				   number);
	if (!find_place(w, number, &slot) || !write_both(w, number))
		return false;
	if (made.kind == SKEP_DYNPTR_RINGBUF && !made.ref) {
		made.ref = skep_ref_take(w);
		if (!made.ref)
			return false;
	}
	f = w->now->frames[skep_walk_reg(w, number)->frame];
	r.size = made.kind;
	r.id = skep_walk_id(w);
	r.ref = made.ref;
	for (u32 i = 0; i < 2; i++) {
		r.off = i == 0;
		memset(f->slots[slot - i].bytes, SKEP_BYTE_DYNPTR, 8);
		f->slots[slot - i].reg = r;
	}
	return true;
}

static bool is_whole(const struct skep_frame *f, u32 slot)
{
	return slot < f->slot_count && skep_slot_is_dynptr(&f->slots[slot]) &&
	       f->slots[slot].reg.off && skep_slot_is_dynptr(&f->slots[slot - 1]);
}

bool skep_dynptr_find(struct skep_walk *w, u32 number, const char *who, struct skep_dynptr *found)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	const struct skep_frame *f;
	u32 slot = 0;

	if (r->type == SKEP_REG_DYNPTR) {
		if (!skep_pointer_unmoved(w, number, true))
			return false;
		*found = (struct skep_dynptr){.id = r->id, .kind = (u8)r->size, .read = true};
		return true;
	}
	if (r->type != SKEP_REG_STACK)
		return skep_refuse(w, SKEP_RULE_ARGUMENT, "r%u is %s, but %s wants a dynptr there",
				   number, skep_reg_words(r).text, who);
	if (!find_place(w, number, &slot))
		return false;
	f = w->now->frames[r->frame];
	if (!is_whole(f, slot))
		return skep_refuse(w, SKEP_RULE_UNINITIALISED,
				   "%s wants a dynptr in r%u, and there is none at stack offset %d",
				   who, number, -8 * (s32)(slot + 1));
	*found = (struct skep_dynptr){.id = f->slots[slot].reg.id,
				      .ref = f->slots[slot].reg.ref,
				      .kind = (u8)f->slots[slot].reg.size};
	return true;
}

bool skep_dynptr_end(struct skep_walk *w, u32 ref)
{
	for (u32 n = 0; n < w->now->depth; n++) {
		struct skep_frame *f = w->now->frames[n];

		for (u32 i = 0; i < f->slot_count; i++) {
			u32 id = f->slots[i].reg.id;

			if (!skep_slot_is_dynptr(&f->slots[i]) || f->slots[i].reg.ref != ref)
				continue;
			f->slots[i] = (struct skep_slot){0};
			skep_dynptr_forget(w->now, id);
		}
	}
	return skep_ref_release(w, ref);
}

/* ---- helpers */

static const char *const kind_names[] = {
    [SKEP_DYNPTR_LOCAL] = "the program's own memory",
    [SKEP_DYNPTR_GIVEN] = "whatever the function is given",
    [SKEP_DYNPTR_RINGBUF] = "a ring buffer",
    [SKEP_DYNPTR_SKB] = "a packet",
    [SKEP_DYNPTR_XDP] = "an XDP packet",
    [SKEP_DYNPTR_SKB_META] = "a packet's metadata",
};

static bool make_argument(struct skep_walk *w, u32 number, u16 flags)
{
	u8 kind = flags & SKEP_ARG_F_RINGBUF ? SKEP_DYNPTR_RINGBUF : SKEP_DYNPTR_LOCAL;

	return skep_dynptr_make(w, number, (struct skep_dynptr){.kind = kind});
}

static bool check_release(struct skep_walk *w, struct skep_calling *c, u32 number)
{
	if (c->dynptr.read || !c->dynptr.ref)
		return skep_refuse(w, SKEP_RULE_REFERENCE,
				   "the dynptr in r%u is released by %s, but holds no reference",
				   number, c->helper->symbol);
	c->release = number;
	return true;
}

bool skep_dynptr_argument(struct skep_walk *w, struct skep_calling *c, u32 number, u16 flags)
{
	if (flags & SKEP_ARG_F_UNINIT)
		return make_argument(w, number, flags);
	if (!skep_dynptr_find(w, number, c->helper->symbol, &c->dynptr))
		return false;
	if ((flags & SKEP_ARG_F_RELEASE) && !check_release(w, c, number))
		return false;
	if ((flags & SKEP_ARG_F_RINGBUF) && c->dynptr.kind != SKEP_DYNPTR_RINGBUF)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "%s wants a dynptr of a ring buffer in r%u, this one is of %s",
				   c->helper->symbol, number, kind_names[c->dynptr.kind]);
	return true;
}
