/* SPDX-License-Identifier: BSD-2-Clause */
#include <bpf/btf.h>
#include <string.h>

#include "object/kind.h"

enum { DEPTH = 16 }; /* of structs in structs without names */

/* A member being looked for. */
struct search {
	const struct btf *btf;
	const char *name;
	size_t length;
	u32 type, offset; /* where it was found */
};

static bool find(struct search *s, u32 id, u32 offset, u32 depth)
{
	const struct skep_kinded k = skep_kind_of(s->btf, id);

	if (!k.type || !btf_is_composite(k.type) || depth == DEPTH)
		return false;
	for (u32 i = 0; i < btf_vlen(k.type); i++) {
		const struct btf_member *m = &btf_members(k.type)[i];
		const char *name = btf__name_by_offset(s->btf, m->name_off);
		u32 at = offset + btf_member_bit_offset(k.type, i) / 8;

		if (name && !*name && find(s, m->type, at, depth + 1))
			return true;
		if (!name || strlen(name) != s->length || strncmp(name, s->name, s->length) != 0)
			continue;
		s->type = m->type;
		s->offset = at;
		return !skep_kind_bits(k.type, i).count;
	}
	return false;
}

bool skep_value_part(const struct skep_value_type *type, const char *path,
		     struct skep_value_type *part, u32 *offset)
{
	struct search s = {.btf = type->btf, .type = type->id};
	s64 size;

	while (*path) {
		s.name = path;
		s.length = strcspn(path, ".");
		if (!s.btf || !find(&s, s.type, s.offset, 0))
			return false;
		path += s.length + (path[s.length] == '.');
	}
	size = s.btf ? btf__resolve_size(s.btf, s.type) : -1;
	if (size < 0 || s.offset + (u64)size > type->size)
		return false;
	*part = (struct skep_value_type){.btf = s.btf, .id = s.type, .size = (u32)size};
	*offset = s.offset;
	return true;
}
