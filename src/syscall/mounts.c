/* SPDX-License-Identifier: BSD-2-Clause */
/* The table of mounts. An entry is complete before the count includes it. */
#include "syscall/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_up(const char *path)
{
	return path[0] == '.' && path[1] == '.' && (path[2] == '/' || !path[2]);
}

/* Past slashes and "." */
static const char *skip(const char *path)
{
	while (*path == '/' || (*path == '.' && (path[1] == '/' || !path[1])))
		path++;
	return path;
}

/* What of a path follows a folder, NULL: it does not lie in it. */
static const char *behind(const char *path, const char *folder)
{
	for (;;) {
		size_t length;

		path = skip(path);
		folder = skip(folder);
		if (!*folder)
			return path;
		length = strcspn(folder, "/");
		if (strncmp(path, folder, length) != 0 || (path[length] && path[length] != '/'))
			return NULL;
		path += length;
		folder += length;
	}
}

static bool goes_up(const char *path)
{
	for (; *path; path += strcspn(path, "/")) {
		path += strspn(path, "/");
		if (is_up(path))
			return true;
	}
	return false;
}

bool skep_mounts_lead(const struct skep_mounts *m, const char *folder, const char *path,
		      char to[PATH_MAX])
{
	u32 count = __atomic_load_n(&m->count, __ATOMIC_ACQUIRE);

	if (path[0] != '/' || goes_up(path))
		return false;
	/* Later mounts may lie in earlier ones. */
	while (count--) {
		const char *rest = m->at[count][0] ? behind(path, m->at[count]) : NULL;

		if (rest)
			return snprintf(to, PATH_MAX, "%s/pins/%u%s%s", folder, count,
					*rest ? "/" : "", rest) < PATH_MAX;
	}
	return false;
}

bool skep_mounts_hold(const char *folder, const char *real)
{
	size_t length = strlen(folder);

	return strncmp(real, folder, length) == 0 && strncmp(real + length, "/pins/", 6) == 0;
}

bool skep_mounts_is_root(const char *folder, const char *real)
{
	return skep_mounts_hold(folder, real) && !strchr(real + strlen(folder) + 6, '/');
}

int skep_mounts_add(struct skep_mounts *m, const char *folder, const char *path)
{
	char place[PATH_MAX];

	if (path[0] != '/' || strlen(path) >= SKEP_MOUNTS_ROOM)
		return -EINVAL;
	if (m->count == SKEP_MOUNTS_MAX)
		return -ENOSPC;
	for (u32 i = 0; i < m->count; i++)
		if (strcmp(m->at[i], path) == 0)
			return -EBUSY;
	if (snprintf(place, sizeof(place), "%s/pins/%u", folder, m->count) >= PATH_MAX ||
	    mkdir(place, 0700))
		return -errno;
	strcpy(m->at[m->count], path);
	__atomic_store_n(&m->count, m->count + 1, __ATOMIC_RELEASE);
	return 0;
}

/* Makes file and folder of an empty table. */
static bool prepare(int fd, const char *folder)
{
	char pins[PATH_MAX];

	return ftruncate(fd, sizeof(struct skep_mounts)) == 0 &&
	       snprintf(pins, sizeof(pins), "%s/pins", folder) < PATH_MAX && mkdir(pins, 0700) == 0;
}

struct skep_mounts *skep_mounts_open(const char *folder, bool own)
{
	int protection = PROT_READ | (own ? PROT_WRITE : 0), fd;
	void *m = MAP_FAILED;
	char path[PATH_MAX];

	if (snprintf(path, sizeof(path), "%s/mounts", folder) >= PATH_MAX)
		return NULL;
	fd = open(path, own ? O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0600);
	if (fd < 0)
		return NULL;
	if (!own || prepare(fd, folder))
		m = mmap(NULL, sizeof(struct skep_mounts), protection, MAP_SHARED, fd, 0);
	close(fd);
	return m == MAP_FAILED ? NULL : m;
}

void skep_mounts_close(struct skep_mounts *m)
{
	if (m)
		munmap(m, sizeof(*m));
}
