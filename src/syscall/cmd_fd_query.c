/* SPDX-License-Identifier: BSD-2-Clause */
/* TASK_FD_QUERY: which program a descriptor of a process runs. Of what has an answer in Linux, skep
 * has raw tracepoints. */
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "syscall/memory.h"
#include "syscall/system.h"

/* The name, cut where the caller has less room, and its length. */
static int give_name(const struct skep_bpf_call *call, const char *name)
{
	u32 room = call->attr.task_fd_query.buf_len, length = (u32)strlen(name);
	u64 to = call->attr.task_fd_query.buf;
	int error = skep_call_answer(call, offsetof(union bpf_attr, task_fd_query.buf_len), length);

	if (error || !room || !to)
		return error;
	if (room > length)
		return skep_memory_write(call, to, name, length + 1);
	error = skep_memory_write(call, to, name, room - 1)
		    ?: skep_memory_write(call, to + room - 1, "", 1);
	return error ?: -ENOSPC;
}

static int tell(const struct skep_bpf_call *call, const struct skep_link_entity *link)
{
	struct {
		u32 prog_id, fd_type;
		u64 offset, address;
	} answer = {.fd_type = BPF_FD_TYPE_RAW_TRACEPOINT};
	int cut = give_name(call, link->name), error;

	if (cut && cut != -ENOSPC)
		return cut;
	pthread_mutex_lock(&call->skep->mutex);
	answer.prog_id = link->prog->e.id;
	pthread_mutex_unlock(&call->skep->mutex);
	error = skep_memory_write(call, call->at + offsetof(union bpf_attr, task_fd_query.prog_id),
				  &answer, sizeof(answer));
	return error ?: cut;
}

static bool is_process(u32 pid)
{
	char path[32];

	snprintf(path, sizeof(path), "/proc/%u", pid);
	return access(path, F_OK) == 0;
}

long skep_cmd_fd_query(struct skep_bpf_call *call)
{
	struct skep_bpf_call other = *call;
	struct skep_link_entity *link;
	int error = 0;

	if (call->attr.task_fd_query.flags)
		return -EINVAL;
	if (!is_process(call->attr.task_fd_query.pid))
		return -ENOENT;
	other.client.pid = (pid_t)call->attr.task_fd_query.pid;
	link = skep_entity_get(&other, SKEP_ENTITY_LINK, (int)call->attr.task_fd_query.fd, &error);
	if (!link)
		return error == -EBADF ? error : -SKEP_ENOTSUPP;
	error = link->type == BPF_LINK_TYPE_RAW_TRACEPOINT ? tell(call, link) : -SKEP_ENOTSUPP;
	skep_entity_put(link);
	return error;
}
