/* SPDX-License-Identifier: BSD-2-Clause */
/* The grammar of conditions.
 *
 *	expression  = term { ("and" | "or") (term | value) }      both equally strong, to the left
 *	term        = head value | word | relation | "(" expression ")" | "not" term
 *	value       = name | address | number | "not" value | "(" values ")"
 *	values      = (name | address | number | "not" value) { ("and" | "or") value }
 *
 * A value takes over the qualifiers of what stands before it: of the head, else of the term before
 * the last operator. A term in parentheses hands on the qualifiers that hold before it, not those
 * inside; a term without any (`tcp`, `len > 5`) leaves none. Which of the four things an opening
 * parenthesis begins (expression, values, arithmetic, a number) is known by what stands in it,
 * and the first member decides for all: after `(80 or` there can only be values. */
#include "filter/parse.h"

#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "filter/parser.h"

/* What may stand at a place. Values in parentheses may not stand first in other parentheses. */
enum values_allowed { VALUES_NONE, VALUES_DOUBLED, VALUES_BARE, VALUES_ALL };

struct context {
	bool terms;
	enum values_allowed values;
	struct skep_inherit q;
};

/* What was read. A number may yet become a value or part of a relation. */
enum item_kind { ITEM_TERM, ITEM_VALUE, ITEM_NUMBER, ITEM_ARITH };

struct item {
	enum item_kind kind;
	struct skep_ast *ast;	  /* TERM, VALUE */
	struct skep_arith *arith; /* NUMBER, ARITH */
	struct skep_inherit q;	  /* for a value that follows */
};

/* A run of terms that grows. */
struct run {
	enum skep_ast_kind kind; /* ALL or ANY; means nothing while count < 2 */
	struct skep_ast **data;	 /* owned */
	size_t count, room;
};

static bool read_item(struct skep_parser *p, const struct context *c, struct item *out);

/* A value stands where none may. */
static SKEP_COLD bool misplaced(struct skep_parser *p, const struct context *c,
				struct skep_span span, u8 kind)
{
	if (c->values == VALUES_NONE)
		return skep_parse_bare(p, span, kind);
	skep_parse_fail(p, span, SKEP_E_SYNTAX,
			"'%.*s' cannot take over a qualifier from outside of two parentheses",
			(int)span.length, p->text + span.at);
	return skep_hint(p->diag, "take one pair of the parentheses away");
}

static bool allows_values(const struct context *c)
{
	return c->values == VALUES_BARE || c->values == VALUES_ALL;
}

/* Makes a condition of what was read: a number becomes a value. */
static bool settle(struct skep_parser *p, const struct context *c, struct item *item)
{
	struct skep_arith *a = item->arith;

	if (item->kind == ITEM_TERM || item->kind == ITEM_VALUE)
		return true;
	if (item->kind == ITEM_ARITH)
		return skep_parse_expected(p, "a comparison such as `> 0` after the arithmetic");
	if (!allows_values(c))
		return misplaced(p, c, a->span, SKEP_TOK_NUMBER);
	item->kind = ITEM_VALUE;
	item->q = c->q;
	item->ast = skep_parse_number_value(p, &c->q, a->span, a->number);
	return item->ast != NULL;
}

static bool push(struct skep_parser *p, struct run *run, struct skep_ast *ast)
{
	return SKEP_PUSH(run, ast) || skep_fail_nomem(p->diag);
}

/* The run as one node; a run of one is itself. */
static struct skep_ast *close_run(struct skep_parser *p, const struct run *run)
{
	return run->count == 1 ? run->data[0]
			       : skep_parse_join(p, run->kind, run->data, run->count);
}

/* The operator at p->tok goes on with the run, or folds it into the first member of another. */
static bool turn_run(struct skep_parser *p, struct run *run)
{
	enum skep_ast_kind kind = p->tok.kind == SKEP_TOK_AND ? SKEP_AST_ALL : SKEP_AST_ANY;

	if (run->count > 1 && run->kind != kind) {
		struct skep_ast *ast = close_run(p, run);

		if (!ast)
			return false;
		run->count = 0;
		if (!push(p, run, ast))
			return false;
	}
	run->kind = kind;
	return skep_parse_next(p);
}

static bool read_members(struct skep_parser *p, struct context c, struct run *run,
			 struct item *item)
{
	if (!settle(p, &c, item) || !push(p, run, item->ast))
		return false;
	c.terms = item->kind == ITEM_TERM;
	c.values = VALUES_ALL;
	while (p->tok.kind == SKEP_TOK_AND || p->tok.kind == SKEP_TOK_OR) {
		c.q = item->q;
		if (!turn_run(p, run) || !read_item(p, &c, item) || !settle(p, &c, item) ||
		    !push(p, run, item->ast))
			return false;
	}
	item->ast = close_run(p, run);
	return item->ast != NULL;
}

/* What follows a first member, item: `and` and `or` with more of them. The kind of the first stays
 * the kind of the whole. */
static bool read_run(struct skep_parser *p, const struct context *c, struct item *item)
{
	struct run run = {0};
	bool value = item->kind == ITEM_VALUE || item->kind == ITEM_NUMBER;
	bool ok = read_members(p, *c, &run, item);

	item->kind = value ? ITEM_VALUE : ITEM_TERM;
	skep_free(run.data);
	return ok;
}

static bool read_parentheses(struct skep_parser *p, const struct context *c, struct item *out)
{
	struct context inner = *c;
	struct skep_span open = p->tok.span;

	inner.values = c->values == VALUES_ALL	  ? VALUES_BARE
		       : c->values == VALUES_NONE ? VALUES_NONE
						  : VALUES_DOUBLED;
	if (!skep_parse_next(p) || !read_item(p, &inner, out))
		return false;
	if (p->tok.kind == SKEP_TOK_AND || p->tok.kind == SKEP_TOK_OR)
		if (!read_run(p, &inner, out))
			return false;
	if (p->tok.kind != SKEP_TOK_CLOSE)
		return skep_parse_unclosed(p, open);
	if (out->kind == ITEM_TERM)
		out->q = c->q;
	return skep_parse_next(p);
}

static bool read_not(struct skep_parser *p, const struct context *c, struct item *out)
{
	u32 at = p->tok.span.at;
	struct context inner = *c;

	inner.values = allows_values(c) ? VALUES_ALL : c->values;
	if (!skep_parse_next(p) || !read_item(p, &inner, out) || !settle(p, &inner, out))
		return false;
	out->ast = skep_parse_join(p, SKEP_AST_NOT, &out->ast, 1);
	if (!out->ast)
		return false;
	out->ast->span = skep_parse_span(p, at);
	return true;
}

/* After arithmetic that may stand alone (in parentheses): goes on if it goes on. */
static bool extend_arith(struct skep_parser *p, struct item *item)
{
	if (p->tok.kind == SKEP_TOK_ARITH) {
		item->kind = ITEM_ARITH;
		item->arith = skep_parse_arith_tail(p, item->arith);
		if (!item->arith)
			return false;
	}
	if (p->tok.kind != SKEP_TOK_REL)
		return true;
	item->kind = ITEM_TERM;
	item->q.valid = false;
	item->ast = skep_parse_relation(p, item->arith);
	return item->ast != NULL;
}

static bool read_arith(struct skep_parser *p, struct item *out)
{
	out->kind = p->tok.kind == SKEP_TOK_NUMBER ? ITEM_NUMBER : ITEM_ARITH;
	out->arith = skep_parse_operand(p);
	return out->arith != NULL;
}

/* A head and its value. */
static bool read_headed(struct skep_parser *p, u8 proto, u32 at, struct item *out)
{
	struct context c = {.values = VALUES_ALL, .q.valid = true};

	if (!skep_parse_head(p, proto, &c.q.qual) || !read_item(p, &c, out) || !settle(p, &c, out))
		return false;
	out->kind = ITEM_TERM;
	out->ast->span = skep_parse_span(p, at);
	return true;
}

/* A term that begins with a word; `proto` was read before it, at `at`. */
static bool read_worded(struct skep_parser *p, u8 proto, u32 at, struct item *out)
{
	out->kind = ITEM_TERM;
	out->q.valid = false;
	if (p->tok.kind == SKEP_TOK_TYPE || p->tok.kind == SKEP_TOK_DIR)
		return read_headed(p, proto, at, out);
	out->ast = skep_parse_word(p, proto, at);
	return out->ast != NULL;
}

static bool read_protocol(struct skep_parser *p, struct item *out)
{
	struct skep_token proto = p->tok;

	if (!skep_parse_next(p))
		return false;
	if (p->tok.kind != SKEP_TOK_LOAD)
		return read_worded(p, (u8)proto.value, proto.span.at, out);
	out->kind = ITEM_ARITH;
	out->arith = skep_parse_load(p, (u8)proto.value, proto.span.at);
	return out->arith != NULL && extend_arith(p, out);
}

static bool read_term(struct skep_parser *p, struct item *out)
{
	switch (p->tok.kind) {
	case SKEP_TOK_NUMBER:
	case SKEP_TOK_LEN:
	case SKEP_TOK_ARITH:
		return read_arith(p, out) && extend_arith(p, out);
	case SKEP_TOK_PROTO:
		return read_protocol(p, out);
	case SKEP_TOK_TYPE:
	case SKEP_TOK_DIR:
	case SKEP_TOK_WORD:
		return read_worded(p, SKEP_Q_PROTO_DEFAULT, p->tok.span.at, out);
	default:
		return skep_parse_expected(p, "a primitive such as `host NAME` or `tcp`");
	}
}

static bool is_value(const struct skep_parser *p)
{
	return p->tok.kind >= SKEP_TOK_NAME && p->tok.kind <= SKEP_TOK_ARCNET;
}

static bool read_value(struct skep_parser *p, const struct context *c, struct item *out)
{
	if (p->tok.kind == SKEP_TOK_NUMBER)
		return read_arith(p, out);
	if (is_value(p) && !allows_values(c))
		return misplaced(p, c, p->tok.span, p->tok.kind);
	out->kind = ITEM_VALUE;
	out->q = c->q;
	out->ast = skep_parse_value(p, &c->q);
	return out->ast != NULL;
}

static bool read_item_inside(struct skep_parser *p, const struct context *c, struct item *out)
{
	if (p->tok.kind == SKEP_TOK_NOT)
		return read_not(p, c, out);
	if (p->tok.kind == SKEP_TOK_OPEN) {
		if (!read_parentheses(p, c, out))
			return false;
		if (!c->terms || (out->kind != ITEM_NUMBER && out->kind != ITEM_ARITH))
			return true;
		return extend_arith(p, out);
	}
	if (!c->terms || (is_value(p) && p->tok.kind != SKEP_TOK_NUMBER))
		return read_value(p, c, out);
	return read_term(p, out);
}

/* A term, a value or arithmetic, as the context allows. */
static bool read_item(struct skep_parser *p, const struct context *c, struct item *out)
{
	bool ok = skep_parse_enter(p) && read_item_inside(p, c, out);

	p->level--;
	return ok;
}

static struct skep_ast *read_all(struct skep_parser *p)
{
	struct context c = {.terms = true, .values = VALUES_NONE};
	struct item item = {0};

	if (!skep_parse_next(p))
		return NULL;
	if (p->tok.kind == SKEP_TOK_END)
		return skep_parse_join(p, SKEP_AST_ALL, NULL, 0);
	if (!read_item(p, &c, &item) || !read_run(p, &c, &item))
		return NULL;
	if (p->tok.kind == SKEP_TOK_END)
		return item.ast;
	skep_parse_trailing(p);
	return NULL;
}

struct skep_ast *skep_filter_parse(const char *text, struct skep_arena *arena, struct skep_diag *d)
{
	struct skep_parser p = {.text = text, .arena = arena, .diag = d};

	if (strlen(text) >= INT32_MAX) {
		skep_fail(d, SKEP_E_LIMIT, "the expression is longer than %d bytes", INT32_MAX);
		return NULL;
	}
	skep_lex_init(&p.lex, text, d);
	return read_all(&p);
}
