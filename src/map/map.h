/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps: what each type does with its elements. One file a type, its operations last; semantics,
 * flags and errno are Linux's. Operations may be called from several threads. */
#ifndef SKEP_MAP_H
#define SKEP_MAP_H

#include "base/types.h"

/* What MAP_CREATE was asked for. */
struct skep_map_shape {
	u32 type; /* BPF_MAP_TYPE_... */
	u32 key_size, value_size, max_entries;
	u32 flags; /* BPF_F_... */
};

/* A part of each value that user space neither reads nor writes: locks, timers, pointers. */
struct skep_map_span {
	u32 off, size; /* bytes */
};

struct skep_map_ops;

struct skep_map {
	const struct skep_map_ops *ops;
	struct skep_map_shape shape;
	int file; /* a memory file, borrowed; what lies in it can be mapped by others */
	const struct skep_map_span *spans; /* borrowed, in the order of `off` */
	u32 span_count;
	s32 lock; /* offset of the bpf_spin_lock in a value, -1: there is none */
};

struct skep_map_ops {
	/* Takes memory for the map, whose shape and file are set; -errno. */
	int (*create)(struct skep_map *map, struct skep_map **made);
	void (*destroy)(struct skep_map *map);
	/* The value of a key, borrowed until the element is deleted; NULL: there is none. */
	void *(*lookup)(struct skep_map *map, const void *key);
	int (*update)(struct skep_map *map, const void *key, const void *value, u64 flags);
	int (*remove)(struct skep_map *map, const void *key);
	/* The key behind another one, or the first if that is NULL or gone; -ENOENT at the end. */
	int (*next_key)(struct skep_map *map, const void *key, void *next);
	/* The value that 64-bit immediates name, NULL: they name none. */
	void *(*direct)(struct skep_map *map);
};

/* Makes a map of a type that exists. `like` has shape, file, spans and lock. -errno: -ENOMEM and
 * what the type refuses. The caller owns *map. */
SKEP_MUST_USE int skep_map_new(const struct skep_map *like, struct skep_map **map);
void skep_map_free(struct skep_map *map);

/* Whether elements can be reached, or programs only be verified with it. */
bool skep_map_is_offered(u32 type);

/* Copies the value of a key, its spans as zeros; flags as those of BPF_MAP_LOOKUP_ELEM. -errno. */
int skep_map_read(struct skep_map *map, const void *key, void *value, u64 flags);

/* ---- for the types */

/* Copies a value over another one, leaving the spans of the other as they are. */
void skep_map_copy(const struct skep_map *map, void *to, const void *from);

/* The same while nobody else that takes the value's bpf_spin_lock sees it. */
void skep_map_copy_locked(const struct skep_map *map, void *to, const void *from);

/* -EINVAL for flags of an update that no type takes. */
int skep_map_check_update(const struct skep_map *map, u64 flags);

#endif
