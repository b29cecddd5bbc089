/* SPDX-License-Identifier: BSD-2-Clause */
/* Who waits for data or for room: an eventfd for each ring buffer and perf event that somebody has
 * asked for one, written to when a reader is to be woken, and read when a sender to a user ring
 * buffer is. */
#include <errno.h>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

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

/* Who waits to write to an eventfd is told of a read that found something. */
static void wake_sender(void *context)
{
	const struct skep_events *events = context;
	u32 number = __atomic_load_n(&events->number, __ATOMIC_ACQUIRE);
	eventfd_t count;

	if (!number)
		return;
	eventfd_write((int)number - 1, 1);
	eventfd_read((int)number - 1, &count);
}

struct skep_map_waker skep_events_waker(struct skep_events *events, bool senders)
{
	return (struct skep_map_waker){senders ? wake_sender : wake, events};
}

/* The eventfd, made when it is first asked for. */
static int get(struct skep_events *events)
{
	u32 number = __atomic_load_n(&events->number, __ATOMIC_ACQUIRE);
	int fd;

	if (number)
		return (int)number - 1;
	fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (fd < 0)
		return -errno;
	if (__atomic_compare_exchange_n(&events->number, &number, (u32)fd + 1, false,
					__ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
		return fd;
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

/* The caller's descriptor of it. */
static int open_events(struct skep_events *events)
{
	int fd = get(events);

	if (fd < 0)
		return fd;
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
	fd = events ? open_events(events) : e->kind == SKEP_ENTITY_MAP ? -SKEP_NO_EVENTS : -EPERM;
	skep_entity_put(e);
	return fd;
}
