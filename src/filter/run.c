/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/lower_net.h"

skep_cid skep_lower_list(struct skep_lower *l, const struct skep_ast *ast,
			 skep_cid (*one)(struct skep_lower *l, const struct skep_ast *ast))
{
	skep_cid *kids = skep_arena_array(l->arena, ast->count, sizeof(*kids));

	if (!kids && ast->count) {
		l->g->failed = true;
		return SKEP_COND_FALSE;
	}
	for (u32 i = 0; i < ast->count && !l->failed; i++)
		kids[i] = one(l, ast->kids[i]);
	if (ast->kind == SKEP_AST_ALL)
		return skep_cond_all(l->g, kids, ast->count);
	return skep_cond_any(l->g, kids, ast->count);
}
