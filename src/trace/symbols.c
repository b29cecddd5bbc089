/* SPDX-License-Identifier: BSD-2-Clause */
/* A file is opened by /proc/PID/map_files, so that it is the one that is mapped: also in another
 * mount namespace, also if it was deleted. */
#include "trace/symbols.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/array.h"
#include "base/buffer.h"
#include "trace/symtab.h"

struct file {
	dev_t device;
	ino_t inode;
	struct skep_symtab elf;
	struct file *next;
};

struct mapping {
	u64 start, end, offset;
	const struct file *file; /* NULL: none */
	char path[128];		 /* its end */
};

struct process {
	u32 pid;
	struct {
		struct mapping *data;
		size_t count, room;
	} mappings;
	struct process *next;
};

/* A text that was made for an address. */
struct text {
	struct text *next;
	char bytes[];
};

struct skep_symbols {
	struct skep_symtab kernel;
	bool kernel_read;
	struct file *files;
	struct process *processes;
	struct text *texts;
};

struct skep_symbols *skep_symbols_new(void)
{
	return skep_alloc(sizeof(struct skep_symbols));
}

__attribute__((format(printf, 2, 3))) static const char *make_text(struct skep_symbols *s,
								   const char *format, ...)
{
	char bytes[192];
	struct text *text;
	va_list args;
	int length;

	va_start(args, format);
	length = vsnprintf(bytes, sizeof(bytes), format, args);
	va_end(args);
	if (length >= (int)sizeof(bytes))
		length = sizeof(bytes) - 1;
	text = skep_alloc(sizeof(*text) + (size_t)length + 1);
	if (!text)
		return NULL;
	memcpy(text->bytes, bytes, (size_t)length);
	text->next = s->texts;
	s->texts = text;
	return text->bytes;
}

/* ---- the kernel */

static bool read_kernel(struct skep_symbols *s)
{
	FILE *file = fopen("/proc/kallsyms", "re");
	char line[512], name[256], type;
	unsigned long long address;
	bool ok = true;

	s->kernel_read = true;
	while (ok && file && fgets(line, sizeof(line), file))
		if (sscanf(line, "%llx %c %255s", &address, &type, name) == 3 && address &&
		    strchr("tTwW", type))
			ok = skep_symtab_add(&s->kernel, name, address, 0);
	if (file)
		fclose(file);
	skep_symtab_sort(&s->kernel);
	return ok;
}

const char *skep_symbols_kernel(struct skep_symbols *s, u64 address)
{
	const struct skep_symtab_symbol *symbol;

	if (!s->kernel_read && !read_kernel(s))
		return NULL;
	symbol = skep_symtab_find(&s->kernel, address);
	return symbol ? symbol->name : make_text(s, "0x%llx", (unsigned long long)address);
}

/* ---- processes */

static const struct file *find_file(struct skep_symbols *s, const char *path)
{
	struct stat about;
	struct file *file;

	if (stat(path, &about) < 0 || !S_ISREG(about.st_mode))
		return NULL;
	for (file = s->files; file; file = file->next)
		if (file->device == about.st_dev && file->inode == about.st_ino)
			return file;
	file = skep_alloc(sizeof(*file));
	if (!file)
		return NULL;
	file->device = about.st_dev;
	file->inode = about.st_ino;
	if (!skep_symtab_read(&file->elf, path)) {
		skep_symtab_fini(&file->elf);
		skep_free(file);
		return NULL;
	}
	file->next = s->files;
	s->files = file;
	return file;
}

/* "start-end perms offset dev inode path" */
static bool add_mapping(struct skep_symbols *s, struct process *p, const char *line)
{
	unsigned long long start, end, offset;
	struct mapping m = {0};
	char perms[8], path[96];
	int at = 0;
	size_t length;

	if (sscanf(line, "%llx-%llx %7s %llx %*s %*s %n", &start, &end, perms, &offset, &at) < 4 ||
	    perms[2] != 'x')
		return true;
	m.start = start;
	m.end = end;
	m.offset = offset;
	length = strcspn(line + at, "\n");
	if (length >= sizeof(m.path)) {
		at += (int)(length - sizeof(m.path) + 1);
		length = sizeof(m.path) - 1;
	}
	memcpy(m.path, line + at, length);
	snprintf(path, sizeof(path), "/proc/%u/map_files/%llx-%llx", p->pid, start, end);
	m.file = find_file(s, path);
	return SKEP_PUSH(&p->mappings, m);
}

static struct process *find_process(struct skep_symbols *s, u32 pid)
{
	char path[32], line[4352];
	struct process *p;
	FILE *maps;

	for (p = s->processes; p; p = p->next)
		if (p->pid == pid)
			return p;
	p = skep_alloc(sizeof(*p));
	if (!p)
		return NULL;
	p->pid = pid;
	p->next = s->processes;
	s->processes = p;
	snprintf(path, sizeof(path), "/proc/%u/maps", pid);
	maps = fopen(path, "re");
	while (maps && fgets(line, sizeof(line), maps) && add_mapping(s, p, line))
		;
	if (maps)
		fclose(maps);
	return p;
}

static const struct mapping *find_mapping(const struct process *p, u64 address)
{
	for (size_t i = 0; i < p->mappings.count; i++)
		if (address >= p->mappings.data[i].start && address < p->mappings.data[i].end)
			return &p->mappings.data[i];
	return NULL;
}

const char *skep_symbols_user(struct skep_symbols *s, u32 pid, u64 address)
{
	const struct process *p = find_process(s, pid);
	const struct mapping *m = p ? find_mapping(p, address) : NULL;
	const struct skep_symtab_symbol *symbol = NULL;
	const char *slash;
	u64 offset, place;

	if (!p)
		return NULL;
	if (!m || !m->path[0])
		return make_text(s, "0x%llx", (unsigned long long)address);
	offset = address - m->start + m->offset;
	if (m->file && skep_symtab_address(&m->file->elf, offset, &place))
		symbol = skep_symtab_find(&m->file->elf, place);
	if (symbol)
		return symbol->name;
	slash = strrchr(m->path, '/');
	return make_text(s, "[%s+0x%llx]", slash ? slash + 1 : m->path, (unsigned long long)offset);
}

/* ---- the end */

static void free_processes(struct process *p)
{
	while (p) {
		struct process *next = p->next;

		skep_free(p->mappings.data);
		skep_free(p);
		p = next;
	}
}

void skep_symbols_refresh(struct skep_symbols *s)
{
	free_processes(s->processes);
	s->processes = NULL;
}

static void free_files(struct file *file)
{
	while (file) {
		struct file *next = file->next;

		skep_symtab_fini(&file->elf);
		skep_free(file);
		file = next;
	}
}

void skep_symbols_free(struct skep_symbols *s)
{
	if (!s)
		return;
	free_processes(s->processes);
	free_files(s->files);
	while (s->texts) {
		struct text *next = s->texts->next;

		skep_free(s->texts);
		s->texts = next;
	}
	skep_symtab_fini(&s->kernel);
	skep_free(s);
}
