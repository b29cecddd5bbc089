/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory of one compilation: one block, the size of which is guessed before, with a part for each
 * array. malloc keeps one block for the next compilation; several large ones it would give back to
 * the system each time, and the page faults would cost more than what is written into them. An
 * array that outgrows its part moves out of the block. */
#ifndef SKEP_JIT_BLOCK_H
#define SKEP_JIT_BLOCK_H

#include "base/types.h"

struct skep_jit_block {
	u8 *at; /* owned; not zeroed */
	size_t size, used;
};

/* False if memory ran out. */
SKEP_MUST_USE bool skep_jit_block_init(struct skep_jit_block *b, size_t size);
void skep_jit_block_fini(struct skep_jit_block *b);

/* Room for `count` elements of `size` bytes and 8-byte alignment at most, borrowed until
 * skep_jit_block_fini; NULL if there is not so much left. */
void *skep_jit_block_take(struct skep_jit_block *b, size_t count, size_t size);

/* Of an array: elements in use and to be added, bytes of each. */
struct skep_jit_growth {
	size_t used, more, size;
};

/* Makes room in an array, the data of which may be a part of the block, or its own. Returns its
 * data, or NULL if memory ran out, all being as it was. */
SKEP_MUST_USE void *skep_jit_array_grow(const struct skep_jit_block *b, void *data, size_t *room,
					struct skep_jit_growth growth);

/* Frees the data of an array if it is its own. */
void skep_jit_array_free(const struct skep_jit_block *b, void *data);

/* Gives an array { data, count, room } its part. */
#define SKEP_JIT_PART(b, a, n)                                                                     \
	({                                                                                         \
		typeof(a) part_ = (a);                                                             \
		part_->data = skep_jit_block_take((b), (n), sizeof(*part_->data));                 \
		part_->room = part_->data ? (n) : 0;                                               \
	})

/* As SKEP_RESERVE and SKEP_PUSH of base/array.h. */
#define SKEP_JIT_RESERVE(b, a, n)                                                                  \
	({                                                                                         \
		typeof(a) a_ = (a);                                                                \
		bool ok_ = a_->room - a_->count >= (size_t)(n);                                    \
		if (!ok_) {                                                                        \
			void *grown_ = skep_jit_array_grow(                                        \
			    (b), a_->data, &a_->room,                                              \
			    (struct skep_jit_growth){a_->count, (n), sizeof(*a_->data)});          \
			ok_ = grown_ != NULL;                                                      \
			a_->data = ok_ ? grown_ : a_->data;                                        \
		}                                                                                  \
		ok_;                                                                               \
	})
#define SKEP_JIT_PUSH(b, a, element)                                                               \
	({                                                                                         \
		typeof(a) p_ = (a);                                                                \
		bool pushed_ = SKEP_JIT_RESERVE((b), p_, 1);                                       \
		if (pushed_)                                                                       \
			p_->data[p_->count++] = (element);                                         \
		pushed_;                                                                           \
	})

#endif
