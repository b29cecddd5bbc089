/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/x86_encode.h"

#include <string.h>

#include "base/array.h"
#include "base/bytes.h"

enum {
	REX = 0x40,
	REX_W = 8,
	MODE_NO_DISP = 0x00,
	MODE_DISP8 = 0x40,
	MODE_DISP32 = 0x80,
	MODE_REGISTER = 0xc0,
	FORM_SIB = 4, /* ModRM.rm: a SIB byte follows */
	NO_INDEX = 4, /* SIB.index */
	SHORT_JUMP = 2,
	NEAR_CALL = 5,
};

enum form { JUMP, CONDITIONAL, CALL, OUT };

static const struct skep_jit_form forms[] = {
    [JUMP] =
	{.size = 5, .short_size = SHORT_JUMP, .low = INT8_MIN, .high = INT8_MAX, .jumps = true},
    [CONDITIONAL] =
	{.size = 6, .short_size = SHORT_JUMP, .low = INT8_MIN, .high = INT8_MAX, .jumps = true},
    [CALL] = {.size = NEAR_CALL},
    [OUT] = {.size = NEAR_CALL, .low = INT32_MIN, .high = INT32_MAX, .out = true},
};

void skep_x86_fini(struct skep_x86 *x)
{
	skep_jit_array_free(x->jumps.block, x->code.data);
	skep_jit_jumps_fini(&x->jumps);
	*x = (struct skep_x86){0};
}

bool skep_x86_grow(struct skep_x86 *x)
{
	if (x->failed || !SKEP_JIT_RESERVE(x->jumps.block, &x->code, SKEP_X86_PIECE + sizeof(u64)))
		x->failed = true;
	return !x->failed;
}

/* Up to eight bytes, the first in the lowest. */
static void put_bytes(struct skep_x86 *x, u64 bytes, u32 count)
{
	skep_put_le64(x->code.data + x->code.count, bytes);
	x->code.count += count;
}

static bool is_simm8(s64 value)
{
	return value == (s8)value;
}

/* The first bytes of an instruction, as they are found. */
struct start {
	u64 bytes;
	u32 count;
};

static void add_byte(struct start *s, u32 value)
{
	s->bytes |= (u64)(u8)value << 8 * s->count++;
}

/* 64-bit addressing has sil, dil and their like only behind a REX prefix. */
static bool is_new_byte_register(u8 reg)
{
	return reg >= X86_RSP && reg <= X86_RDI;
}

static struct start prefixes(u32 bits, u32 rex)
{
	struct start s = {0};

	if (bits == 16)
		add_byte(&s, 0x66);
	if (bits == 64)
		rex |= REX | REX_W;
	if (rex)
		add_byte(&s, REX | rex);
	return s;
}

static void opcode_bytes(struct start *s, u32 opcode)
{
	if (opcode > 0xff) {
		if (opcode > 0xffff)
			add_byte(s, opcode >> 16);
		add_byte(s, opcode >> 8);
	}
	add_byte(s, opcode);
}

void skep_x86_rr(struct skep_x86 *x, u32 opcode, u32 bits, u8 reg, u8 rm)
{
	bool reads_byte = opcode == 0x0fb6 || opcode == 0x0fbe;
	u32 rex = (u32)(reg >> 3) << 2 | rm >> 3;
	struct start s;

	if (bits == 8 && (is_new_byte_register(reg) || is_new_byte_register(rm)))
		rex |= REX;
	if (reads_byte && is_new_byte_register(rm))
		rex |= REX;
	s = prefixes(bits, rex);
	opcode_bytes(&s, opcode);
	add_byte(&s, (u32)(MODE_REGISTER | (reg & 7) << 3 | (rm & 7)));
	put_bytes(x, s.bytes, s.count);
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
	u32 rex = (u32)(reg >> 3) << 2 | m.base >> 3 | (indexed ? (u32)(m.index >> 3) << 1 : 0);
	u32 mode = displacement_mode(m), field = (u32)(reg & 7) << 3;
	struct start s;

	if (bits == 8 && is_new_byte_register(reg))
		rex |= REX;
	s = prefixes(bits, rex);
	opcode_bytes(&s, opcode);
	if (indexed || (m.base & 7) == X86_RSP) {
		add_byte(&s, mode | field | FORM_SIB);
		add_byte(&s, (u32)(m.scale << 6 | (indexed ? m.index & 7 : NO_INDEX) << 3 |
				   (m.base & 7)));
	} else {
		add_byte(&s, mode | field | (m.base & 7));
	}
	put_bytes(x, s.bytes, s.count);
	if (mode != MODE_NO_DISP)
		put_bytes(x, (u32)m.disp, mode == MODE_DISP8 ? 1 : 4);
}

void skep_x86_vex(struct skep_x86 *x, const struct skep_x86_vex *op, u32 bits,
		  struct skep_x86_three r)
{
	struct start s = {.bytes = 0xc4, .count = 1};

	add_byte(&s, (r.reg < X86_R8 ? 0x80u : 0) | 0x40u | (r.rm < X86_R8 ? 0x20u : 0) | op->map);
	add_byte(&s, (bits == 64 ? 0x80u : 0) | (~(u32)r.extra & 15) << 3 | op->prefix);
	add_byte(&s, op->opcode);
	add_byte(&s, (u32)(MODE_REGISTER | (r.reg & 7) << 3 | (r.rm & 7)));
	put_bytes(x, s.bytes, s.count);
}

void skep_x86_immediate(struct skep_x86 *x, u64 value, u32 bytes)
{
	put_bytes(x, value, bytes);
}

/* An instruction that has its register in the opcode's low three bits. */
static void short_form(struct skep_x86 *x, u32 opcode, u32 bits, u8 reg)
{
	struct start s = prefixes(bits, reg >> 3);

	add_byte(&s, opcode | (reg & 7));
	put_bytes(x, s.bytes, s.count);
}

void skep_x86_load(struct skep_x86 *x, u8 reg, u64 value)
{
	if (value == 0) {
		skep_x86_rr(x, 0x31, 32, reg, reg);
	} else if ((s64)value == (s32)value && value > UINT32_MAX) {
		skep_x86_rr(x, 0xc7, 64, 0, reg);
		put_bytes(x, value, 4);
	} else {
		bool wide = value > UINT32_MAX;

		short_form(x, 0xb8, wide ? 64 : 32, reg);
		put_bytes(x, value, wide ? 8 : 4);
	}
}

/* System V ABI for x86-64, figure 3.36. */
static u8 dwarf_number(u8 reg)
{
	static const u8 numbers[] = {[X86_RAX] = 0, [X86_RCX] = 2, [X86_RDX] = 1, [X86_RBX] = 3,
				     [X86_RSP] = 7, [X86_RBP] = 6, [X86_RSI] = 4, [X86_RDI] = 5};

	return reg < SKEP_COUNT(numbers) ? numbers[reg] : reg;
}

void skep_x86_tell(struct skep_x86 *x, struct skep_jit_mark stack)
{
	struct skep_jit_mark told;

	if (!x->debug)
		return;
	stack.place = (struct skep_jit_label){(u32)x->code.count, (u32)x->jumps.branches.count};
	x->stack = stack;
	told = stack;
	told.base = dwarf_number(stack.base);
	told.saved = dwarf_number(stack.saved);
	if (x->failed || !SKEP_PUSH(&x->debug->marks, told))
		x->failed = true;
	x->stack.part = false;
	x->stack.saved = SKEP_JIT_NO_REGISTER;
}

void skep_x86_tell_deeper(struct skep_x86 *x, s32 bytes)
{
	struct skep_jit_mark stack = x->stack;

	stack.depth += bytes;
	skep_x86_tell(x, stack);
}

void skep_x86_tell_part(struct skep_x86 *x)
{
	skep_x86_tell(
	    x, (struct skep_jit_mark){
		   .depth = 8, .base = X86_RSP, .saved = SKEP_JIT_NO_REGISTER, .part = true});
}

void skep_x86_move(struct skep_x86 *x, u32 bits, u8 d, u8 s)
{
	if (bits == 32 || d != s)
		skep_x86_rr(x, 0x89, bits, s, d);
}

static void operate(struct skep_x86 *x, u32 digit, u32 bits, u8 d, s32 imm)
{
	/* -128 has a short form, 128 has none. */
	if (imm == 128 && (digit == 0 || digit == 5)) {
		imm = -128;
		digit ^= 5;
	}
	if (is_simm8(imm)) {
		skep_x86_rr(x, 0x83, bits, (u8)digit, d);
		put_bytes(x, (u32)imm, 1);
		return;
	}
	if (d == X86_RAX) {
		struct start s = prefixes(bits, 0);

		add_byte(&s, digit << 3 | 5);
		put_bytes(x, s.bytes, s.count);
	} else {
		skep_x86_rr(x, 0x81, bits, (u8)digit, d);
	}
	put_bytes(x, (u32)imm, 4);
}

void skep_x86_operate(struct skep_x86 *x, u32 digit, u32 bits, u8 d, s32 imm)
{
	operate(x, digit, bits, d, imm);
	if (d == X86_RSP && x->debug && (digit == 0 || digit == 5))
		skep_x86_tell_deeper(x, digit == 5 ? imm : -imm);
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
	short_form(x, 0x50, 32, reg);
	skep_x86_tell_deeper(x, 8);
}

void skep_x86_pop(struct skep_x86 *x, u8 reg)
{
	short_form(x, 0x58, 32, reg);
	skep_x86_tell_deeper(x, -8);
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

	if (x->failed || !SKEP_JIT_PUSH(x->jumps.block, &x->jumps.branches, b))
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

void skep_x86_call_out(struct skep_x86 *x, u64 address)
{
	branch(x, OUT, X86_ALWAYS, address);
}

static u8 *put_distance(u8 *to, u64 distance)
{
	skep_put_le32(to, (u32)distance);
	return to + 4;
}

static u8 *put(const struct skep_jit_branch *b, u64 distance, u8 *to)
{
	bool always = b->condition == X86_ALWAYS;

	distance -= b->size;
	if (b->size == 0)
		return to;
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

/* Jumps reach 2 GiB, and places in the code are counted in 32 bits. */
struct skep_jit_draft skep_x86_draft(struct skep_x86 *x)
{
	return (struct skep_jit_draft){.jumps = &x->jumps,
				       .code = x->code.data,
				       .count = x->code.count,
				       .limit = INT32_MAX,
				       .forms = forms,
				       .put = put};
}
