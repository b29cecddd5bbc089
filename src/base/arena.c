/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/arena.h"

#include <string.h>

#include "base/alloc.h"

enum { ALIGNMENT = 16, FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct skep_arena_block {
	struct skep_arena_block *older;
	size_t size; /* bytes of data */
	size_t used;
	_Alignas(ALIGNMENT) u8 data[];
};

/* Blocks double up to LARGEST_BLOCK, so a large phase needs few and a small one stays small. */
static bool add_block(struct skep_arena *arena, size_t need)
{
	size_t size = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
	struct skep_arena_block *block;
	size_t total;

	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < need)
		size = need;
	if (__builtin_add_overflow(size, sizeof(*block), &total))
		return false;
	block = skep_alloc(total);
	if (!block)
		return false;
	block->size = size;
	block->older = arena->newest;
	arena->newest = block;
	return true;
}

void *skep_arena_alloc(struct skep_arena *arena, size_t size)
{
	struct skep_arena_block *block = arena->newest;
	size_t rounded;
	void *piece;

	if (__builtin_add_overflow(size, ALIGNMENT - 1, &rounded))
		return NULL;
	rounded &= ~(size_t)(ALIGNMENT - 1);
	if (!block || block->size - block->used < rounded) {
		if (!add_block(arena, rounded))
			return NULL;
		block = arena->newest;
	}
	piece = block->data + block->used;
	block->used += rounded;
	return piece;
}

void *skep_arena_array(struct skep_arena *arena, size_t count, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(count, size, &total))
		return NULL;
	return skep_arena_alloc(arena, total);
}

char *skep_arena_text(struct skep_arena *arena, const char *text, size_t length)
{
	size_t size;
	char *copy;

	if (__builtin_add_overflow(length, (size_t)1, &size))
		return NULL;
	copy = skep_arena_alloc(arena, size);
	if (copy)
		memcpy(copy, text, length);
	return copy;
}

void skep_arena_fini(struct skep_arena *arena)
{
	struct skep_arena_block *block = arena->newest;

	while (block) {
		struct skep_arena_block *older = block->older;

		skep_free(block);
		block = older;
	}
	arena->newest = NULL;
}
