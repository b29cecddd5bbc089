/* SPDX-License-Identifier: BSD-2-Clause */
/* What is to be known of the process whose system call was caught. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "preload/caught.h"

bool skep_caught_read(const struct skep_caught *c, void *to, u64 from, size_t size)
{
	struct iovec here = {to, size}, there = {(void *)(uintptr_t)from, size};

	return process_vm_readv(c->client.pid, &here, 1, &there, 1, 0) == (ssize_t)size;
}

bool skep_caught_write(const struct skep_caught *c, u64 to, const void *from, size_t size)
{
	struct iovec here = {(void *)(uintptr_t)from, size}, there = {(void *)(uintptr_t)to, size};

	return process_vm_writev(c->client.pid, &here, 1, &there, 1, 0) == (ssize_t)size;
}

/* Page by page: what lies behind the text need not be there. */
bool skep_caught_text(const struct skep_caught *c, char *to, u64 from, size_t size)
{
	enum { PAGE = 4096 };

	for (size_t at = 0, part; at < size; at += part) {
		part = PAGE - (from + at) % PAGE;
		part = part < size - at ? part : size - at;
		if (!skep_caught_read(c, to + at, from + at, part))
			return false;
		if (memchr(to + at, '\0', part))
			return true;
	}
	return false;
}

bool skep_caught_is_memory(const struct skep_caught *c, int fd)
{
	static const char memory[] = "/memfd:";
	char path[48], at[sizeof(memory)];

	snprintf(path, sizeof(path), "/proc/%d/fd/%d", c->client.pid, fd);
	return readlink(path, at, sizeof(at)) == (ssize_t)sizeof(at) &&
	       memcmp(at, memory, sizeof(memory) - 1) == 0;
}

bool skep_caught_identify(const struct skep_caught *c, struct skep_client *client)
{
	bool process = false, user = false;
	char path[32], line[128];
	FILE *f;

	*client = c->client;
	snprintf(path, sizeof(path), "/proc/%d/status", c->client.pid);
	f = fopen(path, "re");
	while (f && fgets(line, sizeof(line), f)) {
		process |= sscanf(line, "Tgid: %d", &client->pid) == 1;
		user |= sscanf(line, "Uid: %u", &client->uid) == 1;
	}
	if (f)
		fclose(f);
	return process && user;
}

long skep_caught_ask(const struct skep_caught *c, int cmd, const void *attr, u32 size)
{
	struct skep_client client = c->client;
	struct skep_bpf_args args = {.cmd = cmd, .size = size};

	client.attr = attr;
	return skep_bpf_for(c->skep, &client, &args);
}
