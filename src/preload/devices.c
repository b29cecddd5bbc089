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

#include "preload/arenas.h"
#include "preload/next.h"
#include "preload/perf.h"
#include "preload/route.h"

/* ---- mmap */

/* What SKEP_MMAP_ names, or -1; errno tells why. */
static long ask(const struct skep_mmap_attr *attr)
{
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_MMAP, .size = sizeof(*attr), .attr = (uintptr_t)attr};
	int before = errno;
	long result = skep_route_call(&args);

	if (result == -ENOSYS)
		result = SKEP_MMAP_FOREIGN;
	errno = result < 0 ? (int)-result : before;
	return result < 0 ? -1 : result;
}

/* Gives back kept memory, but for what was mapped over it. */
static void give_back(u8 *kept, u64 size, void *at, u64 length)
{
	u8 *used = at == MAP_FAILED ? kept : at, *end = kept + size;

	if (at == MAP_FAILED)
		length = 0;
	if (used > kept)
		munmap(kept, (size_t)(used - kept));
	if (end > used + length)
		munmap(used + length, (size_t)(end - (used + length)));
}

/* Where an arena may lie in the memory that is free from `at` on: no multiple of 4 GiB is in it.
 * The memory from `free` on is kept. */
static u64 choose(u64 at, u64 length, void **free)
{
	u64 block = 1ULL << 32;

	*free = SKEP_NEXT(mmap)((void *)(uintptr_t)at, 2 * length, PROT_NONE,
				MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (*free == MAP_FAILED)
		return 0;
	at = (u64)(uintptr_t)*free;
	return at >> 32 == (at + length - 1) >> 32 ? at : (at + block - 1) & ~(block - 1);
}

/* An arena is mapped where the system has put down that it will be: into memory that is kept,
 * unless the caller insists on a place. No child has it. */
static void *map_arena(struct skep_mmap_attr *attr, int protection, int flags)
{
	bool insists = flags & (MAP_FIXED | MAP_FIXED_NOREPLACE);
	u64 page = (u64)sysconf(_SC_PAGESIZE), length = (attr->length + page - 1) & ~(page - 1);
	void *kept = NULL, *at = MAP_FAILED;

	attr->chosen = insists ? attr->at : choose(attr->at, length, &kept);
	if (!attr->chosen)
		return MAP_FAILED;
	if (ask(attr) == SKEP_MMAP_GO_ON)
		at = SKEP_NEXT(mmap)((void *)(uintptr_t)attr->chosen, length, protection,
				     insists ? flags : flags | MAP_FIXED, attr->fd, 0);
	if (at != MAP_FAILED) {
		madvise(at, length, MADV_DONTFORK);
		skep_arenas_add(at, length);
	}
	if (kept)
		give_back(kept, 2 * length, at, length);
	return at;
}

#define MMAP(name, offset_type)                                                                    \
	SKEP_ENTRY void *name(void *at, size_t length, int protection, int flags, int fd,          \
			      offset_type offset)                                                  \
	{                                                                                          \
		struct skep_mmap_attr attr = {.fd = fd,                                            \
					      .protection = (u32)protection,                       \
					      .shared = (flags & MAP_TYPE) != MAP_PRIVATE,         \
					      .offset = (u64)offset,                               \
					      .length = length,                                    \
					      .at = (u64)(uintptr_t)at};                           \
		long answer =                                                                      \
		    flags & MAP_ANONYMOUS || !skep_is_memory(fd) ? SKEP_MMAP_FOREIGN : ask(&attr); \
                                                                                                   \
		if (answer < 0)                                                                    \
			return MAP_FAILED;                                                         \
		if (answer == SKEP_MMAP_CHOOSE)                                                    \
			return map_arena(&attr, protection, flags);                                \
		if (flags & MAP_FIXED && !skep_arenas_end(at, length)) {                           \
			errno = EINVAL;                                                            \
			return MAP_FAILED;                                                         \
		}                                                                                  \
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

/* Whether that is skep's to do, and what it returns. */
static bool set_program(int fd, void *argument, int *returned)
{
	int before = errno;
	long result = skep_perf_set(fd, (int)(intptr_t)argument);

	errno = result < 0 && result != -ENOTTY ? (int)-result : before;
	*returned = result < 0 ? -1 : 0;
	return result != -ENOTTY;
}

SKEP_ENTRY int ioctl(int fd, unsigned long request, ...)
{
	int before = errno, error;
	va_list list;
	void *argument;

	va_start(list, request);
	argument = va_arg(list, void *);
	va_end(list);
	if (request == PERF_EVENT_IOC_SET_BPF && set_program(fd, argument, &error))
		return error;
	error = SKEP_NEXT(ioctl)(fd, request, argument);
	if (error < 0 && errno == ENOTTY && is_perf_switch(request) && skep_is_memory(fd)) {
		errno = before;
		return 0;
	}
	return error;
}
