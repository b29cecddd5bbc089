/* SPDX-License-Identifier: BSD-2-Clause */
/* One run along the path: whether it stays on it, where it leaves it and because of which numbers,
 * and how those were made from the input. Private to the room. */
#ifndef SKEP_REFUTE_FOLLOW_H
#define SKEP_REFUTE_FOLLOW_H

#include "refute/term.h"

/* What an address leads into. */
enum refute_base {
	REFUTE_BASE_NONE,
	REFUTE_BASE_CONTEXT,
	REFUTE_BASE_PACKET,
	REFUTE_BASE_END, /* of the packet: is compared alone */
	REFUTE_BASE_STACK,
	REFUTE_BASE_VALUE, /* of element `which` */
};

/* What is known of a register, or of a slot of the stack, beside its value. */
struct refute_shade {
	u32 term;
	u8 base; /* enum refute_base */
	u8 which;
	bool marked; /* what the refused instruction made, or was made from that */
};

struct refute_slot {
	struct refute_shade shade;
	u8 at, size;	 /* bytes of the slot that the shade is of; size 0: none */
	u32 from_packet; /* 1 + offset in the packet that its first byte was copied from */
};

enum refute_end {
	REFUTE_LOST,	/* it ended somewhere, and nobody knows why */
	REFUTE_LEFT,	/* at a branch, or a helper that failed */
	REFUTE_HELD,	/* it came to the refused instruction, which did no harm */
	REFUTE_TRAPPED, /* there, or by what that made a few instructions later */
};

/* What decides how a run ended: numbers that should be others. */
struct refute_question {
	const struct skep_insn_row *row; /* LEFT: of the jump */
	bool wanted;			 /* LEFT: whether it is to be taken */
	u32 left, right;		 /* terms of what it compares; HELD: of address and size */
	u64 x, y;			 /* the numbers; HELD: the address and the size */
	s64 off;			 /* HELD: what the instruction adds to the address */
	u8 base, which;			 /* HELD: of the address */
};

struct refute_pending {
	s32 helper;	      /* 0: none */
	u32 at;		      /* place on the path */
	s32 element;	      /* that is looked up; -1: none */
	u64 to, offset, size; /* of a copy from the packet */
};

struct refute_follow {
	struct refute_world *world;
	struct refute_choice *choice; /* elements that are asked for are added */
	struct refute_terms terms;
	struct refute_shade regs[SKEP_REGISTERS];
	struct refute_shade kept[SKEP_CALL_FRAMES][4]; /* r6 to r9 */
	struct refute_slot slots[SKEP_CALL_FRAMES * SKEP_STACK_FRAME / 8];
	struct refute_pending pending;
	u32 depth;
	u32 at;	     /* place on the path */
	u32 behind;  /* instructions behind the refused one */
	bool judged; /* the current access is the one in question */
	enum refute_end end;
	struct refute_question question;
	u64 looks; /* instructions of all runs */
	u32 insn;  /* the current one, as the program has it */
};

/* Runs the program on the choice; f->end tells what became of it. False if there can be no run. */
SKEP_MUST_USE bool refute_follow(struct refute_follow *f);

#endif
