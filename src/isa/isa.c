/* SPDX-License-Identifier: BSD-2-Clause */
/* An instruction is of the first row that allows all its fields. If there is none, what is wrong is
 * found by elimination: of the rows that share the opcode, each field in turn leaves those that
 * allow its value. The field that leaves none is the one that is wrong, and what the rows before it
 * would have allowed is what to say. */
#include "isa/isa.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"

#define TARGET_ALU(op, bits)	NONE
#define TARGET_JUMP(op, bits)	OFF
#define TARGET_JA(op, bits)	((bits) == 16 ? OFF : IMM)
#define TARGET_MAY(op, bits)	OFF
#define TARGET_CAST(op, bits)	NONE
#define TARGET_CALL(op, bits)	((op) == SKEP_CALL_LOCAL ? IMM : NONE)
#define TARGET_EXIT(op, bits)	NONE
#define TARGET_LOAD(op, bits)	NONE
#define TARGET_STORE(op, bits)	NONE
#define TARGET_ATOMIC(op, bits) NONE
#define TARGET_WIDE(op, bits)	((op) == SKEP_WIDE_FUNCTION ? IMM : NONE)
#define TARGET_PACKET(op, bits) NONE
enum { NONE = SKEP_TARGET_NONE, OFF = SKEP_TARGET_OFF, IMM = SKEP_TARGET_IMM };

const struct skep_insn_row skep_insn_rows[SKEP_INSN_ALL] = {
#define ANY SKEP_ANY
#define ROW(id_, opcode_, dst_, src_, off_, imm_, group_, kind_, op_, bits_, from_, text_, word_)  \
	[SKEP_INSN_##id_] = {.name = #id_,                                                         \
			     .text = text_,                                                        \
			     .word = word_,                                                        \
			     .dst = dst_,                                                          \
			     .src = src_,                                                          \
			     .off = off_,                                                          \
			     .imm = imm_,                                                          \
			     .opcode = opcode_,                                                    \
			     .kind = SKEP_KIND_##kind_,                                            \
			     .op = SKEP_##kind_##_##op_,                                           \
			     .bits = bits_,                                                        \
			     .from = SKEP_FROM_##from_,                                            \
			     .group = SKEP_GROUP_##group_,                                         \
			     .target = TARGET_##kind_(SKEP_##kind_##_##op_, bits_)},
#define INSN ROW
#include "isa/insn.def"
#define INSN ROW
#include "isa/internal.def"
#undef ROW
#undef ANY
};

static const u8 opcodes[] = {
#define INSN(id, opcode, ...) opcode,
#include "isa/insn.def"
};

static const char *const group_names[] = {
    [SKEP_GROUP_BASE32] = "base32",	[SKEP_GROUP_BASE64] = "base64",
    [SKEP_GROUP_DIVMUL32] = "divmul32", [SKEP_GROUP_DIVMUL64] = "divmul64",
    [SKEP_GROUP_ATOMIC32] = "atomic32", [SKEP_GROUP_ATOMIC64] = "atomic64",
    [SKEP_GROUP_PACKET] = "packet",	[SKEP_GROUP_LINUX] = "linux",
};

enum field { FIELD_DST, FIELD_SRC, FIELD_OFF, FIELD_IMM, FIELD_COUNT };
static const char *const field_names[] = {"dst_reg", "src_reg", "off", "imm"};

/* Opcode 0x85 has three rows, 0xc3 and 0xdb twelve each: the most. */
enum { CANDIDATES = 16 };

struct candidates {
	const struct skep_insn_row *rows[CANDIDATES];
	u32 count;
};

const char *skep_group_name(enum skep_group group)
{
	return group_names[group];
}

static s32 row_field(const struct skep_insn_row *row, enum field field)
{
	const s32 fields[] = {row->dst, row->src, row->off, row->imm};

	return fields[field];
}

static s32 insn_field(const struct bpf_insn *insn, enum field field)
{
	const s32 fields[] = {insn->dst_reg, insn->src_reg, insn->off, insn->imm};

	return fields[field];
}

static struct candidates same_opcode(u8 opcode)
{
	struct candidates found = {.count = 0};
	const u8 *at = opcodes, *end = opcodes + sizeof(opcodes);

	while (found.count < CANDIDATES && (at = memchr(at, opcode, (size_t)(end - at))))
		found.rows[found.count++] = &skep_insn_rows[at++ - opcodes];
	return found;
}

static struct candidates allowing(const struct candidates *from, enum field field, s32 value)
{
	struct candidates left = {.count = 0};

	for (u32 i = 0; i < from->count; i++) {
		s32 allowed = row_field(from->rows[i], field);

		if (allowed == SKEP_ANY || allowed == value)
			left.rows[left.count++] = from->rows[i];
	}
	return left;
}

/* "0, 8, 16 or 32": what the rows allow in a field. */
static void list_allowed(char *text, size_t room, const struct candidates *from, enum field field)
{
	size_t used = 0;

	for (u32 i = 0; i < from->count && used < room; i++) {
		const char *between = i == 0 ? "" : i + 1 == from->count ? " or " : ", ";

		used += (size_t)snprintf(text + used, room - used, "%s%d", between,
					 row_field(from->rows[i], field));
	}
}

static bool fail_field(const struct candidates *from, enum field field, s32 value, u64 index,
		       struct skep_diag *d)
{
	char allowed[120];
	bool reserved = from->count == 1;

	list_allowed(allowed, sizeof(allowed), from, field);
	skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(index),
		     "instruction %llu: %s is %d in %s%s, which allows %s",
		     (unsigned long long)index, field_names[field], value,
		     reserved ? "" : "an instruction like ", from->rows[0]->name, allowed);
	return skep_hint(d, reserved
				? "fields that an instruction does not use hold 0"
				: "this field selects the operation: RFC 9669, section 4 and 5");
}

static bool check_registers(const struct bpf_insn *insn, s32 registers, u64 index,
			    struct skep_diag *d)
{
	for (enum field f = FIELD_DST; f <= FIELD_SRC; f++)
		if (insn_field(insn, f) >= registers)
			return skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(index),
					    "instruction %llu: %s is %d: eBPF has r0 to r10",
					    (unsigned long long)index, field_names[f],
					    insn_field(insn, f));
	return true;
}

static bool allows(const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	return (row->dst == SKEP_ANY || row->dst == insn->dst_reg) &&
	       (row->src == SKEP_ANY || row->src == insn->src_reg) &&
	       (row->off == SKEP_ANY || row->off == insn->off) &&
	       (row->imm == SKEP_ANY || row->imm == insn->imm);
}

/* The row that allows every field, NULL if there is none. */
static const struct skep_insn_row *matching(const struct bpf_insn *insn)
{
	const u8 *at = opcodes, *end = opcodes + sizeof(opcodes);

	for (; (at = memchr(at, insn->code, (size_t)(end - at))); at++)
		if (allows(&skep_insn_rows[at - opcodes], insn))
			return &skep_insn_rows[at - opcodes];
	return NULL;
}

/* Says which field leaves no row. */
static void fail_decode(const struct bpf_insn *insn, u64 index, struct skep_diag *d)
{
	struct candidates found = same_opcode(insn->code);

	if (!found.count)
		skep_fail_at(d, SKEP_E_INVALID, skep_place_insn(index),
			     "instruction %llu: there is no opcode 0x%02x",
			     (unsigned long long)index, insn->code);
	for (enum field f = 0; found.count && f < FIELD_COUNT; f++) {
		struct candidates left = allowing(&found, f, insn_field(insn, f));

		if (!left.count)
			fail_field(&found, f, insn_field(insn, f), index, d);
		found = left;
	}
}

static const struct skep_insn_row *decode(const struct bpf_insn *insn, s32 registers, u64 index,
					  struct skep_diag *d)
{
	const struct skep_insn_row *row = matching(insn);

	if (!row)
		fail_decode(insn, index, d);
	return row && check_registers(insn, registers, index, d) ? row : NULL;
}

const struct skep_insn_row *skep_insn_decode(const struct bpf_insn *insn, u64 index,
					     struct skep_diag *d)
{
	return decode(insn, SKEP_REGISTERS, index, d);
}

const struct skep_insn_row *skep_insn_decode_code(const struct bpf_insn *insn, u64 index,
						  struct skep_diag *d)
{
	return decode(insn, SKEP_CODE_REGISTERS, index, d);
}

struct bpf_insn skep_insn_encode(enum skep_insn_id id, struct bpf_insn fields)
{
	const struct skep_insn_row *row = &skep_insn_rows[id];

	fields.code = row->opcode;
	if (row->dst != SKEP_ANY)
		fields.dst_reg = (u32)row->dst & 15;
	if (row->src != SKEP_ANY)
		fields.src_reg = (u32)row->src & 15;
	if (row->off != SKEP_ANY)
		fields.off = (s16)row->off;
	if (row->imm != SKEP_ANY)
		fields.imm = row->imm;
	return fields;
}
