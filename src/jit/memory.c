/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "base/diag.h"

/* Far enough from the library not to be in the way of what lies around it, near enough for direct
 * calls, which on arm64 reach 128 MiB. */
enum { DISTANCE = 64 << 20, PAGE = 4096 };

u8 *skep_jit_memory_new(size_t size, const void *near, struct skep_diag *d)
{
	uintptr_t hint = ((uintptr_t)near - DISTANCE) & ~(uintptr_t)(PAGE - 1);
	void *at = mmap((void *)(hint < (uintptr_t)near ? hint : 0), size, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

	if (at != MAP_FAILED)
		return at;
	skep_fail(d, SKEP_E_NOMEM, "no memory for %zu bytes of machine code: %s", size,
		  strerror(errno));
	return NULL;
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
