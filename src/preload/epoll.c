/* SPDX-License-Identifier: BSD-2-Clause */
/* epoll_ctl(2) of ring buffers and perf events: Linux refuses to watch the memory file that such a
 * descriptor is, so an eventfd is watched in its place, which the system writes to for each wakeup.
 * Nobody reads it; it is watched for edges, so that each wakeup is reported once. Readers that take
 * all there is, as libbpf's do, see no difference; who leaves records behind is not told of them
 * again, as it would be by Linux. Who waits to write (user ring buffers) is told EPOLLIN. */
#include <errno.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "preload/next.h"
#include "preload/route.h"

/* The eventfds of this process, which outlive the descriptors that they stand for: one for each
 * ring. Forked children have them, too. */
struct stand_in {
	dev_t dev; /* of the ring's file */
	ino_t ino;
	int fd;
};

static struct {
	pthread_mutex_t mutex;
	struct stand_in *data;
	size_t count, room;
} known = {.mutex = PTHREAD_MUTEX_INITIALIZER};

static int ask(int fd)
{
	u32 attr = (u32)fd;
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_EVENTS, .size = sizeof(attr), .attr = (uintptr_t)&attr};

	return (int)skep_route_call(&args);
}

/* The mutex is held. */
static int find(const struct stat *s)
{
	for (size_t i = 0; i < known.count; i++)
		if (known.data[i].ino == s->st_ino && known.data[i].dev == s->st_dev)
			return known.data[i].fd;
	return -1;
}

/* The eventfd for a descriptor, -1: there is none. */
static int stand_in(int fd)
{
	struct stat s;
	int found = -1;

	if (fstat(fd, &s))
		return -1;
	pthread_mutex_lock(&known.mutex);
	found = find(&s);
	if (found < 0) {
		found = ask(fd);
		if (found >= 0 &&
		    !SKEP_PUSH(&known, ((struct stand_in){s.st_dev, s.st_ino, found}))) {
			close(found);
			found = -1;
		}
	}
	pthread_mutex_unlock(&known.mutex);
	return found;
}

SKEP_ENTRY int epoll_ctl(int at, int op, int fd, struct epoll_event *event)
{
	int error = SKEP_NEXT(epoll_ctl)(at, op, fd, event), other;
	struct epoll_event edge = {0};

	if (!error || errno != EPERM)
		return error;
	other = stand_in(fd);
	if (other < 0) {
		errno = EPERM;
		return -1;
	}
	if (event) {
		edge = *event;
		edge.events |= EPOLLET;
		if (edge.events & EPOLLOUT)
			edge.events = (edge.events & ~(u32)EPOLLOUT) | EPOLLIN;
	}
	return SKEP_NEXT(epoll_ctl)(at, op, other, &edge);
}
