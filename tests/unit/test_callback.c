/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of a program that helpers call back, in every engine: arguments, frames, limits, and
 * what ends a run from within. */
#include "jit/jit.h"
#include "test.h"

#define I(code_, dst_, src_, off_, imm_)                                                           \
	{                                                                                          \
		.code = code_, .dst_reg = dst_, .src_reg = src_, .off = off_, .imm = imm_          \
	}
#define EXIT		     I(0x95, 0, 0, 0, 0)
#define FUNCTION(dst, slots) I(0x18, dst, BPF_PSEUDO_FUNC, 0, slots), I(0, 0, 0, 0, 0)
#define MOV_K(dst, imm)	     I(0xb7, dst, 0, 0, imm)
#define MOV_X(dst, src)	     I(0xbf, dst, src, 0, 0)
#define ADD_K(dst, imm)	     I(0x07, dst, 0, 0, imm)
#define ADD_X(dst, src)	     I(0x0f, dst, src, 0, 0)
#define LOAD(dst, src, off)  I(0x79, dst, src, off, 0)
#define STORE(dst, off, src) I(0x7b, dst, src, off, 0)
#define STORE_K(dst, off, k) I(0x7a, dst, 0, off, k)
#define CALL(number)	     I(0x85, 0, 0, 0, number)
#define LOCAL(slots)	     I(0x85, 0, 1, 0, slots)
#define MAKE(mode, ...)                                                                            \
	make(mode, (const struct bpf_insn[]){__VA_ARGS__},                                         \
	     sizeof((struct bpf_insn[]){__VA_ARGS__}) / sizeof(struct bpf_insn))

enum { EACH = 1, NESTED = 2, MANY = 65535 };

/* What helpers note. */
struct notes {
	u32 calls;  /* back */
	u32 number; /* of the helper with the largest */
	u64 kept;   /* function */
};

/* Calls r1 back r2 times with the number, r3, and as r3 to r5 what only they have. */
static u64 each(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	struct notes *notes = skep_run_env(run);
	u64 sum = 0;

	(void)r4, (void)r5;
	for (u64 i = 0; i < r2 && !run->fault; i++) {
		notes->calls++;
		sum += skep_run_callback(run, r1, i, r3, 0x300, 0x40000, 0x5000000);
	}
	return sum;
}

/* Calls r1 back, to be given itself and one less. */
static u64 nested(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	struct notes *notes = skep_run_env(run);

	(void)r3, (void)r4, (void)r5;
	if (!r2)
		return 100;
	notes->calls++;
	return skep_run_callback(run, r1, r1, r2 - 1, 0, 0, 0);
}

static u64 last(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	struct notes *notes = skep_run_env(run);

	(void)r2, (void)r3, (void)r4, (void)r5;
	notes->number = MANY;
	notes->kept = r1;
	return 0;
}

struct made {
	struct skep_prog *prog;
	struct skep_code *code;
	struct notes notes;
	struct skep_diag d;
};

static struct made make(enum skep_code_mode mode, const struct bpf_insn *insns, size_t count)
{
	static skep_helper table[MANY + 1] = {[EACH] = each, [NESTED] = nested, [MANY] = last};
	static const struct skep_helpers helpers = {.table = table, .count = SKEP_COUNT(table)};
	const struct skep_code_options options = {.mode = mode, .budget = 1000};
	struct made m = {.prog = skep_prog_new(SKEP_PROG_RAW, insns, (u32)count, NULL)};

	m.code = skep_code_make(m.prog, &options, &helpers, &m.d);
	test_ok(m.code != NULL, "mode %d: runnable: %s", mode, m.d.what);
	return m;
}

static void done(struct made *m)
{
	skep_code_free(m->code);
	skep_prog_free(m->prog);
}

static void expect(struct made m, u64 want, u32 calls, const char *name)
{
	struct skep_run run;

	skep_run_init(&run, m.code, &m.notes);
	test_eq(skep_code_enter(m.code, &run, 0), want, "%s: r0", name);
	test_eq(run.fault, SKEP_FAULT_NONE, "%s: ends well", name);
	test_eq(m.notes.calls, calls, "%s: calls back", name);
	done(&m);
}

static void refuse(struct made m, const char *what, u32 calls)
{
	struct skep_run run;

	skep_run_init(&run, m.code, &m.notes);
	test_eq(skep_code_enter(m.code, &run, 0), 0, "a stopped run gives 0");
	test_ok(!skep_run_explain(&run, &m.d) && strstr(m.d.what, what), "says '%s': %s", what,
		m.d.what);
	test_eq(m.notes.calls, calls, "calls back until then");
	done(&m);
}

static const enum skep_code_mode modes[] = {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN, SKEP_CODE_BUDGET,
					    SKEP_CODE_CHECKED};

static void test_arguments(enum skep_code_mode mode)
{
	expect(MAKE(mode, FUNCTION(1, 4), MOV_K(2, 3), CALL(EACH), EXIT, MOV_X(0, 1), ADD_X(0, 3),
		    ADD_X(0, 4), ADD_X(0, 5), EXIT),
	       3 * 0x5040300 + 3, 3, "r1 and r3 to r5, and r0");
	/* r2 is the caller's stack; the callback has a frame and r6 of its own. */
	expect(MAKE(mode, MOV_K(6, 1000), STORE_K(10, -8, 0), FUNCTION(1, 9), MOV_K(2, 10),
		    MOV_X(3, 10), ADD_K(3, -8), CALL(EACH), LOAD(1, 10, -8), ADD_X(0, 1),
		    ADD_X(0, 6), EXIT, LOAD(3, 2, 0), ADD_X(3, 1), STORE(2, 0, 3),
		    STORE_K(10, -8, 7), MOV_K(6, 2), MOV_K(0, 0), EXIT),
	       1045, 10, "frames and saved registers");
	expect(MAKE(mode, FUNCTION(1, 3), CALL(MANY), MOV_K(0, 5), EXIT, MOV_K(0, 1), EXIT), 5, 0,
	       "a helper with the largest number");
}

/* From a local call, and with local calls, by both ways. */
static void test_deeper(enum skep_code_mode mode)
{
	expect(MAKE(mode, MOV_K(6, 1), LOCAL(2), ADD_X(0, 6), EXIT, MOV_K(6, 5), FUNCTION(1, 5),
		    MOV_K(2, 4), CALL(EACH), ADD_X(0, 6), EXIT, MOV_K(6, 30), STORE_K(10, -8, 2),
		    LOCAL(3), LOAD(1, 10, -8), ADD_X(0, 1), EXIT, STORE_K(10, -8, 9), MOV_K(6, 7),
		    MOV_K(0, 10), EXIT),
	       54, 4, "in a local call, with a local call");
	/* The same function again and again: the inner helper calls leave the outer loop alone. */
	expect(MAKE(mode, FUNCTION(1, 4), MOV_K(2, 3), CALL(EACH), EXIT, FUNCTION(1, 4),
		    MOV_K(2, 2), CALL(EACH), EXIT, STORE_K(10, -512, 3), LOCAL(1), EXIT,
		    LOAD(1, 10, -8), MOV_K(0, 1), EXIT),
	       6, 3 + 6, "a callback that has callbacks");
}

static void test_depth(enum skep_code_mode mode)
{
	/* Eight frames in all. */
	expect(MAKE(mode, FUNCTION(1, 4), MOV_K(2, 7), CALL(NESTED), EXIT, STORE_K(10, -512, 1),
		    CALL(NESTED), ADD_K(0, 1), EXIT),
	       107, 7, "as deep as may be");
	refuse(MAKE(mode, FUNCTION(1, 4), MOV_K(2, 8), CALL(NESTED), EXIT, STORE_K(10, -512, 1),
		    CALL(NESTED), ADD_K(0, 1), EXIT),
	       "limit of 8 frames", 8);
	/* Local calls below a callback are counted too: 1 + 1 + 6 frames. */
	expect(MAKE(mode, FUNCTION(1, 4), MOV_K(2, 1), CALL(EACH), EXIT, MOV_K(1, 5), LOCAL(1),
		    EXIT, I(0x15, 1, 0, 2, 0), ADD_K(1, -1), LOCAL(-3), MOV_K(0, 9), EXIT),
	       9, 1, "local calls below");
	refuse(MAKE(mode, FUNCTION(1, 4), MOV_K(2, 5), CALL(EACH), EXIT, MOV_K(1, 6), LOCAL(1),
		    EXIT, I(0x15, 1, 0, 2, 0), ADD_K(1, -1), LOCAL(-3), MOV_K(0, 9), EXIT),
	       "limit of 8 frames", 1);
}

/* A fault of a callback does not stay in the machine: the next entry is as the first. */
static void test_again(enum skep_code_mode mode)
{
	struct made m =
	    MAKE(mode, MOV_X(2, 1), FUNCTION(1, 3), CALL(NESTED), EXIT, CALL(NESTED), EXIT);
	struct skep_run run;

	skep_run_init(&run, m.code, &m.notes);
	for (u32 i = 0; i < 3; i++) {
		test_eq(skep_code_enter(m.code, &run, 9), 0, "a run too deep");
		test_eq(run.fault, SKEP_FAULT_DEPTH, "is stopped");
		test_eq(skep_code_enter(m.code, &run, 3), 100, "the next is not");
	}
	done(&m);
}

static void test_outermost(enum skep_code_mode mode)
{
	struct made m = MAKE(mode, FUNCTION(1, 4), CALL(MANY), MOV_K(0, 0), EXIT,
			     STORE(10, -512, 1), STORE_K(10, -8, 1), ADD_X(1, 2),
			     I(0x15, 3, 0, 2, 0), ADD_K(3, -1), LOCAL(-6), MOV_X(0, 1), EXIT);
	struct skep_run run;

	skep_run_init(&run, m.code, &m.notes);
	skep_code_enter(m.code, &run, 0);
	test_eq(skep_function_enter(m.notes.kept, &run, 40, 2, 0), 42, "where no program runs");
	skep_function_enter(m.notes.kept, &run, 40, 0, 7);
	test_eq(run.fault, SKEP_FAULT_NONE, "it has eight frames");
	test_eq(skep_function_enter(m.notes.kept, &run, 40, 0, 8), 0, "and no more");
	test_eq(run.fault, SKEP_FAULT_DEPTH, "as is said");
	done(&m);
}

static void test_watched(void)
{
	refuse(MAKE(SKEP_CODE_CHECKED, FUNCTION(1, 4), MOV_K(2, 5), CALL(EACH), EXIT, MOV_K(0, 0),
		    LOAD(0, 10, 0), EXIT),
	       "instruction 6: LDX64 reads 8 bytes", 1);
	refuse(MAKE(SKEP_CODE_CHECKED, FUNCTION(1, 4), MOV_K(2, 5), CALL(EACH), EXIT, MOV_K(0, 0),
		    LOAD(0, 10, -1032), EXIT),
	       "nearest is the stack: that is offset -8 of its 1024 bytes", 1);
	/* What is behind the frame in use is nobody's, once callbacks are over. */
	refuse(MAKE(SKEP_CODE_CHECKED, FUNCTION(1, 4), MOV_K(2, 2), CALL(EACH), LOAD(0, 10, 8),
		    EXIT, EXIT),
	       "nearest is the stack: that is offset 520 of its 512 bytes", 2);
	refuse(MAKE(SKEP_CODE_BUDGET, FUNCTION(1, 4), MOV_K(2, 5), CALL(EACH), EXIT,
		    I(0x05, 0, 0, -1, 0)),
	       "budget of 1000 instructions", 1);
	refuse(MAKE(SKEP_CODE_BUDGET, FUNCTION(1, 4), MOV_K(2, 2000), CALL(EACH), EXIT, MOV_K(0, 0),
		    EXIT),
	       "budget of 1000 instructions", 499);
}

static void test_refused(void)
{
	static const struct bpf_insn insns[] = {FUNCTION(1, 1), EXIT, EXIT};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, SKEP_COUNT(insns), NULL);
	struct skep_diag d = {0};

	test_ok(!skep_code_new(prog, &d) && strstr(d.what, "a function's address"),
		"a program on its own has no callbacks: %s", d.what);
	skep_prog_free(prog);
}

int main(void)
{
	for (size_t i = 0; i < SKEP_COUNT(modes); i++) {
		test_arguments(modes[i]);
		test_deeper(modes[i]);
		test_depth(modes[i]);
		test_again(modes[i]);
		test_outermost(modes[i]);
	}
	test_watched();
	test_refused();
	return test_end();
}
