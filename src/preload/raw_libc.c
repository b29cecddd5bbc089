/* SPDX-License-Identifier: BSD-2-Clause */
/* Other architectures: the syscall(3) that would be called if there were no other. */
#include <dlfcn.h>
#include <errno.h>

#include "preload/raw.h"

const u32 skep_raw_arch = 0;

long skep_raw_syscall(long number, const long args[6])
{
	long (*next)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
	long result = next(number, args[0], args[1], args[2], args[3], args[4], args[5]);

	return result == -1 ? -errno : result;
}
