/* SPDX-License-Identifier: BSD-2-Clause */
/* The hook of iterators: over all there is of a kind, or over one map, one process or one thread.
 */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "linux/attaching.h"
#include "linux/sys.h"

/* ---- maps */

static bool has_name(int fd, const char *name)
{
	struct bpf_map_info info = {0};
	u32 size = sizeof(info);

	return bpf_obj_get_info_by_fd(fd, &info, &size) == 0 &&
	       strncmp(info.name, name, sizeof(info.name) - 1) == 0;
}

/* The only one of Linux's maps that has the name; -errno. */
static int find_map(const char *name)
{
	int found = -ENOENT;
	u32 id = 0;

	while (bpf_map_get_next_id(id, &id) == 0) {
		int fd = bpf_map_get_fd_by_id(id);

		if (fd < 0 && errno == EPERM)
			return -EPERM;
		if (fd < 0 || !has_name(fd, name)) {
			if (fd >= 0)
				close(fd);
			continue;
		}
		if (found >= 0) {
			close(found);
			close(fd);
			return -ENOTUNIQ;
		}
		found = fd;
	}
	return found < 0 && errno == EPERM ? -EPERM : found;
}

/* The object's own of that name, else Linux's, by number or name; -errno. */
static int open_map(const struct skep_attaching *a, const char *name)
{
	const struct bpf_map *own = bpf_object__find_map_by_name(a->object, name);
	char *end;
	u32 id = (u32)strtoul(name, &end, 10);
	int fd;

	if (own)
		return dup(bpf_map__fd(own));
	if (*end)
		return find_map(name);
	fd = bpf_map_get_fd_by_id(id);
	return fd < 0 ? -errno : fd;
}

static int over_map(struct skep_attaching *a, struct skep_linux_link_attr *attr, const char *name)
{
	int map = open_map(a, name), result;
	union bpf_iter_link_info info = {.map.map_fd = (u32)map};

	if (map < 0)
		return skep_attaching_keep(a, SKEP_ATTACHING_MAP, map);
	attr->iter.info = (uintptr_t)&info;
	attr->iter.info_size = sizeof(info);
	result = skep_attaching_keep(a, "LINK_CREATE", skep_linux_link(attr));
	close(map);
	return result;
}

/* ---- tasks */

static int over_task(struct skep_attaching *a, struct skep_linux_link_attr *attr, bool thread,
		     const char *text)
{
	union bpf_iter_link_info info = {0};
	char *end;
	unsigned long number = strtoul(text, &end, 10);

	if (*end || !number || number > INT_MAX)
		return skep_attaching_keep(a, "option", -EINVAL);
	if (kill((pid_t)number, 0) < 0 && errno == ESRCH) {
		a->pid = (int)number;
		return skep_attaching_keep(a, "kill", -ESRCH);
	}
	if (thread)
		info.task.tid = (u32)number;
	else
		info.task.pid = (u32)number;
	attr->iter.info = (uintptr_t)&info;
	attr->iter.info_size = sizeof(info);
	return skep_attaching_keep(a, "LINK_CREATE", skep_linux_link(attr));
}

/* What stands behind a word; NULL if the option is another one. */
static const char *behind(const char *option, const char *word)
{
	size_t length = strlen(word);

	return strncmp(option, word, length) == 0 && option[length] ? option + length : NULL;
}

SKEP_HOOK_FUNCTION(iter)
{
	struct skep_linux_link_attr attr = {.prog_fd = (u32)a->fd, .attach_type = BPF_TRACE_ITER};
	const char *option = a->hook->args[1], *map = behind(option, "map="),
		   *pid = behind(option, "pid="), *tid = behind(option, "tid=");

	if (map)
		return over_map(a, &attr, map);
	if (pid || tid)
		return over_task(a, &attr, tid, tid ? tid : pid);
	if (option[0])
		return skep_attaching_keep(a, "option", -EINVAL);
	return skep_attaching_keep(a, "LINK_CREATE", skep_linux_link(&attr));
}
