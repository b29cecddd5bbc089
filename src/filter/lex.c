/* SPDX-License-Identifier: BSD-2-Clause */
/* The scanner. It decides which piece of the text is the next token and what kind of token it is;
 * what addresses hold is checked later (literal.c), numbers at once. */
#include "filter/lex.h"

#include <assert.h>
#include <linux/filter.h>
#include <string.h>

#include "base/diag.h"
#include "filter/match.h"

static const struct skep_keyword keywords[] = {
#define PROTO(id, word, ...) {word, SKEP_TOK_PROTO, SKEP_Q_##id},
#include "filter/protos.def"
#undef PROTO
#define WORD(id, word, ...) {word, SKEP_TOK_WORD, SKEP_WORD_##id},
#include "filter/words.def"
#undef WORD
#define KEYWORD(text, token, value) {text, SKEP_TOK_##token, value},
#include "filter/keywords.def"
#undef KEYWORD
#define CONSTANT(text, number) {text, SKEP_TOK_NUMBER, number},
#include "filter/constants.def"
#undef CONSTANT
};
static_assert(SKEP_COUNT(keywords) < SKEP_KEYWORD_SLOTS / 2, "the hash has room");

/* Longer ones first, so that the first that fits is the longest. */
static const struct skep_keyword operators[] = {
    {"&&", SKEP_TOK_AND, 0},	       {"||", SKEP_TOK_OR, 0},
    {">=", SKEP_TOK_REL, SKEP_REL_GE}, {"<=", SKEP_TOK_REL, SKEP_REL_LE},
    {"!=", SKEP_TOK_REL, SKEP_REL_NE}, {"==", SKEP_TOK_REL, SKEP_REL_EQ},
    {"<<", SKEP_TOK_ARITH, BPF_LSH},   {">>", SKEP_TOK_ARITH, BPF_RSH},
    {"=", SKEP_TOK_REL, SKEP_REL_EQ},  {"<", SKEP_TOK_REL, SKEP_REL_LT},
    {">", SKEP_TOK_REL, SKEP_REL_GT},  {"!", SKEP_TOK_NOT, 0},
    {"&", SKEP_TOK_ARITH, BPF_AND},    {"|", SKEP_TOK_ARITH, BPF_OR},
    {"^", SKEP_TOK_ARITH, BPF_XOR},    {"+", SKEP_TOK_ARITH, BPF_ADD},
    {"-", SKEP_TOK_ARITH, BPF_SUB},    {"*", SKEP_TOK_ARITH, BPF_MUL},
    {"/", SKEP_TOK_ARITH, BPF_DIV},    {"%", SKEP_TOK_ARITH, BPF_MOD},
    {":", SKEP_TOK_COLON, 0},	       {"(", SKEP_TOK_OPEN, 0},
    {")", SKEP_TOK_CLOSE, 0},	       {"[", SKEP_TOK_LOAD, 0},
    {"]", SKEP_TOK_UNLOAD, 0},
};

/* Characters that people bring from other languages, and what is meant here. */
static const struct {
	char character;
	const char *hint;
} foreign[] = {
    {',', "write `or` between alternatives, as in `port 80 or 443`"},
    {'"', "quotes belong to the shell: the expression itself has none"},
    {'\'', "quotes belong to the shell: the expression itself has none"},
    {'{', "write parentheses: `(a or b)`"},
    {'}', "write parentheses: `(a or b)`"},
    {'~', "there are no regular expressions; compare bytes, as in `tcp[20:4] = 0x47455420`"},
    {';', "write `and` or `or` between primitives"},
    {'_', "a name does not begin or end in `_`"},
    {'$', "an ARCNET address is `$` and one or two hexadecimal digits"},
    {'\\', "a backslash stands directly before a name, as in `proto \\tcp`"},
    {'.', "a name begins with a letter or digit"},
};

static u32 hash(const char *text, size_t length)
{
	u32 h = 2166136261u;

	for (size_t i = 0; i < length; i++)
		h = (h ^ (u8)text[i]) * 16777619u;
	return (h ^ h >> 15) % SKEP_KEYWORD_SLOTS;
}

const struct skep_keyword *skep_keywords(size_t *count)
{
	*count = SKEP_COUNT(keywords);
	return keywords;
}

void skep_lex_init(struct skep_lexer *lex, const char *text, struct skep_diag *d)
{
	*lex = (struct skep_lexer){.text = text, .diag = d};
	for (size_t i = 0; i < SKEP_COUNT(keywords); i++) {
		u32 slot = hash(keywords[i].text, strlen(keywords[i].text));

		while (lex->slots[slot])
			slot = (slot + 1) % SKEP_KEYWORD_SLOTS;
		lex->slots[slot] = (u16)(i + 1);
	}
}

static const struct skep_keyword *find_keyword(const struct skep_lexer *lex, const char *text,
					       size_t length)
{
	u32 slot = hash(text, length);

	for (; lex->slots[slot]; slot = (slot + 1) % SKEP_KEYWORD_SLOTS) {
		const struct skep_keyword *k = &keywords[lex->slots[slot] - 1];

		if (strncmp(k->text, text, length) == 0 && k->text[length] == '\0')
			return k;
	}
	return NULL;
}

static SKEP_COLD bool bad_digit(struct skep_lexer *lex, const struct skep_token *t, char digit)
{
	const char *text = lex->text + t->span.at;
	int length = (int)t->span.length, zeros = (int)strspn(text, "0");

	skep_fail_at(
	    lex->diag, SKEP_E_SYNTAX, skep_place_text(lex->text, t->span.at, t->span.length),
	    "'%.*s' begins with 0 and is octal, but %c is no octal digit", length, text, digit);
	return skep_hint(lex->diag, "write %.*s if it is decimal", length - zeros, text + zeros);
}

static SKEP_COLD bool too_large(struct skep_lexer *lex, const struct skep_token *t)
{
	return skep_fail_at(lex->diag, SKEP_E_RANGE,
			    skep_place_text(lex->text, t->span.at, t->span.length),
			    "the number %.*s is larger than %u, the largest there is",
			    (int)t->span.length, lex->text + t->span.at, UINT32_MAX);
}

/* Decimal, 0 octal, 0x hexadecimal: t->value. */
static bool read_number(struct skep_lexer *lex, struct skep_token *t)
{
	const char *s = lex->text + t->span.at, *end = s + t->span.length;
	u32 base = 10;
	u64 value = 0;

	if (s[0] == '0') {
		base = (s[1] | 0x20) == 'x' ? 16 : 8;
		s += base == 16 ? 2 : 1;
	}
	for (; s < end; s++) {
		u8 digit = skep_hex_value(*s);

		if (digit >= base)
			return bad_digit(lex, t, *s);
		value = value * base + digit;
		if (value > UINT32_MAX)
			return too_large(lex, t);
	}
	t->value = (u32)value;
	return true;
}

static bool read_operator(struct skep_lexer *lex, struct skep_token *t)
{
	const char *s = lex->text + t->span.at;

	for (size_t i = 0; i < SKEP_COUNT(operators); i++) {
		size_t length = strlen(operators[i].text);

		if (strncmp(s, operators[i].text, length) == 0) {
			t->kind = operators[i].token;
			t->value = operators[i].value;
			t->span.length = (u32)length;
			return true;
		}
	}
	return false;
}

static SKEP_COLD bool bad_character(struct skep_lexer *lex, u32 at)
{
	unsigned char c = (unsigned char)lex->text[at];

	if (c > ' ' && c < 0x7f)
		skep_fail_at(lex->diag, SKEP_E_SYNTAX, skep_place_text(lex->text, at, 1),
			     "'%c' means nothing in a filter expression", c);
	else
		skep_fail_at(lex->diag, SKEP_E_SYNTAX, skep_place_text(lex->text, at, 1),
			     "the byte 0x%02x means nothing in a filter expression", c);
	for (size_t i = 0; i < SKEP_COUNT(foreign); i++)
		if (foreign[i].character == (char)c)
			skep_hint(lex->diag, "%s", foreign[i].hint);
	if (c >= 0x80)
		skep_hint(lex->diag, "expressions are plain ASCII; an internationalised host name "
				     "is written in its xn-- form");
	return false;
}

static SKEP_COLD bool broken_mac(struct skep_lexer *lex, struct skep_span span)
{
	size_t rest = strspn(lex->text + span.at, ":0123456789abcdefABCDEF");

	skep_fail_at(lex->diag, SKEP_E_SYNTAX, skep_place_text(lex->text, span.at, rest),
		     "'%.*s' is neither a link-layer address nor an IPv6 address", (int)rest,
		     lex->text + span.at);
	return skep_hint(lex->diag, "a link-layer address has six groups, aa:bb:cc:dd:ee:ff; an "
				    "IPv6 address has eight, or :: in the place of those that "
				    "are 0");
}

/* Numbers, names and addresses: the longest wins, the first of equals. */
static bool read_word(struct skep_lexer *lex, struct skep_token *t)
{
	static const struct {
		size_t (*match)(const char *s);
		u8 token;
	} rules[] = {
	    {skep_match_mac, SKEP_TOK_MAC},	   {skep_match_number, SKEP_TOK_NUMBER},
	    {skep_match_ipv4, SKEP_TOK_IPV4},	   {skep_match_ipv6, SKEP_TOK_IPV6},
	    {skep_match_broken_mac, SKEP_TOK_END}, {skep_match_name, SKEP_TOK_NAME},
	};
	const char *s = lex->text + t->span.at;
	size_t first = skep_is_hex(s[0]) || s[0] == ':' ? 0 : SKEP_COUNT(rules) - 1;
	size_t longest = 0;

	for (size_t i = first; i < SKEP_COUNT(rules); i++) {
		size_t length = rules[i].match(s);

		if (length > longest) {
			longest = length;
			t->kind = rules[i].token;
		}
	}
	t->span.length = (u32)longest;
	return longest > 0;
}

static bool read_arcnet(struct skep_lexer *lex, struct skep_token *t)
{
	const char *s = lex->text + t->span.at;

	if (s[0] != '$' || !skep_is_hex(s[1]))
		return false;
	t->kind = SKEP_TOK_ARCNET;
	t->span.length = skep_is_hex(s[2]) ? 3 : 2;
	return true;
}

static bool read_escape(struct skep_lexer *lex, struct skep_token *t)
{
	t->kind = SKEP_TOK_NAME;
	t->span.length = (u32)skep_match_escape(lex->text + t->span.at);
	return t->span.length > 0;
}

/* Gives a piece its meaning: a name may be a keyword, a number has a value. */
static bool settle(struct skep_lexer *lex, struct skep_token *t)
{
	const struct skep_keyword *k;

	if (t->kind == SKEP_TOK_NUMBER)
		return read_number(lex, t);
	if (t->kind == SKEP_TOK_END)
		return broken_mac(lex, t->span);
	if (t->kind != SKEP_TOK_NAME)
		return true;
	k = find_keyword(lex, lex->text + t->span.at, t->span.length);
	if (k) {
		t->kind = k->token;
		t->value = k->value;
	}
	return true;
}

bool skep_lex_next(struct skep_lexer *lex, struct skep_token *token)
{
	lex->at += (u32)strspn(lex->text + lex->at, " \r\n\t");
	*token = (struct skep_token){.kind = SKEP_TOK_END, .span = {lex->at, 0}};
	if (lex->text[lex->at] == '\0')
		return true;
	if (read_word(lex, token)) {
		if (!settle(lex, token))
			return false;
	} else if (!read_operator(lex, token) && !read_arcnet(lex, token) &&
		   !read_escape(lex, token)) {
		return bad_character(lex, lex->at);
	}
	lex->at += token->span.length;
	return true;
}
