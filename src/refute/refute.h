/* SPDX-License-Identifier: BSD-2-Clause */
/* An input with which a program that was refused does what it was refused for: it is run in the
 * checked interpreter and traps. Found by following the path of the refusal, solving its branches
 * backward as far as they are simple, and trying the rest at random; bounded in runs and
 * instructions, never by a clock. What is found is true of this run; that nothing is found says
 * nothing. */
#ifndef SKEP_REFUTE_H
#define SKEP_REFUTE_H

#include "base/arena.h"
#include "map/map.h"
#include "verify/verify.h"

/* All of it borrowed for the call. */
struct skep_refute_input {
	const struct skep_verify_input *in;
	const struct skep_verdict *verdict; /* a refusal with its trail */
	struct skep_map *const *maps;	    /* what in->maps describes; read alone */
	/* As in struct skep_lower_input. */
	u32 (*kfunc)(void *context, const struct bpf_insn *call);
	const char *(*kfunc_name)(void *context, const struct bpf_insn *call);
	void *context;
};

/* An element that must be in a map. */
struct skep_refute_element {
	u32 map; /* number */
	const u8 *key, *value;
	u32 key_size, value_size; /* bytes; of the value those that count: what follows is zero */
};

/* What a field of a packet's context must hold. */
struct skep_refute_field {
	const char *name; /* static storage */
	u64 value;
};

/* What a helper must return. */
struct skep_refute_result {
	u32 insn;
	u64 value;
};

/* All of it lies in the arena that was given. */
struct skep_refutation {
	const u8 *packet; /* with its link-layer header; NULL: the program's type has none */
	u32 packet_size;
	const u8 *context; /* NULL: it is made from the packet, but for `fields` */
	u32 context_size;
	const struct skep_refute_field *fields;
	u32 field_count;
	const struct skep_refute_element *elements;
	u32 element_count;
	const struct skep_refute_result *results;
	u32 result_count;
	u32 insn;	  /* that traps */
	const char *what; /* "reads byte 22 of a packet of 14 bytes" */
};

/* Looks for one; false if none is found. */
SKEP_MUST_USE bool skep_refute(const struct skep_refute_input *in, struct skep_arena *arena,
			       struct skep_refutation *found);

/* Appends it in indented lines: "  it happens: instruction 7 reads byte 22 of a packet of 14, with"
 * and the input below. */
void skep_refutation_print(struct skep_buffer *b, const struct skep_verify_input *in,
			   const struct skep_refutation *r);

#endif
