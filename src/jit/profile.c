/* SPDX-License-Identifier: BSD-2-Clause */
/* Two files that perf knows. /tmp/perf-PID.map has a line a piece of code: start, size, name, in
 * hex without 0x (tools/perf/Documentation/jit-interface.txt of Linux). /tmp/jit-PID.dump has a
 * header and a record a piece of code (jitdump-specification.txt there); perf finds it because it
 * is mapped executable once. Both are appended to, under a lock, so that no state is kept here. */
#include "jit/profile.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "jit/gdb.h"

enum { PATH_ROOM = 40, LONGEST_NAME = 200 };

/* All fields as the machine has them: readers know by the magic. */
struct dump_header {
	u32 magic, version, size, machine, unused, pid;
	u64 time, flags;
};

struct dump_record {
	u32 kind, size; /* 0: code that was loaded; bytes with name and code */
	u64 time;
	u32 pid, tid;
	u64 address, code_address, code_size, number;
};

enum { DUMP_MAGIC = 0x4a695444, DUMP_VERSION = 1 };

#if defined(__x86_64__)
enum { MACHINE = EM_X86_64 };
#elif defined(__aarch64__)
enum { MACHINE = EM_AARCH64 };
#else
enum { MACHINE = EM_NONE };
#endif

static bool fail_file(const char *path, struct skep_diag *d)
{
	return skep_fail(d, SKEP_E_IO, "%s: %s", path, strerror(errno));
}

static int open_file(const char *path, struct skep_diag *d)
{
	int fd =
	    open(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);

	if (fd >= 0 && flock(fd, LOCK_EX) == 0)
		return fd;
	fail_file(path, d);
	if (fd >= 0)
		close(fd);
	return -1;
}

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000 + (u64)t.tv_nsec;
}

static bool write_map(const struct skep_code *code, const char *name, struct skep_diag *d)
{
	char path[PATH_ROOM], line[LONGEST_NAME + 40];
	int length, fd;
	bool ok;

	snprintf(path, sizeof(path), "/tmp/perf-%d.map", (int)getpid());
	fd = open_file(path, d);
	if (fd < 0)
		return false;
	length = snprintf(line, sizeof(line), "%" PRIx64 " %zx %.*s\n",
			  (u64)(uintptr_t)code->native.at, code->native.used, LONGEST_NAME, name);
	ok = write(fd, line, (size_t)length) == length || fail_file(path, d);
	close(fd);
	return ok;
}

/* The header of an empty file, and the mapping that perf looks for. */
static bool begin_dump(int fd)
{
	const struct dump_header header = {.magic = DUMP_MAGIC,
					   .version = DUMP_VERSION,
					   .size = sizeof(header),
					   .machine = MACHINE,
					   .pid = (u32)getpid(),
					   .time = now()};
	void *marker;

	if (write(fd, &header, sizeof(header)) != sizeof(header))
		return false;
	marker = mmap(NULL, sizeof(header), PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 0);
	if (marker == MAP_FAILED)
		return false;
	munmap(marker, sizeof(header));
	return true;
}

static bool add_record(int fd, const struct skep_code *code, const char *name, u64 number)
{
	size_t length = strnlen(name, LONGEST_NAME);
	size_t size = sizeof(struct dump_record) + length + 1 + code->native.used;
	const struct dump_record record = {.size = (u32)size,
					   .time = now(),
					   .pid = (u32)getpid(),
					   .tid = (u32)syscall(SYS_gettid),
					   .address = (u64)(uintptr_t)code->native.at,
					   .code_address = (u64)(uintptr_t)code->native.at,
					   .code_size = code->native.used,
					   .number = number};
	const struct iovec parts[] = {{(void *)(uintptr_t)&record, sizeof(record)},
				      {(void *)(uintptr_t)name, length},
				      {(void *)(uintptr_t) "", 1},
				      {code->native.at, code->native.used}};

	return writev(fd, parts, SKEP_COUNT(parts)) == (ssize_t)size;
}

/* A record's number is its place in the file, which no other has. */
static bool write_dump(const struct skep_code *code, const char *name, struct skep_diag *d)
{
	char path[PATH_ROOM];
	struct stat status;
	bool ok;
	int fd;

	snprintf(path, sizeof(path), "/tmp/jit-%d.dump", (int)getpid());
	fd = open_file(path, d);
	if (fd < 0)
		return false;
	ok = fstat(fd, &status) == 0 && (status.st_size > 0 || begin_dump(fd)) &&
	     add_record(fd, code, name, (u64)status.st_size);
	if (!ok)
		fail_file(path, d);
	close(fd);
	return ok;
}

bool skep_jit_announce(struct skep_code *code, const struct skep_code_options *options,
		       struct skep_diag *d)
{
	const char *name = options->name ? options->name : "skep";

	if ((options->profile & SKEP_CODE_PERF_MAP) && !write_map(code, name, d))
		return false;
	if ((options->profile & SKEP_CODE_JITDUMP) && !write_dump(code, name, d))
		return false;
	return !(options->profile & SKEP_CODE_GDB) || skep_jit_tell_gdb(code, name, d);
}
