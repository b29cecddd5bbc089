/* SPDX-License-Identifier: BSD-2-Clause */
/* The patterns of insn.def, in both directions. */
#ifndef SKEP_ASM_PATTERN_H
#define SKEP_ASM_PATTERN_H

#include <linux/bpf.h>

#include "base/buffer.h"
#include "base/types.h"

/* What is written in place of an instruction's numbers; NULL: the numbers. */
struct skep_operand_names {
	const char *target; /* of the jump, call or function address: a label */
	const char *map;    /* that the instruction has by its index */
};

/* Writes an instruction by a pattern. insn[1] is read for a 64-bit immediate alone; `names` may be
 * NULL. */
void skep_pattern_print(struct skep_buffer *b, const char *pattern, const struct bpf_insn *insn,
			const struct skep_operand_names *names);

/* How far a match has come, and the furthest that any pattern came: that is where the text is
 * wrong. Start one with at = start, all else 0, and hand it to one pattern after the other. */
enum { SKEP_EXPECTED = 12 };

struct skep_match {
	const char *at;		 /* where the instruction begins */
	const char *end;	 /* of its text: no blanks before it */
	struct bpf_insn insn[2]; /* the fields that the pattern has */
	const char *label; /* a jump's target by name, NULL if it is a distance; in the text */
	u32 label_length;  /* bytes */
	bool label_in_imm; /* the distance belongs into imm, not off */
	const char *map;   /* a map by name, NULL if there is none or it is an index; in the text */
	u32 map_length;	   /* bytes */

	const char *far;		     /* the furthest failure; NULL before the first */
	u32 far_length;			     /* bytes that are meant */
	char why[160];			     /* what is wrong there; "" if a literal was missing */
	const char *expected[SKEP_EXPECTED]; /* the literals that would have fitted, in patterns */
	u8 expected_length[SKEP_EXPECTED];
	u32 expected_count;
};

/* Whether the text is the pattern, to its end. */
SKEP_MUST_USE bool skep_pattern_match(struct skep_match *m, const char *pattern);

/* Bytes of names and numbers. */
static inline bool skep_is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || c == '.';
}

#endif
