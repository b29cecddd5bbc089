/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/functions.h"

#include <bpf/libbpf.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "object/sections.h"

enum { SLOT = sizeof(struct bpf_insn) };

static int compare_places(const void *left, const void *right)
{
	const struct skep_function *a = left, *b = right;

	if (a->section != b->section)
		return a->section < b->section ? -1 : 1;
	return (a->offset > b->offset) - (a->offset < b->offset);
}

/* What libbpf takes for a program has its section; all other functions are only called. */
static const char *program_type(const struct skep_build *build,
				const struct skep_elf_symbol *symbol)
{
	const struct bpf_program *program =
	    bpf_object__find_program_by_name(build->opened, symbol->name);
	const char *section = build->elf.sections[symbol->section].name;

	if (!program || strcmp(bpf_program__section_name(program), section) != 0)
		return NULL;
	return skep_sections_type_name(bpf_program__type(program));
}

static bool is_function(const struct skep_build *build, const struct skep_elf_symbol *symbol)
{
	return symbol->kind == SKEP_ELF_FUNCTION && symbol->section && symbol->size >= SLOT &&
	       build->elf.sections[symbol->section].is_code &&
	       build->elf.sections[symbol->section].bytes;
}

static bool add_function(struct skep_build *build, const struct skep_elf_symbol *symbol)
{
	const struct skep_elf_section *section = &build->elf.sections[symbol->section];
	u64 end;

	if (__builtin_add_overflow(symbol->value, symbol->size, &end) || end > section->size ||
	    symbol->value % SLOT || symbol->size % SLOT || symbol->size / SLOT > UINT32_MAX)
		return skep_fail(build->d, SKEP_E_FORMAT,
				 "function %s has %llu bytes at byte %llu of section %s, which "
				 "has %zu",
				 symbol->name, (unsigned long long)symbol->size,
				 (unsigned long long)symbol->value, section->name, section->size);
	build->functions[build->function_count++] =
	    (struct skep_function){.name = symbol->name,
				   .section = symbol->section,
				   .offset = symbol->value,
				   .count = (u32)(symbol->size / SLOT),
				   .type = program_type(build, symbol)};
	return true;
}

bool skep_functions_find(struct skep_build *build)
{
	const struct skep_elf *elf = &build->elf;
	size_t count = 0;

	for (size_t i = 0; i < elf->symbol_count; i++)
		count += is_function(build, &elf->symbols[i]);
	build->functions =
	    skep_arena_array(&build->object->arena, count + 1, sizeof(*build->functions));
	if (!build->functions)
		return skep_fail_nomem(build->d);
	for (size_t i = 0; i < elf->symbol_count; i++)
		if (is_function(build, &elf->symbols[i]) && !add_function(build, &elf->symbols[i]))
			return false;
	qsort(build->functions, count, sizeof(*build->functions), compare_places);
	return true;
}

static int compare_place(const void *wanted, const void *element)
{
	const struct skep_function *place = wanted, *f = element;

	if (place->section != f->section)
		return place->section < f->section ? -1 : 1;
	if (place->offset < f->offset)
		return -1;
	return place->offset >= f->offset + (u64)f->count * SLOT;
}

struct skep_function *skep_functions_at(const struct skep_build *build, u32 section, u64 offset)
{
	const struct skep_function place = {.section = section, .offset = offset};

	return bsearch(&place, build->functions, build->function_count, sizeof(place),
		       compare_place);
}

struct bpf_insn skep_functions_insn(const struct skep_build *build, const struct skep_function *f,
				    u32 index)
{
	struct bpf_insn insn;

	memcpy(&insn, build->elf.sections[f->section].bytes + f->offset + (u64)index * SLOT, SLOT);
	return insn;
}
