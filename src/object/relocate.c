/* SPDX-License-Identifier: BSD-2-Clause */
/* As libbpf does it when it loads, but with indices of maps in the place of descriptors:
 *
 *   a call           imm = distance to the function
 *   64-bit immediate of a function's address, of a map (its index), of data (the index of its
 *                    section, and the offset in it)
 *
 * What is defined elsewhere (kernel functions and variables, configuration) stays as it is in the
 * file and is listed. */
#include "object/relocate.h"

#include <string.h>

#include "base/array.h"
#include "base/diag.h"

enum {
	SLOT = sizeof(struct bpf_insn),
	WIDE = BPF_LD | BPF_IMM | BPF_DW,
	CALL = BPF_JMP | BPF_CALL
};

/* An instruction of a function that is worked on. */
struct site {
	struct skep_build *build;
	const struct skep_function *function;
	u32 index; /* in the function */
	struct bpf_insn insn;
	const struct skep_elf_symbol *symbol; /* that it refers to, NULL if it does not */
};

static struct site site_at(struct skep_build *build, const struct skep_function *f, u32 index)
{
	const struct skep_elf *elf = &build->elf;
	const struct skep_elf_relocation *found =
	    skep_elf_relocation(elf, f->section, f->offset + (u64)index * SLOT);

	return (struct site){.build = build,
			     .function = f,
			     .index = index,
			     .insn = skep_functions_insn(build, f, index),
			     .symbol = found ? &elf->symbols[found->symbol] : NULL};
}

static bool is_local_call(const struct bpf_insn *insn)
{
	return insn->code == CALL && insn->src_reg == BPF_PSEUDO_CALL;
}

/* The function that an instruction calls or has the address of; NULL if it is none of the file. */
static struct skep_function *callee(const struct site *s)
{
	const struct skep_build *build = s->build;
	bool call = is_local_call(&s->insn);
	s64 distance = call ? ((s64)s->insn.imm + 1) * SLOT : s->insn.imm;
	u32 section = s->symbol ? s->symbol->section : s->function->section;
	u64 from = s->symbol ? s->symbol->value : s->function->offset + (u64)s->index * SLOT;
	struct skep_function *f;

	if (!(call || (s->symbol && s->insn.code == WIDE)) || !build->elf.sections[section].is_code)
		return NULL;
	f = skep_functions_at(build, section, from + (u64)distance);
	return f && f->offset == from + (u64)distance ? f : NULL;
}

bool skep_relocate_callees(struct skep_build *build)
{
	struct {
		struct skep_function **data;
		size_t count, room;
	} open = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < build->function_count; i++)
		if (build->functions[i].wanted)
			ok = SKEP_PUSH(&open, &build->functions[i]);
	while (ok && open.count) {
		const struct skep_function *f = open.data[--open.count];

		for (u32 i = 0; ok && i < f->count; i++) {
			const struct site site = site_at(build, f, i);
			struct skep_function *called = callee(&site);

			if (!called || called->wanted)
				continue;
			called->wanted = true;
			ok = SKEP_PUSH(&open, called);
		}
	}
	skep_free(open.data);
	return ok || skep_fail_nomem(build->d);
}

/* ---- maps and data */

/* A name as the assembler reads it: what has no place in one becomes '_'. */
static const char *clean_name(struct skep_arena *arena, const char *name)
{
	char *copy = skep_arena_text(arena, name, strlen(name));

	for (size_t i = 0; copy && copy[i]; i++)
		if (!skep_prog_is_name(copy + i, 1) && !(i && copy[i] >= '0' && copy[i] <= '9'))
			copy[i] = '_';
	return copy;
}

static bool find_block(const struct skep_prog *prog, const char *name, u32 *index)
{
	for (*index = 0; *index < prog->data_count; ++*index)
		if (strcmp(prog->data[*index].name, name) == 0)
			return true;
	return false;
}

/* The index of a map; *index is that of the one with this name, which is made if there is none.
 * `section` is that of read-only data, or NULL. */
static bool find_map(struct skep_build *build, const char *name,
		     const struct skep_elf_section *section, u32 *index)
{
	struct skep_prog *prog = build->object->prog;
	const char *clean = clean_name(&build->object->arena, name);
	void *bytes;

	if (!clean)
		return skep_fail_nomem(build->d);
	if (find_block(prog, clean, index))
		return true;
	if (!section)
		return skep_prog_add_map(prog, clean, strlen(clean), index, build->d);
	bytes = skep_prog_add_data(prog, section->size, index, build->d);
	if (!bytes)
		return false;
	if (section->size)
		memcpy(bytes, section->bytes, section->size);
	return skep_prog_name_data(prog, *index, clean, strlen(clean), build->d);
}

/* r = map[NAME], or r = map[SECTION][0]+OFFSET. `insn` is a pair. */
static bool put_map(const struct site *s, struct bpf_insn *insn)
{
	const struct skep_elf_section *section = &s->build->elf.sections[s->symbol->section];
	bool map = strcmp(section->name, ".maps") == 0 || strcmp(section->name, "maps") == 0;
	u32 index;

	if (map && !find_map(s->build, s->symbol->name, NULL, &index))
		return false;
	if (!map && !find_map(s->build, section->name,
			      section->is_writable || !section->bytes ? NULL : section, &index))
		return false;
	insn[0].src_reg = map ? BPF_PSEUDO_MAP_IDX : BPF_PSEUDO_MAP_IDX_VALUE;
	insn[0].imm = (s32)index;
	insn[1].imm = map ? 0 : (s32)((u32)s->symbol->value + (u32)s->insn.imm);
	return true;
}

/* ---- all */

static bool put_extern(const struct site *s, u32 at)
{
	struct skep_object *object = s->build->object;

	object->externs[object->extern_count++] =
	    (struct skep_object_extern){.insn = at, .name = s->symbol->name};
	return true;
}

/* One instruction, which comes to lie at `at`. */
static bool relocate(const struct site *s, u32 at)
{
	struct bpf_insn *insn = &s->build->object->prog->insns[at];
	const struct skep_function *called = callee(s);
	bool wide = s->insn.code == WIDE && s->index + 1 < s->function->count;

	*insn = s->insn;
	if (wide)
		insn[1] = skep_functions_insn(s->build, s->function, s->index + 1);
	if (called) {
		insn->imm = (s32)((s64)called->first - at - 1);
		if (wide)
			insn->src_reg = BPF_PSEUDO_FUNC;
		return true;
	}
	if (!s->symbol)
		return true;
	if (wide && s->symbol->section && !s->build->elf.sections[s->symbol->section].is_code)
		return put_map(s, insn);
	return put_extern(s, at);
}

bool skep_relocate(struct skep_build *build)
{
	struct skep_object *object = build->object;

	object->externs = skep_arena_array(&object->arena, build->elf.relocation_count + 1,
					   sizeof(*object->externs));
	if (!object->externs)
		return skep_fail_nomem(build->d);
	for (size_t i = 0; i < build->function_count; i++) {
		const struct skep_function *f = &build->functions[i];

		for (u32 k = 0; f->wanted && k < f->count; k++) {
			const struct site site = site_at(build, f, k);

			if (!relocate(&site, f->first + k))
				return false;
			k += site.insn.code == WIDE;
		}
	}
	return true;
}
