/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/attach.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "base/diag.h"

/* Bytes of memory that Linux lets a socket use for its filter; 0 if it does not say. */
static unsigned long option_memory(void)
{
	FILE *file = fopen("/proc/sys/net/core/optmem_max", "re");
	unsigned long value = 0;

	if (!file)
		return 0;
	if (fscanf(file, "%lu", &value) != 1)
		value = 0;
	fclose(file);
	return value;
}

static bool explain(int error, u32 count, struct skep_diag *d)
{
	switch (error) {
	case ENOMEM:
		skep_fail(d, SKEP_E_LIMIT,
			  "Linux has no memory for a filter of %u instructions: "
			  "net.core.optmem_max is %lu bytes",
			  count, option_memory());
		return skep_hint(d, "raise it, e.g. sysctl -w net.core.optmem_max=1048576, "
				    "or filter in user space");
	case EPERM:
		return skep_fail(d, SKEP_E_PERMISSION,
				 "the socket's filter is locked (SO_LOCK_FILTER)");
	case EINVAL:
		skep_fail(d, SKEP_E_INVALID,
			  "Linux does not accept the classic program of %u instructions", count);
		return skep_hint(d, "its checks are those of SO_ATTACH_FILTER: only known "
				    "instructions, jumps inside the program, no division by a "
				    "constant 0, scratch words written before they are read");
	default:
		return skep_fail(d, SKEP_E_SYSTEM, "cannot attach the filter: %s", strerror(error));
	}
}

bool skep_linux_attach_filter(int fd, const struct sock_filter *insns, u32 count,
			      struct skep_diag *d)
{
	struct sock_fprog program = {.len = (unsigned short)count,
				     .filter = (struct sock_filter *)insns};

	if (count == 0 || count > BPF_MAXINSNS) {
		skep_fail(d, SKEP_E_LIMIT, "the filter has %u instructions, Linux takes 1 to %d",
			  count, BPF_MAXINSNS);
		return skep_hint(d, "filter in user space");
	}
	if (setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof(program)) == 0)
		return true;
	return explain(errno, count, d);
}
