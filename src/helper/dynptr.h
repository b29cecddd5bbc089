/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory whose size is known when the program runs: what a program's struct bpf_dynptr holds.
 * Programs never look into it. Private to the room. */
#ifndef SKEP_HELPER_DYNPTR_H
#define SKEP_HELPER_DYNPTR_H

#include <assert.h>
#include <linux/bpf.h>

#include "base/types.h"

enum skep_dynptr_kind {
	SKEP_DYNPTR_LOCAL,
	SKEP_DYNPTR_RINGBUF,
	SKEP_DYNPTR_SKB, /* `data` is the context */
	SKEP_DYNPTR_XDP,
	SKEP_DYNPTR_SKB_META,
};

enum { SKEP_DYNPTR_MAX = (1 << 24) - 1 /* bytes */ };

struct skep_dynptr {
	void *data;    /* NULL: it points to nothing */
	u32 kind_size; /* size, kind, and whether it may only be read */
	u32 offset;    /* of the first byte from `data`, or in the packet */
};
static_assert(sizeof(struct skep_dynptr) == sizeof(struct bpf_dynptr), "programs make room for it");

struct skep_dynptr skep_dynptr_point(void *data, enum skep_dynptr_kind kind, u32 size);

#endif
