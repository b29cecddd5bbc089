/* SPDX-License-Identifier: BSD-2-Clause */
/* The parts of an object file that libbpf keeps to itself: its sections, symbols and relocations as
 * arrays. Everything is checked to lie in the file. */
#ifndef SKEP_OBJECT_ELF_H
#define SKEP_OBJECT_ELF_H

#include <skep/diag.h>

#include "base/arena.h"

struct skep_elf_section {
	const char *name;
	const u8 *bytes; /* NULL if it has none in the file */
	size_t size;
	bool is_code;
	bool is_writable;
};

enum skep_elf_kind { SKEP_ELF_FUNCTION, SKEP_ELF_SECTION, SKEP_ELF_OTHER };

struct skep_elf_symbol {
	const char *name; /* of the section, for the symbol of a section */
	enum skep_elf_kind kind;
	u32 section; /* 0: the symbol is defined elsewhere */
	u64 value;   /* bytes from the start of the section */
	u64 size;
};

struct skep_elf_relocation {
	u32 section; /* that is changed */
	u32 symbol;
	u64 offset; /* in the section, in bytes */
};

struct skep_elf {
	struct skep_elf_section *sections; /* [0] is none */
	size_t section_count;
	struct skep_elf_symbol *symbols;
	size_t symbol_count;
	struct skep_elf_relocation *relocations; /* of code, by section and offset */
	size_t relocation_count;
};

/* Reads a file that lies in memory; what is found points into it or into the arena. False with *d
 * set. */
SKEP_MUST_USE bool skep_elf_read(struct skep_elf *elf, struct skep_arena *arena, const void *bytes,
				 size_t size, struct skep_diag *d);

/* The relocation of a place, or NULL. */
const struct skep_elf_relocation *skep_elf_relocation(const struct skep_elf *elf, u32 section,
						      u64 offset);

/* Finds a section by its name, or NULL. */
const struct skep_elf_section *skep_elf_find(const struct skep_elf *elf, const char *name);

#endif
