/* SPDX-License-Identifier: BSD-2-Clause */
/* mmap(2) and ioctl(2) of descriptors of skep's, whose memory is a file that anybody might map: the
 * system is asked whether Linux would allow it, and makes the memory of perf events then. */
#undef _FILE_OFFSET_BITS /* each name is the entry point of that name */
#include <errno.h>
#include <linux/perf_event.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "preload/next.h"
#include "preload/route.h"

/* ---- mmap */

/* Whether a mapping may be made; errno tells why not. */
static bool may_map(const struct skep_mmap_attr *attr)
{
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_MMAP, .size = sizeof(*attr), .attr = (uintptr_t)attr};
	int before = errno;
	long result = skep_route_call(&args);

	errno = result < 0 && result != -ENOSYS ? (int)-result : before;
	return result >= 0 || result == -ENOSYS;
}

#define MMAP(name, offset_type)                                                                    \
	SKEP_ENTRY void *name(void *at, size_t length, int protection, int flags, int fd,          \
			      offset_type offset)                                                  \
	{                                                                                          \
		struct skep_mmap_attr attr = {.fd = fd,                                            \
					      .protection = (u32)protection,                       \
					      .shared = (flags & MAP_TYPE) != MAP_PRIVATE,         \
					      .offset = (u64)offset,                               \
					      .length = length};                                   \
                                                                                                   \
		if (!(flags & MAP_ANONYMOUS) && skep_is_memory(fd) && !may_map(&attr))             \
			return MAP_FAILED;                                                         \
		return SKEP_NEXT(name)(at, length, protection, flags, fd, offset);                 \
	}
MMAP(mmap, off_t)
MMAP(mmap64, off64_t)

/* ---- ioctl */

/* Events are on as long as they are open: what turns them on and off does nothing. */
static bool is_perf_switch(unsigned long request)
{
	return request == PERF_EVENT_IOC_ENABLE || request == PERF_EVENT_IOC_DISABLE ||
	       request == PERF_EVENT_IOC_RESET || request == PERF_EVENT_IOC_REFRESH;
}

SKEP_ENTRY int ioctl(int fd, unsigned long request, ...)
{
	int before = errno, error;
	va_list list;
	void *argument;

	va_start(list, request);
	argument = va_arg(list, void *);
	va_end(list);
	error = SKEP_NEXT(ioctl)(fd, request, argument);
	if (error < 0 && errno == ENOTTY && is_perf_switch(request) && skep_is_memory(fd)) {
		errno = before;
		return 0;
	}
	return error;
}
