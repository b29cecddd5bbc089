/* SPDX-License-Identifier: BSD-2-Clause */
/* syscall(3) in place of libc's: bpf(2) goes the chosen way, perf events where they belong
 * (perf.h), all else to Linux. */
#include <errno.h>
#include <linux/bpf.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "preload/perf.h"
#include "preload/raw.h"
#include "preload/route.h"

/* A link at an event that is Linux's so far: the event becomes skep's. Where the system says EBADF,
 * it has read attr. */
static bool adopts(const struct skep_bpf_args *args, long result)
{
	const union bpf_attr *attr = (const union bpf_attr *)args->attr;
	size_t needed = offsetof(union bpf_attr, link_create.flags);

	return args->cmd == BPF_LINK_CREATE && result == -EBADF && args->size >= needed &&
	       attr->link_create.attach_type == BPF_PERF_EVENT &&
	       skep_perf_adopt((int)attr->link_create.target_fd);
}

static long call_bpf(const long args[6])
{
	struct skep_bpf_args bpf = {.cmd = args[0] < SKEP_BPF_PRIVATE ? (s32)args[0] : -1,
				    .size = (u32)args[2],
				    .attr = (u64)args[1]};
	long result = skep_route_call(&bpf);

	if (adopts(&bpf, result))
		result = skep_route_call(&bpf);
	if (result >= 0 && (bpf.cmd == BPF_LINK_CREATE || bpf.cmd == BPF_RAW_TRACEPOINT_OPEN))
		skep_perf_note();
	return result;
}

static long call(long number, const long args[6])
{
	if (skep_route_is_linux())
		return skep_raw_syscall(number, args);
	if (number == SYS_bpf)
		return call_bpf(args);
	if (number == SYS_perf_event_open)
		return skep_perf_open(args);
	return skep_raw_syscall(number, args);
}

enum { ERRNO_MAX = 4095 };

long syscall(long number, ...);

__attribute__((visibility("default"))) long syscall(long number, ...)
{
	int before = errno;
	long args[6], result;
	va_list list;

	va_start(list, number);
	for (int i = 0; i < 6; i++)
		args[i] = va_arg(list, long);
	va_end(list);
	result = call(number, args);
	errno = before;
	if (result >= 0 || result < -ERRNO_MAX)
		return result;
	errno = (int)-result;
	return -1;
}
