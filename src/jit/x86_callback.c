/* SPDX-License-Identifier: BSD-2-Clause */
/* Callbacks: a function of the program, called from a helper that the program calls. The helper
 * calls a thunk with the ABI of the host, whose second to sixth argument registers are r1 to r5. It
 * takes what the helper call left in the run: r10 of that frame, behind which the callback's lies;
 * and how far the stack pointer was from `deepest`, which is how many frames are left. The same
 * distance, less one frame, lies below where the thunk is. What the run had is put back behind it,
 * since the helper may call again. */
#include "jit/x86.h"

enum { KEPT = 3 }; /* fields of the run */

static struct skep_x86_memory at(u8 base, s32 disp)
{
	return (struct skep_x86_memory){.base = base, .index = X86_NO_REGISTER, .disp = disp};
}

static struct skep_x86_memory in_run(size_t field)
{
	return at(X86_RUN, (s32)field);
}

void skep_x86_note_frame(struct skep_x86_job *job)
{
	skep_x86_rm(&job->x, 0x89, 64, job->reg[10], in_run(offsetof(struct skep_run, frame)));
	skep_x86_rm(&job->x, 0x89, 64, X86_RSP, in_run(offsetof(struct skep_run, stack)));
}

void skep_x86_stop_if_fault(struct skep_x86_job *job)
{
	skep_x86_rm(&job->x, 0x83, 32, 7, in_run(offsetof(struct skep_run, fault)));
	skep_x86_immediate(&job->x, SKEP_FAULT_NONE, 1);
	skep_x86_jump(&job->x, X86_NOT_EQUAL, job->stop);
}

static void keep_run(struct skep_x86 *x)
{
	skep_x86_rm(x, 0xff, 32, 6, in_run(offsetof(struct skep_run, stack)));
	skep_x86_rm(x, 0xff, 32, 6, in_run(offsetof(struct skep_run, deepest)));
	skep_x86_rm(x, 0xff, 32, 6, in_run(offsetof(struct skep_run, unwind)));
	skep_x86_tell_deeper(x, KEPT * 8);
}

static void restore_run(struct skep_x86 *x)
{
	skep_x86_rm(x, 0x8f, 32, 0, in_run(offsetof(struct skep_run, unwind)));
	skep_x86_rm(x, 0x8f, 32, 0, in_run(offsetof(struct skep_run, deepest)));
	skep_x86_rm(x, 0x8f, 32, 0, in_run(offsetof(struct skep_run, stack)));
	skep_x86_tell_deeper(x, -KEPT * 8);
}

/* SCRATCH = bytes of stack that are left for frames; `deep` if there are none. */
static void measure(struct skep_x86 *x, u32 deep)
{
	skep_x86_rm(x, 0x8b, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, stack)));
	skep_x86_rm(x, 0x2b, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, deepest)));
	skep_x86_jump(x, X86_BELOW_EQUAL, deep);
}

/* The frame of the callback, which is called with `pad` bytes and the return address on the stack.
 */
static void set_frame(struct skep_x86_job *job, s32 pad)
{
	struct skep_x86 *x = &job->x;
	struct skep_x86_memory deepest = {X86_RSP, X86_SCRATCH, 0, (s32)job->call_bytes - pad - 8};

	skep_x86_rr(x, 0xf7, 64, 3, X86_SCRATCH);
	skep_x86_rm(x, 0x8d, 64, X86_SCRATCH, deepest);
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, deepest)));
	skep_x86_rm(x, 0x8d, 64, X86_SCRATCH, at(X86_RSP, -pad - 8));
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, unwind)));
	skep_x86_rm(x, 0x8b, 64, job->reg[10], in_run(offsetof(struct skep_run, frame)));
	skep_x86_operate(x, 0, 64, job->reg[10], SKEP_STACK_FRAME);
}

static void write_too_deep(struct skep_x86_job *job, u32 target)
{
	struct skep_x86 *x = &job->x;

	skep_x86_rm(x, 0xc7, 32, 0, in_run(offsetof(struct skep_run, fault_insn)));
	skep_x86_immediate(x, target, 4);
	skep_x86_note_too_deep(job);
	skep_x86_load(x, X86_RAX, 0);
}

static void write_callback(struct skep_x86_job *job, u32 number)
{
	struct skep_x86 *x = &job->x;
	u32 deep = skep_x86_labels(x, 2), out = deep + 1;
	u32 words = (u32)__builtin_popcount(job->saved) + KEPT;
	struct skep_jit_mark stack;
	s32 pad = words % 2 ? 8 : 0; /* the callback's frame begins as any */

	skep_x86_bind(x, job->callbacks + number);
	skep_x86_tell_part(x);
	skep_x86_wind(job);
	skep_x86_move(x, 64, X86_RUN, X86_RDI);
	keep_run(x);
	stack = x->stack;
	measure(x, deep);
	set_frame(job, pad);
	if (pad)
		skep_x86_operate(x, 5, 64, X86_RSP, pad);
	skep_x86_call(x, job->code->callbacks[number].target);
	if (pad)
		skep_x86_operate(x, 0, 64, X86_RSP, pad);
	skep_x86_rm(x, 0x8d, 64, X86_SCRATCH, at(job->reg[10], -SKEP_STACK_FRAME));
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, frame)));
	skep_x86_bind(x, out);
	restore_run(x);
	skep_x86_restore(job);
	skep_x86_immediate(x, 0xc3, 1);
	skep_x86_bind(x, deep);
	skep_x86_tell(x, stack);
	write_too_deep(job, job->code->callbacks[number].target);
	skep_x86_jump(x, X86_ALWAYS, out);
}

void skep_x86_write_callbacks(struct skep_x86_job *job)
{
	for (u32 i = 0; i < job->code->callback_count && skep_x86_reserve(&job->x); i++)
		write_callback(job, i);
}
