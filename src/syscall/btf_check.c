/* SPDX-License-Identifier: BSD-2-Clause */
/* BTF before it is believed (Documentation/bpf/btf.rst of Linux): a header, types one behind the
 * other, strings. Types are numbered from 1 in their order; the first pass finds their places, the
 * second looks at what they refer to. */
#include <bpf/btf.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "syscall/btf.h"

/* What stands behind struct btf_type. */
struct kind_row {
	bool known;
	u8 fixed;      /* bytes */
	u8 each;       /* bytes for each of vlen */
	bool refers;   /* `type` of the type itself is a type */
	s8 name_at[2]; /* offsets in each of vlen of: a name, a type; -1: none */
};

static const struct kind_row kinds[] = {
    [BTF_KIND_INT] = {true, 4, 0, false, {-1, -1}},
    [BTF_KIND_PTR] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_ARRAY] = {true, sizeof(struct btf_array), 0, false, {-1, -1}},
    [BTF_KIND_STRUCT] = {true, 0, sizeof(struct btf_member), false, {0, 4}},
    [BTF_KIND_UNION] = {true, 0, sizeof(struct btf_member), false, {0, 4}},
    [BTF_KIND_ENUM] = {true, 0, sizeof(struct btf_enum), false, {0, -1}},
    [BTF_KIND_FWD] = {true, 0, 0, false, {-1, -1}},
    [BTF_KIND_TYPEDEF] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_VOLATILE] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_CONST] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_RESTRICT] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_FUNC] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_FUNC_PROTO] = {true, 0, sizeof(struct btf_param), true, {0, 4}},
    [BTF_KIND_VAR] = {true, sizeof(struct btf_var), 0, true, {-1, -1}},
    [BTF_KIND_DATASEC] = {true, 0, sizeof(struct btf_var_secinfo), false, {-1, 0}},
    [BTF_KIND_FLOAT] = {true, 0, 0, false, {-1, -1}},
    [BTF_KIND_DECL_TAG] = {true, sizeof(struct btf_decl_tag), 0, true, {-1, -1}},
    [BTF_KIND_TYPE_TAG] = {true, 0, 0, true, {-1, -1}},
    [BTF_KIND_ENUM64] = {true, 0, sizeof(struct btf_enum64), false, {0, -1}},
};

struct check {
	const u8 *types;
	u32 type_size;
	struct skep_btf_strings strings;
	u32 count;	   /* of types, void among them */
	const u32 *places; /* of types in `types`; [0] is not used */
	struct skep_buffer *log;
};

static bool wrong(struct check *c, const char *what, u32 id, u32 value)
{
	skep_buffer_printf(c->log, "BTF type [%u]: %s %u\n", id, what, value);
	return false;
}

static const struct kind_row *row_of(const struct btf_type *t)
{
	u32 kind = btf_kind(t);

	return kind < SKEP_COUNT(kinds) && kinds[kind].known ? &kinds[kind] : NULL;
}

/* Bytes of a type with all that belongs to it; 0 if its kind is not known. */
static u32 size_of(const struct btf_type *t)
{
	const struct kind_row *row = row_of(t);

	return row ? (u32)sizeof(*t) + row->fixed + row->each * (u32)btf_vlen(t) : 0;
}

/* Counts types, and keeps their places if there is room for them. */
static bool place_types(struct check *c, u32 *places)
{
	c->count = 1;
	for (u32 at = 0; at < c->type_size; c->count++) {
		const struct btf_type *t = (const void *)(c->types + at);
		u32 size;

		if (c->type_size - at < sizeof(*t))
			return wrong(c, "is cut, bytes left:", c->count, c->type_size - at);
		size = size_of(t);
		if (!size)
			return wrong(c, "is of an unknown kind", c->count, btf_kind(t));
		if (size > c->type_size - at)
			return wrong(c, "is cut, bytes left:", c->count, c->type_size - at);
		if (places)
			places[c->count] = at;
		at += size;
	}
	return true;
}

static bool check_name(struct check *c, u32 id, u32 name)
{
	return name < c->strings.size || wrong(c, "has a name outside the strings, at", id, name);
}

static bool check_ref(struct check *c, u32 id, u32 type)
{
	return type < c->count || wrong(c, "refers to a type that does not exist:", id, type);
}

static bool check_parts(struct check *c, u32 id, const struct btf_type *t)
{
	const struct kind_row *row = row_of(t);
	const u8 *part = (const u8 *)(t + 1) + row->fixed;
	u32 value;

	for (u32 i = 0; row->each && i < btf_vlen(t); i++, part += row->each) {
		memcpy(&value, part + (row->name_at[0] < 0 ? 0 : row->name_at[0]), sizeof(value));
		if (row->name_at[0] >= 0 && !check_name(c, id, value))
			return false;
		memcpy(&value, part + (row->name_at[1] < 0 ? 0 : row->name_at[1]), sizeof(value));
		if (row->name_at[1] >= 0 && !check_ref(c, id, value))
			return false;
	}
	return true;
}

/* The arguments of a function have names; without one stands only the end of those that are known
 * (kernel/bpf/btf.c, btf_func_check). */
static bool check_function(struct check *c, u32 id, const struct btf_type *t)
{
	const struct btf_type *proto = (const void *)(c->types + c->places[t->type]);

	if (!t->type || !btf_is_func_proto(proto))
		return wrong(c, "is a function without a prototype: it refers to", id, t->type);
	for (u32 i = 0; i < btf_vlen(proto); i++)
		if (!btf_params(proto)[i].name_off && btf_params(proto)[i].type)
			return wrong(c, "is a function without a name for argument", id, i + 1);
	return true;
}

static bool check_type(struct check *c, u32 id)
{
	const struct btf_type *t = (const void *)(c->types + c->places[id]);

	if (!check_name(c, id, t->name_off) || !check_parts(c, id, t) ||
	    (row_of(t)->refers && !check_ref(c, id, t->type)))
		return false;
	if (!skep_btf_check_meta(t, &c->strings))
		return wrong(c, "says what its kind may not say:", id, btf_kind(t));
	if (btf_is_func(t))
		return check_function(c, id, t);
	if (btf_is_array(t))
		return check_ref(c, id, btf_array(t)->type) &&
		       check_ref(c, id, btf_array(t)->index_type);
	return true;
}

/* Whether a chain of modifiers and arrays ends. Each step to a later type is counted; there are no
 * more steps than types. */
static bool check_chain(struct check *c, u32 first)
{
	u32 id = first;

	for (u32 steps = 0; id && steps < 64; steps++) {
		const struct btf_type *t = (const void *)(c->types + c->places[id]);

		if (btf_is_array(t))
			id = btf_array(t)->type;
		else if (btf_is_mod(t) || btf_is_typedef(t) || btf_is_var(t))
			id = t->type;
		else
			return true;
	}
	return !id || wrong(c, "is defined by itself, or too deep: at", first, id);
}

static bool check_types(struct check *c)
{
	u32 *places;
	bool ok;

	if (!place_types(c, NULL))
		return false;
	places = skep_alloc((size_t)c->count * sizeof(*places));
	ok = places && place_types(c, places);
	c->places = places;
	for (u32 id = 1; ok && id < c->count; id++)
		ok = check_type(c, id);
	for (u32 id = 1; ok && id < c->count; id++)
		ok = check_chain(c, id);
	skep_free(places);
	return ok;
}

static bool check_header(const struct btf_header *h, u32 size)
{
	u64 types_end = (u64)h->hdr_len + h->type_off + h->type_len;
	u64 strings = (u64)h->hdr_len + h->str_off;

	return h->magic == BTF_MAGIC && h->version == BTF_VERSION && !h->flags &&
	       h->hdr_len >= sizeof(*h) && !(h->type_off & 3) && !(h->type_len & 3) &&
	       !(h->hdr_len & 3) && types_end <= strings && strings + h->str_len == size &&
	       h->str_len && h->str_len <= INT32_MAX;
}

bool skep_btf_check(const void *bytes, u32 size, struct skep_buffer *log)
{
	const struct btf_header *h = bytes;
	const char *strings;
	struct check c;

	if (size < sizeof(*h) || !check_header(h, size)) {
		skep_buffer_printf(log, "BTF: the header does not fit %u bytes\n", size);
		return false;
	}
	strings = (const char *)bytes + h->hdr_len + h->str_off;
	if (strings[0] || strings[h->str_len - 1]) {
		skep_buffer_text(log, "BTF: the strings do not begin and end with NUL\n");
		return false;
	}
	c = (struct check){.types = (const u8 *)bytes + h->hdr_len + h->type_off,
			   .type_size = h->type_len,
			   .strings = {strings, h->str_len},
			   .log = log};
	return check_types(&c);
}
