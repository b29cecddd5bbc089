/* SPDX-License-Identifier: BSD-2-Clause */
/* OBJ_PIN and OBJ_GET, and what is done to pins besides. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>

#include "spec/uapi.h"
#include "syscall/memory.h"
#include "syscall/pins.h"

static int read_path(const struct skep_bpf_call *call, char path[PATH_MAX])
{
	int error = skep_memory_text(call, path, call->attr.pathname, PATH_MAX);

	if (error)
		return error;
	return path[0] ? 0 : -ENOENT;
}

/* Who names a folder's descriptor says so by a flag. */
static bool is_sound(const struct skep_bpf_call *call, u32 flags)
{
	u32 fd, given = call->attr.file_flags;

	memcpy(&fd, call->bytes + SKEP_ATTR_PATH_FD, sizeof(fd));
	return !(given & ~(flags | BPF_F_PATH_FD)) && (given & BPF_F_PATH_FD || !fd);
}

static bool can_pin(const struct skep_entity *e)
{
	return e->kind == SKEP_ENTITY_MAP || e->kind == SKEP_ENTITY_PROG ||
	       e->kind == SKEP_ENTITY_LINK;
}

long skep_cmd_pin(struct skep_bpf_call *call)
{
	char path[PATH_MAX];
	int error = is_sound(call, 0) ? read_path(call, path) : -EINVAL;
	struct skep_entity *e;

	if (error)
		return error;
	e = skep_entity_get_any(call, (int)call->attr.bpf_fd, &error);
	if (!e)
		return error;
	error = can_pin(e) ? skep_pins_add(call, path, e) : -EINVAL;
	if (error)
		skep_entity_put(e);
	return error;
}

long skep_cmd_get(struct skep_bpf_call *call)
{
	char path[PATH_MAX];
	u32 flags = call->attr.file_flags;
	int access = skep_access_of(flags), error;
	struct skep_entity *e;

	if (call->attr.bpf_fd || !is_sound(call, BPF_F_RDONLY | BPF_F_WRONLY) || access < 0)
		return -EINVAL;
	error = read_path(call, path);
	if (error)
		return error;
	e = skep_pins_get(call, path, &error);
	if (!e)
		return error;
	if (e->kind == SKEP_ENTITY_LINK && access != O_RDWR)
		error = -EINVAL;
	else
		error = skep_entity_reopen(call->skep, e->kind, e->id,
					   e->kind == SKEP_ENTITY_MAP ? access : O_RDWR);
	skep_entity_put(e);
	return error;
}

long skep_cmd_unpin(struct skep_bpf_call *call)
{
	char path[PATH_MAX];

	return read_path(call, path) ?: skep_pins_remove(call, path);
}

long skep_cmd_mount(struct skep_bpf_call *call)
{
	char path[PATH_MAX];

	return read_path(call, path) ?: skep_pins_mount(call, path);
}
