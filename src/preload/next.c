/* SPDX-License-Identifier: BSD-2-Clause */
/* What entry points share. */
#include "preload/next.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "preload/client.h"
#include "syscall/mounts.h"

void *skep_next(const char *name, void **found)
{
	void *next = __atomic_load_n(found, __ATOMIC_RELAXED);

	if (next)
		return next;
	next = dlsym(RTLD_NEXT, name);
	__atomic_store_n(found, next, __ATOMIC_RELAXED);
	return next;
}

/* The lock of a program of xdp-tools, /run/xdp-NAME.lck, is about the system as pins are, and only
 * root may make it there. */
static bool lead_lock(const char *path, char room[PATH_MAX])
{
	static const char begins[] = "/run/xdp-", ends[] = ".lck";
	const char *name;

	if (strncmp(path, begins, sizeof(begins) - 1) != 0)
		return false;
	name = path + sizeof("/run/") - 1;
	if (strchr(name, '/') || strcmp(name + strlen(name) - (sizeof(ends) - 1), ends) != 0)
		return false;
	return snprintf(room, PATH_MAX, "%s/%s", skep_client_folder(), name) < PATH_MAX;
}

const char *skep_there(const char *path, char room[PATH_MAX])
{
	int before = errno;
	const struct skep_mounts *m = path && path[0] == '/' ? skep_client_mounts() : NULL;
	bool led =
	    m && (skep_mounts_lead(m, skep_client_folder(), path, room) || lead_lock(path, room));

	errno = before;
	return led ? room : path;
}

bool skep_there_is(const char *path)
{
	char real[PATH_MAX];

	return skep_client_folder() && realpath(path, real) &&
	       skep_mounts_hold(skep_client_folder(), real);
}

bool skep_is_memory(int fd)
{
	int before = errno;
	bool is = fd >= 0 && fcntl(fd, F_GET_SEALS) >= 0;

	errno = before;
	return is;
}
