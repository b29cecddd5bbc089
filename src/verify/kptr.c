/* SPDX-License-Identifier: BSD-2-Clause */
/* A field's type is the kernel's if the kernel has a struct of that name, else the program's own
 * (Linux: map_kptr_match_type, btf_ld_kptr_type). */
#include "verify/kptr.h"

#include <bpf/btf.h>

#include "verify/kernel.h"
#include "verify/kproto.h"
#include "verify/words.h"

enum { OWN_TYPES = 604, POINTER = 8 }; /* first Linux that keeps objects of programs in maps */

bool skep_special_is_kptr(const struct skep_special *s)
{
	return s->kind == SKEP_SPECIAL_KPTR || s->kind == SKEP_SPECIAL_KPTR_UNTRUSTED ||
	       s->kind == SKEP_SPECIAL_KPTR_PERCPU;
}

/* ---- types */

static const struct btf *types_of(const struct skep_reg *r)
{
	const struct skep_local *object = r->of;
	const struct skep_map_desc *map = r->of;

	return r->type == SKEP_REG_OBJECT ? object->btf : map->btf;
}

bool skep_kptr_type(struct skep_walk *w, const struct skep_reg *r, const struct skep_special *s,
		    struct skep_reg *kept)
{
	const struct btf *btf = types_of(r);
	const char *name = skep_types_name(btf, s->type_id);
	u16 flags = s->kind == SKEP_SPECIAL_KPTR_PERCPU ? SKEP_REG_F_PERCPU : 0;
	const struct skep_local *local;
	u32 id;

	if (!w->in->kernel)
		return skep_refuse(
		    w, SKEP_RULE_UNSUPPORTED,
		    "the field at offset %u holds pointers to struct %s, and no kernel's types "
		    "are known",
		    s->off, name);
	id = skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, name);
	if (id) {
		*kept = skep_kernel_pointer(w, id, flags);
		return true;
	}
	if (w->options->kernel && w->options->kernel < OWN_TYPES)
		return skep_refuse(w, SKEP_RULE_SPECIAL,
				   "the field at offset %u holds pointers to struct %s, which is "
				   "not the kernel's: Linux has that from 6.4 on",
				   s->off, name);
	local = skep_local_find(w, btf, s->type_id);
	if (!local)
		return false;
	*kept = skep_local_pointer(local, 0, flags);
	return true;
}

static bool refuse_pointer(struct skep_walk *w, u32 number, const struct skep_reg *kept)
{
	const struct skep_reg *r = skep_walk_reg(w, number);

	if (r->off && skep_reg_struct(r)[0])
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r%u points %d bytes into a %s, but the field is for %s", number,
				   r->off, skep_words_target(w, r), skep_words_reg(w, kept));
	return skep_refuse(w, SKEP_RULE_ARGUMENT, "r%u is %s, but the field is for %s", number,
			   skep_words_reg(w, r), skep_words_reg(w, kept));
}

/* ---- loads */

/* Whether what the field owns lives on under the RCU read lock. */
static bool lives_on(const struct skep_walk *w, const struct skep_special *s,
		     const struct skep_reg *kept)
{
	u16 version = (u16)w->options->kernel;
	const struct skep_kptr_row *row;

	if (s->kind == SKEP_SPECIAL_KPTR_UNTRUSTED)
		return false;
	if (s->kind == SKEP_SPECIAL_KPTR_PERCPU || kept->type == SKEP_REG_OBJECT)
		return true;
	row = skep_kptr_find(skep_kernel_name(w->in->kernel, kept->size), version);
	return row && row->rcu && (!version || row->rcu <= version);
}

static bool has_node(const struct skep_reg *r)
{
	return skep_local_has(r, SKEP_SPECIAL_LIST_NODE) || skep_local_has(r, SKEP_SPECIAL_RB_NODE);
}

static bool load(struct skep_walk *w, const struct skep_access *a, const struct skep_special *s)
{
	struct skep_reg r;

	if (!skep_kptr_type(w, skep_walk_reg(w, a->reg), s, &r))
		return false;
	if (!skep_kernel_in_rcu(w) || !lives_on(w, s, &r)) {
		r.flags = SKEP_REG_F_UNTRUSTED;
	} else {
		r.flags = SKEP_REG_F_RCU;
		r.flags |= s->kind == SKEP_SPECIAL_KPTR_PERCPU ? SKEP_REG_F_PERCPU : 0;
		r.flags |= has_node(&r) ? SKEP_REG_F_BORROWED : 0;
	}
	r.flags |= SKEP_REG_F_NULL;
	r.id = skep_walk_id(w);
	if (r.type == SKEP_REG_BTF)
		skep_walk_fact(w)->flags |= SKEP_FACT_KPTR;
	return skep_reg_set(w, (u32)a->value, r);
}

/* ---- stores, into fields that own nothing */

static bool fits(struct skep_walk *w, u32 number, const struct skep_reg *kept)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	bool kernel = kept->type == SKEP_REG_BTF;
	u16 allowed =
	    kernel ? SKEP_REG_F_NULL | SKEP_REG_F_TRUSTED | SKEP_REG_F_RCU | SKEP_REG_F_UNTRUSTED
		   : SKEP_REG_F_NULL;
	const struct btf *btf =
	    kernel ? skep_kernel_btf(w->in->kernel) : ((const struct skep_local *)kept->of)->btf;

	if (r->type != kept->type || (r->flags & ~allowed))
		return refuse_pointer(w, number, kept);
	if (!kernel && ((const struct skep_local *)r->of)->btf != btf)
		return refuse_pointer(w, number, kept);
	return skep_pointer_unmoved(w, number, false) &&
	       (skep_struct_begins(btf, r->size, r->off, kept->size) ||
		refuse_pointer(w, number, kept));
}

static bool store(struct skep_walk *w, const struct skep_access *a, const struct skep_special *s)
{
	struct skep_reg kept;

	if (s->kind != SKEP_SPECIAL_KPTR_UNTRUSTED)
		return skep_refuse(
		    w, SKEP_RULE_SPECIAL,
		    "the pointer at offset %u is owned by what it lies in: only bpf_kptr_xchg "
		    "changes it",
		    s->off);
	if (a->immediate && a->imm)
		return skep_refuse(
		    w, SKEP_RULE_SPECIAL,
		    "the number %d is stored into the pointer at offset %u: only NULL may be",
		    a->imm, s->off);
	if (a->immediate || skep_reg_is_zero(skep_walk_reg(w, (u32)a->value)))
		return true;
	return skep_kptr_type(w, skep_walk_reg(w, a->reg), s, &kept) &&
	       fits(w, (u32)a->value, &kept);
}

/* ---- both */

static bool check_place(struct skep_walk *w, const struct skep_access *a,
			const struct skep_special *s)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	s64 off = (s64)r->off + a->off + (s64)r->v.t.value;

	if (a->helper)
		return skep_refuse(w, SKEP_RULE_SPECIAL,
				   "memory behind r%u holds the pointer at offset %u of a map "
				   "value, which only loads, stores and bpf_kptr_xchg may touch",
				   a->reg, s->off);
	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(w, SKEP_RULE_SPECIAL,
				   "an offset that is not known may lead to the pointer at "
				   "offset %u of a map value",
				   s->off);
	if (off != s->off || a->size != POINTER)
		return skep_refuse(
		    w, SKEP_RULE_SPECIAL,
		    "bytes %lld to %lld of a map value hold part of the pointer at offset %u, "
		    "which is read and written as a whole",
		    (long long)off, (long long)off + a->size - 1, s->off);
	if (a->aligned)
		return skep_refuse(w, SKEP_RULE_SPECIAL,
				   "an atomic operation on the pointer at offset %u of a map "
				   "value: bpf_kptr_xchg exchanges it",
				   s->off);
	return true;
}

bool skep_kptr_access(struct skep_walk *w, const struct skep_access *a,
		      const struct skep_special *s)
{
	return check_place(w, a, s) && (a->write ? store(w, a, s) : load(w, a, s));
}

/* ---- bpf_kptr_xchg */

bool skep_kptr_takes(struct skep_walk *w, u32 number, const struct skep_reg *kept)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	u16 fixed = r->type == SKEP_REG_BTF ? SKEP_REG_F_PERCPU : UINT16_MAX;

	if (r->flags & SKEP_REG_F_NULL) {
		w->need = (struct skep_assumption){
		    .kind = SKEP_ASSUME_NOT_NULL, .insn = w->now->insn, .reg = number, .high = 1};
		return skep_refuse(w, SKEP_RULE_MAYBE_NULL,
				   "r%u, which may be NULL, is given to bpf_kptr_xchg", number);
	}
	if (r->type == kept->type && r->of == kept->of && r->size == kept->size && !r->off &&
	    (r->flags & fixed) == (kept->flags & fixed))
		return true;
	return refuse_pointer(w, number, kept);
}

static void keep_alive(struct skep_reg *r, void *data)
{
	const u32 *id = data;

	if (r->ref != *id)
		return;
	r->ref = 0;
	r->flags |= SKEP_REG_F_RCU;
}

/* Memory of each CPU lives on while the RCU read lock is held. */
bool skep_kptr_give(struct skep_walk *w, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	u32 id = r->ref;

	if (r->type == SKEP_REG_OBJECT && (r->flags & SKEP_REG_F_PERCPU) && skep_kernel_in_rcu(w))
		skep_state_each(w->now, keep_alive, &id);
	return skep_ref_release(w, id);
}
