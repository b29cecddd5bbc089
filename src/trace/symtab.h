/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of one ELF file, by address. Reading is thread-safe. */
#ifndef SKEP_TRACE_SYMTAB_H
#define SKEP_TRACE_SYMTAB_H

#include "base/types.h"

struct skep_symtab_symbol {
	u64 address; /* where it stands in memory, by the file */
	u64 size;    /* 0: not known */
	char *name;  /* owned */
};

struct skep_symtab_segment {
	u64 offset, address, size; /* in the file; in memory */
};

/* Zero-initialised. Symbols are sorted by address. */
struct skep_symtab {
	struct {
		struct skep_symtab_symbol *data;
		size_t count, room;
	} symbols;
	struct {
		struct skep_symtab_segment *data;
		size_t count, room;
	} segments; /* that are loaded */
};

/* Reads what the file has, which may be nothing. False if memory ran out. */
SKEP_MUST_USE bool skep_symtab_read(struct skep_symtab *elf, const char *path);

/* The symbol with an address, or NULL. Borrowed until fini. */
const struct skep_symtab_symbol *skep_symtab_find(const struct skep_symtab *elf, u64 address);

/* Where in memory a byte of the file stands, and the other way; false: nowhere. */
bool skep_symtab_address(const struct skep_symtab *elf, u64 offset, u64 *address);
bool skep_symtab_offset(const struct skep_symtab *elf, u64 address, u64 *offset);

/* For tables that are filled otherwise. */
SKEP_MUST_USE bool skep_symtab_add(struct skep_symtab *elf, const char *name, u64 address,
				   u64 size);
void skep_symtab_sort(struct skep_symtab *elf);

void skep_symtab_fini(struct skep_symtab *elf);

#endif
