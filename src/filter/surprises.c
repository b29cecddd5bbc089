/* SPDX-License-Identifier: BSD-2-Clause */
/* Warnings: where the text plausibly means something else than it says.
 *
 * Each rule looks at one node and its kids, and warns once for the whole text, at its first place.
 * What is merely unusual is not warned of: docs/filter.md lists all surprises. */
#include <linux/filter.h>

#include "filter/lower_net.h"

enum rule {
	RULE_PRECEDENCE,
	RULE_NOT,
	RULE_PORT,
	RULE_NUMBER,
	RULE_SHORT_ADDRESS,
	RULE_OUTSIDE,
	RULE_TAKES_ALL,
	RULE_IP4_ONLY,
	RULE_TOO_LARGE,
};

struct look {
	struct skep_lower *l;
	bool ip4_named; /* the text says `ip` somewhere */
	u32 said;	/* a bit for each rule that has warned */
};

/* Whether a rule that applies is to warn: the first time only, however long the text is. */
static bool first_time(struct look *k, enum rule rule)
{
	bool first = !(k->said >> rule & 1);

	k->said |= 1u << rule;
	return first;
}

/* --- the text around a node ------------------------------------------------------------------- */

static char after(const struct look *k, struct skep_span span)
{
	const char *s = k->l->text + span.at + span.length;

	while (*s == ' ' || *s == '\t' || *s == '\n')
		s++;
	return *s;
}

static char before(const struct look *k, struct skep_span span)
{
	u32 at = span.at;

	while (at > 0 && (k->l->text[at - 1] == ' ' || k->l->text[at - 1] == '\t'))
		at--;
	return at > 0 ? k->l->text[at - 1] : '\0';
}

/* --- `and`, `or`, `not` ----------------------------------------------------------------------- */

/* `a or b and c`: most read `b and c` together. */
static void equal_precedence(struct look *k, const struct skep_ast *ast)
{
	const struct skep_ast *first = ast->kids[0];

	if (ast->kind != SKEP_AST_ALL || first->kind != SKEP_AST_ANY)
		return;
	if (after(k, first->span) != ')' && first_time(k, RULE_PRECEDENCE))
		skep_lower_warn(k->l, ast->span, "write parentheses to say which is meant",
				"`and` and `or` bind equally, from left to right: `a or b and c` "
				"is `(a or b) and c`");
}

/* Whether a primitive takes its words from the one before: `443` in `port 80 or 443`. */
static bool is_bare(const struct skep_ast *ast)
{
	return ast->kind == SKEP_AST_PRIM && ast->literal.kind != SKEP_LIT_NONE &&
	       ast->span.at == ast->literal_span.at;
}

/* `not port 80 or 443` is `(not port 80) or port 443`. */
static void not_is_near(struct look *k, const struct skep_ast *left, const struct skep_ast *right)
{
	if (left->kind == SKEP_AST_NOT && left->kids[0]->kind == SKEP_AST_PRIM && is_bare(right) &&
	    first_time(k, RULE_NOT))
		skep_lower_warn(k->l, right->span, "write `not (... or ...)` if both are meant",
				"`not` covers only what follows it at once, not '%s'",
				right->literal.text);
}

static bool is_port(const struct skep_ast *ast)
{
	return ast->kind == SKEP_AST_PRIM &&
	       (ast->qual.type == SKEP_Q_PORT || ast->qual.type == SKEP_Q_PORTRANGE);
}

/* `tcp or udp port 53` is `tcp or (udp port 53)`. */
static void port_is_near(struct look *k, const struct skep_ast *left, const struct skep_ast *right)
{
	bool carrier = left->kind == SKEP_AST_PRIM && left->literal.kind == SKEP_LIT_NONE &&
		       (left->qual.proto == SKEP_Q_TCP || left->qual.proto == SKEP_Q_UDP ||
			left->qual.proto == SKEP_Q_SCTP);

	if (carrier && is_port(right) && right->qual.proto != SKEP_Q_PROTO_DEFAULT &&
	    first_time(k, RULE_PORT))
		skep_lower_warn(k->l, right->span,
				"write `port N` alone for all protocols, or "
				"`tcp port N or udp port N`",
				"'%s' alone matches whatever its port is",
				skep_proto_row(left->qual.proto)->word);
}

static void neighbours(struct look *k, const struct skep_ast *ast)
{
	if (ast->kind != SKEP_AST_ANY)
		return;
	for (u32 i = 1; i < ast->count; i++) {
		not_is_near(k, ast->kids[i - 1], ast->kids[i]);
		port_is_near(k, ast->kids[i - 1], ast->kids[i]);
	}
}

/* --- primitives ------------------------------------------------------------------------------- */

static void prim(struct look *k, const struct skep_ast *ast)
{
	const struct skep_literal *lit = &ast->literal;
	bool host = ast->qual.type == SKEP_Q_HOST || ast->qual.type == SKEP_Q_TYPE_DEFAULT;

	if (!host || ast->qual.proto == SKEP_Q_DECNET)
		return;
	if (lit->kind == SKEP_LIT_NUMBER && lit->number <= 65535 && first_time(k, RULE_NUMBER))
		skep_lower_warn(k->l, ast->span, "write `port` before it if that is meant",
				"the number %u is taken for the host 0.0.%u.%u", lit->number,
				lit->number >> 8, lit->number & 255);
	if (lit->kind == SKEP_LIT_IPV4 && lit->bits < 32 && first_time(k, RULE_SHORT_ADDRESS))
		skep_lower_warn(
		    k->l, ast->span, "write `net` if that is meant, else all four numbers",
		    "'%s' is not one host: it is a network of %u bits", lit->text, lit->bits);
}

/* --- arithmetic ------------------------------------------------------------------------------- */

/* Bytes that a header of each kind has at least. */
static const u32 least[] = {
    [SKEP_ACCESS_NONE] = 0, [SKEP_ACCESS_LINK] = 14, [SKEP_ACCESS_RADIO] = 8,
    [SKEP_ACCESS_NET] = 20, [SKEP_ACCESS_TRAN] = 8,  [SKEP_ACCESS_ICMP6] = 4,
};

static bool may_be_outside(const struct skep_arith *a)
{
	const struct skep_arith *index = a->left;
	u32 bytes = a->proto == SKEP_Q_TCP    ? 20
		    : a->proto == SKEP_Q_IPV6 ? 40
					      : least[skep_proto_row(a->proto)->access];

	return index->kind != SKEP_ARITH_NUMBER || index->number > bytes - a->size;
}

static const struct skep_arith *first_outside(const struct skep_arith *a)
{
	const struct skep_arith *found = NULL;

	if (a->left)
		found = first_outside(a->left);
	if (!found && a->right)
		found = first_outside(a->right);
	return !found && a->kind == SKEP_ARITH_LOAD && may_be_outside(a) ? a : found;
}

/* `not (tcp[40] = 1)` does not match what is too short to have the byte. */
static void not_is_no_cure(struct look *k, const struct skep_ast *ast)
{
	const struct skep_ast *rel = ast->kids[0];
	const struct skep_arith *a;

	if (rel->kind != SKEP_AST_REL)
		return;
	a = first_outside(rel->left);
	if (!a)
		a = first_outside(rel->right);
	if (a && first_time(k, RULE_OUTSIDE))
		skep_lower_warn(k->l, a->span, "test the length first: `len < N or ...`",
				"a packet too short to have these bytes matches neither with nor "
				"without `not`");
}

/* `%` and `^` take all that follows: libpcap gives them no precedence. */
static void takes_all(struct look *k, const struct skep_arith *a)
{
	if (a->kind == SKEP_ARITH_BINARY && (a->op == BPF_MOD || a->op == BPF_XOR) &&
	    a->right->kind == SKEP_ARITH_BINARY && before(k, a->right->span) != '(' &&
	    first_time(k, RULE_TAKES_ALL))
		skep_lower_warn(k->l, a->span, "write parentheses",
				"'%c' takes all that follows it as its right side",
				a->op == BPF_MOD ? '%' : '^');
}

/* The bytes of `tcp[]` are those behind an IPv4 header. */
static void ip4_only(struct look *k, const struct skep_arith *a)
{
	const struct skep_proto *row = skep_proto_row(a->proto);

	if (k->ip4_named || row->access != SKEP_ACCESS_TRAN || row->field != SKEP_FIELD_IP46 ||
	    !first_time(k, RULE_IP4_ONLY))
		return;
	skep_lower_warn(k->l, a->span,
			"write `ip and ...` if that is meant; over IPv6 the header "
			"begins at ip6[40]",
			"`%s[]` looks at IPv4 only: packets over IPv6 do not match", row->word);
}

static void arith(struct look *k, const struct skep_arith *a)
{
	takes_all(k, a);
	if (a->kind == SKEP_ARITH_LOAD)
		ip4_only(k, a);
	if (a->left)
		arith(k, a->left);
	if (a->right)
		arith(k, a->right);
}

/* `ip[8] = 300`: no byte is that large. */
static void too_large(struct look *k, const struct skep_ast *ast)
{
	bool up =
	    ast->relop == SKEP_REL_EQ || ast->relop == SKEP_REL_GT || ast->relop == SKEP_REL_GE;
	u32 most;

	if (!up || ast->left->kind != SKEP_ARITH_LOAD || ast->left->size == 4 ||
	    ast->right->kind != SKEP_ARITH_NUMBER)
		return;
	most = ast->left->size == 1 ? 255 : 65535;
	if (ast->right->number > most && first_time(k, RULE_TOO_LARGE))
		skep_lower_warn(k->l, ast->span, "load more bytes: `[i:2]` or `[i:4]`",
				"%u is never reached: what is loaded is %u at most",
				ast->right->number, most);
}

/* --- the walk --------------------------------------------------------------------------------- */

static void look(struct look *k, const struct skep_ast *ast)
{
	switch ((enum skep_ast_kind)ast->kind) {
	case SKEP_AST_ALL:
	case SKEP_AST_ANY:
		if (ast->count)
			equal_precedence(k, ast);
		neighbours(k, ast);
		break;
	case SKEP_AST_NOT:
		not_is_no_cure(k, ast);
		break;
	case SKEP_AST_PRIM:
		prim(k, ast);
		break;
	case SKEP_AST_REL:
		too_large(k, ast);
		arith(k, ast->left);
		arith(k, ast->right);
		break;
	case SKEP_AST_WORD:
		break;
	}
	for (u32 i = 0; i < ast->count; i++)
		look(k, ast->kids[i]);
}

static bool names_ip4(const struct skep_ast *ast)
{
	if (ast->kind == SKEP_AST_PRIM || ast->kind == SKEP_AST_WORD)
		return ast->qual.proto == SKEP_Q_IP || ast->literal.kind == SKEP_LIT_IPV4;
	for (u32 i = 0; i < ast->count; i++)
		if (names_ip4(ast->kids[i]))
			return true;
	return false;
}

void skep_lower_surprises(struct skep_lower *l, const struct skep_ast *ast)
{
	struct look k = {.l = l, .ip4_named = names_ip4(ast)};

	look(&k, ast);
}
