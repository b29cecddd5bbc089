/* SPDX-License-Identifier: BSD-2-Clause */
/* Every form of a filter accepts the same packets as the walk of its condition: the decision graph,
 * classic BPF, eBPF; optimised and not. Random filters on random packets, many of them short. */
#include <skep/classic.h>
#include <skep/filter.h>
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

/* A set that lies in data: what is at and beside the ends of its ranges. */
static void test_large_set(u32 apart, u32 longest)
{
	enum { RANGES = 4000 };
	static const struct skep_ebpf_target target = {.type = SKEP_PROG_RAW, .accept = 1};
	static const struct skep_code_options checked = {.mode = SKEP_CODE_CHECKED};
	struct skep_range *ranges = malloc(RANGES * sizeof(*ranges));
	struct random r = {.state = 3};
	struct skep_arena arena = {0};
	struct skep_graph g;
	struct skep_prog *prog;
	struct skep_code *code;
	u32 set = 0, wrong = 0;

	for (u32 i = 0; i < RANGES; i++) {
		ranges[i].lo = i * apart + random_below(&r, apart);
		ranges[i].hi = ranges[i].lo + random_below(&r, longest);
	}
	ranges[RANGES - 1].hi = UINT32_MAX;
	test_ok(skep_graph_init(&g, &arena, true) && skep_graph_add_set(&g, ranges, RANGES, &set),
		"a set of %d ranges", RANGES);
	skep_graph_build(&g, skep_cond_in(&g, skep_value_load(&g, 4, 0, 0), set));
	prog = skep_emit_ebpf(&g, &target, NULL);
	code = skep_code_new_with(prog, &checked, NULL);
	for (u32 i = 0; i < RANGES * 4; i++) {
		const struct skep_range *range = &ranges[i / 4];
		u32 near[] = {range->lo - 1, range->lo, range->hi, range->hi + 1}, k = near[i % 4];
		u8 bytes[4] = {(u8)(k >> 24), (u8)(k >> 16), (u8)(k >> 8), (u8)k};
		struct skep_packet p = {.data = bytes, .caplen = 4, .wirelen = 4};

		wrong += skep_code_run_packet(code, &p) != skep_set_has(&g.sets.data[set], k);
	}
	test_eq(wrong, 0, "is looked up right, ranges up to %u long, %u apart", longest, apart);
	skep_code_free(code);
	skep_prog_free(prog);
	skep_graph_fini(&g);
	skep_arena_fini(&arena);
	free(ranges);
}

/* Ordinary filters for Ethernet and the instructions that libpcap 1.10.3 takes for them. */
static void test_lengths(void)
{
	static const struct {
		const char *text;
		u32 length;
	} filters[] = {
	    {"", 1},
	    {"ip", 4},
	    {"icmp or arp", 7},
	    {"udp port 53", 20},
	    {"not port 22", 24},
	    {"host 1.2.3.4", 14},
	    {"host 1.2.3.4 and udp port 53", 17},
	    {"net 10.0.0.0/8 and not host 10.1.2.3", 26},
	    {"tcp or udp or icmp", 15},
	    {"tcp portrange 1-1023", 23},
	    {"tcp[tcpflags] & tcp-syn != 0", 11},
	    {"tcp[((tcp[12] & 0xf0) >> 2):4] = 0x47455420", 16},
	    {"ip6 host 2001:db8::1", 20},
	    {"vlan and ip", 8},
	    {"mpls and host 1.2.3.4", 14},
	    {"len > 100 and tcp", 14},
	    {"ether host 00:11:22:33:44:55", 10},
	    {"tcp and not tcp", 1},
	};

	for (size_t i = 0; i < SKEP_COUNT(filters); i++) {
		struct skep_filter_options options = {.linktype = 1};
		struct skep_filter *f = skep_filter_compile(filters[i].text, &options, NULL);
		u32 count = UINT32_MAX;

		if (f)
			skep_filter_classic(f, &count, NULL);
		test_ok(count <= filters[i].length, "'%s' takes %u instructions, libpcap's %u",
			filters[i].text, count, filters[i].length);
		skep_filter_free(f);
	}
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

/* The public functions, from text to every program. */
static bool compile_all(struct skep_diag *d)
{
	static const char text[] = "not (port 80 or port 443 or port 22) and ip[2:2] / ip[8] > 3 "
				   "and (net 10.0.0.0/8 or vlan 7 and ip6 protochain 6)";
	struct skep_filter_options options = {.linktype = 1};
	struct skep_filter *f = skep_filter_compile(text, &options, d);
	struct skep_prog *xdp = NULL;
	u32 count;
	bool ok;

	if (!f)
		return false;
	ok = skep_filter_classic(f, &count, d) && skep_filter_prog(f, d);
	if (ok)
		xdp = skep_filter_xdp(f, 2, 1, d);
	skep_prog_free(xdp);
	skep_filter_free(f);
	return xdp != NULL;
}

static void test_public_faults(void)
{
	unsigned long n = 1;
	u32 unsaid = 0;
	bool done = false;

	for (; !done && n < 10000; n++) {
		struct skep_diag d = {0};

		fault_after(n);
		done = compile_all(&d);
		unsaid += !done && d.code != SKEP_E_NOMEM;
	}
	fault_after(0);
	test_ok(done && n > 100, "%lu allocations from text to programs failed in turn", n - 1);
	test_eq(unsaid, 0, "each says that memory ran out");
}

int main(void)
{
	test_random(false);
	test_random(true);
	test_large_set(1000000, 1);
	test_large_set(1000000, 1000);
	test_large_set(3, 1);
	test_lengths();
	test_faults(false);
	test_faults(true);
	test_public_faults();
	return test_end();
}
