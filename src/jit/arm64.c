/* SPDX-License-Identifier: BSD-2-Clause */
/* The JIT for arm64: what surrounds the instructions. */
#include <sys/auxv.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "jit/arm64.h"
#include "jit/install.h"
#include "jit/jit.h"

static struct skep_arm64_memory in_run(size_t field)
{
	return (struct skep_arm64_memory){ARM64_RUN, ARM64_NO_REGISTER, (s32)field};
}

/* The outer function of a program with local calls. */
static void enter_calls(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;

	skep_arm64_call(a, 0);
	skep_arm64_bind(a, job->leave);
	skep_arm64_unwind(job);
	skep_arm64_return(a);
	skep_arm64_bind(a, job->too_deep);
	skep_arm64_load(a, ARM64_SCRATCH, SKEP_FAULT_DEPTH);
	skep_arm64_access(a, ARM64_STORE, 32, ARM64_SCRATCH,
			  in_run(offsetof(struct skep_run, fault)));
	skep_arm64_load(a, ARM64_SCRATCH, (u64)(uintptr_t)job->code);
	skep_arm64_access(a, ARM64_STORE, 64, ARM64_SCRATCH,
			  in_run(offsetof(struct skep_run, code)));
	skep_arm64_bind(a, job->stop);
	skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_SP, ARM64_FP}, 0);
	skep_arm64_load(a, job->reg[0], 0);
	skep_arm64_jump(a, ARM64_ALWAYS, job->leave);
}

static void enter(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;

	skep_arm64_wind(job);
	if ((job->facts->used & 1 << 10) && !job->stack_fixed)
		skep_arm64_add(a, 64, (struct skep_arm64_two){job->reg[10], ARM64_SP},
			       job->stack_top);
	if (job->calls)
		skep_arm64_move(a, 64, ARM64_RUN, 0);
	if (job->facts->packet)
		skep_arm64_enter_packet(job);
	if (job->facts->calls_local)
		enter_calls(job);
}

/* ---- the whole */

enum {
	USUAL_WORDS = 2, /* of an instruction */
	FEW_WORDS = 64,	 /* beside these */
	FEW_JUMPS = 16,	 /* beside those of the program */
	FEW_LABELS = 16, /* beside those of the instructions */
};

static size_t block_size(const struct skep_code *code)
{
	return skep_jit_facts_size(code->count) +
	       skep_jit_jumps_size((size_t)code->jumps + FEW_JUMPS,
				   (size_t)code->count + FEW_LABELS) +
	       ((size_t)code->count + FEW_WORDS) * USUAL_WORDS * sizeof(u32);
}

/* What is left of the block when the jumps have their parts is for the code. */
static void init_arrays(struct skep_arm64 *a, const struct skep_code *code,
			struct skep_jit_block *block)
{
	skep_jit_jumps_init(&a->jumps, block, (size_t)code->jumps + FEW_JUMPS,
			    (size_t)code->count + FEW_LABELS);
	SKEP_JIT_PART(block, &a->code, (block->size - block->used) / sizeof(u32));
}

/* Writes what begins at a slot; the next one. Slots that became part of its code have their labels
 * behind it. */
static u32 write_at(struct skep_arm64_job *job, u32 slot)
{
	bool places = job->code->helpers.places;
	u32 next;

	if (places || !slot || job->facts->insns[slot].target)
		skep_arm64_bind(&job->a, slot);
	next = slot + skep_arm64_select(job, slot);
	for (u32 i = slot + 1; places && i < next && i < job->prog->count; i++)
		skep_arm64_bind(&job->a, i);
	return next;
}

static void write_program(struct skep_arm64_job *job)
{
	u32 count = job->prog->count, others;

	skep_arm64_labels(&job->a, count);
	others = skep_arm64_labels(&job->a, 5);
	job->leave = others;
	job->fail = others + 1;
	job->too_deep = others + 2;
	job->find = others + 3;
	job->stop = others + 4;
	enter(job);
	for (u32 i = 0; i < count && !job->a.failed;)
		i = write_at(job, i);
	/* Asides may jump to the packet's ends, so these come last. */
	for (size_t i = 0; i < job->asides.count && !job->a.failed; i++) {
		const struct skep_arm64_aside aside = job->asides.data[i];

		skep_arm64_bind(&job->a, aside.entry);
		aside.write(job, &aside);
	}
	if (job->facts->packet)
		skep_arm64_write_packet_ends(job);
}

/* The facts have their part of the block already. SKEP_ARM64_FAR is put into *features if that is
 * why it cannot be. */
static bool write_and_install(const struct skep_jit_facts *facts, struct skep_code *code,
			      struct skep_jit_block block, u32 *features, struct skep_diag *d)
{
	struct skep_arm64_job job = {
	    .code = code, .prog = code->prog, .facts = facts, .features = *features};
	bool ok, far = false;
	struct skep_jit_draft draft;

	init_arrays(&job.a, code, &block);
	skep_arm64_choose_frame(&job);
	write_program(&job);
	draft = skep_arm64_draft(&job.a);
	ok = job.a.failed ? skep_fail_nomem(d) : skep_jit_install(code, &draft, &far, d);
	*features |= far ? SKEP_ARM64_FAR : 0;
	code->alone = ok && !job.calls && !facts->packet;
	skep_free(job.asides.data);
	skep_arm64_fini(&job.a);
	return ok;
}

/* They have no thunks here. */
static bool fail_callbacks(const struct skep_code *code, struct skep_diag *d)
{
	skep_fail(
	    d, SKEP_E_UNSUPPORTED,
	    "helpers call %u functions of the program back, which machine code for arm64 does "
	    "not have",
	    code->callback_count);
	return skep_hint(d, "run programs with callbacks in the interpreter: SKEP_CODE_PLAIN");
}

bool skep_arm64_compile(struct skep_code *code, u32 features, struct skep_diag *d)
{
	bool ok, tried_far = features & SKEP_ARM64_FAR;
	struct skep_jit_facts facts;
	struct skep_jit_block block;

	if (code->callback_count || code->helpers.throws)
		return fail_callbacks(code, d);
	if (!skep_jit_block_init(&block, block_size(code)))
		return skep_fail_nomem(d);
	skep_jit_facts_init(&facts, code, &block);
	ok = write_and_install(&facts, code, block, &features, d);
	if (!ok && (features & SKEP_ARM64_FAR) && !tried_far)
		ok = write_and_install(&facts, code, block, &features, d);
	skep_jit_block_fini(&block);
	return ok;
}

static u32 find_features(void)
{
	return getauxval(AT_HWCAP) & HWCAP_ATOMICS ? SKEP_ARM64_LSE : 0;
}

bool skep_jit_compile(struct skep_code *code, struct skep_diag *d)
{
	return skep_arm64_compile(code, find_features(), d);
}
