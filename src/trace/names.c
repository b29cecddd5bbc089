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

static bool copy_values(struct skep_trace_names *names, const struct btf *btf,
			const struct btf_type *type)
{
	static const char mark[] = "_REASON_";
	const struct btf_enum *e = btf_enum(type);

	for (u32 i = 0; i < btf_vlen(type); i++) {
		const char *name = btf__name_by_offset(btf, e[i].name_off);
		const char *behind = strstr(name, mark);
		struct value value = {.number = (u32)e[i].val};

		snprintf(value.name, sizeof(value.name), "%s",
			 behind ? behind + strlen(mark) : name);
		if (!SKEP_PUSH(&names->values, value))
			return false;
	}
	return true;
}

static bool read_values(struct skep_trace_names *names, const char *enumeration)
{
	struct btf *btf = btf__load_vmlinux_btf();
	s32 id = btf ? btf__find_by_name_kind(btf, enumeration, BTF_KIND_ENUM) : -1;
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
