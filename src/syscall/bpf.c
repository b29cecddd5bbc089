/* SPDX-License-Identifier: BSD-2-Clause */
/* The dispatch of calls: attr is copied before anything is looked at. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "map/object.h"
#include "spec/uapi.h"
#include "syscall/memory.h"
#include "syscall/system.h"

static const struct {
	long (*run)(struct skep_bpf_call *call);
	u32 size;   /* bytes of attr that belong to it */
	bool opens; /* what it returns is a descriptor */
} commands[] = {
#define COMMAND(name, function, size) [BPF_##name] = {skep_cmd_##function, size, false},
#define OPENS(name, function, size)   [BPF_##name] = {skep_cmd_##function, size, true},
#include "syscall/commands.def"
#undef OPENS
#undef COMMAND
#define PRIVATE(name, function, size)	    [SKEP_BPF_##name] = {skep_cmd_##function, size, false},
#define PRIVATE_OPENS(name, function, size) [SKEP_BPF_##name] = {skep_cmd_##function, size, true},
#include "syscall/private.def"
#undef PRIVATE_OPENS
#undef PRIVATE
};

static bool is_zero(const u8 *bytes, size_t size)
{
	return size == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0);
}

/* Whether the caller's attr is zero behind what is known of it. */
static int check_rest(const struct skep_bpf_call *call)
{
	u8 rest[4096];
	int error;

	if (call->size > sizeof(rest))
		return -E2BIG;
	error = skep_memory_read(call, rest, call->at, call->size);
	if (error)
		return error;
	return is_zero(rest + SKEP_ATTR_SIZE, call->size - SKEP_ATTR_SIZE) ? 0 : -E2BIG;
}

static int copy_attr(struct skep_bpf_call *call)
{
	if (call->client.attr) {
		memcpy(call->bytes, call->client.attr, call->size);
		return 0;
	}
	if (call->size <= SKEP_ATTR_SIZE)
		return skep_memory_read(call, call->bytes, call->at, call->size);
	return check_rest(call) ?: skep_memory_read(call, call->bytes, call->at, SKEP_ATTR_SIZE);
}

static bool is_command(int cmd)
{
	return cmd >= 0 && (size_t)cmd < SKEP_COUNT(commands) && commands[cmd].run;
}

bool skep_bpf_opens(int cmd)
{
	return is_command(cmd) && commands[cmd].opens;
}

long skep_bpf_for(struct skep *skep, const struct skep_client *client,
		  const struct skep_bpf_args *args)
{
	struct skep_bpf_call call = {
	    .skep = skep, .client = *client, .at = args->attr, .size = args->size};
	int error = copy_attr(&call);
	long result;
	u32 used;

	if (error)
		return error;
	if (!is_command(args->cmd))
		return -EINVAL;
	used = commands[args->cmd].size;
	if (!is_zero(call.bytes + used, SKEP_ATTR_SIZE - used))
		return -EINVAL;
	result = commands[args->cmd].run(&call);
	skep_objects_settle(skep->objects);
	return result;
}

long skep_bpf(struct skep *skep, int cmd, union bpf_attr *attr, unsigned size)
{
	struct skep_client self = {.uid = getuid()};
	struct skep_bpf_args args = {
	    .cmd = cmd < SKEP_BPF_PRIVATE ? cmd : -1, .size = size, .attr = (uintptr_t)attr};

	return skep_bpf_for(skep, &self, &args);
}
