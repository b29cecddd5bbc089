/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/names.h"

#include <bpf/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/array.h"
#include "trace/symbols.h"

enum { NAME = 80 };

struct value {
	u32 number;
	char name[NAME];
};

struct skep_trace_names {
	struct {
		struct value *data;
		size_t count, room;
	} values;
	struct skep_symbols *symbols; /* NULL: none were asked for */
};

/* ---- enumerations */

/* The part of a name that is its own: "NO_SOCKET" of "SKB_DROP_REASON_NO_SOCKET", "NET_RX" of
 * "NET_RX_SOFTIRQ". */
static void put_name(struct value *value, const char *name)
{
	static const char before[] = "_REASON_", after[] = "_SOFTIRQ";
	const char *begin = strstr(name, before), *end = strstr(name, after);

	begin = begin ? begin + strlen(before) : name;
	snprintf(value->name, sizeof(value->name), "%.*s",
		 (int)(end ? end - begin : (s64)strlen(begin)), begin);
}

static bool copy_values(struct skep_trace_names *names, const struct btf *btf,
			const struct btf_type *type)
{
	const struct btf_enum *e = btf_enum(type);

	for (u32 i = 0; i < btf_vlen(type); i++) {
		struct value value = {.number = (u32)e[i].val};

		put_name(&value, btf__name_by_offset(btf, e[i].name_off));
		if (!SKEP_PUSH(&names->values, value))
			return false;
	}
	return true;
}

static bool has_value(const struct btf *btf, const struct btf_type *type, const char *value)
{
	for (u32 i = 0; i < btf_vlen(type); i++)
		if (strcmp(btf__name_by_offset(btf, btf_enum(type)[i].name_off), value) == 0)
			return true;
	return false;
}

/* By its name, or the name of a value of one that has none; below 0: there is none. */
static s32 find_enumeration(const struct btf *btf, const char *name)
{
	s32 id = btf__find_by_name_kind(btf, name, BTF_KIND_ENUM);

	for (u32 i = 1; id < 0 && i < btf__type_cnt(btf); i++) {
		const struct btf_type *type = btf__type_by_id(btf, i);

		if (btf_is_enum(type) && !type->name_off && has_value(btf, type, name))
			id = (s32)i;
	}
	return id;
}

static bool read_values(struct skep_trace_names *names, const char *enumeration)
{
	struct btf *btf = btf__load_vmlinux_btf();
	s32 id = btf ? find_enumeration(btf, enumeration) : -1;
	bool ok = id < 0 || copy_values(names, btf, btf__type_by_id(btf, (u32)id));

	btf__free(btf);
	return ok;
}

struct skep_trace_names *skep_trace_names_new(const char *enumeration)
{
	struct skep_trace_names *names = skep_alloc(sizeof(*names));

	if (names && enumeration && !read_values(names, enumeration)) {
		skep_trace_names_free(names);
		return NULL;
	}
	return names;
}

const char *skep_trace_names_value(const struct skep_trace_names *names, u64 value)
{
	for (size_t i = 0; i < names->values.count; i++)
		if (names->values.data[i].number == value)
			return names->values.data[i].name;
	return NULL;
}

/* ---- functions */

const char *skep_trace_names_function(struct skep_trace_names *names, u64 address)
{
	if (!names->symbols)
		names->symbols = skep_symbols_new();
	return names->symbols ? skep_symbols_kernel(names->symbols, address) : NULL;
}

void skep_trace_names_free(struct skep_trace_names *names)
{
	if (!names)
		return;
	skep_symbols_free(names->symbols);
	skep_free(names->values.data);
	skep_free(names);
}
