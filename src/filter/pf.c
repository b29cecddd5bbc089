/* SPDX-License-Identifier: BSD-2-Clause */
/* The words about PF's log: fields of the header before each packet (pflog(4)). */
#include <string.h>

#include "filter/link.h"

/* Sizes of the two name fields, a final NUL included. */
enum { NAME_SIZE = 16 };

/* Where the field of a word lies, and its size; NAME_SIZE for a name, of which only the bytes that
 * the text has are compared. */
static const struct {
	u8 offset, size;
} fields[] = {
    [SKEP_WORD_PF_ACTION - SKEP_WORD_PF_IFNAME] = {2, 1},
    [SKEP_WORD_PF_REASON - SKEP_WORD_PF_IFNAME] = {3, 1},
    [SKEP_WORD_PF_IFNAME - SKEP_WORD_PF_IFNAME] = {4, NAME_SIZE},
    [SKEP_WORD_PF_RSET - SKEP_WORD_PF_IFNAME] = {20, NAME_SIZE},
    [SKEP_WORD_PF_RULENUM - SKEP_WORD_PF_IFNAME] = {36, 4},
    [SKEP_WORD_PF_SUBRULENUM - SKEP_WORD_PF_IFNAME] = {40, 4},
};

static skep_cid name_is(struct skep_lower *l, const struct skep_ast *ast, u32 offset)
{
	size_t length = strlen(ast->text);

	if (length >= NAME_SIZE) {
		skep_lower_fail(l, ast->span, SKEP_E_RANGE,
				"'%s' has %zu characters: names in a PF log have at most %d",
				ast->text, length, NAME_SIZE - 1);
		return SKEP_COND_FALSE;
	}
	skep_lower_warn(l, ast->span, "nothing ends the comparison: 'en1' also means 'en10'",
			"every name that begins with '%s' matches", ast->text);
	return skep_lower_bytes(l, SKEP_REL_LINK, offset, (const u8 *)ast->text, (u32)length);
}

skep_cid skep_pf_word(struct skep_lower *l, const struct skep_ast *ast)
{
	u32 i = ast->word - SKEP_WORD_PF_IFNAME;

	if (l->link->vary != SKEP_VARY_PFLOG)
		return skep_link_refuse(l, ast->span, "a field of the PF log");
	if (fields[i].size == NAME_SIZE)
		return name_is(l, ast, fields[i].offset);
	return skep_lower_cmp(l, SKEP_REL_LINK, fields[i].offset, fields[i].size, ast->numbers[0]);
}
