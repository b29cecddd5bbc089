/* SPDX-License-Identifier: BSD-2-Clause */
/* Recursive descent with a limit of depth, so that no text can use up the stack. */
#include "object/json.h"

#include <string.h>

#include "base/diag.h"

enum { DEPTH_MAX = 32 };

struct parser {
	const char *text;
	size_t at; /* of what is read next */
	u32 depth;
	struct skep_arena *arena;
	struct skep_diag *d;
};

static bool fail(struct parser *p, size_t length, const char *what)
{
	return skep_fail_at(p->d, SKEP_E_SYNTAX, skep_place_text(p->text, p->at, length ?: 1), "%s",
			    what);
}

static char look(struct parser *p)
{
	p->at += strspn(p->text + p->at, " \t\r\n");
	return p->text[p->at];
}

static bool take(struct parser *p, char c)
{
	if (look(p) != c)
		return false;
	p->at++;
	return true;
}

static bool read_value(struct parser *p, struct skep_json *value);

/* ---- texts */

/* Appends a code point as UTF-8; returns how many bytes it has. */
static size_t put_utf8(char *to, u32 point)
{
	if (point < 0x80) {
		to[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		to[0] = (char)(0xc0 | point >> 6);
		to[1] = (char)(0x80 | (point & 63));
		return 2;
	}
	to[0] = (char)(0xe0 | point >> 12);
	to[1] = (char)(0x80 | (point >> 6 & 63));
	to[2] = (char)(0x80 | (point & 63));
	return 3;
}

/* The four digits of \uXXXX; surrogates are no text of ours. */
static bool read_point(struct parser *p, u32 *point)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";

	*point = 0;
	for (u32 i = 0; i < 4; i++) {
		char c = p->text[p->at];
		const char *digit = c ? strchr(digits, c) : NULL;

		if (!digit)
			return fail(p, 1, "expected four hexadecimal digits behind \\u");
		*point = *point << 4 | (u32)((digit - digits) & 15);
		p->at++;
	}
	if (*point && (*point < 0xd800 || *point > 0xdfff))
		return true;
	return fail(p, 1, "\\u0000 and \\ud800 to \\udfff cannot be written");
}

static bool read_escape(struct parser *p, char **to)
{
	static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	char c = p->text[p->at];
	const char *name = c ? strchr(names, c) : NULL;
	u32 point;

	if (c == 'u') {
		p->at++;
		if (!read_point(p, &point))
			return false;
		*to += put_utf8(*to, point);
		return true;
	}
	if (!name)
		return fail(p, 1, "there is no such escape in a text");
	*(*to)++ = meant[name - names];
	p->at++;
	return true;
}

/* A text, whose quote is next. It is not longer without its escapes. */
static bool read_text(struct parser *p, const char **text)
{
	size_t begin = ++p->at;
	char *room, *to;

	for (size_t i = begin; p->text[i] != '"'; i += p->text[i] == '\\' && p->text[i + 1] ? 2 : 1)
		if (!p->text[i] || (u8)p->text[i] < ' ')
			return fail(p, 1, "the text has no end");
	room = to = skep_arena_alloc(p->arena, strlen(p->text + begin) + 1);
	if (!room)
		return skep_fail_nomem(p->d);
	while (p->text[p->at] != '"') {
		char c = p->text[p->at++];

		if (c != '\\')
			*to++ = c;
		else if (!read_escape(p, &to))
			return false;
	}
	p->at++;
	*text = room;
	return true;
}

/* ---- words */

static bool read_word(struct parser *p, struct skep_json *value)
{
	static const char letters[] =
	    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "+-._";
	static const struct {
		const char *word;
		enum skep_json_kind kind;
	} words[] = {
	    {"null", SKEP_JSON_NULL}, {"false", SKEP_JSON_FALSE}, {"true", SKEP_JSON_TRUE}};
	const char *from = p->text + p->at;
	size_t length = strspn(from, letters);

	value->kind = SKEP_JSON_NUMBER;
	for (size_t i = 0; i < SKEP_COUNT(words); i++)
		if (length == strlen(words[i].word) && memcmp(from, words[i].word, length) == 0)
			value->kind = words[i].kind;
	if (!length)
		return fail(p, 1, p->text[p->at] ? "expected a value" : "a value is missing");
	if (value->kind == SKEP_JSON_NUMBER && !strchr("-0123456789", from[0]))
		return fail(p, length, "expected a value: texts stand in quotes");
	value->text = skep_arena_text(p->arena, from, length);
	p->at += length;
	return value->text || skep_fail_nomem(p->d);
}

/* ---- arrays and objects */

static bool read_name(struct parser *p, struct skep_json *member)
{
	if (look(p) != '"')
		return fail(p, 1, "expected the name of a member, in quotes");
	if (!read_text(p, &member->name))
		return false;
	return take(p, ':') || fail(p, 1, "expected ':' behind the name of a member");
}

static bool read_elements(struct parser *p, struct skep_json *value, char close)
{
	struct skep_json **link = &value->first;

	while (!take(p, close)) {
		struct skep_json *element = skep_arena_alloc(p->arena, sizeof(*element));

		if (!element)
			return skep_fail_nomem(p->d);
		if ((close == '}' && !read_name(p, element)) || !read_value(p, element))
			return false;
		*link = element;
		link = &element->next;
		if (!take(p, ',') && look(p) != close)
			return fail(p, 1,
				    close == '}' ? "expected ',' or '}'" : "expected ',' or ']'");
	}
	return true;
}

static bool read_compound(struct parser *p, struct skep_json *value)
{
	bool ok, object = p->text[p->at] == '{';

	if (p->depth == DEPTH_MAX)
		return fail(p, 1, "more than 32 brackets are open");
	p->depth++;
	p->at++;
	value->kind = object ? SKEP_JSON_OBJECT : SKEP_JSON_ARRAY;
	ok = read_elements(p, value, object ? '}' : ']');
	p->depth--;
	return ok;
}

static bool read_value(struct parser *p, struct skep_json *value)
{
	bool ok;
	char c = look(p);

	value->at = p->at;
	if (c == '"') {
		value->kind = SKEP_JSON_TEXT;
		ok = read_text(p, &value->text);
	} else {
		ok = c == '{' || c == '[' ? read_compound(p, value) : read_word(p, value);
	}
	value->length = p->at - value->at;
	return ok;
}

struct skep_json *skep_json_parse(struct skep_arena *arena, const char *text, struct skep_diag *d)
{
	struct parser p = {.text = text, .arena = arena, .d = d};
	struct skep_json *value = skep_arena_alloc(arena, sizeof(*value));

	if (!value) {
		skep_fail_nomem(d);
		return NULL;
	}
	if (!read_value(&p, value))
		return NULL;
	if (!look(&p))
		return value;
	fail(&p, strlen(text + p.at), "nothing may follow the value");
	return NULL;
}

struct skep_json skep_json_name(const struct skep_json *member)
{
	return (struct skep_json){.kind = SKEP_JSON_TEXT,
				  .text = member->name,
				  .at = member->at,
				  .length = member->length};
}
