/* SPDX-License-Identifier: BSD-2-Clause */
/* A pattern is literal text with fields in it: `r$d += $i`. Printing copies the text and writes the
 * fields; matching compares the text and reads them. Both find a field by its letter in one table,
 * so that what is printed can be read.
 *
 * Blanks: a blank of the pattern is any number of blanks, but at least one between two words;
 * before brackets and commas they may always stand. */
#include "asm/pattern.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "asm/helpers.h"

/* What is printed: an instruction and the names in it. */
struct operands {
	const struct bpf_insn *insn;
	const char *target, *map; /* NULL: by number */
};

/* One try of one pattern. */
struct reader {
	struct skep_match *m;
	const char *at;
	bool dst_seen, src_seen;
};

struct field {
	char letter;
	void (*print)(struct skep_buffer *b, const struct operands *o);
	bool (*read)(struct reader *r);
};

/* Notes a failure if none came further. Returns false. */
static bool fail(struct reader *r, const char *at, size_t length, const char *why)
{
	struct skep_match *m = r->m;

	if (m->far && (at < m->far || (at == m->far && m->why[0])))
		return false;
	if (!m->far || at > m->far)
		m->expected_count = 0;
	m->far = at;
	m->far_length = (u32)length;
	snprintf(m->why, sizeof(m->why), "%s", why);
	return false;
}

/* Notes that `length` bytes of literal were missing. Returns false. */
static bool fail_literal(struct reader *r, const char *at, const char *literal, size_t length)
{
	struct skep_match *m = r->m;

	if (m->far && (at < m->far || (at == m->far && m->why[0])))
		return false;
	if (!m->far || at > m->far)
		m->expected_count = 0;
	m->far = at;
	m->far_length = 1;
	m->why[0] = 0;
	for (u32 i = 0; i < m->expected_count; i++)
		if (m->expected_length[i] == length && memcmp(m->expected[i], literal, length) == 0)
			return false;
	if (m->expected_count < SKEP_EXPECTED) {
		m->expected[m->expected_count] = literal;
		m->expected_length[m->expected_count++] = (u8)length;
	}
	return false;
}

static size_t word_length(const struct reader *r)
{
	const char *at = r->at;

	while (at < r->m->end && skep_is_word(*at))
		at++;
	return (size_t)(at - r->at);
}

static char peek(const struct reader *r)
{
	return r->at < r->m->end ? *r->at : 0;
}

static void skip_blanks(struct reader *r)
{
	while (peek(r) == ' ' || peek(r) == '\t')
		r->at++;
}

static bool accept(struct reader *r, char c)
{
	if (peek(r) != c)
		return false;
	r->at++;
	return true;
}

/* ---- numbers */

static int digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* number = ["0x"] digit { digit } */
static bool read_digits(struct reader *r, u64 *value)
{
	const char *start = r->at;
	size_t length = word_length(r);
	unsigned base = 10;
	bool overflow = false;

	*value = 0;
	if (digit_value(peek(r)) > 9)
		return fail_literal(r, start, "a number", 8);
	if (length > 2 && start[0] == '0' && (start[1] | 0x20) == 'x')
		base = 16;
	for (const char *at = start + (base == 16 ? 2 : 0); at < start + length; at++) {
		unsigned digit = (unsigned)digit_value(*at);

		if (digit >= base)
			return fail(r, start, length, "is not a number");
		overflow |= __builtin_mul_overflow(*value, base, value);
		overflow |= __builtin_add_overflow(*value, digit, value);
	}
	if (overflow)
		return fail(r, start, length, "does not fit into 64 bits");
	r->at += length;
	return true;
}

/* Reads ["-"] number that lies in [-low, high]. */
static bool read_number(struct reader *r, u64 low, u64 high, const char *range, u64 *value)
{
	const char *start;
	bool negative;

	skip_blanks(r);
	start = r->at;
	negative = accept(r, '-');
	if (!read_digits(r, value))
		return false;
	if (*value > (negative ? low : high))
		return fail(r, start, (size_t)(r->at - start), range);
	if (negative)
		*value = 0 - *value;
	return true;
}

static bool read_32(struct reader *r, s32 *field)
{
	u64 value;

	if (!read_number(r, 1ULL << 31, UINT32_MAX, "does not fit into the 32 bits of an immediate",
			 &value))
		return false;
	*field = (s32)value;
	return true;
}

/* ---- registers */

static bool read_register(struct reader *r, u32 *number)
{
	const char *start = r->at;
	size_t length = word_length(r);

	*number = 0;
	for (size_t i = 0; i < length; i++)
		*number = start[i] >= '0' && start[i] <= '9' && *number < 100
			      ? *number * 10 + (u32)(start[i] - '0')
			      : 1000;
	if (!length || *number >= 1000)
		return fail_literal(r, start, "a register number", 17);
	if (*number > 10)
		return fail(r, start - 1, length + 1, "is not a register: eBPF has r0 to r10");
	r->at += length;
	return true;
}

static bool read_dst(struct reader *r)
{
	struct bpf_insn *insn = r->m->insn;
	const char *start = r->at;
	u32 number;

	if (!read_register(r, &number))
		return false;
	if (r->dst_seen && insn->dst_reg != number)
		return fail(r, start - 1, 2, "is another register, but this works in place");
	insn->dst_reg = number & 15;
	r->dst_seen = true;
	return true;
}

static bool read_src(struct reader *r)
{
	struct bpf_insn *insn = r->m->insn;
	const char *start = r->at;
	u32 number;

	if (!read_register(r, &number))
		return false;
	if (r->src_seen && insn->src_reg != number)
		return fail(r, start - 1, 2,
			    "is another register, but the old value comes back in it");
	insn->src_reg = number & 15;
	r->src_seen = true;
	return true;
}

static void print_dst(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "%u", o->insn->dst_reg);
}

static void print_src(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "%u", o->insn->src_reg);
}

/* ---- offsets and immediates */

static void print_offset(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "%+d", o->insn->off);
}

/* Reads what stands behind a sign into a distance of `bits` bits. */
static bool read_signed(struct reader *r, unsigned bits, s32 *field)
{
	const char *start = r->at;
	bool negative = peek(r) == '-';
	u64 value, high = (1ULL << (bits - 1)) - 1;

	r->at++;
	skip_blanks(r);
	if (!read_digits(r, &value))
		return false;
	if (value > high + negative)
		return fail(r, start, (size_t)(r->at - start),
			    bits == 16 ? "is past the range of off, -32768 to 32767"
				       : "is past the range of imm, 32 bits with sign");
	*field = (s32)(negative ? 0 - value : value);
	return true;
}

static bool has_sign(const struct reader *r)
{
	return peek(r) == '+' || peek(r) == '-';
}

static bool read_offset(struct reader *r)
{
	s32 off;

	skip_blanks(r);
	if (!has_sign(r))
		return peek(r) == ')' || peek(r) == ']' ||
		       fail_literal(r, r->at, "an offset like +8", 17);
	if (!read_signed(r, 16, &off))
		return false;
	r->m->insn->off = (s16)off;
	return true;
}

static void print_imm(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "%d", o->insn->imm);
}

static void print_hex(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "0x%x", (u32)o->insn->imm);
}

static void print_next(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "%d", o->insn[1].imm);
}

static void print_wide(struct skep_buffer *b, const struct operands *o)
{
	skep_buffer_printf(b, "0x%" PRIx64, (u64)(u32)o->insn[1].imm << 32 | (u32)o->insn[0].imm);
}

static bool read_imm(struct reader *r)
{
	return read_32(r, &r->m->insn[0].imm);
}

static bool read_next(struct reader *r)
{
	return read_32(r, &r->m->insn[1].imm);
}

static bool read_wide(struct reader *r)
{
	u64 value;

	if (!read_number(r, 1ULL << 63, UINT64_MAX, "does not fit into 64 bits", &value))
		return false;
	r->m->insn[0].imm = (s32)value;
	r->m->insn[1].imm = (s32)(value >> 32);
	return true;
}

/* ---- targets */

static void print_target(struct skep_buffer *b, const char *before, s32 distance, const char *label)
{
	if (label)
		skep_buffer_text(b, label);
	else
		skep_buffer_printf(b, "%s%+d", before, distance);
}

static void print_off_target(struct skep_buffer *b, const struct operands *o)
{
	print_target(b, "pc", o->insn->off, o->target);
}

static void print_imm_target(struct skep_buffer *b, const struct operands *o)
{
	print_target(b, "pc", o->insn->imm, o->target);
}

static void print_off_distance(struct skep_buffer *b, const struct operands *o)
{
	print_target(b, "", o->insn->off, o->target);
}

static void print_imm_distance(struct skep_buffer *b, const struct operands *o)
{
	print_target(b, "", o->insn->imm, o->target);
}

/* target = ["pc"] sign number | label */
static bool read_target(struct reader *r, bool in_imm)
{
	struct skep_match *m = r->m;
	size_t length;
	s32 distance;

	skip_blanks(r);
	length = word_length(r);
	if (length == 2 && memcmp(r->at, "pc", 2) == 0) {
		r->at += 2;
		skip_blanks(r);
		length = 0;
	}
	if (has_sign(r)) {
		if (!read_signed(r, in_imm ? 32 : 16, &distance))
			return false;
		if (in_imm)
			m->insn->imm = distance;
		else
			m->insn->off = (s16)distance;
		return true;
	}
	if (!length)
		return fail_literal(r, r->at, "a label or a distance like +3", 29);
	m->label = r->at;
	m->label_length = (u32)length;
	m->label_in_imm = in_imm;
	r->at += length;
	return true;
}

static bool read_off_target(struct reader *r)
{
	return read_target(r, false);
}

static bool read_imm_target(struct reader *r)
{
	return read_target(r, true);
}

/* ---- helpers */

static void print_helper(struct skep_buffer *b, const struct operands *o)
{
	const char *name = skep_helper_name(o->insn->imm);

	skep_buffer_printf(b, "%s#%d", name ? name : "unknown", o->insn->imm);
}

/* helper = number | name ["#" number] */
static bool read_helper(struct reader *r)
{
	const char *start;
	size_t length;
	s32 named = 0, *number = &r->m->insn->imm;
	bool known;

	skip_blanks(r);
	start = r->at;
	length = word_length(r);
	if (length && start[0] >= '0' && start[0] <= '9')
		return read_32(r, number);
	known = skep_helper_number(start, length, &named);
	if (!known && !(length == 7 && memcmp(start, "unknown", 7) == 0))
		return fail_literal(r, start, "a helper", 8);
	r->at += length;
	*number = named;
	start = r->at;
	if (!accept(r, '#'))
		return known || fail_literal(r, start, "#", 1);
	if (!read_32(r, number))
		return false;
	if (known && *number != named)
		return fail(r, start, (size_t)(r->at - start), "is not the number of this helper");
	return true;
}

/* ---- maps */

static void print_map(struct skep_buffer *b, const struct operands *o)
{
	if (o->map)
		skep_buffer_text(b, o->map);
	else
		skep_buffer_printf(b, "idx:%d", o->insn->imm);
}

/* map = "idx:" number | name */
static bool read_map(struct reader *r)
{
	struct skep_match *m = r->m;
	const char *start;
	size_t length;

	skip_blanks(r);
	start = r->at;
	length = word_length(r);
	if (!length || (*start >= '0' && *start <= '9'))
		return fail_literal(r, start, "a map's name or idx:", 20);
	r->at += length;
	if (length == 3 && memcmp(start, "idx", 3) == 0 && accept(r, ':'))
		return read_32(r, &m->insn->imm);
	m->map = start;
	m->map_length = (u32)length;
	return true;
}

static const struct field fields[] = {
    {'d', print_dst, read_dst},
    {'s', print_src, read_src},
    {'o', print_offset, read_offset},
    {'i', print_imm, read_imm},
    {'x', print_hex, read_imm},
    {'n', print_next, read_next},
    {'w', print_wide, read_wide},
    {'j', print_off_target, read_off_target},
    {'J', print_imm_target, read_imm_target},
    {'t', print_off_distance, read_off_target},
    {'T', print_imm_distance, read_imm_target},
    {'h', print_helper, read_helper},
    {'m', print_map, read_map},
};

static const struct field *field_of(char letter)
{
	const struct field *f = fields;

	while (f->letter != letter)
		f++;
	return f;
}

void skep_pattern_print(struct skep_buffer *b, const char *pattern, const struct bpf_insn *insn,
			const struct skep_operand_names *names)
{
	const struct operands o = {
	    .insn = insn, .target = names ? names->target : NULL, .map = names ? names->map : NULL};

	while (*pattern) {
		size_t literal = strcspn(pattern, "$");

		skep_buffer_bytes(b, pattern, literal);
		pattern += literal;
		if (!*pattern)
			break;
		field_of(pattern[1])->print(b, &o);
		pattern += 2;
	}
}

/* A blank of the pattern: none is needed unless it parts two words. */
static bool read_blank(struct reader *r)
{
	const char *before = r->at;

	skip_blanks(r);
	if (r->at > before || r->at == r->m->at || !skep_is_word(before[-1]) ||
	    !skep_is_word(peek(r)))
		return true;
	return fail_literal(r, before, " ", 1);
}

static bool is_bracket(char c)
{
	return c && strchr("()[],", c);
}

/* Bytes of pattern that are compared as a whole: a bracket, or all up to a blank, field or bracket.
 */
static size_t literal_length(const char *pattern)
{
	size_t length = 1;

	while (!is_bracket(*pattern) && pattern[length] && !strchr("$ ", pattern[length]) &&
	       !is_bracket(pattern[length]))
		length++;
	return length;
}

static bool read_literal(struct reader *r, const char *pattern, size_t length)
{
	if (is_bracket(*pattern))
		skip_blanks(r);
	if ((size_t)(r->m->end - r->at) < length || memcmp(r->at, pattern, length) != 0)
		return fail_literal(r, r->at, pattern, length);
	r->at += length;
	return true;
}

/* One piece of a pattern; *length is how many bytes of it that was. */
static bool read_piece(struct reader *r, const char *pattern, size_t *length)
{
	*length = 1;
	if (*pattern == ' ')
		return read_blank(r);
	if (*pattern == '%' && pattern[1] == 'r')
		return accept(r, '%') || true;
	if (*pattern != '$') {
		*length = literal_length(pattern);
		return read_literal(r, pattern, *length);
	}
	*length = 2;
	return field_of(pattern[1])->read(r);
}

bool skep_pattern_match(struct skep_match *m, const char *pattern)
{
	struct reader r = {.m = m, .at = m->at};
	size_t length;

	memset(m->insn, 0, sizeof(m->insn));
	m->label = NULL;
	m->map = NULL;
	while (*pattern) {
		if (!read_piece(&r, pattern, &length))
			return false;
		pattern += length;
	}
	skip_blanks(&r);
	return r.at == m->end || fail_literal(&r, r.at, "the end of the line", 19);
}
