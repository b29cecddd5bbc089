/* SPDX-License-Identifier: BSD-2-Clause */
/* Tail calls. The outermost frame is given back, and the other code entered by a jump: it returns
 * to the host. An inner frame stays: what called it goes on with the other code's result, unless
 * that stopped the run. */
#include "jit/x86.h"

static struct skep_x86_memory at(u8 base, s32 disp)
{
	return (struct skep_x86_memory){.base = base, .index = X86_NO_REGISTER, .disp = disp};
}

static struct skep_x86_memory in_run(size_t field)
{
	return at(X86_RUN, (s32)field);
}

/* SCRATCH = the code to go to; `out` if there is none. */
static void find_target(struct skep_x86 *x, const struct skep_x86_job *job, u32 out)
{
	u8 table = job->reg[2], index = job->reg[3];
	struct skep_x86_memory slot = {table, X86_SCRATCH, 3,
				       offsetof(struct skep_prog_table, slots)};

	skep_x86_move(x, 32, X86_SCRATCH, index);
	skep_x86_rm(x, 0x3b, 32, X86_SCRATCH, at(table, offsetof(struct skep_prog_table, count)));
	skep_x86_jump(x, X86_ABOVE_EQUAL, out);
	skep_x86_rm(x, 0x8b, 64, X86_SCRATCH, slot);
	skep_x86_rr(x, 0x85, 64, X86_SCRATCH, X86_SCRATCH);
	skep_x86_jump(x, X86_EQUAL, out);
}

/* One more tail call, into SCRATCH; `out` if there may be no more. */
static void count(struct skep_x86 *x, u32 out)
{
	struct skep_x86_memory made = in_run(offsetof(struct skep_run, tail_calls));

	skep_x86_rm(x, 0x83, 32, 7, made);
	skep_x86_immediate(x, SKEP_TAIL_CALLS, 1);
	skep_x86_jump(x, X86_ABOVE_EQUAL, out);
	skep_x86_rm(x, 0xff, 32, 0, made);
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, code)));
	skep_x86_move(x, 64, X86_RDI, X86_RUN);
}

/* SCRATCH = where the code begins. */
static void load_entry(struct skep_x86 *x)
{
	skep_x86_rm(x, 0x8b, 64, X86_SCRATCH, at(X86_SCRATCH, offsetof(struct skep_code, enter)));
}

/* The stack is a multiple of 16 here, as a call wants it. */
static void call_code(struct skep_x86_job *job)
{
	struct skep_x86 *x = &job->x;
	struct skep_x86_memory deepest = in_run(offsetof(struct skep_run, deepest));
	struct skep_x86_memory unwind = in_run(offsetof(struct skep_run, unwind));

	skep_x86_rm(x, 0xff, 32, 6, deepest);
	skep_x86_rm(x, 0xff, 32, 6, unwind);
	skep_x86_tell_deeper(x, 16);
	load_entry(x);
	skep_x86_call_register(job);
	skep_x86_rm(x, 0x8f, 32, 0, unwind);
	skep_x86_rm(x, 0x8f, 32, 0, deepest);
	skep_x86_tell_deeper(x, -16);
	skep_x86_stop_if_fault(job);
	skep_x86_load(x, X86_SCRATCH, (u64)(uintptr_t)job->code);
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, in_run(offsetof(struct skep_run, code)));
	skep_x86_immediate(x, 0xc3, 1);
}

void skep_x86_tail_call(struct skep_x86_job *job)
{
	struct skep_x86 *x = &job->x;
	u32 out = skep_x86_labels(x, 2), inner = out + 1;
	s32 down = -(s32)((SKEP_CALL_FRAMES - 1) * job->call_bytes);

	struct skep_jit_mark stack = x->stack;

	find_target(x, job, out);
	count(x, out);
	if (job->facts->calls_local) {
		skep_x86_rm(x, 0x8d, 64, X86_SCRATCH2, at(X86_RSP, down));
		skep_x86_rm(x, 0x3b, 64, X86_SCRATCH2, in_run(offsetof(struct skep_run, deepest)));
		skep_x86_jump(x, X86_NOT_EQUAL, inner);
		skep_x86_operate(x, 0, 64, X86_RSP, 8);
	}
	skep_x86_unwind(job);
	load_entry(x);
	skep_x86_jump_register(job);
	skep_x86_bind(x, inner);
	skep_x86_tell(x, stack);
	if (job->facts->calls_local)
		call_code(job);
	skep_x86_bind(x, out);
}
