/* SPDX-License-Identifier: BSD-2-Clause */
/* Private to the emitter of classic BPF (emit_classic*.c): what it knows at one point of the
 * program, and how it brings a value into A or X. */
#ifndef SKEP_FILTER_EMIT_CLASSIC_H
#define SKEP_FILTER_EMIT_CLASSIC_H

#include "filter/plan.h"

enum { SKEP_NO_VALUE = UINT32_MAX };

/* Which values A, X and the scratch words hold, or SKEP_NO_VALUE. */
struct skep_classic_state {
	skep_vid a, x;
	skep_vid m[BPF_MEMWORDS];
};

/* A store that is for later steps. */
struct skep_classic_kept {
	u32 insn; /* index into code */
	skep_vid value;
};

struct skep_classic {
	struct skep_plan plan;
	struct skep_diag *diag;
	bool failed; /* diag is set */
	u32 at;	     /* position of the step in hand */

	struct {
		struct sock_filter *data;
		size_t count, room;
	} code; /* bodies of all steps, without their jumps; owned */

	struct {
		struct skep_classic_kept *data;
		size_t count, room;
	} kept; /* owned */

	struct skep_classic_state now;
	u16 busy;	/* scratch words that hold an operand of the expression in hand */
	u32 *cost;	/* by value: instructions that make it; in the arena */
	bool *reloaded; /* by value: some scratch word is read for it */
	u8 *slot;	/* by value: 1 + the scratch word that held it last */
};

/* --- emit_classic_code.c */
void skep_classic_put(struct skep_classic *c, u16 code, u32 k);

/* The scratch word that holds v, or BPF_MEMWORDS; whether word i may be given away, `evict` also if
 * a later step needs what it holds. */
u32 skep_classic_find_scratch(const struct skep_classic *c, skep_vid v);
bool skep_classic_is_free(const struct skep_classic *c, u32 i, bool evict);

/* A scratch word that is free, and is marked busy; 0 with c->failed if there is none. */
u32 skep_classic_scratch(struct skep_classic *c);

/* --- emit_classic_value.c */

/* Brings value v into A (X may change) or into X (A may change). */
void skep_classic_to_a(struct skep_classic *c, skep_vid v);
void skep_classic_to_x(struct skep_classic *c, skep_vid v);

/* Brings a into A and b into X. */
void skep_classic_to_ax(struct skep_classic *c, skep_vid a, skep_vid b);

/* Whether v is (byte & 15) * 4, which one instruction brings into X; *at = place of the byte. */
bool skep_classic_is_header_length(const struct skep_graph *g, skep_vid v, u32 *at);

/* --- emit_classic_chain.c: the walk of protochain into A; X holds the place of the network header.
 */
void skep_classic_chain(struct skep_classic *c, skep_vid v);

#endif
