/* SPDX-License-Identifier: BSD-2-Clause */
/* A system, and the dispatch of its calls: attr is copied before anything is looked at. */
#include <bpf/btf.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
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

/* ---- for the commands */

int skep_call_answer(const struct skep_bpf_call *call, u32 offset, u32 value)
{
	if (call->size < offset + sizeof(value))
		return 0;
	return skep_memory_write(call->at + offset, &value, sizeof(value));
}

int skep_call_name(char to[BPF_OBJ_NAME_LEN], const char from[BPF_OBJ_NAME_LEN])
{
	static const char allowed[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";

	if (!memchr(from, '\0', BPF_OBJ_NAME_LEN) || from[strspn(from, allowed)])
		return -EINVAL;
	memset(to, 0, BPF_OBJ_NAME_LEN);
	memcpy(to, from, strlen(from));
	return 0;
}

enum {
	LOG_FIXED = 8, /* keep the beginning of a log that is too long, not its end */
	LOG_LEVELS = 15,
};

int skep_call_check_log(const struct skep_call_log *log)
{
	bool wrong = (log->buffer != 0) != (log->size != 0) || (log->buffer && !log->level) ||
		     log->level & ~(u32)LOG_LEVELS || log->size > UINT32_MAX >> 2;

	return wrong ? -EINVAL : 0;
}

int skep_call_log(const struct skep_bpf_call *call, const struct skep_call_log *log,
		  const char *text, size_t length)
{
	size_t all = length + 1, kept = all < log->size ? all : log->size;
	bool cut = log->level && log->buffer && all > log->size;
	int error = 0;

	if (!log->level)
		return 0;
	if (log->buffer && kept) {
		const char *from = log->level & LOG_FIXED ? text : text + (all - kept);

		error = skep_memory_write(log->buffer, from, kept - 1)
			    ?: skep_memory_write(log->buffer + kept - 1, "", 1);
	}
	error = error ?: skep_call_answer(call, log->true_size, (u32)all);
	return error ?: cut ? -ENOSPC : 0;
}

/* ---- the system */

struct skep *skep_system_new(const struct skep_config *config, struct skep_diag *d)
{
	struct skep *skep = skep_alloc(sizeof(*skep));

	if (!skep) {
		skep_fail_nomem(d);
		return NULL;
	}
	skep->config = *config;
	pthread_mutex_init(&skep->mutex, NULL);
	return skep;
}

void skep_system_free(struct skep *skep)
{
	static const enum skep_entity_kind order[] = {SKEP_ENTITY_PROG, SKEP_ENTITY_MAP,
						      SKEP_ENTITY_BTF};

	if (!skep)
		return;
	for (size_t i = 0; i < SKEP_COUNT(order); i++) {
		struct skep_entity *next;

		for (struct skep_entity *e = skep->first[order[i]]; e; e = next) {
			next = e->next;
			e->free(e);
		}
	}
	skep_kernel_free(skep->kernel);
	pthread_mutex_destroy(&skep->mutex);
	skep_free(skep);
}

const struct skep_kernel *skep_system_kernel(struct skep *skep)
{
	pthread_mutex_lock(&skep->mutex);
	if (!skep->kernel_tried) {
		struct btf *btf = btf__load_vmlinux_btf();

		skep->kernel_tried = true;
		skep->kernel = btf ? skep_kernel_new(btf, NULL) : NULL;
	}
	pthread_mutex_unlock(&skep->mutex);
	return skep->kernel;
}
