/* SPDX-License-Identifier: BSD-2-Clause */
/* r6 is the context, r7 and r8 the packet and its end (in socket filters numbers), r9 the map
 * value; r0 to r3 are numbers, r4 and r5 whatever a piece needs. A piece leaves all of them set, so
 * that pieces stand in any order; jumps go over some pieces, or out. */
#include "maker.h"

#include <string.h>

#include "base/types.h"
#include "isa/isa.h"

enum { JUMPS = 64, CALLS = 8, ROOM = 160, NUMBERS = 4 };

struct maker {
	struct choices *from;
	struct made *p;
	u32 outs[JUMPS], out_count;	 /* jumps to the end */
	u32 calls[CALLS], call_count;	 /* of the function behind it */
	u32 given[CALLS], given_count;	 /* of the one that is given the stack, too */
	u32 looped[CALLS], looped_count; /* where the address of the one that is called back is */
	struct {
		u32 at, pieces; /* a jump that goes on so many pieces later */
	} over[JUMPS];
	u32 over_count;
};

static u32 choose(struct maker *m, u32 below)
{
	struct choices *c = m->from;

	if (c->count) {
		c->count--;
		return *c->bytes++ % below;
	}
	c->state = c->state * 6364136223846793005u + 1442695040888963407u;
	return (u32)(c->state >> 33) % below;
}

static bool one_in(struct maker *m, u32 n)
{
	return choose(m, n) == 0;
}

static struct bpf_insn *emit(struct maker *m, enum skep_insn_id id, struct bpf_insn fields)
{
	struct bpf_insn *insn = &m->p->insns[m->p->count++];

	*insn = skep_insn_encode(id, fields);
	return insn;
}

#define EMIT(m, id, ...) emit(m, SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

/* ---- numbers and registers */

static s32 any_number(struct maker *m)
{
	static const s32 often[] = {
	    0,	  1,	  2,  3,   4,	7,   8,	  15,  16,  31,	       32,	  33,	  48,  56,
	    60,	  63,	  64, 65,  127, 128, 255, 256, -1,  -2,	       -4,	  -8,	  -16, -64,
	    -128, 0xffff, 40, 100, 511, 512, -63, -32, -56, INT32_MAX, INT32_MIN, 0x10000};

	return often[choose(m, SKEP_COUNT(often))];
}

static s32 small_number(struct maker *m)
{
	static const s32 often[] = {0, 1, 2, 4, 7, 8, 15, 16, 31, 40, 48, 56, 63, 64};

	return often[choose(m, SKEP_COUNT(often))];
}

static u32 number_register(struct maker *m)
{
	return one_in(m, 64) ? choose(m, 11) : choose(m, NUMBERS);
}

static void move(struct maker *m, u32 to, u32 from)
{
	EMIT(m, MOV64_X, .dst_reg = to & 15, .src_reg = from & 15);
}

static void set(struct maker *m, u32 reg, s32 value)
{
	EMIT(m, MOV64_K, .dst_reg = reg & 15, .imm = value);
}

/* Behind a call only r0 holds something. */
static void reset(struct maker *m)
{
	for (u32 reg = 1; reg <= 5; reg++) {
		if (one_in(m, 2))
			set(m, reg, small_number(m));
		else
			EMIT(m, LDX32, .dst_reg = reg & 15, .src_reg = 9, .off = (s16)(4 * reg));
	}
}

static void to_out(struct maker *m)
{
	if (m->out_count < JUMPS)
		m->outs[m->out_count++] = m->p->count - 1;
}

/* ---- arithmetic */

static enum skep_insn_id pick(struct maker *m, const u8 *ids, u32 count)
{
	return ids[choose(m, count)];
}
#define PICK(m, ids) pick(m, ids, sizeof(ids))
#define FOUR(name)                                                                                 \
	SKEP_INSN_##name##32_K, SKEP_INSN_##name##32_X, SKEP_INSN_##name##64_K,                    \
	    SKEP_INSN_##name##64_X

static void piece_alu(struct maker *m)
{
	static const u8 ids[] = {FOUR(ADD), FOUR(SUB), FOUR(MUL), FOUR(AND), FOUR(OR),	 FOUR(XOR),
				 FOUR(ADD), FOUR(AND), FOUR(DIV), FOUR(MOD), FOUR(SDIV), FOUR(MOV)};
	enum skep_insn_id id = PICK(m, ids);
	s32 imm = any_number(m);

	if (!imm && !one_in(m, 16))
		imm = 1;
	emit(m, id,
	     (struct bpf_insn){.dst_reg = number_register(m) & 15,
			       .src_reg = number_register(m) & 15,
			       .imm = imm});
}

static void piece_shift(struct maker *m)
{
	static const u8 ids[] = {FOUR(LSH), FOUR(RSH), FOUR(ARSH)};
	enum skep_insn_id id = PICK(m, ids);

	emit(m, id,
	     (struct bpf_insn){.dst_reg = number_register(m) & 15,
			       .src_reg = number_register(m) & 15,
			       .imm = (s32)choose(m, 32)});
}

static void piece_move(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_MOV64_X,    SKEP_INSN_MOV32_X,    SKEP_INSN_MOVSX8_64,
				 SKEP_INSN_MOVSX16_64, SKEP_INSN_MOVSX32_64, SKEP_INSN_MOVSX8_32,
				 SKEP_INSN_MOVSX16_32, SKEP_INSN_MOV64_X,    SKEP_INSN_MOV64_X,
				 SKEP_INSN_NEG64,      SKEP_INSN_NEG32,	     SKEP_INSN_BE16,
				 SKEP_INSN_LE32,       SKEP_INSN_BSWAP64};
	enum skep_insn_id id = PICK(m, ids);

	emit(m, id,
	     (struct bpf_insn){.dst_reg = number_register(m) & 15,
			       .src_reg = number_register(m) & 15});
	if (one_in(m, 4))
		EMIT(m, ADD64_K, .dst_reg = m->p->insns[m->p->count - 1].dst_reg,
		     .imm = small_number(m));
}

/* ---- jumps */

static const u8 comparisons[] = {FOUR(JEQ),  FOUR(JNE),	 FOUR(JGT),  FOUR(JGE),
				 FOUR(JLT),  FOUR(JLE),	 FOUR(JSGT), FOUR(JSGE),
				 FOUR(JSLT), FOUR(JSLE), FOUR(JSET), SKEP_INSN_MAY_GOTO};

static void piece_jump(struct maker *m)
{
	emit(m, PICK(m, comparisons),
	     (struct bpf_insn){.dst_reg = number_register(m) & 15,
			       .src_reg = number_register(m) & 15,
			       .imm = any_number(m)});
	if (one_in(m, 3) || m->over_count == JUMPS) {
		to_out(m);
		return;
	}
	m->over[m->over_count].at = m->p->count - 1;
	m->over[m->over_count++].pieces = 1 + choose(m, 4);
}

/* Two values of a register meet. */
static void piece_join(struct maker *m)
{
	struct bpf_insn *jump = emit(m, PICK(m, comparisons),
				     (struct bpf_insn){.dst_reg = number_register(m) & 15,
						       .src_reg = number_register(m) & 15,
						       .imm = any_number(m),
						       .off = 1});

	set(m, jump->dst_reg < NUMBERS ? jump->dst_reg : 0, small_number(m));
}

/* A copy of a copy, with sums on the way: what a comparison says of the last, the others learn. */
static void piece_linked(struct maker *m)
{
	static const u8 sums[] = {SKEP_INSN_ADD64_K, SKEP_INSN_ADD64_K, SKEP_INSN_ADD32_K,
				  SKEP_INSN_SUB64_K};
	static const u8 changes[] = {SKEP_INSN_MUL64_K, SKEP_INSN_AND64_K, SKEP_INSN_AND32_K,
				     SKEP_INSN_XOR64_K, SKEP_INSN_RSH64_K, SKEP_INSN_NEG64};
	u32 from = choose(m, NUMBERS), over = (from + 1) % NUMBERS, to = (from + 2) % NUMBERS;

	move(m, over, from);
	emit(m, PICK(m, sums), (struct bpf_insn){.dst_reg = over & 15, .imm = small_number(m)});
	if (one_in(m, 2))
		emit(m, PICK(m, changes),
		     (struct bpf_insn){.dst_reg = over & 15, .imm = (s32)(1 + choose(m, 31))});
	move(m, to, over);
	emit(m, PICK(m, sums), (struct bpf_insn){.dst_reg = to & 15, .imm = small_number(m)});
	emit(m, PICK(m, comparisons),
	     (struct bpf_insn){.dst_reg = to & 15, .src_reg = from & 15, .imm = small_number(m)});
	to_out(m);
}

/* ---- bounds */

static void bound_mask(struct maker *m, u32 reg)
{
	EMIT(m, AND64_K, .dst_reg = reg & 15, .imm = (s32)((1u << choose(m, 7)) - 1));
}

static void bound_mask32(struct maker *m, u32 reg)
{
	EMIT(m, AND32_K, .dst_reg = reg & 15, .imm = small_number(m));
}

static void bound_above(struct maker *m, u32 reg)
{
	EMIT(m, JGT64_K, .dst_reg = reg & 15, .imm = small_number(m));
	to_out(m);
}

static void bound_above32(struct maker *m, u32 reg)
{
	EMIT(m, JGT32_K, .dst_reg = reg & 15, .imm = small_number(m));
	to_out(m);
	if (!one_in(m, 3))
		EMIT(m, MOV32_X, .dst_reg = reg & 15, .src_reg = reg & 15);
}

static void bound_signed(struct maker *m, u32 reg)
{
	EMIT(m, JSGT64_K, .dst_reg = reg & 15, .imm = small_number(m));
	to_out(m);
	EMIT(m, JSLT64_K, .dst_reg = reg & 15, .imm = one_in(m, 4) ? -8 : 0);
	to_out(m);
}

static void bound_signed32(struct maker *m, u32 reg)
{
	EMIT(m, JSGT32_K, .dst_reg = reg & 15, .imm = small_number(m));
	to_out(m);
	EMIT(m, JSLT32_K, .dst_reg = reg & 15, .imm = 0);
	to_out(m);
	if (one_in(m, 2))
		EMIT(m, MOVSX32_64, .dst_reg = reg & 15, .src_reg = reg & 15);
	else
		EMIT(m, MOV32_X, .dst_reg = reg & 15, .src_reg = reg & 15);
}

static void bound_shift(struct maker *m, u32 reg)
{
	EMIT(m, RSH64_K, .dst_reg = reg & 15, .imm = (s32)(56 + choose(m, 8)));
}

static void bound_shift32(struct maker *m, u32 reg)
{
	EMIT(m, RSH32_K, .dst_reg = reg & 15, .imm = (s32)(24 + choose(m, 8)));
}

/* By another register, which is bounded. */
static void bound_register(struct maker *m, u32 reg)
{
	EMIT(m, AND64_K, .dst_reg = 5, .imm = 0);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = small_number(m));
	EMIT(m, JGT64_X, .dst_reg = reg & 15, .src_reg = 5);
	to_out(m);
}

/* By a copy, from before or after a change. */
static void bound_copy(struct maker *m, u32 reg)
{
	static const u8 sums[] = {SKEP_INSN_ADD64_K, SKEP_INSN_ADD32_K, SKEP_INSN_SUB64_K,
				  SKEP_INSN_SUB32_K};

	if (one_in(m, 4))
		EMIT(m, MOV32_X, .dst_reg = reg & 15, .src_reg = reg & 15);
	move(m, 5, reg);
	if (!one_in(m, 3))
		emit(m, PICK(m, sums), (struct bpf_insn){.dst_reg = 5, .imm = small_number(m)});
	if (one_in(m, 4))
		EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = small_number(m));
	emit(m, one_in(m, 3) ? SKEP_INSN_JGT32_K : SKEP_INSN_JGT64_K,
	     (struct bpf_insn){.dst_reg = 5, .imm = small_number(m)});
	to_out(m);
}

/* Through the stack. */
static void bound_spilled(struct maker *m, u32 reg)
{
	static const u8 fills[] = {SKEP_INSN_LDX64,	SKEP_INSN_LDX64,  SKEP_INSN_LDX32,
				   SKEP_INSN_LDX8,	SKEP_INSN_LDSX32, SKEP_INSN_LDX16,
				   SKEP_INSN_LOAD_ACQ32};

	EMIT(m, STX64, .dst_reg = 10, .src_reg = reg & 15, .off = -16);
	bound_above(m, reg);
	emit(m, PICK(m, fills), (struct bpf_insn){.dst_reg = reg & 15, .src_reg = 10, .off = -16});
}

static void bound_bit(struct maker *m, u32 reg)
{
	EMIT(m, JSET64_K, .dst_reg = reg & 15, .imm = ~(s32)((1u << choose(m, 7)) - 1));
	to_out(m);
}

static void bound_not(struct maker *m, u32 reg)
{
	(void)m, (void)reg;
}

static void bound(struct maker *m, u32 reg)
{
	static void (*const ways[])(struct maker * m, u32 reg) = {
	    bound_mask,	    bound_mask32, bound_above,	 bound_above32,	 bound_signed,
	    bound_signed32, bound_shift,  bound_shift32, bound_register, bound_copy,
	    bound_spilled,  bound_bit,	  bound_mask,	 bound_not};

	ways[choose(m, SKEP_COUNT(ways))](m, reg);
	/* ... and then a little wrong. */
	if (one_in(m, 4))
		EMIT(m, ADD64_K, .dst_reg = reg & 15, .imm = one_in(m, 2) ? 4 : -4);
	if (one_in(m, 12))
		EMIT(m, LSH64_K, .dst_reg = reg & 15, .imm = 1);
	if (one_in(m, 12))
		EMIT(m, XOR64_K, .dst_reg = reg & 15, .imm = 7);
}

/* ---- memory */

static void access(struct maker *m, u32 reg, s16 off)
{
	static const u8 ids[] = {SKEP_INSN_LDX8,      SKEP_INSN_LDX16,	     SKEP_INSN_LDX32,
				 SKEP_INSN_LDX64,     SKEP_INSN_LDSX8,	     SKEP_INSN_LDSX16,
				 SKEP_INSN_LDSX32,    SKEP_INSN_ST8,	     SKEP_INSN_ST64,
				 SKEP_INSN_STX16,     SKEP_INSN_STX32,	     SKEP_INSN_STX64,
				 SKEP_INSN_ST32,      SKEP_INSN_LDX64,	     SKEP_INSN_LOAD_ACQ64,
				 SKEP_INSN_LOAD_ACQ8, SKEP_INSN_STORE_REL32, SKEP_INSN_STORE_REL64};
	enum skep_insn_id id = PICK(m, ids);
	bool load = skep_insn_row(id)->kind == SKEP_KIND_LOAD;
	u32 value = choose(m, NUMBERS);

	emit(m, id,
	     (struct bpf_insn){.dst_reg = (load ? value : reg) & 15,
			       .src_reg = (load ? reg : value) & 15,
			       .off = off,
			       .imm = any_number(m)});
}

static void piece_load(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LDX8,  SKEP_INSN_LDX16,  SKEP_INSN_LDX32,
				 SKEP_INSN_LDX64, SKEP_INSN_LDSX16, SKEP_INSN_LDSX32};

	emit(m, PICK(m, ids),
	     (struct bpf_insn){
		 .dst_reg = number_register(m) & 15, .src_reg = 9, .off = (s16)(8 * choose(m, 8))});
}

static void piece_frozen(struct maker *m)
{
	EMIT(m, LD_MAP_IDX_VALUE, .dst_reg = 4, .imm = 1);
	m->p->insns[m->p->count++] = (struct bpf_insn){.imm = (s32)choose(m, 8)};
	EMIT(m, LDX8, .dst_reg = number_register(m) & 15, .src_reg = 4,
	     .off = (s16)choose(m, MAKER_VALUE - 8));
	set(m, 4, 0);
}

static void piece_value(struct maker *m)
{
	u32 index = choose(m, NUMBERS);

	bound(m, index);
	move(m, 4, 9);
	if (one_in(m, 8))
		EMIT(m, SUB64_X, .dst_reg = 4, .src_reg = index & 15);
	else
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	access(m, 4, one_in(m, 3) ? (s16)small_number(m) : 0);
	set(m, 4, 0);
}

static void piece_atomic(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LOCK_ADD64, SKEP_INSN_FETCH_ADD32, SKEP_INSN_XCHG64,
				 SKEP_INSN_CMPXCHG32, SKEP_INSN_FETCH_OR64};

	emit(m, PICK(m, ids),
	     (struct bpf_insn){
		 .dst_reg = one_in(m, 3) ? 10 : 9, .src_reg = choose(m, NUMBERS) & 15, .off = 8});
	if (m->p->insns[m->p->count - 1].dst_reg == 10)
		m->p->insns[m->p->count - 1].off = -16;
}

static void piece_packet(struct maker *m)
{
	static const u8 ends[] = {SKEP_INSN_JGT64_X, SKEP_INSN_JGT64_X, SKEP_INSN_JGT64_X,
				  SKEP_INSN_JGE64_X};
	u32 index = choose(m, NUMBERS);
	s32 far = small_number(m);

	if (!m->p->xdp)
		return;
	move(m, 4, 7);
	if (!one_in(m, 3)) {
		bound(m, index);
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	}
	move(m, 5, 4);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = far);
	emit(m, PICK(m, ends), (struct bpf_insn){.dst_reg = 5, .src_reg = 8});
	to_out(m);
	/* ... and then another pointer, or the same one moved. */
	if (one_in(m, 8))
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = choose(m, NUMBERS) & 15);
	access(m, one_in(m, 8) ? 7 - 2 * choose(m, 2) : 4, one_in(m, 2) ? 0 : (s16)choose(m, 9));
	set(m, 4, 0);
	set(m, 5, 0);
}

/* What was proven of a pointer is not known of it once it has moved by what is not known; what lies
 * before a packet is not part of it. */
static void piece_moved(struct maker *m)
{
	u32 index = choose(m, NUMBERS);
	s32 far = small_number(m);

	if (!m->p->xdp)
		return;
	bound(m, index);
	move(m, 4, 7);
	if (one_in(m, 2)) {
		EMIT(m, ADD64_K, .dst_reg = 4, .imm = far);
		move(m, 5, 4);
	} else {
		move(m, 5, 4);
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = far);
	}
	EMIT(m, JGT64_X, .dst_reg = 5, .src_reg = 8);
	to_out(m);
	if (one_in(m, 2))
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	access(m, 4, (s16)-choose(m, 9));
	set(m, 4, 0);
	set(m, 5, 0);
}

/* One way has proven something, the other has not. */
static void piece_proven(struct maker *m)
{
	if (!m->p->xdp)
		return;
	move(m, 5, 7);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = small_number(m));
	emit(m, PICK(m, comparisons),
	     (struct bpf_insn){.dst_reg = choose(m, NUMBERS) & 15, .imm = any_number(m), .off = 1});
	EMIT(m, JGT64_X, .dst_reg = 5, .src_reg = 8);
	to_out(m);
	access(m, 7, (s16)choose(m, 9));
	set(m, 5, 0);
}

/* One way has made a copy, the other another number. */
static void piece_copied(struct maker *m)
{
	u32 from = choose(m, NUMBERS), to = (from + 1) % NUMBERS;

	EMIT(m, LDX64, .dst_reg = to & 15, .src_reg = 9, .off = (s16)(8 * choose(m, 8)));
	emit(m, PICK(m, comparisons),
	     (struct bpf_insn){.dst_reg = choose(m, NUMBERS) & 15, .imm = any_number(m), .off = 1});
	move(m, to, from);
	bound_above(m, to);
	move(m, 4, 9);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = (one_in(m, 2) ? to : from) & 15);
	access(m, 4, 0);
	set(m, 4, 0);
}

/* The packet gets shorter, or a little longer. */
static void piece_adjust(struct maker *m)
{
	s32 far = small_number(m);

	if (!m->p->xdp)
		return;
	if (one_in(m, 2)) {
		move(m, 5, 7);
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = far);
		EMIT(m, JGT64_X, .dst_reg = 5, .src_reg = 8);
		to_out(m);
	}
	move(m, 1, 6);
	set(m, 2, one_in(m, 4) ? 4 : -small_number(m));
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_xdp_adjust_tail);
	reset(m);
	if (one_in(m, 4))
		access(m, 7, 0);
	EMIT(m, LDX32, .dst_reg = 7, .src_reg = 6, .off = 0);
	EMIT(m, LDX32, .dst_reg = 8, .src_reg = 6, .off = 4);
}

/* ---- the stack: eight slots, all written at the start */

static s16 slot(struct maker *m)
{
	return (s16)(-8 - 8 * (s32)choose(m, 8));
}

static void piece_spill(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_STX64, SKEP_INSN_STX64, SKEP_INSN_STX32, SKEP_INSN_STX16,
				 SKEP_INSN_STX8,  SKEP_INSN_ST64,  SKEP_INSN_ST32,  SKEP_INSN_ST8};

	emit(m, PICK(m, ids),
	     (struct bpf_insn){.dst_reg = 10,
			       .src_reg = (one_in(m, 10) ? 9 : choose(m, NUMBERS)) & 15,
			       .off = (s16)(slot(m) + (one_in(m, 6) ? 4 : 0)),
			       .imm = any_number(m)});
}

static void piece_fill(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LDX64, SKEP_INSN_LDX64, SKEP_INSN_LDX32, SKEP_INSN_LDX16,
				 SKEP_INSN_LDX8,  SKEP_INSN_LDSX8, SKEP_INSN_LDSX32};

	emit(m, PICK(m, ids),
	     (struct bpf_insn){.dst_reg = number_register(m) & 15,
			       .src_reg = 10,
			       .off = (s16)(slot(m) + (one_in(m, 6) ? 4 : 0))});
}

/* A part of a slot is zero on one way, and on the other it is not. */
static void piece_part(struct maker *m)
{
	static const u8 stores[] = {SKEP_INSN_STX8, SKEP_INSN_STX16, SKEP_INSN_STX32};
	static const u8 zeros[] = {SKEP_INSN_ST8, SKEP_INSN_ST16, SKEP_INSN_ST32};
	static const u8 loads[] = {SKEP_INSN_LDX8, SKEP_INSN_LDX16, SKEP_INSN_LDX32};
	u32 index = choose(m, NUMBERS), size = choose(m, SKEP_COUNT(loads));
	s16 at = (s16)(slot(m) + 4 * (s32)choose(m, 2));

	emit(m, stores[size],
	     (struct bpf_insn){.dst_reg = 10, .src_reg = choose(m, NUMBERS) & 15, .off = at});
	emit(m, PICK(m, comparisons),
	     (struct bpf_insn){.dst_reg = choose(m, NUMBERS) & 15,
			       .src_reg = choose(m, NUMBERS) & 15,
			       .imm = any_number(m),
			       .off = 1});
	emit(m, zeros[size], (struct bpf_insn){.dst_reg = 10, .off = at});
	emit(m, loads[size], (struct bpf_insn){.dst_reg = index & 15, .src_reg = 10, .off = at});
	if (!one_in(m, 4))
		bound(m, index);
	move(m, 4, 9);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	access(m, 4, 0);
	set(m, 4, 0);
}

static void piece_stack(struct maker *m)
{
	u32 index = choose(m, NUMBERS);

	bound(m, index);
	move(m, 4, 10);
	EMIT(m, ADD64_K, .dst_reg = 4, .imm = one_in(m, 4) ? -8 : -64);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	access(m, 4, 0);
	set(m, 4, 0);
}

/* A pointer goes through the stack. */
static void piece_pointer(struct maker *m)
{
	s16 at = slot(m);

	EMIT(m, STX64, .dst_reg = 10, .src_reg = one_in(m, 4) ? 7 : 9, .off = at);
	if (one_in(m, 6))
		piece_spill(m);
	EMIT(m, LDX64, .dst_reg = 4, .src_reg = 10, .off = at);
	access(m, 4, (s16)small_number(m));
	EMIT(m, ST64, .dst_reg = 10, .off = at, .imm = small_number(m));
	set(m, 4, 0);
}

/* ---- calls */

static void piece_random(struct maker *m)
{
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_get_prandom_u32);
	reset(m);
}

static void piece_lookup(struct maker *m)
{
	EMIT(m, STX32, .dst_reg = 10, .src_reg = choose(m, NUMBERS) & 15, .off = -8);
	if (one_in(m, 3))
		EMIT(m, ST32, .dst_reg = 10, .off = -8, .imm = (s32)choose(m, 3));
	EMIT(m, LD_MAP_IDX, .dst_reg = 1);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	move(m, 2, 10);
	EMIT(m, ADD64_K, .dst_reg = 2, .imm = -8);
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_map_lookup_elem);
	if (!one_in(m, 10)) {
		emit(m, one_in(m, 8) ? SKEP_INSN_JEQ32_K : SKEP_INSN_JEQ64_K,
		     (struct bpf_insn){.dst_reg = 0});
		to_out(m);
	}
	move(m, 4, 0);
	set(m, 0, small_number(m));
	set(m, 1, 0);
	EMIT(m, LDX8, .dst_reg = 2, .src_reg = 9);
	set(m, 3, small_number(m));
	access(m, 4, (s16)small_number(m));
	reset(m);
}

static void piece_call(struct maker *m)
{
	if (m->call_count == CALLS)
		return;
	m->calls[m->call_count++] = m->p->count;
	EMIT(m, CALL_LOCAL, .imm = 0);
	reset(m);
}

/* The stack's eight slots are given to a function. */
static void piece_given(struct maker *m)
{
	if (m->given_count == CALLS)
		return;
	move(m, 1, 10);
	EMIT(m, ADD64_K, .dst_reg = 1, .imm = -64);
	m->given[m->given_count++] = m->p->count;
	EMIT(m, CALL_LOCAL, .imm = 0);
	reset(m);
}

/* ... or to one that is called back. */
static void piece_callback(struct maker *m)
{
	if (m->looped_count == CALLS)
		return;
	if (one_in(m, 2))
		set(m, 1, (s32)choose(m, 12));
	else
		EMIT(m, AND64_K, .dst_reg = 1, .imm = 15);
	m->looped[m->looped_count++] = m->p->count;
	EMIT(m, LD_FUNCTION, .dst_reg = 2);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	move(m, 3, 10);
	EMIT(m, ADD64_K, .dst_reg = 3, .imm = -64);
	set(m, 4, 0);
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_loop);
	reset(m);
}

static void piece_loop(struct maker *m)
{
	static void (*const bodies[])(struct maker * m) = {piece_alu, piece_move, piece_spill,
							   piece_fill, piece_shift};
	u32 start;

	EMIT(m, ST64, .dst_reg = 10, .off = -72, .imm = 0);
	start = m->p->count;
	for (u32 i = 1 + choose(m, 2); i; i--)
		bodies[choose(m, SKEP_COUNT(bodies))](m);
	EMIT(m, LDX64, .dst_reg = 5, .src_reg = 10, .off = -72);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = 1);
	EMIT(m, STX64, .dst_reg = 10, .src_reg = 5, .off = -72);
	EMIT(m, JLT64_K, .dst_reg = 5, .imm = 1 + (s32)choose(m, 12),
	     .off = (s16)((s32)start - (s32)m->p->count - 1));
}

/* ---- loops whose counter is an index: r4, or in a stack slot, with r5 for what it leads to */

static void back_to(struct maker *m, u32 start, u32 counter)
{
	static const u8 tests[] = {SKEP_INSN_JLT64_K,  SKEP_INSN_JLT64_K,  SKEP_INSN_JNE64_K,
				   SKEP_INSN_JNE32_K,  SKEP_INSN_JSLT64_K, SKEP_INSN_JLT32_K,
				   SKEP_INSN_JLE64_K,  SKEP_INSN_JSGT64_K, SKEP_INSN_JGT64_K,
				   SKEP_INSN_JSGE32_K, SKEP_INSN_JNE64_K};

	emit(m, PICK(m, tests),
	     (struct bpf_insn){.dst_reg = counter & 15,
			       .imm = small_number(m),
			       .off = (s16)((s32)start - (s32)m->p->count - 1)});
}

static void count_on(struct maker *m, u32 counter)
{
	static const s32 steps[] = {1, 1, 1, 1, 2, 3, 4, 8, -1, -1, -2, -8, 7, 0};
	s32 by = steps[choose(m, SKEP_COUNT(steps))];

	if (one_in(m, 3))
		EMIT(m, ADD32_K, .dst_reg = counter & 15, .imm = by);
	else
		EMIT(m, ADD64_K, .dst_reg = counter & 15, .imm = by);
}

static void use_index(struct maker *m, u32 counter)
{
	bool stack = one_in(m, 2);

	move(m, 5, stack ? 10 : 9);
	if (stack)
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = one_in(m, 4) ? -72 : -64);
	EMIT(m, ADD64_X, .dst_reg = 5, .src_reg = counter & 15);
	access(m, 5, one_in(m, 4) ? (s16)small_number(m) : 0);
}

static void body(struct maker *m)
{
	static void (*const bodies[])(struct maker * m) = {
	    piece_alu, piece_move, piece_spill, piece_fill, piece_shift, piece_join, piece_load};

	for (u32 i = choose(m, 3); i; i--)
		bodies[choose(m, SKEP_COUNT(bodies))](m);
}

/* The counter is in the stack all the time but here. */
static void inner_rounds(struct maker *m)
{
	u32 start;

	EMIT(m, ST64, .dst_reg = 10, .off = -80, .imm = small_number(m));
	start = m->p->count;
	body(m);
	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 10, .off = -80);
	if (one_in(m, 2))
		use_index(m, 0);
	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 10, .off = -80);
	count_on(m, 0);
	EMIT(m, STX64, .dst_reg = 10, .src_reg = 0, .off = -80);
	back_to(m, start, 0);
}

static void piece_rounds(struct maker *m)
{
	u32 start;

	set(m, 4, small_number(m));
	start = m->p->count;
	body(m);
	if (one_in(m, 4)) {
		EMIT(m, JGT64_K, .dst_reg = 4, .imm = small_number(m));
		to_out(m);
	}
	use_index(m, 4);
	if (one_in(m, 3))
		inner_rounds(m);
	count_on(m, 4);
	back_to(m, start, 4);
	set(m, 4, 0);
	set(m, 5, 0);
}

/* ---- the whole */

static void begin(struct maker *m)
{
	move(m, 6, 1);
	set(m, 7, small_number(m));
	set(m, 8, small_number(m));
	if (m->p->xdp) {
		EMIT(m, LDX32, .dst_reg = 7, .src_reg = 6, .off = 0);
		EMIT(m, LDX32, .dst_reg = 8, .src_reg = 6, .off = 4);
	}
	EMIT(m, LD_MAP_IDX_VALUE, .dst_reg = 9, .imm = 0);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	for (u32 i = 1; i <= 10; i++)
		EMIT(m, ST64, .dst_reg = 10, .off = (s16)(-8 * (s32)i), .imm = small_number(m));
	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 9, .off = 8);
	reset(m);
}

/* Jumps that have gone over enough come down here. */
static void land(struct maker *m, bool all)
{
	for (u32 i = 0; i < m->over_count;) {
		if (!all && --m->over[i].pieces) {
			i++;
			continue;
		}
		m->p->insns[m->over[i].at].off = (s16)(m->p->count - m->over[i].at - 1);
		m->over[i] = m->over[--m->over_count];
	}
}

/* ---- functions that are given the stack, in r6 then */

static void given_load(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LDX64, SKEP_INSN_LDX64, SKEP_INSN_LDX32, SKEP_INSN_LDX8};

	emit(m, PICK(m, ids),
	     (struct bpf_insn){
		 .dst_reg = choose(m, NUMBERS) & 15, .src_reg = 6, .off = (s16)(8 * choose(m, 8))});
}

static void given_store(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_STX64, SKEP_INSN_STX64, SKEP_INSN_STX32, SKEP_INSN_ST64,
				 SKEP_INSN_STX8};

	emit(m, PICK(m, ids),
	     (struct bpf_insn){.dst_reg = 6,
			       .src_reg = choose(m, NUMBERS) & 15,
			       .off = (s16)(8 * choose(m, 8)),
			       .imm = small_number(m)});
}

static void given_count(struct maker *m)
{
	s16 off = (s16)(8 * choose(m, 8));

	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 6, .off = off);
	if (one_in(m, 2))
		EMIT(m, JGT64_K, .dst_reg = 0, .imm = small_number(m), .off = 2);
	EMIT(m, ADD64_K, .dst_reg = 0, .imm = (s32)choose(m, 4));
	EMIT(m, STX64, .dst_reg = 6, .src_reg = 0, .off = off);
}

static void given_index(struct maker *m)
{
	u32 index = choose(m, NUMBERS);

	bound_mask(m, index);
	move(m, 4, 6);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	access(m, 4, 0);
}

static void given_body(struct maker *m, u32 pointer)
{
	static void (*const pieces[])(struct maker * m) = {
	    given_load,	 given_store, given_count, given_index, given_load, given_store,
	    given_count, piece_alu,   piece_move,  piece_join,	piece_shift};

	move(m, 6, pointer);
	move(m, 0, 3 - pointer);
	for (u32 reg = 1; reg < NUMBERS; reg++)
		EMIT(m, LDX64, .dst_reg = reg & 15, .src_reg = 6, .off = (s16)(8 * choose(m, 8)));
	for (u32 i = 1 + choose(m, 6); i; i--)
		pieces[choose(m, SKEP_COUNT(pieces))](m);
	EMIT(m, AND64_K, .dst_reg = 0, .imm = (s32)choose(m, 2));
	EMIT(m, EXIT);
}

static void end_given(struct maker *m)
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

static void end(struct maker *m)
{
	land(m, true);
	for (u32 i = 0; i < m->out_count; i++)
		m->p->insns[m->outs[i]].off = (s16)(m->p->count - m->outs[i] - 1);
	set(m, 0, 0);
	EMIT(m, EXIT);
	end_given(m);
	if (!m->call_count)
		return;
	for (u32 i = 0; i < m->call_count; i++)
		m->p->insns[m->calls[i]].imm = (s32)(m->p->count - m->calls[i] - 1);
	move(m, 0, 2);
	for (u32 i = choose(m, 3); i; i--)
		piece_alu(m);
	bound_mask(m, 0);
	EMIT(m, EXIT);
}

void maker_make(struct choices *c, struct made *p)
{
	static void (*const pieces[])(struct maker * m) = {
	    piece_alu,	  piece_alu,	 piece_shift,  piece_move,   piece_move,     piece_jump,
	    piece_jump,	  piece_join,	 piece_load,   piece_load,   piece_value,    piece_value,
	    piece_value,  piece_packet,	 piece_packet, piece_spill,  piece_fill,     piece_stack,
	    piece_frozen, piece_pointer, piece_random, piece_lookup, piece_call,     piece_loop,
	    piece_atomic, piece_rounds,	 piece_rounds, piece_given,  piece_callback, piece_moved,
	    piece_adjust, piece_linked,	 piece_part,   piece_proven, piece_copied};
	struct maker m = {.from = c, .p = p};
	u32 count;

	*p = (struct made){.xdp = choose(&m, 2)};
	begin(&m);
	count = 2 + choose(&m, 24);
	for (u32 i = 0; i < count && p->count < MAKER_MAX - ROOM && m.out_count < JUMPS - 8; i++) {
		pieces[choose(&m, SKEP_COUNT(pieces))](&m);
		land(&m, false);
	}
	end(&m);
}

u8 maker_frozen(u32 at)
{
	return (u8)(at * 37 + 11);
}
