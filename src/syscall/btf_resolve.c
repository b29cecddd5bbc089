/* SPDX-License-Identifier: BSD-2-Clause */
/* What types of BTF refer to, in Linux's order (kernel/bpf/btf.c, btf_check_all_types), since the
 * first thing that is wrong gives the errno.
 *
 * A type is resolved when all it is made of is. Types are visited depth first, with those that wait
 * for others on a stack: one that is met again while it waits is made of itself. How far a visit
 * goes depends on where it began: behind a struct or array it ends at pointers, behind a pointer at
 * structs and arrays, so that a list may point to itself. */
#include <bpf/btf.h>
#include <errno.h>

#include "base/alloc.h"
#include "syscall/btf.h"

enum {
	DEPTH_MAX = 32,
	MODIFIERS_MAX = 32, /* one behind the other */
	POINTER_SIZE = 8,
	BITS_MAX = 128, /* of an integer with the bits before it in its byte */
	ENUM_BITS = 32,
};

/* ---- kinds */

enum trait {
	MODIFIER = 1 << 0,
	POINTER = 1 << 1,
	COMPOSED = 1 << 2, /* structs, unions and arrays */
	OUTER = 1 << 3,	   /* nothing is made of it */
	OPEN = 1 << 4,	   /* others that refer to something */
	SIZED = 1 << 5,	   /* `size` is its size */
	SIZELESS = 1 << 6,
	BEHIND = 1 << 7, /* has no size, but pointers and modifiers may lead to it */
	TAGGED = 1 << 8, /* declaration tags are for it */
};

struct resolve;

/* A type that waits for others. */
struct vertex {
	u32 id, next; /* member to go on with */
};

/* Where a member lies. */
struct member {
	u32 offset, bits; /* in bits; 0 bits: it is no bit field */
	u32 size;	  /* bytes of the struct */
	bool flagged;	  /* by the struct: offset and bits are told apart */
};

typedef int step(struct resolve *r, struct vertex *v, const struct btf_type *t);
typedef bool fit(const struct resolve *r, const struct member *m, u32 id);

static step step_refer, step_array, step_struct, step_section, step_function, step_tag;
static fit fit_int, fit_whole, fit_enum, fit_float;

static const struct {
	u32 traits;
	step *step; /* of what refers to something */
	fit *fit;   /* of what may be a member */
} kinds[] = {
    [BTF_KIND_UNKN] = {SIZELESS | BEHIND, NULL, NULL},
    [BTF_KIND_INT] = {SIZED, NULL, fit_int},
    [BTF_KIND_PTR] = {POINTER, step_refer, fit_whole},
    [BTF_KIND_ARRAY] = {COMPOSED, step_array, fit_whole},
    [BTF_KIND_STRUCT] = {COMPOSED | SIZED | TAGGED, step_struct, fit_whole},
    [BTF_KIND_UNION] = {COMPOSED | SIZED | TAGGED, step_struct, fit_whole},
    [BTF_KIND_ENUM] = {SIZED, NULL, fit_enum},
    [BTF_KIND_FWD] = {SIZELESS | BEHIND, NULL, NULL},
    [BTF_KIND_TYPEDEF] = {MODIFIER | TAGGED, step_refer, NULL},
    [BTF_KIND_VOLATILE] = {MODIFIER, step_refer, NULL},
    [BTF_KIND_CONST] = {MODIFIER, step_refer, NULL},
    [BTF_KIND_RESTRICT] = {MODIFIER, step_refer, NULL},
    [BTF_KIND_FUNC] = {OPEN | SIZELESS | TAGGED, step_function, NULL},
    [BTF_KIND_FUNC_PROTO] = {SIZELESS | BEHIND, NULL, NULL},
    [BTF_KIND_VAR] = {OPEN | OUTER | TAGGED, step_refer, NULL},
    [BTF_KIND_DATASEC] = {OPEN | OUTER | SIZED, step_section, NULL},
    [BTF_KIND_FLOAT] = {SIZED, NULL, fit_float},
    [BTF_KIND_DECL_TAG] = {OPEN | OUTER, step_tag, NULL},
    [BTF_KIND_TYPE_TAG] = {MODIFIER, step_refer, NULL},
    [BTF_KIND_ENUM64] = {SIZED, NULL, fit_enum},
};

/* Where a visit began, and which types it goes on into. */
enum mode { MODE_OPEN, MODE_POINTER, MODE_COMPOSED };

static const u32 goes_into[] = {
    [MODE_OPEN] = MODIFIER | POINTER | COMPOSED | OPEN,
    [MODE_POINTER] = MODIFIER | POINTER,
    [MODE_COMPOSED] = MODIFIER | COMPOSED,
};

enum state { STATE_NEW, STATE_WAITS, STATE_RESOLVED };

struct resolve {
	const struct skep_btf_types *types;
	u32 *targets; /* what a type leads to, behind its modifiers */
	u32 *sizes;   /* bytes of arrays */
	u8 *states;
	struct vertex stack[DEPTH_MAX];
	u32 depth;
	enum mode mode;
};

static u32 traits_of(const struct btf_type *t)
{
	return kinds[btf_kind(t)].traits;
}

static const struct btf_type *type_at(const struct resolve *r, u32 id)
{
	return skep_btf_type(r->types, id);
}

static int wrong(const struct resolve *r, u32 id, const char *what, u32 value)
{
	return skep_btf_wrong(r->types, id, what, value);
}

/* ---- the stack */

static int push(struct resolve *r, u32 id)
{
	u32 traits = traits_of(type_at(r, id));

	if (r->depth == DEPTH_MAX) {
		wrong(r, id, "lies too deep: types within types are at most", DEPTH_MAX);
		return -E2BIG;
	}
	if (r->states[id] != STATE_NEW) {
		wrong(r, id, "is made of itself: at", id);
		return -EEXIST;
	}
	r->states[id] = STATE_WAITS;
	r->stack[r->depth++] = (struct vertex){id, 0};
	if (r->mode == MODE_OPEN && traits & (POINTER | COMPOSED))
		r->mode = traits & POINTER ? MODE_POINTER : MODE_COMPOSED;
	return 0;
}

static int pop(struct resolve *r, u32 target, u32 size)
{
	u32 id = r->stack[--r->depth].id;

	r->targets[id] = target;
	r->sizes[id] = size;
	r->states[id] = STATE_RESOLVED;
	return 0;
}

/* Whether a type must be visited before what refers to it goes on. */
static bool is_open(const struct resolve *r, u32 id)
{
	return traits_of(type_at(r, id)) & goes_into[r->mode] && r->states[id] != STATE_RESOLVED;
}

/* ---- sizes */

static bool own_size(const struct resolve *r, u32 id, u32 *size)
{
	const struct btf_type *t = type_at(r, id);
	u32 traits = t ? traits_of(t) : 0;

	if (traits & SIZED)
		*size = t->size;
	else if (traits & COMPOSED)
		*size = r->sizes[id];
	else
		*size = POINTER_SIZE;
	return traits & (SIZED | COMPOSED | POINTER);
}

/* Goes to what a type with a size is behind its modifiers; false with *id as it was: it has none.
 */
static bool find_sized(const struct resolve *r, u32 *id, u32 *size)
{
	const struct btf_type *t = type_at(r, *id);
	u32 target = t && (traits_of(t) & MODIFIER || btf_is_var(t)) ? r->targets[*id] : *id;

	if (!t || !own_size(r, target, size))
		return false;
	*id = target;
	return true;
}

static u32 to_bytes(u32 bits)
{
	return bits / 8 + (bits % 8 != 0);
}

static bool is_regular_int(const struct btf_type *t)
{
	u32 bits = btf_int_bits(t), bytes = bits / 8;

	return btf_is_int(t) && bits % 8 == 0 && !btf_int_offset(t) && bytes && bytes <= 16 &&
	       !(bytes & (bytes - 1));
}

/* ---- members; that they begin in the struct was seen before */

static bool is_room(const struct member *m, u32 bit, u32 bits)
{
	u32 copied = bits + bit % 8;

	return copied <= BITS_MAX && m->size >= bit / 8 && m->size - bit / 8 >= to_bytes(copied);
}

static bool fit_int(const struct resolve *r, const struct member *m, u32 id)
{
	const struct btf_type *t = type_at(r, id);
	u32 bits = btf_int_bits(t), start;

	if (m->flagged)
		return is_regular_int(t) && (m->bits ? m->bits <= bits : m->offset % 8 == 0) &&
		       is_room(m, m->offset, m->bits ?: bits);
	return !__builtin_add_overflow(m->offset, btf_int_offset(t), &start) &&
	       is_room(m, start, bits);
}

static bool fit_whole(const struct resolve *r, const struct member *m, u32 id)
{
	u32 size;

	return !m->bits && m->offset % 8 == 0 && own_size(r, id, &size) &&
	       m->size - m->offset / 8 >= size;
}

static bool fit_enum(const struct resolve *r, const struct member *m, u32 id)
{
	if (!m->flagged)
		return fit_whole(r, m, id);
	if (m->bits ? m->bits > ENUM_BITS : m->offset % 8)
		return false;
	return m->size >= to_bytes(m->offset + (m->bits ?: ENUM_BITS));
}

static bool fit_float(const struct resolve *r, const struct member *m, u32 id)
{
	u32 size = type_at(r, id)->size, align = size < POINTER_SIZE ? size : POINTER_SIZE;

	return !m->bits && m->offset % (align * 8) == 0 && m->offset / 8 + (u64)size <= m->size;
}

static bool fits(const struct resolve *r, const struct btf_type *t, u32 number)
{
	struct member m = {.offset = btf_member_bit_offset(t, number),
			   .bits = btf_member_bitfield_size(t, number),
			   .size = t->size,
			   .flagged = btf_kflag(t)};
	u32 id = btf_members(t)[number].type, size;
	fit *check;

	if (traits_of(type_at(r, id)) & MODIFIER && !find_sized(r, &id, &size))
		return false;
	check = kinds[btf_kind(type_at(r, id))].fit;
	return check && check(r, &m, id);
}

/* ---- steps: one goes on with a type that waits, or lets another one be visited first */

/* Pointers, modifiers and variables. A modifier that a struct led to may have ended at a pointer
 * that was not visited. */
static int step_refer(struct resolve *r, struct vertex *v, const struct btf_type *t)
{
	const struct btf_type *next = type_at(r, t->type);
	u32 id = t->type, size;

	if (!next || traits_of(next) & OUTER)
		return wrong(r, v->id, "refers to what it may not refer to:", id);
	if (is_open(r, id))
		return push(r, id);
	if (!(traits_of(t) & MODIFIER) && traits_of(next) & MODIFIER) {
		u32 target = r->targets[id];

		if (btf_is_ptr(type_at(r, target)) && is_open(r, target))
			return push(r, target);
	}
	if (find_sized(r, &id, &size))
		return pop(r, id, 0);
	if (btf_is_var(t))
		return wrong(r, v->id, "is a variable without a size: it refers to", id);
	if (r->states[id] == STATE_RESOLVED)
		id = r->targets[id];
	if (!(traits_of(type_at(r, id)) & BEHIND))
		return wrong(r, v->id, "refers to what it may not refer to:", id);
	return pop(r, id, 0);
}

static bool is_part(const struct btf_type *t)
{
	return t && !(traits_of(t) & (SIZELESS | OUTER));
}

static int step_array(struct resolve *r, struct vertex *v, const struct btf_type *t)
{
	const struct btf_array *a = btf_array(t);
	u32 index = a->index_type, element = a->type, size;

	if (!is_part(type_at(r, index)))
		return wrong(r, v->id, "is an array with an index of type", index);
	if (is_open(r, index))
		return push(r, index);
	if (!find_sized(r, &index, &size) || !is_regular_int(type_at(r, index)))
		return wrong(r, v->id, "is an array with an index of type", index);
	if (!is_part(type_at(r, element)))
		return wrong(r, v->id, "is an array of type", element);
	if (is_open(r, element))
		return push(r, element);
	if (!find_sized(r, &element, &size) ||
	    (btf_is_int(type_at(r, element)) && !is_regular_int(type_at(r, element))))
		return wrong(r, v->id, "is an array of type", element);
	if (__builtin_mul_overflow(size, a->nelems, &size))
		return wrong(r, v->id, "is an array of too many elements:", a->nelems);
	return pop(r, element, size);
}

static int step_struct(struct resolve *r, struct vertex *v, const struct btf_type *t)
{
	for (; v->next < btf_vlen(t); v->next++) {
		u32 id = btf_members(t)[v->next].type;

		if (!is_part(type_at(r, id)))
			return wrong(r, v->id, "has a member of type", id);
		if (is_open(r, id))
			return push(r, id);
		if (!fits(r, t, v->next))
			return wrong(r, v->id, "has no room for member", v->next + 1);
	}
	return pop(r, 0, 0);
}

/* Each variable begins a visit of its own. Of one that had to be visited Linux does not compare the
 * size. */
static int step_section(struct resolve *r, struct vertex *v, const struct btf_type *t)
{
	r->mode = MODE_OPEN;
	while (v->next < btf_vlen(t)) {
		const struct btf_var_secinfo *info = &btf_var_secinfos(t)[v->next++];
		const struct btf_type *var = type_at(r, info->type);
		u32 id, size;

		if (!var || !btf_is_var(var))
			return wrong(r, v->id, "has a variable that is none:", info->type);
		if (is_open(r, info->type))
			return push(r, info->type);
		id = var->type;
		if (!find_sized(r, &id, &size) || info->size < size)
			return wrong(r, v->id, "has no room for variable", info->type);
	}
	return pop(r, 0, 0);
}

/* Arguments have names; without one stands only the end of those that are known. */
static int step_function(struct resolve *r, struct vertex *v, const struct btf_type *t)
{
	const struct btf_type *proto = type_at(r, t->type);

	if (!proto || !btf_is_func_proto(proto))
		return wrong(r, v->id, "is a function without a prototype: it refers to", t->type);
	for (u32 i = 0; i < btf_vlen(proto); i++)
		if (!btf_params(proto)[i].name_off && btf_params(proto)[i].type)
			return wrong(r, v->id, "is a function without a name for argument", i + 1);
	return pop(r, t->type, 0);
}

static int step_tag(struct resolve *r, struct vertex *v, const struct btf_type *t)
{
	const struct btf_type *next = type_at(r, t->type);
	s32 part = btf_decl_tag(t)->component_idx;

	if (!next || !(traits_of(next) & TAGGED))
		return wrong(r, v->id, "is a tag of what has no tags:", t->type);
	if (is_open(r, t->type))
		return push(r, t->type);
	if (part != -1) {
		const struct btf_type *whole = btf_is_func(next) ? type_at(r, next->type) : next;

		if (btf_is_var(next) || btf_is_typedef(next) || (u32)part >= btf_vlen(whole))
			return wrong(r, v->id, "is a tag of a part that is not there:", (u32)part);
	}
	return pop(r, t->type, 0);
}

/* ---- all types */

static bool is_done(const struct resolve *r, u32 id)
{
	return !kinds[btf_kind(type_at(r, id))].step || r->states[id] == STATE_RESOLVED;
}

static int visit(struct resolve *r, u32 id)
{
	int error;

	if (is_done(r, id))
		return 0;
	r->mode = MODE_OPEN;
	error = push(r, id);
	while (!error && r->depth) {
		struct vertex *v = &r->stack[r->depth - 1];
		const struct btf_type *t = type_at(r, v->id);

		error = kinds[btf_kind(t)].step(r, v, t);
	}
	return error;
}

/* What a function takes or returns. */
static int check_passed(struct resolve *r, u32 proto, u32 id)
{
	const struct btf_type *t = type_at(r, id);
	u32 size;
	int error;

	if (!t || traits_of(t) & OUTER)
		return wrong(r, proto, "takes or returns what it may not:", id);
	error = visit(r, id);
	if (error || find_sized(r, &id, &size))
		return error;
	return wrong(r, proto, "takes or returns what has no size:", id);
}

static int check_proto(struct resolve *r, u32 id, const struct btf_type *t)
{
	const struct btf_param *p = btf_params(t);
	u32 count = btf_vlen(t);
	int error = t->type ? check_passed(r, id, t->type) : 0;

	if (error)
		return error;
	if (count && !p[count - 1].type) {
		count--;
		if (p[count].name_off)
			return wrong(r, id, "has a name for what is not known: argument",
				     count + 1);
	}
	for (u32 i = 0; !error && i < count; i++) {
		const struct btf_type *is = type_at(r, p[i].type);
		bool sound = !p[i].name_off || skep_btf_is_named(&r->types->strings, p[i].name_off);

		if (is && !(traits_of(is) & OUTER) && !sound)
			return wrong(r, id, "has no name for argument", i + 1);
		error = check_passed(r, id, p[i].type);
	}
	return error;
}

static int check_all(struct resolve *r)
{
	int error = 0;

	for (u32 id = 1; !error && id < r->types->count; id++) {
		const struct btf_type *t = type_at(r, id);

		error = btf_is_func_proto(t) ? check_proto(r, id, t) : visit(r, id);
	}
	return error;
}

/* ---- tags of types stand before other modifiers */

static bool is_modifier(const struct btf_type *t)
{
	return traits_of(t) & MODIFIER;
}

/* From a type on; those up to `good` were looked at. */
static int check_order(const struct skep_btf_types *types, u32 first, u32 good)
{
	const struct btf_type *t = skep_btf_type(types, first);
	bool tags = btf_kind(t) == BTF_KIND_TYPE_TAG;
	u32 id = first;

	for (u32 left = MODIFIERS_MAX; is_modifier(t); left--) {
		bool tag = btf_kind(t) == BTF_KIND_TYPE_TAG;

		if (!left) {
			skep_btf_wrong(types, first, "has more modifiers than", MODIFIERS_MAX);
			return -ELOOP;
		}
		if (tag && !tags)
			return skep_btf_wrong(types, first, "has a tag behind modifiers:", id);
		tags = tag;
		if (id <= good)
			break;
		id = t->type;
		t = skep_btf_type(types, id);
	}
	return 0;
}

static int check_tags(const struct skep_btf_types *types)
{
	u32 good = 0;
	int error = 0;

	for (u32 id = 1; !error && id < types->count; id++) {
		if (!is_modifier(skep_btf_type(types, id)))
			continue;
		error = check_order(types, id, good);
		good = id;
	}
	return error;
}

int skep_btf_resolve(const struct skep_btf_types *types)
{
	struct resolve r = {.types = types,
			    .targets = skep_alloc(types->count * sizeof(u32)),
			    .sizes = skep_alloc(types->count * sizeof(u32)),
			    .states = skep_alloc(types->count)};
	int error = -ENOMEM;

	if (r.targets && r.sizes && r.states)
		error = check_all(&r) ?: check_tags(types);
	skep_free(r.targets);
	skep_free(r.sizes);
	skep_free(r.states);
	return error;
}
