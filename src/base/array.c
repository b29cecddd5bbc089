/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/array.h"

enum { FIRST_ROOM = 16 };

void *skep_array_reserve(void *data, size_t *room, size_t count, size_t size)
{
	size_t wanted = *room ? *room : FIRST_ROOM;
	size_t bytes;
	void *grown;

	while (wanted < count) {
		if (__builtin_mul_overflow(wanted, (size_t)2, &wanted))
			return NULL;
	}
	if (__builtin_mul_overflow(wanted, size, &bytes))
		return NULL;
	grown = skep_realloc(data, bytes);
	if (grown)
		*room = wanted;
	return grown;
}
