/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/alloc.h"

#include <stdlib.h>

void *skep_alloc(size_t size)
{
	return calloc(1, size ? size : 1);
}

void *skep_realloc(void *block, size_t size)
{
	return realloc(block, size ? size : 1);
}

void skep_free(void *block)
{
	free(block);
}
