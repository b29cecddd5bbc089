/* SPDX-License-Identifier: BSD-2-Clause */
/* Small areas come from the allocator, with the block's start in front of them; large ones from
 * mmap(2), which hands out no memory before it is needed, whatever its size. */
#include "map/area.h"

#include <sys/mman.h>

#include "base/alloc.h"

enum {
	LARGE = 1 << 18,
	HUGE_PAGE = 1 << 21,
};

static void *small_new(size_t size)
{
	u8 *block = skep_alloc(size + SKEP_AREA_ALIGN + sizeof(void *));
	u8 *area;

	if (!block)
		return NULL;
	area = block + sizeof(void *);
	area += -(uintptr_t)area % SKEP_AREA_ALIGN;
	((void **)area)[-1] = block;
	return area;
}

/* Maps more than is asked for, so that the area can start with a large page; gives back the rest.
 */
static void *large_new(size_t size)
{
	size_t all, before;
	u8 *block;

	if (__builtin_add_overflow(size, (size_t)HUGE_PAGE, &all))
		return NULL;
	block = mmap(NULL, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
		     -1, 0);
	if (block == MAP_FAILED)
		return NULL;
	before = -(uintptr_t)block % HUGE_PAGE;
	if (before)
		munmap(block, before);
	munmap(block + before + size, HUGE_PAGE - before);
	madvise(block + before, size, MADV_HUGEPAGE);
	return block + before;
}

static size_t whole_pages(size_t size)
{
	return (size + 4095) & ~(size_t)4095;
}

void *skep_area_new(size_t size)
{
	if (size > SIZE_MAX / 2)
		return NULL;
	return size < LARGE ? small_new(size) : large_new(whole_pages(size));
}

void skep_area_free(void *area, size_t size)
{
	if (!area)
		return;
	if (size < LARGE)
		skep_free(((void **)area)[-1]);
	else
		munmap(area, whole_pages(size));
}
