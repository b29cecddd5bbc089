/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/decnet.h"

#include <stdlib.h>

#include "filter/lower_net.h"

/* The four forms of a data packet, in the order in which they are tried. Flags, padding byte and
 * addresses are little-endian; the numbers here are what a big-endian load sees. */
static const struct form {
	u8 size; /* of the load that tells the form, at byte 2 */
	u16 mask, flags;
	u8 src, dst;
} forms[] = {
    {1, 0x0007, 0x0002, 5, 3},	 /* short header */
    {2, 0xff07, 0x8102, 6, 4},	 /* the same behind one byte of padding */
    {1, 0x0007, 0x0006, 17, 9},	 /* long header */
    {2, 0xff07, 0x8106, 18, 10}, /* the same behind one byte of padding */
};

u32 skep_decnet_address(const struct skep_literal *literal)
{
	unsigned long area, node;
	char *end;

	if (literal->kind == SKEP_LIT_NUMBER)
		return literal->number;
	area = strtoul(literal->text, &end, 10);
	node = strtoul(*end ? end + 1 : end, NULL, 10);
	return (u32)((area & 0x3f) << 10 | (node & 0x3ff));
}

static skep_cid one_end(struct skep_lower *l, u16 wanted, bool src)
{
	skep_cid any[SKEP_COUNT(forms)];

	for (size_t i = 0; i < SKEP_COUNT(forms); i++) {
		const struct form *f = &forms[i];
		skep_cid is = skep_cond_masked(l->g, skep_lower_load(l, SKEP_REL_NET, 2, f->size),
					       f->mask, f->flags);

		any[i] = skep_cond_and(
		    l->g, is, skep_lower_cmp(l, SKEP_REL_NET, src ? f->src : f->dst, 2, wanted));
	}
	return skep_cond_any(l->g, any, SKEP_COUNT(forms));
}

skep_cid skep_lower_decnet(struct skep_lower *l, const struct skep_ast *ast, u32 address)
{
	u16 wanted = __builtin_bswap16((u16)address);
	skep_cid type;

	if (!skep_lower_check_dir(l, ast))
		return SKEP_COND_FALSE;
	type = skep_lower_linktype(l, SKEP_ETHER_DECNET);
	return skep_cond_and(
	    l->g, type,
	    skep_lower_ends(l, ast->qual.dir, one_end(l, wanted, true), one_end(l, wanted, false)));
}
