/* SPDX-License-Identifier: BSD-2-Clause */
/* The dispatch of calls: attr is copied before anything is looked at. */
#include <errno.h>
#include <string.h>

#include "syscall/memory.h"
#include "syscall/system.h"

static const struct {
	long (*run)(struct skep_bpf_call *call);
	u32 size; /* bytes of attr that belong to it */
} commands[] = {
#define COMMAND(name, function, size) [BPF_##name] = {skep_cmd_##function, size},
#include "syscall/commands.def"
#undef COMMAND
};

static bool is_zero(const u8 *bytes, size_t size)
{
	return size == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0);
}

/* Whether the caller's attr is zero behind what is known of it. */
static int check_rest(u64 at, u32 size)
{
	u8 rest[4096];
	int error;

	if (size > sizeof(rest))
		return -E2BIG;
	error = skep_memory_read(rest, at, size);
	if (error)
		return error;
	return is_zero(rest + SKEP_ATTR_SIZE, size - SKEP_ATTR_SIZE) ? 0 : -E2BIG;
}

static int copy_attr(struct skep_bpf_call *call)
{
	if (call->size <= SKEP_ATTR_SIZE)
		return skep_memory_read(call->bytes, call->at, call->size);
	return check_rest(call->at, call->size)
		   ?: skep_memory_read(call->bytes, call->at, SKEP_ATTR_SIZE);
}

long skep_bpf(struct skep *skep, int cmd, union bpf_attr *attr, unsigned size)
{
	struct skep_bpf_call call = {.skep = skep, .at = (uintptr_t)attr, .size = size};
	int error = copy_attr(&call);
	u32 used;

	if (error)
		return error;
	if (cmd < 0 || (size_t)cmd >= SKEP_COUNT(commands) || !commands[cmd].run)
		return -EINVAL;
	used = commands[cmd].size;
	if (!is_zero(call.bytes + used, SKEP_ATTR_SIZE - used))
		return -EINVAL;
	return commands[cmd].run(&call);
}
