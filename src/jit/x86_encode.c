/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/x86_encode.h"

#include <string.h>

#include "base/array.h"
#include "base/bytes.h"

enum {
	REX = 0x40,
	REX_W = 8,
	REX_R = 4,
	REX_X = 2,
	REX_B = 1,
	MODE_NO_DISP = 0x00,
	MODE_DISP8 = 0x40,
	MODE_DISP32 = 0x80,
	MODE_REGISTER = 0xc0,
	FORM_SIB = 4, /* ModRM.rm: a SIB byte follows */
	NO_INDEX = 4, /* SIB.index */
	INSTRUCTION_MAX = 16,
	SHORT_JUMP = 2,
	NEAR_CALL = 5,
	FAR_CALL = 12,
};

enum form { JUMP, CONDITIONAL, CALL, FAR };

static const struct skep_jit_form forms[] = {
    [JUMP] =
	{.size = 5, .short_size = SHORT_JUMP, .low = INT8_MIN, .high = INT8_MAX, .jumps = true},
    [CONDITIONAL] =
	{.size = 6, .short_size = SHORT_JUMP, .low = INT8_MIN, .high = INT8_MAX, .jumps = true},
    [CALL] = {.size = NEAR_CALL},
    [FAR] = {.size = FAR_CALL, .out = true},
};

void skep_x86_fini(struct skep_x86 *x)
{
	skep_free(x->code.data);
	skep_jit_jumps_fini(&x->jumps);
	*x = (struct skep_x86){0};
}

static bool has_room(struct skep_x86 *x)
{
	if (x->failed || !SKEP_RESERVE(&x->code, INSTRUCTION_MAX))
		x->failed = true;
	return !x->failed;
}

static void byte(struct skep_x86 *x, u32 value)
{
	x->code.data[x->code.count++] = (u8)value;
}

static bool is_simm8(s64 value)
{
	return value == (s8)value;
}

/* 64-bit addressing has sil, dil and their like only behind a REX prefix. */
static bool is_new_byte_register(u8 reg)
{
	return reg >= X86_RSP && reg <= X86_RDI;
}

static bool reads_byte(u32 opcode)
{
	return opcode == 0x0fb6 || opcode == 0x0fbe;
}

static void opcode_bytes(struct skep_x86 *x, u32 opcode)
{
	if (opcode > 0xffff)
		byte(x, opcode >> 16);
	if (opcode > 0xff)
		byte(x, opcode >> 8);
	byte(x, opcode);
}

static void prefixes(struct skep_x86 *x, u32 bits, u32 rex)
{
	if (bits == 16)
		byte(x, 0x66);
	if (bits == 64)
		rex |= REX | REX_W;
	if (rex)
		byte(x, REX | rex);
}

void skep_x86_rr(struct skep_x86 *x, u32 opcode, u32 bits, u8 reg, u8 rm)
{
	u32 rex = (reg >= X86_R8 ? REX_R : 0) | (rm >= X86_R8 ? REX_B : 0);

	if (!has_room(x))
		return;
	if (bits == 8 && (is_new_byte_register(reg) || is_new_byte_register(rm)))
		rex |= REX;
	if (reads_byte(opcode) && is_new_byte_register(rm))
		rex |= REX;
	prefixes(x, bits, rex);
	opcode_bytes(x, opcode);
	byte(x, (u32)(MODE_REGISTER | (reg & 7) << 3 | (rm & 7)));
}

/* rbp and r13 as base always have a displacement. */
static u32 displacement_mode(struct skep_x86_memory m)
{
	if (m.disp == 0 && (m.base & 7) != X86_RBP)
		return MODE_NO_DISP;
	return is_simm8(m.disp) ? MODE_DISP8 : MODE_DISP32;
}

void skep_x86_rm(struct skep_x86 *x, u32 opcode, u32 bits, u8 reg, struct skep_x86_memory m)
{
	bool indexed = m.index != X86_NO_REGISTER;
	u32 rex = (reg >= X86_R8 ? REX_R : 0) | (m.base >= X86_R8 ? REX_B : 0) |
		  (indexed && m.index >= X86_R8 ? REX_X : 0);
	u32 mode = displacement_mode(m), field = (u32)(reg & 7) << 3;

	if (!has_room(x))
		return;
	if (bits == 8 && is_new_byte_register(reg))
		rex |= REX;
	prefixes(x, bits, rex);
	opcode_bytes(x, opcode);
	if (indexed || (m.base & 7) == X86_RSP) {
		byte(x, mode | field | FORM_SIB);
		byte(x, (u32)((indexed ? m.index & 7 : NO_INDEX) << 3 | (m.base & 7)));
	} else {
		byte(x, mode | field | (m.base & 7));
	}
	if (mode != MODE_NO_DISP)
		skep_x86_immediate(x, (u64)(s64)m.disp, mode == MODE_DISP8 ? 1 : 4);
}

void skep_x86_vex(struct skep_x86 *x, const struct skep_x86_vex *op, u32 bits,
		  struct skep_x86_three r)
{
	if (!has_room(x))
		return;
	byte(x, 0xc4);
	byte(x, (r.reg < X86_R8 ? 0x80u : 0) | 0x40u | (r.rm < X86_R8 ? 0x20u : 0) | op->map);
	byte(x, (bits == 64 ? 0x80u : 0) | (~(u32)r.extra & 15) << 3 | op->prefix);
	byte(x, op->opcode);
	byte(x, (u32)(MODE_REGISTER | (r.reg & 7) << 3 | (r.rm & 7)));
}

void skep_x86_immediate(struct skep_x86 *x, u64 value, u32 bytes)
{
	if (!has_room(x))
		return;
	for (u32 i = 0; i < bytes; i++)
		byte(x, (u32)(value >> 8 * i));
}

void skep_x86_load(struct skep_x86 *x, u8 reg, u64 value)
{
	u32 rex = reg >= X86_R8 ? REX_B : 0;

	if (value == 0) {
		skep_x86_rr(x, 0x31, 32, reg, reg);
		return;
	}
	if ((s64)value == (s32)value && value > UINT32_MAX) {
		skep_x86_rr(x, 0xc7, 64, 0, reg);
		skep_x86_immediate(x, value, 4);
		return;
	}
	if (!has_room(x))
		return;
	prefixes(x, value > UINT32_MAX ? 64 : 32, rex);
	byte(x, 0xb8u | (reg & 7));
	skep_x86_immediate(x, value, value > UINT32_MAX ? 8 : 4);
}

void skep_x86_move(struct skep_x86 *x, u32 bits, u8 d, u8 s)
{
	if (bits == 32 || d != s)
		skep_x86_rr(x, 0x89, bits, s, d);
}

void skep_x86_operate(struct skep_x86 *x, u32 digit, u32 bits, u8 d, s32 imm)
{
	/* -128 has a short form, 128 has none. */
	if (imm == 128 && (digit == 0 || digit == 5)) {
		imm = -128;
		digit ^= 5;
	}
	if (is_simm8(imm)) {
		skep_x86_rr(x, 0x83, bits, (u8)digit, d);
		skep_x86_immediate(x, (u64)(s64)imm, 1);
		return;
	}
	if (d == X86_RAX) {
		u8 opcode[2] = {0x48, (u8)(digit << 3 | 5)};

		skep_x86_immediate(x, bits == 64 ? (u64)(opcode[0] | opcode[1] << 8) : opcode[1],
				   bits == 64 ? 2 : 1);
	} else {
		skep_x86_rr(x, 0x81, bits, (u8)digit, d);
	}
	skep_x86_immediate(x, (u64)(s64)imm, 4);
}

void skep_x86_shift(struct skep_x86 *x, u32 digit, u32 bits, u8 d, u32 count)
{
	if (count == 0) {
		skep_x86_move(x, bits, d, d);
		return;
	}
	skep_x86_rr(x, count == 1 ? 0xd1 : 0xc1, bits, (u8)digit, d);
	if (count != 1)
		skep_x86_immediate(x, count, 1);
}

void skep_x86_push(struct skep_x86 *x, u8 reg)
{
	if (!has_room(x))
		return;
	prefixes(x, 32, reg >= X86_R8 ? REX_B : 0);
	byte(x, 0x50u | (reg & 7));
}

void skep_x86_pop(struct skep_x86 *x, u8 reg)
{
	if (!has_room(x))
		return;
	prefixes(x, 32, reg >= X86_R8 ? REX_B : 0);
	byte(x, 0x58u | (reg & 7));
}

u32 skep_x86_labels(struct skep_x86 *x, u32 count)
{
	u32 first = 0;

	if (x->failed || !skep_jit_labels(&x->jumps, count, &first))
		x->failed = true;
	return first;
}

void skep_x86_bind(struct skep_x86 *x, u32 label)
{
	if (!x->failed)
		skep_jit_bind(&x->jumps, label, x->code.count);
}

static void branch(struct skep_x86 *x, enum form form, u32 condition, u64 target)
{
	struct skep_jit_branch b = {.target = target,
				    .at = (u32)x->code.count,
				    .form = (u8)form,
				    .condition = (u8)condition};

	if (x->failed || !SKEP_PUSH(&x->jumps.branches, b))
		x->failed = true;
}

void skep_x86_jump(struct skep_x86 *x, enum skep_x86_condition condition, u32 label)
{
	branch(x, condition == X86_ALWAYS ? JUMP : CONDITIONAL, condition, label);
}

void skep_x86_call(struct skep_x86 *x, u32 label)
{
	branch(x, CALL, X86_ALWAYS, label);
}

void skep_x86_call_far(struct skep_x86 *x, u64 address)
{
	branch(x, FAR, X86_ALWAYS, address);
}

size_t skep_x86_bound(const struct skep_x86 *x)
{
	return x->code.count + x->jumps.branches.count * FAR_CALL;
}

static bool reaches(u64 from, u64 to)
{
	s64 distance = (s64)(to - from);

	return distance == (s32)distance;
}

size_t skep_x86_place(struct skep_x86 *x, u64 base)
{
	size_t size = 0, bound = skep_x86_bound(x);

	for (size_t i = 0; i < x->jumps.branches.count; i++) {
		struct skep_jit_branch *b = &x->jumps.branches.data[i];

		if (b->form == FAR)
			b->size = reaches(base, b->target) && reaches(base + bound, b->target)
				      ? NEAR_CALL
				      : FAR_CALL;
	}
	if (x->failed || !skep_jit_jumps_place(&x->jumps, forms, &size)) {
		x->failed = true;
		return 0;
	}
	return x->code.count + size;
}

static u8 *put_distance(u8 *to, u64 distance)
{
	skep_put_le32(to, (u32)distance);
	return to + 4;
}

/* rax = the target; call it. */
static u8 *put_far(const struct skep_jit_branch *b, u8 *to)
{
	*to++ = 0x48;
	*to++ = 0xb8;
	skep_put_le64(to, b->target);
	to += 8;
	*to++ = 0xff;
	*to++ = 0xd0;
	return to;
}

static u8 *put(const struct skep_jit_branch *b, u64 distance, u8 *to)
{
	bool always = b->condition == X86_ALWAYS;

	distance -= b->size;
	if (b->size == 0)
		return to;
	if (b->size == FAR_CALL)
		return put_far(b, to);
	if (b->size == SHORT_JUMP) {
		*to++ = always ? 0xeb : (u8)(0x70 | b->condition);
		*to++ = (u8)distance;
		return to;
	}
	if (b->form == CONDITIONAL) {
		*to++ = 0x0f;
		*to++ = (u8)(0x80 | b->condition);
	} else {
		*to++ = b->form == JUMP ? 0xe9 : 0xe8;
	}
	return put_distance(to, distance);
}

void skep_x86_copy(const struct skep_x86 *x, u64 base, u8 *to)
{
	const struct skep_jit_copy copy = {.forms = forms, .put = put, .base = base, .to = to};

	skep_jit_jumps_copy(&x->jumps, x->code.data, x->code.count, &copy);
}
