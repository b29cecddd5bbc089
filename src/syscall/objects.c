/* SPDX-License-Identifier: BSD-2-Clause */
#include "syscall/objects.h"

#include "base/alloc.h"
#include "base/array.h"
#include "prog/specials.h"
#include "syscall/load.h"

struct skep_map_span skep_span_of(const struct skep_special *special)
{
	static const u8 kinds[] = {
	    [SKEP_SPECIAL_SPIN_LOCK] = SKEP_SPAN_LOCK,
	    [SKEP_SPECIAL_RES_SPIN_LOCK] = SKEP_SPAN_LOCK,
	    [SKEP_SPECIAL_KPTR] = SKEP_SPAN_POINTER,
	    [SKEP_SPECIAL_KPTR_PERCPU] = SKEP_SPAN_POINTER,
	    [SKEP_SPECIAL_LIST_HEAD] = SKEP_SPAN_LIST,
	    [SKEP_SPECIAL_RB_ROOT] = SKEP_SPAN_TREE,
	};

	return (struct skep_map_span){
	    .off = special->off,
	    .size = special->size,
	    .node = special->node,
	    .kind = special->kind < SKEP_COUNT(kinds) ? kinds[special->kind] : SKEP_SPAN_PLAIN};
}

bool skep_spans_own(const struct skep_map_span *spans, u32 count)
{
	for (u32 i = 0; i < count; i++)
		if (spans[i].kind >= SKEP_SPAN_POINTER)
			return true;
	return false;
}

static struct skep_object_type *make(const struct skep_prog_load *l, u32 id, bool per_cpu)
{
	const struct skep *skep = l->call->skep;
	struct skep_special found[SKEP_SPECIALS_MAX];
	struct skep_map_span spans[SKEP_SPECIALS_MAX];
	struct skep_object_plan plan = {.size = skep_btf_size(l->in.btf, id),
					.cpus = per_cpu ? skep->config.cpus : 0,
					.spans = spans};
	struct skep_specials_ask ask = {
	    .btf = l->in.btf, .version = skep->config.kernel, .holder = SKEP_SPECIALS_OBJECT};
	int count = skep_specials_find(&ask, id, found);

	for (int i = 0; i < count; i++)
		spans[plan.span_count++] = skep_span_of(&found[i]);
	return skep_object_type_new(skep->objects, &plan);
}

static struct skep_object_type *find(const struct skep_prog_entity *prog, u32 id, bool per_cpu)
{
	for (size_t i = 0; i < prog->types.count; i++)
		if (prog->types.data[i].id == id && prog->types.data[i].per_cpu == per_cpu)
			return prog->types.data[i].type;
	return NULL;
}

u64 skep_load_object_type(void *context, u32 id, bool per_cpu)
{
	struct skep_prog_load *l = context;
	struct skep_made_type made = {.id = id, .per_cpu = per_cpu};

	made.type = find(l->prog, id, per_cpu);
	if (made.type)
		return (u64)(uintptr_t)made.type;
	made.type = make(l, id, per_cpu);
	if (made.type && !SKEP_PUSH(&l->prog->types, made)) {
		skep_object_type_put(made.type);
		made.type = NULL;
	}
	return (u64)(uintptr_t)made.type;
}

void skep_object_types_drop(struct skep_prog_entity *prog)
{
	for (size_t i = 0; i < prog->types.count; i++)
		skep_object_type_put(prog->types.data[i].type);
	skep_free(prog->types.data);
}
