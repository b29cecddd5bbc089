/* SPDX-License-Identifier: BSD-2-Clause */
/* How programs run. They are decoded once into rows, from which an engine is made. The
 * interpreters' is ops, one for each instruction slot, so that jump distances stay what they are.
 * An op begins with the address of the code that does it; the second slot of a 64-bit immediate
 * holds the value, with addresses of data already put in. */
#ifndef SKEP_VM_H
#define SKEP_VM_H

#include <assert.h>
#include <skep/packet.h>

#include "isa/isa.h"
#include "map/prog_table.h"
#include "prog/prog.h"
#include "vm/helpers.h"
#include "vm/map_call.h"

struct skep_op {
	union {
		const void *label; /* in the interpreter that the code was made for */
		u64 value;	   /* second slot: the 64-bit immediate */
	};
	u8 dst, src;
	s16 off;
	s32 imm;
};
static_assert(sizeof(struct skep_op) == 16, "four ops a cache line");

/* What a program may reach beside its memory; all of it borrowed. */
struct skep_helpers {
	const skep_helper *table; /* by helper number; NULL where there is none */
	u32 count;
	/* `r = map[idx:i]` is the address of tables[i]. Where there are any, helper 12 is a tail
	 * call: to slot r3 of the table at r2, with r1; its code takes the place of the frame that
	 * calls, and returns to who called that. Past the table's end, into an empty slot or after
	 * SKEP_TAIL_CALLS of them, the program goes on behind the call with r0 as it was. */
	const struct skep_prog_table *const *tables;
	u32 table_count;
	bool
	    any_table; /* helper 12 is a tail call too, through tables that the program was given */
	u64 window;    /* of the program's arena (map/arena.h), 0: it has none. Where there is one,
			* a cast to r11 makes an address in it. */
	bool has_env;  /* runs have a struct skep_env: helper 8 gives its CPU */
	bool places;   /* native.slots is wanted */
	bool throws;   /* some helper may throw (skep_run_throw) */
	u32 handler;   /* THROWS: 1 + the slot where the function begins that is given what was
			* thrown, and whose result is the program's; 0: what was thrown is it */
	/* What calls of operations (map_call.h) name; read while code is made alone. */
	struct skep_map *const *maps;
	u32 map_count;
};

/* Memory that a program may touch. */
struct skep_region {
	const char *name; /* static storage */
	u64 start;
	u64 size; /* bytes */
	bool writable;
};

enum skep_fault {
	SKEP_FAULT_NONE,
	SKEP_FAULT_DEPTH,  /* more local calls than SKEP_CALL_FRAMES */
	SKEP_FAULT_BUDGET, /* more instructions than allowed */
	SKEP_FAULT_ACCESS, /* outside of all regions, or a write to what may only be read */
	SKEP_FAULT_ALIGN,  /* an atomic access that is not naturally aligned */
	SKEP_FAULT_TABLE,  /* a tail call through something else than a table */
	SKEP_FAULT_THROWN, /* a helper has thrown run->thrown; until the code is left */
};

enum { SKEP_RUN_REGIONS = 4 };

/* One run. The plain interpreter and machine code know the fields before `fault_insn` alone, unless
 * they stop it. */
struct skep_run {
	const struct skep_code *code;	  /* in which it is: tail calls change it */
	const struct skep_packet *packet; /* for LD_ABS, LD_IND; NULL: each finds nothing */
	size_t more;   /* packets that follow `packet`; SKEP_CODE_PLAIN and SKEP_PROG_RAW alone */
	u32 *verdicts; /* room for that many; the last packet's is returned */
	enum skep_fault fault;
	u32 tail_calls; /* made so far */
	s64 may_gotos;	/* that still go on; below 0: none does */
	u64 thrown;	/* of SKEP_FAULT_THROWN */
	void *env;	/* what helpers of a system find; of who started the run */
	/* Where the program is that calls a helper, for callbacks: r10, how many frames are below
	 * it, and of machine code the stack pointer. */
	u64 frame;
	u32 depth;
	u64 stack;
	/* Of machine code: the stack pointer in the innermost frame allowed; and where it was when
	 * the outermost frame, or that of the innermost callback, had been called. */
	u64 deepest;
	u64 unwind;
	const struct skep_callback *callback; /* for an interpreter to enter; NULL: none */
	u64 r5;				      /* its fifth argument */
	u32 fault_insn;			      /* of `code` */
	u64 fault_address;
	u32 fault_size;
	bool fault_write;
	u64 budget; /* instructions left */
	struct skep_region regions[SKEP_RUN_REGIONS];
	u32 region_count;
	/* Asked about what is in no region; NULL: nothing is allowed. */
	bool (*allows)(void *env, u64 address, u32 size, bool write);
	u64 stack_start; /* of the interpreter: frames in use end at stack_end */
	u64 stack_end;
	/* Of code that is followed: called before each instruction with r0 to r10, which it may
	 * change; false ends the run. */
	bool (*look)(struct skep_run *run, u32 insn, u64 *r);
	void *looker; /* of who looks */
};

/* A function of a program whose address it takes. The address of this is what it gets. */
struct skep_callback {
	skep_helper call; /* set once the code can run */
	const struct skep_code *code;
	u32 target; /* its first instruction */
};

/* Instructions, and the runs of them that have a label of their own. */
enum skep_label {
	SKEP_LABEL_LAST_INSN = SKEP_INSN_ALL - 1,
#define FUSED(name, ...) SKEP_LABEL_FUSED_##name,
#include "vm/fused.def"
	SKEP_LABEL_COUNT
};

/* Runs run->code, which was made for it, and returns r0, or 0 with run->fault set: an interpreter
 * or machine code. An interpreter with run NULL runs nothing and returns the address of its table
 * of labels, by enum skep_label. */
typedef u64 skep_entry(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4);
skep_entry skep_interpret_plain, skep_interpret_budget, skep_interpret_checked,
    skep_interpret_followed;

/* Machine code of a program. Who makes it says how to give it back. */
struct skep_native {
	void *at;
	size_t size;	/* bytes of memory */
	size_t used;	/* bytes of code */
	u32 *slots;	/* owned; bytes of code before each slot's, NULL: not wanted */
	u32 call_bytes; /* of stack that a local call takes */
	void *debug;	/* for a debugger; of who made it */
	void (*release)(struct skep_native *native); /* NULL: there is none */
};

struct skep_code {
	skep_entry *enter;
	skep_entry *engine;	      /* what runs it: `enter`, unless it may throw */
	const struct skep_prog *prog; /* borrowed */
	void *owner;		      /* of who made it; NULL */
	struct skep_native native;
	struct skep_helpers helpers;
	const struct skep_helper_set *set; /* what they came from; NULL: there are no prototypes */
	u64 budget;
	enum skep_code_mode mode;
	bool reads_context;   /* some load may read what r1 points to; socket filters alone */
	bool calls_tail;      /* has tail calls */
	bool reads_cpu;	      /* of its run */
	bool may_goto;	      /* has such instructions, which count in its run */
	bool alone;	      /* machine code that never looks at the run, which may be NULL */
	bool describes;	      /* is to be described to a debugger */
	bool gives_callbacks; /* may take addresses of its functions */
	bool blind_constants, retpolines; /* as in struct skep_code_options */
	u32 count;			  /* of slots */
	u32 jumps;			  /* instructions that may go elsewhere than on */
	u8 *rows;	     /* owned; enum skep_insn_id of each slot; NULL once code can run */
	struct skep_op *ops; /* owned; one a slot; of interpreters alone */
	struct skep_callback *callbacks; /* owned */
	u32 callback_count;
	u64 handler;	/* of what is thrown: the address of its callback; 0: there is none */
	u32 *functions; /* owned; of each slot, 0 or 1 + the number of the callback that begins
			 * there; NULL if there are none, or once code can run */
};

/* Checks and decodes a program; what runs it is not chosen yet: `enter` is NULL. `helpers` is
 * copied, its table borrowed, and the program may take addresses of its functions to give them
 * callbacks; NULL: those of the options. The result is freed with skep_code_free;
 * NULL with *d set if the program cannot be run. */
SKEP_MUST_USE struct skep_code *skep_code_decode(const struct skep_prog *prog,
						 const struct skep_code_options *options,
						 const struct skep_helpers *helpers,
						 struct skep_diag *d);

/* Makes decoded code run in the interpreter of its mode. False with *d set if memory ran out. */
SKEP_MUST_USE bool skep_code_interpret(struct skep_code *code, struct skep_diag *d);

/* The same in the interpreter that asks run->look before each instruction; for code of
 * SKEP_CODE_CHECKED. */
SKEP_MUST_USE bool skep_code_follow(struct skep_code *code, struct skep_diag *d);

/* Tells what runs the code. */
void skep_code_set_engine(struct skep_code *code, skep_entry *engine);

/* What the 64-bit immediate at `index` stands for, in decoded code. */
u64 skep_code_wide(const struct skep_code *code, u32 index);

/* The address of the function that the call at `index` of decoded code calls: a helper, or an
 * operation of a map. */
const void *skep_code_function(const struct skep_code *code, u32 index);

/* Gives back what no run needs. */
void skep_code_settle(struct skep_code *code);

/* Prepares a run that its caller starts, any number of times: without packet; if the code watches,
 * with the stack and the program's data alone until the caller adds regions, or `allows`. */
static inline void skep_run_init(struct skep_run *run, const struct skep_code *code, void *env)
{
	run->code = code;
	run->packet = NULL;
	run->more = 0;
	run->env = env;
	run->callback = NULL;
	run->region_count = 0;
	run->allows = NULL;
}

/* Runs code in a run that was prepared for code of its mode; r0, or 0 with run->fault set. */
static inline u64 skep_code_enter(const struct skep_code *code, struct skep_run *run, u64 r1)
{
	run->code = code;
	run->fault = SKEP_FAULT_NONE;
	run->tail_calls = 0;
	run->may_gotos = SKEP_MAY_GOTOS;
	run->callback = NULL;
	if (code->mode > SKEP_CODE_PLAIN)
		run->budget = code->budget;
	return code->enter(run, r1, 0, 0, 0);
}

/* From a helper: calls the function of the program that it was given the address of. Frames, stack
 * and budget are those of the run, one frame deeper than where the helper is called. Returns r0; if
 * run->fault is set then, the run has ended and the helper returns at once, whatever it returns. */
static inline u64 skep_run_callback(struct skep_run *run, u64 function, u64 r1, u64 r2, u64 r3,
				    u64 r4, u64 r5)
{
	const struct skep_callback *callback = (const struct skep_callback *)(uintptr_t)function;

	run->callback = callback;
	return callback->call(run, r1, r2, r3, r4, r5);
}

/* From a helper of code that may throw: ends it with a number. The helper returns at once. */
static inline void skep_run_throw(struct skep_run *run, u64 thrown)
{
	run->fault = SKEP_FAULT_THROWN;
	run->thrown = thrown;
}

/* Where no program runs: runs that function as the outermost one, in a run that was prepared for
 * its code. */
u64 skep_function_enter(u64 function, struct skep_run *run, u64 r1, u64 r2, u64 r3);

/* What an interpreter's callbacks are called through. */
u64 skep_interpret_callback(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);

static inline void *skep_run_env(const struct skep_run *run)
{
	return run->env;
}

/* Bytes `offset` to `offset + size` of a packet, NULL if it has not all of them. A negative offset
 * counts from the network header (SKF_NET_OFF) or the link-layer header (SKF_LL_OFF). */
const u8 *skep_packet_at_slow(const struct skep_packet *packet, s32 offset, u32 size);

static inline const u8 *skep_packet_at(const struct skep_packet *packet, s32 offset, u32 size)
{
	if (__builtin_expect(packet && offset >= 0 && (u32)offset + size <= packet->caplen, 1))
		return packet->data + offset;
	return skep_packet_at_slow(packet, offset, size);
}

/* Whether the run may touch `size` bytes at `address`; notes the fault if not. */
SKEP_MUST_USE bool skep_run_allows(struct skep_run *run, u64 address, u32 size, bool write);

/* The same for the memory that the arguments r[1] to r[5] of a helper are the addresses of. */
SKEP_MUST_USE bool skep_run_allows_call(struct skep_run *run, u32 number, const u64 *r);

/* Whether `address` is a table that run->code knows; notes the fault if not. */
SKEP_MUST_USE bool skep_run_knows_table(struct skep_run *run, u64 address);

/* The code that a tail call goes to, counted and put into the run; NULL: there is none. */
static inline const struct skep_code *skep_run_tail_call(struct skep_run *run,
							 const struct skep_prog_table *table,
							 u32 index)
{
	const struct skep_code *to;

	if (index >= table->count || run->tail_calls >= SKEP_TAIL_CALLS)
		return NULL;
	to = __atomic_load_n(&table->slots[index], __ATOMIC_ACQUIRE);
	if (!to)
		return NULL;
	run->tail_calls++;
	run->code = to;
	return to;
}

/* Words run->fault. Returns whether there was none. */
bool skep_run_explain(const struct skep_run *run, struct skep_diag *d);

#endif
