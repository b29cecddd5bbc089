/* SPDX-License-Identifier: BSD-2-Clause */
/* poll(2) and select(2) of skep's descriptors, by what stands for them (stand_in.h): whether a ring
 * is ready is looked up in the ring, the stand-in only ends the wait. Calls without such
 * descriptors go on as they are; select(2) becomes poll(2) else. */
#include <errno.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "preload/next.h"
#include "preload/stand_in.h"

struct waiter {
	struct stand_in s;
	bool is; /* one of skep's */
};

struct wait {
	struct pollfd *asked, *real; /* as the caller asks, and Linux is asked */
	struct waiter *waiters;
	nfds_t count;
	const struct timespec *limit; /* NULL: none */
	const sigset_t *mask;
	struct timespec end;
};

/* ---- time */

enum { SECOND = 1000000000 };

static struct timespec now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t;
}

static struct timespec sum(struct timespec a, struct timespec b)
{
	struct timespec t = {a.tv_sec + b.tv_sec, a.tv_nsec + b.tv_nsec};

	if (t.tv_nsec >= SECOND)
		return (struct timespec){t.tv_sec + 1, t.tv_nsec - SECOND};
	return t;
}

static struct timespec until(struct timespec end)
{
	struct timespec at = now();
	struct timespec t = {end.tv_sec - at.tv_sec, end.tv_nsec - at.tv_nsec};

	if (t.tv_nsec < 0)
		t = (struct timespec){t.tv_sec - 1, t.tv_nsec + SECOND};
	return t.tv_sec < 0 ? (struct timespec){0} : t;
}

/* ---- one descriptor */

static short ring_events(const struct stand_in *s)
{
	if (!skep_stand_in_is_ready(s))
		return 0;
	return s->kind == STAND_IN_READER ? POLLIN | POLLRDNORM : POLLOUT | POLLWRNORM;
}

/* Nothing is mapped before there is memory. */
static bool is_mapped(int fd)
{
	struct stat file;

	return fstat(fd, &file) == 0 && file.st_size;
}

static short event_events(const struct stand_in *s, int fd)
{
	u64 count;

	if (!is_mapped(fd))
		return POLLHUP;
	return read(s->fd, &count, sizeof(count)) > 0 ? POLLIN | POLLRDNORM : 0;
}

static short look(const struct stand_in *s, int fd)
{
	if (s->kind == STAND_IN_ERROR)
		return POLLERR;
	return s->kind == STAND_IN_EVENT ? event_events(s, fd) : ring_events(s);
}

/* ---- all of them */

/* How many are ready, as far as Linux need not be asked. */
static int look_all(struct wait *w)
{
	int ready = 0;

	for (nfds_t i = 0; i < w->count; i++) {
		struct pollfd *asked = &w->asked[i];

		asked->revents = 0;
		if (!w->waiters[i].is)
			continue;
		skep_stand_in_lower(&w->waiters[i].s);
		asked->revents = look(&w->waiters[i].s, asked->fd);
		asked->revents &= asked->events | POLLERR | POLLHUP;
		ready += asked->revents != 0;
	}
	return ready;
}

static int add_real(struct wait *w)
{
	int ready = 0;

	for (nfds_t i = 0; i < w->count; i++) {
		if (w->waiters[i].is)
			continue;
		w->asked[i].revents = w->real[i].revents;
		ready += w->asked[i].revents != 0;
	}
	return ready;
}

static int ask(struct wait *w, bool at_once)
{
	struct timespec left = {0};

	if (w->limit && !at_once)
		left = until(w->end);
	return SKEP_NEXT(ppoll)(w->real, w->count, w->limit || at_once ? &left : NULL, w->mask);
}

/* After the time Linux looks once more, too. */
static int wait_for(struct wait *w)
{
	int ready = look_all(w), got = ask(w, ready > 0);

	while (got > 0 && !ready && !add_real(w)) {
		ready = look_all(w);
		if (!ready)
			got = ask(w, false);
	}
	if (got < 0)
		return got;
	if (!ready)
		ready = look_all(w);
	return ready + add_real(w);
}

/* A room for `count`; whether any is one of skep's. */
static bool translate(struct wait *w)
{
	bool any = false;

	for (nfds_t i = 0; i < w->count; i++) {
		struct waiter *one = &w->waiters[i];

		w->real[i] = w->asked[i];
		one->is = w->asked[i].fd >= 0 && skep_stand_in(w->asked[i].fd, &one->s);
		any |= one->is;
		if (one->is)
			w->real[i] = (struct pollfd){
			    one->s.fd,
			    (short)skep_stand_in_events(&one->s, (u16)w->asked[i].events), 0};
	}
	return any;
}

/* poll(2) where at least one may be skep's. */
static int poll_ours(struct wait *w)
{
	u8 *room = skep_alloc(w->count * (sizeof(*w->waiters) + sizeof(*w->real)));
	int got;

	if (!room) {
		errno = ENOMEM;
		return -1;
	}
	w->waiters = (struct waiter *)(void *)room;
	w->real = (struct pollfd *)(void *)(w->waiters + w->count);
	if (w->limit)
		w->end = sum(now(), *w->limit);
	skep_stand_in_begin();
	if (translate(w))
		got = wait_for(w);
	else
		got = SKEP_NEXT(ppoll)(w->asked, w->count, w->limit, w->mask);
	skep_stand_in_end();
	skep_free(room);
	return got;
}

static bool may_be_ours(const struct pollfd *fds, nfds_t count)
{
	bool any = false;

	for (nfds_t i = 0; i < count && !any; i++)
		any = skep_is_memory(fds[i].fd);
	return any;
}

/* ---- poll */

/* What programs call that were compiled with _FORTIFY_SOURCE. */
int __poll_chk(struct pollfd *fds, nfds_t count, int timeout, size_t size);
int __ppoll_chk(struct pollfd *fds, nfds_t count, const struct timespec *limit,
		const sigset_t *mask, size_t size);

SKEP_ENTRY int poll(struct pollfd *fds, nfds_t count, int timeout)
{
	struct timespec limit = {timeout / 1000, timeout % 1000 * 1000000L};
	struct wait w = {.asked = fds, .count = count, .limit = timeout < 0 ? NULL : &limit};

	return may_be_ours(fds, count) ? poll_ours(&w) : SKEP_NEXT(poll)(fds, count, timeout);
}

SKEP_ENTRY int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *limit,
		     const sigset_t *mask)
{
	struct wait w = {.asked = fds, .count = count, .limit = limit, .mask = mask};

	return may_be_ours(fds, count) ? poll_ours(&w) : SKEP_NEXT(ppoll)(fds, count, limit, mask);
}

SKEP_ENTRY int __poll_chk(struct pollfd *fds, nfds_t count, int timeout, size_t size)
{
	(void)size;
	return poll(fds, count, timeout);
}

SKEP_ENTRY int __ppoll_chk(struct pollfd *fds, nfds_t count, const struct timespec *limit,
			   const sigset_t *mask, size_t size)
{
	(void)size;
	return ppoll(fds, count, limit, mask);
}

/* ---- select: what a set asks for, and what puts a descriptor into it (include/linux/poll.h) */

enum { SETS = 3 };

static const struct {
	short asks, puts;
} sets_of[SETS] = {
    {POLLIN | POLLRDNORM | POLLRDBAND, POLLIN | POLLRDNORM | POLLRDBAND | POLLHUP | POLLERR},
    {POLLOUT | POLLWRNORM | POLLWRBAND, POLLOUT | POLLWRNORM | POLLWRBAND | POLLERR},
    {POLLPRI, POLLPRI},
};

struct selection {
	int count; /* of numbers */
	fd_set *sets[SETS];
	struct pollfd fds[FD_SETSIZE];
	nfds_t used;
};

static void list(struct selection *s)
{
	s->used = 0;
	for (int fd = 0; fd < s->count; fd++) {
		short events = 0;

		for (u32 i = 0; i < SETS; i++)
			if (s->sets[i] && FD_ISSET(fd, s->sets[i]))
				events |= sets_of[i].asks;
		if (events)
			s->fds[s->used++] = (struct pollfd){fd, events, 0};
	}
}

static int answer(struct selection *s)
{
	int bits = 0;

	for (nfds_t n = 0; n < s->used; n++)
		if (s->fds[n].revents & POLLNVAL) {
			errno = EBADF;
			return -1;
		}
	for (nfds_t n = 0; n < s->used; n++)
		for (u32 i = 0; i < SETS; i++) {
			if (!s->sets[i] || !FD_ISSET(s->fds[n].fd, s->sets[i]))
				continue;
			if (s->fds[n].revents & sets_of[i].puts)
				bits++;
			else
				FD_CLR(s->fds[n].fd, s->sets[i]);
		}
	return bits;
}

/* Whether the call is done; *result is its result then. */
static bool select_ours(struct selection *s, struct wait *w, int *result)
{
	if (s->count < 0 || s->count > FD_SETSIZE)
		return false;
	list(s);
	if (!may_be_ours(s->fds, s->used))
		return false;
	w->asked = s->fds;
	w->count = s->used;
	*result = poll_ours(w);
	if (*result >= 0)
		*result = answer(s);
	return true;
}

#define SELECTED int count, fd_set *in, fd_set *out, fd_set *err

SKEP_ENTRY int pselect(SELECTED, const struct timespec *limit, const sigset_t *mask)
{
	struct selection s = {.count = count, .sets = {in, out, err}};
	struct wait w = {.limit = limit, .mask = mask};
	int result;

	if (select_ours(&s, &w, &result))
		return result;
	return SKEP_NEXT(pselect)(count, in, out, err, limit, mask);
}

/* Of the time what is left is told. */
SKEP_ENTRY int select(SELECTED, struct timeval *time)
{
	struct selection s = {.count = count, .sets = {in, out, err}};
	struct timespec limit = {0}, left;
	struct wait w = {.limit = time ? &limit : NULL};
	int result;

	if (time)
		limit = (struct timespec){time->tv_sec + time->tv_usec / 1000000,
					  time->tv_usec % 1000000 * 1000};
	if (!select_ours(&s, &w, &result))
		return SKEP_NEXT(select)(count, in, out, err, time);
	if (time) {
		left = until(w.end);
		*time = (struct timeval){left.tv_sec, left.tv_nsec / 1000};
	}
	return result;
}
