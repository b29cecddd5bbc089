/* SPDX-License-Identifier: BSD-2-Clause */
/* Loops: whose counter is in the stack, or an index. */
#include "maker_part.h"

void maker_piece_loop(struct maker *m)
{
	static void (*const bodies[])(struct maker * m) = {maker_piece_alu, maker_piece_move,
							   maker_piece_spill, maker_piece_fill,
							   maker_piece_shift};
	u32 start;

	EMIT(m, ST64, .dst_reg = 10, .off = -72, .imm = 0);
	start = m->p->count;
	for (u32 i = 1 + maker_choose(m, 2); i; i--)
		bodies[maker_choose(m, SKEP_COUNT(bodies))](m);
	EMIT(m, LDX64, .dst_reg = 5, .src_reg = 10, .off = -72);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = 1);
	EMIT(m, STX64, .dst_reg = 10, .src_reg = 5, .off = -72);
	EMIT(m, JLT64_K, .dst_reg = 5, .imm = 1 + (s32)maker_choose(m, 12),
	     .off = (s16)((s32)start - (s32)m->p->count - 1));
}

/* ---- loops whose counter is an index: r4, or in a stack slot, with r5 for what it leads to */

static void back_to(struct maker *m, u32 start, u32 counter)
{
	static const u8 tests[] = {SKEP_INSN_JLT64_K,  SKEP_INSN_JLT64_K,  SKEP_INSN_JNE64_K,
				   SKEP_INSN_JNE32_K,  SKEP_INSN_JSLT64_K, SKEP_INSN_JLT32_K,
				   SKEP_INSN_JLE64_K,  SKEP_INSN_JSGT64_K, SKEP_INSN_JGT64_K,
				   SKEP_INSN_JSGE32_K, SKEP_INSN_JNE64_K};

	maker_emit(m, PICK(m, tests),
		   (struct bpf_insn){.dst_reg = counter & 15,
				     .imm = maker_small_number(m),
				     .off = (s16)((s32)start - (s32)m->p->count - 1)});
}

static void count_on(struct maker *m, u32 counter)
{
	static const s32 steps[] = {1, 1, 1, 1, 2, 3, 4, 8, -1, -1, -2, -8, 7, 0};
	s32 by = steps[maker_choose(m, SKEP_COUNT(steps))];

	if (maker_one_in(m, 3))
		EMIT(m, ADD32_K, .dst_reg = counter & 15, .imm = by);
	else
		EMIT(m, ADD64_K, .dst_reg = counter & 15, .imm = by);
}

static void use_index(struct maker *m, u32 counter)
{
	bool stack = maker_one_in(m, 2);

	maker_move(m, 5, stack ? 10 : 9);
	if (stack)
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = maker_one_in(m, 4) ? -72 : -64);
	EMIT(m, ADD64_X, .dst_reg = 5, .src_reg = counter & 15);
	maker_access(m, 5, maker_one_in(m, 4) ? (s16)maker_small_number(m) : 0);
}

static void body(struct maker *m)
{
	static void (*const bodies[])(struct maker * m) = {
	    maker_piece_alu,   maker_piece_move, maker_piece_spill, maker_piece_fill,
	    maker_piece_shift, maker_piece_join, maker_piece_load};

	for (u32 i = maker_choose(m, 3); i; i--)
		bodies[maker_choose(m, SKEP_COUNT(bodies))](m);
}

/* The counter is in the stack all the time but here. */
static void inner_rounds(struct maker *m)
{
	u32 start;

	EMIT(m, ST64, .dst_reg = 10, .off = -80, .imm = maker_small_number(m));
	start = m->p->count;
	body(m);
	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 10, .off = -80);
	if (maker_one_in(m, 2))
		use_index(m, 0);
	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 10, .off = -80);
	count_on(m, 0);
	EMIT(m, STX64, .dst_reg = 10, .src_reg = 0, .off = -80);
	back_to(m, start, 0);
}

void maker_piece_rounds(struct maker *m)
{
	u32 start;

	maker_set(m, 4, maker_small_number(m));
	start = m->p->count;
	body(m);
	if (maker_one_in(m, 4)) {
		EMIT(m, JGT64_K, .dst_reg = 4, .imm = maker_small_number(m));
		maker_to_out(m);
	}
	use_index(m, 4);
	if (maker_one_in(m, 3))
		inner_rounds(m);
	count_on(m, 4);
	back_to(m, start, 4);
	maker_set(m, 4, 0);
	maker_set(m, 5, 0);
}
