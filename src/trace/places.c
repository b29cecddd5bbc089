/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/places.h"

#include <fcntl.h>
#include <fnmatch.h>
#include <gelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/diag.h"
#include "trace/symtab.h"

enum { MOST = 1000 }; /* places: each costs the kernel a probe, and the start a call */

/* ---- the file */

static bool find_command(struct skep_places *p, const char *name, size_t length)
{
	const char *folders = getenv("PATH");

	while (folders && *folders) {
		size_t folder = strcspn(folders, ":");

		snprintf(p->path, sizeof(p->path), "%.*s/%.*s", (int)folder, folders, (int)length,
			 name);
		if (access(p->path, X_OK) == 0)
			return true;
		folders += folder + (folders[folder] == ':');
	}
	return false;
}

static bool find_mapped(struct skep_places *p, const char *name, size_t length, u32 pid)
{
	char maps[32], line[4352];
	bool found = false;
	FILE *file;

	snprintf(maps, sizeof(maps), pid ? "/proc/%u/maps" : "/proc/self/maps", pid);
	file = fopen(maps, "re");
	while (file && !found && fgets(line, sizeof(line), file)) {
		const char *path = strchr(line, '/'), *slash = strrchr(line, '/');

		found = path && strlen(slash + 1) == length + 1 && /* and the end of the line */
			memcmp(slash + 1, name, length) == 0;
		if (found)
			snprintf(p->path, sizeof(p->path), "%.*s", (int)strcspn(path, "\n"), path);
	}
	if (file)
		fclose(file);
	return found;
}

static bool find_file(struct skep_places *p, const char *name, size_t length, u32 pid)
{
	if (memchr(name, '/', length)) {
		snprintf(p->path, sizeof(p->path), "%.*s", (int)length, name);
		return access(p->path, R_OK) == 0;
	}
	return find_mapped(p, name, length, pid) || find_command(p, name, length);
}

/* ---- functions */

static bool add(struct skep_places *p, const char *name, u64 offset, u64 counter)
{
	struct skep_trace_place place = {NULL, offset, counter};
	size_t size = strlen(name) + 1;

	place.name = skep_alloc(size);
	if (!place.name)
		return false;
	memcpy(place.name, name, size);
	if (SKEP_PUSH(p, place))
		return true;
	skep_free(place.name);
	return false;
}

/* .symtab and .dynsym may both have a function, and it may have several names. */
static bool add_functions(struct skep_places *p, const struct skep_symtab *table,
			  const char *pattern)
{
	u64 last = 0, offset;

	for (size_t i = 0; i < table->symbols.count && p->count <= MOST; i++) {
		const struct skep_symtab_symbol *s = &table->symbols.data[i];

		if ((p->count && s->address == last) || fnmatch(pattern, s->name, 0) != 0 ||
		    !skep_symtab_offset(table, s->address, &offset))
			continue;
		last = s->address;
		if (!add(p, s->name, offset, 0))
			return false;
	}
	return true;
}

/* ---- marks */

/* What a note of <sys/sdt.h> holds: three addresses, then provider, name and arguments. */
struct mark {
	u64 address, base, counter;
};

struct mark_search {
	struct skep_places *places;
	const struct skep_symtab *table;
	const char *pattern;
	Elf_Scn *notes; /* NULL: the file has none */
	u64 base;	/* where it was linked to; 0: not told */
};

static bool add_mark(const struct mark_search *search, const char *bytes, size_t size)
{
	const struct skep_symtab *table = search->table;
	const char *name;
	size_t provider = strnlen(bytes + sizeof(struct mark), size - sizeof(struct mark));
	u64 offset, counter = 0;
	struct mark mark;
	char both[256];

	memcpy(&mark, bytes, sizeof(mark));
	name = bytes + sizeof(mark) + provider + 1;
	if (sizeof(mark) + provider + 1 >= size)
		return true;
	snprintf(both, sizeof(both), "%.*s:%.*s", (int)provider, bytes + sizeof(mark),
		 (int)strnlen(name, (size_t)(bytes + size - name)), name);
	if (search->base) { /* it was moved behind the linker's back, as prelink does */
		mark.address += search->base - mark.base;
		mark.counter += mark.counter ? search->base - mark.base : 0;
	}
	if (fnmatch(search->pattern, both, 0) != 0 ||
	    !skep_symtab_offset(table, mark.address, &offset))
		return true;
	if (mark.counter && !skep_symtab_offset(table, mark.counter, &counter))
		return true;
	return add(search->places, both, offset, counter);
}

static void find_notes(struct mark_search *search, Elf *elf)
{
	Elf_Scn *section = NULL;
	size_t names;

	if (elf_getshdrstrndx(elf, &names) < 0)
		return;
	while ((section = elf_nextscn(elf, section))) {
		GElf_Shdr head;
		const char *name;

		if (!gelf_getshdr(section, &head))
			continue;
		name = elf_strptr(elf, names, head.sh_name);
		if (name && strcmp(name, ".note.stapsdt") == 0)
			search->notes = section;
		if (name && strcmp(name, ".stapsdt.base") == 0)
			search->base = head.sh_addr;
	}
}

static bool add_notes(const struct mark_search *search)
{
	Elf_Data *data = search->notes ? elf_getdata(search->notes, NULL) : NULL;
	size_t at = 0, name, bytes;
	GElf_Nhdr head;

	while (data && search->places->count <= MOST &&
	       (at = gelf_getnote(data, at, &head, &name, &bytes)) > 0)
		if (head.n_descsz > sizeof(struct mark) &&
		    !add_mark(search, (const char *)data->d_buf + bytes, head.n_descsz))
			return false;
	return true;
}

static bool add_marks(struct skep_places *p, const struct skep_symtab *table, const char *pattern)
{
	struct mark_search search = {.places = p, .table = table, .pattern = pattern};
	int fd = open(p->path, O_RDONLY | O_CLOEXEC);
	bool ok = true;
	Elf *elf;

	if (fd < 0)
		return true;
	elf = elf_begin(fd, ELF_C_READ_MMAP, NULL);
	if (elf && gelf_getclass(elf) == ELFCLASS64) {
		find_notes(&search, elf);
		ok = add_notes(&search);
	}
	elf_end(elf);
	close(fd);
	return ok;
}

/* ---- both */

bool skep_places_find(struct skep_places *p, const char *target, u32 pid, bool marks,
		      struct skep_diag *d)
{
	const char *colon = strchr(target, ':');
	struct skep_symtab table = {0};
	bool ok;

	if (!colon || !colon[1])
		return skep_fail(d, SKEP_E_SYNTAX, "'%s' is not FILE:%s", target,
				 marks ? "PROVIDER:NAME" : "FUNCTION");
	if (!find_file(p, target, (size_t)(colon - target), pid))
		return skep_fail(d, SKEP_E_NAME, "there is no file '%.*s'", (int)(colon - target),
				 target);
	ok = skep_symtab_read(&table, p->path) &&
	     (marks ? add_marks(p, &table, colon + 1) : add_functions(p, &table, colon + 1));
	skep_symtab_fini(&table);
	if (!ok)
		return skep_fail_nomem(d);
	if (p->count > MOST)
		return skep_fail(d, SKEP_E_LIMIT, "'%s' are more than %d places of %s", colon + 1,
				 MOST, p->path);
	return p->count || skep_fail(d, SKEP_E_NAME, "%s has no %s '%s'", p->path,
				     marks ? "mark" : "function", colon + 1);
}

void skep_places_fini(struct skep_places *p)
{
	for (size_t i = 0; i < p->count; i++)
		skep_free(p->data[i].name);
	skep_free(p->data);
	*p = (struct skep_places){0};
}
