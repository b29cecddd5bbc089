/* SPDX-License-Identifier: BSD-2-Clause */
/* Primitives of the form `tcp src port 80`: the qualifiers, and the value with its mask. Which
 * qualifiers fit which value is not grammar: lowering refuses what makes no sense. */
#include <linux/filter.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "filter/literal.h"
#include "filter/parser.h"

/* `src or dst`, `dst and src`: the second half, after the first at p->last. */
static bool read_both(struct skep_parser *p, struct skep_qual *head)
{
	u8 first = head->dir, other = first == SKEP_Q_SRC ? SKEP_Q_DST : SKEP_Q_SRC;
	bool either = p->tok.kind == SKEP_TOK_OR;

	if (!skep_parse_next(p))
		return false;
	if (p->tok.kind != SKEP_TOK_DIR || p->tok.value != other)
		return skep_parse_expected(
		    p, "'%s' after '%s %s'", first == SKEP_Q_SRC ? "dst" : "src",
		    first == SKEP_Q_SRC ? "src" : "dst", either ? "or" : "and");
	head->dir = either ? SKEP_Q_SRC_OR_DST : SKEP_Q_SRC_AND_DST;
	return skep_parse_next(p);
}

static bool read_direction(struct skep_parser *p, struct skep_qual *head)
{
	head->dir = (u8)p->tok.value;
	if (!skep_parse_next(p))
		return false;
	if (head->dir != SKEP_Q_SRC && head->dir != SKEP_Q_DST)
		return true;
	if (p->tok.kind != SKEP_TOK_AND && p->tok.kind != SKEP_TOK_OR)
		return true;
	return read_both(p, head);
}

/* Protocols and gateways have no direction. */
static bool is_directed(u32 type)
{
	return type == SKEP_Q_HOST || type == SKEP_Q_NET || type == SKEP_Q_PORT ||
	       type == SKEP_Q_PORTRANGE;
}

bool skep_parse_head(struct skep_parser *p, u8 proto, struct skep_qual *head)
{
	bool directed = p->tok.kind == SKEP_TOK_DIR;

	*head = (struct skep_qual){.proto = proto};
	if (directed && !read_direction(p, head))
		return false;
	if (p->tok.kind != SKEP_TOK_TYPE)
		return true;
	if (directed && !is_directed(p->tok.value))
		return skep_parse_expected(p, "host, net, port, portrange or a value after a "
					      "direction");
	head->type = (u8)p->tok.value;
	return skep_parse_next(p);
}

static struct skep_ast *new_value(struct skep_parser *p, const struct skep_inherit *q, u32 at,
				  const struct skep_literal *literal)
{
	struct skep_ast *ast = skep_parse_node(p, SKEP_AST_PRIM, at);

	if (!ast)
		return NULL;
	ast->qual = q->qual;
	ast->literal = *literal;
	ast->literal_span = ast->span;
	return ast;
}

struct skep_ast *skep_parse_number_value(struct skep_parser *p, const struct skep_inherit *q,
					 struct skep_span span, u32 number)
{
	struct skep_token t = {.span = span};
	struct skep_literal literal = {.kind = SKEP_LIT_NUMBER, .number = number};
	struct skep_ast *ast;

	if (!q->valid) {
		skep_parse_bare(p, span, SKEP_TOK_NUMBER);
		return NULL;
	}
	literal.text = skep_parse_text(p, &t);
	ast = literal.text ? new_value(p, q, span.at, &literal) : NULL;
	if (ast)
		ast->literal_span = span;
	return ast;
}

/* The value of dotted parts whose text begins at `at`. */
static bool read_ipv4(struct skep_parser *p, u32 at, const char *text, u32 *number, u32 *bits)
{
	struct skep_span bad;

	if (skep_literal_ipv4(text, number, bits, &bad))
		return true;
	skep_parse_fail(p, (struct skep_span){at + bad.at, bad.length}, SKEP_E_RANGE,
			"'%.*s' in the IPv4 address '%s' is not a decimal number from 0 to 255",
			(int)bad.length, text + bad.at, text);
	if (text[bad.at] == '0' && bad.length > 1)
		skep_hint(p->diag, "the parts of an address are always decimal");
	return false;
}

/* AREA.NODE is written like an IPv4 address, but its parts may be larger. */
static bool read_decnet(struct skep_parser *p, struct skep_span span, struct skep_literal *literal)
{
	struct skep_span bad;

	if (strspn(literal->text, "0123456789") != strcspn(literal->text, "."))
		return skep_parse_fail(p, span, SKEP_E_SYNTAX,
				       "'%s' is not a DECnet address: its area is not decimal",
				       literal->text);
	if (!skep_literal_ipv4(literal->text, &literal->number, &literal->bits, &bad))
		literal->number = literal->bits = 0;
	return true;
}

/* What stands in an IPv4 literal, once its mask is known. */
static bool check_ipv4(struct skep_parser *p, const struct skep_inherit *q, struct skep_span span,
		       struct skep_literal *literal)
{
	if (literal->kind != SKEP_LIT_IPV4)
		return true;
	if (q->qual.proto == SKEP_Q_DECNET && literal->mask_kind == SKEP_MASK_NONE)
		return read_decnet(p, span, literal);
	return read_ipv4(p, span.at, literal->text, &literal->number, &literal->bits);
}

/* The name or address at p->tok; of an IPv4 address only its kind. */
static bool read_literal(struct skep_parser *p, struct skep_literal *literal)
{
	literal->text = skep_parse_text(p, &p->tok);
	if (!literal->text)
		return false;
	switch (p->tok.kind) {
	case SKEP_TOK_NAME:
		literal->kind = SKEP_LIT_NAME;
		return true;
	case SKEP_TOK_IPV4:
		literal->kind = SKEP_LIT_IPV4;
		return true;
	case SKEP_TOK_IPV6:
		literal->kind = SKEP_LIT_IPV6;
		if (skep_literal_ipv6(literal->text, literal->bytes))
			return true;
		return skep_parse_fail(p, p->tok.span, SKEP_E_RANGE,
				       "'%s' is not an IPv6 address: what it ends in is not an "
				       "IPv4 address",
				       literal->text);
	case SKEP_TOK_MAC:
		literal->kind = SKEP_LIT_MAC;
		skep_literal_mac(literal->text, literal->bytes);
		return true;
	default: /* SKEP_TOK_ARCNET */
		literal->kind = SKEP_LIT_ARCNET;
		literal->bytes[0] = (u8)strtoul(literal->text + 1, NULL, 16);
		return true;
	}
}

static bool read_prefix(struct skep_parser *p, struct skep_literal *literal)
{
	u32 most = literal->kind == SKEP_LIT_IPV6 ? 128 : 32;

	if (!skep_parse_next(p))
		return false;
	if (p->tok.kind != SKEP_TOK_NUMBER)
		return skep_parse_expected(p, "the number of leading bits, as in /24");
	if (p->tok.value > most)
		return skep_parse_fail(p, p->tok.span, SKEP_E_RANGE,
				       "the prefix length %u is larger than the %u bits of an %s "
				       "address",
				       p->tok.value, most, most == 32 ? "IPv4" : "IPv6");
	literal->mask_kind = SKEP_MASK_BITS;
	literal->mask = p->tok.value;
	literal->mask_text = skep_parse_text(p, &p->tok);
	return literal->mask_text && skep_parse_next(p);
}

static bool read_netmask(struct skep_parser *p, struct skep_literal *literal)
{
	if (!skep_parse_next(p))
		return false;
	if (p->tok.kind != SKEP_TOK_IPV4)
		return skep_parse_expected(p, "a mask such as 255.255.255.0");
	literal->mask_kind = SKEP_MASK_IPV4;
	literal->mask_text = skep_parse_text(p, &p->tok);
	return literal->mask_text &&
	       read_ipv4(p, p->tok.span.at, literal->mask_text, &literal->mask,
			 &literal->mask_bits) &&
	       skep_parse_next(p);
}

static bool read_mask(struct skep_parser *p, struct skep_literal *literal)
{
	bool v4 = literal->kind == SKEP_LIT_IPV4, v6 = literal->kind == SKEP_LIT_IPV6;

	if ((v4 || v6) && p->tok.kind == SKEP_TOK_ARITH && p->tok.value == BPF_DIV)
		return read_prefix(p, literal);
	if (v4 && p->tok.kind == SKEP_TOK_MASK)
		return read_netmask(p, literal);
	return true;
}

struct skep_ast *skep_parse_value(struct skep_parser *p, const struct skep_inherit *q)
{
	struct skep_literal literal = {0};
	struct skep_token t = p->tok;

	if (t.kind < SKEP_TOK_NAME || t.kind > SKEP_TOK_ARCNET) {
		skep_parse_expected(p, "a name, a number or an address");
		return NULL;
	}
	if (!q->valid) {
		skep_parse_bare(p, t.span, t.kind);
		return NULL;
	}
	if (!read_literal(p, &literal) || !skep_parse_next(p) || !read_mask(p, &literal) ||
	    !check_ipv4(p, q, t.span, &literal))
		return NULL;
	return new_value(p, q, t.span.at, &literal);
}
