/* SPDX-License-Identifier: BSD-2-Clause */
/* The data of a program as text: what an instruction like `r1 = map[NAME][0]+4` points into.
 *
 *	.data greeting "hello\n" 00        text and bytes in hex
 *	.data greeting 00*64               goes on; a byte may be repeated
 *	.data idx:1 deadbeef               data without a name: its index
 *	.map counts                        a map that is only named here
 *
 * Blocks are numbered from 0 in the order of the text, as BPF_PSEUDO_MAP_IDX counts them. */
#ifndef SKEP_ASM_DATA_H
#define SKEP_ASM_DATA_H

#include "asm/names.h"
#include "base/buffer.h"
#include "prog/prog.h"

/* Bytes of data that one text may make. */
enum { SKEP_DATA_LIMIT = 64 << 20 };

struct skep_block {
	const char *name; /* in the text; NULL if it has none */
	u32 length;	  /* bytes */
	bool map;	  /* declared by .map: it has no bytes */
	size_t size;	  /* bytes, which follow those of the blocks before it */
};

struct skep_blocks {
	const char *text; /* borrowed: what places count in */
	struct {
		struct skep_block *data;
		size_t count, room;
	} list;
	struct skep_buffer bytes; /* of all blocks */
	struct skep_names names;
};

/* Starts as {.text = text}. */
void skep_blocks_fini(struct skep_blocks *blocks);

/* Whether a line is a directive: it begins with '.', which no instruction does. */
static inline bool skep_is_directive(const char *at, const char *end)
{
	return at < end && *at == '.';
}

/* Reads one directive; `end` is the end of its line. False with *d set to place and reason. */
SKEP_MUST_USE bool skep_blocks_read(struct skep_blocks *blocks, const char *at, const char *end,
				    struct skep_diag *d);

/* To be called when all is read, before names are looked up. False with *d set if a name stands
 * twice. */
SKEP_MUST_USE bool skep_blocks_close(struct skep_blocks *blocks, struct skep_diag *d);

/* Gives a program its data. False with *d set if memory ran out. */
SKEP_MUST_USE bool skep_blocks_add(const struct skep_blocks *blocks, struct skep_prog *prog,
				   struct skep_diag *d);

/* Appends the data of a program as lines that skep_blocks_read takes. */
void skep_blocks_print(struct skep_buffer *b, const struct skep_prog *prog);

#endif
