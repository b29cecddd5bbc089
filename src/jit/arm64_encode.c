/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/arm64_encode.h"

#include "base/array.h"
#include "base/bytes.h"

enum {
	BITS_64 = 31,	       /* the bit of an opcode that says so */
	ACCESS_SIZE = 30,      /* of memory access: the logarithm of its bytes */
	CONSTANT = 0x08000000, /* from the opcode of two registers to that of a constant */
	ADD_CONSTANT = 0x11000000,
	SUB_CONSTANT = 0x51000000,
	SET_FLAGS = 0x20000000,	 /* of these two */
	SHIFT_12 = 1 << 22,	 /* of these two */
	NOT_SCALED = 0x01000000, /* from the opcode of a scaled offset to the others; is cleared */
	INDEXED = 0x00206800,
	MOVN = 0x12800000,
	MOVZ = 0x52800000,
	MOVK = 0x72800000,
	B = 0x14000000,
	BL = (s32)0x94000000,
	B_CONDITION = 0x54000000,
	CBZ = 0x34000000,
	TBZ = 0x36000000,
	NOT_ZERO = 0x01000000, /* from these two to cbnz and tbnz */
	BR = (s32)0xd61f0000,
	BLR = (s32)0xd63f0000,
	RET = (s32)0xd65f03c0,
	WORD = 4,
	SHORT_IMMEDIATE = 1 << 12, /* of add and sub; behind the last */
	CONSTANT_WORDS = 4,	   /* at most, for 64 bits */
	REACH = 1 << 27,	   /* bytes, of b and bl, both ways */
};

enum form { JUMP, CONDITIONAL, ZERO, BIT, CALL, OUT };

/* Distances are counted from the end, 4 bytes behind the place that the machine counts from. */
static const struct skep_jit_form forms[] = {
    [JUMP] = {.size = WORD, .jumps = true},
    [CONDITIONAL] = {.size = 2 * WORD,
		     .short_size = WORD,
		     .low = -(1 << 20) - WORD,
		     .high = (1 << 20) - 2 * WORD,
		     .jumps = true},
    [ZERO] = {.size = 2 * WORD,
	      .short_size = WORD,
	      .low = -(1 << 20) - WORD,
	      .high = (1 << 20) - 2 * WORD,
	      .jumps = true},
    [BIT] = {.size = 2 * WORD,
	     .short_size = WORD,
	     .low = -(1 << 15) - WORD,
	     .high = (1 << 15) - 2 * WORD,
	     .jumps = true},
    [CALL] = {.size = WORD},
    [OUT] = {.size = WORD, .low = -REACH - WORD, .high = REACH - 2 * WORD, .out = true},
};

void skep_arm64_fini(struct skep_arm64 *a)
{
	skep_jit_array_free(a->jumps.block, a->code.data);
	skep_jit_jumps_fini(&a->jumps);
	*a = (struct skep_arm64){0};
}

void skep_arm64_word(struct skep_arm64 *a, u32 word)
{
	if (a->failed || !SKEP_JIT_PUSH(a->jumps.block, &a->code, htole32(word)))
		a->failed = true;
}

static u32 wide(u32 bits)
{
	return bits == 64 ? 1u << BITS_64 : 0;
}

/* ---- registers alone */

static u32 fields(struct skep_arm64_three r)
{
	return (u32)r.by << 22 | (u32)r.m << 16 | (u32)r.count << 10 | (u32)r.n << 5 | r.d;
}

void skep_arm64_op(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		   struct skep_arm64_three r)
{
	skep_arm64_word(a, op | wide(bits) | fields(r));
}

void skep_arm64_multiply_subtract(struct skep_arm64 *a, u32 bits, struct skep_arm64_three r,
				  u8 from)
{
	skep_arm64_word(a, ARM64_MSUB | wide(bits) | fields(r) | (u32)from << 10);
}

void skep_arm64_pick(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		     struct skep_arm64_three r, enum skep_arm64_condition condition)
{
	skep_arm64_word(a, op | wide(bits) | fields(r) | (u32)condition << 12);
}

/* Bits `rotate` to `last` of n come to stand at 0; or if last < rotate, bits 0 to `last` at
 * bits - rotate. */
static void move_field(struct skep_arm64 *a, u32 op_and_width, struct skep_arm64_two r, u32 rotate,
		       u32 last)
{
	u32 n = op_and_width >> BITS_64 << 22;

	skep_arm64_word(a, op_and_width | n | rotate << 16 | last << 10 | (u32)r.n << 5 | r.d);
}

void skep_arm64_shift(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		      struct skep_arm64_two r, u32 count)
{
	if (count == 0)
		skep_arm64_move(a, bits, r.d, r.n);
	else if (op == ARM64_LSL)
		move_field(a, ARM64_UBFM | wide(bits), r, bits - count, bits - 1 - count);
	else
		move_field(a, (op == ARM64_ASR ? ARM64_SBFM : ARM64_UBFM) | wide(bits), r, count,
			   bits - 1);
}

void skep_arm64_field(struct skep_arm64 *a, enum skep_arm64_opcode op, struct skep_arm64_two r,
		      u32 left, u32 right)
{
	move_field(a, op | wide(64), r, (right - left) & 63, 63 - left);
}

void skep_arm64_extend(struct skep_arm64 *a, u32 bits, struct skep_arm64_two r, u32 from)
{
	move_field(a, ARM64_SBFM | wide(bits), r, 0, from - 1);
}

void skep_arm64_move(struct skep_arm64 *a, u32 bits, u8 d, u8 n)
{
	if (bits == 32 || d != n)
		skep_arm64_op(a, ARM64_ORR, bits,
			      (struct skep_arm64_three){.d = d, .n = ARM64_ZR, .m = n});
}

void skep_arm64_return(struct skep_arm64 *a)
{
	skep_arm64_word(a, (u32)RET);
}

void skep_arm64_jump_register(struct skep_arm64 *a, u8 n)
{
	skep_arm64_word(a, (u32)BR | (u32)n << 5);
}

void skep_arm64_call_register(struct skep_arm64 *a, u8 n)
{
	skep_arm64_word(a, (u32)BLR | (u32)n << 5);
}

/* ---- constants */

/* The size of the smallest piece that fills a value by repetition. */
static u32 period(u64 value)
{
	u32 size = 64;

	while (size > 2) {
		u32 half = size / 2;

		if ((value ^ value >> half) & (((u64)1 << half) - 1))
			break;
		size = half;
	}
	return size;
}

/* A logical constant is a run of ones in a piece of 2 to 64 bits, rotated, and the piece repeated.
 * On success *fields has its bits of the instruction. */
static bool spell_logical(u64 value, u32 bits, u32 *fields)
{
	u32 size, ones, start;
	u64 piece, mask, zeros;

	if (bits == 32)
		value = (u32)value | value << 32;
	if (value == 0 || value == UINT64_MAX)
		return false;
	size = period(value);
	mask = UINT64_MAX >> (64 - size);
	piece = value & mask;
	ones = (u32)__builtin_popcountll(piece);
	/* The ones, or else the zeros, are in one run; the ones begin where that begins or ends. */
	zeros = piece & 1 ? ~piece & mask : piece;
	start = (u32)__builtin_ctzll(zeros);
	zeros >>= start;
	if (zeros & (zeros + 1))
		return false;
	if (piece & 1)
		start += size - ones;
	*fields = (size == 64 ? 1u << 22 : 0) | ((size - start) & (size - 1)) << 16 |
		  ((~(size - 1) << 1 | (ones - 1)) & 0x3f) << 10;
	return true;
}

static u32 half(u64 value, u32 index)
{
	return (u32)(value >> 16 * index) & 0xffff;
}

static u32 put_half(u32 op, u8 d, u32 index, u32 value)
{
	return op | index << 21 | value << 5 | d;
}

/* movz or movn, then movk for each half that is not yet right. */
static u32 spell_halves(u64 value, u8 d, u32 *words)
{
	u32 width = wide(value > UINT32_MAX ? 64 : 32), halves = width ? 4 : 2, count = 0;
	u32 zeros = 0, ones = 0, usual;

	for (u32 n = 0; n < halves; n++) {
		zeros += half(value, n) == 0;
		ones += half(value, n) == 0xffff;
	}
	usual = ones > zeros ? 0xffff : 0;
	for (u32 n = 0; n < halves; n++) {
		u32 h = half(value, n);

		if (h == usual)
			continue;
		if (count)
			words[count++] = put_half(MOVK | width, d, n, h);
		else
			words[count++] = put_half((usual ? MOVN : MOVZ) | width, d, n, h ^ usual);
	}
	if (count == 0)
		words[count++] = put_half((usual ? MOVN : MOVZ) | width, d, 0, 0);
	return count;
}

/* A logical constant with one half put right. */
static bool spell_nearly_logical(u64 value, u8 d, u32 *words)
{
	for (u32 n = 0; n < 16; n++) {
		u32 wrong = n / 4, model = n % 4, fields;
		u64 mask = (u64)0xffff << 16 * wrong;
		u64 near = (value & ~mask) | (u64)half(value, model) << 16 * wrong;

		if (!spell_logical(near, 64, &fields))
			continue;
		words[0] = (ARM64_ORR + CONSTANT) | wide(64) | fields | ARM64_ZR << 5 | d;
		words[1] = put_half(MOVK | wide(64), d, wrong, half(value, wrong));
		return true;
	}
	return false;
}

/* The instructions of d = value; returns how many. */
static u32 spell_constant(u64 value, u8 d, u32 words[CONSTANT_WORDS])
{
	u32 width = value > UINT32_MAX ? 64 : 32;
	u32 count = spell_halves(value, d, words), fields;

	if (count == 1)
		return 1;
	if (spell_logical(value, width, &fields)) {
		words[0] = (ARM64_ORR + CONSTANT) | wide(width) | fields | ARM64_ZR << 5 | d;
		return 1;
	}
	return count > 2 && spell_nearly_logical(value, d, words) ? 2 : count;
}

void skep_arm64_load(struct skep_arm64 *a, u8 d, u64 value)
{
	u32 words[CONSTANT_WORDS], count = spell_constant(value, d, words);

	for (u32 n = 0; n < count; n++)
		skep_arm64_word(a, words[n]);
}

static u64 magnitude(s64 imm)
{
	return imm < 0 ? 0 - (u64)imm : (u64)imm;
}

static bool is_short_immediate(u64 value)
{
	return value < SHORT_IMMEDIATE ||
	       (value < (u64)SHORT_IMMEDIATE * SHORT_IMMEDIATE && value % SHORT_IMMEDIATE == 0);
}

/* add or sub of a constant with a short form. */
static void add_short(struct skep_arm64 *a, u32 op_and_width, struct skep_arm64_two r, u64 value)
{
	u32 field =
	    value < SHORT_IMMEDIATE ? (u32)value : ((u32)value / SHORT_IMMEDIATE) | SHIFT_12 >> 10;

	skep_arm64_word(a, op_and_width | field << 10 | (u32)r.n << 5 | r.d);
}

void skep_arm64_add(struct skep_arm64 *a, u32 bits, struct skep_arm64_two r, s64 imm)
{
	u32 op = (imm < 0 ? SUB_CONSTANT : ADD_CONSTANT) | wide(bits), words[CONSTANT_WORDS];
	bool sp = r.d == ARM64_SP || r.n == ARM64_SP;
	u64 value = magnitude(imm);

	if (imm == 0 && !sp) {
		skep_arm64_move(a, bits, r.d, r.n);
	} else if (is_short_immediate(value)) {
		add_short(a, op, r, value);
	} else if (value < (u64)SHORT_IMMEDIATE * SHORT_IMMEDIATE &&
		   (sp || spell_constant(value, 0, words) > 1)) {
		add_short(a, op, r, value - value % SHORT_IMMEDIATE);
		add_short(a, op, (struct skep_arm64_two){r.d, r.d}, value % SHORT_IMMEDIATE);
	} else {
		skep_arm64_load(a, ARM64_TEMP, value);
		skep_arm64_op(a, imm < 0 ? ARM64_SUB : ARM64_ADD, bits,
			      (struct skep_arm64_three){.d = r.d, .n = r.n, .m = ARM64_TEMP});
	}
}

void skep_arm64_compare(struct skep_arm64 *a, u32 bits, u8 n, s64 imm)
{
	u32 op = (imm < 0 ? ADD_CONSTANT : SUB_CONSTANT) | SET_FLAGS | wide(bits);

	if (is_short_immediate(magnitude(imm))) {
		add_short(a, op, (struct skep_arm64_two){ARM64_ZR, n}, magnitude(imm));
		return;
	}
	skep_arm64_load(a, ARM64_TEMP, bits == 32 ? (u32)imm : (u64)imm);
	skep_arm64_op(a, ARM64_SUBS, bits,
		      (struct skep_arm64_three){.d = ARM64_ZR, .n = n, .m = ARM64_TEMP});
}

void skep_arm64_logic(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		      struct skep_arm64_two r, u64 imm)
{
	u32 fields;

	if (spell_logical(imm, bits, &fields)) {
		skep_arm64_word(a, (op + CONSTANT) | wide(bits) | fields | (u32)r.n << 5 | r.d);
		return;
	}
	skep_arm64_load(a, ARM64_TEMP, bits == 32 ? (u32)imm : imm);
	skep_arm64_op(a, op, bits, (struct skep_arm64_three){.d = r.d, .n = r.n, .m = ARM64_TEMP});
}

/* ---- memory */

void skep_arm64_access(struct skep_arm64 *a, enum skep_arm64_access op, u32 bits, u8 t,
		       struct skep_arm64_memory m)
{
	u32 size = (u32)__builtin_ctz(bits / 8), word = op | size << ACCESS_SIZE | t;
	u32 scaled = (u32)m.offset >> size;
	bool whole = scaled << size == (u32)m.offset;

	word |= (u32)m.base << 5;
	if (m.index != ARM64_NO_REGISTER) {
		skep_arm64_word(a, (word & ~(u32)NOT_SCALED) | INDEXED | (u32)m.index << 16);
	} else if (m.offset >= 0 && whole && scaled < SHORT_IMMEDIATE) {
		skep_arm64_word(a, word | scaled << 10);
	} else if (m.offset >= -256 && m.offset < 256) {
		skep_arm64_word(a, (word & ~(u32)NOT_SCALED) | ((u32)m.offset & 0x1ff) << 12);
	} else {
		skep_arm64_load(a, ARM64_TEMP, (u64)(s64)m.offset);
		skep_arm64_word(a, (word & ~(u32)NOT_SCALED) | INDEXED | ARM64_TEMP << 16);
	}
}

void skep_arm64_pair(struct skep_arm64 *a, enum skep_arm64_pair op, struct skep_arm64_two t, u8 n,
		     s32 offset)
{
	skep_arm64_word(a,
			op | ((u32)(offset / 8) & 0x7f) << 15 | (u32)t.n << 10 | (u32)n << 5 | t.d);
}

void skep_arm64_atomic(struct skep_arm64 *a, enum skep_arm64_atomic op, u32 bits,
		       struct skep_arm64_three r)
{
	u32 size = (u32)__builtin_ctz(bits / 8);

	skep_arm64_word(a, (op & ~(3u << ACCESS_SIZE)) | size << ACCESS_SIZE | fields(r));
}

/* ---- jumps */

u32 skep_arm64_labels(struct skep_arm64 *a, u32 count)
{
	u32 first = 0;

	if (a->failed || !skep_jit_labels(&a->jumps, count, &first))
		a->failed = true;
	return first;
}

void skep_arm64_bind(struct skep_arm64 *a, u32 label)
{
	if (!a->failed)
		skep_jit_bind(&a->jumps, label, a->code.count * WORD);
}

static void branch(struct skep_arm64 *a, struct skep_jit_branch b)
{
	b.at = (u32)a->code.count * WORD;
	if (a->failed || !SKEP_JIT_PUSH(a->jumps.block, &a->jumps.branches, b))
		a->failed = true;
}

void skep_arm64_jump(struct skep_arm64 *a, enum skep_arm64_condition condition, u32 label)
{
	branch(a, (struct skep_jit_branch){.target = label,
					   .form = condition == ARM64_ALWAYS ? JUMP : CONDITIONAL,
					   .condition = (u8)condition});
}

void skep_arm64_jump_zero(struct skep_arm64 *a, u32 bits, u8 n, bool set, u32 label)
{
	branch(a, (struct skep_jit_branch){.target = label,
					   .form = ZERO,
					   .condition = (u8)((bits == 64 ? 2 : 0) | set),
					   .operand = n});
}

void skep_arm64_jump_bit(struct skep_arm64 *a, u32 bit, u8 n, bool set, u32 label)
{
	branch(a,
	       (struct skep_jit_branch){
		   .target = label, .form = BIT, .condition = (u8)(bit << 1 | set), .operand = n});
}

void skep_arm64_call(struct skep_arm64 *a, u32 label)
{
	branch(a, (struct skep_jit_branch){.target = label, .form = CALL});
}

void skep_arm64_call_out(struct skep_arm64 *a, u64 address)
{
	branch(a, (struct skep_jit_branch){.target = address, .form = OUT});
}

static u8 *put_word(u8 *to, u32 word)
{
	skep_put_le32(to, word);
	return to + WORD;
}

static u8 *put_always(u8 *to, u32 op, u64 distance)
{
	return put_word(to, op | ((u32)(distance / WORD) & 0x3ffffff));
}

/* The lowest bit of a condition, be it of flags, zero or bits, inverts it. */
static u32 conditional(const struct skep_jit_branch *b, u32 condition, u64 distance)
{
	u32 words = (u32)(distance / WORD), bit = condition >> 1;

	switch (b->form) {
	case CONDITIONAL:
		return B_CONDITION | (words & 0x7ffff) << 5 | condition;
	case ZERO:
		return CBZ | bit << BITS_64 | (condition & 1) * NOT_ZERO | (words & 0x7ffff) << 5 |
		       b->operand;
	default:
		return TBZ | bit >> 5 << BITS_64 | (condition & 1) * NOT_ZERO | (bit & 31) << 19 |
		       (words & 0x3fff) << 5 | b->operand;
	}
}

static u8 *put(const struct skep_jit_branch *b, u64 distance, u8 *to)
{
	if (b->size == 0)
		return to;
	if (b->form == JUMP || b->form == CALL || b->form == OUT)
		return put_always(to, b->form == JUMP ? B : (u32)BL, distance);
	if (b->size == WORD)
		return put_word(to, conditional(b, b->condition, distance));
	to = put_word(to, conditional(b, b->condition ^ 1u, 2 * WORD));
	return put_always(to, B, distance - WORD);
}

struct skep_jit_draft skep_arm64_draft(struct skep_arm64 *a)
{
	return (struct skep_jit_draft){.jumps = &a->jumps,
				       .code = (const u8 *)a->code.data,
				       .count = a->code.count * WORD,
				       .limit = REACH,
				       .forms = forms,
				       .put = put};
}
