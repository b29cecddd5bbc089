/* SPDX-License-Identifier: BSD-2-Clause */
/* What the parts of the maker share. r6 is the context, r7 and r8 the packet and its end (in socket
 * filters numbers), r9 the map value; r0 to r3 are numbers, r4 and r5 whatever a piece needs. A
 * piece leaves all of them set, so that pieces stand in any order; jumps go over some pieces, or
 * out. */
#ifndef SKEP_TESTS_VERIFY_MAKER_PART_H
#define SKEP_TESTS_VERIFY_MAKER_PART_H

#include "base/types.h"
#include "isa/isa.h"
#include "maker.h"

enum { JUMPS = 64, CALLS = 8, NUMBERS = 4 };

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

/* A number below `below`. */
u32 maker_choose(struct maker *m, u32 below);
bool maker_one_in(struct maker *m, u32 n);

struct bpf_insn *maker_emit(struct maker *m, enum skep_insn_id id, struct bpf_insn fields);
#define EMIT(m, id, ...) maker_emit(m, SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

/* Notes that the instruction before is a jump to the end. */
void maker_to_out(struct maker *m);

/* ---- maker_numbers.c */

s32 maker_any_number(struct maker *m);
s32 maker_small_number(struct maker *m);
u32 maker_number_register(struct maker *m);
void maker_move(struct maker *m, u32 to, u32 from);
void maker_set(struct maker *m, u32 reg, s32 value);

/* Behind a call only r0 holds something. */
void maker_reset(struct maker *m);

/* One of some instructions, enum skep_insn_id. */
enum skep_insn_id maker_pick(struct maker *m, const u8 *ids, u32 count);
#define PICK(m, ids) maker_pick(m, ids, sizeof(ids))
#define FOUR(name)                                                                                 \
	SKEP_INSN_##name##32_K, SKEP_INSN_##name##32_X, SKEP_INSN_##name##64_K,                    \
	    SKEP_INSN_##name##64_X

enum { MAKER_COMPARISONS = 45 };
extern const u8 maker_comparisons[MAKER_COMPARISONS];

/* Bounds a number somehow, or nearly. */
void maker_bound(struct maker *m, u32 reg);
void maker_bound_mask(struct maker *m, u32 reg);
void maker_bound_above(struct maker *m, u32 reg);

void maker_piece_alu(struct maker *m);
void maker_piece_shift(struct maker *m);
void maker_piece_move(struct maker *m);
void maker_piece_jump(struct maker *m);
void maker_piece_join(struct maker *m);
void maker_piece_linked(struct maker *m);

/* ---- maker_memory.c */

/* A load or store through a register. */
void maker_access(struct maker *m, u32 reg, s16 off);

/* The offset of one of eight slots of the stack. */
s16 maker_slot(struct maker *m);

void maker_piece_load(struct maker *m);
void maker_piece_frozen(struct maker *m);
void maker_piece_value(struct maker *m);
void maker_piece_atomic(struct maker *m);
void maker_piece_packet(struct maker *m);
void maker_piece_moved(struct maker *m);
void maker_piece_proven(struct maker *m);
void maker_piece_copied(struct maker *m);
void maker_piece_adjust(struct maker *m);
void maker_piece_spill(struct maker *m);
void maker_piece_fill(struct maker *m);
void maker_piece_part(struct maker *m);
void maker_piece_stack(struct maker *m);
void maker_piece_pointer(struct maker *m);

/* ---- maker_calls.c */

void maker_piece_random(struct maker *m);
void maker_piece_lookup(struct maker *m);
void maker_piece_call(struct maker *m);
void maker_piece_given(struct maker *m);
void maker_piece_callback(struct maker *m);

/* The functions that are given the stack, behind the program. */
void maker_end_given(struct maker *m);

/* ---- maker_loops.c */

void maker_piece_loop(struct maker *m);
void maker_piece_rounds(struct maker *m);

#endif
