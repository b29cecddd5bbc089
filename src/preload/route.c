/* SPDX-License-Identifier: BSD-2-Clause */
/* syscall(3) in place of libc's: bpf(2) goes the chosen way, all else goes to Linux. */
#include "preload/route.h"

#include <errno.h>
#include <stdarg.h>
#include <sys/syscall.h>

#include "preload/raw.h"
#include "syscall/skep.h"

/* The one thing in skep that changes and belongs to nobody: see route.h. */
static struct skep *route;

struct skep *skep_route_set(struct skep *skep)
{
	return __atomic_exchange_n(&route, skep, __ATOMIC_ACQ_REL);
}

static long call(long number, const long args[6])
{
	struct skep *skep = __atomic_load_n(&route, __ATOMIC_ACQUIRE);

	if (number != SYS_bpf || !skep)
		return skep_raw_syscall(number, args);
	return skep_bpf(skep, (int)args[0], (union bpf_attr *)args[1], (unsigned)args[2]);
}

enum { ERRNO_MAX = 4095 };

long syscall(long number, ...);

__attribute__((visibility("default"))) long syscall(long number, ...)
{
	long args[6], result;
	va_list list;

	va_start(list, number);
	for (int i = 0; i < 6; i++)
		args[i] = va_arg(list, long);
	va_end(list);
	result = call(number, args);
	if (result >= 0 || result < -ERRNO_MAX)
		return result;
	errno = (int)-result;
	return -1;
}
