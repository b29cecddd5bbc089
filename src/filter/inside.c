/* SPDX-License-Identifier: BSD-2-Clause */
/* Warns where a text looks for something inside an encapsulation that need not be there: `vlan`,
 * `mpls`, `pppoes`, `geneve` and `lane` move the places for all that follows in the text, also
 * after `or` and after `not vlan`. */
#include "filter/link.h"

/* The last word of a part of the text that moves places, and whether a packet can get past that
 * part without it. */
struct moved {
	const struct skep_ast *word; /* NULL: none */
	bool loose;
};

static bool moves(const struct skep_ast *ast)
{
	return ast->kind == SKEP_AST_WORD &&
	       (ast->word == SKEP_WORD_VLAN || ast->word == SKEP_WORD_MPLS ||
		ast->word == SKEP_WORD_PPPOES || ast->word == SKEP_WORD_GENEVE ||
		ast->word == SKEP_WORD_ATM_LANE);
}

/* Words that look at no place that moves. */
static bool stays(const struct skep_ast *ast)
{
	return ast->kind == SKEP_AST_WORD &&
	       (ast->word == SKEP_WORD_LESS || ast->word == SKEP_WORD_GREATER ||
		ast->word == SKEP_WORD_INBOUND || ast->word == SKEP_WORD_OUTBOUND ||
		ast->word == SKEP_WORD_IFINDEX);
}

static void warn(struct skep_lower *l, const struct skep_ast *later, const struct skep_ast *word)
{
	skep_lower_warn(l, later->span,
			"write first what is meant for packets without it: `ip or (vlan and ip)`, "
			"`ip and not vlan`",
			"'%.*s' comes after '%.*s' and is looked for inside it, whether `or` or "
			"`not` stands between",
			(int)later->span.length, l->text + later->span.at, (int)word->span.length,
			l->text + word->span.at);
}

/* Says at most one sentence for the text: *said. The parser bounds the depth. */
static struct moved walk(struct skep_lower *l, const struct skep_ast *ast, bool *said)
{
	struct moved all = {0}, kid;

	if (moves(ast))
		return (struct moved){.word = ast};
	for (u32 i = 0; i < ast->count; i++) {
		if (all.word && (all.loose || ast->kind == SKEP_AST_ANY) && !*said &&
		    !stays(ast->kids[i])) {
			*said = true;
			warn(l, ast->kids[i], all.word);
		}
		kid = walk(l, ast->kids[i], said);
		all.loose |= kid.loose;
		if (kid.word)
			all.word = kid.word;
	}
	all.loose |= all.word && ast->kind != SKEP_AST_ALL;
	return all;
}

void skep_lower_inside(struct skep_lower *l, const struct skep_ast *ast)
{
	bool said = false;

	walk(l, ast, &said);
}
