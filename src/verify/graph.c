/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/graph.h"

#include <bpf/btf.h>
#include <string.h>

#include "verify/call.h"
#include "verify/kernel.h"
#include "verify/lock.h"
#include "verify/words.h"

enum { PERCPU_MAX = 512, NESTED = 8 }; /* bytes of an object for each CPU (Linux) */

static bool refuse_type(struct skep_walk *w, const struct skep_kcall *c, u32 number,
			const char *wanted)
{
	return skep_refuse(w, SKEP_RULE_ARGUMENT, "r%u is %s, but argument %u of %s is %s", number,
			   skep_words_reg(w, skep_walk_reg(w, number)), number, c->f.name, wanted);
}

static bool is_named(const struct skep_kcall *c, const char *name)
{
	return strcmp(c->f.name, name) == 0;
}

/* ---- arguments */

static bool owns(const struct skep_reg *r)
{
	return r->type == SKEP_REG_OBJECT && !r->flags && r->ref;
}

/* In a list or tree, or somewhere else as long as the RCU read lock is held. */
static bool borrows(const struct skep_reg *r)
{
	return r->type == SKEP_REG_OBJECT && (r->flags & SKEP_REG_F_BORROWED) &&
	       !(r->flags & ~(SKEP_REG_F_BORROWED | SKEP_REG_F_RCU));
}

bool skep_graph_object(struct skep_walk *w, struct skep_kcall *c, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	u16 flags = is_named(c, "bpf_percpu_obj_drop_impl") ? SKEP_REG_F_PERCPU : 0;

	if (r->type != SKEP_REG_OBJECT || r->flags != flags || !r->ref)
		return refuse_type(w, c, number, "an object that the program owns");
	c->object = r->of;
	return true;
}

bool skep_graph_counted(struct skep_walk *w, struct skep_kcall *c, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(w, number);

	if (r->type != SKEP_REG_OBJECT || (r->flags & (SKEP_REG_F_UNTRUSTED | SKEP_REG_F_PERCPU)))
		return refuse_type(w, c, number, "an object that the program allocated");
	if (!skep_local_has(r, SKEP_SPECIAL_REFCOUNT))
		return refuse_type(w, c, number, "an object with a bpf_refcount");
	/* Linux lets it be, and counts somewhere else. */
	if (r->off)
		return refuse_type(w, c, number, "the start of an object");
	c->object = r->of;
	c->owns = owns(r);
	return true;
}

bool skep_graph_root(struct skep_walk *w, struct skep_kcall *c, u32 number,
		     const struct skep_karg *arg)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	const char *name = skep_special_name(arg->special);
	const struct skep_map_desc *map = r->of;
	const struct skep_local *object = r->of;

	if (!(r->type == SKEP_REG_MAP_VALUE && !r->flags) && !owns(r))
		return refuse_type(w, c, number, "in a map value or an object that is owned");
	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(w, SKEP_RULE_SPECIAL, "r%u: the offset of the %s is not known",
				   number, name);
	c->root = skep_special_at(r, arg->special);
	if (!c->root)
		return skep_refuse(w, SKEP_RULE_SPECIAL, "r%u: there is no %s at offset %lld",
				   number, name, (long long)(r->off + (s64)r->v.t.value));
	if (!skep_lock_held(w->now, r))
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "%s: the lock beside the %s in r%u is not held", c->f.name, name,
				   number);
	c->element = skep_local_find(w, r->type == SKEP_REG_OBJECT ? object->btf : map->btf,
				     c->root->type_id);
	return c->element != NULL;
}

/* Nodes that are in a tree are taken out or followed; others are put in. */
static bool check_owner(struct skep_walk *w, const struct skep_kcall *c, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(w, number);
	bool inside = is_named(c, "bpf_rbtree_remove") || is_named(c, "bpf_rbtree_left") ||
		      is_named(c, "bpf_rbtree_right");

	if (!inside)
		return owns(r) || refuse_type(w, c, number, "in an object that is owned");
	if (!owns(r) && !borrows(r))
		return refuse_type(w, c, number, "in an object of a tree");
	if (skep_lock_ordering(w->now))
		return skep_refuse(w, SKEP_RULE_LOCK, "%s is called while a tree is ordered",
				   c->f.name);
	return true;
}

bool skep_graph_node(struct skep_walk *w, struct skep_kcall *c, u32 number,
		     const struct skep_karg *arg)
{
	const struct skep_reg *r = skep_walk_reg(w, number);

	if (!check_owner(w, c, number))
		return false;
	if (!skep_scalar_is_const(&r->v) || !skep_special_at(r, arg->special))
		return skep_refuse(w, SKEP_RULE_SPECIAL, "r%u: there is no %s at offset %d", number,
				   skep_special_name(arg->special), r->off);
	if (r->of != c->element)
		return skep_refuse(
		    w, SKEP_RULE_ARGUMENT,
		    "r%u points to a struct %s, and r1 has nodes of struct %s", number,
		    skep_types_name(((const struct skep_local *)r->of)->btf, r->size),
		    skep_types_name(c->element->btf, c->element->id));
	if (r->off + (s64)r->v.t.value == c->root->node)
		return true;
	return skep_refuse(w, SKEP_RULE_ARGUMENT,
			   "r%u points to the node at offset %d, and r1 has those at %u", number,
			   r->off, c->root->node);
}

/* ---- what calls do */

static void lend(struct skep_reg *r, void *data)
{
	const u32 *id = data;

	if (r->ref != *id)
		return;
	r->ref = 0;
	r->flags |= SKEP_REG_F_BORROWED;
}

bool skep_graph_give(struct skep_walk *w, const struct skep_kcall *c)
{
	u32 id = skep_walk_reg(w, 2)->ref;

	skep_fact_value(w, true, c->root->node);
	skep_state_each(w->now, lend, &id);
	return skep_ref_release(w, id);
}

static struct skep_reg node_of(const struct skep_kcall *c, u16 flags)
{
	return skep_local_pointer(c->element, c->root->node, flags);
}

bool skep_graph_add(struct skep_walk *w, const struct skep_kcall *c)
{
	static const struct skep_helper_row row = {.number = SKEP_CALLBACK_LESS,
						   .symbol = "bpf_rbtree_add_impl"};
	struct skep_calling calling = {.helper = &row, .func = c->func};

	for (u32 i = 0; i < 2; i++) {
		calling.types[i] = node_of(c, SKEP_REG_F_BORROWED);
		calling.types[i].id = skep_walk_id(w);
	}
	return skep_call_back(w, &calling) && skep_graph_give(w, c);
}

/* ---- what they leave in r0 */

/* Numbers, arrays of them, and structs of these. */
static bool holds_numbers(const struct btf *btf, u32 id, u32 depth)
{
	const struct btf_type *t = skep_types_plain(btf, id, &id);

	if (t && btf_is_array(t))
		return depth < NESTED && holds_numbers(btf, btf_array(t)->type, depth + 1);
	if (!t || !btf_is_struct(t))
		return t && (btf_is_int(t) || btf_is_any_enum(t));
	for (u32 i = 0; i < btf_vlen(t); i++)
		if (depth == NESTED || !holds_numbers(btf, btf_members(t)[i].type, depth + 1))
			return false;
	return true;
}

static bool check_percpu(struct skep_walk *w, const struct skep_kcall *c,
			 const struct skep_local *type)
{
	if (type->size > PERCPU_MAX)
		return skep_refuse(w, SKEP_RULE_SIZE, "%s of %u bytes: at most %d are given",
				   c->f.name, type->size, PERCPU_MAX);
	if (!holds_numbers(type->btf, type->id, 0) || type->special_count)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "%s of a struct %s, which holds more than numbers", c->f.name,
				   skep_types_name(type->btf, type->id));
	return true;
}

bool skep_graph_new(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	bool percpu = is_named(c, "bpf_percpu_obj_new_impl");
	const struct skep_local *type;

	if (!w->in->btf)
		return skep_refuse(w, SKEP_RULE_ARGUMENT, "%s, and the program has no BTF",
				   c->f.name);
	if (c->constant > UINT32_MAX)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r1 is %llu, which is no id of a type of the program",
				   (unsigned long long)c->constant);
	type = skep_local_find(w, w->in->btf, (u32)c->constant);
	if (!type || (percpu && !check_percpu(w, c, type)))
		return false;
	skep_fact_value(w, true, type->id);
	*r = skep_local_pointer(type, 0, percpu ? SKEP_REG_F_PERCPU : 0);
	return true;
}

bool skep_graph_same(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	(void)w;
	*r = skep_local_pointer(c->object, 0, 0);
	return true;
}

bool skep_graph_taken(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	(void)w;
	*r = node_of(c, 0);
	return true;
}

bool skep_graph_seen(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	(void)w;
	*r = node_of(c, SKEP_REG_F_BORROWED);
	return true;
}
