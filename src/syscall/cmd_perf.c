/* SPDX-License-Identifier: BSD-2-Clause */
/* Perf events: for what programs write (PERF_COUNT_SW_BPF_OUTPUT), a descriptor whose memory is a
 * ring once somebody has mapped it; and those that stand in for Linux's, which programs are
 * attached to (probes.h). */
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/file.h"
#include "map/spin.h"
#include "syscall/events.h"
#include "syscall/memory.h"
#include "syscall/note.h"
#include "syscall/probes.h"
#include "syscall/tracepoints.h"

static void drop_perf(struct skep_entity *entity)
{
	skep_probe_clear(&((struct skep_perf_entity *)entity)->probe);
}

static void free_perf(struct skep_entity *entity)
{
	struct skep_perf_entity *e = (struct skep_perf_entity *)entity;

	if (e->ring.page)
		munmap(e->ring.page, e->mapped);
	skep_events_fini(&e->events);
	skep_probe_fini(&e->probe);
	if (entity->file >= 0)
		close(entity->file);
	skep_free(e);
}

static const struct skep_entity_ops perf_ops = {.drop = drop_perf, .free = free_perf};

/* The caller's description, as far as it reaches, and zeros. */
static int read_event(const struct skep_bpf_call *call, const struct skep_perf_attr *attr,
		      struct perf_event_attr *event)
{
	int error;

	*event = (struct perf_event_attr){0};
	error = skep_memory_read(call, event, attr->event, PERF_ATTR_SIZE_VER0);
	if (!error && event->size >= PERF_ATTR_SIZE_VER1)
		error = skep_memory_read(call, event, attr->event, PERF_ATTR_SIZE_VER1);
	return error;
}

static bool is_output(const struct perf_event_attr *event)
{
	return event->type == PERF_TYPE_SOFTWARE && event->config == PERF_COUNT_SW_BPF_OUTPUT;
}

/* Whether Linux can not know what it is. */
static bool is_own(const struct perf_event_attr *event)
{
	return event->type == SKEP_PERF_KPROBE || event->type == SKEP_PERF_UPROBE ||
	       (event->type == PERF_TYPE_TRACEPOINT && skep_tracepoint_is_own(event->config));
}

static void describe(struct skep_perf_entity *e, const struct skep_perf_attr *attr,
		     const struct perf_event_attr *event)
{
	e->probe.type = event->type;
	e->probe.config = event->config;
	e->ring.cpu = attr->cpu;
	e->ring.has_time = event->sample_type & PERF_SAMPLE_TIME;
	e->ring.wake_events = event->watermark ? 0 : event->wakeup_events;
}

/* Processes and CPUs that there are. A counter of certain processes is Linux's alone: who is not
 * given it asks for less. */
static int check_place(const struct skep_perf_entity *e, const struct skep_perf_attr *attr)
{
	char path[32];

	if (e->probe.kind == SKEP_PROBE_SAMPLE && attr->pid >= 0)
		return -ENOSYS;
	if (attr->cpu == UINT32_MAX ? attr->pid < 0 : attr->cpu >= sysconf(_SC_NPROCESSORS_CONF))
		return -EINVAL;
	snprintf(path, sizeof(path), "/proc/%d", attr->pid);
	return attr->pid > 0 && access(path, F_OK) ? -ESRCH : 0;
}

/* The descriptor of an event, which is freed if there is none. */
static long add(struct skep_bpf_call *call, struct skep_perf_entity *e)
{
	long fd = skep_entity_open(&e->e, "", O_RDWR);

	if (fd < 0) {
		free_perf(&e->e);
		return fd;
	}
	skep_entity_add(call->skep, &e->e);
	e->ring.id = e->e.id;
	return fd;
}

static long open_event(struct skep_bpf_call *call, bool stand_in)
{
	struct skep_perf_entity *e;
	struct perf_event_attr event;
	struct skep_perf_attr attr;
	bool output;
	int error;

	memcpy(&attr, call->bytes, sizeof(attr));
	error = read_event(call, &attr, &event);
	if (error)
		return error;
	output = is_output(&event);
	if (stand_in ? output : !output && !is_own(&event))
		return -ENOSYS;
	e = skep_alloc(sizeof(*e));
	if (!e)
		return -ENOMEM;
	e->e = (struct skep_entity){.kind = SKEP_ENTITY_PERF, .file = -1, .ops = &perf_ops};
	e->ring.waker = skep_events_waker(&e->events, false);
	describe(e, &attr, &event);
	error = output ? 0 : skep_probe_parse(call, &event, &e->probe) ?: check_place(e, &attr);
	if (error) {
		free_perf(&e->e);
		return error;
	}
	return add(call, e);
}

long skep_cmd_perf_open(struct skep_bpf_call *call)
{
	return open_event(call, false);
}

long skep_cmd_perf_stand_in(struct skep_bpf_call *call)
{
	return open_event(call, true);
}

long skep_cmd_perf_set(struct skep_bpf_call *call)
{
	struct skep_perf_set_attr attr;
	struct skep_perf_entity *e;
	struct skep_prog_entity *prog;
	int error = 0;

	memcpy(&attr, call->bytes, sizeof(attr));
	e = skep_entity_get(call, SKEP_ENTITY_PERF, attr.event, &error);
	if (!e)
		return error == -EBADF ? error : -ENOTTY;
	prog = skep_entity_get(call, SKEP_ENTITY_PROG, attr.prog, &error);
	error = error ?: skep_probe_set(call->skep, e, prog, 0);
	if (!error)
		skep_note_perf(call->skep, e, prog);
	skep_entity_put(prog);
	skep_entity_put(e);
	return error;
}

/* ---- the memory: a page that perf_event_open(2) describes, then the data */

static int map_ring(struct skep_perf_entity *e, const struct skep_mmap_attr *how, u64 page)
{
	struct perf_event_mmap_page *first;

	if (!skep_map_file_size(e->e.file, how->length))
		return -ENOMEM;
	first = mmap(NULL, how->length, PROT_READ | PROT_WRITE, MAP_SHARED, e->e.file, 0);
	if (first == MAP_FAILED)
		return -ENOMEM;
	first->data_offset = page;
	first->data_size = how->length - page;
	e->mapped = how->length;
	skep_spin_lock(&e->ring.lock);
	e->ring.data = (u8 *)first + page;
	e->ring.data_size = first->data_size;
	e->ring.overwrite = !(how->protection & PROT_WRITE);
	e->ring.page = first;
	skep_spin_unlock(&e->ring.lock);
	return 0;
}

int skep_perf_mmap(struct skep_perf_entity *e, const struct skep_mmap_attr *how)
{
	u64 page = (u64)sysconf(_SC_PAGESIZE), data = how->length - page;

	if (how->offset || how->length <= page || how->length > UINT32_MAX || data % page ||
	    data & (data - 1))
		return -EINVAL;
	if (e->mapped)
		return e->mapped == how->length ? 0 : -EINVAL;
	return map_ring(e, how, page);
}
