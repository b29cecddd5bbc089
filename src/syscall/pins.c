/* SPDX-License-Identifier: BSD-2-Clause */
/* The pins of a system. The file of a pin is recognised by its inode, so that it may be renamed,
 * and is held open (O_PATH), so that the number of its names tells when it was removed. */
#include "syscall/pins.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "spec/uapi.h"
#include "syscall/mounts.h"

enum { FOLDER_LINK = 48 };

/* ---- files */

/* The folder of a descriptor of the client's, as a link in /proc; -errno. */
static int find_folder(const struct skep_bpf_call *call, s32 fd, char to[FOLDER_LINK])
{
	struct stat s;

	snprintf(to, FOLDER_LINK, "/proc/%d/fd/%d", call->client.pid ? call->client.pid : getpid(),
		 fd);
	if (stat(to, &s))
		return -EBADF;
	return S_ISDIR(s.st_mode) ? 0 : -ENOTDIR;
}

/* Where a client's path begins if not at the root: its working directory, or what attr names. */
static int find_base(const struct skep_bpf_call *call, char to[FOLDER_LINK])
{
	s32 fd = AT_FDCWD;

	if (call->attr.file_flags & BPF_F_PATH_FD)
		memcpy(&fd, call->bytes + SKEP_ATTR_PATH_FD, sizeof(fd));
	if (fd != AT_FDCWD)
		return find_folder(call, fd, to);
	snprintf(to, FOLDER_LINK, "/proc/%d/cwd", call->client.pid ? call->client.pid : getpid());
	return 0;
}

/* A client's path from the root; -errno. */
static int make_absolute(const struct skep_bpf_call *call, const char *path, char to[PATH_MAX])
{
	char self[FOLDER_LINK], folder[PATH_MAX] = "";
	ssize_t length = 0;
	int error = path[0] != '/' ? find_base(call, self) : 0;

	if (error)
		return error;
	if (path[0] != '/')
		length = readlink(self, folder, sizeof(folder) - 1);
	if (length < 0)
		return -errno;
	folder[length] = '\0';
	return snprintf(to, PATH_MAX, "%s%s%s", folder, length ? "/" : "", path) < PATH_MAX
		   ? 0
		   : -ENAMETOOLONG;
}

/* The file that a client's path means: the name in the real folder. -EPERM if that is no bpffs. */
static int find_file(const struct skep_bpf_call *call, const char *path, char to[PATH_MAX])
{
	const char *folder = call->skep->config.folder;
	char absolute[PATH_MAX], led[PATH_MAX], copy[PATH_MAX], real[PATH_MAX];
	int error = make_absolute(call, path, absolute);

	if (error)
		return error;
	if (!skep_mounts_lead(call->skep->mounts, folder, absolute, led))
		strcpy(led, absolute);
	strcpy(copy, led);
	if (!realpath(dirname(copy), real))
		return -errno;
	strcpy(copy, led);
	if (snprintf(to, PATH_MAX, "%s/%s", real, basename(copy)) >= PATH_MAX)
		return -ENAMETOOLONG;
	return skep_mounts_hold(folder, to) ? 0 : -EPERM;
}

/* Makes a file for a pin; -errno. */
static int make_file(const struct skep_bpf_call *call, const char *path, struct skep_pin *pin)
{
	char file[PATH_MAX];
	struct stat s;
	int error = find_file(call, path, file), fd;

	if (error)
		return error;
	if (strchr(strrchr(file, '/'), '.'))
		return -EPERM;
	fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return -errno;
	close(fd);
	pin->file = open(file, O_PATH | O_CLOEXEC);
	if (pin->file < 0 || fstat(pin->file, &s))
		return -errno;
	pin->dev = s.st_dev;
	pin->ino = s.st_ino;
	return 0;
}

static bool is_removed(const struct skep_pin *pin)
{
	struct stat s;

	return pin->file >= 0 && fstat(pin->file, &s) == 0 && s.st_nlink == 0;
}

/* ---- the list; the mutex is held */

static struct skep_pin *find_name(struct skep *skep, const char *path)
{
	for (size_t i = 0; i < skep->pins.count; i++)
		if (skep->pins.data[i].path && strcmp(skep->pins.data[i].path, path) == 0)
			return &skep->pins.data[i];
	return NULL;
}

static struct skep_pin *find_inode(struct skep *skep, const struct stat *s)
{
	for (size_t i = 0; i < skep->pins.count; i++)
		if (skep->pins.data[i].file >= 0 && skep->pins.data[i].ino == s->st_ino &&
		    skep->pins.data[i].dev == s->st_dev)
			return &skep->pins.data[i];
	return NULL;
}

static void fini(struct skep_pin *pin)
{
	skep_free(pin->path);
	if (pin->file >= 0)
		close(pin->file);
}

static void end(struct skep *skep, struct skep_pin *pin)
{
	fini(pin);
	skep_entity_put(pin->e);
	*pin = skep->pins.data[--skep->pins.count];
}

void skep_pins_sweep(struct skep *skep)
{
	for (size_t i = skep->pins.count; i--;)
		if (is_removed(&skep->pins.data[i]))
			end(skep, &skep->pins.data[i]);
}

/* ---- what commands use */

static int make_name(const char *path, struct skep_pin *pin)
{
	pin->path = skep_alloc(strlen(path) + 1);
	if (!pin->path)
		return -ENOMEM;
	strcpy(pin->path, path);
	return 0;
}

int skep_pins_add(const struct skep_bpf_call *call, const char *path, struct skep_entity *e)
{
	struct skep *skep = call->skep;
	struct skep_pin pin = {.e = e, .file = -1};
	int error = skep->config.folder ? make_file(call, path, &pin) : make_name(path, &pin);

	if (error)
		return error;
	pthread_mutex_lock(&skep->mutex);
	if (pin.path && find_name(skep, path))
		error = -EEXIST;
	else if (!SKEP_PUSH(&skep->pins, pin))
		error = -ENOMEM;
	pthread_mutex_unlock(&skep->mutex);
	if (error)
		fini(&pin);
	return error;
}

/* Looks at the file of a client's path. What is no bpffs has no pins. */
static int look(const struct skep_bpf_call *call, const char *path, struct stat *s)
{
	char file[PATH_MAX];
	int error = find_file(call, path, file);

	if (error && error != -EPERM)
		return error;
	if (stat(file, s))
		return -errno;
	return error ? -EACCES : 0;
}

struct skep_entity *skep_pins_get(const struct skep_bpf_call *call, const char *path, int *error)
{
	struct skep *skep = call->skep;
	bool files = skep->config.folder;
	struct skep_entity *e = NULL;
	struct skep_pin *pin;
	struct stat s = {0};

	*error = files ? look(call, path, &s) : 0;
	if (*error)
		return NULL;
	pthread_mutex_lock(&skep->mutex);
	pin = files ? find_inode(skep, &s) : find_name(skep, path);
	if (pin)
		e = skep_entity_use(pin->e);
	pthread_mutex_unlock(&skep->mutex);
	if (!e)
		*error = files ? -EACCES : -ENOENT;
	return e;
}

int skep_pins_mount(const struct skep_bpf_call *call, const char *path)
{
	struct skep *skep = call->skep;
	char absolute[PATH_MAX], real[PATH_MAX];
	struct stat s;
	int error = make_absolute(call, path, absolute);

	if (!skep->config.folder)
		return -EPERM;
	if (error)
		return error;
	if (!realpath(absolute, real) || stat(real, &s))
		return -errno;
	if (!S_ISDIR(s.st_mode))
		return -ENOTDIR;
	pthread_mutex_lock(&skep->mutex);
	error = skep_mounts_add(skep->mounts, skep->config.folder, real);
	pthread_mutex_unlock(&skep->mutex);
	return error;
}

/* No bpffs here delegates anything, and its user namespace is the first. */
int skep_pins_token(const struct skep_bpf_call *call, u32 fd)
{
	const char *folder = call->skep->config.folder;
	char self[FOLDER_LINK], path[PATH_MAX];
	int error = find_folder(call, (s32)fd, self);
	ssize_t length;

	if (error)
		return error == -ENOTDIR ? -EINVAL : error;
	length = folder ? readlink(self, path, sizeof(path) - 1) : -1;
	if (length < 0)
		return -EINVAL;
	path[length] = '\0';
	return skep_mounts_is_root(folder, path) ? -EOPNOTSUPP : -EINVAL;
}

int skep_pins_remove(const struct skep_bpf_call *call, const char *path)
{
	struct skep *skep = call->skep;
	struct skep_pin *pin;

	pthread_mutex_lock(&skep->mutex);
	pin = find_name(skep, path);
	if (pin)
		end(skep, pin);
	pthread_mutex_unlock(&skep->mutex);
	return pin ? 0 : -ENOENT;
}

void skep_pins_free(struct skep *skep)
{
	for (size_t i = 0; i < skep->pins.count; i++)
		fini(&skep->pins.data[i]);
	skep_free(skep->pins.data);
}
