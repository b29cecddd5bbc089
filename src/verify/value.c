/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory of a size that is known: values and keys of maps, what helpers hand out, buffers. */

#include "prog/specials.h"
#include "verify/kptr.h"
#include "verify/walk.h"
#include "verify/words.h"

static bool refuse_region(struct skep_walk *w, const struct skep_access *a, s64 off, u32 room)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);

	return skep_refuse(w, SKEP_RULE_BOUNDS, "%s %s of %s through r%u, which has %u bytes",
			   a->write ? "writes" : "reads", skep_words_bytes(w, off, a->size),
			   skep_words_target(w, r), a->reg, room);
}

static bool offset_fits(const struct skep_access *a, s64 off, u32 room)
{
	return off >= 0 && off + a->size <= room && (a->size || a->zero_size);
}

bool skep_region_holds(struct skep_walk *w, const struct skep_access *a, u32 room)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	s64 off = (s64)r->off + a->off;

	if (off >= 0 && off + a->size <= room)
		w->need = (struct skep_assumption){.kind = SKEP_ASSUME_ADDED,
						   .insn = w->now->insn,
						   .reg = a->reg,
						   .high = (u64)(room - off - a->size)};
	if (r->v.smin < 0 && (r->v.smin < INT32_MIN || r->v.smin + off < 0))
		return skep_refuse(w, SKEP_RULE_BOUNDS,
				   "what was added to r%u, a pointer to %s, may be negative%s",
				   a->reg, skep_words_target(w, r), skep_words_from(w, r->v.smin));
	if (!offset_fits(a, off + r->v.smin, room))
		return refuse_region(w, a, off + r->v.smin, room);
	if (r->v.umax >= SKEP_MAX_OFFSET)
		return skep_refuse(
		    w, SKEP_RULE_BOUNDS,
		    "what was added to r%u, a pointer to %s of %u bytes, has no upper bound",
		    a->reg, skep_words_target(w, r), room);
	if (!offset_fits(a, off + (s64)r->v.umax, room))
		return refuse_region(w, a, off + (s64)r->v.umax, room);
	/* Nothing is needed here: what is refused later has another cause. */
	w->need.high = 0;
	return true;
}

/* ---- values of maps */

static bool check_flags(struct skep_walk *w, const struct skep_access *a,
			const struct skep_map_desc *map)
{
	if (a->write && (map->flags & BPF_F_RDONLY_PROG))
		return skep_refuse(w, SKEP_RULE_READ_ONLY,
				   "map '%s' may not be written by programs", map->name);
	if (!a->write && (map->flags & BPF_F_WRONLY_PROG))
		return skep_refuse(w, SKEP_RULE_WRITE_ONLY, "map '%s' may not be read by programs",
				   map->name);
	return true;
}

/* Fields that only helpers may touch do not lie in the bytes, and pointers (*kptr) as a whole. */
static bool check_specials(struct skep_walk *w, const struct skep_access *a,
			   const struct skep_map_desc *map, const struct skep_special **kptr)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	s64 low = (s64)r->off + a->off + r->v.smin,
	    high = (s64)r->off + a->off + (s64)r->v.umax + a->size;

	for (u32 i = 0; i < map->special_count; i++) {
		const struct skep_special *s = &map->specials[i];

		if (low >= (s64)s->off + s->size || s->off >= high)
			continue;
		*kptr = s;
		if (!skep_special_is_kptr(s))
			return skep_refuse(
			    w, SKEP_RULE_SPECIAL,
			    "bytes %lld to %lld of a value of map '%s' hold part of its %s",
			    (long long)low, (long long)high - 1, map->name,
			    skep_special_name(s->kind));
	}
	return true;
}

static bool constant(const struct skep_walk *w, const struct skep_access *a, u64 *value)
{
	if (!skep_value_known(skep_walk_reg(w, a->reg), a->off, a->size, value))
		return false;
	if (a->sign)
		*value = (u64)((s64)(*value << (64 - 8 * a->size)) >> (64 - 8 * a->size));
	return true;
}

static bool access_map_value(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_map_desc *map = skep_walk_reg(w, a->reg)->of;
	const struct skep_special *kptr = NULL;
	struct skep_reg value;
	u64 number = 0;
	bool known;

	if (!check_flags(w, a, map) || !skep_region_holds(w, a, map->value_size) ||
	    !check_specials(w, a, map, &kptr))
		return false;
	if (kptr)
		return skep_kptr_access(w, a, kptr);
	if (a->write || a->value < 0)
		return true;
	known = constant(w, a, &number);
	skep_fact_value(w, known, number);
	value = known ? skep_reg_const(number) : skep_access_loaded(a);
	return skep_reg_set(w, (u32)a->value, value);
}

/* ---- the rest */

static bool access_sized(struct skep_walk *w, const struct skep_access *a, u32 room)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);

	if (a->write && (r->flags & SKEP_REG_F_RDONLY))
		return skep_refuse(w, SKEP_RULE_READ_ONLY,
				   "writes through r%u, a pointer to read-only %s", a->reg,
				   skep_words_target(w, r));
	if (!skep_region_holds(w, a, room))
		return false;
	return a->write || a->value < 0 || skep_reg_set(w, (u32)a->value, skep_access_loaded(a));
}

bool skep_value_access(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	const struct skep_map_desc *map = r->of;

	if (r->type == SKEP_REG_MAP_VALUE)
		return access_map_value(w, a);
	if (r->type != SKEP_REG_MAP_KEY)
		return access_sized(w, a, r->size);
	if (a->write)
		return skep_refuse(w, SKEP_RULE_READ_ONLY, "writes to a key of map '%s'",
				   map->name);
	return access_sized(w, a, map->key_size);
}

bool skep_anywhere_access(struct skep_walk *w, const struct skep_access *a)
{
	if (a->helper)
		return skep_refuse(
		    w, SKEP_RULE_NOT_POINTER,
		    "r%u leads to memory that nobody vouches for: the program may read "
		    "it, and pass it on to nobody",
		    a->reg);
	if (a->write)
		return skep_refuse(
		    w, SKEP_RULE_READ_ONLY,
		    "writes through r%u, a pointer to memory that nobody vouches for", a->reg);
	return a->value < 0 || skep_reg_set(w, (u32)a->value, skep_access_loaded(a));
}
