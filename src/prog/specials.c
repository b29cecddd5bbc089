/* SPDX-License-Identifier: BSD-2-Clause */
/* Special fields are found by the names of their types, also in structs and arrays within. What a
 * list or a tree has for nodes says a declaration tag of the member or variable,
 * "contains:STRUCT:MEMBER". */
#include "prog/specials.h"

#include <bpf/btf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "spec/spec.h"

enum {
	DEPTH_MAX = 8, /* structs in structs */
	ELEMENTS_MAX =
	    1024,	/* of an array that are looked at: more cannot hold a special field each */
	TAGS_NEW = 604, /* from here on "kptr" is owned by the map */
	SIZE_DEPTH = 32,
};

struct finder {
	const struct btf *btf;
	u32 kernel;
	struct skep_special *specials;
	u32 count;
	u32 holder; /* the struct or variable that a tag would be of, and its member; -1: none */
	s32 member;
};

static const struct {
	const char *name;
	u8 kind;
	u8 size; /* bytes */
} structs[] = {
    {"bpf_spin_lock", SKEP_SPECIAL_SPIN_LOCK, 4},
    {"bpf_res_spin_lock", SKEP_SPECIAL_RES_SPIN_LOCK, 4},
    {"bpf_timer", SKEP_SPECIAL_TIMER, 16},
    {"bpf_wq", SKEP_SPECIAL_WORKQUEUE, 16},
    {"bpf_list_head", SKEP_SPECIAL_LIST_HEAD, 16},
    {"bpf_list_node", SKEP_SPECIAL_LIST_NODE, 24},
    {"bpf_rb_root", SKEP_SPECIAL_RB_ROOT, 16},
    {"bpf_rb_node", SKEP_SPECIAL_RB_NODE, 32},
    {"bpf_refcount", SKEP_SPECIAL_REFCOUNT, 4},
};

const char *skep_special_name(u8 kind)
{
	for (size_t i = 0; i < SKEP_COUNT(structs); i++)
		if (structs[i].kind == kind)
			return structs[i].name;
	return "kptr";
}

static const struct {
	const char *tag;
	u16 since, until; /* versions; 0: no limit */
	u8 kind;
} tags[] = {
    {"kptr_untrusted", TAGS_NEW, 0, SKEP_SPECIAL_KPTR_UNTRUSTED},
    {"kptr", TAGS_NEW, 0, SKEP_SPECIAL_KPTR},
    {"percpu_kptr", 607, 0, SKEP_SPECIAL_KPTR_PERCPU},
    {"kptr", 0, TAGS_NEW, SKEP_SPECIAL_KPTR_UNTRUSTED},
    {"kptr_ref", 0, TAGS_NEW, SKEP_SPECIAL_KPTR},
};

static const struct btf_type *plain(const struct btf *btf, u32 id, u32 *plain_id)
{
	const struct btf_type *t = btf__type_by_id(btf, id);

	for (u32 i = 0; t && i < SIZE_DEPTH && (btf_is_mod(t) || btf_is_typedef(t)); i++) {
		id = t->type;
		t = btf__type_by_id(btf, id);
	}
	*plain_id = id;
	return t;
}

u32 skep_btf_size(const struct btf *btf, u32 type_id)
{
	s64 size = btf__resolve_size(btf, type_id);

	return size > 0 && size <= UINT32_MAX ? (u32)size : 0;
}

static int add(struct finder *f, struct skep_special special)
{
	if (f->count == SKEP_SPECIALS_MAX)
		return -E2BIG;
	f->specials[f->count++] = special;
	return 0;
}

static bool is_tag(const struct finder *f, size_t row, const char *name)
{
	u32 kernel = f->kernel ? f->kernel : UINT16_MAX;

	return strcmp(tags[row].tag, name) == 0 && kernel >= tags[row].since &&
	       (!tags[row].until || kernel < tags[row].until);
}

static int find_pointer(struct finder *f, const struct btf_type *pointer, u32 off)
{
	const struct btf_type *t = btf__type_by_id(f->btf, pointer->type), *is;
	u32 to;

	if (!t || btf_kind(t) != BTF_KIND_TYPE_TAG)
		return 0;
	for (size_t i = 0; i < SKEP_COUNT(tags); i++) {
		if (!is_tag(f, i, btf__name_by_offset(f->btf, t->name_off)))
			continue;
		is = plain(f->btf, t->type, &to);
		if (!is || !btf_is_struct(is))
			return -EINVAL;
		return add(
		    f, (struct skep_special){
			   .kind = tags[i].kind, .off = off, .size = sizeof(u64), .type_id = to});
	}
	return 0;
}

/* ---- what lists and trees have for nodes */

static const char *find_tag(const struct finder *f, const char *begin)
{
	size_t length = strlen(begin);

	for (u32 id = 1; id < btf__type_cnt(f->btf); id++) {
		const struct btf_type *t = btf__type_by_id(f->btf, id);
		const char *name;

		if (!btf_is_decl_tag(t) || t->type != f->holder ||
		    btf_decl_tag(t)->component_idx != f->member)
			continue;
		name = btf__name_by_offset(f->btf, t->name_off);
		if (strncmp(name, begin, length) == 0)
			return name + length;
	}
	return NULL;
}

static u32 find_struct(const struct btf *btf, const char *name, size_t length)
{
	for (u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);
		const char *is = btf__name_by_offset(btf, t->name_off);

		if (btf_is_struct(t) && strncmp(is, name, length) == 0 && !is[length])
			return id;
	}
	return 0;
}

/* The member of a struct with a name and a type's name. */
static bool find_node(const struct btf *btf, u32 id, const char *name, const char *type, u32 *off)
{
	const struct btf_type *t = btf__type_by_id(btf, id);
	u32 plain_id;

	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		const struct btf_type *is = plain(btf, m->type, &plain_id);

		if (strcmp(btf__name_by_offset(btf, m->name_off), name) != 0)
			continue;
		*off = btf_member_bit_offset(t, i) / 8;
		return is && strcmp(btf__name_by_offset(btf, is->name_off), type) == 0;
	}
	return false;
}

static int contain(const struct finder *f, struct skep_special *s)
{
	bool list = s->kind == SKEP_SPECIAL_LIST_HEAD;
	const char *text, *colon;

	if (!list && s->kind != SKEP_SPECIAL_RB_ROOT)
		return 0;
	text = find_tag(f, "contains:");
	colon = text ? strchr(text, ':') : NULL;
	if (!colon)
		return -EINVAL;
	s->type_id = find_struct(f->btf, text, (size_t)(colon - text));
	if (!s->type_id)
		return -ENOENT;
	return find_node(f->btf, s->type_id, colon + 1, list ? "bpf_list_node" : "bpf_rb_node",
			 &s->node)
		   ? 0
		   : -EINVAL;
}

/* ---- structs */

static int find_in(struct finder *f, u32 type_id, u32 off, u32 depth);

static int add_struct(struct finder *f, size_t row, const struct btf_type *t, u32 off)
{
	struct skep_special s = {.kind = structs[row].kind, .off = off, .size = structs[row].size};

	if (t->size != s.size)
		return -EINVAL;
	return contain(f, &s) ?: add(f, s);
}

static int find_members(struct finder *f, const struct btf_type *t, u32 id, u32 off, u32 depth)
{
	const char *name = btf__name_by_offset(f->btf, t->name_off);
	int error = 0;

	for (size_t i = 0; i < SKEP_COUNT(structs); i++)
		if (strcmp(structs[i].name, name) == 0)
			return add_struct(f, i, t, off);
	for (u32 i = 0; !error && i < btf_vlen(t); i++) {
		u32 bit = btf_member_bit_offset(t, i);

		f->holder = id;
		f->member = (s32)i;
		if (bit % 8 == 0 && !btf_member_bitfield_size(t, i))
			error = find_in(f, btf_members(t)[i].type, off + bit / 8, depth);
	}
	return error;
}

static int find_elements(struct finder *f, const struct btf_type *t, u32 off, u32 depth)
{
	const struct btf_array *a = btf_array(t);
	u32 size = skep_btf_size(f->btf, a->type), before = f->count;
	int error = 0;

	for (u32 i = 0; size && !error && i < a->nelems && i < ELEMENTS_MAX; i++) {
		error = find_in(f, a->type, off + i * size, depth);
		if (f->count == before)
			break;
	}
	return error;
}

static int find_variables(struct finder *f, const struct btf_type *t, u32 depth)
{
	const struct btf_var_secinfo *v = btf_var_secinfos(t);
	int error = 0;

	for (u32 i = 0; !error && i < btf_vlen(t); i++, v++) {
		const struct btf_type *var = btf__type_by_id(f->btf, v->type);

		f->holder = v->type;
		f->member = -1;
		if (var && btf_is_var(var))
			error = find_in(f, var->type, v->offset, depth);
	}
	return error;
}

static int find_in(struct finder *f, u32 type_id, u32 off, u32 depth)
{
	u32 id;
	const struct btf_type *t = plain(f->btf, type_id, &id);

	if (!t || depth == DEPTH_MAX)
		return 0;
	switch (btf_kind(t)) {
	case BTF_KIND_PTR:
		return find_pointer(f, t, off);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return find_members(f, t, id, off, depth + 1);
	case BTF_KIND_ARRAY:
		return find_elements(f, t, off, depth + 1);
	case BTF_KIND_DATASEC:
		return find_variables(f, t, depth + 1);
	default:
		return 0;
	}
}

static int compare(const void *left, const void *right)
{
	const struct skep_special *a = left, *b = right;

	return (a->off > b->off) - (a->off < b->off);
}

#define BIT(kind) (1u << SKEP_SPECIAL_##kind)

/* Lists and trees are used under a lock that lies beside them; what can be in both a list and a
 * tree counts who has it. */
static bool goes_together(const struct finder *f)
{
	u32 kinds = 0;

	for (u32 i = 0; i < f->count; i++)
		kinds |= 1u << f->specials[i].kind;
	if (kinds & (BIT(LIST_HEAD) | BIT(RB_ROOT)) &&
	    !(kinds & (BIT(SPIN_LOCK) | BIT(RES_SPIN_LOCK))))
		return false;
	return !(kinds & BIT(LIST_NODE)) || !(kinds & BIT(RB_NODE)) || kinds & BIT(REFCOUNT);
}

int skep_specials_find(const struct btf *btf, u32 type_id, u32 kernel,
		       struct skep_special specials[SKEP_SPECIALS_MAX])
{
	struct finder f = {.btf = btf, .kernel = kernel, .specials = specials, .member = -1};
	int error = find_in(&f, type_id, 0, 0);

	if (error)
		return error;
	qsort(specials, f.count, sizeof(*specials), compare);
	for (u32 i = 1; i < f.count; i++)
		if (specials[i].off < specials[i - 1].off + specials[i - 1].size)
			return -EEXIST;
	return goes_together(&f) ? (int)f.count : -EINVAL;
}

int skep_specials_own(const struct btf *btf, const struct skep_kernel *kernel, u32 version,
		      const struct skep_special *specials, u32 count)
{
	for (u32 i = 0; i < count; i++) {
		const char *name = skep_types_name(btf, specials[i].type_id);

		if (specials[i].kind == SKEP_SPECIAL_KPTR && kernel &&
		    skep_kernel_find(kernel, BTF_KIND_STRUCT, name) &&
		    !skep_kptr_find(name, (u16)version))
			return -ENOENT;
	}
	return 0;
}

/* The trait that a map type needs for a kind; 0: every type may hold it. */
static const u32 needs[] = {
    [SKEP_SPECIAL_SPIN_LOCK] = SKEP_MAP_SPIN_LOCK,
    [SKEP_SPECIAL_RES_SPIN_LOCK] = SKEP_MAP_SPIN_LOCK,
    [SKEP_SPECIAL_TIMER] = SKEP_MAP_TIMER,
    [SKEP_SPECIAL_WORKQUEUE] = SKEP_MAP_TIMER,
    [SKEP_SPECIAL_KPTR_UNTRUSTED] = SKEP_MAP_KPTR,
    [SKEP_SPECIAL_KPTR] = SKEP_MAP_KPTR,
    [SKEP_SPECIAL_KPTR_PERCPU] = SKEP_MAP_KPTR,
    [SKEP_SPECIAL_LIST_HEAD] = SKEP_MAP_LIST,
    [SKEP_SPECIAL_LIST_NODE] = 0,
    [SKEP_SPECIAL_RB_ROOT] = SKEP_MAP_LIST,
    [SKEP_SPECIAL_RB_NODE] = 0,
    [SKEP_SPECIAL_REFCOUNT] = 0,
};

int skep_specials_check(u32 map_type, const struct skep_special *specials, u32 count)
{
	const struct skep_map_row *row = skep_map_row(map_type);
	u32 seen[SKEP_COUNT(needs)] = {0};

	for (u32 i = 0; i < count; i++) {
		u8 kind = specials[i].kind;

		if (needs[kind] && !(row->traits & needs[kind]))
			return -EOPNOTSUPP;
		if (++seen[kind] > 1 && kind <= SKEP_SPECIAL_WORKQUEUE)
			return -E2BIG;
	}
	return 0;
}
