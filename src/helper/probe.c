/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that read memory at any address. The kernel copies, and finds out which address is none:
 * where that call is forbidden, none is. Programs share the memory of the process that they run in;
 * "user" is the memory of the process that has them run. */
#include "helper/probe.h"

#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "helper/do.h"

enum { PAGE = 4096, CHUNK = 256 /* bytes, a part of PAGE */ };

int skep_probe_read(pid_t pid, void *to, u64 from, size_t size)
{
	struct iovec here = {to, size}, there = {skep_pointer(from), size};

	if (!size)
		return 0;
	if (process_vm_readv(pid ?: getpid(), &here, 1, &there, 1, 0) == (ssize_t)size)
		return 0;
	return -EFAULT;
}

/* Copies a text up to its NUL, or `size` bytes of it; how many, or -EFAULT. */
static long read_text(pid_t pid, char *to, u64 from, size_t size)
{
	char chunk[CHUNK];
	size_t done = 0;

	while (done < size) {
		size_t left = CHUNK - (from + done) % CHUNK;
		size_t some = left < size - done ? left : size - done;
		const char *end;

		if (skep_probe_read(pid, chunk, from + done, some))
			return -EFAULT;
		end = memchr(chunk, '\0', some);
		some = end ? (size_t)(end - chunk) + 1 : some;
		memcpy(to + done, chunk, some);
		done += some;
		if (end)
			break;
	}
	return (long)done;
}

long skep_probe_text(pid_t pid, char *to, u64 from, size_t size)
{
	long length = read_text(pid, to, from, size);

	if (length > 0)
		to[length - 1] = '\0';
	return length;
}
static_assert(PAGE % CHUNK == 0, "a chunk lies in one page");

static u64 probe(pid_t pid, u64 to, u64 size, u64 from)
{
	int error = skep_probe_read(pid, skep_pointer(to), from, (u32)size);

	if (error)
		memset(skep_pointer(to), 0, (u32)size);
	return (u64)(s64)error;
}

static u64 probe_text(pid_t pid, u64 to, u64 size, u64 from)
{
	long length = skep_probe_text(pid, skep_pointer(to), from, (u32)size);

	if (length < 0)
		memset(skep_pointer(to), 0, (u32)size);
	return (u64)length;
}

#define PROBE(name, read, pid)                                                                     \
	u64 skep_do_##name(HELPER_ARGS)                                                            \
	{                                                                                          \
		(void)run;                                                                         \
		UNUSED_4;                                                                          \
		return read(pid, r1, r2, r3);                                                      \
	}

PROBE(probe_read, probe, 0)
PROBE(probe_read_kernel, probe, 0)
PROBE(probe_read_user, probe, skep_env(run)->client)
PROBE(copy_from_user, probe, skep_env(run)->client)
PROBE(probe_read_str, probe_text, 0)
PROBE(probe_read_kernel_str, probe_text, 0)
PROBE(probe_read_user_str, probe_text, skep_env(run)->client)

static int copy_text(pid_t pid, char *to, u32 size, u64 from)
{
	long length = size ? read_text(pid, to, from, size - 1) : 0;

	if (length < 0 || !size || (length && !to[length - 1]))
		return (int)length;
	to[length] = '\0';
	return (int)length + 1;
}

/* An int, which leaves the high half zero. */
u64 skep_kfunc_bpf_copy_from_user_str(HELPER_ARGS)
{
	enum { PAD_ZEROS = 1 };
	char *to = skep_pointer(r1);
	u32 size = (u32)r2;
	int length;

	(void)r5;
	if (r4 & ~(u64)PAD_ZEROS)
		return (u32)-EINVAL;
	length = copy_text(skep_env(run)->client, to, size, r3);
	if (r4 & PAD_ZEROS) {
		u32 kept = length > 0 ? (u32)length : 0;

		memset(to + kept, 0, size - kept);
	}
	return (u32)length;
}
