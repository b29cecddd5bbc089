/* SPDX-License-Identifier: BSD-2-Clause */
/* TASK_FD_QUERY: which program a descriptor of a process runs: one of a raw tracepoint, or a perf
 * event. */
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

/* What is told beside the name. */
struct answer {
	u32 prog_id, fd_type;
	u64 offset, address;
};

static int give(const struct skep_bpf_call *call, const struct answer *answer, const char *name)
{
	int cut = give_name(call, name), error;

	if (cut && cut != -ENOSPC)
		return cut;
	error = skep_memory_write(call, call->at + offsetof(union bpf_attr, task_fd_query.prog_id),
				  answer, sizeof(*answer));
	return error ?: cut;
}

static int tell_link(const struct skep_bpf_call *call, const struct skep_link_entity *link)
{
	struct answer answer = {.fd_type = BPF_FD_TYPE_RAW_TRACEPOINT};

	if (link->type != BPF_LINK_TYPE_RAW_TRACEPOINT)
		return -SKEP_ENOTSUPP;
	pthread_mutex_lock(&call->skep->mutex);
	answer.prog_id = link->prog->e.id;
	pthread_mutex_unlock(&call->skep->mutex);
	return give(call, &answer, link->name);
}

static u32 fd_type(const struct skep_probe *probe)
{
	if (probe->kind == SKEP_PROBE_TRACEPOINT)
		return BPF_FD_TYPE_TRACEPOINT;
	if (probe->kind == SKEP_PROBE_KERNEL)
		return probe->returns ? BPF_FD_TYPE_KRETPROBE : BPF_FD_TYPE_KPROBE;
	return probe->returns ? BPF_FD_TYPE_URETPROBE : BPF_FD_TYPE_UPROBE;
}

/* Linux does not tell of counters. Addresses are hidden, as from users. */
static int tell_perf(const struct skep_bpf_call *call, const struct skep_probe *probe)
{
	struct answer answer = {.fd_type = fd_type(probe)};
	int error = 0;

	skep_entity_sweep(call->skep); /* links that are closed take their programs with them */
	pthread_mutex_lock(&call->skep->mutex);
	if (!probe->prog)
		error = -ENOENT;
	else if (probe->prog->type == BPF_PROG_TYPE_PERF_EVENT)
		error = -EOPNOTSUPP;
	else
		answer.prog_id = probe->prog->e.id;
	pthread_mutex_unlock(&call->skep->mutex);
	if (probe->kind != SKEP_PROBE_TRACEPOINT)
		answer.offset = probe->offset;
	if (probe->kind == SKEP_PROBE_USER)
		answer.address = probe->address;
	return error ?: give(call, &answer, probe->name ?: "");
}

static int tell(const struct skep_bpf_call *call, const struct skep_entity *e)
{
	if (e->kind == SKEP_ENTITY_LINK)
		return tell_link(call, (const struct skep_link_entity *)e);
	if (e->kind == SKEP_ENTITY_PERF)
		return tell_perf(call, &((const struct skep_perf_entity *)e)->probe);
	return -SKEP_ENOTSUPP;
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
	struct skep_entity *e;
	int error = 0;

	if (call->attr.task_fd_query.flags)
		return -EINVAL;
	if (!is_process(call->attr.task_fd_query.pid))
		return -ENOENT;
	/* The system's own openings are nobody's descriptors. */
	if (call->client.pid && call->attr.task_fd_query.pid == (u32)getpid())
		return -SKEP_ENOTSUPP;
	other.client.pid = (pid_t)call->attr.task_fd_query.pid;
	e = skep_entity_get_any(&other, (int)call->attr.task_fd_query.fd, &error);
	if (!e)
		return error == -EBADF ? error : -SKEP_ENOTSUPP;
	error = tell(call, e);
	skep_entity_put(e);
	return error;
}
