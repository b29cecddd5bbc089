/* SPDX-License-Identifier: BSD-2-Clause */
/* What is needed before each instruction: registers and stack slots that are still read, and those
 * whose value can ever decide something. Functions are done callees first; each in four steps, with
 * what a file says at its head:
 *
 *   live_block.c   runs of instructions without a jump between them, and who follows whom
 *   live_value.c   forward: what a register may hold, above all which address of a stack
 *   live_effect.c  what each instruction reads, overwrites and hands on, as a row of masks
 *   live.c         backward: what is needed, from those rows alone
 *
 * What a function does with its callers' stacks is a summary, which its callers' rows use. */
#ifndef SKEP_VERIFY_LIVE_H
#define SKEP_VERIFY_LIVE_H

#include "verify/code.h"
#include "verify/slots.h"

enum { SKEP_LIVE_ARGS = 5 };	     /* r1 to r5 */
enum { SKEP_LIVE_CLOBBERED = 0x3f }; /* registers that a call overwrites: r0 to r5 */
enum { SKEP_LIVE_ARG_REGS = 0x3e };  /* r1 to r5 */
enum { SKEP_LIVE_SPILLS = SKEP_STACK_FRAME / 8 };

/* ---- blocks */

struct skep_block {
	u32 start, end; /* slots: first, and behind the last */
	u32 next[2];	/* blocks */
	u32 first_pred; /* in preds */
	u16 next_count;
	u32 pred_count;
};

/* ---- values */

/* Besides enum skep_vmay. */
enum { SKEP_MAY_OWN = 1 << 4 };	   /* pointer into the stack of the function itself */
enum { SKEP_MAY_CALLER = 1 << 5 }; /* ... of a caller */
enum { SKEP_MAY_POINT = SKEP_VMAY_CONTEXT | SKEP_VMAY_MEMORY | SKEP_VMAY_OBJECT };

enum skep_value_kind {
	SKEP_VALUE_ANY,	     /* no more is known than `may` */
	SKEP_VALUE_NUMBER,   /* this number */
	SKEP_VALUE_MAP,	     /* the map that the 64-bit immediate at this slot names */
	SKEP_VALUE_FUNCTION, /* the function of this number */
	SKEP_VALUE_FRAME,    /* r10 + number */
	/* Of these two the rest holds if it is the address of a stack; it may be anything else. */
	SKEP_VALUE_ARG,	 /* what r1 + arg held at the function's start, + number */
	SKEP_VALUE_NEAR, /* ... + anything */
};

struct skep_value {
	u8 may; /* enum skep_vmay and the two above; 0: nothing that may be read */
	u8 kind;
	u8 arg;
	s32 number;
};

struct skep_values {
	struct skep_value r[SKEP_REGISTERS]; /* r10 is never anything else than its frame */
};

/* ---- effects */

enum skep_effect_how {
	SKEP_EFFECT_READS = 1 << 0,   /* the slots at `at` are read */
	SKEP_EFFECT_WRITES = 1 << 1,  /* ... are overwritten, where the access covers them */
	SKEP_EFFECT_WHOLE = 1 << 2,   /* the access is anywhere in the frame */
	SKEP_EFFECT_ALWAYS = 1 << 3,  /* what is written goes to where it matters, out of here */
	SKEP_EFFECT_CALL = 1 << 4,    /* `call` has the slots */
	SKEP_EFFECT_UPDATES = 1 << 6, /* ... and become something that depends on all of them */
	SKEP_EFFECT_EXIT = 1 << 5,    /* r0 is what the function's callers are given */
	SKEP_EFFECT_OUTSIDE = 1 << 7, /* `read` says what of the callers' stacks is loaded */
};

/* Registers as masks. */
struct skep_effect {
	u16 use;  /* read */
	u16 def;  /* overwritten */
	u16 from; /* read, and what is written depends on it */
	u16 gen;  /* read, and its value decides something here and now */
	s16 at;	  /* bytes from r10: where memory is touched */
	u8 size;  /* bytes; 0: no memory of this frame */
	u8 how;	  /* enum skep_effect_how */
	union {
		u32 call; /* in call_effects */
		u32 read; /* in outside_reads */
	};
};

/* Bytes behind a value. */
struct skep_outside_read {
	struct skep_value base;
	s16 from;
	u8 size;
};

struct skep_call_effect {
	struct skep_slots read, kill, precise;
	s32 callee;			     /* as skep_live_callee has it */
	struct skep_value r[SKEP_LIVE_ARGS]; /* r1 to r5 */
};

/* Bytes of the callers' stacks, behind what r1 + i held at a function's start. */
enum { SKEP_REACH = SKEP_STACK_FRAME, SKEP_REACH_WORDS = 2 * SKEP_REACH / 4 / 64 };
struct skep_reach {
	bool any;  /* anything at all */
	bool grew; /* there is more than before: for whoever clears it */
	u64 at[SKEP_LIVE_ARGS][SKEP_REACH_WORDS]; /* bit n: bytes 4n - SKEP_REACH to 4n + 3 -
						   * SKEP_REACH; all bits: anywhere */
};

/* A function's summary, and what is found out of its stack meanwhile. */
struct skep_live_func {
	u32 first_block, end_block;
	bool done;		   /* its summary is whole */
	struct skep_reach read;	   /* what it reads, */
	struct skep_reach precise; /* of that, what may decide something, */
	struct skep_reach outer;   /* and what may once it is done, or for its callers */
	bool waits;		   /* stores what may decide something once more of it is known */
	u8 result;		   /* what r0 may be at its end, but no address of a stack */
	u16 args[2];		   /* of r1 to r5, which are precise at its start; [1]: if r0 is
				    * precise at its end */
	bool result_matters;	   /* r0 is precise at its end */
	u8 outside;		   /* what it may store into its callers' stacks */
	bool finds;		   /* there may be addresses of stacks in those */
	struct skep_value stored[SKEP_LIVE_SPILLS]; /* what each eight bytes of its stack may hold
						     * but numbers */
	bool kept;  /* its stack may be read behind its back: all of it is live */
	bool keeps; /* so may its callers', because of what it calls */
};

struct skep_live {
	struct skep_vcode *c;
	struct skep_block *blocks;
	u32 block_count;
	u32 *preds;
	u32 *block_at;		   /* of a slot that starts a block */
	struct skep_values *entry; /* at the start of each block */
	struct skep_effect *effects;
	struct skep_call_effect *call_effects;
	u32 call_count;
	struct skep_outside_read *outside_reads;
	u32 read_count;
	struct skep_live_func *funcs;
	u8 *order;  /* functions, callees first */
	u32 *queue; /* of struct skep_ring, room for all blocks */
	bool *queued;
	bool result_matters; /* what SKEP_EFFECT_EXIT asks for now */
	const u8 *decided;   /* by slot: jumps that decide something; NULL: all do */
	bool kept;	     /* the stack of the function that is looked at now */
};

/* Blocks of one function that are to be looked at, each at most once. */
struct skep_ring {
	struct skep_live *l;
	u32 room; /* blocks of the function */
	u32 head, count;
};

static inline void skep_ring_push(struct skep_ring *q, u32 block)
{
	u32 at = q->head + q->count;

	if (q->l->queued[block])
		return;
	q->l->queued[block] = true;
	q->l->queue[at < q->room ? at : at - q->room] = block;
	q->count++;
}

static inline u32 skep_ring_pop(struct skep_ring *q)
{
	u32 block = q->l->queue[q->head];

	q->head = q->head + 1 == q->room ? 0 : q->head + 1;
	q->count--;
	q->l->queued[block] = false;
	return block;
}

/* blocks, preds, block_at, the functions' ranges of blocks, and order. False: memory ran out. */
SKEP_MUST_USE bool skep_live_blocks(struct skep_live *l, struct skep_arena *arena);

/* entry of a function's blocks; stored, outside of the function. */
void skep_live_values(struct skep_live *l, u32 func);

/* Makes *v what it is behind an instruction. */
void skep_live_step(struct skep_live *l, struct skep_values *v, u32 slot);

/* What a function's own stack may hold but numbers. */
u8 skep_live_stored(const struct skep_live_func *f);

/* Whether a function is verified on its own: how many arguments it takes; -1: it is not. */
s32 skep_live_global(const struct skep_live *l, u32 func);

/* effects, and the function's summary but for what of it needs to be precise. */
void skep_live_effects(struct skep_live *l, u32 func);

/* What the function or functions that a call at a slot runs do, if it runs any of the program:
 * the number of the function, or one of these. */
enum { SKEP_CALLEE_NONE = -1, SKEP_CALLEE_UNKNOWN = -2 };
s32 skep_live_callee(const struct skep_live *l, const struct skep_values *v, u32 slot);

/* The register that gets what an atomic access finds in memory, -1 for none. */
s32 skep_live_atomic_result(const struct skep_vinsn *insn);

/* What a kernel call is described as; the worst if nobody says. */
struct skep_vcall skep_live_call(const struct skep_live *l, const struct skep_vinsn *insn);

/* live_regs, live_stack, precise_regs, precise_stack of c. */
SKEP_MUST_USE bool skep_live(struct skep_vcode *c, struct skep_arena *arena, struct skep_diag *d);

/* The same if jumps that are not in `decided` (by slot) decide nothing; into the arrays that c has,
 * if it has any. */
SKEP_MUST_USE bool skep_live_decided(struct skep_vcode *c, const u8 *decided,
				     struct skep_arena *arena, struct skep_diag *d);

#endif
