/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers: arithmetic, jumps that compare, and bounds, of which some are a little wrong. */
#include "maker_part.h"

/* ---- numbers and registers */

s32 maker_any_number(struct maker *m)
{
	static const s32 often[] = {
	    0,	  1,	  2,  3,   4,	7,   8,	  15,  16,  31,	       32,	  33,	  48,  56,
	    60,	  63,	  64, 65,  127, 128, 255, 256, -1,  -2,	       -4,	  -8,	  -16, -64,
	    -128, 0xffff, 40, 100, 511, 512, -63, -32, -56, INT32_MAX, INT32_MIN, 0x10000};

	return often[maker_choose(m, SKEP_COUNT(often))];
}

s32 maker_small_number(struct maker *m)
{
	static const s32 often[] = {0, 1, 2, 4, 7, 8, 15, 16, 31, 40, 48, 56, 63, 64};

	return often[maker_choose(m, SKEP_COUNT(often))];
}

u32 maker_number_register(struct maker *m)
{
	return maker_one_in(m, 64) ? maker_choose(m, 11) : maker_choose(m, NUMBERS);
}

void maker_move(struct maker *m, u32 to, u32 from)
{
	EMIT(m, MOV64_X, .dst_reg = to & 15, .src_reg = from & 15);
}

void maker_set(struct maker *m, u32 reg, s32 value)
{
	EMIT(m, MOV64_K, .dst_reg = reg & 15, .imm = value);
}

/* Behind a call only r0 holds something. */
void maker_reset(struct maker *m)
{
	for (u32 reg = 1; reg <= 5; reg++) {
		if (maker_one_in(m, 2))
			maker_set(m, reg, maker_small_number(m));
		else
			EMIT(m, LDX32, .dst_reg = reg & 15, .src_reg = 9, .off = (s16)(4 * reg));
	}
}

void maker_to_out(struct maker *m)
{
	if (m->out_count < JUMPS)
		m->outs[m->out_count++] = m->p->count - 1;
}

/* ---- arithmetic */

enum skep_insn_id maker_pick(struct maker *m, const u8 *ids, u32 count)
{
	return ids[maker_choose(m, count)];
}
void maker_piece_alu(struct maker *m)
{
	static const u8 ids[] = {FOUR(ADD), FOUR(SUB), FOUR(MUL), FOUR(AND), FOUR(OR),	 FOUR(XOR),
				 FOUR(ADD), FOUR(AND), FOUR(DIV), FOUR(MOD), FOUR(SDIV), FOUR(MOV)};
	enum skep_insn_id id = PICK(m, ids);
	s32 imm = maker_any_number(m);

	if (!imm && !maker_one_in(m, 16))
		imm = 1;
	maker_emit(m, id,
		   (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
				     .src_reg = maker_number_register(m) & 15,
				     .imm = imm});
}

void maker_piece_shift(struct maker *m)
{
	static const u8 ids[] = {FOUR(LSH), FOUR(RSH), FOUR(ARSH)};
	enum skep_insn_id id = PICK(m, ids);

	maker_emit(m, id,
		   (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
				     .src_reg = maker_number_register(m) & 15,
				     .imm = (s32)maker_choose(m, 32)});
}

void maker_piece_move(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_MOV64_X,    SKEP_INSN_MOV32_X,    SKEP_INSN_MOVSX8_64,
				 SKEP_INSN_MOVSX16_64, SKEP_INSN_MOVSX32_64, SKEP_INSN_MOVSX8_32,
				 SKEP_INSN_MOVSX16_32, SKEP_INSN_MOV64_X,    SKEP_INSN_MOV64_X,
				 SKEP_INSN_NEG64,      SKEP_INSN_NEG32,	     SKEP_INSN_BE16,
				 SKEP_INSN_LE32,       SKEP_INSN_BSWAP64};
	enum skep_insn_id id = PICK(m, ids);

	maker_emit(m, id,
		   (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
				     .src_reg = maker_number_register(m) & 15});
	if (maker_one_in(m, 4))
		EMIT(m, ADD64_K, .dst_reg = m->p->insns[m->p->count - 1].dst_reg,
		     .imm = maker_small_number(m));
}

/* ---- jumps */

const u8 maker_comparisons[MAKER_COMPARISONS] = {
    FOUR(JEQ),	FOUR(JNE),  FOUR(JGT),	FOUR(JGE),  FOUR(JLT),	FOUR(JLE),
    FOUR(JSGT), FOUR(JSGE), FOUR(JSLT), FOUR(JSLE), FOUR(JSET), SKEP_INSN_MAY_GOTO};

void maker_piece_jump(struct maker *m)
{
	maker_emit(m, PICK(m, maker_comparisons),
		   (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
				     .src_reg = maker_number_register(m) & 15,
				     .imm = maker_any_number(m)});
	if (maker_one_in(m, 3) || m->over_count == JUMPS) {
		maker_to_out(m);
		return;
	}
	m->over[m->over_count].at = m->p->count - 1;
	m->over[m->over_count++].pieces = 1 + maker_choose(m, 4);
}

/* Two values of a register meet. */
void maker_piece_join(struct maker *m)
{
	struct bpf_insn *jump =
	    maker_emit(m, PICK(m, maker_comparisons),
		       (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
					 .src_reg = maker_number_register(m) & 15,
					 .imm = maker_any_number(m),
					 .off = 1});

	maker_set(m, jump->dst_reg < NUMBERS ? jump->dst_reg : 0, maker_small_number(m));
}

/* A copy of a copy, with sums on the way: what a comparison says of the last, the others learn. */
void maker_piece_linked(struct maker *m)
{
	static const u8 sums[] = {SKEP_INSN_ADD64_K, SKEP_INSN_ADD64_K, SKEP_INSN_ADD32_K,
				  SKEP_INSN_SUB64_K};
	static const u8 changes[] = {SKEP_INSN_MUL64_K, SKEP_INSN_AND64_K, SKEP_INSN_AND32_K,
				     SKEP_INSN_XOR64_K, SKEP_INSN_RSH64_K, SKEP_INSN_NEG64};
	u32 from = maker_choose(m, NUMBERS), over = (from + 1) % NUMBERS, to = (from + 2) % NUMBERS;

	maker_move(m, over, from);
	maker_emit(m, PICK(m, sums),
		   (struct bpf_insn){.dst_reg = over & 15, .imm = maker_small_number(m)});
	if (maker_one_in(m, 2))
		maker_emit(
		    m, PICK(m, changes),
		    (struct bpf_insn){.dst_reg = over & 15, .imm = (s32)(1 + maker_choose(m, 31))});
	maker_move(m, to, over);
	maker_emit(m, PICK(m, sums),
		   (struct bpf_insn){.dst_reg = to & 15, .imm = maker_small_number(m)});
	maker_emit(m, PICK(m, maker_comparisons),
		   (struct bpf_insn){
		       .dst_reg = to & 15, .src_reg = from & 15, .imm = maker_small_number(m)});
	maker_to_out(m);
}

/* ---- bounds */

void maker_bound_mask(struct maker *m, u32 reg)
{
	EMIT(m, AND64_K, .dst_reg = reg & 15, .imm = (s32)((1u << maker_choose(m, 7)) - 1));
}

static void bound_mask32(struct maker *m, u32 reg)
{
	EMIT(m, AND32_K, .dst_reg = reg & 15, .imm = maker_small_number(m));
}

void maker_bound_above(struct maker *m, u32 reg)
{
	EMIT(m, JGT64_K, .dst_reg = reg & 15, .imm = maker_small_number(m));
	maker_to_out(m);
}

static void bound_above32(struct maker *m, u32 reg)
{
	EMIT(m, JGT32_K, .dst_reg = reg & 15, .imm = maker_small_number(m));
	maker_to_out(m);
	if (!maker_one_in(m, 3))
		EMIT(m, MOV32_X, .dst_reg = reg & 15, .src_reg = reg & 15);
}

static void bound_signed(struct maker *m, u32 reg)
{
	EMIT(m, JSGT64_K, .dst_reg = reg & 15, .imm = maker_small_number(m));
	maker_to_out(m);
	EMIT(m, JSLT64_K, .dst_reg = reg & 15, .imm = maker_one_in(m, 4) ? -8 : 0);
	maker_to_out(m);
}

static void bound_signed32(struct maker *m, u32 reg)
{
	EMIT(m, JSGT32_K, .dst_reg = reg & 15, .imm = maker_small_number(m));
	maker_to_out(m);
	EMIT(m, JSLT32_K, .dst_reg = reg & 15, .imm = 0);
	maker_to_out(m);
	if (maker_one_in(m, 2))
		EMIT(m, MOVSX32_64, .dst_reg = reg & 15, .src_reg = reg & 15);
	else
		EMIT(m, MOV32_X, .dst_reg = reg & 15, .src_reg = reg & 15);
}

static void bound_shift(struct maker *m, u32 reg)
{
	EMIT(m, RSH64_K, .dst_reg = reg & 15, .imm = (s32)(56 + maker_choose(m, 8)));
}

static void bound_shift32(struct maker *m, u32 reg)
{
	EMIT(m, RSH32_K, .dst_reg = reg & 15, .imm = (s32)(24 + maker_choose(m, 8)));
}

/* By another register, which is bounded. */
static void bound_register(struct maker *m, u32 reg)
{
	EMIT(m, AND64_K, .dst_reg = 5, .imm = 0);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = maker_small_number(m));
	EMIT(m, JGT64_X, .dst_reg = reg & 15, .src_reg = 5);
	maker_to_out(m);
}

/* By a copy, from before or after a change. */
static void bound_copy(struct maker *m, u32 reg)
{
	static const u8 sums[] = {SKEP_INSN_ADD64_K, SKEP_INSN_ADD32_K, SKEP_INSN_SUB64_K,
				  SKEP_INSN_SUB32_K};

	if (maker_one_in(m, 4))
		EMIT(m, MOV32_X, .dst_reg = reg & 15, .src_reg = reg & 15);
	maker_move(m, 5, reg);
	if (!maker_one_in(m, 3))
		maker_emit(m, PICK(m, sums),
			   (struct bpf_insn){.dst_reg = 5, .imm = maker_small_number(m)});
	if (maker_one_in(m, 4))
		EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = maker_small_number(m));
	maker_emit(m, maker_one_in(m, 3) ? SKEP_INSN_JGT32_K : SKEP_INSN_JGT64_K,
		   (struct bpf_insn){.dst_reg = 5, .imm = maker_small_number(m)});
	maker_to_out(m);
}

/* Through the stack. */
static void bound_spilled(struct maker *m, u32 reg)
{
	static const u8 fills[] = {SKEP_INSN_LDX64,	SKEP_INSN_LDX64,  SKEP_INSN_LDX32,
				   SKEP_INSN_LDX8,	SKEP_INSN_LDSX32, SKEP_INSN_LDX16,
				   SKEP_INSN_LOAD_ACQ32};

	EMIT(m, STX64, .dst_reg = 10, .src_reg = reg & 15, .off = -16);
	maker_bound_above(m, reg);
	maker_emit(m, PICK(m, fills),
		   (struct bpf_insn){.dst_reg = reg & 15, .src_reg = 10, .off = -16});
}

static void bound_bit(struct maker *m, u32 reg)
{
	EMIT(m, JSET64_K, .dst_reg = reg & 15, .imm = ~(s32)((1u << maker_choose(m, 7)) - 1));
	maker_to_out(m);
}

static void bound_not(struct maker *m, u32 reg)
{
	(void)m, (void)reg;
}

void maker_bound(struct maker *m, u32 reg)
{
	static void (*const ways[])(struct maker * m, u32 reg) = {
	    maker_bound_mask, bound_mask32, maker_bound_above, bound_above32,  bound_signed,
	    bound_signed32,   bound_shift,  bound_shift32,     bound_register, bound_copy,
	    bound_spilled,    bound_bit,    maker_bound_mask,  bound_not};

	ways[maker_choose(m, SKEP_COUNT(ways))](m, reg);
	/* ... and then a little wrong. */
	if (maker_one_in(m, 4))
		EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = maker_one_in(m, 2) ? 4 : -4);
	if (maker_one_in(m, 12))
		EMIT(m, LSH64_K, .dst_reg = reg & 15, .imm = 1);
	if (maker_one_in(m, 12))
		EMIT(m, XOR64_K, .dst_reg = reg & 15, .imm = 7);
}
