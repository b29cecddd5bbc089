/* SPDX-License-Identifier: BSD-2-Clause */
/* Where this process has mapped arenas. Linux unmaps an arena as a whole or not at all, and neither
 * moves it nor protects a part of it otherwise. */
#include "preload/arenas.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/array.h"
#include "preload/next.h"

struct place {
	uintptr_t at, end;
	pid_t pid; /* no child has it */
};

static struct {
	pthread_mutex_t mutex;
	struct place *data;
	size_t count, room;
} known = {.mutex = PTHREAD_MUTEX_INITIALIZER};

/* Whether bytes hold all or nothing of each arena; forgets those that go. */
static bool is_whole(const void *at, size_t length, bool go)
{
	uintptr_t from = (uintptr_t)at, end = from + length;
	bool whole = true;

	if (!__atomic_load_n(&known.count, __ATOMIC_RELAXED))
		return true;
	pthread_mutex_lock(&known.mutex);
	for (size_t i = known.count; i--;) {
		struct place *p = &known.data[i];
		bool other = p->pid != getpid(), all = from <= p->at && p->end <= end;

		if (!other && !all && from < p->end && p->at < end)
			whole = false;
		if (other || (all && go))
			*p = known.data[--known.count];
	}
	pthread_mutex_unlock(&known.mutex);
	return whole;
}

static bool touches(const void *at, size_t length)
{
	uintptr_t from = (uintptr_t)at;
	bool any = false;

	if (!__atomic_load_n(&known.count, __ATOMIC_RELAXED))
		return false;
	pthread_mutex_lock(&known.mutex);
	for (size_t i = 0; i < known.count && !any; i++)
		any = known.data[i].pid == getpid() && from < known.data[i].end &&
		      known.data[i].at < from + length;
	pthread_mutex_unlock(&known.mutex);
	return any;
}

/* Up to whole pages, as the system call takes it. */
static size_t whole_pages(size_t length)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	return (length + page - 1) & ~(page - 1);
}

bool skep_arenas_end(const void *at, size_t length)
{
	return is_whole(at, whole_pages(length), true);
}

void skep_arenas_add(const void *at, size_t length)
{
	struct place place = {(uintptr_t)at, (uintptr_t)at + length, getpid()};
	bool added;

	skep_arenas_end(at, length);
	pthread_mutex_lock(&known.mutex);
	added = SKEP_PUSH(&known, place);
	pthread_mutex_unlock(&known.mutex);
	/* What is not known is treated as any other memory. */
	(void)added;
}

/* ---- entry points */

SKEP_ENTRY int munmap(void *at, size_t length)
{
	if (skep_arenas_end(at, length))
		return SKEP_NEXT(munmap)(at, length);
	errno = EINVAL;
	return -1;
}

SKEP_ENTRY int mprotect(void *at, size_t length, int protection)
{
	if (is_whole(at, whole_pages(length), false))
		return SKEP_NEXT(mprotect)(at, length, protection);
	errno = EINVAL;
	return -1;
}

SKEP_ENTRY void *mremap(void *at, size_t length, size_t to, int flags, ...)
{
	void *place = NULL;
	va_list list;
	bool stays;

	va_start(list, flags);
	if (flags & MREMAP_FIXED)
		place = va_arg(list, void *);
	va_end(list);
	stays = whole_pages(to) == whole_pages(length) && !(flags & MREMAP_FIXED);
	if (stays || !touches(at, whole_pages(length)))
		return SKEP_NEXT(mremap)(at, length, to, flags, place);
	errno = to > length ? EFAULT : EINVAL;
	return MAP_FAILED;
}
