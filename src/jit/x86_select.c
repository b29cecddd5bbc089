/* SPDX-License-Identifier: BSD-2-Clause */
/* In which way each instruction is written: as a part of a run, put off, or by itself with what has
 * been put off as operands. */
#include "jit/x86_write.h"

/* ---- operands that are not computed yet */

/* What an instruction can read in place of its lazy operands. */
static u16 soft_operands(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	u32 dst = skep_x86_dst(job, i), src = skep_x86_src(job, i);
	u16 soft = 0;

	if (i->row->from == SKEP_FROM_X && src != dst && skep_x86_is_copy(job, src))
		soft |= skep_x86_bit(src);
	switch (i->row->kind) {
	case SKEP_KIND_ALU:
		return soft;
	case SKEP_KIND_JUMP:
		return src != dst && skep_x86_is_copy(job, dst) ? soft | skep_x86_bit(dst) : soft;
	case SKEP_KIND_LOAD:
		return skep_x86_is_address(job, src) ? skep_x86_bit(src) : 0;
	case SKEP_KIND_STORE:
		return (src != dst || i->constant) && skep_x86_is_address(job, dst)
			   ? soft | skep_x86_bit(dst)
			   : soft;
	default:
		return 0;
	}
}

static void read_soft(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	u8 kind = i->row->kind;

	if (i->row->from == SKEP_FROM_X &&
	    (kind == SKEP_KIND_ALU || kind == SKEP_KIND_JUMP || kind == SKEP_KIND_STORE))
		i->src = skep_x86_source(job, skep_x86_src(job, i));
	if (kind == SKEP_KIND_JUMP)
		i->dst = skep_x86_source(job, skep_x86_dst(job, i));
}

/* Division takes registers for itself whose program's register nobody wants, atomic operations may.
 */
static bool wants_all(const struct skep_x86_insn *i)
{
	return i->row->kind == SKEP_KIND_ATOMIC || skep_x86_divides(i->row);
}

static void write_lazy(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	if (wants_all(i)) {
		skep_x86_compute(job, job->facts->insns[i->index].reads |
					  job->facts->insns[i->index + 1].live);
		skep_x86_prepare(job, i->index, 1, 0);
	} else {
		skep_x86_prepare(job, i->index, 1, soft_operands(job, i));
		read_soft(job, i);
	}
	skep_x86_write(job, i);
	skep_x86_done(job);
}

static u32 write_one(struct skep_x86_job *job, u32 index)
{
	struct skep_x86_insn i = skep_x86_read(job, index);

	if (job->lazy)
		write_lazy(job, &i);
	else
		skep_x86_write(job, &i);
	return i.row->kind == SKEP_KIND_WIDE ? 2 : 1;
}

static u32 write_blinded(struct skep_x86_job *job, u32 index)
{
	struct skep_x86_insn i = skep_x86_read(job, index);

	if (!skep_x86_blind(job, &i))
		skep_x86_write(job, &i);
	return i.row->kind == SKEP_KIND_WIDE ? 2 : 1;
}

void skep_x86_begin_block(struct skep_x86_job *job, u32 index)
{
	skep_x86_compute(job, job->facts->insns[index].live);
	job->lazy = 0;
}

/* Rows that may be written in another way than one by one: may begin a run; may be put off, which
 * pays where the next instruction takes up what has been put off. */
enum way { FOLDS = 1, WAITS = 2, TAKES = 4 };

static const u8 ways[SKEP_INSN_ALL] = {
    [SKEP_INSN_MOV32_X] = FOLDS,
    [SKEP_INSN_MOV64_X] = FOLDS | WAITS | TAKES,
    [SKEP_INSN_LSH64_K] = FOLDS | WAITS | TAKES,
    [SKEP_INSN_ADD64_K] = WAITS | TAKES,
    [SKEP_INSN_ADD64_X] = WAITS | TAKES,
    [SKEP_INSN_LDX8] = FOLDS | TAKES,
    [SKEP_INSN_LDX16] = FOLDS | TAKES,
    [SKEP_INSN_LDX32] = FOLDS | TAKES,
    [SKEP_INSN_LDX64] = FOLDS | TAKES,
    [SKEP_INSN_LDSX8] = TAKES,
    [SKEP_INSN_LDSX16] = TAKES,
    [SKEP_INSN_LDSX32] = TAKES,
    [SKEP_INSN_STX8] = TAKES,
    [SKEP_INSN_STX16] = TAKES,
    [SKEP_INSN_STX32] = TAKES,
    [SKEP_INSN_STX64] = TAKES,
    [SKEP_INSN_ST8] = TAKES,
    [SKEP_INSN_ST16] = TAKES,
    [SKEP_INSN_ST32] = TAKES,
    [SKEP_INSN_ST64] = TAKES,
};

/* r10 has no register to be read from where it is rsp and an offset. */
static bool pays(const struct skep_x86_job *job, u32 index)
{
	const struct skep_jit_insn *at = &job->facts->insns[index];

	return at->reads & 1 << 10 || (!at[1].target && ways[at[1].row] & TAKES);
}

/* How many instructions were done so. */
static u32 write_otherwise(struct skep_x86_job *job, u32 index, u8 way)
{
	u32 length = way & FOLDS ? skep_x86_fold(job, index) : 0;

	if (!length)
		return (way & WAITS) && pays(job, index) && skep_x86_make_lazy(job, index);
	skep_x86_done(job);
	return length;
}

u32 skep_x86_select(struct skep_x86_job *job, u32 index)
{
	u8 way = ways[job->facts->insns[index].row];
	u32 length = 0;

	job->swallowed = 0;
	if (job->code->blind_constants) {
		length = write_blinded(job, index);
		return length + job->swallowed;
	}
	if (way)
		length = write_otherwise(job, index, way);
	if (!length)
		length = write_one(job, index);
	return length + job->swallowed;
}
