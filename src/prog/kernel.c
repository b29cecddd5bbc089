/* SPDX-License-Identifier: BSD-2-Clause */
/* An open hash table over the named types that are looked for: structs, unions, numbers, functions,
 * variables and typedefs. */
#include "prog/kernel.h"

#include <bpf/btf.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"

struct skep_kernel {
	struct btf *btf; /* owned */
	u32 *slots;	 /* type ids, 0: free; a power of 2 of them */
	u32 mask;
};

/* The length of a name without its flavour: "task_struct" of "task_struct___local". */
static size_t essential(const char *name)
{
	size_t length = strlen(name);

	for (size_t i = length; i-- > 4;)
		if (name[i] != '_' && memcmp(name + i - 3, "___", 3) == 0 && name[i - 4] != '_')
			return i - 3;
	return length;
}

/* Flavours of a name follow each other in the table. */
static u32 hash_name(const char *name)
{
	u32 hash = 2166136261u;

	for (size_t i = 0, length = essential(name); i < length; i++)
		hash = (hash ^ (u8)name[i]) * 16777619u;
	return hash;
}

static bool is_indexed(const struct btf_type *t)
{
	return t->name_off && (btf_is_composite(t) || btf_is_func(t) || btf_is_var(t) ||
			       btf_is_typedef(t) || btf_is_int(t) || btf_is_any_enum(t));
}

static void fill(struct skep_kernel *kernel)
{
	for (u32 id = 1; id < btf__type_cnt(kernel->btf); id++) {
		const struct btf_type *t = btf__type_by_id(kernel->btf, id);
		u32 at;

		if (!is_indexed(t))
			continue;
		at = hash_name(btf__name_by_offset(kernel->btf, t->name_off)) & kernel->mask;
		while (kernel->slots[at])
			at = (at + 1) & kernel->mask;
		kernel->slots[at] = id;
	}
}

struct skep_kernel *skep_kernel_new(struct btf *btf, struct skep_diag *d)
{
	struct skep_kernel *kernel = skep_alloc(sizeof(*kernel));
	u32 room = 1024;

	while (room < 2 * btf__type_cnt(btf))
		room *= 2;
	if (kernel) {
		kernel->mask = room - 1;
		kernel->slots = skep_alloc(room * sizeof(u32));
	}
	if (!kernel || !kernel->slots) {
		skep_free(kernel);
		btf__free(btf);
		skep_fail_nomem(d);
		return NULL;
	}
	kernel->btf = btf;
	fill(kernel);
	return kernel;
}

void skep_kernel_free(struct skep_kernel *kernel)
{
	if (!kernel)
		return;
	btf__free(kernel->btf);
	skep_free(kernel->slots);
	skep_free(kernel);
}

const struct btf *skep_kernel_btf(const struct skep_kernel *kernel)
{
	return kernel->btf;
}

u32 skep_kernel_find(const struct skep_kernel *kernel, u32 kind, const char *name)
{
	for (u32 at = hash_name(name) & kernel->mask; kernel->slots[at];
	     at = (at + 1) & kernel->mask) {
		const struct btf_type *t = btf__type_by_id(kernel->btf, kernel->slots[at]);

		if (btf_kind(t) == kind &&
		    strcmp(btf__name_by_offset(kernel->btf, t->name_off), name) == 0)
			return kernel->slots[at];
	}
	return 0;
}

u32 skep_kernel_flavours(const struct skep_kernel *kernel, u32 kind, const char *name, u32 *id)
{
	size_t length = essential(name);
	u32 count = 0;

	for (u32 at = hash_name(name) & kernel->mask; kernel->slots[at];
	     at = (at + 1) & kernel->mask) {
		const struct btf_type *t = btf__type_by_id(kernel->btf, kernel->slots[at]);
		const char *other = btf__name_by_offset(kernel->btf, t->name_off);

		if (btf_kind(t) != kind || essential(other) != length ||
		    strncmp(other, name, length) != 0)
			continue;
		*id = kernel->slots[at];
		count++;
	}
	return count;
}

const struct btf_type *skep_types_plain(const struct btf *btf, u32 id, u32 *plain_id)
{
	const struct btf_type *t = btf__type_by_id(btf, id);

	while (t && (btf_is_mod(t) || btf_is_typedef(t) || btf_is_type_tag(t))) {
		id = t->type;
		t = btf__type_by_id(btf, id);
	}
	if (plain_id)
		*plain_id = id;
	return t;
}

const struct btf_type *skep_kernel_plain(const struct skep_kernel *kernel, u32 id, u32 *plain_id)
{
	return skep_types_plain(kernel->btf, id, plain_id);
}

bool skep_kernel_is_percpu(const struct skep_kernel *kernel, u32 var)
{
	for (u32 id = 1; id < btf__type_cnt(kernel->btf); id++) {
		const struct btf_type *t = btf__type_by_id(kernel->btf, id);

		if (!btf_is_datasec(t) ||
		    strcmp(skep_kernel_name(kernel, id), ".data..percpu") != 0)
			continue;
		for (u32 i = 0; i < btf_vlen(t); i++)
			if (btf_var_secinfos(t)[i].type == var)
				return true;
	}
	return false;
}

const char *skep_types_name(const struct btf *btf, u32 id)
{
	const struct btf_type *t = btf__type_by_id(btf, id);
	const char *name = t ? btf__name_by_offset(btf, t->name_off) : NULL;

	return name ? name : "";
}

const char *skep_kernel_name(const struct skep_kernel *kernel, u32 id)
{
	return skep_types_name(kernel->btf, id);
}
