/* SPDX-License-Identifier: BSD-2-Clause */
/* Jumps between labels, and their sizes; the same for every architecture.
 *
 * Code is written once, without its jumps; each jump is a record with a place and a label. When all
 * is written, it is a draft: skep_jit_place finds the jumps' sizes and skep_jit_copy puts
 * everything together. */
#ifndef SKEP_JIT_JUMPS_H
#define SKEP_JIT_JUMPS_H

#include "jit/block.h"

struct skep_jit_debug;

struct skep_jit_label {
	u32 at;	      /* bytes of code before it, jumps not counted */
	u32 branches; /* jumps before it */
};

/* A jump or call that is not in the code. */
struct skep_jit_branch {
	u64 target;   /* a label; or an address, of a call out of the code */
	u32 at;	      /* bytes of code before it, jumps not counted */
	u8 form;      /* the architecture's */
	u8 condition; /* the architecture's */
	u8 operand;   /* the architecture's */
	u8 size;      /* bytes; known once placed */
};

/* What one form of jump takes. One with a short form grows to the long one where the short one does
 * not reach; one without begins, and stays, at `size`. */
struct skep_jit_form {
	u8 size;       /* bytes */
	u8 short_size; /* 0: there is none */
	s64 low, high; /* how far the short one reaches, counted from its end; or a call out */
	bool jumps;    /* need not be there if it goes to what follows anyway */
	bool out;      /* its target is an address */
};

/* Starts as {0}, or with parts of a block. */
struct skep_jit_jumps {
	struct skep_jit_block *block; /* borrowed; NULL: the arrays have memory of their own */
	struct {
		struct skep_jit_branch *data;
		size_t count, room;
	} branches;
	struct {
		struct skep_jit_label *data;
		size_t count, room;
	} labels;
	struct {
		u32 *data; /* once placed: bytes of the jumps before jump i */
		size_t count, room;
	} offsets;
};

/* How much of a block is for this many jumps and labels, and giving them that. */
size_t skep_jit_jumps_size(size_t branches, size_t labels);
void skep_jit_jumps_init(struct skep_jit_jumps *j, struct skep_jit_block *block, size_t branches,
			 size_t labels);
void skep_jit_jumps_fini(struct skep_jit_jumps *j);

/* Makes room for `count` labels, of which *first is the first; they stand nowhere yet, and must
 * before they are jumped to. False if memory ran out. */
SKEP_MUST_USE bool skep_jit_labels(struct skep_jit_jumps *j, u32 count, u32 *first);

/* A label stands behind `at` bytes of code. */
void skep_jit_bind(struct skep_jit_jumps *j, u32 label, size_t at);

/* Writes one jump of its size to `to` and returns what follows it. `distance` counts from its start
 * to its target. */
typedef u8 *skep_jit_put(const struct skep_jit_branch *b, u64 distance, u8 *to);

/* All that has been written; borrowed from the encoder. */
struct skep_jit_draft {
	struct skep_jit_jumps *jumps;
	const u8 *code;			   /* without the jumps */
	size_t count;			   /* bytes of it */
	size_t limit;			   /* bytes of the whole within which all jumps reach */
	const struct skep_jit_form *forms; /* forms[n] belongs to form n */
	skep_jit_put *put;
	u32 callbacks; /* label of the first callback, behind which the others come */
	struct skep_jit_debug *debug; /* NULL: not asked for */
};

/* An upper bound of the size in bytes. */
size_t skep_jit_bound(const struct skep_jit_draft *draft);

/* Decides the size of each jump, and of the whole. Jumps begin short and grow until all reach their
 * targets: the shortest code there is. Were that not done after a fixed number of rounds, they
 * would begin long and shrink, where every state between rounds is right; so the time is linear.
 * False if memory ran out. */
SKEP_MUST_USE bool skep_jit_place(const struct skep_jit_draft *draft, size_t *size);

/* Where a label lies in placed code, counted from its start. */
size_t skep_jit_offset(const struct skep_jit_draft *draft, u32 label);

/* Whether calls out of code of this size at `base` reach their targets. */
bool skep_jit_reaches(const struct skep_jit_draft *draft, u64 base, size_t size);

/* Writes the placed code, which will run at address `base`. */
void skep_jit_copy(const struct skep_jit_draft *draft, u64 base, u8 *to);

#endif
