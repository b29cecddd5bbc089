/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/counters.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PATIENCE = 10000 }; /* milliseconds */

static bool read_text(int pid, const char *name, char *text, size_t size)
{
	char path[64];
	FILE *file;
	size_t count;

	snprintf(path, sizeof(path), "/proc/%d/%s", pid, name);
	file = fopen(path, "re");
	if (!file)
		return false;
	count = fread(text, 1, size - 1, file);
	text[count] = '\0';
	fclose(file);
	return true;
}

static u64 number_behind(const char *text, const char *name)
{
	const char *at = strstr(text, name);

	return at ? strtoull(at + strlen(name), NULL, 10) : 0;
}

u64 skep_trace_switches(int pid)
{
	char text[4096];

	if (!read_text(pid, "status", text, sizeof(text)))
		return 0;
	return number_behind(text, "\nvoluntary_ctxt_switches:") +
	       number_behind(text, "\nnonvoluntary_ctxt_switches:");
}

/* Fields 10 and 12 of stat (proc(5)), counted from behind the name. */
u64 skep_trace_faults_of(int pid)
{
	unsigned long long minor, major;
	char text[512];
	const char *behind;

	if (!read_text(pid, "stat", text, sizeof(text)))
		return 0;
	behind = strrchr(text, ')');
	if (!behind ||
	    sscanf(behind + 1, " %*c %*d %*d %*d %*d %*d %*u %llu %*u %llu", &minor, &major) != 2)
		return 0;
	return minor + major;
}

bool skep_trace_asleep(int pid)
{
	static const char running[] = "running";
	char path[64], text[512];

	snprintf(path, sizeof(path), "/proc/%d/syscall", pid);
	for (int tries = 0; tries < PATIENCE; tries++) {
		int fd = open(path, O_RDONLY | O_CLOEXEC);
		ssize_t size = fd < 0 ? -1 : read(fd, text, sizeof(text));

		if (fd >= 0)
			close(fd);
		if (size < 0)
			return false;
		if (strncmp(text, running, sizeof(running) - 1) != 0)
			return true;
		usleep(1000);
	}
	return false;
}

bool skep_trace_naps(u32 count)
{
	while (count--)
		usleep(100);
	return true;
}

bool skep_trace_touch(u32 count)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), size = count * page;
	volatile char *memory =
	    mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		return false;
	madvise((void *)memory, size, MADV_NOHUGEPAGE);
	for (u32 i = 0; i < count; i++)
		memory[i * page] = 1;
	return true;
}

u64 skep_trace_row_count(const struct skep_trace_event *e)
{
	return e->numbers[SKEP_ROW_COUNT];
}
