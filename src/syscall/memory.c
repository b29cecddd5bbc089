/* SPDX-License-Identifier: BSD-2-Clause */
/* Copies through the kernel (process_vm_readv(2)), which finds out whether an address can be used.
 * Where that call is forbidden, addresses of the own process are trusted; another process then
 * cannot be served. */
#include "syscall/memory.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "syscall/system.h"

static pid_t owner(const struct skep_bpf_call *call)
{
	return call->client.pid ? call->client.pid : getpid();
}

static bool may_trust(const struct skep_bpf_call *call)
{
	return !call->client.pid && (errno == EPERM || errno == ENOSYS);
}

int skep_memory_read(const struct skep_bpf_call *call, void *to, u64 from, size_t size)
{
	struct iovec here = {to, size}, there = {(void *)(uintptr_t)from, size};
	ssize_t got = size ? process_vm_readv(owner(call), &here, 1, &there, 1, 0) : 0;

	if (got == (ssize_t)size)
		return 0;
	if (got >= 0 || !may_trust(call))
		return -EFAULT;
	memcpy(to, there.iov_base, size);
	return 0;
}

int skep_memory_write(const struct skep_bpf_call *call, u64 to, const void *from, size_t size)
{
	struct iovec here = {(void *)(uintptr_t)from, size}, there = {(void *)(uintptr_t)to, size};
	ssize_t got = size ? process_vm_writev(owner(call), &here, 1, &there, 1, 0) : 0;

	if (got == (ssize_t)size)
		return 0;
	if (got >= 0 || !may_trust(call))
		return -EFAULT;
	memcpy(there.iov_base, from, size);
	return 0;
}

int skep_memory_text(const struct skep_bpf_call *call, char *to, u64 from, size_t size)
{
	for (size_t at = 0; at < size - 1; at++) {
		int error = skep_memory_read(call, to + at, from + at, 1);

		if (error || !to[at])
			return error;
	}
	to[size - 1] = '\0';
	return 0;
}
