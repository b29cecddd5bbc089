/* SPDX-License-Identifier: BSD-2-Clause */
/* What perf_event_open(2) asks for, where programs can be attached to it: counters that overflow,
 * tracepoints, and probes of functions (kprobe) and of files (uprobe), whose types have numbers of
 * their own. Nothing happens at any of them in skep; what can be looked up is looked up, so that
 * what Linux would refuse is refused.
 *
 * Source of the order of checks: kernel/events/core.c, kernel/trace/bpf_trace.c. */
#include "syscall/probes.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/alloc.h"
#include "syscall/memory.h"
#include "syscall/symbols.h"
#include "syscall/tracepoints.h"

enum {
	RETURNS = 1,	    /* in config */
	COUNTER_SHIFT = 32, /* ... */
	FUNCTION_ROOM = 512,
	PROGRAMS_MAX = 64, /* of a tracepoint */
};

void skep_probe_fini(struct skep_probe *probe)
{
	skep_free(probe->name);
}

/* ---- what is asked for */

static int keep_name(struct skep_probe *probe, const char *name)
{
	size_t size = strlen(name) + 1;

	probe->name = skep_alloc(size);
	if (!probe->name)
		return -ENOMEM;
	memcpy(probe->name, name, size);
	return 0;
}

/* A text of the caller's that must end within the room. */
static int read_text(const struct skep_bpf_call *call, u64 from, char *to, size_t room)
{
	int error;

	to[room - 2] = '\0';
	error = skep_memory_text(call, to, from, room);
	return error ?: to[room - 2] ? -E2BIG : 0;
}

static int read_tracepoint(const struct skep_bpf_call *call, struct skep_probe *probe)
{
	char name[SKEP_EVENT_NAME];

	if (!skep_tracepoint_named(call->skep, probe->config, name))
		return -ENOENT;
	return keep_name(probe, name);
}

static int check_function(const struct skep_probe *probe, const char *name)
{
	u32 count = skep_symbols_count(name);

	if (count != 1)
		return count ? -EADDRNOTAVAIL : -ENOENT;
	return probe->returns && probe->offset ? -EINVAL : 0;
}

static int read_function(const struct skep_bpf_call *call, const struct perf_event_attr *event,
			 struct skep_probe *probe)
{
	char name[FUNCTION_ROOM + 1] = "";
	int error = 0;

	probe->returns = event->config & RETURNS;
	if (event->kprobe_func)
		error = read_text(call, event->kprobe_func, name, sizeof(name));
	if (error)
		return error;
	if (!name[0]) {
		probe->address = event->kprobe_addr;
		return probe->address ? 0 : -EINVAL;
	}
	probe->offset = event->probe_offset;
	return check_function(probe, name) ?: keep_name(probe, name);
}

int skep_probe_file(const struct skep_bpf_call *call, const char *name, int special, u64 *size,
		    char real[PATH_MAX])
{
	char path[PATH_MAX + 32];
	struct stat s;

	if (call->client.pid)
		snprintf(path, sizeof(path), "/proc/%d/%s%s", call->client.pid,
			 name[0] == '/' ? "root" : "cwd/", name);
	else
		snprintf(path, sizeof(path), "%s", name);
	if (stat(path, &s) || (real && !realpath(path, real)))
		return -errno;
	*size = (u64)s.st_size;
	return S_ISREG(s.st_mode) ? 0 : special;
}

static int read_place(const struct skep_bpf_call *call, const struct perf_event_attr *event,
		      struct skep_probe *probe)
{
	char name[PATH_MAX + 1];
	u64 size = 0;
	int error;

	if (!event->uprobe_path)
		return -EINVAL;
	error = read_text(call, event->uprobe_path, name, sizeof(name));
	if (!error && !name[0])
		error = -EINVAL;
	error = error ?: skep_probe_file(call, name, -EINVAL, &size, NULL);
	if (error)
		return error;
	probe->returns = event->config & RETURNS;
	probe->offset = event->probe_offset;
	probe->address = event->config >> COUNTER_SHIFT;
	if (probe->offset > size || probe->address % sizeof(u16))
		return -EINVAL;
	return keep_name(probe, name);
}

static int check_sample(const struct perf_event_attr *event)
{
	if (event->type == PERF_TYPE_SOFTWARE && event->config >= PERF_COUNT_SW_MAX)
		return -ENOENT;
	if (event->type == PERF_TYPE_HARDWARE && (u32)event->config >= PERF_COUNT_HW_MAX)
		return -EINVAL;
	return event->type < PERF_TYPE_MAX ? 0 : -ENOSYS;
}

/* The number that Linux has for a type of events, by the system call as in symbols.c; 0: none. */
static u32 type_of(const char *name)
{
	char path[64], text[16] = "";
	int fd;

	snprintf(path, sizeof(path), "/sys/bus/event_source/devices/%s/type", name);
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return 0;
	if (read(fd, text, sizeof(text) - 1) < 0)
		text[0] = '\0';
	close(fd);
	return (u32)strtoul(text, NULL, 10);
}

static bool is_type(u32 type, u32 own, const char *name)
{
	return type == own || (type >= PERF_TYPE_MAX && type == type_of(name));
}

int skep_probe_parse(const struct skep_bpf_call *call, const struct perf_event_attr *event,
		     struct skep_probe *probe)
{
	*probe = (struct skep_probe){
	    .kind = SKEP_PROBE_SAMPLE, .type = event->type, .config = event->config};
	if (event->type == PERF_TYPE_TRACEPOINT) {
		probe->kind = SKEP_PROBE_TRACEPOINT;
		return read_tracepoint(call, probe);
	}
	if (is_type(event->type, SKEP_PERF_KPROBE, "kprobe")) {
		probe->kind = SKEP_PROBE_KERNEL;
		return read_function(call, event, probe);
	}
	if (is_type(event->type, SKEP_PERF_UPROBE, "uprobe")) {
		probe->kind = SKEP_PROBE_USER;
		return read_place(call, event, probe);
	}
	return check_sample(event);
}

/* ---- programs */

/* Whether a program is one for a probe. */
static int check_type(struct skep *skep, const struct skep_probe *probe,
		      const struct skep_prog_entity *prog)
{
	switch (probe->kind) {
	case SKEP_PROBE_TRACEPOINT:
		if (prog->type != BPF_PROG_TYPE_TRACEPOINT)
			return -EINVAL;
		return prog->context_end > skep_tracepoint_fields(skep, probe->name) ? -EACCES : 0;
	case SKEP_PROBE_KERNEL:
		return prog->type == BPF_PROG_TYPE_KPROBE && !prog->sleepable ? 0 : -EINVAL;
	case SKEP_PROBE_USER:
		return prog->type == BPF_PROG_TYPE_KPROBE ? 0 : -EINVAL;
	default:
		return prog->type == BPF_PROG_TYPE_PERF_EVENT ? 0 : -EINVAL;
	}
}

/* Whether there is room for a program at a tracepoint, where each is once, whichever event it came
 * by. The mutex is held. */
static int check_others(struct skep *skep, const struct skep_probe *probe,
			const struct skep_prog_entity *prog)
{
	u32 count = 0;

	for (struct skep_entity *e = skep->first[SKEP_ENTITY_PERF]; e; e = e->next) {
		const struct skep_probe *other = &((struct skep_perf_entity *)e)->probe;

		if (!other->prog || other->kind != probe->kind ||
		    strcmp(other->name, probe->name) != 0)
			continue;
		if (other->prog == prog)
			return -EEXIST;
		count++;
	}
	return count < PROGRAMS_MAX ? 0 : -E2BIG;
}

/* What is wrong with the type is said before that there is a program, but for counters. The mutex
 * is held. */
static int check_free(struct skep *skep, const struct skep_probe *probe,
		      const struct skep_prog_entity *prog, int wrong)
{
	if (wrong && probe->kind > SKEP_PROBE_SAMPLE)
		return wrong;
	if (probe->prog)
		return -EEXIST;
	if (wrong)
		return wrong;
	return probe->kind == SKEP_PROBE_TRACEPOINT ? check_others(skep, probe, prog) : 0;
}

int skep_probe_set(struct skep *skep, struct skep_perf_entity *e, struct skep_prog_entity *prog,
		   u64 cookie)
{
	int error = check_type(skep, &e->probe, prog);

	skep_entity_sweep(skep);
	pthread_mutex_lock(&skep->mutex);
	error = check_free(skep, &e->probe, prog, error);
	if (!error) {
		e->probe.prog = skep_entity_use(prog);
		e->probe.cookie = cookie;
	}
	pthread_mutex_unlock(&skep->mutex);
	return error;
}

void skep_probe_clear(struct skep_probe *probe)
{
	skep_entity_put(probe->prog);
	probe->prog = NULL;
}
