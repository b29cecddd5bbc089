/* SPDX-License-Identifier: BSD-2-Clause */
/* The exploration of a program's paths, as the files of the rule families share it.
 *
 * Files call each other in one direction, from the loop down:
 *
 *   walk -> visit, frame -> branch, alu, call -> access -> stack, packet, value, context -> refuse
 *
 * A rule works on the current state, w->now, and returns false when the program is refused (the
 * diag is filled) or memory ran out. */
#ifndef SKEP_VERIFY_WALK_H
#define SKEP_VERIFY_WALK_H

#include "base/arena.h"
#include "base/diag.h"
#include "verify/code.h"
#include "verify/state.h"
#include "verify/verify.h"

enum {
	SKEP_MAX_ERRNO = 4095, /* errors are -4095 to -1 */
	SKEP_MAX_OFFSET =
	    1 << 29,		  /* pointers: what may be added to them (Linux: BPF_MAX_VAR_OFF) */
	SKEP_MAX_PACKET = 0xffff, /* bytes of a packet that may be proven (MAX_PACKET_OFF) */
	SKEP_BUDGET = 1000000,	  /* instructions visited (BPF_COMPLEXITY_LIMIT_INSNS) */
	SKEP_PENDING = 8192,	  /* branches not yet followed (BPF_COMPLEXITY_LIMIT_JMP_SEQ) */
};

/* What a function may do, whatever its state. */
enum skep_func_effect {
	SKEP_FUNC_MOVES_PACKET = 1 << 0,
	SKEP_FUNC_SLEEPS = 1 << 1,
	SKEP_FUNC_LATER = 1 << 7, /* it runs when the program has ended */
};

struct skep_walk;
struct skep_kfunc;
struct skep_local;
struct skep_ranks;
struct skep_undecided;

/* Who is told of every instruction, before it is done and after. */
struct skep_watch {
	void *data;
	void (*before)(struct skep_walk *w, void *data);
	void (*after)(struct skep_walk *w, void *data);
};

/* What is taken for granted at an instruction, to see whether a check there would help; or that
 * paths that are refused there have been told of. */
struct skep_assumption {
	u32 insn;
	u32 reg;
	u8 kind;       /* enum skep_assume */
	bool narrowed; /* of an OFFSET: made smaller for an access behind it */
	u64 low, high; /* NUMBER: its range; PACKET: `high` bytes proven */
};
enum skep_assume {
	SKEP_ASSUME_NUMBER,
	SKEP_ASSUME_OFFSET,
	SKEP_ASSUME_ADDED,
	SKEP_ASSUME_PACKET,
	SKEP_ASSUME_NOT_NULL,
	SKEP_ASSUME_TOLD, /* who is refused at the instruction has come to its end */
};

/* What registers that are kept around calls take of a function's stack: fastcall.h. */
struct skep_fast_frame {
	u16 rest;   /* bytes that the function needs besides */
	u16 others; /* bytes that are touched by anything else */
	bool drops; /* some of it is left out */
	bool keeps; /* some of it is not */
};

struct skep_walk {
	const struct skep_verify_input *in;
	const struct skep_verify_options *options;
	struct skep_verdict *verdict;
	struct skep_diag *d;
	struct skep_arena arena; /* steps and checkpoints */
	struct skep_vcode code;
	struct skep_pool pool;
	struct skep_vstate *now;
	struct {
		struct skep_vstate **data;
		size_t count, room;
	} pending;			  /* states still to be followed, owned */
	struct skep_checkpoint **seen;	  /* lists of states that were somewhere: visit.h */
	struct skep_checkpoint *unlisted; /* states that were, and are of no use */
	u64 listed;			  /* states in `seen` */
	u32 ids;			  /* the last identity given out */
	u64 visited, jumps;		  /* instructions, and those of them that were jumps */
	struct skep_ranks *ranks;	  /* why loops end; NULL: they are simulated */
	struct skep_undecided *undecided; /* NULL: no loop ends by itself */
	u64 visited_then, jumps_then;	  /* when the last state was stored */
	u16 *stack_depth;		  /* by function: bytes of its own frame */
	struct {
		struct skep_fast_frame *frames; /* by function */
		bool *inside; /* by slot: a store or a load of a register that is kept */
	} fastcall;
	u8 *func_does; /* by function: enum skep_func_effect, its own and what it calls has */
	const struct skep_kfunc **kfuncs; /* by slot: what the kernel function is that was called
					   * there; NULL: not known yet */
	struct skep_local *locals;	  /* types of objects that the program allocates */
	u32 missing; /* 1 + the slot of a call of a function that the kernel does not have; 0: none
		      */
	const struct skep_map_desc *arena_map; /* the program's; NULL: none */
	u32 handler_start, handler;	/* of exceptions: its first slot, and its number; 0: none */
	u32 *throws;			/* by function: 1 + the slot of its first bpf_throw */
	bool *backs;			/* by function: it is called back, or the handler */
	bool *called, *verified;	/* by function: global ones that are called; gone through */
	bool leaks;			/* pointers may become numbers: CAP_PERFMON */
	bool uninit_stack;		/* stack may be read before it is written: CAP_PERFMON */
	bool capable;			/* CAP_BPF */
	bool strict;			/* alignment matters */
	const struct skep_watch *watch; /* NULL: nobody */
	const struct skep_step *const
	    *replay;	   /* not NULL: only this path is followed, decision by decision */
	u64 replay_length; /* instructions until it ends */
	u32 replay_at;	   /* the next decision */
	u32 root;	   /* the function that is gone through */
	const struct skep_assumption *assumptions;
	u32 assumption_count;
	struct skep_assumption
	    need;  /* what would have helped, of the newest refusal; `high` 0: not known */
	u32 blame; /* the register that was looked at last */
};

/* ---- refuse.c */

/* Refuses the program at the current instruction. Returns false. */
SKEP_COLD SKEP_PRINTF(3, 4) bool skep_refuse(struct skep_walk *w, enum skep_rule rule,
					     const char *what, ...);

/* ---- describe.c */

/* The struct that a pointer leads to, "" where there is none or it has no name. */
const char *skep_reg_struct(const struct skep_reg *r);

/* ---- paths.c: where a path can go on in more than one way */

static inline u32 skep_walk_id(struct skep_walk *w)
{
	return ++w->ids;
}

static inline struct skep_frame *skep_walk_frame(const struct skep_walk *w)
{
	return skep_state_frame(w->now);
}

static inline struct skep_reg *skep_walk_reg(const struct skep_walk *w, u32 number)
{
	return &skep_walk_frame(w)->r[number];
}

static inline const struct skep_vinsn *skep_walk_insn(const struct skep_walk *w)
{
	return &w->code.insns[w->now->insn];
}

static inline struct skep_fact *skep_walk_fact(const struct skep_walk *w)
{
	return &w->verdict->facts[w->now->insn];
}

/* Puts a copy of the current state aside, to be followed from `insn` later; `choice` tells it from
 * the way the current state takes (0). Returns it for changes, or NULL. */
SKEP_MUST_USE struct skep_vstate *skep_path_fork(struct skep_walk *w, u32 insn, u32 choice);

/* Notes what was forgotten on a way that was just forked. */
SKEP_MUST_USE bool skep_path_forgot(struct skep_walk *w, struct skep_vstate *other,
				    const struct skep_forgotten *forgotten);

/* Takes the last fork back: only the other way is gone (`other`), or only the one that went on. */
void skep_path_unfork(struct skep_walk *w, bool other);

/* A way that was just forked is a path of its own: nothing before it waits for its end. */
void skep_path_detach(struct skep_vstate *s);

/* The current path has come to its end: w->now becomes the newest that waits, or NULL. */
void skep_path_end(struct skep_walk *w);

/* ---- facts.c: what is noted of the current instruction */

/* It touches memory through a register. Returns the kind that it touched on another path, enum
 * skep_reg_type, if one instruction may not touch both; else SKEP_REG_NONE. */
u32 skep_fact_memory(struct skep_walk *w, const struct skep_reg *r);

/* A map is used; NULL: none is. */
void skep_fact_map(struct skep_walk *w, const struct skep_map_desc *map);

/* What it loads or is given is a number, if it is known. */
void skep_fact_value(struct skep_walk *w, bool known, u64 value);

/* A helper is given a key of `size` bytes, which may be read. */
void skep_fact_key(struct skep_walk *w, const struct skep_reg *r, u32 size);

void skep_fact_divisor(struct skep_walk *w, const struct skep_vinsn *i,
		       const struct skep_scalar *divisor);

/* Makes of what was noted what is true on all paths. */
void skep_facts_settle(struct skep_fact *facts, u32 count);

/* ---- ends.c: loops that need not be simulated, as long as w->ranks is there */

/* Whether all loops that the current path is in come to their ends because of their counters: a
 * state that allows as much as one of which the future is not known yet need not be followed. */
bool skep_loops_end(const struct skep_walk *w);

/* Looks at the counter of the loop that the current instruction is the head of, if it is one. False
 * if the exploration has relied on it, and it is none: the program is refused. */
SKEP_MUST_USE bool skep_loop_head(struct skep_walk *w);

/* Bytes of a frame's stack, from r10 + low to r10 + high, are written by the current instruction.
 * The same. */
SKEP_MUST_USE bool skep_loop_write(struct skep_walk *w, const struct skep_frame *f, s32 low,
				   s32 high);

/* ---- refs.c: what has to be given back, and what may be NULL */

/* Takes a reference; returns its id, 0 if the state has no room (the program is refused). */
SKEP_MUST_USE u32 skep_ref_take(struct skep_walk *w);

/* The same for one that is described already. */
SKEP_MUST_USE bool skep_ref_hold(struct skep_walk *w, struct skep_ref ref);

/* Forgets refs[at]. */
void skep_ref_forget(struct skep_vstate *s, u32 at);

/* Forgets a reference, and all registers got with it. */
void skep_ref_drop(struct skep_vstate *s, u32 id);
SKEP_MUST_USE bool skep_ref_release(struct skep_walk *w, u32 id);

/* Whether a spin lock is held. */
static inline bool skep_ref_locked(const struct skep_vstate *s)
{
	for (u32 i = 0; i < s->ref_count; i++)
		if (skep_ref_is_lock(&s->refs[i]))
			return true;
	return false;
}

/* Whether nothing may sleep: under the RCU read lock, without preemption or interrupts. */
static inline bool skep_ref_sleepless(const struct skep_vstate *s)
{
	for (u32 i = 0; i < s->ref_count; i++)
		if (s->refs[i].kind == SKEP_REF_IRQ)
			return true;
	return s->rcu || s->preempt;
}

/* Whether nothing is left to be given back where `what` happens. */
SKEP_MUST_USE bool skep_ref_none(struct skep_walk *w, const char *what);

/* A pointer that was not NULL. */
void skep_reg_not_null(struct skep_reg *r);

/* ---- registers */

/* Whether a register may be read; refuses if not. */
SKEP_MUST_USE bool skep_reg_readable(struct skep_walk *w, u32 number);

/* Makes r<number> writable, and forgets it. Refuses r10. */
SKEP_MUST_USE bool skep_reg_set(struct skep_walk *w, u32 number, struct skep_reg value);

/* Whether the value must be kept from those who may not see addresses. */
static inline bool skep_reg_secret(const struct skep_walk *w, const struct skep_reg *r)
{
	return !w->leaks && skep_reg_is_pointer(r);
}

/* Gives a number an identity, so that its copies learn what it does. */
void skep_reg_link(struct skep_walk *w, struct skep_reg *r);
/* Its copies no longer do. */
static inline void skep_reg_unlink(struct skep_reg *r)
{
	r->id = 0;
	r->off = 0;
	r->size = 0;
}

/* ---- memory */

/* An access to memory through a register. */
struct skep_access {
	u32 reg;  /* number of the register */
	s32 off;  /* added to it, bytes */
	u32 size; /* bytes */
	bool write;
	bool sign;	/* a load extends the sign */
	bool aligned;	/* must be, as in atomic operations and some arguments */
	bool helper;	/* a helper does it */
	bool zero_size; /* HELPER: no byte at all is allowed */
	bool uninit;	/* HELPER: writes all of it, so that it need not be initialised */
	s32 value;	/* loads: the register that gets it; stores: that it comes from; -1: none */
	bool immediate; /* stores: the value is `imm` */
	s32 imm;
};

/* The number that a load of `size` bytes gives, where nothing is known of it. */
struct skep_reg skep_access_loaded(const struct skep_access *a);

/* Whether [off + what is not known, + size) of the pointer lies in [0, room). */
SKEP_MUST_USE bool skep_region_holds(struct skep_walk *w, const struct skep_access *a, u32 room);

/* Whether nothing unknown, and if `fixed` nothing at all, has been added to a pointer. */
SKEP_MUST_USE bool skep_pointer_unmoved(struct skep_walk *w, u32 number, bool fixed);

SKEP_MUST_USE bool skep_stack_access(struct skep_walk *w, const struct skep_access *a);
/* What a helper has filled holds something; the access was checked before. */
void skep_stack_fill(struct skep_walk *w, const struct skep_access *a);
/* The packet may have moved: pointers into it are numbers now. */
void skep_packet_forget(struct skep_walk *w);
SKEP_MUST_USE bool skep_packet_access(struct skep_walk *w, const struct skep_access *a);
SKEP_MUST_USE bool skep_value_access(struct skep_walk *w, const struct skep_access *a);
/* Memory that may be read at any address, because a fault is caught. */
SKEP_MUST_USE bool skep_anywhere_access(struct skep_walk *w, const struct skep_access *a);
/* Whether the value of a map never changes and can be looked at now. */
bool skep_value_is_frozen(const struct skep_map_desc *map);
/* The bytes of such a value at the register and `off`, if it is known where that is; the access was
 * checked before. */
SKEP_MUST_USE bool skep_value_known(const struct skep_reg *r, s32 off, u32 size, u64 *value);
SKEP_MUST_USE bool skep_context_access(struct skep_walk *w, const struct skep_access *a);

/* Any of them; refuses what is no pointer. */
SKEP_MUST_USE bool skep_access(struct skep_walk *w, const struct skep_access *a);

/* ---- assume.c */

/* Takes for granted what w->assumptions say of the current instruction. */
void skep_assume(struct skep_walk *w);

/* Whether refusals at an instruction have been told of. */
bool skep_assume_told(const struct skep_walk *w, u32 insn);

/* ---- walk.c: the whole */

/* Makes a walk that has not begun; *verdict is filled by it. */
void skep_walk_init(struct skep_walk *w, const struct skep_verify_input *in,
		    const struct skep_verify_options *options, struct skep_verdict *verdict);
void skep_walk_fini(struct skep_walk *w);

/* Follows all paths. False if the program is refused, with w->now where that happened (NULL: before
 * any path was followed), or memory ran out. */
SKEP_MUST_USE bool skep_walk_all(struct skep_walk *w, struct skep_diag *d);

/* Follows the path to the refusal once more, with somebody watching; afterwards w->now is there
 * again. The refusal comes into *d. False if there is no path, or no memory. */
bool skep_walk_again(struct skep_walk *w, const struct skep_watch *watch, struct skep_diag *d);

/* ---- families: one instruction each, by kind */

SKEP_MUST_USE bool skep_walk_alu(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_jump(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_load(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_store(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_atomic(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_wide(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_packet(struct skep_walk *w);
SKEP_MUST_USE bool skep_walk_call(struct skep_walk *w);

#endif
