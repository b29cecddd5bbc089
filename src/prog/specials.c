/* SPDX-License-Identifier: BSD-2-Clause */
/* Special fields are found by the names of their types, also in structs and arrays within (Linux:
 * btf_parse_fields). What a list or a tree has for nodes says a declaration tag of the member or
 * variable, "contains:STRUCT:MEMBER".
 *
 * First all fields are gathered in the order of members, then each is looked at: an error of the
 * first step counts before any of the second. Behind a typedef, in a union, at an odd place or with
 * another size a field is none. */
#include "prog/specials.h"

#include <bpf/btf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "spec/spec.h"

enum {
	DEPTH_MAX = 32, /* structs in structs, arrays of arrays */
	TAGS_NEW = 604, /* from here on "kptr" is owned by the map */
	NONE = -1,	/* of the rows below */
};

#define BIT(kind) (1u << SKEP_SPECIAL_##kind)
#define POINTERS  (BIT(KPTR) | BIT(KPTR_UNTRUSTED) | BIT(KPTR_PERCPU))
#define ROOTS	  (BIT(LIST_HEAD) | BIT(RB_ROOT))
#define LOCKS	  (BIT(SPIN_LOCK) | BIT(RES_SPIN_LOCK))
#define CALLBACKS (BIT(TIMER) | BIT(WORKQUEUE) | BIT(TASK_WORK))
#define NODES	  (BIT(LIST_NODE) | BIT(RB_NODE))

/* What counts in values of maps, and in objects. */
static const u32 masks[] = {
    [SKEP_SPECIALS_MAP] = POINTERS | ROOTS | LOCKS | CALLBACKS | BIT(REFCOUNT),
    [SKEP_SPECIALS_OBJECT] = POINTERS | ROOTS | LOCKS | NODES | BIT(REFCOUNT),
};

struct found {
	struct skep_special s;
	const char *node; /* the member that a list or tree has for a node; NULL */
};

/* Where found fields go. */
struct room {
	struct found *at;
	u32 left;
};

struct finder {
	const struct skep_specials_ask *ask;
	const struct btf *btf;
	u32 seen;   /* kinds of which there is one, as bits */
	u32 holder; /* the struct or variable that a tag would be of, and its member; -1: none */
	s32 member;
};

static const struct {
	const char *name;
	u8 kind;
	u8 size, align; /* bytes */
	bool single;	/* there is one at most */
} structs[] = {
    {"bpf_spin_lock", SKEP_SPECIAL_SPIN_LOCK, 4, 4, true},
    {"bpf_res_spin_lock", SKEP_SPECIAL_RES_SPIN_LOCK, 4, 4, true},
    {"bpf_timer", SKEP_SPECIAL_TIMER, 16, 8, true},
    {"bpf_wq", SKEP_SPECIAL_WORKQUEUE, 16, 8, true},
    {"bpf_task_work", SKEP_SPECIAL_TASK_WORK, 8, 8, true},
    {"bpf_list_head", SKEP_SPECIAL_LIST_HEAD, 16, 8, false},
    {"bpf_list_node", SKEP_SPECIAL_LIST_NODE, 24, 8, false},
    {"bpf_rb_root", SKEP_SPECIAL_RB_ROOT, 16, 8, false},
    {"bpf_rb_node", SKEP_SPECIAL_RB_NODE, 32, 8, false},
    {"bpf_refcount", SKEP_SPECIAL_REFCOUNT, 4, 4, false},
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

	for (u32 i = 0; t && i < DEPTH_MAX && (btf_is_mod(t) || btf_is_typedef(t)); i++) {
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

/* ---- pointers */

static bool is_tag(const struct finder *f, size_t row, const char *name)
{
	u32 kernel = f->ask->version ? f->ask->version : UINT16_MAX;

	return strcmp(tags[row].tag, name) == 0 && kernel >= tags[row].since &&
	       (!tags[row].until || kernel < tags[row].until);
}

/* Pointers to user space are none here; other tags may not be. */
static int find_tagged(const struct finder *f, const struct btf_type *tag, struct skep_special *s)
{
	const char *name = btf__name_by_offset(f->btf, tag->name_off);
	const struct btf_type *is;

	if (strcmp(name, "uptr") == 0)
		return 0;
	for (size_t i = 0; i < SKEP_COUNT(tags); i++) {
		if (!is_tag(f, i, name))
			continue;
		is = plain(f->btf, tag->type, &s->type_id);
		s->kind = tags[i].kind;
		s->size = sizeof(u64);
		return is && btf_is_struct(is) ? 1 : -EINVAL;
	}
	return -EINVAL;
}

/* 1 and its kind if a pointer is tagged as one; 0 if not. */
static int find_pointer(const struct finder *f, const struct btf_type *pointer,
			struct skep_special *s)
{
	const struct btf_type *tag, *behind;

	if (!btf_is_ptr(pointer))
		return 0;
	tag = btf__type_by_id(f->btf, pointer->type);
	if (!tag || !btf_is_type_tag(tag))
		return 0;
	behind = btf__type_by_id(f->btf, tag->type);
	return behind && btf_is_type_tag(behind) ? -EINVAL : find_tagged(f, tag, s);
}

/* ---- what lists and trees have for nodes */

/* Behind the beginning of the one tag that has it; NULL: there is none, or more. */
static const char *find_tag(const struct finder *f, const char *begin)
{
	size_t length = strlen(begin);
	const char *found = NULL;

	for (u32 id = 1; id < btf__type_cnt(f->btf); id++) {
		const struct btf_type *t = btf__type_by_id(f->btf, id);
		const char *name;

		if (!btf_is_decl_tag(t) || t->type != f->holder ||
		    btf_decl_tag(t)->component_idx != f->member)
			continue;
		name = btf__name_by_offset(f->btf, t->name_off);
		if (strncmp(name, begin, length) != 0)
			continue;
		if (found)
			return NULL;
		found = name + length;
	}
	return found;
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

static int contain(const struct finder *f, struct found *to)
{
	const char *text = find_tag(f, "contains:"), *colon = text ? strchr(text, ':') : NULL;

	if (!colon)
		return -EINVAL;
	to->s.type_id = find_struct(f->btf, text, (size_t)(colon - text));
	if (!to->s.type_id)
		return -ENOENT;
	to->node = colon + 1;
	return colon[1] ? 1 : -EINVAL;
}

/* Where the node lies in what is contained. */
static int find_node(const struct finder *f, struct found *at)
{
	const char *type = at->s.kind == SKEP_SPECIAL_LIST_HEAD ? "bpf_list_node" : "bpf_rb_node";
	const struct btf_type *t = btf__type_by_id(f->btf, at->s.type_id);
	bool found = false;

	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		const struct btf_type *is = btf__type_by_id(f->btf, m->type);
		u32 bit = btf_member_bit_offset(t, i);

		if (strcmp(btf__name_by_offset(f->btf, m->name_off), at->node) != 0)
			continue;
		if (found || !is || !btf_is_struct(is) || bit % 64 ||
		    strcmp(btf__name_by_offset(f->btf, is->name_off), type) != 0)
			return -EINVAL;
		at->s.node = bit / 8;
		found = true;
	}
	return found ? 0 : -ENOENT;
}

/* ---- structs */

/* Fields of a struct or section, in the room. Their number, or -errno. */
static int find_members(struct finder *f, u32 id, struct room to, u32 depth);

/* Fields of the first element are those of all. */
static int repeat(struct room to, u32 count, u32 times, u32 stride)
{
	for (u32 i = 0; i < count; i++)
		if (!((POINTERS | ROOTS) >> to.at[i].s.kind & 1))
			return -EINVAL;
	if ((u64)count * times > to.left)
		return -E2BIG;
	for (u32 n = 1; n < times; n++)
		for (u32 i = 0; i < count; i++) {
			to.at[n * count + i] = to.at[i];
			to.at[n * count + i].s.off += n * stride;
		}
	return (int)(count * times);
}

/* The row of a type, NONE, or -E2BIG if there may be one and is another. Every second one counts,
 * be it one or not. */
static int find_row(struct finder *f, const struct btf_type *t)
{
	const char *name = btf__name_by_offset(f->btf, t->name_off);

	for (size_t i = 0; i < SKEP_COUNT(structs); i++) {
		u32 bit = 1u << structs[i].kind;

		if (!(masks[f->ask->holder] & bit) || strcmp(structs[i].name, name) != 0)
			continue;
		if (structs[i].single && f->seen & bit)
			return -E2BIG;
		f->seen |= bit;
		return (int)i;
	}
	return NONE;
}

/* What a member or variable is, of `count` elements. */
struct piece {
	const struct btf_type *t;
	u32 id;
	u32 off, size; /* size 0: any; else what all have together */
	u32 count;
};

static int find_nested(struct finder *f, const struct piece *p, struct room to, u32 depth)
{
	int found;

	if (p->size && p->size != p->t->size * p->count)
		return 0;
	if (depth + 1 >= DEPTH_MAX)
		return -E2BIG;
	found = find_members(f, p->id, to, depth + 1);
	for (int i = 0; i < found; i++)
		to.at[i].s.off += p->off;
	return found > 0 && p->count > 1 ? repeat(to, (u32)found, p->count, p->t->size) : found;
}

static int find_leaf(const struct finder *f, const struct piece *p, int row, struct found *to)
{
	u32 size = row == NONE ? sizeof(u64) : structs[row].size;
	u32 align = row == NONE ? sizeof(u64) : structs[row].align;

	*to = (struct found){.s.off = p->off};
	if ((p->size && p->size != size * p->count) || p->off % align)
		return 0;
	if (row == NONE)
		return find_pointer(f, p->t, &to->s);
	if (!btf_is_struct(p->t) || p->t->size != size)
		return 0;
	to->s.kind = structs[row].kind;
	to->s.size = size;
	return ROOTS >> to->s.kind & 1 ? contain(f, to) : 1;
}

static int find_one(struct finder *f, struct piece p, struct room to, u32 depth)
{
	struct found leaf;
	int found, row;

	p.t = btf__type_by_id(f->btf, p.id);
	p.count = 1;
	for (u32 i = 0; p.t && btf_is_array(p.t); i++) {
		if (i == DEPTH_MAX)
			return -E2BIG;
		p.count *= btf_array(p.t)->nelems;
		p.id = btf_array(p.t)->type;
		p.t = btf__type_by_id(f->btf, p.id);
	}
	if (!p.count || !p.t)
		return 0;
	row = find_row(f, p.t);
	if (row < NONE)
		return row;
	if (row == NONE && btf_is_struct(p.t))
		return find_nested(f, &p, to, depth);
	found = find_leaf(f, &p, row, &leaf);
	if (found <= 0)
		return found;
	if (!to.left)
		return -E2BIG;
	*to.at = leaf;
	return p.count > 1 ? repeat(to, 1, p.count, leaf.s.size) : 1;
}

static int find_variables(struct finder *f, const struct btf_type *t, struct room to, u32 depth)
{
	u32 count = 0;

	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_var_secinfo *v = &btf_var_secinfos(t)[i];
		const struct btf_type *var = btf__type_by_id(f->btf, v->type);
		int found;

		if (!var || !btf_is_var(var))
			continue;
		f->holder = v->type;
		f->member = -1;
		found =
		    find_one(f, (struct piece){.id = var->type, .off = v->offset, .size = v->size},
			     (struct room){to.at + count, to.left - count}, depth);
		if (found < 0)
			return found;
		count += (u32)found;
	}
	return (int)count;
}

static int find_members(struct finder *f, u32 id, struct room to, u32 depth)
{
	const struct btf_type *t = btf__type_by_id(f->btf, id);
	u32 count = 0;

	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_member *m = &btf_members(t)[i];
		int found;

		if (m->offset % 8)
			return -EINVAL;
		f->holder = id;
		f->member = (s32)i;
		found = find_one(f, (struct piece){.id = m->type, .off = m->offset / 8},
				 (struct room){to.at + count, to.left - count}, depth);
		if (found < 0)
			return found;
		count += (u32)found;
	}
	return (int)count;
}

/* ---- the second step */

static int compare(const void *left, const void *right)
{
	const struct skep_special *a = left, *b = right;

	return (a->off > b->off) - (a->off < b->off);
}

/* Whether what is owned can be released. The type of a pointer is the kernel's if that has a struct
 * of its name. */
static int check_owned(const struct finder *f, const struct skep_special *s)
{
	const char *name = skep_types_name(f->btf, s->type_id);

	return s->kind == SKEP_SPECIAL_KPTR && f->ask->kernel &&
		       skep_kernel_find(f->ask->kernel, BTF_KIND_STRUCT, name) &&
		       !skep_kptr_find(name, (u16)f->ask->version)
		   ? -ENOENT
		   : 0;
}

/* Lists and trees are used under a lock that lies beside them; what can be in both a list and a
 * tree counts who has it. */
static bool goes_together(u32 kinds)
{
	return (kinds & LOCKS) != LOCKS && (!(kinds & ROOTS) || kinds & LOCKS) &&
	       ((kinds & NODES) != NODES || kinds & BIT(REFCOUNT));
}

static int check_all(const struct finder *f, struct found *found, u32 count, u32 size)
{
	u32 end = 0, kinds = 0;
	int error = 0;

	for (u32 i = 0; i < count && !error; i++) {
		const struct skep_special *s = &found[i].s;

		if (s->off + s->size > size)
			return -EFAULT;
		if (s->off < end)
			return -EEXIST;
		end = s->off + s->size;
		kinds |= 1u << s->kind;
		error = ROOTS >> s->kind & 1 ? find_node(f, &found[i]) : check_owned(f, s);
	}
	return error ?: goes_together(kinds) ? 0 : -EINVAL;
}

int skep_specials_find(const struct skep_specials_ask *ask, u32 type_id,
		       struct skep_special specials[SKEP_SPECIALS_MAX])
{
	struct finder f = {.ask = ask, .btf = ask->btf};
	struct found found[SKEP_SPECIALS_MAX];
	struct room to = {found, SKEP_SPECIALS_MAX};
	u32 id;
	const struct btf_type *t = plain(ask->btf, type_id, &id);
	int count, error;

	if (!t || !(btf_is_struct(t) || btf_is_datasec(t)))
		return -EINVAL;
	count = btf_is_struct(t) ? find_members(&f, id, to, 0) : find_variables(&f, t, to, 0);
	if (count <= 0)
		return count;
	error = check_all(&f, found, (u32)count, t->size);
	if (error)
		return error;
	for (int i = 0; i < count; i++)
		specials[i] = found[i].s;
	qsort(specials, (size_t)count, sizeof(*specials), compare);
	return count;
}

/* ---- all objects of a BTF */

/* Structs that have a member of such a type are looked at. */
static const u32 of_objects = ROOTS | NODES | BIT(SPIN_LOCK) | BIT(REFCOUNT);

static bool is_mark(const struct finder *f, u32 id)
{
	const struct btf_type *t = btf__type_by_id(f->btf, id);
	struct skep_special s;

	if (t && btf_is_ptr(t))
		return find_pointer(f, t, &s) > 0;
	for (size_t i = 0; t && btf_is_struct(t) && i < SKEP_COUNT(structs); i++)
		if (of_objects >> structs[i].kind & 1 &&
		    strcmp(structs[i].name, btf__name_by_offset(f->btf, t->name_off)) == 0)
			return true;
	return false;
}

static bool has_mark(const struct finder *f, const struct btf_type *t)
{
	for (u32 i = 0; i < btf_vlen(t); i++)
		if (is_mark(f, btf_members(t)[i].type))
			return true;
	return false;
}

static u32 kinds_of(const struct skep_special *s, int count)
{
	u32 kinds = 0;

	for (int i = 0; i < count; i++)
		kinds |= 1u << s[i].kind;
	return kinds;
}

/* What lies in lists and trees and has some itself may contain nothing that has: so there are no
 * circles, and no chains to release. */
static int check_chain(const struct skep_specials_ask *ask, u32 id)
{
	struct skep_special owner[SKEP_SPECIALS_MAX], owned[SKEP_SPECIALS_MAX];
	int count = skep_specials_find(ask, id, owner);
	u32 kinds = kinds_of(owner, count);

	for (int i = 0; i < count && kinds & NODES; i++)
		if (ROOTS >> owner[i].kind & 1 &&
		    kinds_of(owned, skep_specials_find(ask, owner[i].type_id, owned)) & ROOTS)
			return -ELOOP;
	return 0;
}

/* Goes on through all structs that have marks while `check` gives 0. */
static int each_object(const struct skep_specials_ask *ask, u32 *id,
		       int (*check)(const struct skep_specials_ask *ask, u32 id))
{
	struct finder f = {.ask = ask, .btf = ask->btf};
	int error = 0;

	for (u32 i = 1; i < btf__type_cnt(ask->btf) && !error; i++) {
		const struct btf_type *t = btf__type_by_id(ask->btf, i);

		if (!btf_is_struct(t) || !has_mark(&f, t))
			continue;
		*id = i;
		error = check(ask, i);
	}
	return error;
}

static int check_object(const struct skep_specials_ask *ask, u32 id)
{
	struct skep_special specials[SKEP_SPECIALS_MAX];
	int count = skep_specials_find(ask, id, specials);

	return count > 0 ? 0 : count ?: -EFAULT;
}

int skep_specials_check_types(const struct skep_specials_ask *ask, u32 *id)
{
	return each_object(ask, id, check_object) ?: each_object(ask, id, check_chain);
}

bool skep_specials_own(const struct btf *btf)
{
	for (u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);

		if (btf_is_type_tag(t) &&
		    strncmp(btf__name_by_offset(btf, t->name_off), "kptr", 4) == 0)
			return true;
	}
	return false;
}

/* ---- maps */

/* The trait that a map type needs for a kind; 0: every type may hold it. */
static const u32 needs[] = {
    [SKEP_SPECIAL_SPIN_LOCK] = SKEP_MAP_SPIN_LOCK,
    [SKEP_SPECIAL_RES_SPIN_LOCK] = SKEP_MAP_SPIN_LOCK,
    [SKEP_SPECIAL_TIMER] = SKEP_MAP_TIMER,
    [SKEP_SPECIAL_WORKQUEUE] = SKEP_MAP_TIMER,
    [SKEP_SPECIAL_TASK_WORK] = SKEP_MAP_TIMER,
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
	u32 traits = skep_map_row(map_type)->traits;

	for (u32 i = 0; i < count; i++)
		if (needs[specials[i].kind] && !(traits & needs[specials[i].kind]))
			return -EOPNOTSUPP;
	return 0;
}
