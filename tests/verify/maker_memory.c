/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory: the map value, the frozen one, packets and the stack. */
#include "maker_part.h"

/* ---- memory */

void maker_access(struct maker *m, u32 reg, s16 off)
{
	static const u8 ids[] = {SKEP_INSN_LDX8,      SKEP_INSN_LDX16,	     SKEP_INSN_LDX32,
				 SKEP_INSN_LDX64,     SKEP_INSN_LDSX8,	     SKEP_INSN_LDSX16,
				 SKEP_INSN_LDSX32,    SKEP_INSN_ST8,	     SKEP_INSN_ST64,
				 SKEP_INSN_STX16,     SKEP_INSN_STX32,	     SKEP_INSN_STX64,
				 SKEP_INSN_ST32,      SKEP_INSN_LDX64,	     SKEP_INSN_LOAD_ACQ64,
				 SKEP_INSN_LOAD_ACQ8, SKEP_INSN_STORE_REL32, SKEP_INSN_STORE_REL64};
	enum skep_insn_id id = PICK(m, ids);
	bool load = skep_insn_row(id)->kind == SKEP_KIND_LOAD;
	u32 value = maker_choose(m, NUMBERS);

	maker_emit(m, id,
		   (struct bpf_insn){.dst_reg = (load ? value : reg) & 15,
				     .src_reg = (load ? reg : value) & 15,
				     .off = off,
				     .imm = maker_any_number(m)});
}

void maker_piece_load(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LDX8,  SKEP_INSN_LDX16,  SKEP_INSN_LDX32,
				 SKEP_INSN_LDX64, SKEP_INSN_LDSX16, SKEP_INSN_LDSX32};

	maker_emit(m, PICK(m, ids),
		   (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
				     .src_reg = 9,
				     .off = (s16)(8 * maker_choose(m, 8))});
}

void maker_piece_frozen(struct maker *m)
{
	EMIT(m, LD_MAP_IDX_VALUE, .dst_reg = 4, .imm = 1);
	m->p->insns[m->p->count++] = (struct bpf_insn){.imm = (s32)maker_choose(m, 8)};
	EMIT(m, LDX8, .dst_reg = maker_number_register(m) & 15, .src_reg = 4,
	     .off = (s16)maker_choose(m, MAKER_VALUE - 8));
	maker_set(m, 4, 0);
}

void maker_piece_value(struct maker *m)
{
	u32 index = maker_choose(m, NUMBERS);

	maker_bound(m, index);
	maker_move(m, 4, 9);
	if (maker_one_in(m, 8))
		EMIT(m, SUB64_X, .dst_reg = 4, .src_reg = index & 15);
	else
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	maker_access(m, 4, maker_one_in(m, 3) ? (s16)maker_small_number(m) : 0);
	maker_set(m, 4, 0);
}

void maker_piece_atomic(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LOCK_ADD64, SKEP_INSN_FETCH_ADD32, SKEP_INSN_XCHG64,
				 SKEP_INSN_CMPXCHG32, SKEP_INSN_FETCH_OR64};

	maker_emit(m, PICK(m, ids),
		   (struct bpf_insn){.dst_reg = maker_one_in(m, 3) ? 10 : 9,
				     .src_reg = maker_choose(m, NUMBERS) & 15,
				     .off = 8});
	if (m->p->insns[m->p->count - 1].dst_reg == 10)
		m->p->insns[m->p->count - 1].off = -16;
}

void maker_piece_packet(struct maker *m)
{
	static const u8 ends[] = {SKEP_INSN_JGT64_X, SKEP_INSN_JGT64_X, SKEP_INSN_JGT64_X,
				  SKEP_INSN_JGE64_X};
	u32 index = maker_choose(m, NUMBERS);
	s32 far = maker_small_number(m);

	if (!m->p->xdp)
		return;
	maker_move(m, 4, 7);
	if (!maker_one_in(m, 3)) {
		maker_bound(m, index);
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	}
	maker_move(m, 5, 4);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = far);
	maker_emit(m, PICK(m, ends), (struct bpf_insn){.dst_reg = 5, .src_reg = 8});
	maker_to_out(m);
	/* ... and then another pointer, or the same one moved. */
	if (maker_one_in(m, 8))
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = maker_choose(m, NUMBERS) & 15);
	maker_access(m, maker_one_in(m, 8) ? 7 - 2 * maker_choose(m, 2) : 4,
		     maker_one_in(m, 2) ? 0 : (s16)maker_choose(m, 9));
	maker_set(m, 4, 0);
	maker_set(m, 5, 0);
}

/* What was proven of a pointer is not known of it once it has moved by what is not known; what lies
 * before a packet is not part of it. */
void maker_piece_moved(struct maker *m)
{
	u32 index = maker_choose(m, NUMBERS);
	s32 far = maker_small_number(m);

	if (!m->p->xdp)
		return;
	maker_bound(m, index);
	maker_move(m, 4, 7);
	if (maker_one_in(m, 2)) {
		EMIT(m, ADD64_K, .dst_reg = 4, .imm = far);
		maker_move(m, 5, 4);
	} else {
		maker_move(m, 5, 4);
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = far);
	}
	EMIT(m, JGT64_X, .dst_reg = 5, .src_reg = 8);
	maker_to_out(m);
	if (maker_one_in(m, 2))
		EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	maker_access(m, 4, (s16)-maker_choose(m, 9));
	maker_set(m, 4, 0);
	maker_set(m, 5, 0);
}

/* One way has proven something, the other has not. */
void maker_piece_proven(struct maker *m)
{
	if (!m->p->xdp)
		return;
	maker_move(m, 5, 7);
	EMIT(m, ADD64_K, .dst_reg = 5, .imm = maker_small_number(m));
	maker_emit(m, PICK(m, maker_comparisons),
		   (struct bpf_insn){.dst_reg = maker_choose(m, NUMBERS) & 15,
				     .imm = maker_any_number(m),
				     .off = 1});
	EMIT(m, JGT64_X, .dst_reg = 5, .src_reg = 8);
	maker_to_out(m);
	maker_access(m, 7, (s16)maker_choose(m, 9));
	maker_set(m, 5, 0);
}

/* One way has made a copy, the other another number. */
void maker_piece_copied(struct maker *m)
{
	u32 from = maker_choose(m, NUMBERS), to = (from + 1) % NUMBERS;

	EMIT(m, LDX64, .dst_reg = to & 15, .src_reg = 9, .off = (s16)(8 * maker_choose(m, 8)));
	maker_emit(m, PICK(m, maker_comparisons),
		   (struct bpf_insn){.dst_reg = maker_choose(m, NUMBERS) & 15,
				     .imm = maker_any_number(m),
				     .off = 1});
	maker_move(m, to, from);
	maker_bound_above(m, to);
	maker_move(m, 4, 9);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = (maker_one_in(m, 2) ? to : from) & 15);
	maker_access(m, 4, 0);
	maker_set(m, 4, 0);
}

/* The packet gets shorter, or a little longer. */
void maker_piece_adjust(struct maker *m)
{
	s32 far = maker_small_number(m);

	if (!m->p->xdp)
		return;
	if (maker_one_in(m, 2)) {
		maker_move(m, 5, 7);
		EMIT(m, ADD64_K, .dst_reg = 5, .imm = far);
		EMIT(m, JGT64_X, .dst_reg = 5, .src_reg = 8);
		maker_to_out(m);
	}
	maker_move(m, 1, 6);
	maker_set(m, 2, maker_one_in(m, 4) ? 4 : -maker_small_number(m));
	EMIT(m, CALL_HELPER, .imm = BPF_FUNC_xdp_adjust_tail);
	maker_reset(m);
	if (maker_one_in(m, 4))
		maker_access(m, 7, 0);
	EMIT(m, LDX32, .dst_reg = 7, .src_reg = 6, .off = 0);
	EMIT(m, LDX32, .dst_reg = 8, .src_reg = 6, .off = 4);
}

/* ---- the stack: eight slots, all written at the start */

s16 maker_slot(struct maker *m)
{
	return (s16)(-8 - 8 * (s32)maker_choose(m, 8));
}

void maker_piece_spill(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_STX64, SKEP_INSN_STX64, SKEP_INSN_STX32, SKEP_INSN_STX16,
				 SKEP_INSN_STX8,  SKEP_INSN_ST64,  SKEP_INSN_ST32,  SKEP_INSN_ST8};

	maker_emit(
	    m, PICK(m, ids),
	    (struct bpf_insn){.dst_reg = 10,
			      .src_reg = (maker_one_in(m, 10) ? 9 : maker_choose(m, NUMBERS)) & 15,
			      .off = (s16)(maker_slot(m) + (maker_one_in(m, 6) ? 4 : 0)),
			      .imm = maker_any_number(m)});
}

void maker_piece_fill(struct maker *m)
{
	static const u8 ids[] = {SKEP_INSN_LDX64, SKEP_INSN_LDX64, SKEP_INSN_LDX32, SKEP_INSN_LDX16,
				 SKEP_INSN_LDX8,  SKEP_INSN_LDSX8, SKEP_INSN_LDSX32};

	maker_emit(m, PICK(m, ids),
		   (struct bpf_insn){.dst_reg = maker_number_register(m) & 15,
				     .src_reg = 10,
				     .off = (s16)(maker_slot(m) + (maker_one_in(m, 6) ? 4 : 0))});
}

/* A part of a slot is zero on one way, and on the other it is not. */
void maker_piece_part(struct maker *m)
{
	static const u8 stores[] = {SKEP_INSN_STX8, SKEP_INSN_STX16, SKEP_INSN_STX32};
	static const u8 zeros[] = {SKEP_INSN_ST8, SKEP_INSN_ST16, SKEP_INSN_ST32};
	static const u8 loads[] = {SKEP_INSN_LDX8, SKEP_INSN_LDX16, SKEP_INSN_LDX32};
	u32 index = maker_choose(m, NUMBERS), size = maker_choose(m, SKEP_COUNT(loads));
	s16 at = (s16)(maker_slot(m) + 4 * (s32)maker_choose(m, 2));

	maker_emit(
	    m, stores[size],
	    (struct bpf_insn){.dst_reg = 10, .src_reg = maker_choose(m, NUMBERS) & 15, .off = at});
	maker_emit(m, PICK(m, maker_comparisons),
		   (struct bpf_insn){.dst_reg = maker_choose(m, NUMBERS) & 15,
				     .src_reg = maker_choose(m, NUMBERS) & 15,
				     .imm = maker_any_number(m),
				     .off = 1});
	maker_emit(m, zeros[size], (struct bpf_insn){.dst_reg = 10, .off = at});
	maker_emit(m, loads[size],
		   (struct bpf_insn){.dst_reg = index & 15, .src_reg = 10, .off = at});
	if (!maker_one_in(m, 4))
		maker_bound(m, index);
	maker_move(m, 4, 9);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	maker_access(m, 4, 0);
	maker_set(m, 4, 0);
}

void maker_piece_stack(struct maker *m)
{
	u32 index = maker_choose(m, NUMBERS);

	maker_bound(m, index);
	maker_move(m, 4, 10);
	EMIT(m, ADD64_K, .dst_reg = 4, .imm = maker_one_in(m, 4) ? -8 : -64);
	EMIT(m, ADD64_X, .dst_reg = 4, .src_reg = index & 15);
	maker_access(m, 4, 0);
	maker_set(m, 4, 0);
}

/* A pointer goes through the stack. */
void maker_piece_pointer(struct maker *m)
{
	s16 at = maker_slot(m);

	EMIT(m, STX64, .dst_reg = 10, .src_reg = maker_one_in(m, 4) ? 7 : 9, .off = at);
	if (maker_one_in(m, 6))
		maker_piece_spill(m);
	EMIT(m, LDX64, .dst_reg = 4, .src_reg = 10, .off = at);
	maker_access(m, 4, (s16)maker_small_number(m));
	EMIT(m, ST64, .dst_reg = 10, .off = at, .imm = maker_small_number(m));
	maker_set(m, 4, 0);
}
