/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects that programs allocate (bpf_obj_new): their memory, who has them, and what lies in them.
 *
 * An object knows its type, which knows what to give back when the last owner drops the object:
 * what its pointers lead to, and what its lists and trees hold. Its memory stays until all sections
 * of readers (rcu.h) that were open are closed. Thread-safe, but for skep_objects_free(). */
#ifndef SKEP_MAP_OBJECT_H
#define SKEP_MAP_OBJECT_H

#include "map/map.h"

/* All objects of a system. */
struct skep_objects;
struct skep_object_type;

/* NULL if memory ran out. */
SKEP_MUST_USE struct skep_objects *skep_objects_new(void);

/* Frees all objects, also those that somebody still has; no program runs any more, and no map is
 * left. NULL is allowed. */
void skep_objects_free(struct skep_objects *objects);

/* How many objects somebody has. */
u64 skep_objects_count(const struct skep_objects *objects);

/* Whether `size` bytes at an address lie in an object, and hold nothing that only functions of the
 * kernel may touch. */
bool skep_objects_allow(struct skep_objects *objects, u64 address, u32 size);

/* Frees the memory of objects that nobody has, if there are many. Not within a section of readers.
 */
void skep_objects_settle(struct skep_objects *objects);

/* What a type is made of. */
struct skep_object_plan {
	u32 size;			   /* bytes */
	u32 cpus;			   /* each has bytes of its own; 0: there is one for all */
	const struct skep_map_span *spans; /* in the order of `off`; copied */
	u32 span_count;
};

/* A type, used until skep_object_type_put(); objects use it as well. NULL if memory ran out. */
SKEP_MUST_USE struct skep_object_type *skep_object_type_new(struct skep_objects *objects,
							    const struct skep_object_plan *plan);
void skep_object_type_put(struct skep_object_type *type);

/* A new object, all zero, whose address is that of its bytes; NULL if memory ran out, or if Linux
 * would not give as many bytes. The caller owns it. */
SKEP_MUST_USE void *skep_object_new(struct skep_object_type *type);

/* One owner more; NULL: nobody has it any more. */
SKEP_MUST_USE void *skep_object_acquire(void *object);

/* One owner less. The last one's drops all that the object owns. */
void skep_object_drop(void *object);

/* The bytes of a CPU; NULL: there is no such CPU. */
void *skep_object_of_cpu(void *object, u32 cpu);

/* Drops what a value owns: afterwards its pointers are NULL, its lists and trees empty. */
void skep_spans_release(const struct skep_map_span *spans, u32 count, void *value);

/* The same for a value of a map, if any of its values can own something. */
static inline void skep_map_drop(const struct skep_map *map, void *value)
{
	if (map->owns)
		skep_spans_release(map->spans, map->span_count, value);
}

#endif
