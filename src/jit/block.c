/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/block.h"

#include <string.h>

#include "base/alloc.h"
#include "base/array.h"

enum { ALIGNMENT = 8 };

bool skep_jit_block_init(struct skep_jit_block *b, size_t size)
{
	*b = (struct skep_jit_block){.at = skep_realloc(NULL, size), .size = size};
	return b->at;
}

void skep_jit_block_fini(struct skep_jit_block *b)
{
	skep_free(b->at);
	*b = (struct skep_jit_block){0};
}

void *skep_jit_block_take(struct skep_jit_block *b, size_t count, size_t size)
{
	size_t bytes, left = b->size - b->used;
	u8 *part = b->at + b->used;

	if (__builtin_mul_overflow(count, size, &bytes) || bytes > left)
		return NULL;
	bytes = (bytes + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	b->used += bytes < left ? bytes : left;
	return part;
}

static bool is_part(const struct skep_jit_block *b, const void *data)
{
	return b && (uintptr_t)data - (uintptr_t)b->at < b->size;
}

void *skep_jit_array_grow(const struct skep_jit_block *b, void *data, size_t *room,
			  struct skep_jit_growth growth)
{
	size_t count = growth.used + growth.more;
	void *own;

	if (!is_part(b, data))
		return skep_array_reserve(data, room, count, growth.size);
	own = skep_array_reserve(NULL, room, count, growth.size);
	return own ? memcpy(own, data, growth.used * growth.size) : NULL;
}

void skep_jit_array_free(const struct skep_jit_block *b, void *data)
{
	if (!is_part(b, data))
		skep_free(data);
}
