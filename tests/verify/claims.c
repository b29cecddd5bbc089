/* SPDX-License-Identifier: BSD-2-Clause */
#include "claims.h"

/* What is added to the base of a pointer, as one number. */
static struct skep_scalar offset_of(const struct skep_reg *r)
{
	struct skep_scalar v = r->v, off = skep_scalar_const((u64)(s64)r->off);

	skep_scalar_alu(&v, &off, SKEP_ALU_ADD, 64);
	return v;
}

static bool is_checked(const struct skep_walk *w, const struct skep_reg *r)
{
	switch (r->type) {
	case SKEP_REG_SCALAR:
	case SKEP_REG_CTX:
	case SKEP_REG_MAP_VALUE:
	case SKEP_REG_PACKET:
	case SKEP_REG_PACKET_END:
		return true;
	case SKEP_REG_STACK:
		return r->frame + 1u == w->now->depth;
	default:
		return false;
	}
}

static struct claim claim_of(const struct skep_walk *w, const struct skep_reg *r)
{
	struct claim claim = {.made = true, .type = r->type};

	claim.open = !is_checked(w, r);
	claim.null = r->flags & SKEP_REG_F_NULL;
	claim.v = r->type == SKEP_REG_SCALAR ? r->v : offset_of(r);
	if (r->type == SKEP_REG_PACKET)
		claim.proven = r->range > 0 && skep_scalar_is_const(&r->v) ? (s64)r->range - r->off
									   : INT32_MIN;
	return claim;
}

static void join(struct claim *to, const struct claim *from)
{
	if (!to->made) {
		*to = *from;
		return;
	}
	to->open |= from->open || to->type != from->type;
	to->null |= from->null;
	to->proven = to->proven < from->proven ? to->proven : from->proven;
	to->v = skep_scalar_join(&to->v, &from->v);
}

static bool is_live(const struct skep_walk *w, u32 slot)
{
	u64 word = w->code.live_stack[w->now->insn][slot / 32];

	return (word >> (2 * (slot % 32)) & 3) == 3;
}

/* Eight bytes of stack: a spilled register, zeros, or anything. */
static struct claim claim_of_slot(const struct skep_walk *w, const struct skep_slot *s)
{
	struct skep_reg zero = skep_reg_const(0);
	u32 spilled = 0, zeros = 0;

	for (u32 i = 0; i < 8; i++) {
		spilled += s->bytes[i] == SKEP_BYTE_SPILL;
		zeros += s->bytes[i] == SKEP_BYTE_ZERO;
	}
	if (spilled == 8)
		return claim_of(w, &s->reg);
	if (zeros == 8)
		return claim_of(w, &zero);
	return (struct claim){.made = true, .open = true};
}

void claims_add(struct claims *c, const struct skep_walk *w)
{
	const struct skep_frame *f = skep_walk_frame(w);

	c->seen = true;
	c->live = w->code.live_regs[w->now->insn];
	for (u32 n = 0; n < CLAIM_REGS; n++) {
		struct claim claim = claim_of(w, &f->r[n]);

		join(&c->regs[n], &claim);
	}
	for (u32 n = 0; n < CLAIM_SLOTS; n++) {
		struct claim claim = {.made = true, .open = true};

		if (n < f->slot_count && is_live(w, n))
			claim = claim_of_slot(w, &f->slots[n]);
		join(&c->slots[n], &claim);
	}
}
