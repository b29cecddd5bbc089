/* SPDX-License-Identifier: BSD-2-Clause */
/* Entities with their descriptors. The caller's opening of the memory file holds a shared lock; the
 * system has an opening of its own, and can get the file alone once the caller's is gone. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syscall/hooks.h"
#include "syscall/pins.h"
#include "syscall/system.h"

enum { SWEEP_FIRST = 16 };

/* ---- descriptors */

/* Opens the file of a descriptor once more: O_RDWR and so on. */
static int open_again(int fd, int access)
{
	char path[32];

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return open(path, access | O_CLOEXEC);
}

/* What readlink("/proc/PID/fd/N") shows: clients tell by it what a descriptor is. */
static const char *const titles[SKEP_ENTITY_KINDS] = {
    [SKEP_ENTITY_MAP] = "bpf-map",     [SKEP_ENTITY_PROG] = "bpf-prog",
    [SKEP_ENTITY_BTF] = "btf",	       [SKEP_ENTITY_LINK] = "bpf-link",
    [SKEP_ENTITY_STATS] = "bpf-stats", [SKEP_ENTITY_PERF] = "perf_event",
};

/* The descriptor of a caller who may do less with it, in place of one that may do all. */
static int lessen(int fd, int access)
{
	int lesser = fd < 0 || access == O_RDWR ? fd : open_again(fd, access);

	if (lesser == fd)
		return fd;
	close(fd);
	return lesser;
}

int skep_entity_open(struct skep_entity *e, const char *name, int access)
{
	char title[32];
	struct stat s;
	int fd;

	snprintf(title, sizeof(title), "%s:%s", titles[e->kind], name);
	fd = lessen(memfd_create(title, MFD_CLOEXEC | MFD_ALLOW_SEALING), access);
	if (fd < 0)
		return -errno;
	e->file = open_again(fd, O_RDWR);
	if (e->file < 0 || flock(fd, LOCK_SH) || fstat(fd, &s)) {
		int error = -errno;

		close(fd);
		return error;
	}
	e->dev = s.st_dev;
	e->ino = s.st_ino;
	return fd;
}

/* Whether a descriptor or a mapping of an entity is left. */
static bool is_held(const struct skep_entity *e)
{
	if (flock(e->file, LOCK_EX | LOCK_NB))
		return true;
	flock(e->file, LOCK_UN);
	return false;
}

/* ---- the lists; the mutex is held */

static void destroy(struct skep *skep, struct skep_entity *e)
{
	struct skep_entity **link = &skep->first[e->kind];

	while (*link != e)
		link = &(*link)->next;
	*link = e->next;
	skep->count--;
	e->ops->drop(e);
	e->ops->free(e);
}

/* Frees those of a kind that nobody has; whether there were any. */
static bool sweep_kind(struct skep *skep, enum skep_entity_kind kind)
{
	struct skep_entity *next;
	bool any = false;

	for (struct skep_entity *e = skep->first[kind]; e; e = next) {
		bool used = __atomic_load_n(&e->uses, __ATOMIC_ACQUIRE);

		next = e->next;
		if ((used && !e->ops->unheld) || is_held(e))
			continue;
		if (used) {
			any |= e->ops->unheld(e);
			continue;
		}
		destroy(skep, e);
		any = true;
	}
	return any;
}

/* Frees what nobody has, and what that had. */
static void sweep(struct skep *skep)
{
	bool any = true;

	skep_pins_sweep(skep);
	while (any) {
		any = skep_hooks_sweep(skep);
		for (u32 kind = 0; kind < SKEP_ENTITY_KINDS; kind++)
			any |= sweep_kind(skep, kind);
	}
	skep->sweep_count = 2 * skep->count + SWEEP_FIRST;
}

void skep_entity_sweep(struct skep *skep)
{
	pthread_mutex_lock(&skep->mutex);
	sweep(skep);
	pthread_mutex_unlock(&skep->mutex);
}

bool skep_entity_any(struct skep *skep, enum skep_entity_kind kind)
{
	bool any = false;

	pthread_mutex_lock(&skep->mutex);
	for (struct skep_entity *e = skep->first[kind]; e && !any; e = e->next)
		any = is_held(e);
	pthread_mutex_unlock(&skep->mutex);
	return any;
}

void skep_entity_add(struct skep *skep, struct skep_entity *e)
{
	struct skep_entity **link = &skep->first[e->kind];

	pthread_mutex_lock(&skep->mutex);
	if (skep->count >= skep->sweep_count)
		sweep(skep);
	e->id = ++skep->last_id[e->kind];
	while (*link)
		link = &(*link)->next;
	*link = e;
	skep->count++;
	pthread_mutex_unlock(&skep->mutex);
}

static struct skep_entity *find_file(struct skep *skep, const struct stat *s)
{
	for (u32 kind = 0; kind < SKEP_ENTITY_KINDS; kind++)
		for (struct skep_entity *e = skep->first[kind]; e; e = e->next)
			if (e->ino == s->st_ino && e->dev == s->st_dev)
				return e;
	return NULL;
}

/* Looks at the file of a caller's descriptor. */
static bool look(const struct skep_client *client, int fd, struct stat *s)
{
	char path[48];

	if (!client->pid)
		return fstat(fd, s) == 0;
	snprintf(path, sizeof(path), "/proc/%d/fd/%d", client->pid, fd);
	return stat(path, s) == 0;
}

void *skep_entity_get_any(const struct skep_bpf_call *call, int fd, int *error)
{
	struct skep *skep = call->skep;
	struct skep_entity *e;
	struct stat s;

	if (!look(&call->client, fd, &s)) {
		*error = -EBADF;
		return NULL;
	}
	pthread_mutex_lock(&skep->mutex);
	e = find_file(skep, &s);
	if (e)
		skep_entity_use(e);
	else
		*error = -EINVAL;
	pthread_mutex_unlock(&skep->mutex);
	return e;
}

void *skep_entity_get(const struct skep_bpf_call *call, enum skep_entity_kind kind, int fd,
		      int *error)
{
	struct skep_entity *e = skep_entity_get_any(call, fd, error);

	if (!e || e->kind == kind)
		return e;
	skep_entity_put(e);
	*error = -EINVAL;
	return NULL;
}

int skep_entity_access(const struct skep_bpf_call *call, int fd)
{
	char path[48];
	struct stat s;

	if (!call->client.pid)
		return fcntl(fd, F_GETFL) & O_ACCMODE;
	/* The link is readable and writable as the descriptor is. */
	snprintf(path, sizeof(path), "/proc/%d/fd/%d", call->client.pid, fd);
	if (lstat(path, &s))
		return O_RDWR;
	if (s.st_mode & S_IRUSR)
		return s.st_mode & S_IWUSR ? O_RDWR : O_RDONLY;
	return O_WRONLY;
}

int skep_access_of(u32 flags)
{
	switch (flags & (BPF_F_RDONLY | BPF_F_WRONLY)) {
	case 0:
		return O_RDWR;
	case BPF_F_RDONLY:
		return O_RDONLY;
	case BPF_F_WRONLY:
		return O_WRONLY;
	default:
		return -EINVAL;
	}
}

/* ---- ids */

u32 skep_entity_next(struct skep *skep, enum skep_entity_kind kind, u32 id)
{
	struct skep_entity *e;

	pthread_mutex_lock(&skep->mutex);
	sweep(skep);
	for (e = skep->first[kind]; e && e->id <= id;)
		e = e->next;
	id = e ? e->id : 0;
	pthread_mutex_unlock(&skep->mutex);
	return id;
}

/* The mutex is held. */
static struct skep_entity *find_id(struct skep *skep, enum skep_entity_kind kind, u32 id)
{
	struct skep_entity *e;

	sweep(skep);
	for (e = skep->first[kind]; e && e->id != id;)
		e = e->next;
	return e;
}

void *skep_entity_by_id(struct skep *skep, enum skep_entity_kind kind, u32 id, int *error)
{
	struct skep_entity *e;

	pthread_mutex_lock(&skep->mutex);
	e = skep_entity_use(find_id(skep, kind, id));
	pthread_mutex_unlock(&skep->mutex);
	if (!e)
		*error = -ENOENT;
	return e;
}

int skep_entity_reopen(struct skep *skep, enum skep_entity_kind kind, u32 id, int access)
{
	struct skep_entity *e;
	int fd = -ENOENT;

	pthread_mutex_lock(&skep->mutex);
	e = find_id(skep, kind, id);
	if (e) {
		fd = open_again(e->file, access);
		fd = fd < 0 ? -errno : fd;
		if (fd >= 0)
			flock(fd, LOCK_SH);
	}
	pthread_mutex_unlock(&skep->mutex);
	return fd;
}
