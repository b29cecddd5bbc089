/* SPDX-License-Identifier: BSD-2-Clause */
#include "proved.h"

#include <stdlib.h>

#include "base/alloc.h"

void proved_init(struct proved *p, struct skep_fact *facts, const struct bpf_insn *insns, u32 count)
{
	*p = (struct proved){.facts = facts, .insns = insns, .last = PROVED_NOWHERE};
	p->rows = calloc(count, sizeof(*p->rows));
	for (u32 i = 0; i < count; i++) {
		p->rows[i] = skep_insn_decode(&insns[i], i, NULL);
		i += insns[i].code == SKEP_OPCODE_WIDE;
	}
}

void proved_fini(struct proved *p)
{
	skep_free(p->facts);
	free((void *)p->rows);
	*p = (struct proved){0};
}

/* A jump to the next instruction says nothing. */
static bool way_is_true(const struct proved *p, u32 insn)
{
	const struct skep_fact *f = &p->facts[p->last];
	s64 target = p->last + 1 + p->insns[p->last].off;

	if (target == p->last + 1)
		return true;
	return f->flags & (insn == target ? SKEP_FACT_JUMPS : SKEP_FACT_FALLS);
}

static const char *look_back(const struct proved *p, u32 insn, const u64 *r)
{
	const struct skep_fact *f = &p->facts[p->last];
	const struct skep_insn_row *row = p->rows[p->last];

	if (row->kind == SKEP_KIND_JUMP && !way_is_true(p, insn))
		return "a way that is never gone";
	if (row->kind == SKEP_KIND_LOAD && (f->flags & SKEP_FACT_KNOWN) &&
	    r[p->insns[p->last].dst_reg] != f->value)
		return "a load whose value was known";
	return NULL;
}

static bool touches(const struct proved *p, const struct skep_fact *f, u64 at)
{
	for (u32 i = 0; i < PROVED_PLACES; i++) {
		const struct proved_place *place = &p->places[i];

		if (place->type == f->memory && (!f->map || place->map == f->map) &&
		    at >= place->low && at < place->high)
			return true;
	}
	return false;
}

static bool divides_by_zero(const struct bpf_insn *i, const struct skep_insn_row *row, const u64 *r)
{
	return row->bits == 32 ? !(u32)r[i->src_reg] : !r[i->src_reg];
}

static const char *look_ahead(const struct proved *p, u32 insn, const u64 *r)
{
	const struct skep_fact *f = &p->facts[insn];
	const struct skep_insn_row *row = p->rows[insn];
	const struct bpf_insn *i = &p->insns[insn];
	u8 base = row->kind == SKEP_KIND_LOAD ? i->src_reg : i->dst_reg;
	bool memory = row->kind == SKEP_KIND_LOAD || row->kind == SKEP_KIND_STORE ||
		      row->kind == SKEP_KIND_ATOMIC;

	if (skep_fact_is_dead(f))
		return "dead code";
	if (memory && f->memory && !touches(p, f, r[base] + (u64)(s64)i->off))
		return "memory of another kind";
	if ((f->flags & SKEP_FACT_DIVIDES) && row->from == SKEP_FROM_X &&
	    divides_by_zero(i, row, r))
		return "a division by 0";
	return NULL;
}

const char *proved_look(struct proved *p, u32 insn, const u64 *r)
{
	const char *wrong = NULL;

	/* Frames of callers lie below. */
	p->places[PROVED_PLACES - 1] =
	    (struct proved_place){.type = SKEP_REG_STACK,
				  .low = r[10] - SKEP_CALL_FRAMES * SKEP_STACK_FRAME,
				  .high = r[10]};
	if (p->last != PROVED_NOWHERE)
		wrong = look_back(p, insn, r);
	if (!wrong)
		wrong = look_ahead(p, insn, r);
	p->last = insn;
	return wrong;
}

bool proved_key(const struct proved *p, u64 key)
{
	const struct skep_fact *f = &p->facts[p->last];

	return !(f->flags & SKEP_FACT_KNOWN) || f->value == key;
}
