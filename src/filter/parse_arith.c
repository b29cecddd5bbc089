/* SPDX-License-Identifier: BSD-2-Clause */
/* Arithmetic and comparisons.
 *
 * The operators bind, weakest first: |, &, shifts, + and -, * and /, unary minus; equals to the
 * left. % and ^ have no strength in libpcap's grammar, and this is what comes of it there: they
 * take the whole operand at their left that the operators before them would take, and everything
 * at their right. `a * b % c + d` is `a * (b % (c + d))`. */
#include <linux/filter.h>

#include "base/diag.h"
#include "filter/parser.h"

enum { STRENGTH_LOWEST = 1, STRENGTH_UNARY = 6, STRENGTH_ANY = 7 };

/* Indexed by the operation's number, BPF_ADD ... BPF_XOR, in steps of 0x10. */
static const u8 strengths[] = {
    [BPF_OR >> 4] = 1,
    [BPF_AND >> 4] = 2,
    [BPF_LSH >> 4] = 3,
    [BPF_RSH >> 4] = 3,
    [BPF_ADD >> 4] = 4,
    [BPF_SUB >> 4] = 4,
    [BPF_MUL >> 4] = 5,
    [BPF_DIV >> 4] = 5,
    [BPF_MOD >> 4] = STRENGTH_ANY,
    [BPF_XOR >> 4] = STRENGTH_ANY,
};

static struct skep_arith *tail(struct skep_parser *p, struct skep_arith *left, u8 least);

static struct skep_arith *new_arith(struct skep_parser *p, enum skep_arith_kind kind, u32 at)
{
	struct skep_arith *a = skep_arena_alloc(p->arena, sizeof(*a));

	if (!a) {
		skep_fail_nomem(p->diag);
		return NULL;
	}
	a->kind = (u8)kind;
	a->span = skep_parse_span(p, at);
	return a;
}

/* Puts operands under a node; fails if the tree grows too deep. */
static struct skep_arith *adopt(struct skep_parser *p, struct skep_arith *a,
				struct skep_arith *left, struct skep_arith *right)
{
	u16 depth = left->depth;

	a->left = left;
	a->right = right;
	if (right && right->depth > depth)
		depth = right->depth;
	a->depth = (u16)(depth + 1);
	if (a->depth <= SKEP_AST_DEPTH)
		return a;
	skep_parse_fail(p, a->span, SKEP_E_LIMIT, "the arithmetic nests more than %d levels deep",
			SKEP_AST_DEPTH);
	return NULL;
}

static struct skep_arith *read_leaf(struct skep_parser *p, enum skep_arith_kind kind)
{
	struct skep_token t = p->tok;
	struct skep_arith *a;

	if (!skep_parse_next(p))
		return NULL;
	a = new_arith(p, kind, t.span.at);
	if (a)
		a->number = t.value;
	return a;
}

static struct skep_arith *read_negation(struct skep_parser *p)
{
	u32 at = p->tok.span.at;
	struct skep_arith *operand, *a;

	if (!skep_parse_next(p))
		return NULL;
	operand = skep_parse_operand(p);
	operand = operand ? tail(p, operand, STRENGTH_UNARY) : NULL;
	a = operand ? new_arith(p, SKEP_ARITH_NEG, at) : NULL;
	return a ? adopt(p, a, operand, NULL) : NULL;
}

static struct skep_arith *read_parentheses(struct skep_parser *p)
{
	struct skep_span open = p->tok.span;
	struct skep_arith *a;

	if (!skep_parse_next(p))
		return NULL;
	a = skep_parse_operand(p);
	a = a ? tail(p, a, STRENGTH_LOWEST) : NULL;
	if (!a)
		return NULL;
	if (p->tok.kind != SKEP_TOK_CLOSE) {
		skep_parse_unclosed(p, open);
		return NULL;
	}
	return skep_parse_next(p) ? a : NULL;
}

static struct skep_arith *read_load(struct skep_parser *p)
{
	struct skep_token proto = p->tok;

	if (!skep_parse_next(p))
		return NULL;
	if (p->tok.kind != SKEP_TOK_LOAD) {
		skep_parse_expected(p, "'[' after the protocol whose bytes are computed with");
		return NULL;
	}
	return skep_parse_load(p, (u8)proto.value, proto.span.at);
}

static struct skep_arith *read_operand(struct skep_parser *p)
{
	switch (p->tok.kind) {
	case SKEP_TOK_NUMBER:
		return read_leaf(p, SKEP_ARITH_NUMBER);
	case SKEP_TOK_LEN:
		return read_leaf(p, SKEP_ARITH_LEN);
	case SKEP_TOK_OPEN:
		return read_parentheses(p);
	case SKEP_TOK_PROTO:
		return read_load(p);
	case SKEP_TOK_ARITH:
		if (p->tok.value == BPF_SUB)
			return read_negation(p);
		break;
	}
	skep_parse_expected(p, "a number, len or bytes such as ip[0]");
	return NULL;
}

struct skep_arith *skep_parse_operand(struct skep_parser *p)
{
	struct skep_arith *a = NULL;

	if (skep_parse_enter(p))
		a = read_operand(p);
	p->level--;
	return a;
}

/* size of `[index:size]` */
static bool read_size(struct skep_parser *p, u8 *size)
{
	u32 value = p->tok.value;

	if (p->tok.kind != SKEP_TOK_NUMBER)
		return skep_parse_expected(p, "the number of bytes, 1, 2 or 4");
	if (value != 1 && value != 2 && value != 4) {
		skep_parse_fail(p, p->tok.span, SKEP_E_RANGE,
				"%u bytes cannot be read at once: only 1, 2 or 4", value);
		return skep_hint(p->diag, "[first:count] is an offset and a number of bytes, not "
					  "a range; combine several reads with `and`");
	}
	*size = (u8)value;
	return skep_parse_next(p);
}

struct skep_arith *skep_parse_load(struct skep_parser *p, u8 proto, u32 at)
{
	struct skep_span open = p->tok.span;
	struct skep_arith *index, *a;
	u8 size = 1;

	if (!skep_parse_next(p))
		return NULL;
	index = skep_parse_operand(p);
	index = index ? tail(p, index, STRENGTH_LOWEST) : NULL;
	if (!index)
		return NULL;
	if (p->tok.kind == SKEP_TOK_COLON && (!skep_parse_next(p) || !read_size(p, &size)))
		return NULL;
	if (p->tok.kind != SKEP_TOK_UNLOAD) {
		skep_parse_unclosed(p, open);
		return NULL;
	}
	if (!skep_parse_next(p))
		return NULL;
	a = new_arith(p, SKEP_ARITH_LOAD, at);
	if (!a)
		return NULL;
	a->proto = proto;
	a->size = size;
	return adopt(p, a, index, NULL);
}

/* Precedence climbing: takes operators of at least the strength `least`. */
static struct skep_arith *tail(struct skep_parser *p, struct skep_arith *left, u8 least)
{
	while (left && p->tok.kind == SKEP_TOK_ARITH) {
		u8 op = (u8)p->tok.value, strength = strengths[op >> 4];
		struct skep_arith *right, *a;

		if (strength < least)
			break;
		if (!skep_parse_next(p))
			return NULL;
		right = skep_parse_operand(p);
		if (!right || !skep_parse_enter(p))
			return NULL;
		right =
		    tail(p, right, strength == STRENGTH_ANY ? STRENGTH_LOWEST : (u8)(strength + 1));
		p->level--;
		a = right ? new_arith(p, SKEP_ARITH_BINARY, left->span.at) : NULL;
		if (!a)
			return NULL;
		a->op = op;
		left = adopt(p, a, left, right);
	}
	return left;
}

struct skep_arith *skep_parse_arith_tail(struct skep_parser *p, struct skep_arith *left)
{
	return tail(p, left, STRENGTH_LOWEST);
}

struct skep_ast *skep_parse_relation(struct skep_parser *p, struct skep_arith *left)
{
	u8 relop = (u8)p->tok.value;
	struct skep_arith *right;
	struct skep_ast *ast;

	if (!skep_parse_next(p))
		return NULL;
	right = skep_parse_operand(p);
	right = right ? tail(p, right, STRENGTH_LOWEST) : NULL;
	ast = right ? skep_parse_node(p, SKEP_AST_REL, left->span.at) : NULL;
	if (!ast)
		return NULL;
	ast->relop = relop;
	ast->left = left;
	ast->right = right;
	return ast;
}
