/* SPDX-License-Identifier: BSD-2-Clause */
/* Puts a program together: how it begins, pieces in any order, where jumps come down, its end. */
#include "maker_part.h"

enum { ROOM = 160 }; /* instructions that a piece and the end may take */

u32 maker_choose(struct maker *m, u32 below)
{
	struct choices *c = m->from;

	if (c->count) {
		c->count--;
		return *c->bytes++ % below;
	}
	c->state = c->state * 6364136223846793005u + 1442695040888963407u;
	return (u32)(c->state >> 33) % below;
}

bool maker_one_in(struct maker *m, u32 n)
{
	return maker_choose(m, n) == 0;
}

struct bpf_insn *maker_emit(struct maker *m, enum skep_insn_id id, struct bpf_insn fields)
{
	struct bpf_insn *insn = &m->p->insns[m->p->count++];

	*insn = skep_insn_encode(id, fields);
	return insn;
}

/* ---- the whole */

static void begin(struct maker *m)
{
	maker_move(m, 6, 1);
	maker_set(m, 7, maker_small_number(m));
	maker_set(m, 8, maker_small_number(m));
	if (m->p->xdp) {
		EMIT(m, LDX32, .dst_reg = 7, .src_reg = 6, .off = 0);
		EMIT(m, LDX32, .dst_reg = 8, .src_reg = 6, .off = 4);
	}
	EMIT(m, LD_MAP_IDX_VALUE, .dst_reg = 9, .imm = 0);
	m->p->insns[m->p->count++] = (struct bpf_insn){0};
	for (u32 i = 1; i <= 10; i++)
		EMIT(m, ST64, .dst_reg = 10, .off = (s16)(-8 * (s32)i),
		     .imm = maker_small_number(m));
	EMIT(m, LDX64, .dst_reg = 0, .src_reg = 9, .off = 8);
	maker_reset(m);
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

static void end(struct maker *m)
{
	land(m, true);
	for (u32 i = 0; i < m->out_count; i++)
		m->p->insns[m->outs[i]].off = (s16)(m->p->count - m->outs[i] - 1);
	maker_set(m, 0, 0);
	EMIT(m, EXIT);
	maker_end_given(m);
	if (!m->call_count)
		return;
	for (u32 i = 0; i < m->call_count; i++)
		m->p->insns[m->calls[i]].imm = (s32)(m->p->count - m->calls[i] - 1);
	maker_move(m, 0, 2);
	for (u32 i = maker_choose(m, 3); i; i--)
		maker_piece_alu(m);
	maker_bound_mask(m, 0);
	EMIT(m, EXIT);
}

void maker_make(struct choices *c, struct made *p)
{
	static void (*const pieces[])(struct maker * m) = {
	    maker_piece_alu,	  maker_piece_alu,    maker_piece_shift,  maker_piece_move,
	    maker_piece_move,	  maker_piece_jump,   maker_piece_jump,	  maker_piece_join,
	    maker_piece_load,	  maker_piece_load,   maker_piece_value,  maker_piece_value,
	    maker_piece_value,	  maker_piece_packet, maker_piece_packet, maker_piece_spill,
	    maker_piece_fill,	  maker_piece_stack,  maker_piece_frozen, maker_piece_pointer,
	    maker_piece_random,	  maker_piece_lookup, maker_piece_call,	  maker_piece_loop,
	    maker_piece_atomic,	  maker_piece_rounds, maker_piece_rounds, maker_piece_given,
	    maker_piece_callback, maker_piece_moved,  maker_piece_adjust, maker_piece_linked,
	    maker_piece_part,	  maker_piece_proven, maker_piece_copied};
	struct maker m = {.from = c, .p = p};
	u32 count;

	*p = (struct made){.xdp = maker_choose(&m, 2)};
	begin(&m);
	count = 2 + maker_choose(&m, 24);
	for (u32 i = 0; i < count && p->count < MAKER_MAX - ROOM && m.out_count < JUMPS - 8; i++) {
		pieces[maker_choose(&m, SKEP_COUNT(pieces))](&m);
		land(&m, false);
	}
	end(&m);
}

u8 maker_frozen(u32 at)
{
	return (u8)(at * 37 + 11);
}
