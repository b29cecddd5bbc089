/* SPDX-License-Identifier: BSD-2-Clause */
#include "fault_alloc.h"

#include <stdatomic.h>
#include <stdlib.h>

static atomic_ulong calls;
static atomic_ulong fail_from;

static bool fails(void)
{
	unsigned long n = atomic_fetch_add(&calls, 1) + 1;
	unsigned long from = atomic_load(&fail_from);

	return from && n >= from;
}

void fault_after(unsigned long n)
{
	atomic_store(&calls, 0);
	atomic_store(&fail_from, n);
}

unsigned long fault_calls(void)
{
	return atomic_load(&calls);
}

void *skep_alloc(size_t size)
{
	return fails() ? NULL : calloc(1, size ? size : 1);
}

void *skep_realloc(void *block, size_t size)
{
	return fails() ? NULL : realloc(block, size ? size : 1);
}

void skep_free(void *block)
{
	free(block);
}
