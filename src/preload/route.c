/* SPDX-License-Identifier: BSD-2-Clause */
/* syscall(3) in place of libc's: bpf(2) goes the chosen way, all else goes to Linux. */
#include "preload/route.h"

#include <errno.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "preload/raw.h"

/* The one thing in skep that changes and belongs to nobody: see route.h. */
static struct {
	struct skep *skep;
	long (*far)(const struct skep_bpf_args *args);
} route;

struct skep *skep_route_set(struct skep *skep)
{
	return __atomic_exchange_n(&route.skep, skep, __ATOMIC_ACQ_REL);
}

bool skep_route_is_set(void)
{
	return __atomic_load_n(&route.skep, __ATOMIC_ACQUIRE);
}

void skep_route_far(long (*far)(const struct skep_bpf_args *args))
{
	__atomic_store_n(&route.far, far, __ATOMIC_RELEASE);
}

static bool is_linux(void)
{
	return !__atomic_load_n(&route.skep, __ATOMIC_ACQUIRE) &&
	       !__atomic_load_n(&route.far, __ATOMIC_ACQUIRE);
}

long skep_route_call(const struct skep_bpf_args *args)
{
	struct skep *skep = __atomic_load_n(&route.skep, __ATOMIC_ACQUIRE);
	struct skep_client self = {.uid = getuid()};

	if (skep)
		return skep_bpf_for(skep, &self, args);
	return is_linux() ? -ENOSYS : route.far(args);
}

/* perf_event_open(2): the system has events that programs write to; -ENOSYS for others. */
static long open_perf(const long args[6])
{
	struct skep_perf_attr attr = {.event = (u64)args[0], .cpu = (u32)args[2]};
	struct skep_bpf_args call = {
	    .cmd = SKEP_BPF_PERF_OPEN, .size = sizeof(attr), .attr = (uintptr_t)&attr};

	return skep_route_call(&call);
}

static long call(long number, const long args[6])
{
	struct skep_bpf_args bpf = {.cmd = args[0] < SKEP_BPF_PRIVATE ? (s32)args[0] : -1,
				    .size = (u32)args[2],
				    .attr = (u64)args[1]};

	long result = -ENOSYS;

	if (is_linux())
		return skep_raw_syscall(number, args);
	if (number == SYS_bpf)
		return skep_route_call(&bpf);
	if (number == SYS_perf_event_open)
		result = open_perf(args);
	return result == -ENOSYS ? skep_raw_syscall(number, args) : result;
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
