/* SPDX-License-Identifier: BSD-2-Clause */
/* The form of a whole program: which row each instruction is of, and where jumps go.
 * Programs are long and seldom wrong, so an instruction is first compared, as one number, with the
 * likeliest row of its opcode; skep_insn_decode finds the others, and words what is wrong. */
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "isa/isa.h"

/* An instruction as a number, and the bits of it that a row fixes. */
struct pattern {
	u64 mask, want;
};

#define FIXES(field, bits)  ((field) == SKEP_ANY ? (u64)0 : (u64)(bits))
#define HOLDS(field, shift) ((field) == SKEP_ANY ? (u64)0 : (u64)(u32)(field) << (shift))
static const struct pattern patterns[SKEP_INSN_COUNT] = {
#define ANY SKEP_ANY
#define INSN(id, opcode, dst, src, off, imm, ...)                                                  \
	[SKEP_INSN_##                                                                              \
	    id] = {0xff | FIXES(dst, 0xf00) | FIXES(src, 0xf000) | FIXES(off, 0xffff0000) |        \
		       FIXES(imm, 0xffffffff00000000),                                             \
		   (opcode) | HOLDS(dst, 8) | HOLDS(src, 12) | HOLDS(off, 16) | HOLDS(imm, 32)},
#include "isa/insn.def"
};

/* By opcode: the row in which no field that tells rows apart is set, if there is one. The other
 * rows stand behind. */
#define PLAIN(field) ((field) == SKEP_ANY || (field) == 0)
static const u8 likeliest[256 + SKEP_INSN_COUNT] = {
#define INSN(id, opcode, dst, src, off, imm, ...)                                                  \
	[PLAIN(src) && PLAIN(off) && PLAIN(imm) ? (opcode) : 256 + SKEP_INSN_##id] = SKEP_INSN_##id,
#include "isa/insn.def"
#undef ANY
};

static u64 as_number(const struct bpf_insn *insn)
{
	if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) {
		u64 number;

		memcpy(&number, insn, sizeof(number));
		return number;
	}
	return insn->code | (u64)insn->dst_reg << 8 | (u64)insn->src_reg << 12 |
	       (u64)(u16)insn->off << 16 | (u64)(u32)insn->imm << 32;
}

struct form {
	const struct bpf_insn *insns;
	u32 count;
	bool is_code; /* r11 may be named */
};

static bool find_row(const struct form *form, u32 index, u8 *row, struct skep_diag *d)
{
	u32 registers = form->is_code ? SKEP_CODE_REGISTERS : SKEP_REGISTERS;
	const struct bpf_insn *insn = &form->insns[index];
	const struct pattern *p = &patterns[likeliest[insn->code]];
	const struct skep_insn_row *found;

	*row = likeliest[insn->code];
	if ((as_number(insn) & p->mask) == p->want && insn->dst_reg < registers &&
	    insn->src_reg < registers)
		return true;
	found = form->is_code ? skep_insn_decode_code(insn, index, d)
			      : skep_insn_decode(insn, index, d);
	if (found)
		*row = (u8)skep_insn_id(found);
	return found != NULL;
}

static bool check_second_slot(const struct skep_insn_row *row, const struct bpf_insn *second,
			      u64 index, struct skep_diag *d)
{
	bool upper = row->bits == 32 && second->imm;

	if (!second->code && !second->dst_reg && !second->src_reg && !second->off && !upper)
		return true;
	return skep_fail_at(
	    d, SKEP_E_INVALID, skep_place_insn(index),
	    "instruction %llu: the second half of %s has opcode 0x%02x, dst_reg %d, "
	    "src_reg %d, off %d, imm %d: all %smust be 0",
	    (unsigned long long)index, row->name, second->code, second->dst_reg, second->src_reg,
	    second->off, second->imm, row->bits == 64 ? "but imm " : "");
}

/* Called when all instructions are known to decode: opcode 0 is then a second slot. */
static bool check_target(const struct skep_insn_row *row, const struct bpf_insn *insns, u32 count,
			 u32 index, struct skep_diag *d)
{
	s64 target = skep_insn_target(row, &insns[index], index);

	if (target < 0 || target >= count) {
		skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(index),
			     "instruction %u: %s goes to instruction %lld, the program has 0 to %u",
			     index, row->name, (long long)target, count - 1);
		return skep_hint(d, "distances count from the instruction behind the jump");
	}
	if (insns[target].code == 0)
		return skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(index),
				    "instruction %u: %s goes to %lld, the middle of a 64-bit "
				    "immediate",
				    index, row->name, (long long)target);
	return true;
}

/* The second slot of the wide instruction at `index`. */
static bool check_slots(const struct skep_insn_row *row, const struct bpf_insn *insns, u32 count,
			u32 index, struct skep_diag *d)
{
	if (index + 1 == count)
		return skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(index),
				    "instruction %u: the program ends before the second half of %s",
				    index, row->name);
	return check_second_slot(row, &insns[index + 1], index + 1, d);
}

const struct skep_insn_row *skep_insn_decode_at(const struct bpf_insn *insns, u32 count, u32 index,
						struct skep_diag *d)
{
	const struct skep_insn_row *row = skep_insn_decode(&insns[index], index, d);

	if (!row || row->kind != SKEP_KIND_WIDE)
		return row;
	return check_slots(row, insns, count, index, d) ? row : NULL;
}

/* Whether a jump goes to an instruction, as far as can be seen now. */
static bool is_target(const struct skep_insn_row *row, const struct bpf_insn *insns, u32 count,
		      u32 index)
{
	u64 target = (u64)skep_insn_target(row, &insns[index], index);

	return target < count && insns[target].code;
}

enum { CLASSES_WITH_TARGETS = 1 << BPF_LD | 1 << BPF_JMP | 1 << BPF_JMP32 };

static bool find_rows(const struct form *form, u8 *rows, bool *good_targets, struct skep_diag *d)
{
	const struct bpf_insn *insns = form->insns;
	u32 count = form->count;

	for (u32 i = 0; i < count; i++) {
		const struct skep_insn_row *row;

		if (!find_row(form, i, &rows[i], d))
			return false;
		if (!(CLASSES_WITH_TARGETS >> BPF_CLASS(insns[i].code) & 1))
			continue;
		row = skep_insn_row(rows[i]);
		if (skep_insn_has_target(row) && !is_target(row, insns, count, i))
			*good_targets = false;
		if (row->kind != SKEP_KIND_WIDE)
			continue;
		if (!check_slots(row, insns, count, i, d))
			return false;
		i++;
		rows[i] = rows[i - 1];
	}
	return true;
}

static bool check_end(const struct skep_insn_row *last, u32 count, struct skep_diag *d)
{
	if (last->kind == SKEP_KIND_EXIT || last->kind == SKEP_KIND_JA)
		return true;
	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(count - 1),
		     "instruction %u: the program runs on past its end, %s is its last instruction",
		     count - 1, last->name);
	return skep_hint(d, "end it in exit or in a jump that is always taken");
}

static bool check_targets(const struct bpf_insn *insns, u32 count, const u8 *rows,
			  struct skep_diag *d)
{
	for (u32 i = 0; i < count; i++) {
		const struct skep_insn_row *row = skep_insn_row(rows[i]);

		if (insns[i].code && skep_insn_has_target(row) &&
		    !check_target(row, insns, count, i, d))
			return false;
	}
	return true;
}

static bool check_form(const struct form *form, u8 *rows, struct skep_diag *d)
{
	const struct bpf_insn *insns = form->insns;
	u32 count = form->count;
	bool good_targets = true;

	if (!count)
		return skep_fail(d, SKEP_E_INVALID, "the program has no instructions");
	if (!find_rows(form, rows, &good_targets, d))
		return false;
	/* Only now is opcode 0 known to be a second slot. */
	if (!good_targets && !check_targets(insns, count, rows, d))
		return false;
	return check_end(skep_insn_row(rows[count - 1]), count, d);
}

bool skep_isa_rows(const struct bpf_insn *insns, u32 count, u8 *rows, struct skep_diag *d)
{
	return check_form(&(struct form){insns, count, false}, rows, d);
}

bool skep_isa_code_rows(const struct bpf_insn *insns, u32 count, u8 *rows, struct skep_diag *d)
{
	return check_form(&(struct form){insns, count, true}, rows, d);
}

bool skep_isa_check(const struct bpf_insn *insns, u32 count, struct skep_diag *d)
{
	u8 *rows = skep_alloc(count);
	bool ok = rows ? skep_isa_rows(insns, count, rows, d) : skep_fail_nomem(d);

	skep_free(rows);
	return ok;
}
