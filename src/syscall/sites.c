/* SPDX-License-Identifier: BSD-2-Clause */
/* What LINK_CREATE names for a program that is attached to many functions of the kernel
 * (kprobe_multi) or many places of a file (uprobe_multi). */
#include "syscall/sites.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "syscall/memory.h"
#include "syscall/probes.h"
#include "syscall/symbols.h"

enum {
	SITES_MAX = 1 << 20,
	RETURN_FLAG = 1, /* BPF_F_KPROBE_MULTI_RETURN, BPF_F_UPROBE_MULTI_RETURN */
	FUNCTION_ROOM = 512,
};

/* What of attr is for many functions or places, behind the flags of LINK_CREATE. */
enum { MULTI_FIELDS = 16 };
struct functions {
	u32 flags, count;
	u64 names, addresses, cookies;
};
struct places {
	u64 path, offsets, counters, cookies;
	u32 count, flags, pid;
};

static struct skep_sites *make(u32 count, u32 flags)
{
	struct skep_sites *s = skep_alloc(sizeof(*s) + count * sizeof(*s->site));

	if (!s)
		return NULL;
	s->count = count;
	s->flags = flags;
	return s;
}

void skep_sites_free(struct skep_sites *s)
{
	if (s)
		skep_free(s->names);
	skep_free(s);
}

/* Reads a number for each site to an offset in it; nothing from address 0. */
static int read_numbers(const struct skep_bpf_call *call, struct skep_sites *s, u64 from,
			size_t offset)
{
	int error = 0;

	for (u32 i = 0; i < s->count && from && !error; i++)
		error = skep_memory_read(call, (u8 *)&s->site[i] + offset, from + i * sizeof(u64),
					 sizeof(u64));
	return error;
}

#define READ(field, from) read_numbers(call, s, from, offsetof(struct skep_site, field))

/* ---- functions */

/* What is looked for among the symbols, in order. */
struct wanted {
	const char *name; /* NULL: the address */
	u64 address;
	bool found;
};

struct search {
	struct wanted *data;
	u32 count;
};

static int compare(const void *a, const void *b)
{
	const struct wanted *one = a, *other = b;

	if (one->name)
		return strcmp(one->name, other->name);
	return one->address < other->address ? -1 : one->address > other->address;
}

static void look(void *context, const struct skep_symbol *symbol)
{
	struct search *s = context;
	struct wanted key = {.address = symbol->address};
	char name[FUNCTION_ROOM];
	u32 low = 0, high = s->count;

	snprintf(name, sizeof(name), "%.*s", (int)symbol->length, symbol->name);
	if (s->data[0].name)
		key.name = name;
	while (low < high) {
		u32 middle = low + (high - low) / 2;

		if (compare(&s->data[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < s->count && compare(&s->data[low], &key) == 0; low++)
		s->data[low].found = true;
}

/* Whether all that is named is a function; `missing` if not. Who looks functions up here finds
 * address 0. */
static int check_functions(const struct skep_sites *s, int missing)
{
	struct search search = {skep_alloc(s->count * sizeof(struct wanted)), s->count};
	const char *name = s->names;
	bool all = true;

	if (!search.data)
		return -ENOMEM;
	for (u32 i = 0; i < s->count; i++) {
		search.data[i] = (struct wanted){name, s->site[i].at, !name && !s->site[i].at};
		if (name)
			name += strlen(name) + 1;
	}
	qsort(search.data, s->count, sizeof(*search.data), compare);
	skep_symbols_each(look, &search);
	for (u32 i = 0; i < s->count; i++)
		all &= search.data[i].found;
	skep_free(search.data);
	return all ? 0 : missing;
}

static int read_name(const struct skep_bpf_call *call, u64 from, struct skep_buffer *names)
{
	char name[FUNCTION_ROOM + 1] = "";
	u64 at;
	int error = skep_memory_read(call, &at, from, sizeof(at))
			? -EFAULT
			: skep_memory_text(call, name, at, sizeof(name));

	if (error)
		return error;
	if (name[FUNCTION_ROOM - 1])
		return -E2BIG;
	skep_buffer_bytes(names, name, strlen(name) + 1);
	return 0;
}

static int read_names(const struct skep_bpf_call *call, struct skep_sites *s, u64 from)
{
	struct skep_buffer b = {0};
	int error = 0;

	for (u32 i = 0; i < s->count && !error; i++)
		error = read_name(call, from + i * sizeof(u64), &b);
	if (!error)
		s->names = skep_buffer_take(&b);
	skep_buffer_fini(&b);
	return error ?: s->names ? 0 : -ENOMEM;
}

int skep_sites_functions(const struct skep_bpf_call *call, struct skep_sites **sites)
{
	struct functions f;
	struct skep_sites *s;

	memcpy(&f, call->bytes + MULTI_FIELDS, sizeof(f));
	if (f.flags & ~(u32)RETURN_FLAG || !f.addresses == !f.names || !f.count)
		return -EINVAL;
	if (f.count > SITES_MAX)
		return -E2BIG;
	s = *sites = make(f.count, f.flags);
	if (!s)
		return -ENOMEM;
	if (f.names)
		return READ(cookie, f.cookies) ?: read_names(call, s, f.names)
						      ?: check_functions(s, -ESRCH);
	return READ(cookie, f.cookies) ?: READ(at, f.addresses) ?: check_functions(s, -EINVAL);
}

/* ---- places of a file */

static int read_path(const struct skep_bpf_call *call, struct skep_sites *s, u64 from, u64 *size)
{
	char path[PATH_MAX + 1], real[PATH_MAX];
	int error;

	path[PATH_MAX - 1] = '\0';
	error = skep_memory_text(call, path, from, sizeof(path));
	if (!error && path[PATH_MAX - 1])
		error = -EINVAL;
	error = error ?: skep_probe_file(call, path, -EBADF, size, real);
	if (error)
		return error;
	s->names = skep_alloc(strlen(real) + 1);
	if (!s->names)
		return -ENOMEM;
	strcpy(s->names, real);
	return 0;
}

static int check_process(u32 pid)
{
	char path[32];

	snprintf(path, sizeof(path), "/proc/%u", pid);
	return pid && access(path, F_OK) ? -ESRCH : 0;
}

static int check_places(const struct skep_sites *s, u64 size)
{
	for (u32 i = 0; i < s->count; i++)
		if (s->site[i].at > size || s->site[i].counter % sizeof(u16))
			return -EINVAL;
	return 0;
}

int skep_sites_places(const struct skep_bpf_call *call, struct skep_sites **sites)
{
	struct places p;
	struct skep_sites *s;
	u64 size = 0;

	memcpy(&p, call->bytes + MULTI_FIELDS, sizeof(p));
	if (p.flags & ~(u32)RETURN_FLAG || !p.path || !p.offsets || !p.count || (s32)p.pid < 0)
		return -EINVAL;
	if (p.count > SITES_MAX)
		return -E2BIG;
	s = *sites = make(p.count, p.flags);
	if (!s)
		return -ENOMEM;
	s->pid = p.pid;
	return read_path(call, s, p.path, &size)
		   ?: check_process(p.pid)
			  ?: READ(at, p.offsets)
				 ?: READ(counter, p.counters)
					?: READ(cookie, p.cookies) ?: check_places(s, size);
}
