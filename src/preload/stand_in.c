/* SPDX-License-Identifier: BSD-2-Clause */
#include "preload/stand_in.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "preload/next.h"
#include "preload/route.h"

enum { SWEEP_FIRST = 16 };

static struct {
	pthread_mutex_t mutex;
	struct stand_in *data;
	size_t count, room;
	size_t
	    sweep_count; /* when there are as many, those that stand for nothing are looked for */
	u32 uses;	 /* threads that have found some; atomic */
} known = {.mutex = PTHREAD_MUTEX_INITIALIZER};

/* ---- what the system says */

static int open_events(int fd)
{
	u32 attr = (u32)fd;
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_EVENTS, .size = sizeof(attr), .attr = (uintptr_t)&attr};

	return (int)skep_route_call(&args);
}

static bool is_map(int fd, struct bpf_map_info *info)
{
	union bpf_attr attr = {
	    .info = {.bpf_fd = (u32)fd, .info_len = sizeof(*info), .info = (uintptr_t)info}};
	struct skep_bpf_args args = {
	    .cmd = BPF_OBJ_GET_INFO_BY_FD, .size = sizeof(attr), .attr = (uintptr_t)&attr};

	return skep_route_call(&args) == 0;
}

/* Always in error, and nothing else: full, and nobody reads. */
static int open_error(void)
{
	static const char nothing[PIPE_BUF];
	int ends[2];

	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK))
		return -1;
	while (write(ends[1], nothing, sizeof(nothing)) > 0)
		;
	close(ends[0]);
	return ends[1];
}

/* The positions of a ring, by an opening of the file that the system does not take for a client's:
 * a ring ends though it was waited for. */
static bool map_positions(int fd, struct stand_in *s)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char path[32];
	int other;
	u8 *at;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	other = SKEP_NEXT(open)(path, O_RDONLY | O_CLOEXEC);
	at = SKEP_NEXT(mmap)(NULL, 2 * page, PROT_READ, MAP_SHARED, other, 0);
	if (other >= 0)
		close(other);
	if (at == MAP_FAILED)
		return false;
	s->consumed = (const u64 *)(const void *)at;
	s->produced = (const u64 *)(const void *)(at + page);
	return true;
}

/* The system does not say whose events they are: a map's, or a perf event's. */
static bool describe(int fd, struct stand_in *s)
{
	struct bpf_map_info info = {0};

	s->kind = STAND_IN_EVENT;
	if (!is_map(fd, &info))
		return true;
	s->kind = info.type == BPF_MAP_TYPE_RINGBUF ? STAND_IN_READER : STAND_IN_SENDER;
	s->size = info.max_entries;
	return map_positions(fd, s);
}

static bool open_stand_in(int fd, struct stand_in *s)
{
	s->fd = open_events(fd);
	if (s->fd == -SKEP_NO_EVENTS) {
		s->kind = STAND_IN_ERROR;
		s->fd = open_error();
		return s->fd >= 0;
	}
	if (s->fd >= 0 && !describe(fd, s)) {
		close(s->fd);
		return false;
	}
	return s->fd >= 0;
}

/* ---- what is known */

/* The mutex is held. */
static bool find(const struct stat *file, struct stand_in *found)
{
	for (size_t i = 0; i < known.count; i++) {
		*found = known.data[i];
		if (found->ino == file->st_ino && found->dev == file->st_dev)
			return true;
	}
	return false;
}

static void end(struct stand_in *s)
{
	close(s->fd);
	if (s->consumed)
		munmap((void *)(uintptr_t)s->consumed, 2 * (size_t)sysconf(_SC_PAGESIZE));
}

/* Marks what an open descriptor is of. */
static void mark(bool *open, const struct stat *file)
{
	for (size_t i = 0; i < known.count; i++)
		open[i] |= known.data[i].ino == file->st_ino && known.data[i].dev == file->st_dev;
}

/* False: it cannot be known. */
static bool mark_all(bool *open)
{
	DIR *folder = opendir("/proc/self/fd");
	struct dirent *entry;
	struct stat file;

	if (!folder)
		return false;
	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.' && fstat(atoi(entry->d_name), &file) == 0)
			mark(open, &file);
	closedir(folder);
	return true;
}

/* Ends those of which this process has no descriptor; the mutex is held. One who has found a
 * stand-in, besides who calls, may still look at it. */
static void sweep(void)
{
	bool *open = NULL;

	if (known.count < known.sweep_count + SWEEP_FIRST ||
	    __atomic_load_n(&known.uses, __ATOMIC_ACQUIRE) > 1)
		return;
	open = skep_alloc(known.count * sizeof(*open));
	if (open && mark_all(open))
		for (size_t i = known.count; i--;)
			if (!open[i]) {
				end(&known.data[i]);
				known.data[i] = known.data[--known.count];
			}
	skep_free(open);
	known.sweep_count = 2 * known.count;
}

void skep_stand_in_begin(void)
{
	__atomic_add_fetch(&known.uses, 1, __ATOMIC_ACQ_REL);
}

void skep_stand_in_end(void)
{
	__atomic_sub_fetch(&known.uses, 1, __ATOMIC_ACQ_REL);
}

/* The mutex is held. */
static bool add(int fd, const struct stat *file, struct stand_in *made)
{
	sweep();
	*made = (struct stand_in){.dev = file->st_dev, .ino = file->st_ino};
	if (!open_stand_in(fd, made))
		return false;
	if (SKEP_PUSH(&known, *made))
		return true;
	close(made->fd);
	return false;
}

bool skep_stand_in(int fd, struct stand_in *found)
{
	int before = errno;
	struct stat file;
	bool is = skep_is_memory(fd) && fstat(fd, &file) == 0;

	if (is) {
		pthread_mutex_lock(&known.mutex);
		is = find(&file, found) || add(fd, &file, found);
		pthread_mutex_unlock(&known.mutex);
	}
	errno = before;
	return is;
}

/* ---- what they say */

bool skep_stand_in_is_ready(const struct stand_in *s)
{
	u64 consumed = __atomic_load_n(s->consumed, __ATOMIC_ACQUIRE);
	u64 produced = __atomic_load_n(s->produced, __ATOMIC_ACQUIRE);

	return s->kind == STAND_IN_READER ? produced != consumed : produced - consumed < s->size;
}

u32 skep_stand_in_events(const struct stand_in *s, u32 events)
{
	static const u32 possible[] = {[STAND_IN_READER] = POLLIN,
				       [STAND_IN_SENDER] = POLLOUT,
				       [STAND_IN_EVENT] = POLLIN,
				       [STAND_IN_ERROR] = 0};
	const u32 all =
	    POLLIN | POLLOUT | POLLPRI | POLLRDNORM | POLLWRNORM | POLLRDBAND | POLLWRBAND;

	if (events & (POLLRDNORM | POLLWRNORM))
		events |= events & POLLRDNORM ? POLLIN : POLLOUT;
	return events & (~all | possible[s->kind]);
}

static void say_empty(const struct stand_in *s)
{
	eventfd_t count;

	eventfd_read(s->fd, &count);
}

/* As full as it can be: nobody can write to it. */
static void say_full(const struct stand_in *s)
{
	say_empty(s);
	eventfd_write(s->fd, UINT64_MAX - 1);
}

void skep_stand_in_lower(const struct stand_in *s)
{
	int before = errno;

	if (s->kind > STAND_IN_SENDER || skep_stand_in_is_ready(s))
		return;
	if (s->kind == STAND_IN_READER) {
		say_empty(s);
		if (skep_stand_in_is_ready(s))
			eventfd_write(s->fd, 1);
	} else {
		say_full(s);
		if (skep_stand_in_is_ready(s))
			say_empty(s);
	}
	errno = before;
}

void skep_stand_in_lower_all(void)
{
	if (!__atomic_load_n(&known.count, __ATOMIC_RELAXED))
		return;
	pthread_mutex_lock(&known.mutex);
	for (size_t i = 0; i < known.count; i++)
		skep_stand_in_lower(&known.data[i]);
	pthread_mutex_unlock(&known.mutex);
}

void skep_stand_in_settle(const struct stand_in *s)
{
	int before = errno;

	if (s->kind == STAND_IN_EVENT)
		say_empty(s);
	else if (s->kind == STAND_IN_READER && skep_stand_in_is_ready(s))
		eventfd_write(s->fd, 1);
	else if (s->kind == STAND_IN_SENDER && skep_stand_in_is_ready(s))
		say_empty(s);
	else
		skep_stand_in_lower(s);
	errno = before;
}
