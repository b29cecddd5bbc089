/* SPDX-License-Identifier: BSD-2-Clause */
/* Local calls, helper calls and tail calls. */
#include "jit/arm64.h"
#include "vm/env.h"

static struct skep_arm64_memory in_run(size_t field)
{
	return (struct skep_arm64_memory){ARM64_RUN, ARM64_NO_REGISTER, (s32)field};
}

static void move_r10(struct skep_arm64_job *job, s32 bytes)
{
	u8 r10 = job->reg[10];

	if (job->facts->used & 1 << 10)
		skep_arm64_add(&job->a, 64, (struct skep_arm64_two){r10, r10}, bytes);
}

/* The stack that a local call takes. */
static s32 call_bytes(const struct skep_arm64_job *job)
{
	return 8 * (s32)job->kept_count;
}

/* Registers to the stack below sp, or from there; the pair nearest to sp moves it. */
static void keep_registers(struct skep_arm64_job *job)
{
	for (u32 n = 0; n < job->kept_count; n += 2) {
		struct skep_arm64_two pair = {job->kept[n], job->kept[n + 1]};

		skep_arm64_pair(&job->a, n ? ARM64_STP : ARM64_STP_BEFORE, pair, ARM64_SP,
				n ? 8 * (s32)n : -call_bytes(job));
	}
}

static void restore_registers(struct skep_arm64_job *job)
{
	for (u32 n = job->kept_count; n > 0; n -= 2) {
		struct skep_arm64_two pair = {job->kept[n - 2], job->kept[n - 1]};

		skep_arm64_pair(&job->a, n > 2 ? ARM64_LDP : ARM64_LDP_BEHIND, pair, ARM64_SP,
				n > 2 ? 8 * (s32)(n - 2) : call_bytes(job));
	}
}

static void stop_too_deep(struct skep_arm64_job *job, const struct skep_arm64_aside *aside)
{
	skep_arm64_load(&job->a, ARM64_SCRATCH, aside->insn.index);
	skep_arm64_access(&job->a, ARM64_STORE, 32, ARM64_SCRATCH,
			  in_run(offsetof(struct skep_run, fault_insn)));
	skep_arm64_jump(&job->a, ARM64_ALWAYS, job->too_deep);
}

/* The stack itself counts the frames: every local call takes the same bytes of it. */
void skep_arm64_call_local(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 target)
{
	struct skep_arm64 *a = &job->a;
	const struct skep_arm64_aside *aside = skep_arm64_put_aside(job, i, stop_too_deep);

	if (!aside)
		return;
	skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_SCRATCH, ARM64_SP},
		       (SKEP_CALL_FRAMES - 1) * call_bytes(job));
	skep_arm64_op(a, ARM64_SUBS, 64,
		      (struct skep_arm64_three){.d = ARM64_ZR, .n = ARM64_SCRATCH, .m = ARM64_FP});
	skep_arm64_jump(a, ARM64_LS, aside->entry);
	keep_registers(job);
	move_r10(job, SKEP_STACK_FRAME);
	skep_arm64_call(a, target);
	move_r10(job, -SKEP_STACK_FRAME);
	restore_registers(job);
}

void skep_arm64_call_function(struct skep_arm64_job *job, const void *function)
{
	u64 address = (u64)(uintptr_t)function;

	if (!(job->features & SKEP_ARM64_FAR)) {
		skep_arm64_call_out(&job->a, address);
		return;
	}
	skep_arm64_load(&job->a, ARM64_TEMP, address);
	skep_arm64_call_register(&job->a, ARM64_TEMP);
}

/* Where there are local calls, x30 is the way back of the frame. */
static void call_out(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	bool keep = job->facts->calls_local;

	if (keep)
		skep_arm64_move(&job->a, 64, ARM64_RETURN, ARM64_LR);
	skep_arm64_call_function(job, skep_code_function(job->code, i->index));
	if (keep)
		skep_arm64_move(&job->a, 64, ARM64_LR, ARM64_RETURN);
}

void skep_arm64_call_helper(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	skep_arm64_move(&job->a, 64, 0, ARM64_RUN);
	call_out(job, i);
}

void skep_arm64_load_cpu(struct skep_arm64_job *job, u8 d)
{
	const struct skep_arm64_memory cpu = {d, ARM64_NO_REGISTER, offsetof(struct skep_env, cpu)};

	skep_arm64_access(&job->a, ARM64_LOAD, 64, d, in_run(offsetof(struct skep_run, env)));
	skep_arm64_access(&job->a, ARM64_LOAD, 32, d, cpu);
}

/* The operation takes what a helper would, but for the run. */
void skep_arm64_call_map(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	const struct skep_map_call *call = &skep_map_calls[skep_map_call_operation(i->imm)];

	for (u8 n = 0; n < call->arguments; n++)
		skep_arm64_move(&job->a, 64, n, n + 1);
	if (call->takes_cpu)
		skep_arm64_load_cpu(job, call->arguments);
	call_out(job, i);
	if (call->gives_int)
		skep_arm64_extend(&job->a, 64, (struct skep_arm64_two){0, 0}, 32);
}

/* ---- tail calls: the outermost frame is given back, and the other code entered by a jump: it
 * returns to the host. An inner frame stays: what called it goes on with the other code's result,
 * unless that stopped the run. */

/* SCRATCH = the code to go to; `out` if there is none. */
static void find_target(struct skep_arm64_job *job, u32 out)
{
	struct skep_arm64 *a = &job->a;
	u8 table = job->reg[2], index = job->reg[3];
	const struct skep_arm64_memory count = {table, ARM64_NO_REGISTER,
						offsetof(struct skep_prog_table, count)};

	skep_arm64_access(a, ARM64_LOAD, 32, ARM64_SCRATCH, count);
	skep_arm64_op(a, ARM64_SUBS, 32,
		      (struct skep_arm64_three){.d = ARM64_ZR, .n = index, .m = ARM64_SCRATCH});
	skep_arm64_jump(a, ARM64_HS, out);
	skep_arm64_op(
	    a, ARM64_ADD_UXTW, 64,
	    (struct skep_arm64_three){.d = ARM64_SCRATCH, .n = table, .m = index, .count = 3});
	skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_SCRATCH, ARM64_SCRATCH},
		       offsetof(struct skep_prog_table, slots));
	skep_arm64_atomic(a, ARM64_LDAR, 64,
			  (struct skep_arm64_three){.d = ARM64_SCRATCH, .n = ARM64_SCRATCH});
	skep_arm64_jump_zero(a, 64, ARM64_SCRATCH, false, out);
}

/* One more tail call, into SCRATCH, which comes to hold its entry; `out` if there may be no more.
 */
static void count_call(struct skep_arm64 *a, u32 out)
{
	const struct skep_arm64_memory enter = {ARM64_SCRATCH, ARM64_NO_REGISTER,
						offsetof(struct skep_code, enter)};
	struct skep_arm64_memory made = in_run(offsetof(struct skep_run, tail_calls));

	skep_arm64_access(a, ARM64_LOAD, 32, ARM64_SCRATCH2, made);
	skep_arm64_compare(a, 32, ARM64_SCRATCH2, SKEP_TAIL_CALLS);
	skep_arm64_jump(a, ARM64_HS, out);
	skep_arm64_add(a, 32, (struct skep_arm64_two){ARM64_SCRATCH2, ARM64_SCRATCH2}, 1);
	skep_arm64_access(a, ARM64_STORE, 32, ARM64_SCRATCH2, made);
	skep_arm64_access(a, ARM64_STORE, 64, ARM64_SCRATCH,
			  in_run(offsetof(struct skep_run, code)));
	skep_arm64_access(a, ARM64_LOAD, 64, ARM64_SCRATCH, enter);
	skep_arm64_move(a, 64, 0, ARM64_RUN);
}

static void call_code(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;
	const struct skep_arm64_two back = {ARM64_LR, ARM64_ZR};

	skep_arm64_pair(a, ARM64_STP_BEFORE, back, ARM64_SP, -16);
	skep_arm64_call_register(a, ARM64_SCRATCH);
	skep_arm64_pair(a, ARM64_LDP_BEHIND, back, ARM64_SP, 16);
	skep_arm64_access(a, ARM64_LOAD, 32, ARM64_SCRATCH,
			  in_run(offsetof(struct skep_run, fault)));
	skep_arm64_jump_zero(a, 32, ARM64_SCRATCH, true, job->stop);
	skep_arm64_return(a);
}

void skep_arm64_tail_call(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;
	u32 out = skep_arm64_labels(a, 2), inner = out + 1;

	find_target(job, out);
	count_call(a, out);
	if (job->facts->calls_local) {
		skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_SCRATCH2, ARM64_SP}, 0);
		skep_arm64_op(
		    a, ARM64_SUBS, 64,
		    (struct skep_arm64_three){.d = ARM64_ZR, .n = ARM64_SCRATCH2, .m = ARM64_FP});
		skep_arm64_jump(a, ARM64_NE, inner);
	}
	skep_arm64_unwind(job);
	skep_arm64_jump_register(a, ARM64_SCRATCH);
	skep_arm64_bind(a, inner);
	if (job->facts->calls_local)
		call_code(job);
	skep_arm64_bind(a, out);
}
