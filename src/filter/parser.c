/* SPDX-License-Identifier: BSD-2-Clause */
/* What every part of the parser is made of: steps, nodes, texts and the limit of nesting. */
#include "filter/parser.h"

#include "base/diag.h"

bool skep_parse_next(struct skep_parser *p)
{
	p->last = p->tok;
	return skep_lex_next(&p->lex, &p->tok);
}

bool skep_parse_enter(struct skep_parser *p)
{
	if (p->level++ < SKEP_AST_DEPTH)
		return true;
	skep_parse_fail(p, p->tok.span, SKEP_E_LIMIT, "the expression nests more than %d levels",
			SKEP_AST_DEPTH);
	return skep_hint(p->diag, "parentheses around members of one `or` or `and` are not needed");
}

struct skep_span skep_parse_span(const struct skep_parser *p, u32 at)
{
	return (struct skep_span){at, p->last.span.at + p->last.span.length - at};
}

struct skep_ast *skep_parse_node(struct skep_parser *p, enum skep_ast_kind kind, u32 at)
{
	struct skep_ast *ast = skep_arena_alloc(p->arena, sizeof(*ast));

	if (!ast) {
		skep_fail_nomem(p->diag);
		return NULL;
	}
	ast->kind = (u8)kind;
	ast->span = skep_parse_span(p, at);
	return ast;
}

struct skep_ast *skep_parse_join(struct skep_parser *p, enum skep_ast_kind kind,
				 struct skep_ast *const *kids, size_t count)
{
	struct skep_ast *ast = skep_parse_node(p, kind, count ? kids[0]->span.at : 0);

	if (!ast)
		return NULL;
	ast->kids = skep_arena_array(p->arena, count, sizeof(struct skep_ast *));
	if (!ast->kids) {
		skep_fail_nomem(p->diag);
		return NULL;
	}
	ast->count = (u32)count;
	for (size_t i = 0; i < count; i++) {
		ast->kids[i] = kids[i];
		if (kids[i]->depth >= ast->depth)
			ast->depth = (u16)(kids[i]->depth + 1);
	}
	if (ast->depth <= SKEP_AST_DEPTH)
		return ast;
	skep_parse_fail(p, ast->span, SKEP_E_LIMIT, "the expression nests more than %d levels",
			SKEP_AST_DEPTH);
	skep_hint(p->diag, "every change between `and` and `or` is a level: put parentheses around "
			   "what belongs together");
	return NULL;
}

const char *skep_parse_text(struct skep_parser *p, const struct skep_token *t)
{
	const char *from = p->text + t->span.at;
	u32 skip = *from == '\\' ? 1 : 0;
	const char *copy = skep_arena_text(p->arena, from + skip, t->span.length - skip);

	if (!copy)
		skep_fail_nomem(p->diag);
	return copy;
}
