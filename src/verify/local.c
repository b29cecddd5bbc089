/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/local.h"

#include <bpf/btf.h>

#include "verify/kernel.h"

static bool describe(struct skep_walk *w, struct skep_local *t)
{
	const struct btf_type *type = btf__type_by_id(t->btf, t->id);
	struct skep_specials_ask ask = {
	    .btf = t->btf, .version = w->options->kernel, .holder = SKEP_SPECIALS_OBJECT};
	int found;

	if (!type || !btf_is_struct(type))
		return skep_refuse(w, SKEP_RULE_ARGUMENT, "BTF type %u of the program is no struct",
				   t->id);
	t->size = type->size;
	found = skep_specials_find(&ask, t->id, t->specials);
	if (found < 0)
		return skep_refuse(w, SKEP_RULE_SPECIAL,
				   "the special fields of struct %s do not go together",
				   btf__name_by_offset(t->btf, type->name_off));
	for (s32 i = 0; i < found; i++)
		t->kinds |= 1u << t->specials[i].kind;
	t->special_count = (u32)found;
	/* Linux looks into structs with another special field. */
	if (t->kinds == 1u << SKEP_SPECIAL_RES_SPIN_LOCK)
		t->kinds = t->special_count = 0;
	return true;
}

const struct skep_local *skep_local_find(struct skep_walk *w, const struct btf *btf, u32 id)
{
	struct skep_local *t = w->locals;

	while (t && (t->btf != btf || t->id != id))
		t = t->next;
	if (t)
		return t;
	t = skep_arena_alloc(&w->arena, sizeof(*t));
	if (!t) {
		skep_fail_nomem(w->d);
		return NULL;
	}
	*t = (struct skep_local){.next = w->locals, .btf = btf, .id = id};
	if (!describe(w, t))
		return NULL;
	return w->locals = t;
}

struct skep_reg skep_local_pointer(const struct skep_local *type, u32 off, u16 flags)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_OBJECT);

	r.of = type;
	r.size = type->id;
	r.off = (s32)off;
	r.flags = flags;
	return r;
}

bool skep_local_has(const struct skep_reg *r, enum skep_special_kind kind)
{
	const struct skep_local *t = r->of;

	return r->type == SKEP_REG_OBJECT && t->kinds >> kind & 1;
}

const struct skep_special *skep_special_at(const struct skep_reg *r, enum skep_special_kind kind)
{
	const struct skep_local *t = r->of;
	const struct skep_map_desc *map = r->of;
	bool object = r->type == SKEP_REG_OBJECT;
	const struct skep_special *s = object ? t->specials : map->specials;
	u32 count = object ? t->special_count : map->special_count;
	s64 off = (s64)r->off + (s64)r->v.t.value;

	for (u32 i = 0; i < count; i++)
		if (s[i].kind == kind && s[i].off == off)
			return &s[i];
	return NULL;
}

/* ---- memory */

static bool check_pointer(struct skep_walk *w, const struct skep_access *a, s64 off)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);

	if (!w->leaks)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE,
				   "reading an object of the program needs CAP_PERFMON");
	if (!skep_scalar_is_const(&r->v) || r->v.t.value)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "an offset of the object in r%u that is not known", a->reg);
	if (off < 0)
		return skep_refuse(w, SKEP_RULE_BOUNDS, "offset %lld of the object in r%u",
				   (long long)off, a->reg);
	if (r->flags & SKEP_REG_F_PERCPU)
		return skep_refuse(w, SKEP_RULE_NOT_POINTER,
				   "r%u points to per-CPU memory: see bpf_per_cpu_ptr", a->reg);
	/* Linux still reads what may be in a list or a tree. */
	if ((r->flags & SKEP_REG_F_LAPSED) && !(r->flags & SKEP_REG_F_BORROWED))
		return skep_refuse(w, SKEP_RULE_NOT_POINTER,
				   "r%u was read under the RCU read lock, which has been given "
				   "back: the object may be gone",
				   a->reg);
	if (a->write && (r->flags & SKEP_REG_F_UNTRUSTED))
		return skep_refuse(w, SKEP_RULE_READ_ONLY,
				   "writes to the object in r%u, which may be gone", a->reg);
	return true;
}

/* Its type is only what a field says that it was read from: memory that may be read, no more. */
static bool is_guessed(const struct skep_reg *r)
{
	return (r->flags & SKEP_REG_F_UNTRUSTED) && !(r->flags & SKEP_REG_F_LAPSED);
}

static bool check_specials(struct skep_walk *w, const struct skep_access *a, s64 off)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	const struct skep_local *t = r->of;

	if (is_guessed(r))
		return true;
	for (u32 i = 0; i < t->special_count; i++)
		if (off < (s64)t->specials[i].off + t->specials[i].size &&
		    t->specials[i].off < off + a->size)
			return skep_refuse(
			    w, SKEP_RULE_SPECIAL,
			    "bytes %lld to %lld of the object in r%u hold part of its %s",
			    (long long)off, (long long)off + a->size - 1, a->reg,
			    skep_special_name(t->specials[i].kind));
	return true;
}

bool skep_local_access(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	struct skep_reg value = skep_access_loaded(a);
	const struct skep_local *t = r->of, *to;
	s64 off = (s64)r->off + a->off;
	struct skep_member m;

	if (!check_pointer(w, a, off) || !check_specials(w, a, off) ||
	    !skep_member_look(w, t->btf, t->id, &(struct skep_spot){off, a->size}, &m))
		return false;
	if (a->write || a->value < 0)
		return true;
	if (is_guessed(r) && m.pointer && btf_is_struct(btf__type_by_id(t->btf, m.id))) {
		to = skep_local_find(w, t->btf, m.id);
		if (!to)
			return false;
		value = skep_local_pointer(to, 0, SKEP_REG_F_UNTRUSTED);
	}
	return skep_reg_set(w, (u32)a->value, value);
}

/* ---- locks */

static void forget_borrowed(struct skep_reg *r, void *data)
{
	(void)data;
	if (r->type == SKEP_REG_OBJECT && (r->flags & SKEP_REG_F_BORROWED))
		*r = skep_reg_scalar();
}

void skep_local_return(struct skep_vstate *s)
{
	skep_state_each(s, forget_borrowed, NULL);
}
