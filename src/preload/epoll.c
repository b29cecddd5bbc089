/* SPDX-License-Identifier: BSD-2-Clause */
/* epoll(7) of skep's descriptors, by what stands for them (stand_in.h). A stand-in is one for each
 * object: in one epoll, two descriptors of a ring are one. Perf events are watched for edges, since
 * asking Linux for one is being told once. */
#include <errno.h>
#include <sys/epoll.h>

#include "preload/next.h"
#include "preload/stand_in.h"

static void stand_in_event(const struct stand_in *s, struct epoll_event *event)
{
	event->events = skep_stand_in_events(s, event->events);
	if (s->kind == STAND_IN_EVENT)
		event->events |= EPOLLET;
	skep_stand_in_settle(s);
}

static int control_stand_in(int at, int op, int fd, struct epoll_event *event)
{
	struct epoll_event other;
	struct stand_in s;

	if (!skep_stand_in(fd, &s))
		return -1;
	if (!event || op == EPOLL_CTL_DEL)
		return SKEP_NEXT(epoll_ctl)(at, op, s.fd, event);
	other = *event;
	stand_in_event(&s, &other);
	return SKEP_NEXT(epoll_ctl)(at, op, s.fd, &other);
}

SKEP_ENTRY int epoll_ctl(int at, int op, int fd, struct epoll_event *event)
{
	int error = SKEP_NEXT(epoll_ctl)(at, op, fd, event);

	if (!error || errno != EPERM)
		return error;
	skep_stand_in_begin();
	error = control_stand_in(at, op, fd, event);
	skep_stand_in_end();
	return error;
}

#define WAIT(name, parameters, arguments)                                                          \
	SKEP_ENTRY int name parameters                                                             \
	{                                                                                          \
		skep_stand_in_lower_all();                                                         \
		return SKEP_NEXT(name) arguments;                                                  \
	}
WAIT(epoll_wait, (int at, struct epoll_event *events, int most, int timeout),
     (at, events, most, timeout))
WAIT(epoll_pwait, (int at, struct epoll_event *events, int most, int timeout, const sigset_t *mask),
     (at, events, most, timeout, mask))
WAIT(epoll_pwait2,
     (int at, struct epoll_event *events, int most, const struct timespec *timeout,
      const sigset_t *mask),
     (at, events, most, timeout, mask))
