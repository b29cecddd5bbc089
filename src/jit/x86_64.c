/* SPDX-License-Identifier: BSD-2-Clause */
/* The JIT for x86-64: what surrounds the instructions. */
#include "base/array.h"
#include "base/diag.h"
#include "jit/install.h"
#include "jit/jit.h"
#include "jit/x86.h"

/* What LD_ABS reads where there is no packet. */
static const struct skep_packet no_packet;

static struct skep_x86_memory at(u8 base, s32 disp)
{
	return (struct skep_x86_memory){.base = base, .index = X86_NO_REGISTER, .disp = disp};
}

/* ---- in and out */

/* rdi = the packet of the run, if need be one without bytes. */
static void enter_packet(struct skep_x86 *x)
{
	skep_x86_load(x, X86_SCRATCH, (u64)(uintptr_t)&no_packet);
	skep_x86_rm(x, 0x8b, 64, X86_PACKET, at(X86_RDI, offsetof(struct skep_run, packet)));
	skep_x86_rr(x, 0x85, 64, X86_PACKET, X86_PACKET);
	skep_x86_rr(x, 0x0f44, 64, X86_PACKET, X86_SCRATCH);
}

/* The outer function of a program with local calls. */
static void enter_calls(struct skep_x86_job *job)
{
	struct skep_x86 *x = &job->x;
	s32 deepest = -(s32)((SKEP_CALL_FRAMES - 1) * job->call_bytes + 8);
	struct skep_x86_memory limit = at(X86_RUN, offsetof(struct skep_run, deepest));
	struct skep_x86_memory unwind = at(X86_RUN, offsetof(struct skep_run, unwind));

	skep_x86_rm(x, 0x8d, 64, X86_SCRATCH, at(X86_RSP, deepest));
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, limit);
	skep_x86_rm(x, 0x8d, 64, X86_SCRATCH, at(X86_RSP, -8));
	skep_x86_rm(x, 0x89, 64, X86_SCRATCH, unwind);
	skep_x86_call(x, 0);
	skep_x86_leave(job);
	skep_x86_bind(x, job->too_deep);
	skep_x86_note_too_deep(job);
	skep_x86_bind(x, job->stop);
	skep_x86_rm(x, 0x8b, 64, X86_RSP, unwind);
	skep_x86_tell_part(x);
	skep_x86_load(x, X86_RAX, 0);
	skep_x86_immediate(x, 0xc3, 1);
}

static void enter(struct skep_x86_job *job)
{
	struct skep_x86 *x = &job->x;

	skep_x86_tell_part(x);
	skep_x86_wind(job);
	if (job->frame_bytes)
		skep_x86_operate(x, 5, 64, X86_RSP, (s32)job->frame_bytes);
	if ((job->facts->used & 1 << 10) && !job->frame_on_rsp)
		skep_x86_rm(x, 0x8d, 64, job->reg[10], at(X86_RSP, SKEP_STACK_FRAME));
	if (job->calls)
		skep_x86_move(x, 64, X86_RUN, X86_RDI);
	else if (job->facts->packet)
		enter_packet(x);
	if (!job->facts->calls_local)
		return;
	enter_calls(job);
	skep_x86_tell_part(x);
}

/* rax = address of SCRATCH2 bytes at offset SCRATCH of the packet, or 0; all else stays. */
static void write_find(struct skep_x86_job *job)
{
	static const u8 kept[] = {X86_RDI, X86_RSI, X86_RDX, X86_RCX, X86_R8, X86_R9, X86_RBP};
	struct skep_x86 *x = &job->x;
	struct skep_jit_mark stack;

	skep_x86_bind(x, job->find);
	skep_x86_tell_part(x);
	for (u32 n = 0; n < SKEP_COUNT(kept); n++)
		skep_x86_push(x, kept[n]);
	if (job->calls)
		skep_x86_rm(x, 0x8b, 64, X86_RDI, at(X86_RUN, offsetof(struct skep_run, packet)));
	skep_x86_move(x, 32, X86_RSI, X86_SCRATCH);
	skep_x86_move(x, 32, X86_RDX, X86_SCRATCH2);
	skep_x86_move(x, 64, X86_RBP, X86_RSP);
	stack = x->stack;
	stack.base = X86_RBP;
	skep_x86_tell(x, stack);
	skep_x86_operate(x, 4, 64, X86_RSP, -16);
	skep_x86_call_function(job, (const void *)(uintptr_t)skep_packet_at_slow);
	skep_x86_move(x, 64, X86_RSP, X86_RBP);
	stack.base = X86_RSP;
	skep_x86_tell(x, stack);
	for (u32 n = SKEP_COUNT(kept); n-- > 0;)
		skep_x86_pop(x, kept[n]);
	skep_x86_immediate(x, 0xc3, 1);
}

static void write_packet_ends(struct skep_x86_job *job)
{
	write_find(job);
	skep_x86_bind(&job->x, job->fail);
	skep_x86_load(&job->x, X86_RAX, 0);
	skep_x86_exit(job);
}

/* ---- the whole */

enum {
	USUAL_BYTES = 5,		/* of an instruction */
	FEW_BYTES = 2 * SKEP_X86_PIECE, /* beside these */
	FEW_JUMPS = 16,			/* beside those of the program */
	FEW_LABELS = 16,		/* beside those of the instructions */
};

static size_t block_size(const struct skep_code *code)
{
	return skep_jit_facts_size(code->count) +
	       skep_jit_jumps_size((size_t)code->jumps + FEW_JUMPS,
				   (size_t)code->count + FEW_LABELS) +
	       (size_t)code->count * USUAL_BYTES + FEW_BYTES;
}

/* What is left of the block when the jumps have their parts is for the code. */
static void init_arrays(struct skep_x86 *x, const struct skep_code *code,
			struct skep_jit_block *block)
{
	skep_jit_jumps_init(&x->jumps, block, (size_t)code->jumps + FEW_JUMPS,
			    (size_t)code->count + FEW_LABELS);
	SKEP_JIT_PART(block, &x->code, block->size - block->used);
}

/* Writes what begins at a slot; the next one. Slots that became part of its code have their labels
 * behind it. */
static u32 write_at(struct skep_x86_job *job, u32 slot)
{
	bool places = job->code->helpers.places, enters = !slot || job->facts->insns[slot].target;
	u32 next;

	if (enters)
		skep_x86_begin_block(job, slot);
	if (enters || places)
		skep_x86_bind(&job->x, slot);
	next = slot + skep_x86_select(job, slot);
	for (u32 i = slot + 1; places && i < next && i < job->prog->count; i++)
		skep_x86_bind(&job->x, i);
	return next;
}

static void write_program(struct skep_x86_job *job)
{
	u32 count = job->prog->count, others;

	skep_x86_labels(&job->x, count);
	others = skep_x86_labels(&job->x, 5);
	job->fail = others;
	job->too_deep = others + 1;
	job->find = others + 2;
	job->stop = others + 3;
	job->thunk = others + 4;
	job->callbacks = skep_x86_labels(&job->x, job->code->callback_count);
	if (skep_x86_reserve(&job->x))
		enter(job);
	for (u32 i = 0; i < count && skep_x86_reserve(&job->x);)
		i = write_at(job, i);
	/* Asides may jump to the packet's ends, so these come last. */
	for (size_t i = 0; i < job->asides.count && skep_x86_reserve(&job->x); i++) {
		const struct skep_x86_aside aside = job->asides.data[i];

		skep_x86_bind(&job->x, aside.entry);
		aside.write(job, &aside);
	}
	if (job->facts->packet && skep_x86_reserve(&job->x))
		write_packet_ends(job);
	skep_x86_write_callbacks(job);
	skep_x86_write_thunk(job);
}

/* ---- for debuggers */

/* Calls and callbacks go there; 1 by slot. */
static bool note_targets(const struct skep_x86_job *job, u8 *starts)
{
	bool any = false;

	for (u32 i = 0; i < job->prog->count; i++) {
		u32 row = job->facts->insns[i].row;
		bool second = job->prog->insns[i].code == 0;

		if (second || (row != SKEP_INSN_CALL_LOCAL && row != SKEP_INSN_LD_FUNCTION))
			continue;
		starts[skep_insn_target(skep_insn_row(row), &job->prog->insns[i], i)] = 1;
		any = true;
	}
	return any;
}

static bool note_functions(const struct skep_x86_job *job, struct skep_jit_debug *debug)
{
	u8 *starts = skep_alloc(job->prog->count);
	bool ok = starts;

	if (ok)
		starts[0] = note_targets(job, starts);
	for (u32 i = 0; ok && i < job->prog->count; i++)
		if (starts[i])
			ok = SKEP_PUSH(&debug->functions, i);
	skep_free(starts);
	return ok;
}

static void begin_debug(struct skep_x86_job *job)
{
	if (!job->code->describes)
		return;
	job->x.debug = skep_alloc(sizeof(*job->x.debug));
	if (!job->x.debug || !note_functions(job, job->x.debug))
		job->x.failed = true;
}

/* ---- and into its place */

/* The facts have their part of the block already. SKEP_X86_FAR is put into *features if that is why
 * it cannot be. */
static bool write_and_install(const struct skep_jit_facts *facts, struct skep_code *code,
			      struct skep_jit_block block, u32 *features, struct skep_diag *d)
{
	struct skep_x86_job job = {
	    .code = code, .prog = code->prog, .facts = facts, .features = *features};
	bool ok, far = false;
	struct skep_jit_draft draft;

	init_arrays(&job.x, code, &block);
	begin_debug(&job);
	skep_x86_choose_frame(&job);
	write_program(&job);
	draft = skep_x86_draft(&job.x);
	draft.callbacks = job.callbacks;
	draft.debug = job.x.debug;
	ok = job.x.failed ? skep_fail_nomem(d) : skep_jit_install(code, &draft, &far, d);
	*features |= far ? SKEP_X86_FAR : 0;
	if (!ok)
		skep_jit_debug_free(job.x.debug);
	code->native.call_bytes = job.call_bytes;
	code->alone = ok && !job.calls && !facts->packet;
	skep_free(job.asides.data);
	skep_x86_fini(&job.x);
	return ok;
}

/* Every processor with BMI2 has MOVBE as well (Haswell, Excavator and later). */
static u32 find_features(void)
{
	return __builtin_cpu_supports("bmi2") ? SKEP_X86_BMI2 | SKEP_X86_MOVBE : 0;
}

bool skep_x86_compile(struct skep_code *code, u32 features, struct skep_diag *d)
{
	bool ok, tried_far = features & SKEP_X86_FAR;
	struct skep_jit_facts facts;
	struct skep_jit_block block;

	if (!skep_jit_block_init(&block, block_size(code)))
		return skep_fail_nomem(d);
	skep_jit_facts_init(&facts, code, &block);
	ok = write_and_install(&facts, code, block, &features, d);
	if (!ok && (features & SKEP_X86_FAR) && !tried_far)
		ok = write_and_install(&facts, code, block, &features, d);
	skep_jit_block_fini(&block);
	return ok;
}

bool skep_jit_compile(struct skep_code *code, struct skep_diag *d)
{
	return skep_x86_compile(code, find_features(), d);
}
