/* SPDX-License-Identifier: BSD-2-Clause */
/* What commands have in common: answers in attr, names, and the caller's log. */
#include <errno.h>
#include <poll.h>
#include <string.h>

#include "syscall/memory.h"
#include "syscall/system.h"

bool skep_call_is_abandoned(const struct skep_bpf_call *call)
{
	struct pollfd line = {.fd = call->client.line, .events = POLLRDHUP};

	return call->client.line && poll(&line, 1, 0) > 0 && line.revents & (POLLRDHUP | POLLHUP);
}

int skep_call_token(const struct skep_bpf_call *call, u32 offset)
{
	struct skep_entity *e;
	int error = -EINVAL, fd;

	memcpy(&fd, call->bytes + offset, sizeof(fd));
	e = skep_entity_get_any(call, fd, &error);
	skep_entity_put(e);
	return e ? -EINVAL : error;
}

int skep_call_answer(const struct skep_bpf_call *call, u32 offset, u32 value)
{
	if (call->size < offset + sizeof(value))
		return 0;
	return skep_memory_write(call, call->at + offset, &value, sizeof(value));
}

/* Letters are those of Latin-1 in Linux. */
static bool is_name(u8 c)
{
	static const char allowed[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";

	return c < 0x80 ? strchr(allowed, c) != NULL : c >= 0xc0 && c != 0xd7 && c != 0xf7;
}

int skep_call_name(char to[BPF_OBJ_NAME_LEN], const char from[BPF_OBJ_NAME_LEN])
{
	if (!memchr(from, '\0', BPF_OBJ_NAME_LEN))
		return -EINVAL;
	for (u32 i = 0; from[i]; i++)
		if (!is_name((u8)from[i]))
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

		error = skep_memory_write(call, log->buffer, from, kept - 1)
			    ?: skep_memory_write(call, log->buffer + kept - 1, "", 1);
	}
	error = error ?: skep_call_answer(call, log->true_size, (u32)all);
	return error ?: cut ? -ENOSPC : 0;
}
