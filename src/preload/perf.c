/* SPDX-License-Identifier: BSD-2-Clause */
/* What was asked for of Linux's events is kept by their ids, which dup(2) and fork(2) leave as they
 * are, until another event has the descriptor. */
#include "preload/perf.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "preload/raw.h"
#include "preload/route.h"

struct event {
	int fd;
	u64 id;
	struct perf_event_attr attr; /* as far as skep looks at it */
	char *name;		     /* of a function or a file, to which attr points; owned */
	u32 cpu;
};

static struct {
	pthread_mutex_t mutex;
	struct event *data;
	size_t count, room;
} known = {.mutex = PTHREAD_MUTEX_INITIALIZER};

static long ask(s32 cmd, const void *attr, u32 size)
{
	struct skep_bpf_args args = {.cmd = cmd, .size = size, .attr = (uintptr_t)attr};

	return skep_route_call(&args);
}

/* ---- what Linux opened */

static bool read_id(int fd, u64 *id)
{
	long args[6] = {fd, (long)PERF_EVENT_IOC_ID, (long)id};

	return skep_raw_syscall(SYS_ioctl, args) == 0;
}

static bool is_type(u32 type, const char *name)
{
	char path[64], text[16] = "";
	long args[6] = {AT_FDCWD, (long)path, O_RDONLY | O_CLOEXEC};
	int fd;

	snprintf(path, sizeof(path), "/sys/bus/event_source/devices/%s/type", name);
	fd = (int)skep_raw_syscall(SYS_openat, args);
	if (fd < 0)
		return false;
	if (read(fd, text, sizeof(text) - 1) < 0)
		text[0] = '\0';
	close(fd);
	return text[0] && type == strtoul(text, NULL, 10);
}

/* The description, which Linux has read; with a name of its own. */
static bool copy(struct event *e, const struct perf_event_attr *attr)
{
	bool named;
	size_t size;

	memcpy(&e->attr, attr, PERF_ATTR_SIZE_VER0);
	if (attr->size >= PERF_ATTR_SIZE_VER1)
		memcpy(&e->attr, attr, PERF_ATTR_SIZE_VER1);
	named = attr->type >= PERF_TYPE_MAX && attr->config1 &&
		(is_type(attr->type, "kprobe") || is_type(attr->type, "uprobe"));
	if (!named)
		return true;
	size = strlen((const char *)(uintptr_t)attr->config1) + 1;
	e->name = skep_alloc(size);
	if (!e->name)
		return false;
	memcpy(e->name, (const char *)(uintptr_t)attr->config1, size);
	e->attr.config1 = (uintptr_t)e->name;
	return true;
}

/* In place of the one that had the descriptor before; the mutex is held. */
static bool keep(const struct event *e)
{
	for (size_t i = 0; i < known.count; i++) {
		if (known.data[i].fd != e->fd)
			continue;
		skep_free(known.data[i].name);
		known.data[i] = *e;
		return true;
	}
	return SKEP_PUSH(&known, *e);
}

static void remember(int fd, const long args[6])
{
	struct event e = {.fd = fd, .cpu = (u32)args[2]};
	bool kept;

	if (!read_id(fd, &e.id) || !copy(&e, (const struct perf_event_attr *)args[0]))
		return;
	pthread_mutex_lock(&known.mutex);
	kept = keep(&e);
	pthread_mutex_unlock(&known.mutex);
	if (!kept)
		skep_free(e.name);
}

/* ---- stand-ins */

bool skep_perf_is_refused(long result)
{
	return result == -EACCES || result == -EPERM || result == -ENOENT || result == -ENODEV ||
	       result == -EOPNOTSUPP || result == -ENOSYS;
}

long skep_perf_open(const long args[6])
{
	struct skep_perf_attr attr = {
	    .event = (u64)args[0], .cpu = (u32)args[2], .pid = (s32)args[1]};
	long result = ask(SKEP_BPF_PERF_OPEN, &attr, sizeof(attr)), stand_in;

	if (result != -ENOSYS)
		return result;
	result = skep_raw_syscall(SYS_perf_event_open, args);
	if (result >= 0)
		remember((int)result, args);
	if (!skep_perf_is_refused(result))
		return result;
	stand_in = ask(SKEP_BPF_PERF_STAND_IN, &attr, sizeof(attr));
	return stand_in == -ENOSYS ? result : stand_in;
}

/* Whose event it was does not matter any more. The mutex is held. */
static int open_like(u64 id)
{
	for (size_t i = 0; i < known.count; i++) {
		const struct event *e = &known.data[i];
		struct skep_perf_attr attr = {.event = (uintptr_t)&e->attr,
					      .cpu = e->cpu == UINT32_MAX ? 0 : e->cpu,
					      .pid = -1};

		if (e->id == id)
			return (int)ask(SKEP_BPF_PERF_STAND_IN, &attr, sizeof(attr));
	}
	return -ENOENT;
}

bool skep_perf_adopt(int fd)
{
	int stand_in, flags = fcntl(fd, F_GETFD);
	bool done;
	u64 id;

	if (flags < 0 || !read_id(fd, &id))
		return false;
	pthread_mutex_lock(&known.mutex);
	stand_in = open_like(id);
	pthread_mutex_unlock(&known.mutex);
	if (stand_in < 0)
		return false;
	done = dup3(stand_in, fd, flags & FD_CLOEXEC ? O_CLOEXEC : 0) >= 0;
	close(stand_in);
	return done;
}

/* ---- programs */

static bool is_memory(int fd)
{
	return fcntl(fd, F_GET_SEALS) >= 0;
}

long skep_perf_set(int fd, int prog)
{
	struct skep_perf_set_attr attr = {fd, prog};
	long result = ask(SKEP_BPF_PERF_SET, &attr, sizeof(attr));

	if (result == -ENOTTY && is_memory(prog) && skep_perf_adopt(fd))
		result = ask(SKEP_BPF_PERF_SET, &attr, sizeof(attr));
	if (result == 0)
		skep_perf_note();
	return result == -ENOSYS ? -ENOTTY : result;
}

void skep_perf_note(void)
{
	int fd = (int)ask(SKEP_BPF_NOTE, NULL, 0);
	char text[512];
	ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof(text));

	if (fd >= 0)
		close(fd);
	if (size > 0 && write(STDERR_FILENO, text, (size_t)size) < 0)
		return; /* nobody listens */
}
