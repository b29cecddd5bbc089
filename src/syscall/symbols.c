/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines of /proc/kallsyms: address, kind, name, and the module of those that have one; programs of
 * BPF in Linux are none of the kernel's functions. The file is
 * opened by the system call, because what libc's functions open may be what the route tells. */
#include "syscall/symbols.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The address has 16 digits. */
enum { LINE_ROOM = 1024, KIND = 17, NAME = 19 };

/* The functions: local, global, and those that others may replace. */
static bool is_function(char kind)
{
	return kind && strchr("tTwW", kind);
}

static bool parse(const char *line, struct skep_symbol *s)
{
	char *end;

	if (strlen(line) <= NAME)
		return false;
	*s = (struct skep_symbol){
	    .address = strtoull(line, &end, 16), .line = line + KIND, .name = line + NAME};
	s->length = strcspn(s->name, " \t\n");
	return end == line + KIND - 1 && is_function(*s->line) && !strstr(s->name, "[bpf]");
}

void skep_symbols_each(void (*visit)(void *context, const struct skep_symbol *s), void *context)
{
	int fd = (int)syscall(SYS_openat, AT_FDCWD, "/proc/kallsyms", O_RDONLY | O_CLOEXEC);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "re");
	char line[LINE_ROOM];
	struct skep_symbol s;

	if (!f) {
		if (fd >= 0)
			close(fd);
		return;
	}
	while (fgets(line, sizeof(line), f))
		if (parse(line, &s))
			visit(context, &s);
	fclose(f);
}

struct count {
	const char *name;
	size_t length;
	u32 found;
};

static void count_one(void *context, const struct skep_symbol *s)
{
	struct count *c = context;

	c->found += s->length == c->length && memcmp(s->name, c->name, c->length) == 0;
}

u32 skep_symbols_count(const char *name)
{
	struct count c = {name, strlen(name), 0};

	skep_symbols_each(count_one, &c);
	return c.found;
}
