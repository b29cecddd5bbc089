/* SPDX-License-Identifier: BSD-2-Clause */
/* The walk over the tree. */
#include "filter/lower.h"

#include <stdlib.h>

#include "base/diag.h"
#include "filter/lower_net.h"

static skep_cid (*const prims[])(struct skep_lower *l, const struct skep_ast *ast) = {
    [SKEP_Q_TYPE_DEFAULT] = skep_lower_host, [SKEP_Q_HOST] = skep_lower_host,
    [SKEP_Q_NET] = skep_lower_net,	     [SKEP_Q_PORT] = skep_lower_port,
    [SKEP_Q_PORTRANGE] = skep_lower_port,    [SKEP_Q_GATEWAY] = skep_lower_gateway,
    [SKEP_Q_PROTO] = skep_lower_proto_prim,  [SKEP_Q_PROTOCHAIN] = skep_lower_protochain,
};

static skep_cid prim(struct skep_lower *l, const struct skep_ast *ast)
{
	if (ast->literal.kind == SKEP_LIT_NONE)
		return skep_lower_proto_word(l, ast->span, ast->qual.proto);
	return prims[ast->qual.type](l, ast);
}

static skep_cid word(struct skep_lower *l, const struct skep_ast *ast)
{
	switch (ast->word) {
	case SKEP_WORD_BROADCAST:
		return skep_lower_broadcast(l, ast);
	case SKEP_WORD_MULTICAST:
		return skep_lower_multicast(l, ast);
	case SKEP_WORD_LESS:
	case SKEP_WORD_GREATER:
		return skep_lower_length_word(l, ast);
	case SKEP_WORD_BYTE:
		return skep_lower_byte(l, ast);
	}
	return skep_lower_link_word(l, ast);
}

/* The parser keeps the depth of the tree under SKEP_AST_DEPTH. */
static skep_cid lower(struct skep_lower *l, const struct skep_ast *ast)
{
	if (l->failed)
		return SKEP_COND_FALSE;
	l->span = ast->span;
	switch ((enum skep_ast_kind)ast->kind) {
	case SKEP_AST_ALL:
	case SKEP_AST_ANY:
		return skep_lower_list(l, ast, lower);
	case SKEP_AST_NOT:
		return skep_cond_not(l->g, lower(l, ast->kids[0]));
	case SKEP_AST_PRIM:
		return prim(l, ast);
	case SKEP_AST_WORD:
		return word(l, ast);
	case SKEP_AST_REL:
		return skep_lower_relation(l, ast);
	}
	return SKEP_COND_FALSE;
}

static int in_text_order(const void *a, const void *b)
{
	const struct skep_diag *x = a, *y = b;

	return (x->place.at > y->place.at) - (x->place.at < y->place.at);
}

bool skep_lower_filter(struct skep_lower *l, const struct skep_ast *ast, skep_cid *root)
{
	skep_cid meaning;

	if (!skep_lower_link_init(l))
		return false;
	if (ast->kind == SKEP_AST_ALL && ast->count == 0) {
		*root = SKEP_COND_TRUE; /* without the checks that a test would bring */
		return true;
	}
	meaning = lower(l, ast);
	if (l->failed)
		return false;
	skep_lower_surprises(l, ast);
	skep_lower_inside(l, ast);
	*root = skep_cond_and(l->g, skep_cond_all(l->g, l->before.data, l->before.count), meaning);
	if (l->g->failed)
		return skep_fail_nomem(l->diag);
	if (l->warnings.count)
		qsort(l->warnings.data, l->warnings.count, sizeof(*l->warnings.data),
		      in_text_order);
	return true;
}
