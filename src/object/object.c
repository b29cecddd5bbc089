/* SPDX-License-Identifier: BSD-2-Clause */
/* libbpf opens the file, which checks it and tells programs from functions and types of maps;
 * nothing is loaded and no privilege needed. Then the wanted functions are laid out one behind the
 * other, in the order of the file. */
#include "object/object.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "object/functions.h"
#include "object/lines.h"
#include "object/log.h"
#include "object/relocate.h"
#include "object/sections.h"

/* ---- which functions */

static bool is_chosen(const struct skep_build *build, const struct skep_function *f,
		      const struct skep_object_choice *choice)
{
	const char *section = build->elf.sections[f->section].name;

	return (!choice->section || strcmp(section, choice->section) == 0) &&
	       (!choice->prog || strcmp(f->name, choice->prog) == 0);
}

static bool fail_choice(const struct skep_build *build, const struct skep_object_choice *choice)
{
	struct skep_buffer names = {0};
	const char *last = "";

	for (size_t i = 0; i < build->function_count; i++) {
		const struct skep_function *f = &build->functions[i];
		const char *name = choice->prog ? f->name : build->elf.sections[f->section].name;

		if (strcmp(name, last) != 0)
			skep_buffer_printf(&names, "%s%s", names.count ? ", " : "", name);
		last = name;
	}
	if (choice->prog)
		skep_fail(build->d, SKEP_E_NAME, "there is no program or function %s%s%s",
			  choice->prog, choice->section ? " in section " : "",
			  choice->section ? choice->section : "");
	else
		skep_fail(build->d, SKEP_E_NAME, "there is no code in a section %s",
			  choice->section);
	skep_hint(build->d, "there are %s", names.failed || !names.count ? "none" : names.data);
	skep_buffer_fini(&names);
	return false;
}

static bool choose(struct skep_build *build, const struct skep_object_choice *choice)
{
	bool any = false;

	for (size_t i = 0; i < build->function_count; i++) {
		build->functions[i].wanted = is_chosen(build, &build->functions[i], choice);
		any |= build->functions[i].wanted;
	}
	if (!build->function_count)
		return skep_fail(build->d, SKEP_E_FORMAT, "the object file holds no code");
	return any ? skep_relocate_callees(build) : fail_choice(build, choice);
}

/* ---- where they come to lie */

static bool lay_out(struct skep_build *build)
{
	struct skep_object *object = build->object;
	struct bpf_insn *insns;
	u32 count = 0;

	object->functions =
	    skep_arena_array(&object->arena, build->function_count, sizeof(*object->functions));
	if (!object->functions)
		return skep_fail_nomem(build->d);
	for (size_t i = 0; i < build->function_count; i++) {
		struct skep_function *f = &build->functions[i];

		if (!f->wanted)
			continue;
		f->first = count;
		if (__builtin_add_overflow(count, f->count, &count))
			return skep_fail(build->d, SKEP_E_LIMIT, "more than %u instructions",
					 UINT32_MAX);
		object->functions[object->function_count++] = (struct skep_object_function){
		    .name = f->name,
		    .section = build->elf.sections[f->section].name,
		    .type = f->type,
		    .first = f->first,
		    .count = f->count,
		    .offset = f->offset,
		};
	}
	insns = skep_arena_array(&object->arena, count, sizeof(*insns));
	object->prog = insns ? skep_prog_new(SKEP_PROG_RAW, insns, count, build->d) : NULL;
	return object->prog || skep_fail_nomem(build->d);
}

static int compare_names(const void *left, const void *right)
{
	const struct skep_object_function *const *a = left, *const *b = right;

	return strcmp((*a)->name, (*b)->name);
}

/* A name that two functions have (static ones of linked files), or that could not be read back, is
 * no label. */
static bool find_labels(struct skep_build *build)
{
	struct skep_object *object = build->object;
	size_t count = object->function_count;
	struct skep_object_function **sorted =
	    skep_arena_array(&object->arena, count, sizeof(*sorted));

	if (!sorted)
		return skep_fail_nomem(build->d);
	for (size_t i = 0; i < count; i++)
		sorted[i] = &object->functions[i];
	qsort(sorted, count, sizeof(*sorted), compare_names);
	for (size_t i = 0; i < count; i++) {
		bool twice = (i && compare_names(&sorted[i], &sorted[i - 1]) == 0) ||
			     (i + 1 < count && compare_names(&sorted[i], &sorted[i + 1]) == 0);

		sorted[i]->is_label =
		    !twice && skep_prog_is_name(sorted[i]->name, strlen(sorted[i]->name));
	}
	return true;
}

/* ---- what is known of maps */

static const char *describe(struct skep_build *build, const struct bpf_map *map)
{
	struct skep_buffer b = {0};
	const char *type = libbpf_bpf_map_type_str(bpf_map__type(map)), *text;

	skep_buffer_printf(&b, "%s, key %u, value %u, max_entries %u", type ? type : "unknown type",
			   bpf_map__key_size(map), bpf_map__value_size(map),
			   bpf_map__max_entries(map));
	text = b.failed ? NULL : skep_arena_text(&build->object->arena, b.data, b.count);
	skep_buffer_fini(&b);
	return text;
}

static bool describe_maps(struct skep_build *build)
{
	struct skep_object *object = build->object;
	u32 count = object->prog->data_count;

	object->maps = skep_arena_array(&object->arena, count + 1, sizeof(*object->maps));
	if (!object->maps)
		return skep_fail_nomem(build->d);
	for (u32 i = 0; i < count; i++) {
		const struct bpf_map *map =
		    bpf_object__find_map_by_name(build->opened, object->prog->data[i].name);

		object->maps[i] = map ? describe(build, map) : NULL;
		if (map && !object->maps[i])
			return skep_fail_nomem(build->d);
	}
	return true;
}

/* ---- all */

static bool open_file(struct skep_build *build, const char *name, const void *bytes, size_t size)
{
	LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = name);

	skep_log_begin();
	build->opened = skep_sections_type(bpf_object__open_mem(bytes, size, &options));
	return build->opened ||
	       skep_log_fail(build->d, SKEP_E_FORMAT, (struct skep_log_task){"open", name}, errno);
}

static bool read_object(struct skep_build *build, const struct skep_object_choice *choice)
{
	return skep_functions_find(build) && choose(build, choice) && lay_out(build) &&
	       find_labels(build) && skep_relocate(build) && skep_lines_read(build) &&
	       describe_maps(build);
}

struct skep_object *skep_object_read(const char *name, const void *bytes, size_t size,
				     const struct skep_object_choice *choice, struct skep_diag *d)
{
	struct skep_object *object = skep_alloc(sizeof(*object));
	struct skep_build build = {.object = object, .d = d};
	bool ok;

	if (!object) {
		skep_fail_nomem(d);
		return NULL;
	}
	ok = open_file(&build, name, bytes, size) &&
	     skep_elf_read(&build.elf, &object->arena, bytes, size, d) &&
	     read_object(&build, choice);
	bpf_object__close(build.opened);
	if (ok)
		return object;
	skep_object_free(object);
	return NULL;
}

void skep_object_free(struct skep_object *object)
{
	if (!object)
		return;
	skep_prog_free(object->prog);
	skep_arena_fini(&object->arena);
	skep_free(object);
}
