/* SPDX-License-Identifier: BSD-2-Clause */
/* What a program takes of the machine: registers, those of them that must be saved, the stack; and
 * the code that is put aside.
 *
 * Without local calls a program is one function of the System V ABI that saves what it uses and no
 * more. With them, it is an outer function that has the stack of all frames and calls the program's
 * first instruction; a local call keeps r6 to r9 on the machine's stack, and every exit is a ret,
 * so that it does not matter which frame an instruction runs in. */
#include <string.h>

#include "base/array.h"
#include "jit/x86.h"

enum {
	USED_R6_TO_R9 = 0x3c0,
	USED_R10 = 1 << 10,
	CALLEE_SAVED =
	    1 << X86_RBX | 1 << X86_RBP | 1 << X86_R12 | 1 << X86_R13 | 1 << X86_R14 | 1 << X86_R15,
};

struct skep_x86_aside *skep_x86_put_aside(struct skep_x86_job *job, const struct skep_x86_insn *i,
					  void (*write)(struct skep_x86_job *,
							const struct skep_x86_aside *))
{
	u32 labels = skep_x86_labels(&job->x, 2);
	struct skep_x86_aside aside = {
	    .write = write, .insn = *i, .entry = labels, .back = labels + 1};

	if (job->x.failed || !SKEP_PUSH(&job->asides, aside)) {
		job->x.failed = true;
		return NULL;
	}
	return &job->asides.data[job->asides.count - 1];
}

/* ---- registers */

/* In a program that calls nothing, r6 to r9 first take what is left of the argument registers. */
static void spread_registers(struct skep_x86_job *job)
{
	u16 used = job->facts->used;
	u8 bpf = 6;

	for (u8 free = 1; free <= 5; free++) {
		if (used & 1 << free)
			continue;
		while (bpf <= 9 && !(used & 1 << bpf))
			bpf++;
		if (bpf > 9)
			return;
		job->reg[bpf++] = job->reg[free];
		/* Nobody else may be found in it. */
		job->reg[free] = X86_NO_REGISTER;
	}
	while (bpf <= 9 && !(used & 1 << bpf))
		bpf++;
	if (bpf <= 9 && !job->facts->packet)
		job->reg[bpf] = X86_RDI;
}

static void choose_registers(struct skep_x86_job *job)
{
	static const u8 usual[SKEP_CODE_REGISTERS] = {X86_RAX, X86_RSI, X86_RDX, X86_RCX,
						      X86_R8,  X86_R9,	X86_RBX, X86_R14,
						      X86_R15, X86_R12, X86_RBP, X86_RDI};

	memcpy(job->reg, usual, sizeof(usual));
	job->calls = job->facts->calls_local || job->facts->calls_helper ||
		     job->facts->calls_tail || job->code->reads_cpu || job->code->may_goto ||
		     job->code->helpers.window;
	if (job->calls)
		job->saved = 1 << X86_RUN;
	else
		spread_registers(job);
	job->frame_on_rsp =
	    !job->facts->calls_local && !job->facts->moves_frame && !job->code->blind_constants;
	if (job->frame_on_rsp)
		job->reg[10] = X86_RSP;
	for (u32 bpf = 0; bpf < SKEP_CODE_REGISTERS; bpf++)
		if ((job->facts->used & 1 << bpf) && (CALLEE_SAVED & 1 << job->reg[bpf]))
			job->saved |= (u16)(1 << job->reg[bpf]);
}

/* Where a helper is called, the stack is a multiple of 16, as the ABI wants it. */
static void choose_stack(struct skep_x86_job *job)
{
	u32 saved = (u32)__builtin_popcount(job->saved);
	bool frame = job->facts->used & USED_R10;

	job->frame_bytes = frame ? SKEP_STACK_FRAME : 0;
	if (job->facts->calls_local) {
		u32 kept = (u32)__builtin_popcount(job->facts->used & USED_R6_TO_R9);

		job->frame_bytes *= SKEP_CALL_FRAMES;
		job->frame_bytes += saved % 2 * 8;
		job->call_bytes = (8 * kept + 8 + 15) / 16 * 16;
	} else if (job->calls || frame) {
		job->frame_bytes += saved % 2 ? 0 : 8;
	}
}

void skep_x86_choose_frame(struct skep_x86_job *job)
{
	choose_registers(job);
	choose_stack(job);
}

/* ---- in and out */

static void push_saved(struct skep_x86 *x, u8 reg)
{
	struct skep_jit_mark stack;

	skep_x86_push(x, reg);
	stack = x->stack;
	stack.saved = reg;
	skep_x86_tell(x, stack);
}

void skep_x86_wind(struct skep_x86_job *job)
{
	for (u8 reg = 0; reg <= X86_R15; reg++)
		if (job->saved & 1 << reg)
			push_saved(&job->x, reg);
}

void skep_x86_restore(struct skep_x86_job *job)
{
	for (u8 reg = X86_R15 + 1; reg-- > 0;)
		if (job->saved & 1 << reg)
			skep_x86_pop(&job->x, reg);
}

void skep_x86_unwind(struct skep_x86_job *job)
{
	if (job->frame_bytes)
		skep_x86_operate(&job->x, 0, 64, X86_RSP, (s32)job->frame_bytes);
	skep_x86_restore(job);
}

void skep_x86_leave(struct skep_x86_job *job)
{
	struct skep_jit_mark stack = job->x.stack;

	skep_x86_unwind(job);
	skep_x86_immediate(&job->x, 0xc3, 1);
	skep_x86_tell(&job->x, stack);
}

void skep_x86_exit(struct skep_x86_job *job)
{
	if (job->facts->calls_local)
		skep_x86_immediate(&job->x, 0xc3, 1);
	else
		skep_x86_leave(job);
}

void skep_x86_note_too_deep(struct skep_x86_job *job)
{
	struct skep_x86_memory fault = {X86_RUN, X86_NO_REGISTER, 0,
					offsetof(struct skep_run, fault)};
	struct skep_x86_memory code = {X86_RUN, X86_NO_REGISTER, 0,
				       offsetof(struct skep_run, code)};
	struct skep_x86 *x = &job->x;

	skep_x86_rm(x, 0xc7, 32, 0, fault);
	skep_x86_immediate(x, SKEP_FAULT_DEPTH, 4);
	skep_x86_load(x, X86_SCRATCH, (u64)(uintptr_t)job->code);
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, code);
}

/* ---- calls out */

void skep_x86_jump_register(struct skep_x86_job *job)
{
	if (job->code->retpolines)
		skep_x86_jump(&job->x, X86_ALWAYS, job->thunk);
	else
		skep_x86_rr(&job->x, 0xff, 32, 4, X86_SCRATCH);
}

void skep_x86_call_register(struct skep_x86_job *job)
{
	if (job->code->retpolines)
		skep_x86_call(&job->x, job->thunk);
	else
		skep_x86_rr(&job->x, 0xff, 32, 2, X86_SCRATCH);
}

void skep_x86_call_function(struct skep_x86_job *job, const void *function)
{
	u64 address = (u64)(uintptr_t)function;

	if (!(job->features & SKEP_X86_FAR)) {
		skep_x86_call_out(&job->x, address);
		return;
	}
	skep_x86_load(&job->x, X86_SCRATCH, address);
	skep_x86_call_register(job);
}

/* call real; trap: pause; lfence; jmp trap; real: mov [rsp], r11; ret */
void skep_x86_write_thunk(struct skep_x86_job *job)
{
	struct skep_x86 *x = &job->x;
	struct skep_x86_memory top = {.base = X86_RSP, .index = X86_NO_REGISTER};
	u32 trap = skep_x86_labels(x, 2), real = trap + 1;

	if (!job->code->retpolines || !skep_x86_reserve(x))
		return;
	skep_x86_bind(x, job->thunk);
	skep_x86_call(x, real);
	skep_x86_bind(x, trap);
	skep_x86_immediate(x, 0xe8ae0f90f3, 5);
	skep_x86_jump(x, X86_ALWAYS, trap);
	skep_x86_bind(x, real);
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, top);
	skep_x86_immediate(x, 0xc3, 1);
}
