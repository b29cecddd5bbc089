/* SPDX-License-Identifier: BSD-2-Clause */
/* Where machine code lies. Small programs are made in the time of a few system calls, so these are
 * few, and cheap ones: the first place asked for shares its page tables with the library, no
 * mapping is merged with its neighbours only to be split from them again, and what takes one page
 * waits for the fault of its first byte, which costs less than asking for it. */
#include "jit/memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "base/diag.h"

enum {
	PAGE = 4096,
	TABLE = 2 << 20,      /* bytes that one table of pages maps */
	DISTANCE = 64 << 20,  /* below the library, not to be in the way of what lies around it */
	TRIES = 3,	      /* of places there, in 2, 8 and 32 MiB */
	KEPT_OUT_OF = 8 << 20 /* of what a call reaches: for the library itself */
};

#if defined(__aarch64__)
enum { CALL_REACHES = 128 << 20 };
#else
enum { CALL_REACHES = INT32_MAX };
#endif

static void *map(uintptr_t at, size_t size, int flags)
{
	return mmap((void *)at, size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | flags, -1, 0);
}

static bool is_near(const void *at, size_t size, uintptr_t near)
{
	uintptr_t start = (uintptr_t)at, reach = CALL_REACHES - KEPT_OUT_OF;

	return start + reach > near && near + reach > start + size;
}

/* Somewhere below the library. What is alive at once has different numbers. */
static void *map_below(size_t size, uintptr_t near, u64 number)
{
	u64 mixed = number;

	for (u32 i = 0; i < TRIES; i++) {
		uintptr_t places = ((uintptr_t)TABLE << 2 * i) / PAGE;
		void *at = MAP_FAILED;
		uintptr_t down;

		mixed = (mixed ^ mixed >> 32) * 0x9e3779b97f4a7c15u;
		down = DISTANCE + size + (mixed >> 32) % places * PAGE;
		if (down < near)
			at = map((near - down) & ~(uintptr_t)(PAGE - 1), size, MAP_FIXED_NOREPLACE);
		/* Old kernels take the address for a wish. */
		if (at != MAP_FAILED && is_near(at, size, near))
			return at;
		if (at != MAP_FAILED)
			munmap(at, size);
	}
	return MAP_FAILED;
}

/* Beside an executable the system chooses places that are far away. */
static void *find_place(size_t size, uintptr_t near, u64 number)
{
	void *at = map(near & ~(uintptr_t)(TABLE - 1), size, 0), *nearer;

	if (at == MAP_FAILED || is_near(at, size, near))
		return at;
	nearer = map_below(size, near, number);
	if (nearer == MAP_FAILED)
		return at;
	munmap(at, size);
	return nearer;
}

u8 *skep_jit_memory_new(size_t size, const void *near, u64 number, struct skep_diag *d)
{
	void *at = find_place(size, (uintptr_t)near, number);

	if (at == MAP_FAILED) {
		skep_fail(d, SKEP_E_NOMEM, "no memory for %zu bytes of machine code: %s", size,
			  strerror(errno));
		return NULL;
	}
	/* Only faster, where the system knows it. */
	if (size > PAGE)
		(void)madvise(at, size, MADV_POPULATE_WRITE);
	return at;
}

bool skep_jit_memory_seal(u8 *memory, size_t size, struct skep_diag *d)
{
	if (mprotect(memory, size, PROT_READ | PROT_EXEC) == 0) {
		__builtin___clear_cache((char *)memory, (char *)memory + size);
		return true;
	}
	skep_fail(d, SKEP_E_UNSUPPORTED, "this process may not run the code it writes: %s",
		  strerror(errno));
	return skep_hint(d, "run programs in the interpreter: SKEP_CODE_PLAIN");
}

void skep_jit_memory_free(u8 *memory, size_t size)
{
	if (memory)
		munmap(memory, size);
}
