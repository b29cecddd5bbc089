/* SPDX-License-Identifier: BSD-2-Clause */
/* Every form of a filter accepts the same packets as the walk of its condition: the decision graph,
 * classic BPF, eBPF; optimised and not. Random filters on random packets, many of them short. */
#include <skep/classic.h>
#include <skep/prog.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "fault_alloc.h"
#include "filter/emit.h"
#include "filter/eval.h"
#include "random_graph.h"
#include "test.h"

enum { GRAPHS = 1500, PACKETS = 40, SNAPLEN = 1000 };

struct forms {
	struct skep_arena arena;
	struct skep_graph g;
	skep_cid root;
	struct sock_filter *classic;
	u32 classic_count;
	struct skep_prog *prog;
	struct skep_code *code;
	struct skep_diag diag;
};

static bool make(struct forms *f, u32 seed, bool optimise)
{
	static const struct skep_ebpf_target target = {.type = SKEP_PROG_RAW, .accept = SNAPLEN};
	static const struct skep_code_options checked = {.mode = SKEP_CODE_CHECKED};
	struct random r = {.state = seed};

	*f = (struct forms){0};
	if (!skep_graph_init(&f->g, &f->arena, optimise))
		return skep_fail_nomem(&f->diag);
	f->root = random_condition(&r, &f->g, 1 + random_below(&r, 40));
	skep_graph_build(&f->g, f->root);
	if (f->g.failed)
		return skep_fail_nomem(&f->diag);
	f->classic = skep_emit_classic(&f->g, SNAPLEN, &f->classic_count, &f->diag);
	if (!f->classic)
		return false;
	f->prog = skep_emit_ebpf(&f->g, &target, &f->diag);
	if (!f->prog)
		return false;
	f->code = skep_code_new_with(f->prog, &checked, &f->diag);
	return f->code != NULL;
}

static void destroy(struct forms *f)
{
	skep_code_free(f->code);
	skep_prog_free(f->prog);
	skep_free(f->classic);
	skep_graph_fini(&f->g);
	skep_arena_fini(&f->arena);
}

/* A copy of exactly the captured bytes, so that a sanitizer sees the first read behind them. */
static u8 *exact(struct skep_packet *p)
{
	u8 *copy = malloc(p->caplen + !p->caplen);

	memcpy(copy, p->data, p->caplen);
	p->data = copy;
	return copy;
}

/* *matched counts the packets that match. */
static bool same_verdicts(const struct forms *f, u32 seed, u32 *matched)
{
	struct random r = {.state = seed * 77777u};
	u8 bytes[128];

	for (u32 i = 0; i < PACKETS; i++) {
		struct skep_packet p;
		u8 *copy;
		struct skep_diag d = {0};
		u64 result = 0;
		bool want, nodes, classic, ebpf;

		random_packet(&r, &p, bytes);
		copy = exact(&p);
		want = skep_eval_cond(&f->g, f->root, &p);
		nodes = skep_eval_nodes(&f->g, &p);
		classic = skep_classic_run(f->classic, f->classic_count, &p) == SNAPLEN;
		ebpf = skep_code_try_packet(f->code, &p, &result, &d) && result == SNAPLEN;
		free(copy);
		*matched += want;
		if (nodes != want || classic != want || ebpf != want || d.code) {
			printf("# filter %u, packet %u: condition %d, graph %d, classic %d, eBPF "
			       "%d %s\n",
			       seed, i, want, nodes, classic, ebpf, d.what);
			return false;
		}
	}
	return true;
}

static void test_random(bool optimise)
{
	u32 wrong = 0, refused = 0, too_much = 0, matched = 0;

	for (u32 seed = 1; seed <= GRAPHS; seed++) {
		struct forms f;
		struct skep_diag d = {0};

		if (!make(&f, seed, optimise)) {
			too_much += f.diag.code == SKEP_E_LIMIT;
			refused += f.diag.code != SKEP_E_LIMIT;
		} else {
			if (!skep_classic_check(f.classic, f.classic_count, SKEP_CLASSIC_LIMIT,
						&d)) {
				printf("# filter %u: %s\n", seed, d.what);
				refused++;
			}
			wrong += !same_verdicts(&f, seed, &matched);
		}
		destroy(&f);
	}
	test_eq(wrong, 0, "%s filters of every form agree", optimise ? "optimised" : "plain");
	test_eq(refused, 0, "each is a sound program");
	test_ok(matched > GRAPHS * PACKETS / 8 && matched < GRAPHS * PACKETS / 2,
		"some packets match, not most: %u of %u", matched, GRAPHS * PACKETS);
	test_ok(too_much < GRAPHS / 10, "few need more scratch words than there are");
}

static void test_faults(bool optimise)
{
	unsigned long n = 1;
	u32 unsaid = 0;
	bool done = false;

	for (; !done && n < 10000; n++) {
		struct forms f;

		fault_after(n);
		done = make(&f, 4, optimise);
		unsaid += !done && f.diag.code != SKEP_E_NOMEM;
		destroy(&f);
	}
	fault_after(0);
	test_ok(done && n > 10, "%lu allocations of a compilation failed in turn", n - 1);
	test_eq(unsaid, 0, "each says that memory ran out");
}

int main(void)
{
	test_random(false);
	test_random(true);
	test_faults(false);
	test_faults(true);
	return test_end();
}
