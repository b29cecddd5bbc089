/* SPDX-License-Identifier: BSD-2-Clause */
/* epoll_ctl(2) of a descriptor of skep's, which is a memory file that epoll does not take: the
 * broker adds what stands for it to the caller's epoll (pidfd_getfd(2)). A program that is not
 * reached otherwise cannot say when it has read a ring empty, so it is told of each wakeup once
 * (EPOLLET), and once to begin with. */
#include <errno.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/array.h"
#include "preload/caught.h"

/* The mutex is held. */
static int find(const struct skep_watched *w, const struct stat *file)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->data[i].ino == file->st_ino && w->data[i].dev == file->st_dev)
			return w->data[i].fd;
	return -1;
}

/* The mutex is held. */
static int add(const struct skep_caught *c, u32 fd, const struct stat *file)
{
	long events = skep_caught_ask(c, SKEP_BPF_EVENTS, &fd, sizeof(fd));
	struct skep_watched_file made = {file->st_dev, file->st_ino, (int)events};

	if (events < 0)
		return (int)events;
	if (SKEP_PUSH(c->watched, made))
		return made.fd;
	close(made.fd);
	return -ENOMEM;
}

/* What stands for a descriptor of the caller's; -errno. */
static int stand_in(const struct skep_caught *c, int fd)
{
	struct stat file;
	char path[48];
	int found;

	snprintf(path, sizeof(path), "/proc/%d/fd/%d", c->client.pid, fd);
	if (!skep_caught_is_memory(c, fd) || stat(path, &file))
		return -EBADF;
	pthread_mutex_lock(&c->watched->mutex);
	found = find(c->watched, &file);
	if (found < 0)
		found = add(c, (u32)fd, &file);
	pthread_mutex_unlock(&c->watched->mutex);
	return found;
}

/* The caller's descriptor, as one of this process; -errno. */
static int take(const struct skep_caught *c, int fd)
{
	struct skep_client client;
	int process = -1, taken = -1;

	if (skep_caught_identify(c, &client))
		process = (int)syscall(SYS_pidfd_open, client.pid, 0);
	if (process >= 0)
		taken = (int)syscall(SYS_pidfd_getfd, process, fd, 0);
	taken = taken < 0 ? -errno : taken;
	if (process >= 0)
		close(process);
	return taken;
}

enum skep_caught_end skep_caught_watch(const struct skep_caught *c, long *result)
{
	int fd = stand_in(c, (int)c->args[2]), at;
	struct epoll_event event = {0};

	if (fd < 0)
		return SKEP_CAUGHT_GO_ON;
	*result = -EFAULT;
	if (c->args[1] != EPOLL_CTL_DEL && !skep_caught_read(c, &event, c->args[3], sizeof(event)))
		return SKEP_CAUGHT_ANSWER;
	event.events |= EPOLLET;
	at = take(c, (int)c->args[0]);
	*result = at < 0 ? at : epoll_ctl(at, (int)c->args[1], fd, &event) ? -errno : 0;
	if (at >= 0)
		close(at);
	if (!*result && c->args[1] != EPOLL_CTL_DEL)
		eventfd_write(fd, 1);
	return SKEP_CAUGHT_ANSWER;
}
