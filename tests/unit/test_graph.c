/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/arena.h"
#include "fault_alloc.h"
#include "filter/eval.h"
#include "filter/graph.h"
#include "test.h"

static void test_values(struct skep_graph *g)
{
	skep_vid five = skep_value_const(g, 5), load = skep_value_load(g, 2, 0, 12);

	test_eq(skep_value_alu(g, BPF_ADD, five, five), skep_value_const(g, 10), "constants fold");
	test_eq(skep_value_load(g, 2, skep_value_const(g, 4), 8), load, "constant bases fold");
	test_ok(skep_value_load(g, 2, five, UINT32_MAX) != skep_value_load(g, 2, 0, 4),
		"a place past 2^32 does not wrap");
	test_ok(skep_value_alu(g, BPF_DIV, five, 0) != 0, "a division by zero is kept");
	test_eq(skep_value_alu(g, BPF_LSH, five, skep_value_const(g, 32)), 0, "a long shift is 0");
	for (u32 i = 0; i < 2000; i++)
		skep_value_load(g, 1, load, i);
	test_eq(skep_value_load(g, 2, 0, 12), load, "values are found again");
}

static void test_sets(struct skep_graph *g)
{
	static const struct skep_range ranges[] = {
	    {9, 10}, {1, 3}, {4, 4}, {10, 12}, {UINT32_MAX, UINT32_MAX}};
	struct skep_set *s;
	u32 set;

	test_ok(skep_graph_add_set(g, ranges, 5, &set), "a set is added");
	s = &g->sets.data[set];
	test_eq(s->count, 3, "ranges that overlap or touch are one");
	test_ok(skep_set_has(s, 1) && skep_set_has(s, 4) && skep_set_has(s, 12) &&
		    skep_set_has(s, UINT32_MAX),
		"members");
	test_ok(!skep_set_has(s, 0) && !skep_set_has(s, 5) && !skep_set_has(s, 13), "others");
}

static void test_eval(struct skep_graph *g)
{
	u8 data[] = {1, 2, 3, 4};
	struct skep_packet p = {.data = data, .caplen = 4, .wirelen = 60};
	skep_cid yes = skep_cond_is(g, skep_value_load(g, 2, 0, 2), 0x0304);
	skep_cid outside = skep_cond_is(g, skep_value_load(g, 4, 0, 1), 0);
	skep_cid by_zero = skep_cond_is(
	    g, skep_value_alu(g, BPF_DIV, skep_value_len(g), skep_value_const(g, 0)), 0);

	test_ok(skep_eval_cond(g, yes, &p), "a load is compared");
	test_ok(!skep_eval_cond(g, outside, &p), "a load outside does not match");
	test_ok(!skep_eval_cond(g, skep_cond_not(g, outside), &p), "nor does its negation");
	test_ok(skep_eval_cond(g, skep_cond_or(g, yes, outside), &p),
		"what is decided is not loaded");
	test_ok(!skep_eval_cond(g, skep_cond_or(g, outside, yes), &p), "a failure ends all");
	test_ok(!skep_eval_cond(g, skep_cond_not(g, by_zero), &p), "a division by zero fails");
	test_ok(!skep_eval_cond(g, skep_cond_need(g, skep_value_load(g, 1, 0, 4)), &p), "need");
	test_eq(skep_cond_and(g, SKEP_COND_FALSE, outside), SKEP_COND_FALSE,
		"false and x is false");
	test_ok(skep_cond_and(g, outside, SKEP_COND_FALSE) != SKEP_COND_FALSE, "x and false has x");
	test_eq(skep_cond_not(g, skep_cond_not(g, yes)), yes, "not not x is x");
}

int main(void)
{
	struct skep_arena arena = {0};
	struct skep_graph g;

	if (!test_ok(skep_graph_init(&g, &arena, true), "a graph starts"))
		return test_end();
	test_values(&g);
	test_sets(&g);
	test_eval(&g);
	test_ok(!g.failed, "memory sufficed");
	fault_after(1);
	for (u32 i = 0; i < 5000 && !g.failed; i++)
		skep_value_const(&g, 1000000 + i);
	test_ok(g.failed && skep_value_const(&g, 7777777) == 0,
		"a failed allocation is remembered");
	fault_after(0);
	skep_graph_fini(&g);
	skep_arena_fini(&arena);
	return test_end();
}
