/* SPDX-License-Identifier: BSD-2-Clause */
/* What is known at one point of one path: registers, stacks, references. Values only: rules are
 * elsewhere. One thread at a time. */
#ifndef SKEP_VERIFY_STATE_H
#define SKEP_VERIFY_STATE_H

#include "isa/isa.h"
#include "prog/fact.h"
#include "verify/scalar.h"

enum skep_reg_trait {
	SKEP_REG_T_ADD = 1 << 0,
	SKEP_REG_T_ADD_CONST = 1 << 1,
	SKEP_REG_T_SPILL = 1 << 2,
	SKEP_REG_T_SK = 1 << 3,
};

enum skep_reg_flag {
	SKEP_REG_F_NULL = 1 << 0,      /* may be 0: `id` links those that are decided together */
	SKEP_REG_F_RDONLY = 1 << 1,    /* only to be read through */
	SKEP_REG_F_RINGBUF = 1 << 2,   /* MEM: a record of a ring buffer */
	SKEP_REG_F_TRUSTED = 1 << 3,   /* BTF: lives, and its type is known */
	SKEP_REG_F_RCU = 1 << 4,       /* BTF: lives while the RCU lock is held */
	SKEP_REG_F_UNTRUSTED = 1 << 5, /* may be read, may not be passed on */
	SKEP_REG_F_PERCPU = 1 << 6,
	SKEP_REG_F_BORROWED = 1 << 7, /* OBJECT: in a list or tree, whose lock is held */
	SKEP_REG_F_SLICE = 1 << 8,    /* MEM: part of a dynptr, dead with it: `range` is its id */
	SKEP_REG_F_PACKET = 1 << 9,   /* SLICE: of a packet, dead when that may have moved */
	SKEP_REG_F_LAPSED = 1 << 10,  /* OBJECT, UNTRUSTED: its RCU section has ended */
};

enum { SKEP_RANGE_AT_END = -1, SKEP_RANGE_BEYOND_END = -2 };

struct skep_reg {
	u8 type;   /* enum skep_reg_type */
	u8 frame;  /* STACK: the frame it points into */
	u16 flags; /* enum skep_reg_flag */
	s32 range; /* PACKET: bytes from its base that are in the packet, or SKEP_RANGE_; SLICE: id
		    */
	s32 off;   /* pointers: bytes added that are known; scalars: what has been added to
		    * the value that `id` stands for */
	u32 id;	   /* same id: same scalar, same variable offset, or NULL together; 0: none */
	u32 ref;   /* the reference it was got with; 0: none */
	u32 size;  /* MEM: bytes. MAP, MAP_VALUE: which of the maps in a map, 0: the only one. BTF:
		      type id. FUNC: function number */
	const void *of;	      /* MAP, MAP_VALUE, MAP_KEY: struct skep_map_desc. BTF: struct btf.
			       * OBJECT: struct skep_local */
	struct skep_scalar v; /* the value; of pointers, the bytes added that are not known */
};

/* What a byte of stack holds. */
enum skep_byte {
	SKEP_BYTE_NONE,	 /* nothing was written */
	SKEP_BYTE_SPILL, /* part of the register in the slot's `reg` */
	SKEP_BYTE_MISC,	 /* something */
	SKEP_BYTE_ZERO,
	SKEP_BYTE_DYNPTR, /* part of a struct bpf_dynptr, which `reg` describes */
	SKEP_BYTE_ITER,	  /* part of an iterator */
	SKEP_BYTE_IRQ,	  /* flags kept by bpf_local_irq_save */
};

enum { SKEP_SLOTS = SKEP_STACK_FRAME / 8 };

/* Eight bytes of stack. Slot n begins at r10 - 8 * (n + 1). */
struct skep_slot {
	u8 bytes[8]; /* enum skep_byte, in the order of addresses */
	struct skep_reg reg;
};

/* Why a frame is there. */
enum skep_frame_kind {
	SKEP_FRAME_CALL,     /* a function of the program was called, or the program itself */
	SKEP_FRAME_CALLBACK, /* by a helper that calls it before it returns */
	SKEP_FRAME_LATER,    /* by nobody on this path: a timer */
};

struct skep_frame {
	struct skep_reg r[SKEP_REGISTERS];
	u32 func;	/* number of the function */
	u32 call_site;	/* slot number of the call, in the frame above */
	u8 number;	/* 0 for the outermost */
	u8 kind;	/* enum skep_frame_kind */
	s32 helper;	/* CALLBACK, LATER: who calls it */
	u32 rounds;	/* CALLBACK: how often it has been entered on this path */
	u16 slot_count; /* slots in use, from r10 down */
	struct skep_slot slots[SKEP_SLOTS];
};

enum skep_ref_kind {
	SKEP_REF_OBJECT,
	SKEP_REF_IRQ,
	SKEP_REF_LOCK, /* and what follows: locks */
	SKEP_REF_RES_LOCK,
	SKEP_REF_RES_LOCK_IRQ,
};

/* Something that has to be given back. */
struct skep_ref {
	u32 id;
	u32 insn;	/* where it was got */
	u8 kind;	/* enum skep_ref_kind */
	const void *of; /* LOCK: whose */
};

enum { SKEP_REFS = 64 };

struct skep_forgotten;

/* Linked list of decisions, newest first: what leads to a state. */
struct skep_step {
	const struct skep_step *before;
	u32 insn;
	u32 choice; /* 0: went on, 1: jumped; more for what has more ways */
	const struct skep_forgotten *forgot; /* on this way; NULL: nothing */
};

struct skep_checkpoint;

struct skep_vstate {
	struct skep_frame *frames[SKEP_CALL_FRAMES]; /* owned */
	u32 depth;				     /* frames in use */
	u32 insn;				     /* slot number to be done next */
	u32 ref_count;
	u32 rcu, preempt;		 /* nested sections */
	struct skep_ref refs[SKEP_REFS]; /* in the order in which they were got */
	struct skep_checkpoint *parent;	 /* the newest on this path */
	const struct skep_step *path;
	u64 length;    /* instructions on this path */
	u32 unrolled;  /* callbacks entered on this path */
	u32 may_gotos; /* that this path went on behind */
	bool in_later; /* the path of a callback that nobody waits for */
};

static inline struct skep_frame *skep_state_frame(const struct skep_vstate *s)
{
	return s->frames[s->depth - 1];
}

static inline bool skep_ref_is_lock(const struct skep_ref *r)
{
	return r->kind >= SKEP_REF_LOCK;
}

static inline bool skep_reg_is_pointer(const struct skep_reg *r)
{
	return r->type > SKEP_REG_SCALAR;
}

static inline bool skep_reg_is_const(const struct skep_reg *r)
{
	return r->type == SKEP_REG_SCALAR && skep_scalar_is_const(&r->v);
}

static inline bool skep_reg_is_zero(const struct skep_reg *r)
{
	return skep_reg_is_const(r) && r->v.t.value == 0;
}

static inline bool skep_reg_is_packet(const struct skep_reg *r)
{
	return r->type == SKEP_REG_PACKET || r->type == SKEP_REG_PACKET_META;
}

/* enum skep_reg_trait, and the name in logs. */
u32 skep_reg_traits(const struct skep_reg *r);
const char *skep_reg_name(const struct skep_reg *r);

struct skep_reg skep_reg_scalar(void);
struct skep_reg skep_reg_const(u64 value);
struct skep_reg skep_reg_pointer(enum skep_reg_type type);

/* How many bits of a scalar may be set. */
u32 skep_reg_width(const struct skep_reg *r);

/* Frames and states come from a pool that keeps what is given back. */
struct skep_kept {
	void **data; /* owned blocks */
	size_t count, room;
};
struct skep_pool {
	struct skep_kept frames, states;
};

void skep_pool_fini(struct skep_pool *pool);
SKEP_MUST_USE struct skep_frame *skep_frame_new(struct skep_pool *pool);
void skep_frame_free(struct skep_pool *pool, struct skep_frame *f);

/* A state without frames. NULL if memory ran out, as with all that follow. */
SKEP_MUST_USE struct skep_vstate *skep_state_new(struct skep_pool *pool);
SKEP_MUST_USE struct skep_vstate *skep_state_copy(struct skep_pool *pool,
						  const struct skep_vstate *s);
void skep_state_free(struct skep_pool *pool, struct skep_vstate *s);

/* Adds a frame, with nothing in its registers but r10. */
SKEP_MUST_USE struct skep_frame *skep_state_enter(struct skep_pool *pool, struct skep_vstate *s,
						  u32 func, u32 call_site);
void skep_state_leave(struct skep_pool *pool, struct skep_vstate *s);

/* Makes slots up to number `last` part of the frame's stack. */
void skep_frame_grow(struct skep_frame *f, u32 last);

/* Calls `visit` for every register and every register on the stack of all frames. */
void skep_state_each(struct skep_vstate *s, void (*visit)(struct skep_reg *r, void *data),
		     void *data);

/* Whether a slot holds a register as a whole or in its lower bytes. */
static inline bool skep_slot_is_spill(const struct skep_slot *s)
{
	return s->bytes[0] == SKEP_BYTE_SPILL;
}

/* The eight bytes of a slot as one number, where they are one. `uninit`: what was never written is
 * one as well. */
bool skep_slot_number(const u8 *bytes, const struct skep_reg *spilled, bool uninit,
		      struct skep_reg *number);

#endif
