/* SPDX-License-Identifier: BSD-2-Clause */
/* What is said when the text leaves the grammar: what stands there, what was expected, and what was
 * probably meant. A guess is made only from the text itself: a word close to a keyword, a word or
 * operator of another language (foreign.def), a value that lacks its qualifier. */
#include <linux/filter.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/diag.h"
#include "filter/match.h"
#include "filter/parser.h"
#include "filter/spell.h"

enum { SHOWN = 40 /* bytes of a token that a message repeats at most */ };

static const struct {
	const char *name, *instead, *example;
} foreign[] = {
#define FOREIGN(name, instead, example) {name, instead, example},
#include "filter/foreign.def"
#undef FOREIGN
};

/* printf arguments for "%.*s" */
#define TOKEN_TEXT(p, span)                                                                        \
	(int)((span).length < SHOWN ? (span).length : SHOWN), (p)->text + (span).at

bool skep_parse_fail(struct skep_parser *p, struct skep_span span, enum skep_error code,
		     const char *what, ...)
{
	va_list args;

	va_start(args, what);
	skep_fail_va(p->diag, code, skep_place_text(p->text, span.at, span.length), what, args);
	va_end(args);
	return false;
}

static bool span_is(const struct skep_parser *p, struct skep_span span, const char *text)
{
	return strlen(text) == span.length && strncmp(p->text + span.at, text, span.length) == 0;
}

/* What stands after a foreign name and its operator, if it could be a value: "%.*s". */
static struct skep_span value_after(const struct skep_parser *p, struct skep_span name)
{
	u32 at = name.at + name.length, length;

	at += (u32)strspn(p->text + at, " \t");
	length = (u32)strspn(p->text + at, "=");
	if (length == 0)
		return (struct skep_span){at, 0};
	at += length;
	at += (u32)strspn(p->text + at, " \t");
	return (struct skep_span){at, (u32)strcspn(p->text + at, " \t\r\n()&|!")};
}

static bool hint_foreign(struct skep_parser *p, struct skep_span span)
{
	for (size_t i = 0; i < SKEP_COUNT(foreign); i++) {
		struct skep_span value;

		if (strlen(foreign[i].name) != span.length ||
		    strncasecmp(foreign[i].name, p->text + span.at, span.length) != 0)
			continue;
		value = value_after(p, span);
		if (foreign[i].example[0] == '\0')
			skep_hint(p->diag, "write `%s`", foreign[i].instead);
		else if (value.length)
			skep_hint(p->diag, "write `%s %.*s`", foreign[i].instead,
				  TOKEN_TEXT(p, value));
		else
			skep_hint(p->diag, "write `%s`, for example `%s %s`", foreign[i].instead,
				  foreign[i].instead, foreign[i].example);
		return true;
	}
	return false;
}

/* The keyword that a misspelt word is closest to. */
static bool hint_spelling(struct skep_parser *p, struct skep_span span)
{
	struct skep_spell spell;
	size_t count;
	const struct skep_keyword *keywords = skep_keywords(&count);

	skep_spell_init(&spell, p->text + span.at, span.length);
	for (size_t i = 0; i < count; i++)
		skep_spell_try(&spell, keywords[i].text);
	if (!spell.best)
		return false;
	if (spell.cost == 0)
		skep_hint(p->diag, "keywords are in lower case: `%s`", spell.best);
	else
		skep_hint(p->diag, "did you mean `%s`?", spell.best);
	return true;
}

/* A name such as `len-4` is one word to the scanner. */
static bool hint_minus(struct skep_parser *p, struct skep_span span)
{
	const char *minus = memchr(p->text + span.at, '-', span.length);
	size_t before, count;
	const struct skep_keyword *keywords = skep_keywords(&count);

	if (!minus)
		return false;
	before = (size_t)(minus - (p->text + span.at));
	for (size_t i = 0; i < count; i++) {
		bool number =
		    keywords[i].token == SKEP_TOK_LEN || keywords[i].token == SKEP_TOK_NUMBER;

		if (number && strlen(keywords[i].text) == before &&
		    strncmp(keywords[i].text, p->text + span.at, before) == 0) {
			skep_hint(p->diag,
				  "put spaces around the `-`: a name may contain one, so `%.*s` is "
				  "a single name",
				  TOKEN_TEXT(p, span));
			return true;
		}
	}
	return false;
}

static bool is_keyword(const struct skep_parser *p, const struct skep_token *t)
{
	return t->span.length && skep_is_alnum(p->text[t->span.at]) &&
	       (t->kind >= SKEP_TOK_PROTO || t->kind == SKEP_TOK_NUMBER) &&
	       !skep_is_digit(p->text[t->span.at]);
}

/* Two relational operators side by side, `=>`. */
static bool hint_operator(struct skep_parser *p)
{
	static const struct {
		const char *written, *meant;
	} pairs[] = {{"=>", ">="}, {"=<", "<="}, {"<>", "!="}, {"=!", "!="}, {"==", "="}};
	struct skep_span both = {p->last.span.at, p->last.span.length + p->tok.span.length};

	if (p->last.kind != SKEP_TOK_REL || both.at + p->last.span.length != p->tok.span.at)
		return false;
	for (size_t i = 0; i < SKEP_COUNT(pairs); i++) {
		if (span_is(p, both, pairs[i].written)) {
			skep_hint(p->diag, "write `%s`", pairs[i].meant);
			return true;
		}
	}
	return false;
}

/* Whether a keyword is likely meant as a name behind a head: protocols and primitives. */
static bool is_nameable(const struct skep_token *t)
{
	return t->kind == SKEP_TOK_PROTO || t->kind == SKEP_TOK_WORD || t->kind == SKEP_TOK_NUMBER;
}

/* Hints for a token that is not what was expected. */
static void hint_token(struct skep_parser *p)
{
	bool after_head = p->last.kind == SKEP_TOK_TYPE || p->last.kind == SKEP_TOK_DIR;

	if (hint_operator(p))
		return;
	if (p->tok.kind == SKEP_TOK_REL && after_head)
		skep_hint(p->diag, "the value follows directly, without `%.*s`: `%.*s VALUE`",
			  TOKEN_TEXT(p, p->tok.span), TOKEN_TEXT(p, p->last.span));
	else if (is_keyword(p, &p->tok) && after_head && is_nameable(&p->tok))
		skep_hint(p->diag,
			  "a name that is a word of the language has a backslash before "
			  "it: `\\%.*s`",
			  TOKEN_TEXT(p, p->tok.span));
	else if (p->tok.kind == SKEP_TOK_NAME && !hint_foreign(p, p->tok.span))
		hint_spelling(p, p->tok.span);
}

bool skep_parse_expected(struct skep_parser *p, const char *what, ...)
{
	char expected[160];
	va_list args;

	va_start(args, what);
	vsnprintf(expected, sizeof(expected), what, args);
	va_end(args);
	if (p->tok.kind != SKEP_TOK_END) {
		skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX, "expected %s, not '%.*s'", expected,
				TOKEN_TEXT(p, p->tok.span));
		hint_token(p);
		return false;
	}
	if (p->last.span.length == 0)
		return skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX,
				       "expected %s, but there is nothing", expected);
	skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX,
			"expected %s, but the expression ends after '%.*s'", expected,
			TOKEN_TEXT(p, p->last.span));
	if (p->last.kind == SKEP_TOK_AND || p->last.kind == SKEP_TOK_OR)
		skep_hint(p->diag, "take the last '%.*s' away, or write what it joins",
			  TOKEN_TEXT(p, p->last.span));
	return false;
}

/* How a value is written with its qualifier. */
static const char *qualified(u8 kind)
{
	switch (kind) {
	case SKEP_TOK_NUMBER:
		return "port";
	case SKEP_TOK_MAC:
		return "ether host";
	default:
		return "host";
	}
}

bool skep_parse_bare(struct skep_parser *p, struct skep_span span, u8 kind)
{
	const char *before = qualified(kind);

	skep_parse_fail(p, span, SKEP_E_SYNTAX, "nothing says what '%.*s' is", TOKEN_TEXT(p, span));
	if (kind == SKEP_TOK_NAME) {
		if (hint_foreign(p, span) || hint_minus(p, span) || hint_spelling(p, span))
			return false;
		return skep_hint(p->diag, "write `host %.*s`, `net %.*s` or `port %.*s`",
				 TOKEN_TEXT(p, span), TOKEN_TEXT(p, span), TOKEN_TEXT(p, span));
	}
	return skep_hint(p->diag, "put the qualifier before it: `%s %.*s`", before,
			 TOKEN_TEXT(p, span));
}

static bool is_value(u8 kind)
{
	return kind >= SKEP_TOK_NAME && kind <= SKEP_TOK_ARCNET;
}

/* `tcp 80`, `ip 1.2.3.4`: a value directly after a protocol. */
static bool hint_protocol_value(struct skep_parser *p)
{
	if (p->last.kind != SKEP_TOK_PROTO || p->tok.kind == SKEP_TOK_NAME ||
	    !is_value(p->tok.kind))
		return false;
	skep_hint(p->diag, "say what the value is: `%.*s %s %.*s`", TOKEN_TEXT(p, p->last.span),
		  p->tok.kind == SKEP_TOK_NUMBER ? "port" : "host", TOKEN_TEXT(p, p->tok.span));
	return true;
}

static void hint_trailing(struct skep_parser *p)
{
	if (hint_protocol_value(p))
		return;
	if (p->tok.kind == SKEP_TOK_NAME &&
	    (hint_minus(p, p->tok.span) || hint_spelling(p, p->tok.span)))
		return;
	if (p->tok.kind == SKEP_TOK_CLOSE)
		skep_hint(p->diag, "take the ')' away, or open it before");
	else if (p->tok.kind == SKEP_TOK_ARITH && p->tok.value == BPF_DIV)
		skep_hint(p->diag, "a prefix length follows a dotted or IPv6 address: "
				   "`net 10.0.0.0/8`");
	else if (p->tok.kind == SKEP_TOK_ARITH && p->last.kind == SKEP_TOK_IPV6)
		skep_hint(p->diag, "the zone of an address (`%%eth0`) is not in packets: leave it "
				   "away");
	else if (p->tok.kind == SKEP_TOK_REL)
		skep_hint(p->diag, "only numbers such as `len` or `ip[8]` are compared, and two at "
				   "a time");
	else if (is_value(p->tok.kind) || is_nameable(&p->tok) || p->tok.kind == SKEP_TOK_TYPE ||
		 p->tok.kind == SKEP_TOK_DIR || p->tok.kind == SKEP_TOK_NOT)
		skep_hint(p->diag, "join what is asked with `and` or `or`: `... and %.*s`",
			  TOKEN_TEXT(p, p->tok.span));
}

bool skep_parse_trailing(struct skep_parser *p)
{
	if (p->tok.kind == SKEP_TOK_CLOSE)
		skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX, "this ')' closes nothing");
	else if (p->last.kind == SKEP_TOK_PROTO)
		skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX,
				"expected a qualifier such as 'port', or 'and', 'or' or the end "
				"after '%.*s', not '%.*s'",
				TOKEN_TEXT(p, p->last.span), TOKEN_TEXT(p, p->tok.span));
	else
		skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX,
				"expected 'and', 'or' or the end after '%.*s', not '%.*s'",
				TOKEN_TEXT(p, p->last.span), TOKEN_TEXT(p, p->tok.span));
	hint_trailing(p);
	return false;
}

bool skep_parse_unclosed(struct skep_parser *p, struct skep_span open)
{
	char bracket = p->text[open.at];
	char closing = bracket == '(' ? ')' : ']';
	struct skep_place place = skep_place_text(p->text, open.at, 1);

	if (p->tok.kind == SKEP_TOK_END) {
		skep_parse_fail(p, open, SKEP_E_SYNTAX, "this '%c' is never closed", bracket);
		return skep_hint(p->diag, "add a '%c' where it ends", closing);
	}
	skep_parse_fail(p, p->tok.span, SKEP_E_SYNTAX,
			"expected %s'%c' for the '%c' of column %u, not '%.*s'",
			bracket == '(' ? "'and', 'or' or " : "an operator or ", closing, bracket,
			place.column, TOKEN_TEXT(p, p->tok.span));
	if (!hint_operator(p))
		hint_trailing(p);
	return false;
}
