/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux as the judge of filters as XDP programs: its verifier takes them, and BPF_PROG_TEST_RUN
 * gives the verdicts of the walk of the condition. Random filters, a filter for each thing the
 * emitter does by itself, and one whose sets lie in maps. */
#include <errno.h>
#include <skep/filter.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/bytes.h"
#include "filter/emit.h"
#include "filter/eval.h"
#include "prog/prog.h"
#include "test.h"
#include "unit/random_graph.h"

enum { GRAPHS = 250, PACKETS = 24, MAPS_MAX = 4, SHORTEST = 14, LOG_SIZE = 1 << 16 };

struct loaded {
	int prog;
	int maps[MAPS_MAX];
	u32 map_count;
	char *log;
};

static long bpf(int command, union bpf_attr *attr)
{
	return syscall(SYS_bpf, command, attr, sizeof(*attr));
}

/* A frozen map of one value that only programs read. */
static int make_map(const struct skep_prog_data *data)
{
	u32 zero = 0;
	union bpf_attr create = {.map_type = BPF_MAP_TYPE_ARRAY,
				 .key_size = 4,
				 .value_size = (u32)data->size,
				 .max_entries = 1,
				 .map_flags = BPF_F_RDONLY_PROG};
	union bpf_attr fill = {.key = (u64)(uintptr_t)&zero, .value = (u64)(uintptr_t)data->bytes};
	union bpf_attr freeze = {0};
	int fd = (int)bpf(BPF_MAP_CREATE, &create);

	if (fd < 0)
		return -1;
	fill.map_fd = (u32)fd;
	freeze.map_fd = (u32)fd;
	if (bpf(BPF_MAP_UPDATE_ELEM, &fill) == 0 && bpf(BPF_MAP_FREEZE, &freeze) == 0)
		return fd;
	close(fd);
	return -1;
}

static void unload(struct loaded *l)
{
	if (l->prog >= 0)
		close(l->prog);
	for (u32 i = 0; i < l->map_count; i++)
		close(l->maps[i]);
	free(l->log);
}

/* l->prog is negative, and l->log says why, if Linux refuses the program. */
static void load(struct loaded *l, const struct skep_prog *p)
{
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_XDP,
			       .insn_cnt = p->count,
			       .insns = (u64)(uintptr_t)p->insns,
			       .license = (u64)(uintptr_t) "Dual BSD/GPL",
			       .fd_array = (u64)(uintptr_t)l->maps,
			       .log_level = 1,
			       .log_size = LOG_SIZE};

	*l = (struct loaded){.prog = -1, .log = calloc(1, LOG_SIZE)};
	for (; l->map_count < p->data_count && l->map_count < MAPS_MAX; l->map_count++) {
		l->maps[l->map_count] = make_map(&p->data[l->map_count]);
		if (l->maps[l->map_count] < 0)
			return;
	}
	attr.log_buf = (u64)(uintptr_t)l->log;
	l->prog = (int)bpf(BPF_PROG_LOAD, &attr);
	if (l->prog < 0 && errno == ENOSPC) { /* the log alone did not fit */
		attr.log_level = 0;
		attr.log_size = 0;
		attr.log_buf = 0;
		l->prog = (int)bpf(BPF_PROG_LOAD, &attr);
	}
}

/* The verdict, or -1. */
static long run(const struct loaded *l, const u8 *data, u32 size)
{
	union bpf_attr attr = {0};

	attr.test.prog_fd = (u32)l->prog;
	attr.test.data_in = (u64)(uintptr_t)data;
	attr.test.data_size_in = size;
	return bpf(BPF_PROG_TEST_RUN, &attr) ? -1 : (long)attr.test.retval;
}

static const struct skep_ebpf_target TARGET = {
    .type = SKEP_PROG_XDP, .accept = XDP_PASS, .reject = XDP_DROP};

static const char *last_lines(const char *log)
{
	size_t length = strlen(log);

	return length > 600 ? log + length - 600 : log;
}

struct tally {
	u32 refused, wrong, matched, ran, not_xdp;
};

/* One filter on random packets of at least an Ethernet header, as the kernel asks. */
static void try_graph(struct skep_graph *g, skep_cid root, u32 seed, struct tally *t)
{
	struct skep_diag d = {0};
	struct skep_prog *p = skep_emit_ebpf(g, &TARGET, &d);
	struct random r = {.state = seed * 999u};
	struct loaded l;
	u8 bytes[128];

	if (!p) {
		t->not_xdp++;
		return;
	}
	load(&l, p);
	if (l.prog < 0) {
		t->refused++;
		printf("# filter %u: %s\n# %s\n", seed, strerror(errno), last_lines(l.log));
	}
	for (u32 i = 0; i < PACKETS && l.prog >= 0; i++) {
		struct skep_packet packet;
		bool want;

		random_packet(&r, &packet, bytes);
		packet.caplen = packet.caplen < SHORTEST ? SHORTEST : packet.caplen;
		packet.wirelen = packet.caplen;
		want = skep_eval_cond(g, root, &packet);
		t->matched += want;
		t->ran++;
		t->wrong += run(&l, bytes, packet.caplen) != (want ? XDP_PASS : XDP_DROP);
	}
	unload(&l);
	skep_prog_free(p);
}

static void test_random(bool optimise)
{
	struct tally t = {0};

	for (u32 seed = 1; seed <= GRAPHS; seed++) {
		struct random r = {.state = seed};
		struct skep_arena arena = {0};
		struct skep_graph g;
		skep_cid root;

		if (!skep_graph_init(&g, &arena, optimise))
			continue;
		root = random_condition(&r, &g, 1 + random_below(&r, 40));
		skep_graph_build(&g, root);
		try_graph(&g, root, seed, &t);
		skep_graph_fini(&g);
		skep_arena_fini(&arena);
	}
	test_eq(t.refused, 0, "Linux takes each %s filter", optimise ? "optimised" : "plain");
	test_eq(t.wrong, 0, "its verdicts are ours: %u of %u packets pass", t.matched, t.ran);
	test_ok(t.not_xdp < GRAPHS / 3 && t.ran > GRAPHS * PACKETS / 2,
		"%u filters ask what XDP has not", t.not_xdp);
}

/* Every other packet that try_graph makes of seeds from 1 has its second word in the set. */
static u32 from_packets(struct skep_range *ranges, u32 seeds)
{
	u32 count = 0;

	for (u32 seed = 1; seed <= seeds; seed++) {
		struct random r = {.state = seed * 999u};
		struct skep_packet packet;
		u8 bytes[128];

		for (u32 i = 0; i < PACKETS; i++) {
			random_packet(&r, &packet, bytes);
			ranges[count].lo = ranges[count].hi = skep_get_be32(bytes + 4);
			count += i % 2;
		}
	}
	return count;
}

/* Several thousand ranges of the second word of the packet, up to `longest` long. */
static void test_large_set(u32 longest)
{
	enum { RANGES = 5000, SEEDS = 20 };
	struct skep_range *ranges = malloc((RANGES + 1) * sizeof(*ranges));
	struct random r = {.state = 5};
	struct skep_arena arena = {0};
	struct skep_graph g;
	struct tally t = {0};
	skep_cid root = SKEP_COND_FALSE;
	u32 set;

	for (u32 i = from_packets(ranges, SEEDS); i < RANGES; i++) {
		ranges[i].lo = random_below(&r, 0xf0000000u);
		ranges[i].hi = ranges[i].lo + random_below(&r, longest);
	}
	if (skep_graph_init(&g, &arena, true) && skep_graph_add_set(&g, ranges, RANGES, &set)) {
		root = skep_cond_in(&g, skep_value_load(&g, 4, 0, 4), set);
		skep_graph_build(&g, root);
		for (u32 seed = 1; seed <= SEEDS; seed++)
			try_graph(&g, root, seed, &t);
	}
	test_ok(t.refused == 0 && t.wrong == 0 && t.ran == SEEDS * PACKETS && t.matched > t.ran / 3,
		"a set in a map, ranges up to %u long: %u of %u packets pass", longest, t.matched,
		t.ran);
	skep_graph_fini(&g);
	skep_arena_fini(&arena);
	free(ranges);
}

/* What Linux says to a program of two instructions: whether it can be asked at all. */
static bool can_ask(void)
{
	static const struct bpf_insn pass[] = {
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K, .imm = XDP_PASS}, {.code = BPF_JMP | BPF_EXIT}};
	struct skep_prog *p = skep_prog_new(SKEP_PROG_XDP, pass, 2, NULL);
	struct loaded l;
	bool ok;

	load(&l, p);
	ok = l.prog >= 0;
	if (!ok)
		test_skip("filters as XDP programs", strerror(errno));
	unload(&l);
	skep_prog_free(p);
	return ok;
}

int main(void)
{
	if (!can_ask())
		return test_end();
	test_random(true);
	test_random(false);
	test_large_set(1);
	test_large_set(1000000);
	return test_end();
}
