/* SPDX-License-Identifier: BSD-2-Clause */
/* A map as programs see it when they are verified and made runnable: its shape, not its contents.
 */
#ifndef SKEP_PROG_MAP_H
#define SKEP_PROG_MAP_H

#include "base/types.h"

struct btf;

/* Parts of a value that only helpers may touch. */
enum skep_special_kind {
	SKEP_SPECIAL_SPIN_LOCK,
	SKEP_SPECIAL_RES_SPIN_LOCK,
	SKEP_SPECIAL_TIMER,
	SKEP_SPECIAL_WORKQUEUE,
	SKEP_SPECIAL_TASK_WORK,
	SKEP_SPECIAL_KPTR_UNTRUSTED,
	SKEP_SPECIAL_KPTR, /* owned by the map */
	SKEP_SPECIAL_KPTR_PERCPU,
	SKEP_SPECIAL_LIST_HEAD,
	SKEP_SPECIAL_LIST_NODE,
	SKEP_SPECIAL_RB_ROOT,
	SKEP_SPECIAL_RB_NODE,
	SKEP_SPECIAL_REFCOUNT,
};

struct skep_special {
	u8 kind;     /* enum skep_special_kind */
	u32 off;     /* bytes from the value's start */
	u32 size;    /* bytes */
	u32 type_id; /* BTF: what a kptr points to, of what a list or tree has nodes; 0: nothing */
	u32 node;    /* LIST_HEAD, RB_ROOT: where the node lies in that, bytes */
};

struct skep_map_desc {
	const char *name;
	u32 type; /* BPF_MAP_TYPE_... */
	u32 key_size, value_size, max_entries;
	u32 flags;		   /* BPF_F_... */
	bool frozen;		   /* bpf(BPF_MAP_FREEZE): user space writes no more */
	const void *contents;	   /* value 0, where it can be named and is readable; NULL */
	u64 user_start, user_size; /* where user space has an arena, bytes; 0: nowhere yet */
	const struct skep_map_desc *inner; /* of a map of maps: what all its maps look like */
	const struct btf *btf;		   /* types of key and value; NULL: none */
	u32 key_type, value_type;
	const struct skep_special *specials; /* in the order of `off` */
	u32 special_count;
};

#endif
