/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions and opcodes: what Linux looks at before it follows a single edge (check_subprogs,
 * check_abnormal_return, resolve_pseudo_ldimm64), in its order, so that of several errors the one
 * that it names is named. Slots are looked at one by one, also the second ones of 64-bit
 * immediates. */
#include "verify/shape.h"

#include <string.h>

#include "base/diag.h"

enum {
	CLASS_MASK = 0x07,
	CLASS_LD = 0x00,
	CLASS_LDX = 0x01,
	CLASS_JMP = 0x05,
	CLASS_JMP32 = 0x06,
	OPERATION_MASK = 0xf0,
	OPERATION_CALL = 0x80,
	OPERATION_EXIT = 0x90,
	MODE_MASK = 0xe0,
	MODE_ABS = 0x20,
	MODE_IND = 0x40,
	OPCODE_JA = 0x05,
	OPCODE_JA32 = 0x06,
	OPCODE_CALL = 0x85,
	OPCODE_EXIT = 0x95,
};

static bool is_jump(u8 opcode)
{
	u8 class = opcode & CLASS_MASK, operation = opcode & OPERATION_MASK;

	return (class == CLASS_JMP || class == CLASS_JMP32) && operation != OPERATION_CALL &&
	       operation != OPERATION_EXIT;
}

static s64 jump_target(const struct bpf_insn *insn, u32 slot)
{
	return (s64)slot + 1 + (insn->code == OPCODE_JA32 ? insn->imm : insn->off);
}

static bool is_local_call(const struct bpf_insn *insn)
{
	return insn->code == OPCODE_CALL && insn->src_reg == BPF_PSEUDO_CALL;
}

static bool is_function_address(const struct bpf_insn *insn)
{
	return insn->code == SKEP_OPCODE_WIDE && insn->src_reg == BPF_PSEUDO_FUNC;
}

static bool is_kernel_call(const struct bpf_insn *insn)
{
	return insn->code == OPCODE_CALL && insn->src_reg == BPF_PSEUDO_KFUNC_CALL;
}

static bool is_packet_load(u8 opcode)
{
	u8 mode = opcode & MODE_MASK;

	return (opcode & CLASS_MASK) == CLASS_LD && (mode == MODE_ABS || mode == MODE_IND);
}

/* ---- where functions start */

static bool add_function(struct skep_vcode *c, s64 start, u32 slot, struct skep_diag *d)
{
	if (start < 0 || start >= c->count) {
		skep_fail_at(
		    d, SKEP_E_INVALID, skep_place_insn(slot),
		    "instruction %u: the function at %lld is not in the program, which has "
		    "0 to %u",
		    slot, (long long)start, c->count - 1);
		return skep_hint(d, "distances count from the instruction behind the call");
	}
	if (c->insns[start].flags & SKEP_VI_SUBPROG)
		return true;
	if (c->func_count == SKEP_VCODE_FUNCTIONS) {
		skep_fail_at(d, SKEP_E_LIMIT, skep_place_insn(slot),
			     "instruction %u: the function at %lld is one more than the %u that a "
			     "program may have",
			     slot, (long long)start, SKEP_VCODE_FUNCTIONS);
		return skep_hint(d, "let the compiler inline some (static __always_inline)");
	}
	c->insns[start].flags |= SKEP_VI_SUBPROG;
	c->func_count++;
	return true;
}

static bool find_functions(struct skep_vcode *c, struct skep_diag *d)
{
	if (!add_function(c, 0, 0, d))
		return false;
	for (u32 i = 0; i < c->count; i++) {
		const struct bpf_insn *insn = &c->in.insns[i];
		bool ours = is_local_call(insn) || is_function_address(insn);

		if (!ours && !is_kernel_call(insn))
			continue;
		if (c->in.unprivileged) {
			skep_fail_at(
			    d, SKEP_E_PERMISSION, skep_place_insn(i),
			    "instruction %u: calls a function that is no helper, which needs "
			    "CAP_BPF",
			    i);
			return skep_hint(d, "load with CAP_BPF, or inline all functions");
		}
		if (ours && !add_function(c, (s64)i + 1 + insn->imm, i, d))
			return false;
	}
	return !c->in.handler || add_function(c, c->in.handler, 0, d);
}

static bool list_functions(struct skep_vcode *c, struct skep_arena *arena, struct skep_diag *d)
{
	u32 f = 0;

	c->funcs = skep_arena_array(arena, c->func_count, sizeof(*c->funcs));
	c->func_of = skep_arena_array(arena, c->count, sizeof(*c->func_of));
	if (!c->funcs || !c->func_of)
		return skep_fail_nomem(d);
	for (u32 i = 0; i < c->count; i++) {
		if (i && (c->insns[i].flags & SKEP_VI_SUBPROG)) {
			c->funcs[f].end = i;
			c->funcs[++f].start = i;
		}
		c->func_of[i] = (u8)f;
	}
	c->funcs[f].end = c->count;
	if (c->in.handler)
		c->funcs[c->func_of[c->in.handler]].is_callback = true;
	return true;
}

/* ---- what is inside them */

static bool check_jump(const struct skep_vcode *c, const struct skep_vfunc *f, u32 slot,
		       struct skep_diag *d)
{
	s64 target = jump_target(&c->in.insns[slot], slot);

	if (target >= f->start && target < f->end)
		return true;
	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(slot),
		     "instruction %u: jumps to %lld, outside of its function, which is %u to %u",
		     slot, (long long)target, f->start, f->end - 1);
	return skep_hint(d,
			 "only calls go to other functions; distances count from the instruction "
			 "behind the jump");
}

static bool check_end(const struct skep_vcode *c, const struct skep_vfunc *f, struct skep_diag *d)
{
	u32 last = f->end - 1;
	u8 opcode = c->in.insns[last].code;

	if (opcode == OPCODE_EXIT || opcode == OPCODE_JA || opcode == OPCODE_JA32)
		return true;
	skep_fail_at(
	    d, SKEP_E_INVALID, skep_place_insn(last),
	    "instruction %u: the function that starts at %u ends here in opcode 0x%02x, not "
	    "in exit or a jump that is always taken",
	    last, f->start, opcode);
	return skep_hint(d, f->end == c->count ? "a compiler leaves this where it proved undefined "
						 "behaviour: look for a variable that is not set"
					       : "does a call go into the middle of a function?");
}

static bool check_function(struct skep_vcode *c, struct skep_vfunc *f, struct skep_diag *d)
{
	for (u32 i = f->start; i < f->end; i++) {
		const struct bpf_insn *insn = &c->in.insns[i];

		f->has_ld_abs |= is_packet_load(insn->code);
		f->has_tail_call |=
		    insn->code == OPCODE_CALL && !insn->src_reg && insn->imm == BPF_FUNC_tail_call;
		if (is_jump(insn->code) && !check_jump(c, f, i, d))
			return false;
	}
	return check_end(c, f, d);
}

static bool fail_abnormal(const struct skep_vfunc *f, const char *what, struct skep_diag *d)
{
	skep_fail_at(
	    d, SKEP_E_INVALID, skep_place_insn(f->start),
	    "instruction %u: the function that starts here has a %s, but no BTF says that it "
	    "returns int",
	    f->start, what);
	return skep_hint(d, "compile with -g, or do this in the program's first function");
}

/* What ends the whole program from within a function gives a result that its callers must not miss.
 */
static bool check_abnormal_ends(const struct skep_vcode *c, struct skep_diag *d)
{
	for (u32 i = 1; i < c->func_count && !c->in.has_func_info; i++) {
		if (c->funcs[i].has_ld_abs)
			return fail_abnormal(&c->funcs[i], "packet load (LD_ABS, LD_IND)", d);
		if (c->funcs[i].has_tail_call)
			return fail_abnormal(&c->funcs[i], "tail call", d);
	}
	return true;
}

bool skep_shape_functions(struct skep_vcode *c, struct skep_arena *arena, struct skep_diag *d)
{
	if (!find_functions(c, d) || !list_functions(c, arena, d))
		return false;
	for (u32 i = 0; i < c->func_count; i++)
		if (!check_function(c, &c->funcs[i], d))
			return false;
	return check_abnormal_ends(c, d);
}

/* ---- opcodes */

static bool check_load(const struct bpf_insn *insn, u32 slot, struct skep_diag *d)
{
	if ((insn->code & CLASS_MASK) != CLASS_LDX || !insn->imm)
		return true;
	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(slot),
		     "instruction %u: imm of a load is %d, a field that it does not use", slot,
		     insn->imm);
	return skep_hint(d, "fields that an instruction does not use hold 0");
}

/* Linux: only file descriptors have no use for the second half. */
static bool check_wide_kind(const struct bpf_insn *insn, u32 slot, struct skep_diag *d)
{
	bool map = insn->src_reg == BPF_PSEUDO_MAP_FD || insn->src_reg == BPF_PSEUDO_MAP_IDX;

	if (insn->src_reg > BPF_PSEUDO_MAP_IDX_VALUE) {
		skep_fail_at(
		    d, SKEP_E_INVALID, skep_place_insn(slot),
		    "instruction %u: src_reg of a 64-bit immediate is %d, which stands for "
		    "nothing",
		    slot, insn->src_reg);
		return skep_hint(
		    d, "0 is a number, 1 to 6 are maps, variables and functions: RFC 9669, "
		       "section 5.4");
	}
	if (!map || !insn[1].imm)
		return true;
	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(slot),
		     "instruction %u: the second half of a map's address holds %d", slot,
		     insn[1].imm);
	return skep_hint(d, "src_reg 2 or 6 with an offset is the address of a map's value");
}

static bool check_wide(const struct skep_vcode *c, u32 slot, struct skep_diag *d)
{
	const struct bpf_insn *insn = &c->in.insns[slot];

	if (slot + 1 < c->count && !insn[1].code && !insn[1].dst_reg && !insn[1].src_reg &&
	    !insn[1].off)
		return check_wide_kind(insn, slot, d);
	skep_fail_at(
	    d, SKEP_E_INVALID, skep_place_insn(slot),
	    "instruction %u: a 64-bit immediate without its second half, which has nothing but "
	    "an imm",
	    slot);
	return skep_hint(d, "the instruction takes two slots: RFC 9669, section 5.4");
}

static bool fail_opcode(u8 opcode, u32 slot, struct skep_diag *d)
{
	return skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(slot),
			    "instruction %u: there is no opcode 0x%02x", slot, opcode);
}

static void copy_row(struct skep_vinsn *v, const struct skep_insn_row *row)
{
	v->kind = row->kind;
	v->op = row->op;
	v->bits = row->bits;
	v->from = row->from;
}

static bool has_target(const struct bpf_insn *insn)
{
	return is_jump(insn->code) || is_local_call(insn) || is_function_address(insn);
}

static u32 target(const struct bpf_insn *insn, u32 slot)
{
	if (is_jump(insn->code))
		return (u32)jump_target(insn, slot);
	return (u32)((s64)slot + 1 + insn->imm);
}

/* A row of the same opcode, if there can be one of the same src_reg, for what is not well-formed:
 * where control goes is known all the same. NULL: no such opcode. */
static const struct skep_insn_row *nearest_row(const struct bpf_insn *insn)
{
	const struct skep_insn_row *found = NULL;

	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row(id);

		if (row->opcode != insn->code)
			continue;
		if (row->src == insn->src_reg)
			return row;
		found = found ? found : row;
	}
	return found;
}

static bool decode(struct skep_vcode *c, u32 slot, struct skep_diag *d)
{
	const struct bpf_insn *insn = &c->in.insns[slot];
	const struct skep_insn_row *row = skep_insn_decode(insn, slot, NULL);
	struct skep_vinsn *v = &c->insns[slot];

	v->row = row ? (u8)skep_insn_id(row) : SKEP_VINSN_NO_ROW;
	v->flags |= row ? 0 : SKEP_VI_MALFORMED;
	row = row ? row : nearest_row(insn);
	if (!row)
		return fail_opcode(insn->code, slot, d);
	copy_row(v, row);
	v->dst = insn->dst_reg;
	v->src = insn->src_reg;
	v->off = insn->off;
	v->imm = insn->imm;
	v->target = has_target(insn) ? target(insn, slot) : 0;
	if (v->kind != SKEP_KIND_EXIT && v->kind != SKEP_KIND_JA)
		v->flags |= SKEP_VI_FALLS;
	return true;
}

static void decode_second(struct skep_vcode *c, u32 slot)
{
	struct skep_vinsn *v = &c->insns[slot];

	*v = (struct skep_vinsn){
	    .row = v[-1].row, .imm = c->in.insns[slot].imm, .flags = SKEP_VI_SECOND};
	copy_row(v, skep_insn_row(SKEP_INSN_LD_IMM64));
	v->op = v[-1].op;
	v->bits = v[-1].bits;
}

bool skep_shape_decode(struct skep_vcode *c, struct skep_diag *d)
{
	for (u32 i = 0; i < c->count; i++) {
		const struct bpf_insn *insn = &c->in.insns[i];
		bool wide = insn->code == SKEP_OPCODE_WIDE;

		if (!check_load(insn, i, d) || (wide && !check_wide(c, i, d)) || !decode(c, i, d))
			return false;
		if (wide)
			decode_second(c, ++i);
	}
	return true;
}
