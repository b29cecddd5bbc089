/* SPDX-License-Identifier: BSD-2-Clause */
/* The peer of bench_map: the same operations in a BPF program that Linux runs. */
#ifndef BENCH_MAP_LINUX_H
#define BENCH_MAP_LINUX_H

#include "base/types.h"

enum map_op { MAP_LOOKUP, MAP_MISS, MAP_UPDATE, MAP_OPS };

/* Where keys come from: element i has the words {mix(i), i, i, ...}, of arrays {i}, of tries the
 * length of the prefix and mix(i). */
struct map_subject {
	const char *name;
	u32 type, key_size, value_size, entries, flags;
};

enum { MAP_MIX = (s32)0x9e3779b1, MAP_CALLS = 512 }; /* operations a run of the program */

void map_key(const struct map_subject *subject, u32 i, void *key);

/* Nanoseconds an operation, with those of making its key. Negative: Linux cannot be asked. */
struct map_linux;
struct map_linux *map_linux_new(const struct map_subject *subject);
double map_linux_measure(struct map_linux *peer, enum map_op op);
void map_linux_free(struct map_linux *peer);

#endif
