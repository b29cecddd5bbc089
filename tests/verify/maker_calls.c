/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls: of helpers, of functions of the program, and of those that are given its stack. */
#include "maker_part.h"

/* ---- calls */

void maker_piece_random(struct maker *m)
{
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_get_prandom_u32);
	maker_reset(m);
}

void maker_piece_lookup(struct maker *m)
{
	EMIT(m, STX32, .dst_reg = 10, .src_reg = maker_choose(m, NUMBERS) & 15, .off = -8);
	if (maker_one_in(m, 3))
		EMIT(m, ST32, .dst_reg = 10, .off = -8, .imm = (s32)maker_choose(m, 3));
	EMIT(m, LD_MAP_IDX, .dst_reg = 1);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	maker_move(m, 2, 10);
	EMIT(m, ADD64_K, .dst_reg = 2, .imm = -8);
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_map_lookup_elem);
	if (!maker_one_in(m, 10)) {
		maker_emit(m, maker_one_in(m, 8) ? SKEP_INSN_JEQ32_K : SKEP_INSN_JEQ64_K,
			   (struct bpf_insn){.dst_reg = 0});
		maker_to_out(m);
	}
	maker_move(m, 4, 0);
	maker_set(m, 0, maker_small_number(m));
	maker_set(m, 1, 0);
	EMIT(m, LDX8, .dst_reg = 2, .src_reg = 9);
	maker_set(m, 3, maker_small_number(m));
	maker_access(m, 4, (s16)maker_small_number(m));
	maker_reset(m);
}

void maker_piece_call(struct maker *m)
{
	if (m->call_count == CALLS)
		return;
	m->calls[m->call_count++] = m->p->count;
	EMIT(m, CALL_LOCAL, .imm = 0);
	maker_reset(m);
}

/* The stack's eight slots are given to a function. */
void maker_piece_given(struct maker *m)
{
	if (m->given_count == CALLS)
		return;
	maker_move(m, 1, 10);
	EMIT(m, ADD64_K, .dst_reg = 1, .imm = -64);
	m->given[m->given_count++] = m->p->count;
	EMIT(m, CALL_LOCAL, .imm = 0);
	maker_reset(m);
}

/* ... or to one that is called back. */
void maker_piece_callback(struct maker *m)
{
	if (m->looped_count == CALLS)
		return;
	if (maker_one_in(m, 2))
		maker_set(m, 1, (s32)maker_choose(m, 12));
	else
		EMIT(m, AND64_K, .dst_reg = 1, .imm = 15);
	m->looped[m->looped_count++] = m->p->count;
	EMIT(m, LD_FUNCTION, .dst_reg = 2);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	maker_move(m, 3, 10);
	EMIT(m, ADD64_K, .dst_reg = 3, .imm = -64);
	maker_set(m, 4, 0);
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_loop);
	maker_reset(m);
}

/* ---- functions that are given the stack, in r6 then */

static void given_load(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LDX64, SKEP_INSN_LDX64, SKEP_INSN_LDX32, SKEP_INSN_LDX8};

	maker_emit(m, PICK(m, ids),
		   (struct bpf_insn){.dst_reg = maker_choose(m, NUMBERS) & 15,
				     .src_reg = 6,
				     .off = (s16)(8 * maker_choose(m, 8))});
}

static void given_store(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_STX64, SKEP_INSN_STX64, SKEP_INSN_STX32, SKEP_INSN_ST64,
				 SKEP_INSN_STX8};

	maker_emit(m, PICK(m, ids),
		   (struct bpf_insn){.dst_reg = 6,
				     .src_reg = maker_choose(m, NUMBERS) & 15,
				     .off = (s16)(8 * maker_choose(m, 8)),
				     .imm = maker_small_number(m)});
}

static void given_count(struct maker *m)
{
	s16 off = (s16)(8 * maker_choose(m, 8));

	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 6, .off = off);
	if (maker_one_in(m, 2))
		EMIT(m, JGT64_K, .dst_reg = 0, .imm = maker_small_number(m), .off = 2);
	EMIT(m, ADD64_K, .dst_reg = 0, .imm = (s32)maker_choose(m, 4));
	EMIT(m, STX64, .dst_reg = 6, .src_reg = 0, .off = off);
}

static void given_index(struct maker *m)
{
	u32 index = maker_choose(m, NUMBERS);

	maker_bound_mask(m, index);
	maker_move(m, 4, 6);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	maker_access(m, 4, 0);
}

static void given_body(struct maker *m, u32 pointer)
{
	static void (*const pieces[])(struct maker * m) = {
	    given_load,	      given_store,	given_count,	  given_index,
	    given_load,	      given_store,	given_count,	  maker_piece_alu,
	    maker_piece_move, maker_piece_join, maker_piece_shift};

	maker_move(m, 6, pointer);
	maker_move(m, 0, 3 - pointer);
	for (u32 reg = 1; reg < NUMBERS; reg++)
		EMIT(m, LDX64, .dst_reg = reg & 15, .src_reg = 6,
		     .off = (s16)(8 * maker_choose(m, 8)));
	for (u32 i = 1 + maker_choose(m, 6); i; i--)
		pieces[maker_choose(m, SKEP_COUNT(pieces))](m);
	EMIT(m, AND64_K, .dst_reg = 0, .imm = (s32)maker_choose(m, 2));
	EMIT(m, EXIT);
}

void maker_end_given(struct maker *m)
{
	for (u32 i = 0; i < m->given_count; i++)
		m->p->insns[m->given[i]].imm = (s32)(m->p->count - m->given[i] - 1);
	if (m->given_count)
		given_body(m, 1);
	for (u32 i = 0; i < m->looped_count; i++)
		m->p->insns[m->looped[i]].imm = (s32)(m->p->count - m->looped[i] - 1);
	if (m->looped_count)
		given_body(m, 2);
}
