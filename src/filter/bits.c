/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/bits.h"

#include <assert.h>

skep_vid skep_bits_alu(struct skep_graph *g, u8 op, skep_vid value, u32 k)
{
	return skep_value_alu(g, op, value, skep_value_const(g, k));
}

skep_vid skep_bits_at(struct skep_graph *g, skep_vid value, u32 n)
{
	return skep_bits_alu(g, BPF_AND, skep_bits_alu(g, BPF_RSH, value, n), 1);
}

skep_vid skep_bits_not(struct skep_graph *g, skep_vid bit)
{
	return skep_bits_alu(g, BPF_XOR, bit, 1);
}

/* The difference d is 0, or d | -d has its top bit set. */
skep_vid skep_bits_equal(struct skep_graph *g, skep_vid a, skep_vid b)
{
	skep_vid d = skep_value_alu(g, BPF_XOR, a, b);
	skep_vid minus = skep_value_alu(g, BPF_SUB, 0, d);

	return skep_bits_not(g, skep_bits_at(g, skep_value_alu(g, BPF_OR, d, minus), 31));
}

skep_vid skep_bits_truth(struct skep_graph *g, skep_cid cond)
{
	const struct skep_cond c = g->conds.data[cond];
	skep_vid value, kid;

	if (g->failed || c.kind == SKEP_COND_CONST)
		return skep_value_const(g, cond == SKEP_COND_TRUE);
	if (c.kind == SKEP_COND_TEST) {
		assert(c.cmp == SKEP_CMP_EQ);
		return skep_bits_equal(g, c.a, c.b);
	}
	assert(c.kind == SKEP_COND_NOT || c.kind == SKEP_COND_ALL || c.kind == SKEP_COND_ANY);
	value = skep_bits_truth(g, g->kids.data[c.first]);
	if (c.kind == SKEP_COND_NOT)
		return skep_bits_not(g, value);
	for (u32 i = 1; i < c.count; i++) {
		kid = skep_bits_truth(g, g->kids.data[c.first + i]);
		value = skep_value_alu(g, c.kind == SKEP_COND_ALL ? BPF_AND : BPF_OR, value, kid);
	}
	return value;
}
