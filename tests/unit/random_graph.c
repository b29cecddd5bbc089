/* SPDX-License-Identifier: BSD-2-Clause */
#include "random_graph.h"

#include "filter/chain.h"

enum { POOL = 24 };

static const u32 NUMBERS[] = {0, 1, 2, 4, 5, 6, 17, 0x35, 0x3500, 0x0800, 0x45, 0xff, 0x01020304};

u32 random_below(struct random *r, u32 limit)
{
	r->state = r->state * 6364136223846793005u + 1442695040888963407u;
	return (u32)((r->state >> 33) % limit);
}

static u32 number(struct random *r)
{
	if (random_below(r, 8) == 0)
		return random_below(r, UINT32_MAX);
	return NUMBERS[random_below(r, SKEP_COUNT(NUMBERS))];
}

static skep_vid header_length(struct random *r, struct skep_graph *g)
{
	skep_vid first = skep_value_load(g, 1, 0, 14 + random_below(r, 2));

	first = skep_value_alu(g, BPF_AND, first, skep_value_const(g, 0xf));
	return random_below(r, 2) ? skep_value_alu(g, BPF_LSH, first, skep_value_const(g, 2))
				  : skep_value_alu(g, BPF_MUL, first, skep_value_const(g, 4));
}

static skep_vid base(struct random *r, struct skep_graph *g, const skep_vid *pool)
{
	if (random_below(r, 3))
		return header_length(r, g);
	return pool[random_below(r, POOL)];
}

static skep_vid arithmetic(struct random *r, struct skep_graph *g, const skep_vid *pool)
{
	static const u8 ops[] = {BPF_ADD, BPF_SUB, BPF_MUL, BPF_DIV, BPF_OR,  BPF_AND,
				 BPF_LSH, BPF_RSH, BPF_MOD, BPF_XOR, BPF_AND, BPF_AND};
	u8 op = ops[random_below(r, SKEP_COUNT(ops))];
	skep_vid a = pool[random_below(r, POOL)], b = pool[random_below(r, POOL)];

	if (random_below(r, 3))
		b = skep_value_const(g, number(r));
	else if (random_below(r, 4) == 0)
		a = skep_value_const(g, number(r));
	return skep_value_alu(g, op, a, b);
}

static skep_vid value(struct random *r, struct skep_graph *g, const skep_vid *pool)
{
	u8 size = (u8)(1 << random_below(r, 3));

	switch (random_below(r, 12)) {
	case 0:
		return skep_value_len(g);
	case 1:
		return skep_value_meta(g, SKF_AD_VLAN_TAG_PRESENT);
	case 2:
	case 3:
	case 4:
		return skep_value_load(g, size, base(r, g, pool), random_below(r, 20));
	case 5:
	case 6:
	case 7:
		return arithmetic(r, g, pool);
	case 8:
		if (random_below(r, 4) == 0)
			return skep_value_chain(g, random_below(r, 2),
						random_below(r, 2) ? skep_value_const(g, 14)
								   : base(r, g, pool),
						random_below(r, 2) ? 6 : 51);
	}
	return skep_value_load(g, size, 0, random_below(r, 16) * 4 + random_below(r, 2));
}

static skep_cid in_set(struct random *r, struct skep_graph *g, skep_vid v)
{
	struct skep_range ranges[40];
	u32 count = random_below(r, 2) ? random_below(r, 5) : random_below(r, 40), set;

	for (u32 i = 0; i < count; i++) {
		u32 lo = number(r), room = UINT32_MAX - lo;
		u32 extra = random_below(r, 2) ? 0 : random_below(r, 300);

		ranges[i] = (struct skep_range){lo, lo + (extra < room ? extra : room)};
	}
	if (!skep_graph_add_set(g, ranges, count, &set))
		return SKEP_COND_FALSE;
	return skep_cond_in(g, v, set);
}

static skep_cid leaf(struct random *r, struct skep_graph *g, const skep_vid *pool)
{
	skep_vid v = pool[random_below(r, POOL)];

	switch (random_below(r, 10)) {
	case 0:
		return in_set(r, g, v);
	case 1:
		return skep_cond_need(g, v);
	case 2:
		return skep_cond_test(g, random_below(r, 4), v, pool[random_below(r, POOL)]);
	case 3:
		return skep_cond_test(g, random_below(r, 4), skep_value_const(g, number(r)), v);
	case 4:
		return skep_cond_masked(g, v, number(r), number(r));
	case 5:
	case 6:
		return skep_cond_test(g, random_below(r, 4), v, skep_value_const(g, number(r)));
	}
	return skep_cond_is(g, v, number(r));
}

static skep_cid inner(struct random *r, struct skep_graph *g, const skep_cid *made, u32 count)
{
	skep_cid kids[6];
	u32 n = 2 + random_below(r, 5), near = count < 12 ? count : 12;

	for (u32 i = 0; i < n; i++)
		kids[i] = made[count - 1 - random_below(r, near)];
	switch (random_below(r, 5)) {
	case 0:
		return skep_cond_not(g, kids[0]);
	case 1:
	case 2:
		return skep_cond_all(g, kids, n);
	}
	return skep_cond_any(g, kids, n);
}

skep_cid random_condition(struct random *r, struct skep_graph *g, u32 size)
{
	skep_vid pool[POOL] = {0};
	skep_cid made[64];
	u32 count = 0;

	for (u32 i = 0; i < POOL; i++)
		pool[i] = value(r, g, pool);
	for (; count < size / 2 + 1 && count < 32; count++)
		made[count] = leaf(r, g, pool);
	for (; count < size && count < 64; count++)
		made[count] = random_below(r, 3) ? inner(r, g, made, count) : leaf(r, g, pool);
	return made[count - 1];
}

void random_packet(struct random *r, struct skep_packet *p, u8 bytes[128])
{
	u32 caplen = random_below(r, 3) ? 60 + random_below(r, 69) : random_below(r, 129);

	for (u32 i = 0; i < 128; i++)
		bytes[i] = random_below(r, 4) ? (u8)NUMBERS[random_below(r, SKEP_COUNT(NUMBERS))]
					      : (u8)random_below(r, 256);
	*p = (struct skep_packet){.data = bytes,
				  .caplen = caplen,
				  .wirelen = caplen + random_below(r, 3),
				  .vlan_present = random_below(r, 2)};
}
