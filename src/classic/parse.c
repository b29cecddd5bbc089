/* SPDX-License-Identifier: BSD-2-Clause */
/* Reads what print.c writes. The first character tells the form:
 *
 *   listing  line = [ "(" index ")" ] mnemonic operand [ "jt" target "jf" target ]
 *   C        insn = "{" code "," jt "," jf "," k "}" [ "," ]
 *   decimal  text = count { separator code jt jf k }, separator = newline or ","
 *
 * Operands of a listing are matched against the patterns of classic.def; blanks between their parts
 * do not matter, any number may be decimal or 0x hexadecimal, and the return of the accumulator,
 * which tcpdump writes as a bare 'ret', may be 'ret a'. */
#include <ctype.h>
#include <skep/classic.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "classic/table.h"

struct reader {
	const char *text;
	size_t length;
	size_t at;
	struct skep_diag *d;
	bool too_large;		  /* a number was met that does not fit in 32 bits */
	struct sock_filter *data; /* what has been read */
	size_t count, room;
};

/* Fails at `length` bytes from `offset` with a sentence. */
SKEP_COLD SKEP_PRINTF(5, 6) static bool fail(struct reader *r, size_t offset, size_t length,
					     enum skep_error code, const char *what, ...)
{
	va_list args;

	va_start(args, what);
	skep_fail_va(r->d, code, skep_place_text(r->text, offset, length), what, args);
	va_end(args);
	return false;
}

/* The next character, or NUL at the end. */
static char look(const struct reader *r)
{
	return r->at < r->length ? r->text[r->at] : '\0';
}

static void skip_blanks(struct reader *r)
{
	while (look(r) == ' ' || look(r) == '\t' || look(r) == '\r')
		r->at++;
}

static void skip_space(struct reader *r)
{
	while (isspace((unsigned char)look(r)))
		r->at++;
}

static bool take(struct reader *r, char c)
{
	skip_blanks(r);
	if (look(r) != c)
		return false;
	r->at++;
	return true;
}

static size_t word_length(const struct reader *r)
{
	size_t end = r->at;

	while (end < r->length && (isalnum((unsigned char)r->text[end]) || r->text[end] == '_'))
		end++;
	return end - r->at;
}

static int digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* number = [ "-" ] ( digits | "0x" hexdigits ). False without a report if there is none, or if it
 * is outside -2^31 ... 2^32 - 1. A negative number is taken modulo 2^32. */
static bool take_number(struct reader *r, u32 *value)
{
	bool negative;
	size_t start;
	u64 n = 0;
	int base = 10;

	skip_blanks(r);
	negative = look(r) == '-';
	r->at += negative;
	if (look(r) == '0' && r->at + 1 < r->length && (r->text[r->at + 1] | 0x20) == 'x') {
		base = 16;
		r->at += 2;
	}
	for (start = r->at; digit(look(r)) < base && n <= UINT32_MAX; r->at++)
		n = n * (u32)base + (u32)digit(look(r));
	if (n > (negative ? 1u << 31 : UINT32_MAX)) {
		r->too_large = true;
		return false;
	}
	if (r->at == start)
		return false;
	*value = negative ? -(u32)n : (u32)n;
	return true;
}

/* A number that must be there and fit. */
static bool need_number(struct reader *r, const char *name, u32 most, u32 *value)
{
	size_t start;

	skip_blanks(r);
	start = r->at;
	if (!take_number(r, value)) {
		r->at = start;
		return fail(r, start, word_length(r), SKEP_E_SYNTAX,
			    "expected %s, a number from 0 to %u", name, most);
	}
	if (*value <= most)
		return true;
	return fail(r, start, r->at - start, SKEP_E_RANGE, "%s is %u, the most is %u", name, *value,
		    most);
}

static bool need(struct reader *r, char c, const char *where)
{
	if (take(r, c))
		return true;
	return fail(r, r->at, 1, SKEP_E_SYNTAX, "expected '%c' %s", c, where);
}

static bool push(struct reader *r, struct sock_filter insn)
{
	if (r->count == SKEP_CLASSIC_LIMIT)
		return fail(r, r->at, 1, SKEP_E_LIMIT, "there are more than %u instructions",
			    SKEP_CLASSIC_LIMIT);
	return SKEP_PUSH(r, insn) || skep_fail_nomem(r->d);
}

/* "[" name "]" of an ancillary field */
static bool take_field(struct reader *r, u32 *k)
{
	size_t length;

	if (!take(r, '['))
		return false;
	skip_blanks(r);
	length = word_length(r);
	if (!skep_classic_ancillary_find(r->text + r->at, length, k))
		return false;
	r->at += length;
	return take(r, ']');
}

/* Matches the operand's pattern; %d and %x, with an 0x before it, take a number. */
static bool take_pattern(struct reader *r, const char *pattern, u32 *k)
{
	for (const char *p = pattern; *p; p++) {
		if (strncmp(p, "0x%", 3) == 0)
			p += 2;
		if (*p == '%') {
			if (!take_number(r, k))
				return false;
			p++;
		} else if (*p != ' ' && !take(r, *p)) {
			return false;
		}
	}
	return true;
}

/* Whether nothing but the targets of a test may follow. */
static bool at_end_of_operand(struct reader *r)
{
	skip_blanks(r);
	return r->at == r->length || look(r) == '\n' || look(r) == 'j';
}

static bool take_operand(struct reader *r, const struct skep_classic_row *row, u32 *k)
{
	size_t start = r->at;

	*k = 0;
	if (take_pattern(r, row->text, k) && at_end_of_operand(r))
		return true;
	if (row->action == SKEP_ACTION_RETURN && row->operand == SKEP_OPERAND_NONE && take(r, 'a'))
		return at_end_of_operand(r);
	if (row->operand != SKEP_OPERAND_PLACE)
		return false;
	r->at = start;
	return take_field(r, k) && at_end_of_operand(r);
}

static bool same_word(const char *word, const char *text, size_t length)
{
	return strlen(word) == length && memcmp(word, text, length) == 0;
}

/* Hints at the operands that a mnemonic has. */
SKEP_COLD static bool hint_operands(struct reader *r, const char *mnemonic, size_t length)
{
	char forms[200] = "";
	size_t used = 0;

	for (u16 code = 0; code < SKEP_CLASSIC_CODES; code++) {
		const struct skep_classic_row *row = skep_classic_row(code);

		if (row && same_word(row->mnemonic, mnemonic, length) && used < sizeof(forms))
			used += (size_t)snprintf(forms + used, sizeof(forms) - used, "%s%s %s",
						 used ? ", " : "", row->mnemonic, row->text);
	}
	return skep_hint(r->d, "write one of: %s; a number stands for %%d and %%x", forms);
}

/* Whether a row before `code` has the mnemonic too. */
static bool seen_mnemonic(const char *mnemonic, u16 code)
{
	for (u16 earlier = 0; earlier < code; earlier++) {
		const struct skep_classic_row *row = skep_classic_row(earlier);

		if (row && strcmp(row->mnemonic, mnemonic) == 0)
			return true;
	}
	return false;
}

SKEP_COLD static bool fail_mnemonic(struct reader *r, size_t start, size_t length)
{
	char all[200] = "";
	size_t used = 0;

	length = length ? length : 1;
	fail(r, start, length, SKEP_E_NAME, "'%.*s' is no instruction of classic BPF", (int)length,
	     r->text + start);
	for (u16 code = 0; code < SKEP_CLASSIC_CODES; code++) {
		const struct skep_classic_row *row = skep_classic_row(code);

		if (row && used < sizeof(all) && !seen_mnemonic(row->mnemonic, code))
			used +=
			    (size_t)snprintf(all + used, sizeof(all) - used, " %s", row->mnemonic);
	}
	return skep_hint(r->d, "instructions are%s", all);
}

/* instruction = mnemonic operand: tries each row that has the mnemonic, and reports where the one
 * that got farthest stopped. */
static bool read_instruction(struct reader *r, struct sock_filter *insn)
{
	size_t start, length, operand, farthest;
	bool known = false;

	skip_blanks(r);
	start = r->at;
	length = word_length(r);
	r->at += length;
	skip_blanks(r);
	farthest = operand = r->at;
	for (u16 code = 0; code < SKEP_CLASSIC_CODES; code++) {
		const struct skep_classic_row *row = skep_classic_row(code);

		if (!row || !same_word(row->mnemonic, r->text + start, length))
			continue;
		known = true;
		insn->code = code;
		r->at = operand;
		if (take_operand(r, row, &insn->k))
			return true;
		farthest = r->at > farthest ? r->at : farthest;
	}
	if (!known)
		return fail_mnemonic(r, start, length);
	if (r->too_large)
		return fail(r, operand, 1, SKEP_E_RANGE,
			    "the number is not from -2147483648 to 4294967295");
	fail(r, farthest, 1, SKEP_E_SYNTAX, "this is not an operand of '%.*s'", (int)length,
	     r->text + start);
	return hint_operands(r, r->text + start, length);
}

/* name target: a target is the index of an instruction, at most 256 behind this one. */
static bool read_target(struct reader *r, const char *name, u8 *skip)
{
	u32 at = (u32)r->count, target;
	size_t start;

	skip_blanks(r);
	if (!same_word(name, r->text + r->at, word_length(r)))
		return fail(r, r->at, 1, SKEP_E_SYNTAX,
			    "expected '%s' and the index of an instruction", name);
	r->at += strlen(name);
	skip_blanks(r);
	start = r->at;
	if (!need_number(r, "the target", UINT32_MAX, &target))
		return false;
	*skip = (u8)(target - at - 1);
	if (target > at && target - at <= 256)
		return true;
	fail(r, start, r->at - start, SKEP_E_RANGE,
	     "instruction %u jumps to %u, it can reach %u to %u", at, target, at + 1, at + 256);
	return skep_hint(r->d, "jump to a 'ja' on the way");
}

static bool read_index(struct reader *r)
{
	size_t start = r->at;
	u32 index;

	if (!take(r, '('))
		return true;
	if (!need_number(r, "the index", UINT32_MAX, &index) || !need(r, ')', "after the index"))
		return false;
	if (index == r->count)
		return true;
	fail(r, start, r->at - start, SKEP_E_SYNTAX,
	     "this is numbered %u, but it is instruction %zu", index, r->count);
	return skep_hint(r->d, "number from 0 in steps of 1, or leave the numbers out");
}

static bool read_line(struct reader *r)
{
	struct sock_filter insn = {0};
	const struct skep_classic_row *row;

	if (!read_index(r) || !read_instruction(r, &insn))
		return false;
	row = skep_classic_row(insn.code);
	if (row->action == SKEP_ACTION_TEST &&
	    (!read_target(r, "jt", &insn.jt) || !read_target(r, "jf", &insn.jf)))
		return false;
	if (row->operand == SKEP_OPERAND_DISTANCE)
		insn.k -= (u32)r->count + 1;
	skip_blanks(r);
	if (r->at < r->length && look(r) != '\n')
		return fail(r, r->at, 1, SKEP_E_SYNTAX, "expected the end of the line");
	return push(r, insn);
}

static bool read_listing(struct reader *r)
{
	for (skip_space(r); r->at < r->length; skip_space(r))
		if (!read_line(r))
			return false;
	return true;
}

/* The four numbers of an instruction, with `between` (or nothing, if NUL) after the first three. */
static bool read_numbers(struct reader *r, char between)
{
	u32 code, jt, jf, k;

	if (!need_number(r, "the opcode", UINT16_MAX, &code) ||
	    (between && !need(r, between, "after the opcode")) ||
	    !need_number(r, "jt", UINT8_MAX, &jt) || (between && !need(r, between, "after jt")) ||
	    !need_number(r, "jf", UINT8_MAX, &jf) || (between && !need(r, between, "after jf")) ||
	    !need_number(r, "k", UINT32_MAX, &k))
		return false;
	return push(r, (struct sock_filter){(u16)code, (u8)jt, (u8)jf, k});
}

static bool read_c(struct reader *r)
{
	for (; r->at < r->length; skip_space(r)) {
		if (!need(r, '{', "before an instruction") || !read_numbers(r, ',') ||
		    !need(r, '}', "behind an instruction"))
			return false;
		skip_space(r);
		take(r, ',');
	}
	return true;
}

static bool take_separator(struct reader *r)
{
	return take(r, ',') || take(r, '\n');
}

static bool read_decimal(struct reader *r)
{
	size_t start = r->at, count_end;
	u32 count;

	if (!need_number(r, "the number of instructions", SKEP_CLASSIC_LIMIT, &count))
		return false;
	count_end = r->at;
	for (u32 i = 0; i < count; i++) {
		if (!take_separator(r)) {
			if (r->at < r->length)
				return fail(r, r->at, 1, SKEP_E_SYNTAX,
					    "expected the end of the line or ','");
			break;
		}
		skip_space(r);
		if (r->at == r->length)
			break;
		if (!read_numbers(r, '\0'))
			return false;
	}
	if (r->count < count)
		return fail(r, start, count_end - start, SKEP_E_SYNTAX,
			    "%u instructions are announced, but there are %zu", count, r->count);
	take_separator(r);
	skip_space(r);
	if (r->at < r->length)
		return fail(r, r->at, 1, SKEP_E_SYNTAX,
			    "%u instructions are announced, but there is more", count);
	return true;
}

static bool read_program(struct reader *r)
{
	bool ok;

	skip_space(r);
	if (look(r) == '{')
		ok = read_c(r);
	else if (isdigit((unsigned char)look(r)))
		ok = read_decimal(r);
	else
		ok = read_listing(r);
	if (!ok)
		return false;
	if (r->count)
		return true;
	fail(r, 0, 1, SKEP_E_SYNTAX, "there is no instruction in the text");
	return skep_hint(r->d, "give the output of tcpdump -d, -dd or -ddd");
}

struct sock_filter *skep_classic_parse(const char *text, size_t length, u32 *count,
				       struct skep_diag *d)
{
	struct reader r = {.text = text, .length = length, .d = d};

	if (!read_program(&r)) {
		skep_free(r.data);
		return NULL;
	}
	*count = (u32)r.count;
	return r.data;
}
