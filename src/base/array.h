/* SPDX-License-Identifier: BSD-2-Clause */
/* A growing array: embed `data`, `count` and `room` in a struct of your own and let SKEP_PUSH grow
 *it.
 *
 *	struct { struct op *data; size_t count, room; } ops = {0};
 *	if (!SKEP_PUSH(&ops, op))
 *		return skep_fail_nomem(d);
 *	skep_free(ops.data);
 */
#ifndef SKEP_BASE_ARRAY_H
#define SKEP_BASE_ARRAY_H

#include "base/alloc.h"
#include "base/types.h"

/* Makes room for `count` elements of `size` bytes; doubles. Returns the block, or NULL with *room
 * and the old block as they were. */
SKEP_MUST_USE void *skep_array_reserve(void *data, size_t *room, size_t count, size_t size);

/* Makes room for `n` more elements; false if memory ran out. */
#define SKEP_RESERVE(a, n)                                                                         \
	({                                                                                         \
		typeof(a) a_ = (a);                                                                \
		bool ok_ = a_->room - a_->count >= (size_t)(n);                                    \
		if (!ok_) {                                                                        \
			void *grown_ = skep_array_reserve(a_->data, &a_->room, a_->count + (n),    \
							  sizeof(*a_->data));                      \
			ok_ = grown_ != NULL;                                                      \
			a_->data = ok_ ? grown_ : a_->data;                                        \
		}                                                                                  \
		ok_;                                                                               \
	})

/* Appends one element; false if memory ran out. */
#define SKEP_PUSH(a, element)                                                                      \
	({                                                                                         \
		typeof(a) p_ = (a);                                                                \
		bool pushed_ = SKEP_RESERVE(p_, 1);                                                \
		if (pushed_)                                                                       \
			p_->data[p_->count++] = (element);                                         \
		pushed_;                                                                           \
	})

#endif
