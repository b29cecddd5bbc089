/* SPDX-License-Identifier: BSD-2-Clause */
/* Each tracepoint has a prototype among the types of the kernel, the typedef btf_trace_NAME; those
 * that have no event end in "_tp". Events of system calls are known by the functions that do them.
 * An event's number is made of the type by which it is known, so that nothing needs to be kept:
 *
 *   1 << 30 | type << 1 | 1 (a system call's exit)
 *
 * Numbers of Linux are small. */
#include "syscall/tracepoints.h"

#include <bpf/btf.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char prefix[] = "btf_trace_", no_event[] = "_tp", enter[] = "sys_enter_",
		  leave[] = "sys_exit_";
enum { OWN = 1 << 30, LEAVES = 1 };

static bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

static bool ends(const char *text, const char *with)
{
	size_t length = strlen(text), tail = strlen(with);

	return length >= tail && strcmp(text + length - tail, with) == 0;
}

/* ---- tracepoints */

static u32 find(const struct skep_kernel *kernel, const char *name)
{
	char type[sizeof(prefix) + SKEP_EVENT_NAME];

	snprintf(type, sizeof(type), "%s%s", prefix, name);
	return skep_kernel_find(kernel, BTF_KIND_TYPEDEF, type);
}

bool skep_tracepoint_is(struct skep *skep, const char *name)
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);

	return !kernel || find(kernel, name);
}

u32 skep_tracepoint_context(struct skep *skep, const char *name)
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);
	const struct btf_type *t =
	    kernel ? skep_kernel_plain(kernel, find(kernel, name), NULL) : NULL;

	if (t && btf_is_ptr(t))
		t = skep_kernel_plain(kernel, t->type, NULL);
	/* The first parameter is the tracepoint's own. */
	if (!t || !btf_is_func_proto(t) || !btf_vlen(t))
		return UINT32_MAX;
	return (btf_vlen(t) - 1u) * (u32)sizeof(u64);
}

const char *skep_tracepoint_of(struct skep *skep, u32 type)
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);
	const char *name = kernel ? skep_kernel_name(kernel, type) : "";

	return starts(name, prefix) ? name + sizeof(prefix) - 1 : "";
}

/* ---- events: numbers of skep's */

/* How functions that do system calls begin: on x86-64, on arm64, and where they are static. */
static const char *const callers[] = {"__x64_sys_", "__arm64_sys_", "__do_sys_", "__se_sys_"};

static u32 find_call(const struct skep_kernel *kernel, const char *name)
{
	char function[SKEP_EVENT_NAME + 16];
	u32 type = 0;

	for (size_t i = 0; i < SKEP_COUNT(callers) && !type; i++) {
		snprintf(function, sizeof(function), "%s%s", callers[i], name);
		type = skep_kernel_find(kernel, BTF_KIND_FUNC, function);
	}
	return type;
}

u32 skep_tracepoint_number(struct skep *skep, const char *group, const char *name)
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);
	bool is_call = strcmp(group, "syscalls") == 0, leaves = starts(name, leave);
	u32 type = 0;

	if (!kernel || strlen(name) >= SKEP_EVENT_NAME)
		return 0;
	if (is_call && (leaves || starts(name, enter)))
		type = find_call(kernel, name + (leaves ? sizeof(leave) : sizeof(enter)) - 1);
	else if (!is_call && !ends(name, no_event))
		type = find(kernel, name);
	return type ? OWN | type << 1 | (is_call && leaves ? LEAVES : 0) : 0;
}

bool skep_tracepoint_is_own(u64 number)
{
	return number & OWN && number <= UINT32_MAX;
}

static bool name_own(struct skep *skep, u32 number, char name[SKEP_EVENT_NAME])
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);
	u32 type = (number & ~(u32)OWN) >> 1;
	const char *known = kernel ? skep_kernel_name(kernel, type) : "";
	const char *call = starts(known, "__") ? strstr(known, "_sys_") : NULL;

	if (starts(known, prefix) && !(number & LEAVES)) {
		snprintf(name, SKEP_EVENT_NAME, "%s", known + sizeof(prefix) - 1);
		return true;
	}
	if (call)
		snprintf(name, SKEP_EVENT_NAME, "%s%s", number & LEAVES ? leave : enter, call + 5);
	return call != NULL;
}

/* ---- events: numbers of Linux's */

static const char *const tracefs[] = {"/sys/kernel/tracing/events",
				      "/sys/kernel/debug/tracing/events"};

/* By the system call: what libc's functions open may be what the route tells. */
static DIR *open_folder(int at, const char *path)
{
	int fd = (int)syscall(SYS_openat, at, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);

	if (fd >= 0 && !folder)
		close(fd);
	return folder;
}

static u64 read_number(int at, const char *event)
{
	char path[NAME_MAX + 8], text[16] = "";
	int fd;

	snprintf(path, sizeof(path), "%s/id", event);
	fd = (int)syscall(SYS_openat, at, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	if (read(fd, text, sizeof(text) - 1) < 0)
		text[0] = '\0';
	close(fd);
	return strtoull(text, NULL, 10);
}

static bool search_group(int at, const char *group, u64 number, char name[SKEP_EVENT_NAME])
{
	DIR *folder = open_folder(at, group);
	struct dirent *entry;
	bool found = false;

	while (folder && !found && (entry = readdir(folder))) {
		found = entry->d_name[0] != '.' && entry->d_type == DT_DIR &&
			read_number(dirfd(folder), entry->d_name) == number;
		if (found)
			snprintf(name, SKEP_EVENT_NAME, "%.127s", entry->d_name);
	}
	if (folder)
		closedir(folder);
	return found;
}

static bool search(const char *events, u64 number, char name[SKEP_EVENT_NAME])
{
	DIR *folder = open_folder(AT_FDCWD, events);
	struct dirent *entry;
	bool found = false;

	while (folder && !found && (entry = readdir(folder)))
		found = entry->d_name[0] != '.' && entry->d_type == DT_DIR &&
			search_group(dirfd(folder), entry->d_name, number, name);
	if (folder)
		closedir(folder);
	return found;
}

bool skep_tracepoint_named(struct skep *skep, u64 number, char name[SKEP_EVENT_NAME])
{
	bool found = false;

	if (skep_tracepoint_is_own(number))
		return name_own(skep, (u32)number, name);
	for (size_t i = 0; i < SKEP_COUNT(tracefs) && !found && number; i++)
		found = search(tracefs[i], number, name);
	return found;
}

/* ---- contexts of events */

/* A struct has the name of the event that it was declared with; others with the same fields share
 * it, and nothing tells which. What is behind the fields is the member __data. */
u32 skep_tracepoint_fields(struct skep *skep, const char *name)
{
	const struct skep_kernel *kernel = skep_system_kernel(skep);
	char type[SKEP_EVENT_NAME + 24];
	const struct btf_type *t;
	u32 id;

	snprintf(type, sizeof(type), "trace_event_raw_%s", name);
	id = kernel ? skep_kernel_find(kernel, BTF_KIND_STRUCT, type) : 0;
	t = id ? btf__type_by_id(skep_kernel_btf(kernel), id) : NULL;
	if (!t || !btf_vlen(t))
		return UINT32_MAX;
	return btf_member_bit_offset(t, btf_vlen(t) - 1u) / 8;
}
