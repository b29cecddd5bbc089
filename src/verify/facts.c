/* SPDX-License-Identifier: BSD-2-Clause */
/* What is true of an instruction on all paths, gathered while they are followed.
 *
 * A path is not followed where a state has been looked at that allows as much: so what is noted of
 * the states that were looked at must hold for all that they stand for. It does for what is always
 * compared (types of registers, the places that pointers lead to) and for numbers that are precise
 * where they are read: branches, keys, the index of a tail call. A divisor need not be; and in a
 * function that several call it may be precise for one of them alone, whose use of the result makes
 * it so. */
#include "verify/walk.h"

/* Memory whose instructions are rewritten, or may fault: those are for it alone. */
static bool is_exclusive(u32 type)
{
	return type == SKEP_REG_CTX || type == SKEP_REG_SOCKET || type == SKEP_REG_SOCK_COMMON ||
	       type == SKEP_REG_TCP_SOCK || type == SKEP_REG_XDP_SOCK || type == SKEP_REG_BTF ||
	       type == SKEP_REG_ARENA;
}

/* A plain load may find the one or the other: Linux makes it one whose fault is caught. */
static bool is_caught(const struct skep_vinsn *i, u32 a, u32 b)
{
	u32 caught = 1u << SKEP_REG_BTF | 1u << SKEP_REG_MEM | 1u << SKEP_REG_ANYWHERE;

	return i->kind == SKEP_KIND_LOAD && i->op != SKEP_LOAD_ACQUIRE && caught >> a & 1 &&
	       caught >> b & 1;
}

u32 skep_fact_memory(struct skep_walk *w, const struct skep_reg *r)
{
	struct skep_fact *fact = skep_walk_fact(w);
	u32 before = fact->memory;

	fact->memory = r->type;
	if (r->type == SKEP_REG_ANYWHERE || r->type == SKEP_REG_MAP ||
	    (r->flags & SKEP_REG_F_UNTRUSTED))
		fact->flags |= SKEP_FACT_UNTRUSTED;
	if (r->type == SKEP_REG_MAP_VALUE)
		skep_fact_map(w, r->of);
	if (!before || before == r->type)
		return SKEP_REG_NONE;
	fact->flags |= SKEP_FACT_TYPES;
	if (is_caught(skep_walk_insn(w), before, r->type))
		return SKEP_REG_NONE;
	return is_exclusive(before) || is_exclusive(r->type) ? before : SKEP_REG_NONE;
}

/* 1 + the number of a map; 0 for one that came out of another map. */
static u32 number_of(const struct skep_walk *w, const struct skep_map_desc *map)
{
	for (u32 i = 0; i < w->in->map_count; i++)
		if (w->in->maps[i] == map)
			return i + 1;
	return 0;
}

void skep_fact_map(struct skep_walk *w, const struct skep_map_desc *map)
{
	struct skep_fact *fact = skep_walk_fact(w);
	u32 number = fact->map;

	if (!map || (fact->flags & SKEP_FACT_MAPS) || (number && w->in->maps[number - 1] == map))
		return;
	fact->map = (u16)number_of(w, map);
	if (number || !fact->map)
		fact->flags |= SKEP_FACT_MAPS;
}

void skep_fact_value(struct skep_walk *w, bool known, u64 value)
{
	struct skep_fact *fact = skep_walk_fact(w);

	if (!known || ((fact->flags & SKEP_FACT_KNOWN) && fact->value != value))
		fact->flags |= SKEP_FACT_VALUES;
	fact->flags |= SKEP_FACT_KNOWN;
	fact->value = value;
}

static bool stack_byte(const struct skep_frame *f, s64 off, u64 *byte)
{
	u32 slot = (u32)(-off - 1) / 8, at = (u32)(off + 8 * ((s64)slot + 1));
	const struct skep_slot *s = &f->slots[slot];

	if (slot >= f->slot_count)
		return false;
	*byte = s->bytes[at] == SKEP_BYTE_SPILL ? s->reg.v.t.value >> 8 * at & 0xff : 0;
	return s->bytes[at] == SKEP_BYTE_ZERO ||
	       (s->bytes[at] == SKEP_BYTE_SPILL && skep_reg_is_const(&s->reg));
}

static bool stack_bytes(const struct skep_walk *w, const struct skep_reg *r, u32 size, u64 *bytes)
{
	s64 off = r->off + (s64)r->v.t.value;
	u64 byte;

	*bytes = 0;
	if (!skep_scalar_is_const(&r->v))
		return false;
	for (u32 i = 0; i < size; i++) {
		if (!stack_byte(w->now->frames[r->frame], off + i, &byte))
			return false;
		*bytes |= byte << 8 * i;
	}
	return true;
}

void skep_fact_key(struct skep_walk *w, const struct skep_reg *r, u32 size)
{
	bool known = size == 4 || size == 8;
	u64 key = 0;

	if (r->type == SKEP_REG_STACK)
		known = known && stack_bytes(w, r, size, &key);
	else
		known =
		    known && r->type == SKEP_REG_MAP_VALUE && skep_value_known(r, 0, size, &key);
	skep_fact_value(w, known, key);
}

void skep_fact_divisor(struct skep_walk *w, const struct skep_vinsn *i,
		       const struct skep_scalar *divisor)
{
	bool alone = w->now->depth == 1;
	bool precise =
	    i->from == SKEP_FROM_K || (alone && w->code.precise_regs[w->now->insn] >> i->src & 1);
	bool zero = i->bits == 32 ? !divisor->umin32 : !divisor->umin;

	skep_walk_fact(w)->flags |= precise && !zero ? SKEP_FACT_DIVIDES : SKEP_FACT_ZERO;
}

static void settle(struct skep_fact *fact)
{
	if (fact->flags & SKEP_FACT_TYPES)
		fact->memory = SKEP_REG_NONE;
	if (fact->flags & SKEP_FACT_MAPS)
		fact->map = 0;
	if (fact->flags & (SKEP_FACT_VALUES | SKEP_FACT_TYPES))
		fact->flags &= (u16)~SKEP_FACT_KNOWN;
	if (!(fact->flags & SKEP_FACT_KNOWN))
		fact->value = 0;
	if (fact->flags & SKEP_FACT_ZERO)
		fact->flags &= (u16)~SKEP_FACT_DIVIDES;
	if (fact->flags & SKEP_FACT_NO_ARENA)
		fact->flags &= (u16)~SKEP_FACT_ARENA;
	fact->flags &= SKEP_FACT_SEEN | SKEP_FACT_JUMPS | SKEP_FACT_FALLS | SKEP_FACT_DIVIDES |
		       SKEP_FACT_KNOWN | SKEP_FACT_UNTRUSTED | SKEP_FACT_KPTR | SKEP_FACT_ARENA;
}

void skep_facts_settle(struct skep_fact *facts, u32 count)
{
	for (u32 i = 0; i < count; i++)
		settle(&facts[i]);
}
