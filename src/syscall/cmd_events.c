/* SPDX-License-Identifier: BSD-2-Clause */
/* Who waits for data: an eventfd for each ring buffer and perf event that somebody has asked for
 * one, written to when a reader is to be woken. */
#include <errno.h>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "map/ringbuf.h"
#include "syscall/events.h"

void skep_events_fini(struct skep_events *events)
{
	if (events->number)
		close((int)events->number - 1);
}

static void wake(void *context)
{
	const struct skep_events *events = context;
	u32 number = __atomic_load_n(&events->number, __ATOMIC_ACQUIRE);

	if (number)
		eventfd_write((int)number - 1, 1);
}

struct skep_map_waker skep_events_waker(struct skep_events *events)
{
	return (struct skep_map_waker){wake, events};
}

/* The eventfd, made when it is first asked for; *made tells. */
static int get(struct skep_events *events, bool *made)
{
	u32 number = __atomic_load_n(&events->number, __ATOMIC_ACQUIRE);
	int fd;

	*made = false;
	if (number)
		return (int)number - 1;
	fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (fd < 0)
		return -errno;
	if (__atomic_compare_exchange_n(&events->number, &number, (u32)fd + 1, false,
					__ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
		*made = true;
		return fd;
	}
	close(fd);
	return (int)number - 1;
}

static bool is_ring(const struct skep_entity *e)
{
	const struct skep_map_entity *map = (const struct skep_map_entity *)e;

	return e->kind == SKEP_ENTITY_MAP && (map->desc.type == BPF_MAP_TYPE_RINGBUF ||
					      map->desc.type == BPF_MAP_TYPE_USER_RINGBUF);
}

/* What an entity wakes with, NULL: nobody can wait for it. */
static struct skep_events *find(struct skep_entity *e)
{
	if (e->kind == SKEP_ENTITY_PERF)
		return &((struct skep_perf_entity *)e)->events;
	return is_ring(e) ? &((struct skep_map_entity *)e)->events : NULL;
}

/* Whether who waits from now on need not wait: of what is no ring buffer that is not known. */
static bool is_ready(struct skep_entity *e)
{
	struct skep_map_entity *map = (struct skep_map_entity *)e;

	return e->kind == SKEP_ENTITY_PERF || map->desc.type == BPF_MAP_TYPE_USER_RINGBUF ||
	       skep_ringbuf_has_data(map->map);
}

/* The caller's descriptor of it; what was there before anybody asked wakes once. */
static int open_events(struct skep_entity *e, struct skep_events *events)
{
	bool made;
	int fd = get(events, &made);

	if (fd < 0)
		return fd;
	if (made && is_ready(e))
		eventfd_write(fd, 1);
	fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	return fd < 0 ? -errno : fd;
}

long skep_cmd_events(struct skep_bpf_call *call)
{
	int error = 0;
	struct skep_entity *e = skep_entity_get_any(call, (int)call->attr.map_fd, &error);
	struct skep_events *events;
	long fd;

	if (!e)
		return error;
	events = find(e);
	fd = events ? open_events(e, events) : -EPERM;
	skep_entity_put(e);
	return fd;
}
