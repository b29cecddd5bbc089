/* SPDX-License-Identifier: BSD-2-Clause */
/* What instructions of a kind become. Private to the room; each appends to the draft, and returns
 * false with the draft's diag set if it cannot. */
#ifndef SKEP_LOWER_REWRITE_H
#define SKEP_LOWER_REWRITE_H

#include "lower/draft.h"

/* Loads: addresses in contexts (memory.c). */
bool skep_rewrite_load(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn);

/* Stores: fields of contexts (memory.c). */
bool skep_rewrite_store(struct skep_draft *d, const struct skep_insn_row *row,
			const struct bpf_insn *insn);

/* What touches an arena, casts, and arithmetic with addresses in it (arena.c). */
bool skep_rewrite_in_arena(struct skep_draft *d, const struct skep_insn_row *row,
			   const struct bpf_insn *insn);
bool skep_rewrite_atomic(struct skep_draft *d, const struct skep_insn_row *row,
			 const struct bpf_insn *insn);
bool skep_rewrite_cast(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn);
bool skep_rewrite_alu(struct skep_draft *d, const struct skep_insn_row *row,
		      const struct bpf_insn *insn);

/* 64-bit immediates: addresses of maps and their values (wide.c). */
bool skep_rewrite_wide(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn);

/* Calls: functions of the kernel by number (call.c). */
bool skep_rewrite_call(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn);

/* The key of 4 bytes that the helper called here is given in r2, *found if the instructions before
 * say it (key.c). */
bool skep_draft_find_key(struct skep_draft *d, u32 *key, bool *found);

/* A lookup in `map`, where that can be done without a call; *done says whether (lookup.c). */
bool skep_rewrite_lookup(struct skep_draft *d, struct skep_map *map, bool *done);

#endif
