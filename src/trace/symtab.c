/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/symtab.h"

#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"

static bool add_named(struct skep_symtab *elf, char *name, u64 address, u64 size)
{
	struct skep_symtab_symbol symbol = {address, size, name};

	if (name && SKEP_PUSH(&elf->symbols, symbol))
		return true;
	skep_free(name);
	return false;
}

bool skep_symtab_add(struct skep_symtab *elf, const char *name, u64 address, u64 size)
{
	size_t length = strlen(name) + 1;
	char *copy = skep_alloc(length);

	if (copy)
		memcpy(copy, name, length);
	return add_named(elf, copy, address, size);
}

/* Those that are known to be larger first, then by name, so that the choice is always the same. */
static int by_address(const void *a, const void *b)
{
	const struct skep_symtab_symbol *left = a, *right = b;

	if (left->address != right->address)
		return left->address < right->address ? -1 : 1;
	if (left->size != right->size)
		return left->size > right->size ? -1 : 1;
	return strcmp(left->name, right->name);
}

void skep_symtab_sort(struct skep_symtab *elf)
{
	if (elf->symbols.count)
		qsort(elf->symbols.data, elf->symbols.count, sizeof(*elf->symbols.data),
		      by_address);
}

/* ---- the file */

static bool read_table(struct skep_symtab *elf, Elf *file, Elf_Scn *section, const GElf_Shdr *head)
{
	Elf_Data *data = elf_getdata(section, NULL);
	size_t count = data && head->sh_entsize ? data->d_size / head->sh_entsize : 0;

	for (size_t i = 0; i < count; i++) {
		const char *name;
		GElf_Sym sym;

		if (!gelf_getsym(data, (int)i, &sym) || sym.st_shndx == SHN_UNDEF)
			continue;
		if (GELF_ST_TYPE(sym.st_info) != STT_FUNC &&
		    GELF_ST_TYPE(sym.st_info) != STT_GNU_IFUNC)
			continue;
		name = elf_strptr(file, head->sh_link, sym.st_name);
		if (name && name[0] && !skep_symtab_add(elf, name, sym.st_value, sym.st_size))
			return false;
	}
	return true;
}

static bool read_segments(struct skep_symtab *elf, Elf *file)
{
	size_t count = 0;

	if (elf_getphdrnum(file, &count) < 0)
		return true;
	for (size_t i = 0; i < count; i++) {
		struct skep_symtab_segment segment;
		GElf_Phdr head;

		if (!gelf_getphdr(file, (int)i, &head) || head.p_type != PT_LOAD)
			continue;
		segment = (struct skep_symtab_segment){head.p_offset, head.p_vaddr, head.p_filesz};
		if (!SKEP_PUSH(&elf->segments, segment))
			return false;
	}
	return true;
}

static bool read_file(struct skep_symtab *elf, Elf *file)
{
	Elf_Scn *section = NULL;

	if (!read_segments(elf, file))
		return false;
	while ((section = elf_nextscn(file, section))) {
		GElf_Shdr head;

		if (!gelf_getshdr(section, &head) ||
		    (head.sh_type != SHT_SYMTAB && head.sh_type != SHT_DYNSYM))
			continue;
		if (!read_table(elf, file, section, &head))
			return false;
	}
	skep_symtab_sort(elf);
	return true;
}

bool skep_symtab_read(struct skep_symtab *elf, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = true;
	Elf *file;

	if (fd < 0)
		return true;
	elf_version(EV_CURRENT);
	file = elf_begin(fd, ELF_C_READ_MMAP, NULL);
	if (file && elf_kind(file) == ELF_K_ELF)
		ok = read_file(elf, file);
	elf_end(file);
	close(fd);
	return ok;
}

/* ---- looking up */

const struct skep_symtab_symbol *skep_symtab_find(const struct skep_symtab *elf, u64 address)
{
	const struct skep_symtab_symbol *all = elf->symbols.data;
	size_t low = 0, high = elf->symbols.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (all[middle].address <= address)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return NULL;
	for (low--; low && all[low - 1].address == all[low].address; low--)
		;
	return !all[low].size || address - all[low].address < all[low].size ? &all[low] : NULL;
}

bool skep_symtab_address(const struct skep_symtab *elf, u64 offset, u64 *address)
{
	for (size_t i = 0; i < elf->segments.count; i++) {
		const struct skep_symtab_segment *s = &elf->segments.data[i];

		if (offset >= s->offset && offset - s->offset < s->size) {
			*address = s->address + (offset - s->offset);
			return true;
		}
	}
	return false;
}

bool skep_symtab_offset(const struct skep_symtab *elf, u64 address, u64 *offset)
{
	for (size_t i = 0; i < elf->segments.count; i++) {
		const struct skep_symtab_segment *s = &elf->segments.data[i];

		if (address >= s->address && address - s->address < s->size) {
			*offset = s->offset + (address - s->address);
			return true;
		}
	}
	return false;
}

void skep_symtab_fini(struct skep_symtab *elf)
{
	for (size_t i = 0; i < elf->symbols.count; i++)
		skep_free(elf->symbols.data[i].name);
	skep_free(elf->symbols.data);
	skep_free(elf->segments.data);
	*elf = (struct skep_symtab){0};
}
