/* SPDX-License-Identifier: BSD-2-Clause */
/* What the interpreters do beside computing (that is tests/data/isa and test_conformance.c): entry,
 * packets, data, helpers, limits, and what the checked one says. */
#include "fault_alloc.h"
#include "jit/jit.h"
#include "test.h"

#define RUN(type, mode_, ...)                                                                      \
	make(type, mode_, (const struct bpf_insn[]){__VA_ARGS__},                                  \
	     sizeof((struct bpf_insn[]){__VA_ARGS__}) / sizeof(struct bpf_insn))
#define I(code_, dst_, src_, off_, imm_)                                                           \
	{                                                                                          \
		.code = code_, .dst_reg = dst_, .src_reg = src_, .off = off_, .imm = imm_          \
	}
#define EXIT I(0x95, 0, 0, 0, 0)

struct made {
	struct skep_prog *prog;
	struct skep_code *code;
	struct skep_diag d;
};

static u64 helper_sum(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run;
	return r1 + 10 * r2 + 100 * r3 + 1000 * r4 + 10000 * r5;
}

static const skep_helper helper_table[] = {NULL, helper_sum};
static const struct skep_helpers helpers = {.table = helper_table,
					    .count = SKEP_COUNT(helper_table)};

static struct made make(enum skep_prog_type type, enum skep_code_mode mode,
			const struct bpf_insn *insns, size_t count)
{
	const struct skep_code_options options = {.mode = mode, .budget = 100};
	struct made m = {0};
	u32 index;
	u8 *data;

	m.prog = skep_prog_new(type, insns, (u32)count, &m.d);
	data = m.prog ? skep_prog_add_data(m.prog, 8, &index, &m.d) : NULL;
	if (data)
		memcpy(data, "\1\2\3\4\5\6\7\10", 8);
	if (data)
		m.code = skep_code_make(m.prog, &options, &helpers, &m.d);
	return m;
}

static void done(struct made *m)
{
	skep_code_free(m->code);
	skep_prog_free(m->prog);
}

static const enum skep_code_mode modes[] = {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN, SKEP_CODE_BUDGET,
					    SKEP_CODE_CHECKED};
static const u8 bytes[] = {0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19};
static const struct skep_packet packet = {.data = bytes,
					  .caplen = sizeof(bytes),
					  .wirelen = 60,
					  .protocol = 0x0800,
					  .mark = 7,
					  .net_offset = 4};

/* r0 of a program on the packet, which must end well. */
static void expect(struct made m, u64 want, const char *name)
{
	u64 got = 0;

	if (test_ok(m.code != NULL, "%s: runnable%s%s", name, m.d.code ? ": " : "", m.d.what)) {
		bool ok = skep_code_try_packet(m.code, &packet, &got, &m.d);

		test_ok(ok, "%s: ends well%s%s", name, ok ? "" : ": ", m.d.what);
		test_eq(got, want, "%s: r0", name);
	}
	done(&m);
}

/* The run is stopped (or the program refused), with a sentence that has `what` in it. */
static void refuse(struct made m, const char *what)
{
	u64 got = 1;

	if (m.code) {
		test_ok(!skep_code_try_packet(m.code, &packet, &got, &m.d), "stopped: %s", what);
		test_eq(got, 0, "a stopped run gives 0");
	}
	test_ok(strstr(m.d.what, what) != NULL, "says '%s': %s", what, m.d.what);
	test_eq(m.d.place.kind, SKEP_PLACE_INSN, "says which instruction");
	done(&m);
}

static void test_entry(enum skep_code_mode mode)
{
	u8 memory[4] = {9, 8, 7, 6};
	struct made m = RUN(SKEP_PROG_RAW, mode, I(0x71, 0, 1, 1, 0), I(0x0f, 0, 2, 0, 0),
			    I(0x72, 1, 0, 2, 0x55), EXIT);

	test_eq(skep_code_run(m.code, memory, sizeof(memory)), 8 + 4, "r1 and r2 of memory");
	test_eq(memory[2], 0x55, "memory is written");
	done(&m);
	expect(RUN(SKEP_PROG_RAW, mode, I(0xbf, 0, 2, 0, 0), I(0x67, 0, 0, 0, 8),
		   I(0x0f, 0, 3, 0, 0), I(0x71, 1, 1, 9, 0), I(0x67, 0, 0, 0, 8),
		   I(0x0f, 0, 1, 0, 0), EXIT),
	       10 << 16 | 60 << 8 | 0x19, "r1 to r3 of a packet");
	expect(
	    RUN(SKEP_PROG_RAW, mode, I(0x61, 0, 4, offsetof(struct skep_packet, wirelen), 0), EXIT),
	    60, "r4 of a packet");
	expect(RUN(SKEP_PROG_SOCKET_FILTER, mode, I(0x61, 0, 1, 16, 0), I(0x61, 2, 1, 0, 0),
		   I(0x0f, 0, 2, 0, 0), I(0x61, 2, 1, 8, 0), I(0x0f, 0, 2, 0, 0), EXIT),
	       0x0008 + 60 + 7, "len, mark, protocol of a socket filter");
	expect(RUN(SKEP_PROG_RAW, mode, I(0x18, 2, 6, 0, 0), I(0, 0, 0, 0, 2), I(0x69, 0, 2, 1, 0),
		   EXIT),
	       0x0504, "data, at an offset");
}

static void test_packet_loads(enum skep_code_mode mode)
{
#define LOAD(code, src, imm)                                                                       \
	RUN(SKEP_PROG_SOCKET_FILTER, mode, I(0xb7, 7, 0, 0, 3), I(code, 0, src, 0, imm), EXIT)
	expect(LOAD(0x30, 0, 9), 0x19, "last byte");
	expect(LOAD(0x30, 0, 10), 0, "one past");
	expect(LOAD(0x28, 0, 8), 0x1819, "last half word");
	expect(LOAD(0x28, 0, 9), 0, "half word past the end");
	expect(LOAD(0x20, 0, 6), 0x16171819, "last word");
	expect(LOAD(0x20, 0, 7), 0, "word past the end");
	expect(LOAD(0x50, 7, 1), 0x14, "indirect byte");
	expect(LOAD(0x50, 7, -3), 0x10, "indirect, negative displacement");
	expect(LOAD(0x50, 7, -4), 0, "indirect, before the start");
	expect(LOAD(0x48, 7, INT32_MAX), 0, "indirect, past 31 bits");
	expect(LOAD(0x30, 0, -0x100000), 0x14, "from the network header");
	expect(LOAD(0x30, 0, -0x100000 + 5), 0x19, "last byte from the network header");
	expect(LOAD(0x30, 0, -0x100000 + 6), 0, "one past, from the network header");
	expect(LOAD(0x20, 0, -0x200000 + 1), 0x11121314, "from the link-layer header");
	expect(LOAD(0x30, 0, -0x200001), 0, "before both");
	expect(LOAD(0x30, 0, -0x1000), 0, "an ancillary offset is classic BPF's alone");
#undef LOAD
}

static void test_calls(enum skep_code_mode mode)
{
	expect(RUN(SKEP_PROG_RAW, mode, I(0xb7, 1, 0, 0, 1), I(0xb7, 2, 0, 0, 2),
		   I(0xb7, 3, 0, 0, 3), I(0xb7, 4, 0, 0, 4), I(0xb7, 5, 0, 0, 5),
		   I(0x85, 0, 0, 0, 1), EXIT),
	       54321, "a helper gets r1 to r5");
	expect(RUN(SKEP_PROG_RAW, mode, I(0xb7, 6, 0, 0, 40), I(0x7a, 10, 0, -8, 1),
		   I(0xb7, 1, 0, 0, 2), I(0x85, 0, 1, 0, 3), I(0x0f, 0, 6, 0, 0),
		   I(0x79, 1, 10, -8, 0), I(0x05, 0, 0, 4, 0), I(0xb7, 6, 0, 0, 9),
		   I(0x7a, 10, 0, -8, 7), I(0xbf, 0, 1, 0, 0), EXIT, I(0x0f, 0, 1, 0, 0), EXIT),
	       43, "a local call keeps r6 to r9 and has a stack of its own");
	refuse(RUN(SKEP_PROG_RAW, mode, I(0x85, 0, 1, 0, -1), EXIT), "limit of 8 frames");
	refuse(RUN(SKEP_PROG_RAW, mode, I(0x85, 0, 0, 0, 7), EXIT), "calls helper 7");
	refuse(RUN(SKEP_PROG_RAW, mode, I(0x85, 0, 2, 0, 1), EXIT), "calls kernel function 1");
}

static void test_refused(void)
{
	refuse(RUN(SKEP_PROG_RAW, SKEP_CODE_PLAIN, I(0x18, 0, 1, 0, 3), I(0, 0, 0, 0, 0), EXIT),
	       "LD_MAP_FD needs a map");
	refuse(RUN(SKEP_PROG_RAW, SKEP_CODE_PLAIN, I(0x18, 0, 6, 0, 1), I(0, 0, 0, 0, 0), EXIT),
	       "data block 1 of 1");
	refuse(RUN(SKEP_PROG_RAW, SKEP_CODE_PLAIN, I(0x18, 0, 6, 0, 0), I(0, 0, 0, 0, 9), EXIT),
	       "offset 9 of a data block of 8 bytes");
	refuse(RUN(SKEP_PROG_RAW, SKEP_CODE_PLAIN, I(0xb7, 0, 0, 0, 0)), "runs on past its end");
}

static void test_watched(void)
{
	const enum skep_code_mode c = SKEP_CODE_CHECKED;

	refuse(RUN(SKEP_PROG_RAW, SKEP_CODE_BUDGET, I(0x05, 0, 0, -1, 0)),
	       "budget of 100 instructions");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x05, 0, 0, -1, 0)), "budget of 100 instructions");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x71, 0, 1, 10, 0), EXIT),
	       "nearest is the packet: that is offset 10 of its 10 bytes");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x69, 0, 1, 9, 0), EXIT), "offset 9 of its 10 bytes");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x71, 0, 1, -1, 0), EXIT), "offset -1 of its 10 bytes");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x72, 1, 0, 0, 0), EXIT), "writes 1 bytes");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x7b, 10, 1, 0, 0), EXIT), "the stack: that is offset 512");
	refuse(RUN(SKEP_PROG_RAW, c, I(0x79, 0, 10, -520, 0), EXIT),
	       "the stack: that is offset -8");
	refuse(RUN(SKEP_PROG_RAW, c, I(0xdb, 10, 1, -4, 0), EXIT), "nearest is the stack");
	refuse(RUN(SKEP_PROG_RAW, c, I(0xdb, 10, 1, -12, 0), EXIT), "is not a multiple of 8");
	refuse(
	    RUN(SKEP_PROG_RAW, c, I(0x18, 2, 6, 0, 0), I(0, 0, 0, 0, 0), I(0x79, 0, 2, 1, 0), EXIT),
	    "the program's data: that is offset 1 of its 8 bytes");
	refuse(
	    RUN(SKEP_PROG_RAW, c, I(0x18, 2, 6, 0, 0), I(0, 0, 0, 0, 0), I(0x73, 2, 2, 1, 0), EXIT),
	    "writes 1 bytes");
}

static void test_batch(void)
{
	struct skep_packet packets[3] = {packet, packet, packet};
	u32 verdicts[3];
	struct made m = RUN(SKEP_PROG_RAW, SKEP_CODE_PLAIN, I(0xbf, 0, 2, 0, 0), EXIT);

	packets[1].caplen = 5;
	packets[2].caplen = 0;
	skep_code_run_packets(m.code, packets, 3, verdicts);
	test_eq(verdicts[0], 10, "first of a batch");
	test_eq(verdicts[1], 5, "second of a batch");
	test_eq(verdicts[2], 0, "third of a batch");
	done(&m);
}

/* A run that is stopped in the middle of a batch counts as 0 and does not touch the others. */
static void test_batch_fault(void)
{
	struct skep_packet packets[3] = {packet, packet, packet};
	u32 verdicts[3];
	struct made m = RUN(SKEP_PROG_RAW, SKEP_CODE_PLAIN, I(0xbf, 0, 2, 0, 0),
			    I(0x55, 2, 0, 1, 5), I(0x85, 0, 1, 0, -1), EXIT);

	packets[1].caplen = 5;
	skep_code_run_packets(m.code, packets, 3, verdicts);
	test_eq(verdicts[0], 10, "before a stopped run");
	test_eq(verdicts[1], 0, "a stopped run");
	test_eq(verdicts[2], 10, "after a stopped run");
	done(&m);
}

/* A load and a comparison done as one leave what they load, and a jump may go between them. */
static void test_fused(enum skep_code_mode mode)
{
	expect(RUN(SKEP_PROG_RAW, mode, I(0xb7, 0, 0, 0, 1), I(0x05, 0, 0, 1, 0),
		   I(0x71, 0, 1, 1, 0), I(0x15, 0, 0, 1, 0x11), I(0x05, 0, 0, -3, 0),
		   I(0x07, 0, 0, 0, 0x100), EXIT),
	       0x111, "a pair");
	expect(RUN(SKEP_PROG_RAW, mode, I(0x69, 3, 1, 0, 0), I(0x26, 3, 0, 1, 0x1111),
		   I(0xbf, 0, 3, 0, 0), EXIT),
	       0x1110, "a pair that does not jump");
	expect(RUN(SKEP_PROG_RAW, mode, I(0xb7, 0, 0, 0, 3), I(0x61, 3, 1, 0, 0),
		   I(0x15, 0, 0, 1, 3), I(0xb7, 0, 0, 0, 4), EXIT),
	       3, "two that are no pair");
}

static void test_memory(void)
{
	const struct bpf_insn insns[] = {I(0xb7, 0, 0, 0, 0), EXIT};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, 2, NULL);
	struct skep_diag d = {0};

	fault_after(1);
	test_ok(!skep_code_new(prog, &d) && d.code == SKEP_E_NOMEM, "no memory for code is said");
	fault_after(0);
	skep_prog_free(prog);
}

/* ---- runs that somebody else prepares */

struct surroundings {
	u64 context;
	u64 secret; /* in no region, but allowed to be read */
};

static u64 helper_context(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	const struct surroundings *s = skep_run_env(run);

	(void)r1, (void)r2, (void)r3, (void)r4, (void)r5;
	return (u64)(uintptr_t)&s->secret;
}

static bool allow_secret(void *env, u64 address, u32 size, bool write)
{
	const struct surroundings *s = env;

	return !write && address == (u64)(uintptr_t)&s->secret && size <= sizeof(s->secret);
}

/* XDP, which the public way refuses: only who starts the run knows what its context is. */
static struct made make_prepared(enum skep_code_mode mode, u8 last)
{
	static const skep_helper table[] = {helper_context};
	static const struct skep_helpers own = {.table = table, .count = 1};
	const struct skep_code_options options = {.mode = mode, .budget = 10};
	const struct bpf_insn insns[] = {I(0x79, 6, 1, 0, 0),
					 I(0x85, 0, 0, 0, 0),
					 I(0x79, 7, 0, 0, 0),
					 I(last, 0, 6, 0, 0),
					 I(0xbf, 0, 7, 0, 0),
					 I(0x0f, 0, 6, 0, 0),
					 EXIT};
	struct made m = {.prog = skep_prog_new(SKEP_PROG_XDP, insns, SKEP_COUNT(insns), &m.d)};

	if (m.prog)
		m.code = skep_code_make(m.prog, &options, &own, &m.d);
	return m;
}

static void test_prepared(enum skep_code_mode mode)
{
	struct surroundings s = {.context = 30, .secret = 12};
	struct made m = make_prepared(mode, 0xbf);
	struct skep_run run;

	if (test_ok(m.code != NULL, "runnable with helpers: %s", m.d.what)) {
		skep_run_init(&run, m.code, &s);
		run.allows = allow_secret;
		run.regions[run.region_count++] = (struct skep_region){
		    "the context", (u64)(uintptr_t)&s.context, sizeof(s.context), false};
		/* The budget of 10 is each time a new one. */
		for (u32 i = 0; i < 3; i++)
			test_eq(skep_code_enter(m.code, &run, (u64)(uintptr_t)&s.context), 42,
				"r0 of an entry");
	}
	done(&m);
}

static void test_prepared_fault(void)
{
	struct surroundings s = {.context = 30, .secret = 12};
	struct made m = make_prepared(SKEP_CODE_CHECKED, 0x7b);
	struct skep_run run;

	skep_run_init(&run, m.code, &s);
	run.allows = allow_secret;
	run.regions[run.region_count++] = (struct skep_region){
	    "the context", (u64)(uintptr_t)&s.context, sizeof(s.context), false};
	test_eq(skep_code_enter(m.code, &run, (u64)(uintptr_t)&s.context), 0, "a stopped run");
	test_ok(!skep_run_explain(&run, &m.d) && strstr(m.d.what, "writes 8 bytes"),
		"what may only be read is not written: %s", m.d.what);
	test_eq(s.secret, 12, "nor has it changed");
	done(&m);
}

int main(void)
{
	for (size_t i = 0; i < SKEP_COUNT(modes); i++) {
		test_entry(modes[i]);
		test_packet_loads(modes[i]);
		test_calls(modes[i]);
		test_fused(modes[i]);
		test_prepared(modes[i]);
	}
	test_refused();
	test_watched();
	test_prepared_fault();
	test_batch();
	test_batch_fault();
	test_memory();
	return test_end();
}
