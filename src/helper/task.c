/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that ask which task is running: the thread that runs the program; or, if another process
 * has it run, that one. There are no cgroups: their id is 0. */
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "helper/do.h"
#include "map/map.h"

enum { PATH_ROOM = 64, STATUS_ROOM = 4096, COMM_ROOM = 16 };

/* The beginning of a file of /proc/PID, with a NUL; false if there is none. */
static bool read_proc(pid_t pid, const char *name, char *to, size_t room)
{
	char path[PATH_ROOM];
	ssize_t got;
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	got = read(fd, to, room - 1);
	close(fd);
	to[got > 0 ? got : 0] = '\0';
	return got > 0;
}

/* The first number of a line of /proc/PID/status. */
static u32 status_number(const char *status, const char *name)
{
	const char *line = strstr(status, name);
	u32 number = 0;

	if (line)
		sscanf(line + strlen(name), "%u", &number);
	return number;
}

/* A thread keeps its numbers, and asking the kernel for them is slow. */
u64 skep_do_get_current_pid_tgid(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	u64 thread = (u64)pthread_self();

	UNUSED_1;
	if (env->client)
		return (u64)env->client << 32 | (u32)env->client;
	if (env->asking_thread != thread) {
		env->pid_tgid = (u64)getpid() << 32 | (u32)gettid();
		env->asking_thread = thread;
	}
	return env->pid_tgid;
}

u64 skep_do_get_current_uid_gid(HELPER_ARGS)
{
	pid_t client = skep_env(run)->client;
	char status[STATUS_ROOM];

	UNUSED_1;
	if (!client)
		return (u64)getgid() << 32 | getuid();
	if (!read_proc(client, "status", status, sizeof(status)))
		return (u64)-EINVAL;
	return (u64)status_number(status, "\nGid:") << 32 | status_number(status, "\nUid:");
}

u64 skep_do_get_current_comm(HELPER_ARGS)
{
	pid_t client = skep_env(run)->client;
	char comm[COMM_ROOM] = "", *to = skep_pointer(r1);
	u32 size = (u32)r2;
	size_t length;

	UNUSED_3;
	if (!client)
		prctl(PR_GET_NAME, comm);
	else if (!read_proc(client, "comm", comm, sizeof(comm))) {
		memset(to, 0, size);
		return (u64)-EINVAL;
	}
	length = strcspn(comm, "\n");
	length = length < size ? length : size - 1;
	memset(to, 0, size);
	memcpy(to, comm, length);
	return 0;
}

/* ---- pid namespaces */

static int namespace_ids(pid_t client, u64 device, u64 inode, struct bpf_pidns_info *ids)
{
	char path[PATH_ROOM] = "/proc/self/ns/pid";
	struct stat s;

	if (client)
		snprintf(path, sizeof(path), "/proc/%d/ns/pid", (int)client);
	if (stat(path, &s) || (u32)device != device || s.st_ino != inode ||
	    (major(s.st_dev) << 20 | minor(s.st_dev)) != device)
		return -EINVAL;
	*ids = client ? (struct bpf_pidns_info){(u32)client, (u32)client}
		      : (struct bpf_pidns_info){(u32)gettid(), (u32)getpid()};
	return 0;
}

u64 skep_do_get_ns_current_pid_tgid(HELPER_ARGS)
{
	struct bpf_pidns_info *ids = skep_pointer(r3);
	int error = -EINVAL;

	(void)r5;
	if ((u32)r4 == sizeof(*ids))
		error = namespace_ids(skep_env(run)->client, r1, r2, ids);
	if (error)
		memset(ids, 0, (u32)r4);
	return (u64)(s64)error;
}

/* ---- what there is none of */

u64 skep_do_get_current_cgroup_id(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

u64 skep_do_get_current_ancestor_cgroup_id(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

/* Arrays of cgroups stay empty. */
u64 skep_do_current_task_under_cgroup(HELPER_ARGS)
{
	const struct skep_map *map = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	return (u64)((u32)r2 < map->shape.max_entries ? -EAGAIN : -E2BIG);
}

/* Programs end nobody: Linux does not allow it towards the first process either. */
static u64 may_not_signal(u64 signal)
{
	enum { SIGNALS = 64 };

	return (u64)((u32)signal > SIGNALS ? -EINVAL : -EPERM);
}

u64 skep_do_send_signal(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return may_not_signal(r1);
}

u64 skep_do_send_signal_thread(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	return may_not_signal(r1);
}
