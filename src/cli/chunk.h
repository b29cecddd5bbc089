/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets of a source in numbers that are worth sharing out: lent by the source where a batch is
 * enough, else copied. One thread. */
#ifndef SKEP_CLI_CHUNK_H
#define SKEP_CLI_CHUNK_H

#include "base/arena.h"
#include "capture/source.h"

struct skep_chunk {
	struct skep_packet *packets;
	s64 *ns; /* time of arrival of each */
	u32 count;
	bool end; /* nothing will follow */
	u32 room; /* of the arrays, where they are the chunk's own */
	bool owns;
	struct skep_arena bytes; /* of packets that were copied */
	struct skep_batch batch; /* as the source lent it */
};

/* Reads the next packets in place of those of before: one batch if `limit` is 0, else up to `limit`
 * of them. False with *d set; what was read before that is there. */
SKEP_MUST_USE bool skep_chunk_fill(struct skep_chunk *c, struct skep_source *source, u32 limit,
				   struct skep_diag *d);

/* Lets a chunk that owns its packets hold them `times` times, one pass behind the other. False with
 * *d set if memory ran out. */
SKEP_MUST_USE bool skep_chunk_repeat(struct skep_chunk *c, u32 times, struct skep_diag *d);

void skep_chunk_fini(struct skep_chunk *c);

#endif
