/* SPDX-License-Identifier: BSD-2-Clause */
/* A program on its way to arm64: shared by the files that choose instructions.
 *
 * Registers: r0 is x0, where results are returned. r1 to r5 are x1 to x5, because skep_entry and
 * skep_helper both have the run in x0 and these behind it: neither entry nor helper calls move
 * anything. r6 to r10 are callee-saved, but in a program that calls nothing they are x11 to x15,
 * which nobody saves. x16, x17, x9 and x10 never hold anything from one instruction to the next; of
 * these, ARM64_TEMP is what constants go through that an instruction has no room for. x18 is the
 * platform's. */
#ifndef SKEP_JIT_ARM64_H
#define SKEP_JIT_ARM64_H

#include "jit/arm64_encode.h"
#include "jit/facts.h"
#include "vm/vm.h"

enum {
	ARM64_SCRATCH = 17,
	ARM64_SCRATCH2 = 9,
	ARM64_SCRATCH3 = 10,
	ARM64_RUN = 19,	   /* the run, in programs that call */
	ARM64_RETURN = 25, /* x30 during a helper call, in programs with local calls */
	ARM64_PACKET = 6,  /* in programs that call nothing: the packet, */
	ARM64_DATA = 7,	   /* its bytes */
	ARM64_LENGTH = 8,  /* and how many */
};

/* What the processor has, found once a compilation; and where the code lies. */
enum skep_arm64_feature {
	SKEP_ARM64_LSE = 1, /* atomic memory access in one instruction */
	SKEP_ARM64_FAR = 2, /* the library is out of reach of near calls */
};

/* One BPF instruction, with its registers already those of the machine. */
struct skep_arm64_insn {
	const struct skep_insn_row *row;
	u32 index;
	u32 bits;
	u8 dst, src;
	u8 left;       /* the first operand of arithmetic: dst, or what was moved there */
	bool constant; /* the second operand is `imm`, else `src` */
	bool indirect; /* of a packet load: the offset is src + imm, else imm */
	s16 off;
	s32 imm;
};

struct skep_arm64_job;

/* Code that is seldom run, written behind all else. */
struct skep_arm64_aside {
	void (*write)(struct skep_arm64_job *job, const struct skep_arm64_aside *aside);
	struct skep_arm64_insn insn;
	u32 entry; /* label */
	u32 back;  /* label in the main code */
};

enum { SKEP_ARM64_SAVED = 8 }; /* registers that are saved at most, an even number */

struct skep_arm64_job {
	struct skep_arm64 a;
	const struct skep_code *code;
	const struct skep_prog *prog;
	const struct skep_jit_facts *facts;
	u32 features; /* enum skep_arm64_feature */
	u8 reg[SKEP_CODE_REGISTERS];
	u8 saved[SKEP_ARM64_SAVED]; /* callee-saved registers in use, in pairs; zr fills the last */
	u32 saved_count;
	u8 kept[6]; /* what a local call keeps, in pairs */
	u32 kept_count;
	bool calls;	  /* ARM64_RUN is set, x29 = sp outside of local calls */
	bool stack_fixed; /* r10 has no register: it is sp + stack_top */
	u32 frame_bytes;  /* of stack for programs, above what x29 points to */
	s32 stack_top;	  /* r10 at entry, counted from sp */
	u32 leave;	  /* label: restores and returns to the host */
	u32 fail;	  /* label: exit with 0 */
	u32 too_deep;	  /* label: notes the fault and stops */
	u32 stop;	  /* label: back to the host with 0, from any frame */
	u32 find;	  /* label: skep_packet_at_slow as a local routine */
	u64 key;	  /* of the last constant that was blinded */
	struct {
		struct skep_arm64_aside *data;
		size_t count, room;
	} asides;
};

/* As skep_jit_compile, for a processor with these features. */
SKEP_MUST_USE bool skep_arm64_compile(struct skep_code *code, u32 features, struct skep_diag *d);

/* Writes the instruction at an index, perhaps with those behind it; returns how many slots that is.
 */
u32 skep_arm64_select(struct skep_arm64_job *job, u32 index);

/* Writes one instruction by itself. */
void skep_arm64_write(struct skep_arm64_job *job, const struct skep_arm64_insn *i);

/* Of arithmetic: whether dst gets src alone, perhaps with its sign; of any instruction: the width
 * of the byte swap that it is, and the opcode whose operand can be shifted, each 0 if it is none.
 */
bool skep_arm64_is_copy(const struct skep_arm64_insn *i);
u32 skep_arm64_swapped_bits(const struct skep_arm64_insn *i);
u32 skep_arm64_shiftable(const struct skep_arm64_insn *i);

/* Division and modulo. */
void skep_arm64_divide(struct skep_arm64_job *job, const struct skep_arm64_insn *i);

/* Loads from the packet; what they need at the program's entry, and behind its end. */
void skep_arm64_load_packet(struct skep_arm64_job *job, const struct skep_arm64_insn *i);
void skep_arm64_enter_packet(struct skep_arm64_job *job);
void skep_arm64_write_packet_ends(struct skep_arm64_job *job);

/* d = the low 16, 32 or 64 bits of n in the other byte order; `clear`: the others of n are 0. */
void skep_arm64_swap(struct skep_arm64 *a, u32 bits, struct skep_arm64_two r, bool clear);

/* Atomic memory access; loads that acquire and stores that release. */
void skep_arm64_atomic_access(struct skep_arm64_job *job, const struct skep_arm64_insn *i);
void skep_arm64_ordered_access(struct skep_arm64_job *job, const struct skep_arm64_insn *i);

/* Puts the constant of an instruction into a register, blinded, and lets the instruction use that.
 * Whether the instruction is done with it. */
bool skep_arm64_blind(struct skep_arm64_job *job, struct skep_arm64_insn *i);

/* Calls a function of the library or of the host. */
void skep_arm64_call_function(struct skep_arm64_job *job, const void *function);

/* Local calls, calls of helpers and of maps' operations, and bpf_tail_call. */
void skep_arm64_call_local(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 target);
void skep_arm64_call_helper(struct skep_arm64_job *job, const struct skep_arm64_insn *i);
void skep_arm64_call_map(struct skep_arm64_job *job, const struct skep_arm64_insn *i);
void skep_arm64_tail_call(struct skep_arm64_job *job);

/* d = the CPU of the run. */
void skep_arm64_load_cpu(struct skep_arm64_job *job, u8 d);

/* Whether a register is the one that r10 would be in, had it one. */
bool skep_arm64_is_frame(const struct skep_arm64_job *job, u8 reg);

/* d = base + off, base being what skep_arm64_is_frame asks for or any other register. */
void skep_arm64_address(struct skep_arm64_job *job, u8 d, u8 base, s32 off);

/* Chooses registers and stack from the facts. */
void skep_arm64_choose_frame(struct skep_arm64_job *job);

/* Saves what is in use and takes the stack. */
void skep_arm64_wind(struct skep_arm64_job *job);

/* Gives back the stack and restores what was saved; from the outermost frame. */
void skep_arm64_unwind(struct skep_arm64_job *job);

/* exit: back to the host, or to the caller of a local call. */
void skep_arm64_exit(struct skep_arm64_job *job);

/* Puts code aside; the labels are new ones. NULL if memory ran out. */
struct skep_arm64_aside *skep_arm64_put_aside(struct skep_arm64_job *job,
					      const struct skep_arm64_insn *i,
					      void (*write)(struct skep_arm64_job *,
							    const struct skep_arm64_aside *));

#endif
