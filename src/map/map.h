/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps: what each type does with its elements. One file a type, its operations last; semantics,
 * flags and errno are Linux's. Operations may be called from several threads. Who does not keep the
 * map from being freed, as programs do not where they find maps in maps, is between
 * skep_map_read_begin() and skep_map_read_end() (rcu.h). */
#ifndef SKEP_MAP_H
#define SKEP_MAP_H

#include "base/types.h"

/* What MAP_CREATE was asked for. */
struct skep_map_shape {
	u32 type; /* BPF_MAP_TYPE_... */
	u32 key_size, value_size, max_entries;
	u32 flags; /* BPF_F_... */
	u64 extra; /* map_extra */
};

enum skep_span_kind {
	SKEP_SPAN_PLAIN,
	SKEP_SPAN_LOCK,
	/* What owns objects (object.h): */
	SKEP_SPAN_POINTER,
	SKEP_SPAN_LIST,
	SKEP_SPAN_TREE,
};

/* A part of each value that user space neither reads nor writes: locks, timers, pointers. */
struct skep_map_span {
	u32 off, size; /* bytes */
	u32 node;      /* LIST, TREE: where the node lies in an object, bytes */
	u8 kind;       /* enum skep_span_kind */
};

/* Who wants to know that a reader is to be woken; `call` may come from any thread. */
struct skep_map_waker {
	void (*call)(void *context); /* NULL: nobody */
	void *context;
};

struct skep_map_ops;
struct skep_map_layout;

struct skep_map {
	const struct skep_map_ops *ops;
	struct skep_map_shape shape;
	int file; /* a memory file, borrowed; what lies in it can be mapped by others */
	u32 cpus; /* of the system: per-CPU types have a value for each; at least 1 */
	const struct skep_map_span *spans; /* borrowed, in the order of `off` */
	u32 span_count;
	bool owns;		     /* a span is of a kind that owns objects */
	s32 lock;		     /* offset of the bpf_spin_lock in a value, -1: there is none */
	struct skep_map_waker waker; /* of ring buffers; set before programs run */
};

/* What an element of a map of maps, programs, events, devices or CPUs holds. */
struct skep_map_held {
	/* A struct skep_map, struct skep_code or struct skep_perf_ring; of devices and CPUs the
	 * code that runs there, or NULL. */
	void *object;
	void *owner; /* the caller's own, for those who read the map; NULL if object is */
	u64 value;   /* of devices and CPUs: the value that is read, program's id included */
};

/* Called with each element; false ends the walk. */
typedef bool skep_map_visit(void *context, const void *key, void *value);

/* Operations that a type does not have are NULL. */
struct skep_map_ops {
	/* Takes memory for the map, whose shape and file are set; -errno. */
	int (*create)(struct skep_map *map, struct skep_map **made);
	void (*destroy)(struct skep_map *map);

	/* ---- as programs do it */

	/* The value of a key, borrowed until the element is deleted; NULL: there is none. In maps
	 * of maps the inner struct skep_map. Of all types that have values but the per-CPU ones. */
	void *(*lookup)(struct skep_map *map, const void *key);
	/* Per-CPU types: the value of one CPU; NULL also for a CPU that the system has not. */
	void *(*lookup_cpu)(struct skep_map *map, const void *key, u32 cpu);
	int (*update)(struct skep_map *map, const void *key, const void *value, u64 flags);
	/* Per-CPU types: writes one CPU's value; those of a new element's other CPUs are zero. */
	int (*update_cpu)(struct skep_map *map, const void *key, const void *value, u64 flags,
			  u32 cpu);
	int (*remove)(struct skep_map *map, const void *key);
	/* Queue, stack, bloom filter (which has no pop, and whose peek asks for *value). */
	int (*push)(struct skep_map *map, const void *value, u64 flags);
	int (*pop)(struct skep_map *map, void *value);
	int (*peek)(struct skep_map *map, void *value);
	/* bpf_for_each_map_elem(): how many elements were visited. Per-CPU types show the value of
	 * `cpu`. The caller has checked that the helper takes the type. */
	u64 (*for_each)(struct skep_map *map, skep_map_visit *visit, void *context, u32 cpu);
	/* What a 64-bit immediate that names the map holds; NULL: the struct skep_map. Prog arrays:
	 * a struct skep_prog_table. Use skep_map_handle(). */
	u64 (*handle)(struct skep_map *map);
	/* The value that 64-bit immediates name (BPF_PSEUDO_MAP_VALUE), NULL: they name none. */
	void *(*direct)(struct skep_map *map);
	/* See layout.h. */
	void (*layout)(struct skep_map *map, struct skep_map_layout *layout);

	/* ---- as user space does it */

	/* The key behind another one, or the first if that is NULL or gone; -ENOENT at the end. */
	int (*next_key)(struct skep_map *map, const void *key, void *next);
	/* For batches that go on at a position instead of a key: the key of the element there or
	 * behind it; *position is behind that then. It begins with 0. -ENOENT at the end. */
	int (*batch_key)(struct skep_map *map, u32 *position, void *key);
	/* lookup, or lookup_cpu, that is no use of the element: LRU types alone differ. */
	void *(*glance)(struct skep_map *map, const void *key, u32 cpu);
	/* Per-CPU types: writes the values of all CPUs, each on a multiple of 8 bytes. */
	int (*update_all)(struct skep_map *map, const void *key, const void *values, u64 flags);
	/* Reads an element and removes it; `values` as skep_map_read() gives them. */
	int (*take)(struct skep_map *map, const void *key, void *values, u64 flags);

	/* ---- maps, programs and events in elements: instead of update and remove */

	/* Puts something into an element. *old is the owner of what was there, or NULL; programs
	 * may use its object until skep_map_read_wait(). Nobody else changes the map meanwhile.
	 * `held` NULL: only whether key and flags allow it. */
	int (*hold)(struct skep_map *map, const void *key, const struct skep_map_held *held,
		    u64 flags, void **old);
	int (*release)(struct skep_map *map, const void *key, void **old);
	/* What an element holds; false: nothing. Also for who redirects a packet. */
	bool (*held)(struct skep_map *map, const void *key, struct skep_map_held *held);
};

/* Makes a map of a type that exists. `like` has shape, file, cpus, spans, owns and lock. -errno:
 * -ENOMEM and what the type refuses. The caller owns *map. */
SKEP_MUST_USE int skep_map_new(const struct skep_map *like, struct skep_map **map);

/* Frees a map that no program can reach any more. */
void skep_map_free(struct skep_map *map);

/* Whether elements can be reached, or programs only be verified with it. */
bool skep_map_is_offered(u32 type);

/* What a program's 64-bit immediate that names the map holds. */
u64 skep_map_handle(struct skep_map *map);

/* Bytes of a value as user space reads and writes it: of all CPUs, for per-CPU types. */
u64 skep_map_user_size(const struct skep_map *map);

/* Copies the value of a key, its spans as zeros; flags as those of BPF_MAP_LOOKUP_ELEM. -errno. */
int skep_map_read(struct skep_map *map, const void *key, void *value, u64 flags);

/* Writes a value as user space does it, flags as those of BPF_MAP_UPDATE_ELEM. -errno. */
int skep_map_write(struct skep_map *map, const void *key, const void *value, u64 flags);

/* Whether the host has a NUMA node of that number; -1: any will do. */
bool skep_map_is_node(s32 node);

/* ---- for the types */

/* Copies a value over another one, leaving the spans of the other as they are. */
void skep_map_copy(const struct skep_map *map, void *to, const void *from);

/* The same while nobody else that takes the value's bpf_spin_lock sees it. */
void skep_map_copy_locked(const struct skep_map *map, void *to, const void *from);

/* Copies a value out, its spans as zeros; with BPF_F_LOCK while nobody else that takes its
 * bpf_spin_lock writes it. */
void skep_map_load(const struct skep_map *map, void *to, void *from, u64 flags);

/* -EINVAL for flags of an update that no type takes. */
int skep_map_check_update(const struct skep_map *map, u64 flags);

#endif
