/* SPDX-License-Identifier: BSD-2-Clause */
/* A program as the verifier reads it: what is known before any path is explored. Dense
 * instructions, functions, loops, and for each instruction which registers and stack slots are
 * still read (live) and whose exact values can ever decide something (precise). Nothing changes
 * once it is made: any number of threads may read it.
 *
 * Masks of registers have bit n for rn, n from 0 to 9; r10 is always there. Masks of the stack have
 * bit n for the four bytes r10-4(n+1) to r10-4n-1, in the frame of the function that the
 * instruction belongs to. */
#ifndef SKEP_VERIFY_CODE_H
#define SKEP_VERIFY_CODE_H

#include <assert.h>

#include "base/arena.h"
#include "isa/isa.h"

enum { SKEP_VCODE_FUNCTIONS = 256 };  /* Linux: BPF_MAX_SUBPROGS */
enum { SKEP_VCODE_INSNS = 1000000 };  /* Linux: BPF_COMPLEXITY_LIMIT_INSNS */
enum { SKEP_VCODE_INSNS_LOW = 4096 }; /* without CAP_BPF; Linux: BPF_MAXINSNS */
enum {
	SKEP_VINSN_NO_ROW = SKEP_INSN_COUNT
}; /* row of an instruction that insn.def does not allow */
static_assert(SKEP_INSN_COUNT < UINT8_MAX, "a row fits a byte");

enum skep_vinsn_flag {
	SKEP_VI_SECOND = 1 << 0,     /* second slot of a 64-bit immediate; imm is its upper half */
	SKEP_VI_TARGET = 1 << 1,     /* some jump comes here */
	SKEP_VI_CHECKPOINT = 1 << 2, /* a state is compared here, and may be stored */
	SKEP_VI_FORCED = 1 << 3,     /* ... and is stored whatever it costs */
	SKEP_VI_SUBPROG = 1 << 4,    /* first of a function */
	SKEP_VI_LOOP_HEAD = 1 << 5,  /* a jump of the same function comes back to here */
	SKEP_VI_FALLS = 1 << 6,	     /* the next instruction may follow */
	SKEP_VI_MALFORMED = 1 << 7,  /* row is SKEP_VINSN_NO_ROW: skep_insn_decode says what is
				      * wrong, which counts only if a path comes here */
	SKEP_VI_CALLS_BACK = 1 << 8, /* a call that runs a function before it returns */
};

/* One for each slot. */
struct skep_vinsn {
	u8 row;			 /* enum skep_insn_id; a second slot has that of the first */
	u8 kind, op, bits, from; /* copies from the row; without one, from a row of its opcode */
	u8 dst, src;
	s16 off;
	s32 imm;
	u32 target; /* slot that a jump, local call or function address goes to */
	u32 flags;  /* enum skep_vinsn_flag */
};
static_assert(sizeof(struct skep_vinsn) <= 24, "dense");

struct skep_vfunc {
	u32 start, end; /* slots: first, and behind the last */
	u32 first_call; /* in calls of struct skep_vcode: its local calls and function addresses */
	u32 call_count;
	bool has_tail_call, has_ld_abs;
	bool is_called;	  /* some local call goes here */
	bool is_callback; /* its address is taken */
	bool calls_back;  /* some call runs a function of the program before it returns */
};

/* What a call of a helper or kernel function does with one argument. */
enum skep_varg_use {
	SKEP_VARG_VALUE,    /* its value or type is checked; no stack memory behind it is touched */
	SKEP_VARG_ANYTHING, /* any number will do */
	SKEP_VARG_READ,	    /* memory that is read */
	SKEP_VARG_KEY,	    /* memory that is read, and whose numbers may decide what is allowed */
	SKEP_VARG_WRITE,    /* memory that is overwritten, whatever it held */
	SKEP_VARG_BOTH,	    /* memory that is read and written, or nothing more is known */
};

enum skep_varg_size {
	SKEP_VSIZE_UNKNOWN, /* up to the end of the frame */
	SKEP_VSIZE_FIXED,   /* `size` bytes */
	SKEP_VSIZE_NEXT,    /* the next argument says it */
	SKEP_VSIZE_MAP_KEY, /* as a key or a value of the map in r1 */
	SKEP_VSIZE_MAP_VALUE,
};

struct skep_varg {
	u8 use;	      /* enum skep_varg_use */
	u8 size_kind; /* enum skep_varg_size */
	u32 size;     /* bytes; FIXED only */
};

/* What a register may hold. */
enum skep_vmay {
	SKEP_VMAY_NUMBER = 1 << 0,
	SKEP_VMAY_CONTEXT = 1 << 1, /* pointer to the program's context */
	SKEP_VMAY_MEMORY = 1 << 2,  /* pointer to memory that holds numbers alone */
	SKEP_VMAY_OBJECT = 1 << 3,  /* any other pointer that is not to a stack */
};

enum skep_vcall_flag {
	SKEP_VC_CALLS_BACK = 1 << 0, /* runs a function of the program before it returns */
	SKEP_VC_LATER = 1 << 1,	     /* ... or some time after it */
	SKEP_VC_ITERATES = 1 << 2,   /* an iterator's next() */
	SKEP_VC_KEEPS = 1 << 3,	     /* stack memory given to it may be read after the call */
};

struct skep_vcall {
	u8 args;   /* how many registers from r1 on are read */
	u8 flags;  /* enum skep_vcall_flag */
	u8 result; /* what r0 may be: enum skep_vmay */
	struct skep_varg arg[5];
};

struct skep_vmap {
	u32 key, value;	     /* bytes; 0: not known */
	bool holds_pointers; /* values have kptr or other fields whose loads give pointers */
};

/* What the program is, and who knows what it calls. Functions may be NULL: then the worst is
 * assumed. `context` is handed to them. */
struct skep_vcode_input {
	const struct bpf_insn *insns; /* borrowed as long as the struct skep_vcode is used */
	u32 count;
	bool unprivileged;  /* without CAP_BPF: no loops, no functions, few instructions */
	bool has_func_info; /* BTF tells the functions' types */
	bool checks_return; /* r0 at the program's end must lie in a range */
	bool stores_null;   /* values of maps have pointers that a 0 may be stored into */
	u32 handler;	    /* of exceptions: its first slot; 0: there is none */
	const void *context;
	/* Describes a call of kind HELPER or BTF; false if there is no such function. */
	bool (*call)(const void *context, const struct skep_vinsn *insn, struct skep_vcall *effect);
	/* The map that the 64-bit immediate at a slot names. */
	struct skep_vmap (*map)(const void *context, u32 slot);
	/* How many arguments the function takes that starts at a slot, if it is verified on its
	 * own; -1: it is not. NULL: none is. */
	s32 (*global)(const void *context, u32 start);
};

struct skep_vcode {
	struct skep_vcode_input in;
	u32 count;
	struct skep_vinsn *insns;
	struct skep_vfunc
	    *funcs; /* in the order of their starts; funcs[0] is the program's entry */
	u32 func_count;
	u32 *calls;    /* slots of all local calls and function addresses, ascending */
	u8 *func_of;   /* each slot's function */
	u32 *scc;      /* each slot's loop: a number, or 0 for none. Nested loops share theirs. A
			* call that calls back is a loop by itself. */
	u32 scc_count; /* the highest number */
	bool ends_by_itself; /* it has may_goto or asks iterators */
	u16 *live_regs;	     /* before each slot; 0 in second slots */
	u64 (*live_stack)[2];
	u16 *precise_regs; /* never matter beyond this: a pointer's offset, a size, an index, a
			    * branch, a result that is checked */
	u64 (*precise_stack)[2];
};

/* Makes *c from in->insns in memory of the arena. False with *d set if Linux would refuse the
 * program before it explores it (functions, jumps, opcodes, unreachable code), or memory ran out.
 * What is wrong with an instruction otherwise is for the walk to say: see SKEP_VI_MALFORMED.
 *
 * For a frame that waits in a local call, the masks are those of skep_vcode_waiting. */
SKEP_MUST_USE bool skep_vcode_init(struct skep_vcode *c, struct skep_arena *arena,
				   const struct skep_vcode_input *in, struct skep_diag *d);

/* What a frame that waits in the call at a slot still needs, of a local call or one that calls
 * back. */
struct skep_vneed {
	u16 live_regs, precise_regs;
	const u64 *live_stack, *precise_stack; /* two words each; borrowed from c */
};
struct skep_vneed skep_vcode_waiting(const struct skep_vcode *c, u32 call);

/* Whether the next instruction or another one may follow. */
static inline bool skep_vinsn_branches(const struct skep_vinsn *insn)
{
	return insn->kind == SKEP_KIND_JUMP || insn->kind == SKEP_KIND_MAY;
}

/* Whether another one than the next may follow in its function. */
static inline bool skep_vinsn_jumps(const struct skep_vinsn *insn)
{
	return skep_vinsn_branches(insn) || insn->kind == SKEP_KIND_JA;
}

/* The slots that may follow one within its function; returns how many, 0 to 2. A call is followed
 * by what is behind it. */
static inline u32 skep_vcode_next(const struct skep_vcode *c, u32 slot, u32 next[2])
{
	const struct skep_vinsn *insn = &c->insns[slot];
	u32 n = 0;

	if (insn->flags & SKEP_VI_FALLS)
		next[n++] = slot + 1 + (insn->kind == SKEP_KIND_WIDE);
	if (skep_vinsn_jumps(insn))
		next[n++] = insn->target;
	return n;
}

#endif
