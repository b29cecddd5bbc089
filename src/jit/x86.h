/* SPDX-License-Identifier: BSD-2-Clause */
/* A program on its way to x86-64: shared by the files that choose instructions.
 *
 * Registers: r0 is rax, where results are returned and cmpxchg wants it. r1 to r5 are the second to
 * sixth argument registers, because skep_entry and skep_helper both have the run in the first and
 * these behind it: neither entry nor helper calls move anything. r6 to r9 are callee-saved, but in
 * a program that calls nothing they take argument registers that it leaves free. r10 is rbp.
 * The machine's r10 and r11 never hold anything from one instruction to the next. */
#ifndef SKEP_JIT_X86_H
#define SKEP_JIT_X86_H

#include "jit/facts.h"
#include "jit/x86_encode.h"
#include "vm/vm.h"

enum {
	X86_SCRATCH = X86_R11,
	X86_SCRATCH2 = X86_R10,
	X86_FRAME = X86_RBP,
	X86_RUN = X86_R13,    /* the run, in programs that call */
	X86_PACKET = X86_RDI, /* the packet, in programs that do not */
};

/* What the processor has, found once a compilation; and where the code lies. */
enum skep_x86_feature {
	SKEP_X86_BMI2 = 1,  /* shifts by any register */
	SKEP_X86_MOVBE = 2, /* loads that swap bytes */
	SKEP_X86_FAR = 4,   /* the library is out of reach of near calls */
};

/* One BPF instruction, with its registers already those of the machine. */
struct skep_x86_insn {
	const struct skep_insn_row *row;
	u32 index;
	s32 imm;
	s16 off;
	u8 bits;
	u8 dst, src;
	bool constant; /* the second operand is `imm`, else `src` */
	bool indirect; /* a packet load that reads its offset from `src` though its row does not */
	bool keeps_rax, keeps_rdx; /* their values matter behind a division */
	bool nonzero;		   /* the divisor is known not to be 0 */
};

struct skep_x86_job;

/* Registers of the program in sets. */
static inline u16 skep_x86_bit(u32 reg)
{
	return (u16)(1u << reg);
}

/* base + (index << scale) + disp, of the program's registers or SKEP_X86_NO_PART; one is there. */
enum { SKEP_X86_NO_PART = 0xff };
struct skep_x86_sum {
	u8 base, index, scale;
	s32 disp;
};

/* Code that is seldom run, written behind all else. */
struct skep_x86_aside {
	void (*write)(struct skep_x86_job *job, const struct skep_x86_aside *aside);
	struct skep_x86_insn insn;
	u32 entry; /* label */
	u32 back;  /* label in the main code */
};

struct skep_x86_job {
	struct skep_x86 x;
	const struct skep_code *code;
	const struct skep_prog *prog;
	const struct skep_jit_facts *facts;
	u32 features; /* enum skep_x86_feature */
	u8 reg[SKEP_CODE_REGISTERS];
	u16 saved;	   /* callee-saved registers of the machine in use */
	bool calls;	   /* X86_RUN is set */
	bool frame_on_rsp; /* r10 is rsp + SKEP_STACK_FRAME and has no register */
	u32 call_bytes;	   /* of stack that a local call takes */
	u32 frame_bytes;   /* of stack below the saved registers */
	u32 fail;	   /* label: exit with 0 */
	u32 too_deep;	   /* label: notes the fault and stops */
	u32 stop;	   /* label: back to the host with 0, from any frame */
	u32 callbacks;	   /* label: the first callback's thunk, behind which the others' come */
	u32 find;	   /* label: skep_packet_at_slow as a local routine */
	u32 thunk;   /* label: jumps to X86_SCRATCH, where the processor predicts an endless loop */
	u64 key;     /* of the last constant that was blinded */
	u16 lazy;    /* registers of the program that are sums[], not computed yet: x86_lazy.c */
	u16 changed; /* by what is being written */
	u8 swallowed; /* instructions behind it that were done with it */
	struct skep_x86_sum sums[SKEP_CODE_REGISTERS];
	struct {
		struct skep_x86_aside *data;
		size_t count, room;
	} asides;
};

/* As skep_jit_compile, for a processor with these features. */
SKEP_MUST_USE bool skep_x86_compile(struct skep_code *code, u32 features, struct skep_diag *d);

/* Makes what one instruction computes a sum for later, if it is of that kind. */
bool skep_x86_make_lazy(struct skep_x86_job *job, u32 index);

/* dst <<= shift in the same way; what is in `live` matters behind it. */
bool skep_x86_scale(struct skep_x86_job *job, u32 dst, u32 shift, u16 live);

/* Computes those of these registers that are lazy. */
void skep_x86_compute(struct skep_x86_job *job, u16 regs);

/* Whether reading another register will do; and that register, of the machine. */
bool skep_x86_is_copy(const struct skep_x86_job *job, u32 reg);
u8 skep_x86_source(const struct skep_x86_job *job, u32 reg);

/* Whether memory at a lazy register and an offset can be reached without computing it; and the
 * operand, lazy or not. */
bool skep_x86_is_address(const struct skep_x86_job *job, u32 reg);
struct skep_x86_memory skep_x86_address(const struct skep_x86_job *job, u32 reg, s16 off);

/* Before instructions are written: computes what they read, but for `soft`, and what they would
 * take the parts of away. skep_x86_done follows when they are. */
void skep_x86_prepare(struct skep_x86_job *job, u32 first, u32 length, u16 soft);
void skep_x86_done(struct skep_x86_job *job);

/* Writes one instruction; returns how many slots it stands for. */
u32 skep_x86_select(struct skep_x86_job *job, u32 index);

/* Calls a function of the library or of the host. */
void skep_x86_call_function(struct skep_x86_job *job, const void *function);

/* Jumps to, or calls, X86_SCRATCH. */
void skep_x86_jump_register(struct skep_x86_job *job);
void skep_x86_call_register(struct skep_x86_job *job);

/* Writes the thunk, if there are retpolines. */
void skep_x86_write_thunk(struct skep_x86_job *job);

/* Puts the constant of an instruction into a register, blinded, and lets the instruction use that.
 * Whether the instruction is done with it. */
bool skep_x86_blind(struct skep_x86_job *job, struct skep_x86_insn *i);

/* bpf_tail_call. */
void skep_x86_tail_call(struct skep_x86_job *job);

/* Of a program with callbacks: before a helper is called, and behind it; and the thunks. */
void skep_x86_note_frame(struct skep_x86_job *job);
void skep_x86_stop_if_fault(struct skep_x86_job *job);
void skep_x86_write_callbacks(struct skep_x86_job *job);

/* Puts a call past the limit of frames into the run. */
void skep_x86_note_too_deep(struct skep_x86_job *job);

/* Before an instruction that jumps go to: nothing is known, nothing is put off. */
void skep_x86_begin_block(struct skep_x86_job *job, u32 index);

/* What an instruction means here. */
static inline struct skep_x86_insn skep_x86_read(const struct skep_x86_job *job, u32 index)
{
	const struct bpf_insn *insn = &job->prog->insns[index];
	const struct skep_insn_row *row = skep_insn_row(job->facts->insns[index].row);

	return (struct skep_x86_insn){.row = row,
				      .index = index,
				      .imm = insn->imm,
				      .off = insn->off,
				      .bits = row->bits,
				      .dst = job->reg[insn->dst_reg],
				      .src = job->reg[insn->src_reg],
				      .constant = row->from == SKEP_FROM_K};
}

/* Division and modulo. */
void skep_x86_divide(struct skep_x86_job *job, const struct skep_x86_insn *i);

/* Chooses registers and stack from the facts. */
void skep_x86_choose_frame(struct skep_x86_job *job);

/* Saves the callee-saved registers in use; restores them. */
void skep_x86_wind(struct skep_x86_job *job);
void skep_x86_restore(struct skep_x86_job *job);

/* Gives back the stack and restores what was saved. */
void skep_x86_unwind(struct skep_x86_job *job);

/* That, and returns to the host. */
void skep_x86_leave(struct skep_x86_job *job);

/* exit: back to the host, or to the caller of a local call. */
void skep_x86_exit(struct skep_x86_job *job);

/* Puts code aside; the labels are new ones. */
struct skep_x86_aside *skep_x86_put_aside(struct skep_x86_job *job, const struct skep_x86_insn *i,
					  void (*write)(struct skep_x86_job *,
							const struct skep_x86_aside *));

#endif
