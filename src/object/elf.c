/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/elf.h"

#include <gelf.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

/* A reading of one file. */
struct reading {
	Elf *file;
	struct skep_elf *elf;
	struct skep_arena *arena;
	struct skep_diag *d;
	u32 strings; /* section with the names of symbols */
};

static bool fail_elf(struct skep_diag *d)
{
	return skep_fail(d, SKEP_E_FORMAT, "the ELF file is damaged: %s", elf_errmsg(-1));
}

static const char *copy(struct reading *r, const char *text)
{
	return text ? skep_arena_text(r->arena, text, strlen(text)) : "";
}

static bool read_section(struct reading *r, Elf_Scn *scn, u32 names)
{
	struct skep_elf_section *section = &r->elf->sections[elf_ndxscn(scn)];
	GElf_Shdr header;
	const Elf_Data *data;

	if (!gelf_getshdr(scn, &header))
		return fail_elf(r->d);
	section->name = copy(r, elf_strptr(r->file, names, header.sh_name));
	section->is_code = header.sh_type == SHT_PROGBITS && header.sh_flags & SHF_EXECINSTR;
	section->is_writable = header.sh_flags & SHF_WRITE;
	section->size = header.sh_size;
	if (header.sh_type == SHT_NOBITS)
		return section->name || skep_fail_nomem(r->d);
	data = elf_rawdata(scn, NULL);
	section->bytes = data ? data->d_buf : NULL;
	section->size = data && data->d_buf ? data->d_size : 0;
	return section->name || skep_fail_nomem(r->d);
}

static bool read_sections(struct reading *r)
{
	size_t names, count;

	if (elf_getshdrstrndx(r->file, &names) || elf_getshdrnum(r->file, &count))
		return fail_elf(r->d);
	r->elf->section_count = count;
	r->elf->sections = skep_arena_array(r->arena, count + 1, sizeof(*r->elf->sections));
	if (!r->elf->sections)
		return skep_fail_nomem(r->d);
	r->elf->sections[0].name = "";
	for (Elf_Scn *scn = NULL; (scn = elf_nextscn(r->file, scn));)
		if (!read_section(r, scn, (u32)names))
			return false;
	return true;
}

static bool read_symbol(struct reading *r, const GElf_Sym *from, struct skep_elf_symbol *to)
{
	u8 type = GELF_ST_TYPE(from->st_info);

	to->kind = type == STT_FUNC	 ? SKEP_ELF_FUNCTION
		   : type == STT_SECTION ? SKEP_ELF_SECTION
					 : SKEP_ELF_OTHER;
	to->section = from->st_shndx < r->elf->section_count ? from->st_shndx : 0;
	to->value = from->st_value;
	to->size = from->st_size;
	if (to->kind == SKEP_ELF_SECTION)
		to->name = r->elf->sections[to->section].name;
	else
		to->name = copy(r, elf_strptr(r->file, r->strings, from->st_name));
	return to->name || skep_fail_nomem(r->d);
}

static bool read_symbols(struct reading *r, Elf_Scn *scn, const GElf_Shdr *header)
{
	Elf_Data *data = elf_getdata(scn, NULL);
	size_t count = data && header->sh_entsize ? data->d_size / header->sh_entsize : 0;
	GElf_Sym symbol;

	r->strings = header->sh_link;
	r->elf->symbols = skep_arena_array(r->arena, count + 1, sizeof(*r->elf->symbols));
	if (!r->elf->symbols)
		return skep_fail_nomem(r->d);
	for (size_t i = 0; i < count; i++) {
		if (!gelf_getsym(data, (int)i, &symbol))
			return fail_elf(r->d);
		if (!read_symbol(r, &symbol, &r->elf->symbols[i]))
			return false;
	}
	r->elf->symbol_count = count;
	return true;
}

/* Appends the relocations of one section to those before; their array has room. */
static bool read_relocations(struct reading *r, Elf_Scn *scn, const GElf_Shdr *header)
{
	Elf_Data *data = elf_getdata(scn, NULL);
	size_t count = data && header->sh_entsize ? data->d_size / header->sh_entsize : 0;
	GElf_Rel rel;

	for (size_t i = 0; i < count; i++) {
		if (!gelf_getrel(data, (int)i, &rel))
			return fail_elf(r->d);
		if (GELF_R_SYM(rel.r_info) >= r->elf->symbol_count)
			return skep_fail(r->d, SKEP_E_FORMAT,
					 "the ELF file is damaged: relocation %zu is to symbol "
					 "%llu of %zu",
					 i, (unsigned long long)GELF_R_SYM(rel.r_info),
					 r->elf->symbol_count);
		r->elf->relocations[r->elf->relocation_count++] =
		    (struct skep_elf_relocation){.section = header->sh_info,
						 .symbol = (u32)GELF_R_SYM(rel.r_info),
						 .offset = rel.r_offset};
	}
	return true;
}

/* Whether a section holds relocations of code. */
static bool changes_code(const struct reading *r, const GElf_Shdr *header)
{
	return header->sh_type == SHT_REL && header->sh_info < r->elf->section_count &&
	       r->elf->sections[header->sh_info].is_code;
}

static bool make_room(struct reading *r)
{
	size_t count = 0;
	GElf_Shdr header;

	for (Elf_Scn *scn = NULL; (scn = elf_nextscn(r->file, scn));)
		if (gelf_getshdr(scn, &header) && changes_code(r, &header) && header.sh_entsize)
			count += r->elf->sections[elf_ndxscn(scn)].size / header.sh_entsize;
	r->elf->relocations = skep_arena_array(r->arena, count + 1, sizeof(*r->elf->relocations));
	return r->elf->relocations || skep_fail_nomem(r->d);
}

/* Symbols first: relocations name them. */
static bool read_tables(struct reading *r)
{
	GElf_Shdr header;

	for (Elf_Scn *scn = NULL; (scn = elf_nextscn(r->file, scn));)
		if (gelf_getshdr(scn, &header) && header.sh_type == SHT_SYMTAB &&
		    !read_symbols(r, scn, &header))
			return false;
	if (!make_room(r))
		return false;
	for (Elf_Scn *scn = NULL; (scn = elf_nextscn(r->file, scn));)
		if (gelf_getshdr(scn, &header) && changes_code(r, &header) &&
		    !read_relocations(r, scn, &header))
			return false;
	return true;
}

static int compare_places(const void *left, const void *right)
{
	const struct skep_elf_relocation *a = left, *b = right;

	if (a->section != b->section)
		return a->section < b->section ? -1 : 1;
	return (a->offset > b->offset) - (a->offset < b->offset);
}

const struct skep_elf_relocation *skep_elf_relocation(const struct skep_elf *elf, u32 section,
						      u64 offset)
{
	const struct skep_elf_relocation place = {.section = section, .offset = offset};

	return bsearch(&place, elf->relocations, elf->relocation_count, sizeof(place),
		       compare_places);
}

bool skep_elf_read(struct skep_elf *elf, struct skep_arena *arena, const void *bytes, size_t size,
		   struct skep_diag *d)
{
	struct reading r = {.elf = elf, .arena = arena, .d = d};
	bool ok;

	elf_version(EV_CURRENT);
	/* libelf takes the file as its own to change, but does not when it is only read. */
	r.file = elf_memory((char *)(uintptr_t)bytes, size);
	if (!r.file)
		return fail_elf(d);
	ok = read_sections(&r) && read_tables(&r);
	elf_end(r.file);
	if (ok)
		qsort(elf->relocations, elf->relocation_count, sizeof(*elf->relocations),
		      compare_places);
	return ok;
}

const struct skep_elf_section *skep_elf_find(const struct skep_elf *elf, const char *name)
{
	for (size_t i = 1; i < elf->section_count; i++)
		if (elf->sections[i].name && strcmp(elf->sections[i].name, name) == 0)
			return &elf->sections[i];
	return NULL;
}
