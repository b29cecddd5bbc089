/* SPDX-License-Identifier: BSD-2-Clause */
/* What a type of BTF may say on its own, whatever the types are that it refers to (Linux:
 * kernel/bpf/btf.c, the check_meta of each kind). */
#include <bpf/btf.h>
#include <errno.h>

#include "syscall/btf.h"
#include "syscall/system.h"

enum {
	LAST_TYPE = 0xfffff,
	INFO_BITS = (int)0x9f00ffff, /* of `info`, all others are 0 */
	INT_BITS = 0x0fffffff,	     /* of what stands behind an integer */
	WIDEST = 128,		     /* bits of an integer */
	NAME_MAX_LENGTH = 512,
	FIRST_PRINTABLE = 32,
	LAST_PRINTABLE = 126,
};

/* ---- names */

/* Letters are those of Latin-1 in Linux. */
static bool is_letter(u8 c)
{
	if (c >= 0xc0)
		return c != 0xd7 && c != 0xf7;
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_identifier(const char *name)
{
	u32 i;

	for (i = 0; name[i] && i < NAME_MAX_LENGTH; i++) {
		u8 c = (u8)name[i];
		bool digit = i && c >= '0' && c <= '9';

		if (!is_letter(c) && !digit && c != '_' && c != '.')
			return false;
	}
	return i && !name[i];
}

static bool is_section_name(const char *name)
{
	u32 i;

	for (i = 0; name[i] && i < NAME_MAX_LENGTH; i++) {
		u8 c = (u8)name[i];

		if (c < FIRST_PRINTABLE || (c > LAST_PRINTABLE && c < 0xa0))
			return false;
	}
	return i && !name[i];
}

static const char *name_at(const struct skep_btf_strings *s, u32 at)
{
	return at < s->size ? s->bytes + at : NULL;
}

bool skep_btf_is_named(const struct skep_btf_strings *s, u32 at)
{
	const char *name = name_at(s, at);

	return at && name && is_identifier(name);
}

static bool may_be_named(const struct skep_btf_strings *s, u32 at)
{
	return !at || skep_btf_is_named(s, at);
}

/* ---- kinds */

static bool check_int(const struct btf_type *t, const struct skep_btf_strings *s)
{
	u32 data = *(const u32 *)(t + 1);
	u32 bits = BTF_INT_BITS(data) + BTF_INT_OFFSET(data);

	(void)s;
	return !(data & ~(u32)INT_BITS) && bits <= WIDEST && (bits + 7) / 8 <= t->size;
}

static bool is_encoding(u32 encoding)
{
	return !(encoding & (encoding - 1)) && encoding <= BTF_INT_BOOL;
}

/* Whether there may be a type of a number, but void. */
static bool is_type(u32 id)
{
	return id && id <= LAST_TYPE;
}

static bool check_plain(const struct btf_type *t, const struct skep_btf_strings *s)
{
	(void)s;
	return !t->name_off && t->type <= LAST_TYPE;
}

static bool check_typedef(const struct btf_type *t, const struct skep_btf_strings *s)
{
	return skep_btf_is_named(s, t->name_off) && t->type <= LAST_TYPE;
}

static bool is_text(const struct skep_btf_strings *s, u32 at)
{
	const char *text = name_at(s, at);

	return text && text[0];
}

static bool check_type_tag(const struct btf_type *t, const struct skep_btf_strings *s)
{
	return is_text(s, t->name_off) && t->type <= LAST_TYPE;
}

static bool check_decl_tag(const struct btf_type *t, const struct skep_btf_strings *s)
{
	return is_text(s, t->name_off) && btf_decl_tag(t)->component_idx >= -1;
}

static bool check_fwd(const struct btf_type *t, const struct skep_btf_strings *s)
{
	return skep_btf_is_named(s, t->name_off) && !t->type;
}

static bool check_array(const struct btf_type *t, const struct skep_btf_strings *s)
{
	(void)s;
	return !t->name_off && !t->size && is_type(btf_array(t)->type) &&
	       is_type(btf_array(t)->index_type);
}

/* Members stand in order. */
static bool check_members(const struct btf_type *t, const struct skep_btf_strings *s)
{
	const struct btf_member *m = btf_members(t);
	u32 last = 0;

	if (!may_be_named(s, t->name_off))
		return false;
	for (u32 i = 0; i < btf_vlen(t); i++) {
		u32 offset = btf_member_bit_offset(t, i);

		if (!may_be_named(s, m[i].name_off) || !is_type(m[i].type) || offset < last ||
		    (btf_is_union(t) && offset) || (offset + 7ULL) / 8 > t->size)
			return false;
		last = offset;
	}
	return true;
}

static bool is_enum_size(const struct btf_type *t)
{
	return t->size && t->size <= 8 && !(t->size & (t->size - 1));
}

static bool check_enum(const struct btf_type *t, const struct skep_btf_strings *s)
{
	for (u32 i = 0; i < btf_vlen(t); i++)
		if (!skep_btf_is_named(s, btf_enum(t)[i].name_off))
			return false;
	return is_enum_size(t) && may_be_named(s, t->name_off);
}

static bool check_enum64(const struct btf_type *t, const struct skep_btf_strings *s)
{
	for (u32 i = 0; i < btf_vlen(t); i++)
		if (!skep_btf_is_named(s, btf_enum64(t)[i].name_off))
			return false;
	return is_enum_size(t) && may_be_named(s, t->name_off);
}

static bool check_func(const struct btf_type *t, const struct skep_btf_strings *s)
{
	return skep_btf_is_named(s, t->name_off) && btf_vlen(t) <= BTF_FUNC_GLOBAL;
}

static bool check_proto(const struct btf_type *t, const struct skep_btf_strings *s)
{
	(void)s;
	return !t->name_off;
}

static bool check_var(const struct btf_type *t, const struct skep_btf_strings *s)
{
	return skep_btf_is_named(s, t->name_off) && is_type(t->type) &&
	       btf_var(t)->linkage <= BTF_VAR_GLOBAL_ALLOCATED;
}

static bool check_section(const struct btf_type *t, const struct skep_btf_strings *s)
{
	const char *name = name_at(s, t->name_off);
	u64 end = 0;

	for (u32 i = 0; i < btf_vlen(t); i++) {
		const struct btf_var_secinfo *v = &btf_var_secinfos(t)[i];

		if (!is_type(v->type) || v->offset < end || v->offset >= t->size || !v->size ||
		    v->size > t->size)
			return false;
		end = (u64)v->offset + v->size;
		if (end > t->size)
			return false;
	}
	return t->size && t->name_off && name && is_section_name(name);
}

static bool check_float(const struct btf_type *t, const struct skep_btf_strings *s)
{
	(void)s;
	return t->size == 2 || t->size == 4 || t->size == 8 || t->size == 12 || t->size == 16;
}

static const struct {
	bool (*check)(const struct btf_type *t, const struct skep_btf_strings *s);
	bool counts, flagged; /* vlen and the kind's flag may be set */
} kinds[] = {
    [BTF_KIND_INT] = {check_int, false, false},
    [BTF_KIND_PTR] = {check_plain, false, false},
    [BTF_KIND_ARRAY] = {check_array, false, false},
    [BTF_KIND_STRUCT] = {check_members, true, true},
    [BTF_KIND_UNION] = {check_members, true, true},
    [BTF_KIND_ENUM] = {check_enum, true, true},
    [BTF_KIND_FWD] = {check_fwd, false, true},
    [BTF_KIND_TYPEDEF] = {check_typedef, false, false},
    [BTF_KIND_VOLATILE] = {check_plain, false, false},
    [BTF_KIND_CONST] = {check_plain, false, false},
    [BTF_KIND_RESTRICT] = {check_plain, false, false},
    [BTF_KIND_FUNC] = {check_func, true, false},
    [BTF_KIND_FUNC_PROTO] = {check_proto, true, false},
    [BTF_KIND_VAR] = {check_var, false, false},
    [BTF_KIND_DATASEC] = {check_section, true, false},
    [BTF_KIND_FLOAT] = {check_float, false, false},
    [BTF_KIND_DECL_TAG] = {check_decl_tag, false, true},
    [BTF_KIND_TYPE_TAG] = {check_type_tag, false, true},
    [BTF_KIND_ENUM64] = {check_enum64, true, true},
};

static bool is_sound(const struct btf_type *t, const struct skep_btf_strings *s)
{
	u32 kind = btf_kind(t);

	return !(t->info & ~(u32)INFO_BITS) && (kinds[kind].counts || !btf_vlen(t)) &&
	       (kinds[kind].flagged || !btf_kflag(t)) && name_at(s, t->name_off) &&
	       kinds[kind].check(t, s);
}

int skep_btf_check_meta(const struct btf_type *t, const struct skep_btf_strings *s)
{
	if (!is_sound(t, s))
		return -EINVAL;
	return btf_is_int(t) && !is_encoding(btf_int_encoding(t)) ? -SKEP_ENOTSUPP : 0;
}
