/* SPDX-License-Identifier: BSD-2-Clause */
/* What happens between two instructions. Before the refused one every instruction has been found
 * safe by the verifier on this very path, so that it may do what it does; a run that takes another
 * way is ended at once. The refused one is judged before it touches anything. */
#include "refute/follow.h"

#include <string.h>

#include "isa/alu.h"
#include "refute/shade.h"
#include "vm/frame.h"

/* ---- branches */

typedef bool compare32(u32 d, u32 s);
typedef bool compare64(u64 d, u64 s);

static compare32 *const compares32[] = {
#define CMP(name, ...) [SKEP_JUMP_##name] = skep_jump32_##name,
#include "isa/cmp.def"
};
static compare64 *const compares64[] = {
#define CMP(name, ...) [SKEP_JUMP_##name] = skep_jump64_##name,
#include "isa/cmp.def"
};

bool refute_compare(const struct skep_insn_row *row, u64 x, u64 y)
{
	return row->bits == 32 ? compares32[row->op]((u32)x, (u32)y) : compares64[row->op](x, y);
}

static u32 next_on_path(const struct refute_follow *f)
{
	const struct skep_verdict *v = f->world->in->verdict;

	return f->at + 1 < v->trail_count ? v->trail[f->at + 1] : UINT32_MAX;
}

static bool look_at_jump(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	s64 target = skep_insn_target(row, insn, f->insn);
	bool from_register = row->from == SKEP_FROM_X;
	struct refute_question q = {.row = row,
				    .left = f->regs[insn->dst_reg].term,
				    .right = from_register ? f->regs[insn->src_reg].term : 0,
				    .x = r[insn->dst_reg],
				    .y = from_register ? r[insn->src_reg] : (u64)(s64)insn->imm};

	q.wanted = next_on_path(f) == (u64)target;
	if (target == (s64)f->insn + 1 || refute_compare(row, q.x, q.y) == q.wanted)
		return true;
	f->end = REFUTE_LEFT;
	f->question = q;
	return false;
}

/* LD_ABS and LD_IND end the program where the packet is too short. */
static bool look_at_packet(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	s32 offset = insn->imm + (row->op == SKEP_PACKET_IND ? (s32)r[insn->src_reg] : 0);
	struct refute_term part = {.part = REFUTE_PART_BIG, .size = row->bits / 8u};
	const struct skep_packet_room *room = refute_world_room(f->world);
	u64 start = room ? (u64)(uintptr_t)room->data - refute_world_packet(f->world) : 0;

	memset(f->regs, 0, 6 * sizeof(f->regs[0]));
	if (!room || offset < 0)
		return offset >= 0;
	part.at = (u32)start + (u32)offset;
	if (part.at + part.size <= f->choice->length) {
		f->regs[0].term = refute_term_part(&f->terms, part);
		return true;
	}
	f->end = REFUTE_LEFT;
	f->question = (struct refute_question){
	    .row = skep_insn_row(SKEP_INSN_JEQ64_K),
	    .wanted = true,
	    .left = refute_term_part(&f->terms, (struct refute_term){.part = REFUTE_PART_LONGER,
								     .bias = part.at + part.size}),
	    .x = 1};
	return false;
}

/* ---- the refused instruction */

/* An access that may be made to be judged: nobody can tell where other addresses lead. */
static bool can_judge(u8 base, u64 address)
{
	return base == REFUTE_BASE_PACKET || base == REFUTE_BASE_STACK ||
	       base == REFUTE_BASE_VALUE || address < REFUTE_NULL_PAGE;
}

static bool judge_memory(struct refute_follow *f, u32 reg, s64 off, const u64 *r)
{
	struct refute_shade *shade = &f->regs[reg];

	f->end = REFUTE_HELD;
	f->question = (struct refute_question){.left = shade->term,
					       .x = r[reg] + (u64)off,
					       .off = off,
					       .base = shade->base,
					       .which = shade->which};
	f->question.y = f->world->rows[f->insn]->bits / 8;
	f->judged = can_judge(shade->base, f->question.x);
	return f->judged;
}

/* The memory that the refused helper is given: the first argument that is wrong. */
static bool judge_call(struct refute_follow *f, struct skep_run *run, const struct bpf_insn *insn,
		       const u64 *r)
{
	const struct skep_verify_input *in = f->world->in->in;
	const struct skep_helper_row *row =
	    skep_helper_for(insn->imm, (struct skep_caller){.prog_type = in->prog_type,
							    .attach_type = in->attach_type});

	f->end = REFUTE_HELD;
	f->judged = row && f->world->rows[f->insn]->op == SKEP_CALL_HELPER;
	for (u32 i = 0; f->judged && i < 5; i++) {
		struct refute_shade *shade = &f->regs[i + 1], *sized = &f->regs[(i + 2) % 6];
		u64 size;

		if (!refute_argument_size(f->world, row, i, r, &size) ||
		    !can_judge(shade->base, r[i + 1]) ||
		    (!r[i + 1] && row->args[i].flags & SKEP_ARG_F_NULL))
			continue;
		f->question = (struct refute_question){.left = shade->term,
						       .right = row->args[i].size ? 0 : sized->term,
						       .x = r[i + 1],
						       .y = size,
						       .base = shade->base,
						       .which = shade->which};
		if (size &&
		    !skep_run_allows(run, r[i + 1], size < UINT32_MAX ? (u32)size : UINT32_MAX,
				     row->args[i].flags & SKEP_ARG_F_WRITE)) {
			run->fault_insn = f->insn;
			f->end = REFUTE_TRAPPED;
			return false;
		}
	}
	return false;
}

static bool judge(struct refute_follow *f, struct skep_run *run, const struct bpf_insn *insn,
		  const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];

	if (row->kind == SKEP_KIND_LOAD)
		return judge_memory(f, insn->src_reg, insn->off, r);
	if (row->kind == SKEP_KIND_STORE || row->kind == SKEP_KIND_ATOMIC)
		return judge_memory(f, insn->dst_reg, insn->off, r);
	if (row->kind == SKEP_KIND_CALL)
		return judge_call(f, run, insn, r);
	f->end = REFUTE_HELD;
	if (row->kind != SKEP_KIND_ALU)
		return false;
	refute_shade_alu(f, insn, r);
	f->regs[insn->dst_reg].marked = true;
	return true;
}

/* Behind refused arithmetic, the first access through what it made is judged in its place. */
static bool look_behind(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];
	u32 reg = row->kind == SKEP_KIND_LOAD ? insn->src_reg : insn->dst_reg;

	if (f->judged || ++f->behind > REFUTE_BEHIND)
		return false;
	if (row->kind == SKEP_KIND_ALU) {
		refute_shade_alu(f, insn, r);
		return true;
	}
	if (row->kind != SKEP_KIND_LOAD && row->kind != SKEP_KIND_STORE)
		return false;
	if (f->regs[reg].marked)
		return judge_memory(f, reg, insn->off, r);
	if (f->regs[reg].base != REFUTE_BASE_STACK && f->regs[reg].base != REFUTE_BASE_VALUE)
		return false;
	return refute_shade_memory(f, insn, r);
}

/* ---- every instruction */

static bool is_on_path(const struct refute_follow *f, u32 slot)
{
	const struct skep_verdict *v = f->world->in->verdict;

	for (u32 i = 0; i < v->trail_count; i++)
		if (v->trail[i] == slot)
			return true;
	return false;
}

/* A function that the path does not come to has no code here, and may not be given away. */
static bool look_at_wide(struct refute_follow *f, const struct bpf_insn *insn)
{
	const struct skep_insn_row *row = f->world->rows[f->insn];

	refute_shade_wide(f, insn);
	return row->op != SKEP_WIDE_FUNCTION ||
	       is_on_path(f, (u32)skep_insn_target(row, insn, f->insn));
}

/* What a kernel would catch a fault of is not read. */
static bool look_at_memory(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	return !(f->world->in->verdict->facts[f->insn].flags & SKEP_FACT_UNTRUSTED) &&
	       refute_shade_memory(f, insn, r);
}

static bool go_on(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r)
{
	switch (f->world->rows[f->insn]->kind) {
	case SKEP_KIND_JUMP:
		return look_at_jump(f, insn, r);
	case SKEP_KIND_PACKET:
		return look_at_packet(f, insn, r);
	case SKEP_KIND_CALL:
		refute_shade_call(f, insn, r);
		return true;
	case SKEP_KIND_ALU:
		refute_shade_alu(f, insn, r);
		return true;
	case SKEP_KIND_WIDE:
		return look_at_wide(f, insn);
	case SKEP_KIND_EXIT:
	case SKEP_KIND_CAST:
		return true;
	default:
		return look_at_memory(f, insn, r);
	}
}

static void skip_gotos(struct refute_follow *f)
{
	const struct skep_verdict *v = f->world->in->verdict;

	while (f->at < v->trail_count && f->world->rows[v->trail[f->at]]->kind == SKEP_KIND_JA)
		f->at++;
}

static bool look(struct skep_run *run, u32 slot, u64 *r)
{
	struct refute_follow *f = run->looker;
	const struct skep_verdict *v = f->world->in->verdict;
	const u32 *origin = f->world->lowered.origin;
	const struct bpf_insn *insn;
	bool on;

	/* One instruction can have become several. */
	if (slot && origin[slot] == origin[slot - 1])
		return true;
	f->insn = origin[slot];
	if (f->world->rows[f->insn]->kind == SKEP_KIND_JA)
		return true;
	f->looks++;
	refute_shade_settle(f, run, r);
	insn = &f->world->in->in->insns[f->insn];
	if (f->at >= v->trail_count)
		return look_behind(f, insn, r);
	skip_gotos(f);
	if (f->at >= v->trail_count || v->trail[f->at] != f->insn)
		return false;
	if (f->at + 1 == v->trail_count)
		on = judge(f, run, insn, r);
	else
		on = go_on(f, insn, r);
	f->at += on;
	return on;
}

/* ---- memory */

/* What is in question must lie in what its address leads into; all else was found safe. */
static bool allows(void *env, u64 address, u32 size, bool write)
{
	const struct refute_follow *f = ((struct skep_env *)env)->allower;
	const struct skep_packet_room *room = refute_world_room(f->world);
	u64 start = 0, end = 0;

	(void)write;
	if (!f->judged)
		return true;
	if (f->question.base == REFUTE_BASE_PACKET && room) {
		start = (u64)(uintptr_t)room->meta;
		end = (u64)(uintptr_t)room->end;
	} else if (f->question.base == REFUTE_BASE_VALUE) {
		start = f->world->addresses[f->question.which];
		end = start + refute_value_size(f->world, f->choice, f->question.which);
	}
	return start && address >= start && size <= end - start &&
	       address - start <= end - start - size;
}

bool refute_follow(struct refute_follow *f)
{
	struct skep_stage *stage = f->world->stage;
	u64 looks = f->looks;

	memset(f->regs, 0, sizeof(f->regs));
	memset(f->slots, 0, sizeof(f->slots));
	f->terms.count = f->depth = f->at = f->behind = 0;
	f->pending = (struct refute_pending){0};
	f->judged = false;
	f->end = REFUTE_LOST;
	f->looks = looks;
	if (!refute_world_put(f->world, f->choice))
		return false;
	f->regs[1].base = REFUTE_BASE_CONTEXT;
	stage->run.look = look;
	stage->run.looker = f;
	stage->run.allows = allows;
	stage->env.allower = f;
	(void)skep_stage_run(stage, f->world->code);
	if (f->judged && f->end == REFUTE_HELD && stage->run.fault == SKEP_FAULT_ACCESS)
		f->end = REFUTE_TRAPPED;
	return true;
}
