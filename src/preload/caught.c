/* SPDX-License-Identifier: BSD-2-Clause */
/* The broker's answers to caught system calls: what entry points of libc do in a program that has
 * the library (devices.c, files.c, paths.def), done from outside. Linux does the rest: a call that
 * is not about BPF goes on as if nothing had been. */
#include "preload/caught.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/bpf.h>
#include <linux/magic.h>
#include <linux/perf_event.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "preload/perf.h"
#include "preload/proc.h"
#include "preload/raw.h"
#include "syscall/mounts.h"

enum { NONE = 6 }; /* no argument */

struct led;

typedef enum skep_caught_end answer_fn(const struct skep_caught *c, const struct led *led,
				       long *result);

/* What is led where: numbers of arguments. */
struct led {
	u8 path, other;
	u8 told;  /* what Linux writes, of so many bytes */
	u8 opens; /* flags with which a descriptor is opened */
	u16 size;
};

static enum skep_caught_end opened(long fd, long *result)
{
	*result = fd;
	return fd < 0 ? SKEP_CAUGHT_ANSWER : SKEP_CAUGHT_OPENED;
}

/* ---- BPF and perf events */

/* The caller's stderr; -errno. */
static long take_stderr(const struct skep_caught *c)
{
	struct skep_client client;
	long process, got, open_args[6] = {0}, get_args[6] = {0, STDERR_FILENO};

	if (!skep_caught_identify(c, &client))
		return -ESRCH;
	open_args[0] = client.pid;
	process = skep_raw_syscall(SYS_pidfd_open, open_args);
	if (process < 0)
		return process;
	get_args[0] = process;
	got = skep_raw_syscall(SYS_pidfd_getfd, get_args);
	close((int)process);
	return got;
}

/* Says there what skep_perf_note() says. */
static void note(const struct skep_caught *c)
{
	int text = (int)skep_caught_ask(c, SKEP_BPF_NOTE, NULL, 0), to;
	char said[512];
	ssize_t size = text < 0 ? 0 : read(text, said, sizeof(said));

	if (text >= 0)
		close(text);
	to = size > 0 ? (int)take_stderr(c) : -1;
	if (to >= 0 && write(to, said, (size_t)size) < 0)
		size = 0; /* nobody listens */
	if (to >= 0)
		close(to);
}

static enum skep_caught_end call_bpf(const struct skep_caught *c, const struct led *led,
				     long *result)
{
	struct skep_bpf_args args = {.cmd =
					 (s32)c->args[0] < SKEP_BPF_PRIVATE ? (s32)c->args[0] : -1,
				     .size = (u32)c->args[2],
				     .attr = c->args[1]};

	struct skep_client client;

	(void)led;
	*result = skep_caught_identify(c, &client) ? skep_bpf_for(c->skep, &client, &args) : -ESRCH;
	if (*result >= 0 && (args.cmd == BPF_LINK_CREATE || args.cmd == BPF_RAW_TRACEPOINT_OPEN))
		note(c);
	return *result >= 0 && skep_bpf_opens(args.cmd) ? SKEP_CAUGHT_OPENED : SKEP_CAUGHT_ANSWER;
}

/* What Linux says of an event, which is tried here in its caller's place: names that it points to
 * are the caller's, but who may not have it is told so before they are read. */
static long try_perf(const struct skep_caught *c)
{
	_Alignas(struct perf_event_attr) u8 event[256] = {0};
	u32 size;
	pid_t pid = (s32)c->args[1] ? (s32)c->args[1] : c->client.pid;
	long args[6] = {(long)event, pid, (s32)c->args[2], -1, PERF_FLAG_FD_CLOEXEC}, fd;

	if (!skep_caught_read(c, &size, c->args[0] + offsetof(struct perf_event_attr, size),
			      sizeof(size)))
		return -EFAULT;
	size = size ? size : PERF_ATTR_SIZE_VER0;
	if (size > sizeof(event) || !skep_caught_read(c, event, c->args[0], size))
		return -EFAULT;
	fd = skep_raw_syscall(SYS_perf_event_open, args);
	if (fd >= 0)
		close((int)fd);
	return fd;
}

/* Whether an event is for all processes, its caller, or one that is there. */
static bool is_for_somebody(pid_t pid)
{
	return pid == -1 || pid == 0 || (pid > 0 && (kill(pid, 0) == 0 || errno != ESRCH));
}

/* Whether an event is a tracepoint or a probe, of a process that is there. A descriptor cannot be
 * exchanged from here, and who opens such an event without libc has a program for it. */
static bool is_probe(const struct skep_caught *c)
{
	u32 type;

	return skep_caught_read(c, &type, c->args[0], sizeof(type)) &&
	       (type == PERF_TYPE_TRACEPOINT || type >= PERF_TYPE_MAX) &&
	       is_for_somebody((s32)c->args[1]);
}

static enum skep_caught_end open_perf(const struct skep_caught *c, const struct led *led,
				      long *result)
{
	struct skep_perf_attr attr = {
	    .event = c->args[0], .cpu = (u32)c->args[2], .pid = (s32)c->args[1]};
	long fd = skep_caught_ask(c, SKEP_BPF_PERF_OPEN, &attr, sizeof(attr));

	(void)led;
	if (fd == -ENOSYS && (is_probe(c) || skep_perf_is_refused(try_perf(c))))
		fd = skep_caught_ask(c, SKEP_BPF_PERF_STAND_IN, &attr, sizeof(attr));
	return fd == -ENOSYS ? SKEP_CAUGHT_GO_ON : opened(fd, result);
}

static enum skep_caught_end set_perf(const struct skep_caught *c, long *result)
{
	struct skep_perf_set_attr attr = {(s32)c->args[0], (s32)c->args[2]};

	*result = skep_caught_ask(c, SKEP_BPF_PERF_SET, &attr, sizeof(attr));
	if (*result == 0)
		note(c);
	return *result == -ENOTTY ? SKEP_CAUGHT_GO_ON : SKEP_CAUGHT_ANSWER;
}

/* Events are on as long as they are open. */
static enum skep_caught_end control_perf(const struct skep_caught *c, const struct led *led,
					 long *result)
{
	(void)led;
	if ((u32)c->args[1] == PERF_EVENT_IOC_SET_BPF)
		return set_perf(c, result);
	*result = 0;
	return skep_caught_is_memory(c, (int)c->args[0]) ? SKEP_CAUGHT_ANSWER : SKEP_CAUGHT_GO_ON;
}

/* An arena lies where its caller insists on; nobody can choose a place for it from here. */
static enum skep_caught_end map(const struct skep_caught *c, const struct led *led, long *result)
{
	bool insists = c->args[3] & (MAP_FIXED | MAP_FIXED_NOREPLACE);
	struct skep_mmap_attr attr = {.fd = (s32)c->args[4],
				      .protection = (u32)c->args[2],
				      .shared = (c->args[3] & MAP_TYPE) != MAP_PRIVATE,
				      .offset = c->args[5],
				      .length = c->args[1],
				      .at = c->args[0]};

	(void)led;
	if (!skep_caught_is_memory(c, attr.fd))
		return SKEP_CAUGHT_GO_ON;
	*result = skep_caught_ask(c, SKEP_BPF_MMAP, &attr, sizeof(attr));
	if (*result == SKEP_MMAP_CHOOSE) {
		attr.chosen = attr.at;
		*result =
		    insists ? skep_caught_ask(c, SKEP_BPF_MMAP, &attr, sizeof(attr)) : -EOPNOTSUPP;
	}
	return *result < 0 ? SKEP_CAUGHT_ANSWER : SKEP_CAUGHT_GO_ON;
}

static enum skep_caught_end watch(const struct skep_caught *c, const struct led *led, long *result)
{
	(void)led;
	return skep_caught_watch(c, result);
}

/* ---- file systems */

static bool lead(const struct skep_caught *c, u64 path, char to[PATH_MAX])
{
	char text[PATH_MAX];

	return skep_caught_text(c, text, path, sizeof(text)) &&
	       skep_mounts_lead(c->mounts, c->folder, text, to);
}

/* Before something is pinned it is asked whether that is bpffs. */
static enum skep_caught_end tell_filesystem(const struct skep_caught *c, const struct led *led,
					    long *result)
{
	char path[PATH_MAX];
	struct statfs s;
	long args[6] = {(long)path, (long)&s};

	(void)led;
	if (!lead(c, c->args[0], path))
		return SKEP_CAUGHT_GO_ON;
	*result = skep_raw_syscall(SYS_statfs, args);
	s.f_type = BPF_FS_MAGIC;
	if (!*result && !skep_caught_write(c, c->args[1], &s, sizeof(s)))
		*result = -EFAULT;
	return SKEP_CAUGHT_ANSWER;
}

static bool is_text(const struct skep_caught *c, u64 at, const char *text)
{
	char found[8];

	return at && skep_caught_text(c, found, at, sizeof(found)) && strcmp(found, text) == 0;
}

static enum skep_caught_end mount_bpffs(const struct skep_caught *c, const struct led *led,
					long *result)
{
	(void)led;
	*result = 0;
	if (c->args[3] == (MS_PRIVATE | MS_REC) && is_text(c, c->args[0], "") &&
	    is_text(c, c->args[2], "none"))
		return SKEP_CAUGHT_ANSWER;
	if (!is_text(c, c->args[2], "bpf"))
		return SKEP_CAUGHT_GO_ON;
	*result = skep_caught_ask(c, SKEP_BPF_MOUNT, &c->args[1], sizeof(c->args[1]));
	return SKEP_CAUGHT_ANSWER;
}

/* ---- paths */

/* A text that the system makes in place of a file. */
static bool open_text(const struct skep_caught *c, u64 path, long *fd)
{
	struct skep_fdinfo_attr attr = {0};
	struct skep_bpf_args args;
	char text[PATH_MAX];

	if (!skep_caught_text(c, text, path, sizeof(text)))
		return false;
	if (skep_proc_find(text, c->client.pid, &args, &attr))
		*fd = skep_caught_ask(c, args.cmd, &attr, args.size);
	else if (skep_proc_is_event_file(text) && access(text, R_OK) != 0)
		*fd = skep_caught_ask(c, SKEP_BPF_EVENT_FILE, &path, sizeof(path));
	else
		return false;
	return *fd >= 0;
}

/* The call with what it means here, by this process. */
static long call_led(const struct skep_caught *c, const struct led *led, char *path, char *other)
{
	_Alignas(16) u8 told[256];
	long args[6], result;

	for (u32 i = 0; i < 6; i++)
		args[i] = (long)c->args[i];
	args[led->path] = (long)path;
	if (led->other != NONE)
		args[led->other] = (long)other;
	if (led->told != NONE)
		args[led->told] = (long)told;
	result = skep_raw_syscall(c->number, args);
	if (led->told == NONE || result < 0)
		return result;
	return skep_caught_write(c, c->args[led->told], told, led->size) ? result : -EFAULT;
}

static enum skep_caught_end lead_path(const struct skep_caught *c, const struct led *led,
				      long *result)
{
	char path[PATH_MAX], other[PATH_MAX];

	bool opens = led->opens != NONE;

	if (opens && open_text(c, c->args[led->path], result))
		return SKEP_CAUGHT_OPENED;
	if (!lead(c, c->args[led->path], path) ||
	    (led->other != NONE && !lead(c, c->args[led->other], other)))
		return SKEP_CAUGHT_GO_ON;
	*result = call_led(c, led, path, other);
	if (*result < 0 || !opens)
		return SKEP_CAUGHT_ANSWER;
	return c->args[led->opens] & O_CLOEXEC ? SKEP_CAUGHT_OPENED : SKEP_CAUGHT_STAYS;
}

/* ---- all */

#define ALWAYS			  0, 0, 0
#define IF(argument, mask, value) argument, mask, value
#define ROW(name, ...)                                                                             \
	{                                                                                          \
		SYS_##name, __VA_ARGS__                                                            \
	}

static const struct skep_caught_row rows[] = {
#define CAUGHT(name, when, function)	     ROW(name, when),
#define LED(name, when, path, other, opens)  ROW(name, when),
#define TOLD(name, when, path, result, type) ROW(name, when),
#include "preload/caught.def"
#undef TOLD
#undef LED
#undef CAUGHT
};
static_assert(SKEP_COUNT(rows) <= SKEP_CAUGHT_ROWS, "skep_caught_rows");

static const struct {
	answer_fn *answer;
	struct led led;
} answers[] = {
#define CAUGHT(name, when, function)	     {function, {0}},
#define LED(name, when, path, other, opens)  {lead_path, {path, other, NONE, opens, 0}},
#define TOLD(name, when, path, result, type) {lead_path, {path, NONE, result, NONE, sizeof(type)}},
#include "preload/caught.def"
#undef TOLD
#undef LED
#undef CAUGHT
};

u32 skep_caught_rows(struct skep_caught_row to[SKEP_CAUGHT_ROWS])
{
	memcpy(to, rows, sizeof(rows));
	return SKEP_COUNT(rows);
}

enum skep_caught_end skep_caught_answer(const struct skep_caught *c, long *result)
{
	for (u32 i = 0; i < SKEP_COUNT(rows); i++)
		if (rows[i].number == c->number)
			return answers[i].answer(c, &answers[i].led, result);
	return SKEP_CAUGHT_GO_ON;
}
