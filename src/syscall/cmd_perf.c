/* SPDX-License-Identifier: BSD-2-Clause */
/* Perf events for what programs write (PERF_COUNT_SW_BPF_OUTPUT): a descriptor whose memory is a
 * ring once somebody has mapped it. */
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/file.h"
#include "map/spin.h"
#include "syscall/events.h"
#include "syscall/memory.h"

static void drop_perf(struct skep_entity *e)
{
	(void)e;
}

static void free_perf(struct skep_entity *entity)
{
	struct skep_perf_entity *e = (struct skep_perf_entity *)entity;

	if (e->ring.page)
		munmap(e->ring.page, e->mapped);
	skep_events_fini(&e->events);
	if (entity->file >= 0)
		close(entity->file);
	skep_free(e);
}

static const struct skep_entity_ops perf_ops = {.drop = drop_perf, .free = free_perf};

/* What is asked for; -ENOSYS if that is another event. */
static int read_event(const struct skep_bpf_call *call, struct skep_perf_ring *ring)
{
	struct perf_event_attr event;
	struct skep_perf_attr attr;
	int error;

	memcpy(&attr, call->bytes, sizeof(attr));
	error = skep_memory_read(call, &event, attr.event, PERF_ATTR_SIZE_VER0);
	if (error || event.type != PERF_TYPE_SOFTWARE || event.config != PERF_COUNT_SW_BPF_OUTPUT)
		return -ENOSYS;
	ring->cpu = attr.cpu;
	ring->has_time = event.sample_type & PERF_SAMPLE_TIME;
	ring->wake_events = event.watermark ? 0 : event.wakeup_events;
	return 0;
}

static long open_event(struct skep_bpf_call *call, struct skep_perf_entity *e)
{
	int error = read_event(call, &e->ring);

	return error ?: skep_entity_open(&e->e, "", O_RDWR);
}

long skep_cmd_perf_open(struct skep_bpf_call *call)
{
	struct skep_perf_entity *e = skep_alloc(sizeof(*e));
	long fd;

	if (!e)
		return -ENOMEM;
	e->e = (struct skep_entity){.kind = SKEP_ENTITY_PERF, .file = -1, .ops = &perf_ops};
	e->ring.waker = skep_events_waker(&e->events, false);
	fd = open_event(call, e);
	if (fd < 0) {
		free_perf(&e->e);
		return fd;
	}
	skep_entity_add(call->skep, &e->e);
	e->ring.id = e->e.id;
	return fd;
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
