/* SPDX-License-Identifier: BSD-2-Clause */
/* States that have been at an instruction before: what makes the exploration end.
 *
 * A stored state holds what can still matter: live registers and live stack, with ids that stand
 * alone taken out. A path that comes here again with a state that allows no more is not followed:
 * all that could happen to it has been looked at. The exact values of numbers are compared only
 * where they are precise: where they can decide something. Both sets are known beforehand (code.h),
 * so that a stored state is final at once. */
#ifndef SKEP_VERIFY_VISIT_H
#define SKEP_VERIFY_VISIT_H

#include "verify/walk.h"

struct skep_saved_slot {
	u8 number;
	u8 halves;   /* bit 0: bytes 4 to 7 are live, bit 1: bytes 0 to 3 */
	u8 precise;  /* whether its number can decide something */
	u8 bytes[8]; /* enum skep_byte */
	u16 reg;     /* in regs of the checkpoint; valid if a byte needs it */
};

struct skep_saved_frame {
	u32 func, call_site, rounds;
	u8 kind;  /* enum skep_frame_kind */
	u16 regs; /* live registers: bit n is rn; they come first in regs, in their order */
	u16 precise;
	u16 first_reg;		    /* in regs of the checkpoint */
	u16 first_slot, slot_count; /* in slots */
};

struct skep_checkpoint {
	struct skep_checkpoint *next;	/* in the same list */
	struct skep_checkpoint *parent; /* the one before on the path that made it */
	u32 open;			/* ways below it that have not ended; 0: complete */
	u32 signature;			/* differs: cannot be the same */
	u32 hits, misses;
	u32 insn, call_site; /* of the innermost frame */
	u32 depth;
	u32 ref_count;
	u32 rcu, preempt, unrolled, may_gotos;
	u16 reg_count, slot_count;
	bool in_later;
	struct skep_saved_frame *frames; /* these four lie behind the struct, in its block */
	struct skep_ref *refs;
	struct skep_reg *regs;
	struct skep_saved_slot *slots;
};

/* What still matters in each frame of the current state. */
struct skep_view {
	struct skep_vneed need[SKEP_CALL_FRAMES];
	u32 signature; /* of what is the same in equal states */
};

/* Which halves of a slot are in a mask of stack slots: as in struct skep_saved_slot. */
static inline u8 skep_view_halves(const u64 *mask, u32 slot)
{
	return (u8)(mask[slot / 32] >> (2 * (slot % 32)) & 3);
}

/* The list for states at the current instruction, in a function that was called from where the
 * current one was. Others may be in it. */
static inline struct skep_checkpoint **skep_visit_list(const struct skep_walk *w)
{
	return &w->seen[(w->now->insn ^ skep_walk_frame(w)->call_site) % w->code.count];
}

static inline bool skep_visit_is_here(const struct skep_walk *w, const struct skep_checkpoint *c)
{
	return c->insn == w->now->insn && c->call_site == skep_walk_frame(w)->call_site;
}

enum skep_visit { SKEP_VISIT_FAILED, SKEP_VISIT_NEW, SKEP_VISIT_KNOWN };

/* Looks whether the current state has been at its instruction; stores it if not. FAILED: the
 * program is refused, or memory ran out. */
enum skep_visit skep_visit(struct skep_walk *w);

/* Forgets all that was stored. */
void skep_visit_forget(struct skep_walk *w);

/* Frees it. */
void skep_visit_fini(struct skep_walk *w);

#endif
