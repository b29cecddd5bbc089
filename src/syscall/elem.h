/* SPDX-License-Identifier: BSD-2-Clause */
/* Elements of maps as commands reach them: by descriptor, with keys and values in the caller's
 * memory, with a flag at the map that forbids it, and with ids in place of what elements hold. */
#ifndef SKEP_SYSCALL_ELEM_H
#define SKEP_SYSCALL_ELEM_H

#include "syscall/system.h"

/* One call: what it is about, with room for two keys and a value. */
struct skep_elem {
	struct skep_bpf_call *call;
	struct skep_map_entity *entity;
	struct skep_map *map;
	void *key, *value, *other_key; /* in one block, which `key` starts */
	int access;		       /* of the descriptor: O_RDWR and so on */
	u32 key_size;
	u64 value_size; /* of all CPUs in per-CPU maps */
};

/* Finds the map of a descriptor; -errno. skep_elem_fini() in any case. */
int skep_elem_init(struct skep_elem *el, struct skep_bpf_call *call, u32 fd);
void skep_elem_fini(struct skep_elem *el);

/* -EPERM if user space may not do it, or not with this descriptor. */
int skep_elem_check_read(const struct skep_elem *el);
int skep_elem_check_write(const struct skep_elem *el);

/* Whether BPF_F_LOCK is asked of a map that has no lock in its values; -EINVAL. */
int skep_elem_check_lock(const struct skep_elem *el, u64 flags);

/* Copies the key from the caller. Maps without keys take none. */
int skep_elem_read_key(struct skep_elem *el, u64 at);

/* These work on el->key and el->value; -errno as Linux's. */
int skep_elem_get(struct skep_elem *el, u64 flags);
int skep_elem_put(struct skep_elem *el, u64 flags);
int skep_elem_remove(struct skep_elem *el);
int skep_elem_take(struct skep_elem *el, u64 flags);
int skep_elem_next(struct skep_elem *el, const void *key, void *next);

/* ---- maps that hold entities (held.c) */

/* The value of an element is a descriptor when it is written; and an id when it is read. */
int skep_held_get(struct skep_elem *el);
int skep_held_put(struct skep_elem *el, u64 flags);
int skep_held_remove(struct skep_elem *el);

/* Stops using all that the elements name; they are empty then. */
void skep_held_drop(struct skep_map_entity *e);

#endif
