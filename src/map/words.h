/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory of a map that others read and write at the same time: copied in words of 8 bytes where it
 * is aligned to them, each at once, as Linux does. */
#ifndef SKEP_MAP_WORDS_H
#define SKEP_MAP_WORDS_H

#include <string.h>

#include "base/types.h"

static inline bool skep_words_fit(const void *shared, size_t left)
{
	return left >= sizeof(u64) && (uintptr_t)shared % sizeof(u64) == 0;
}

/* Copies into the map. */
static inline void skep_words_store(void *shared, const void *from, size_t size)
{
	u8 *to = shared;
	const u8 *at = from;
	u64 word;

	while (size) {
		if (skep_words_fit(to, size)) {
			memcpy(&word, at, sizeof(word));
			__atomic_store_n((u64 *)to, word, __ATOMIC_RELAXED);
			to += sizeof(word), at += sizeof(word), size -= sizeof(word);
		} else {
			__atomic_store_n(to++, *at++, __ATOMIC_RELAXED);
			size--;
		}
	}
}

/* Copies out of the map. */
static inline void skep_words_load(void *to, const void *shared, size_t size)
{
	const u8 *from = shared;
	u8 *at = to;
	u64 word;

	while (size) {
		if (skep_words_fit(from, size)) {
			word = __atomic_load_n((const u64 *)from, __ATOMIC_RELAXED);
			memcpy(at, &word, sizeof(word));
			from += sizeof(word), at += sizeof(word), size -= sizeof(word);
		} else {
			*at++ = __atomic_load_n(from++, __ATOMIC_RELAXED);
			size--;
		}
	}
}

#endif
