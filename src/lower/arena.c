/* SPDX-License-Identifier: BSD-2-Clause */
/* Arenas. Programs keep the low 32 bits of an address; r11 becomes the place of it in the window
 * (map/arena.h), wherever that is, and the access goes through r11. Atomic operations are done at
 * multiples of their size alone, because not every processor does others: what they would give is 0
 * then. */
#include "map/arena.h"
#include "base/diag.h"
#include "lower/rewrite.h"
#include "spec/uapi.h"

enum { SPARE = SKEP_CODE_SPARE };

static bool add(struct skep_draft *d, enum skep_insn_id id, struct bpf_insn fields)
{
	return skep_draft_add(d, skep_insn_encode(id, fields));
}

static u8 base_of(const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	return row->kind == SKEP_KIND_LOAD ? insn->src_reg : insn->dst_reg;
}

static struct bpf_insn through_spare(const struct skep_insn_row *row, struct bpf_insn insn)
{
	if (row->kind == SKEP_KIND_LOAD)
		insn.src_reg = SPARE;
	else
		insn.dst_reg = SPARE;
	return insn;
}

static bool add_window(struct skep_draft *d, u8 base)
{
	return add(d, SKEP_INSN_CAST_KERNEL,
		   (struct bpf_insn){.dst_reg = SPARE, .src_reg = (u8)(base & 15)});
}

/* The register that gets something out of memory, or -1. */
static s32 result_of(const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	if (row->kind == SKEP_KIND_LOAD)
		return insn->dst_reg;
	if (row->kind == SKEP_KIND_STORE)
		return -1;
	if (row->op == SKEP_ATOMIC_CMPXCHG)
		return 0;
	return row->imm & BPF_FETCH ? insn->src_reg : -1;
}

static bool add_aligned(struct skep_draft *d, const struct skep_insn_row *row,
			const struct bpf_insn *insn)
{
	s32 result = result_of(row, insn), odd = row->bits / 8 - 1;
	struct bpf_insn access = through_spare(row, *insn);

	access.off = 0;
	if (!add_window(d, base_of(row, insn)) ||
	    !add(d, SKEP_INSN_ADD64_K, (struct bpf_insn){.dst_reg = SPARE, .imm = insn->off}) ||
	    !add(d, SKEP_INSN_JSET64_K,
		 (struct bpf_insn){.dst_reg = SPARE, .imm = odd, .off = result < 0 ? 1 : 2}) ||
	    !skep_draft_add(d, access))
		return false;
	return result < 0 ||
	       (add(d, SKEP_INSN_JA16, (struct bpf_insn){.off = 1}) &&
		add(d, SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = (u8)(result & 15)}));
}

bool skep_rewrite_in_arena(struct skep_draft *d, const struct skep_insn_row *row,
			   const struct bpf_insn *insn)
{
	bool ordered = row->kind == SKEP_KIND_LOAD ? row->op == SKEP_LOAD_ACQUIRE
						   : row->op == SKEP_STORE_RELEASE;

	if (ordered)
		return add_aligned(d, row, insn);
	return add_window(d, base_of(row, insn)) && skep_draft_add(d, through_spare(row, *insn));
}

bool skep_rewrite_atomic(struct skep_draft *d, const struct skep_insn_row *row,
			 const struct bpf_insn *insn)
{
	return d->in->facts[d->at].memory == SKEP_REG_ARENA ? add_aligned(d, row, insn)
							    : skep_draft_add(d, *insn);
}

/* ---- casts */

static struct skep_map *find_arena(const struct skep_draft *d)
{
	for (u32 i = 0; i < d->in->map_count; i++)
		if (d->in->maps[i]->shape.type == BPF_MAP_TYPE_ARENA)
			return d->in->maps[i];
	return NULL;
}

/* 32 bits, and above them those of the arena, but for 0, which stays NULL. */
static bool add_user(struct skep_draft *d, u8 dst, u64 start)
{
	struct bpf_insn none = {.dst_reg = (u8)(dst & 15)}, sum = none;

	sum.src_reg = SPARE;
	return skep_draft_jump(d, skep_insn_encode(SKEP_INSN_JEQ32_K, none), d->at + 1) &&
	       skep_draft_wide(d, SPARE, start & ~(u64)UINT32_MAX) &&
	       add(d, SKEP_INSN_ADD64_X, sum);
}

bool skep_rewrite_cast(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn)
{
	struct skep_map *arena = find_arena(d);

	if (!arena)
		return skep_fail_at(d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at),
				    "instruction %u: casts an address of an arena, and there is "
				    "none",
				    d->at);
	if (!add(d, SKEP_INSN_MOV32_X,
		 (struct bpf_insn){.dst_reg = insn->dst_reg, .src_reg = insn->src_reg}))
		return false;
	return row->op == SKEP_CAST_KERNEL || arena->shape.flags & BPF_F_NO_USER_CONV ||
	       add_user(d, insn->dst_reg, skep_map_arena_place(arena).start);
}

/* ---- arithmetic */

static bool is_shift(const struct skep_insn_row *row)
{
	return row->op == SKEP_ALU_LSH || row->op == SKEP_ALU_RSH || row->op == SKEP_ALU_ARSH;
}

/* Addresses have 32 bits (Linux: needs_zext). */
bool skep_rewrite_alu(struct skep_draft *d, const struct skep_insn_row *row,
		      const struct bpf_insn *insn)
{
	struct bpf_insn narrow = *insn;

	if (!(d->in->facts[d->at].flags & SKEP_FACT_ARENA) || row->bits == 32)
		return skep_draft_add(d, *insn);
	narrow.code = (u8)((insn->code & ~7) | BPF_ALU);
	if (row->from == SKEP_FROM_K && is_shift(row))
		narrow.imm &= 31;
	return skep_draft_add(d, narrow);
}
