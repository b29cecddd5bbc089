/* SPDX-License-Identifier: BSD-2-Clause */
/* A system that serves other processes: memory and descriptors of the one that calls, pins as
 * files, and what the route asks besides bpf(2). */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/perf_event.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/types.h"
#include "fault_alloc.h"
#include "spec/uapi.h"
#include "syscall/mounts.h"
#include "syscall/skep.h"
#include "test.h"

#define at(pointer) ((u64)(uintptr_t)(pointer))

static char folder[] = "/tmp/skep-served-XXXXXX";

static long call_for(struct skep *skep, pid_t pid, int cmd, const void *attr, u32 size)
{
	struct skep_client client = {.pid = pid};
	struct skep_bpf_args args = {.cmd = cmd, .size = size, .attr = at(attr)};

	return skep_bpf_for(skep, &client, &args);
}

#define CALL_FOR(skep, pid, cmd, ...)                                                              \
	({                                                                                         \
		union bpf_attr attr_ = {__VA_ARGS__};                                              \
		call_for(skep, pid, cmd, &attr_, sizeof(attr_));                                   \
	})
#define CALL(skep, cmd, ...) CALL_FOR(skep, 0, cmd, __VA_ARGS__)

static int make_map(struct skep *skep, u32 type, u32 key, u32 value, u32 entries)
{
	return (int)CALL(skep, BPF_MAP_CREATE, .map_type = type, .key_size = key,
			 .value_size = value, .max_entries = entries);
}

static u32 count_maps(struct skep *skep)
{
	union bpf_attr attr = {0};
	u32 count = 0;

	while (call_for(skep, 0, BPF_MAP_GET_NEXT_ID, &attr, sizeof(attr)) == 0) {
		attr.start_id = attr.next_id;
		count++;
	}
	return count;
}

static const struct bpf_insn exit_0[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K},
					 {.code = BPF_JMP | BPF_EXIT}};

static int load(struct skep *skep)
{
	return (int)CALL(skep, BPF_PROG_LOAD, .prog_type = BPF_PROG_TYPE_XDP,
			 .insn_cnt = SKEP_COUNT(exit_0), .insns = at(exit_0), .license = at("GPL"));
}

/* ---- another process */

/* What a child changes in its own memory alone, and what it has open. */
struct other {
	u32 key;
	u64 value;
	union bpf_attr attr;
};

/* Starts a process that has `fd` under another number and the same addresses, with other contents;
 * it ends when `end` is closed. */
static pid_t start_other(struct other *o, int fd, int *end)
{
	int ends[2], ready[2];
	pid_t child;
	char byte;

	if (pipe(ends) || pipe(ready))
		return -1;
	child = fork();
	if (child == 0) {
		close(ends[1]);
		dup2(fd, 200);
		o->key = 7;
		o->value = 70;
		o->attr =
		    (union bpf_attr){.map_fd = 200, .key = at(&o->key), .value = at(&o->value)};
		close(ready[1]);
		_exit(read(ends[0], &byte, 1) == 0 ? o->value != 71 : 2);
	}
	close(ends[0]);
	close(ready[1]);
	if (read(ready[0], &byte, 1) != 0)
		child = -1;
	close(ready[0]);
	*end = ends[1];
	return child;
}

static void test_other(struct skep *skep)
{
	struct other o = {.key = 1, .value = 10};
	int fd = make_map(skep, BPF_MAP_TYPE_HASH, 4, 8, 4), end = -1, status = -1;
	pid_t child = start_other(&o, fd, &end);
	u64 value = 71;
	u32 key = 7;

	test_eq(call_for(skep, child, BPF_MAP_UPDATE_ELEM, &o.attr, sizeof(o.attr)), 0,
		"attr, descriptor, key and value of another process");
	test_eq(CALL(skep, BPF_MAP_LOOKUP_ELEM, .map_fd = (u32)fd, .key = at(&key),
		     .value = at(&value)),
		0, "its element is there");
	test_eq(value, 70, "with its value");
	value = 71;
	CALL(skep, BPF_MAP_UPDATE_ELEM, .map_fd = (u32)fd, .key = at(&key), .value = at(&value));
	test_eq(call_for(skep, child, BPF_MAP_LOOKUP_ELEM, &o.attr, sizeof(o.attr)), 0,
		"a value goes to its memory");
	test_eq(o.value, 10, "and not to ours");
	test_eq(call_for(skep, child, BPF_MAP_LOOKUP_ELEM, (void *)16, sizeof(o.attr)), -EFAULT,
		"an address that it does not have");
	close(end);
	waitpid(child, &status, 0);
	test_eq(status, 0, "it has read what it was given");
	test_eq(call_for(skep, child, BPF_MAP_LOOKUP_ELEM, &o.attr, sizeof(o.attr)), -EFAULT,
		"a process that has ended");
	close(fd);
}

/* ---- pins */

static void real_path(char to[PATH_MAX], const char *name)
{
	snprintf(to, PATH_MAX, "%s/pins/0/%s", folder, name);
}

static void test_pins(struct skep *skep)
{
	int fd = make_map(skep, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	char path[PATH_MAX], other[PATH_MAX];
	struct stat s;
	long again;

	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at("/sys/fs/bpf/one"), .bpf_fd = (u32)fd), 0,
		"pin: a file is made");
	real_path(path, "one");
	test_eq(stat(path, &s), 0, "pin: in the folder");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at("//sys/./fs/bpf//one"), .bpf_fd = (u32)fd),
		-EEXIST, "pin: once");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at(path), .bpf_fd = (u32)fd), -EEXIST,
		"pin: by the real path, too");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at("/tmp/one"), .bpf_fd = (u32)fd), -EPERM,
		"pin: not outside");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at("/sys/fs/bpf/../one"), .bpf_fd = (u32)fd),
		-EPERM, "pin: not by way of it");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at("/sys/fs/bpf/no/one"), .bpf_fd = (u32)fd),
		-ENOENT, "pin: not in a folder that is not there");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at("/sys/fs/bpf/one.x"), .bpf_fd = (u32)fd),
		-EPERM, "pin: no dots");
	close(fd);
	test_eq(count_maps(skep), 1, "pin: keeps");
	real_path(other, "two");
	test_eq(rename(path, other), 0, "pin: moved");
	again = CALL(skep, BPF_OBJ_GET, .pathname = at("/sys/fs/bpf/two"));
	test_ok(again >= 0, "pin: found there");
	test_eq(CALL(skep, BPF_OBJ_GET, .pathname = at("/sys/fs/bpf/one")), -ENOENT,
		"pin: and not where it was");
	test_eq(CALL(skep, BPF_OBJ_GET, .pathname = at("/etc/passwd")), -EACCES,
		"pin: another file is none");
	unlink(other);
	test_eq(count_maps(skep), 1, "pin: removed, but the map is open");
	close((int)again);
	test_eq(count_maps(skep), 0, "pin: nothing is left");
}

static void test_mounts(struct skep *skep)
{
	int fd = make_map(skep, BPF_MAP_TYPE_ARRAY, 4, 8, 1);
	char path[PATH_MAX];
	u64 attr = at(path);

	snprintf(path, sizeof(path), "%s-mount", folder);
	test_eq(call_for(skep, 0, SKEP_BPF_MOUNT, &attr, sizeof(attr)), -ENOENT,
		"mount: not where nothing is");
	mkdir(path, 0700);
	test_eq(call_for(skep, 0, SKEP_BPF_MOUNT, &attr, sizeof(attr)), 0, "mount: on a folder");
	test_eq(call_for(skep, 0, SKEP_BPF_MOUNT, &attr, sizeof(attr)), -EBUSY, "mount: once");
	rmdir(path);
	strcat(path, "/pin");
	test_eq(CALL(skep, BPF_OBJ_PIN, .pathname = at(path), .bpf_fd = (u32)fd), 0,
		"mount: a pin there");
	snprintf(path, sizeof(path), "%s/pins/1/pin", folder);
	test_eq(unlink(path), 0, "mount: is a file");
	close(fd);
}

/* ---- what the route asks */

/* Whether the lines are of functions without addresses, or of programs. */
static bool has_symbols(int fd)
{
	FILE *f = fdopen(dup(fd), "r");
	char line[1024];
	bool all = f;

	while (f && all && fgets(line, sizeof(line), f))
		all = strstr(line, "[bpf]") ? strstr(line, " t bpf_prog_") != NULL
					    : memcmp(line, "0000000000000000 ", 17) == 0;
	if (f)
		fclose(f);
	return all;
}

static void test_proc(struct skep *skep)
{
	int fd = make_map(skep, BPF_MAP_TYPE_HASH, 4, 8, 16), prog = load(skep);
	struct skep_fdinfo_attr attr = {.pid = (u32)getpid(), .fd = fd};
	char text[1024] = "";
	long file = call_for(skep, 0, SKEP_BPF_FDINFO, &attr, sizeof(attr));

	test_ok(read((int)file, text, sizeof(text) - 1) > 0 && strstr(text, "map_type:\t1\n") &&
		    strstr(text, "max_entries:\t16\n") && strstr(text, "flags:"),
		"fdinfo: Linux's lines and those of BPF");
	close((int)file);
	attr.fd = 999;
	test_eq(call_for(skep, 0, SKEP_BPF_FDINFO, &attr, sizeof(attr)), -EBADF,
		"fdinfo: of nothing");
	file = call_for(skep, 0, SKEP_BPF_KALLSYMS, NULL, 0);
	test_ok(file >= 0 && has_symbols((int)file),
		"kallsyms: functions of the kernel without addresses, and programs");
	close((int)file);
	close(fd);
	close(prog);
}

static long map_memory(struct skep *skep, int fd, u32 protection, u64 length)
{
	struct skep_mmap_attr attr = {
	    .fd = fd, .protection = protection, .shared = 1, .length = length};

	return call_for(skep, 0, SKEP_BPF_MMAP, &attr, sizeof(attr));
}

static void test_perf(struct skep *skep)
{
	struct perf_event_attr event = {.type = PERF_TYPE_SOFTWARE,
					.config = PERF_COUNT_SW_BPF_OUTPUT,
					.sample_type = PERF_SAMPLE_RAW};
	struct skep_perf_attr attr = {.event = at(&event), .cpu = 0};
	u64 page = (u64)sysconf(_SC_PAGESIZE);
	long fd = call_for(skep, 0, SKEP_BPF_PERF_OPEN, &attr, sizeof(attr)), events;
	struct perf_event_mmap_page *first;

	test_ok(fd >= 0, "perf: an event that programs write to");
	event.config = PERF_COUNT_SW_CPU_CLOCK;
	test_eq(call_for(skep, 0, SKEP_BPF_PERF_OPEN, &attr, sizeof(attr)), -ENOSYS,
		"perf: others are Linux's");
	test_eq(map_memory(skep, (int)fd, PROT_READ | PROT_WRITE, 4 * page), -EINVAL,
		"perf: data of a power of two");
	test_eq(map_memory(skep, (int)fd, PROT_READ | PROT_WRITE, 5 * page), 0, "perf: mapped");
	test_eq(map_memory(skep, (int)fd, PROT_READ | PROT_WRITE, 9 * page), -EINVAL,
		"perf: in one size");
	first = mmap(NULL, page, PROT_READ, MAP_SHARED, (int)fd, 0);
	test_ok(first != MAP_FAILED && first->data_offset == page && first->data_size == 4 * page,
		"perf: the first page tells where the data is");
	munmap(first, page);
	events = call_for(skep, 0, SKEP_BPF_EVENTS, &(u32){(u32)fd}, sizeof(u32));
	test_ok(events >= 0, "perf: somebody can wait");
	close((int)events);
	close((int)fd);
	fd = make_map(skep, BPF_MAP_TYPE_HASH, 4, 8, 16);
	test_eq(call_for(skep, 0, SKEP_BPF_EVENTS, &(u32){(u32)fd}, sizeof(u32)), -SKEP_NO_EVENTS,
		"events: nobody waits for a hash");
	close((int)fd);
}

static void test_private(struct skep *skep)
{
	u64 attr = at("/sys/fs/bpf");

	test_eq(skep_bpf(skep, SKEP_BPF_MOUNT, (union bpf_attr *)&attr, sizeof(attr)), -EINVAL,
		"private commands are none of bpf(2)");
	test_ok(skep_bpf_opens(BPF_MAP_CREATE) && !skep_bpf_opens(BPF_MAP_LOOKUP_ELEM) &&
		    !skep_bpf_opens(-1) && !skep_bpf_opens(100000),
		"which commands return descriptors");
}

/* ---- memory runs out */

/* A link, a pin, an event and all that is told of a program. */
static long do_much(struct skep *skep)
{
	struct perf_event_attr event = {.type = PERF_TYPE_SOFTWARE,
					.config = PERF_COUNT_SW_BPF_OUTPUT};
	struct skep_perf_attr perf = {.event = at(&event)};
	struct bpf_prog_info info = {0};
	u8 code[512];
	long fds[3] = {load(skep), -1, -1}, error = fds[0];

	info.xlated_prog_len = sizeof(code);
	info.xlated_prog_insns = at(code);
	if (error >= 0)
		error = fds[1] =
		    CALL(skep, BPF_LINK_CREATE, .link_create.prog_fd = (u32)fds[0],
			 .link_create.target_ifindex = 1, .link_create.attach_type = BPF_XDP);
	if (error >= 0)
		error = CALL(skep, BPF_OBJ_PIN, .pathname = at("/sys/fs/bpf/much"),
			     .bpf_fd = (u32)fds[1]);
	if (error >= 0)
		error = CALL(skep, BPF_OBJ_GET_INFO_BY_FD, .info.bpf_fd = (u32)fds[0],
			     .info.info_len = sizeof(info), .info.info = at(&info));
	if (error >= 0)
		error = fds[2] = call_for(skep, 0, SKEP_BPF_PERF_OPEN, &perf, sizeof(perf));
	for (int i = 0; i < 3; i++)
		close((int)fds[i]);
	return error;
}

static long load_probe(struct skep *skep, u32 attach)
{
	return CALL(skep, BPF_PROG_LOAD, .prog_type = BPF_PROG_TYPE_KPROBE,
		    .expected_attach_type = attach, .insns = at(exit_0),
		    .insn_cnt = SKEP_COUNT(exit_0), .license = at("GPL"));
}

/* Links to a place of a file: by an event, and by a list of places. */
static long attach_much(struct skep *skep)
{
	struct perf_event_attr event = {.type = SKEP_PERF_UPROBE,
					.size = sizeof(event),
					.uprobe_path = at("/bin/sh"),
					.probe_offset = 16};
	struct skep_perf_attr perf = {.event = at(&event), .cpu = 0, .pid = -1};
	struct {
		u32 prog, target, attach, flags;
		u64 path, offsets, counters, cookies;
		u32 count, multi, pid, unused;
	} many = {.attach = BPF_TRACE_UPROBE_MULTI,
		  .path = at("/bin/sh"),
		  .offsets = at(&event.probe_offset),
		  .count = 1};
	long fds[5] = {load_probe(skep, 0), load_probe(skep, BPF_TRACE_UPROBE_MULTI), -1, -1, -1};
	long error = fds[0] < 0 ? fds[0] : fds[1];

	if (error >= 0)
		error = fds[2] = call_for(skep, 0, SKEP_BPF_PERF_OPEN, &perf, sizeof(perf));
	if (error >= 0)
		error = fds[3] = CALL(skep, BPF_LINK_CREATE, .link_create.prog_fd = (u32)fds[0],
				      .link_create.target_fd = (u32)fds[2],
				      .link_create.attach_type = BPF_PERF_EVENT);
	many.prog = (u32)fds[1];
	if (error >= 0)
		error = fds[4] = call_for(skep, 0, BPF_LINK_CREATE, &many, 60);
	for (int i = 0; i < 5; i++)
		close((int)fds[i]);
	return error;
}

static void test_attach_memory(struct skep *skep)
{
	unsigned long n = 0;
	long error;

	do {
		fault_after(++n);
		error = attach_much(skep);
		fault_after(0);
	} while (error == -ENOMEM && n < 10000);
	test_ok(error >= 0, "attaching: memory runs out at each of %lu allocations", n);
	test_eq(CALL(skep, BPF_LINK_GET_NEXT_ID, .start_id = 0), -ENOENT, "and no link is left");
	test_eq(CALL(skep, BPF_PROG_GET_NEXT_ID, .start_id = 0), -ENOENT, "and no program");
}

static void test_memory(struct skep *skep)
{
	char path[PATH_MAX];
	unsigned long n = 0;
	long error;

	real_path(path, "much");
	do {
		fault_after(++n);
		error = do_much(skep);
		fault_after(0);
		unlink(path);
	} while (error == -ENOMEM && n < 10000);
	test_ok(error >= 0, "memory runs out at each of %lu allocations", n);
	test_eq(CALL(skep, BPF_LINK_GET_NEXT_ID, .start_id = 0), -ENOENT, "and no link is left");
	test_eq(CALL(skep, BPF_PROG_GET_NEXT_ID, .start_id = 0), -ENOENT, "and no program");
}

int main(void)
{
	struct skep_config config = {.folder = mkdtemp(folder)};
	struct skep *skep = skep_system_new(&config, NULL);
	char command[sizeof(folder) + 16];

	test_other(skep);
	test_pins(skep);
	test_mounts(skep);
	test_proc(skep);
	test_perf(skep);
	test_private(skep);
	test_memory(skep);
	test_attach_memory(skep);
	test_ok(!skep_system_new(&config, NULL), "a folder serves one system");
	skep_system_free(skep);
	snprintf(command, sizeof(command), "rm -r %s", folder);
	test_eq(system(command), 0, "the folder is its maker's");
	return test_end();
}
