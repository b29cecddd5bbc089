/* SPDX-License-Identifier: BSD-2-Clause */
/* Instructions and scratch words of the classic emitter. */
#include "base/array.h"
#include "base/diag.h"
#include "filter/emit_classic.h"

void skep_classic_put(struct skep_classic *c, u16 code, u32 k)
{
	if (!c->failed && !SKEP_PUSH(&c->code, ((struct sock_filter)BPF_STMT(code, k)))) {
		skep_fail_nomem(c->diag);
		c->failed = true;
	}
}

u32 skep_classic_find_scratch(const struct skep_classic *c, skep_vid v)
{
	for (u32 i = 0; i < BPF_MEMWORDS; i++)
		if (c->now.m[i] == v)
			return i;
	return BPF_MEMWORDS;
}

bool skep_classic_is_free(const struct skep_classic *c, u32 i, bool evict)
{
	skep_vid held = c->now.m[i];

	return !(c->busy & 1u << i) &&
	       (evict || held == SKEP_NO_VALUE || c->plan.last_use[held] < c->at);
}

u32 skep_classic_scratch(struct skep_classic *c)
{
	for (int evict = 0; evict < 2; evict++) {
		for (u32 i = 0; i < BPF_MEMWORDS; i++) {
			if (!skep_classic_is_free(c, i, evict))
				continue;
			c->busy |= (u16)(1u << i);
			c->now.m[i] = SKEP_NO_VALUE;
			return i;
		}
	}
	skep_fail(c->diag, SKEP_E_LIMIT,
		  "an arithmetic expression needs more than the %d scratch words of classic BPF",
		  BPF_MEMWORDS);
	skep_hint(c->diag, "compare parts of it on their own, or nest fewer parentheses");
	c->failed = true;
	return 0;
}
