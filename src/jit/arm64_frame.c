/* SPDX-License-Identifier: BSD-2-Clause */
/* What a program takes of the machine: registers, those of them that must be saved, the stack; and
 * the code that is put aside.
 *
 * A program that calls nothing saves nothing and moves sp only for its stack. One with calls has,
 * from sp upwards, the saved x29 and x30, where x29 points to, its frames of stack, and what else
 * it saved. One with local calls is an outer function that calls the program's first instruction; a
 * local call keeps r6 to r9 and x30 below x29, and every exit is a ret, so that it does not matter
 * which frame an instruction runs in. */
#include <string.h>

#include "base/array.h"
#include "jit/arm64.h"

enum { USED_R10 = 1 << 10, RECORD = 16 };

struct skep_arm64_aside *skep_arm64_put_aside(struct skep_arm64_job *job,
					      const struct skep_arm64_insn *i,
					      void (*write)(struct skep_arm64_job *,
							    const struct skep_arm64_aside *))
{
	u32 labels = skep_arm64_labels(&job->a, 2);
	struct skep_arm64_aside aside = {
	    .write = write, .insn = *i, .entry = labels, .back = labels + 1};

	if (job->a.failed || !SKEP_PUSH(&job->asides, aside)) {
		job->a.failed = true;
		return NULL;
	}
	return &job->asides.data[job->asides.count - 1];
}

/* ---- registers */

static void choose_registers(struct skep_arm64_job *job)
{
	static const u8 usual[SKEP_CODE_REGISTERS] = {0, 1, 2, 3, 4, 5, 20, 21, 22, 23, 24, 6};
	static const u8 leaf[SKEP_CODE_REGISTERS] = {0, 1, 2, 3, 4, 5, 11, 12, 13, 14, 15};

	job->calls = job->facts->calls_local || job->facts->calls_helper ||
		     job->facts->calls_tail || job->code->reads_cpu || job->code->may_goto ||
		     job->code->helpers.window;
	memcpy(job->reg, job->calls ? usual : leaf, sizeof(job->reg));
}

/* What has to be saved; and of that, what a local call keeps. */
static void choose_saved(struct skep_arm64_job *job)
{
	const struct skep_jit_facts *facts = job->facts;

	if (!job->calls)
		return;
	job->kept[job->kept_count++] = ARM64_LR;
	job->saved[job->saved_count++] = ARM64_RUN;
	for (u32 bpf = 6; bpf <= 10; bpf++) {
		if (!(facts->used & 1 << bpf) || (bpf == 10 && job->stack_fixed))
			continue;
		job->saved[job->saved_count++] = job->reg[bpf];
		if (bpf <= 9)
			job->kept[job->kept_count++] = job->reg[bpf];
	}
	if (facts->calls_local && facts->calls_helper)
		job->saved[job->saved_count++] = ARM64_RETURN;
	if (job->saved_count % 2)
		job->saved[job->saved_count++] = ARM64_ZR;
	if (job->kept_count % 2)
		job->kept[job->kept_count++] = ARM64_ZR;
}

void skep_arm64_choose_frame(struct skep_arm64_job *job)
{
	const struct skep_jit_facts *facts = job->facts;
	bool frame = facts->used & USED_R10;

	job->stack_fixed = !facts->calls_local && !facts->moves_frame;
	choose_registers(job);
	choose_saved(job);
	job->frame_bytes =
	    frame ? SKEP_STACK_FRAME * (facts->calls_local ? SKEP_CALL_FRAMES : 1) : 0;
	job->stack_top = SKEP_STACK_FRAME + (job->calls ? RECORD : 0);
}

bool skep_arm64_is_frame(const struct skep_arm64_job *job, u8 reg)
{
	return job->stack_fixed && reg == job->reg[10];
}

void skep_arm64_address(struct skep_arm64_job *job, u8 d, u8 base, s32 off)
{
	bool frame = skep_arm64_is_frame(job, base);

	skep_arm64_add(&job->a, 64, (struct skep_arm64_two){d, frame ? ARM64_SP : base},
		       frame ? off + job->stack_top : off);
}

/* ---- in and out */

static struct skep_arm64_two pair(const u8 *registers)
{
	return (struct skep_arm64_two){registers[0], registers[1]};
}

static void move_sp(struct skep_arm64 *a, s32 bytes)
{
	if (bytes)
		skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_SP, ARM64_SP}, bytes);
}

void skep_arm64_wind(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;

	for (u32 n = 0; n < job->saved_count; n += 2)
		skep_arm64_pair(a, ARM64_STP_BEFORE, pair(&job->saved[n]), ARM64_SP, -16);
	move_sp(a, -(s32)job->frame_bytes);
	if (!job->calls)
		return;
	skep_arm64_pair(a, ARM64_STP_BEFORE, (struct skep_arm64_two){ARM64_FP, ARM64_LR}, ARM64_SP,
			-RECORD);
	skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_FP, ARM64_SP}, 0);
}

void skep_arm64_unwind(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;

	if (job->calls)
		skep_arm64_pair(a, ARM64_LDP_BEHIND, (struct skep_arm64_two){ARM64_FP, ARM64_LR},
				ARM64_SP, RECORD);
	move_sp(a, (s32)job->frame_bytes);
	for (u32 n = job->saved_count; n > 0; n -= 2)
		skep_arm64_pair(a, ARM64_LDP_BEHIND, pair(&job->saved[n - 2]), ARM64_SP, 16);
}

void skep_arm64_exit(struct skep_arm64_job *job)
{
	if (!job->facts->calls_local)
		skep_arm64_unwind(job);
	skep_arm64_return(&job->a);
}
