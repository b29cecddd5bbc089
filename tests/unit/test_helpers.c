/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of the host's own: which prototypes are taken, what a program's call gives them in each
 * engine, and what the checked interpreter says of their arguments. */
#include <skep/asm.h>
#include <skep/helper.h>

#include "fault_alloc.h"
#include "prog/prog.h"
#include "test.h"

static const enum skep_code_mode modes[] = {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN, SKEP_CODE_BUDGET,
					    SKEP_CODE_CHECKED};

static u64 weigh(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	return r1 + 10 * r2 + 100 * r3 + 1000 * r4 + 10000 * r5 + *(u64 *)skep_run_user(run);
}

/* Fills r2 bytes at r1 with the byte at r3, 0 if that is NULL. */
static u64 fill(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	const u8 *with = (const u8 *)(uintptr_t)r3;

	(void)run, (void)r4, (void)r5;
	if (r2)
		memset((void *)(uintptr_t)r1, with ? *with : 0, r2);
	return r2;
}

static const struct skep_helper_prototype weigh_prototype = {
    .number = 100, .name = "weigh", .function = weigh};
static const struct skep_helper_prototype fill_prototype = {
    .number = 7,
    .name = "fill",
    .function = fill,
    .arguments = {{.takes = SKEP_TAKES_WRITABLE},
		  {.takes = SKEP_TAKES_SIZE},
		  {.takes = SKEP_TAKES_READABLE, .size = 1, .or_null = true}}};

struct made {
	struct skep_helper_set *set;
	struct skep_prog *prog;
	struct skep_code *code;
	struct skep_diag d;
};

static struct made make(enum skep_code_mode mode, const char *text, void *user)
{
	struct made m = {.set = skep_helper_set_new(user, NULL)};
	struct skep_code_options options = {.mode = mode, .helpers = m.set};

	if (skep_helper_set_add(m.set, &weigh_prototype, &m.d) &&
	    skep_helper_set_add(m.set, &fill_prototype, &m.d))
		m.prog = skep_prog_parse(SKEP_PROG_RAW, text, &m.d);
	if (m.prog)
		m.code = skep_code_new_with(m.prog, &options, &m.d);
	return m;
}

static void done(struct made *m)
{
	skep_code_free(m->code);
	skep_prog_free(m->prog);
	skep_helper_set_free(m->set);
}

/* ---- prototypes */

static void refuse(struct skep_helper_prototype p, const char *what)
{
	struct skep_helper_set *set = skep_helper_set_new(NULL, NULL);
	struct skep_diag d = {0};

	skep_helper_set_add(set, &weigh_prototype, NULL);
	test_ok(!skep_helper_set_add(set, &p, &d) && strstr(d.what, what), "refused: %s", d.what);
	test_ok(p.number == 100 || !skep_helper_set_get(set, p.number), "and not there");
	skep_helper_set_free(set);
}

static void test_prototypes(void)
{
	struct skep_helper_prototype p = {.number = 3, .name = "f", .function = weigh};

	refuse((struct skep_helper_prototype){.number = 3, .function = weigh}, "has no name");
	refuse((struct skep_helper_prototype){.number = 3, .name = "f"}, "has no function");
	p.number = 100;
	refuse(p, "helper 100 (f): the number is that of weigh");
	p.number = 1 << 16;
	refuse(p, "numbers are 0 to 65535");
	p.number = 3;
	p.arguments[0].takes = SKEP_TAKES_SIZE;
	refuse(p, "argument 1 is the size of no memory");
	p.arguments[0].takes = SKEP_TAKES_READABLE;
	refuse(p, "argument 1 is memory without a size");
	p.arguments[0].size = 4;
	p.arguments[1].takes = SKEP_TAKES_SIZE;
	refuse(p, "argument 2 is the size of no memory");
	p.arguments[1].takes = SKEP_TAKES_NOTHING;
	p.arguments[2].takes = SKEP_TAKES_NUMBER;
	refuse(p, "argument 3 comes behind one that is not there");
	p.arguments[1].takes = (enum skep_takes)9;
	refuse(p, "argument 2 is of no kind");
	p.arguments[1].takes = p.arguments[3].takes = SKEP_TAKES_NUMBER;
	p.arguments[4].takes = SKEP_TAKES_WRITABLE;
	refuse(p, "argument 5 is memory without a size");
}

static void test_set(void)
{
	char name[] = "weigh";
	struct skep_helper_prototype p = weigh_prototype;
	struct skep_helper_set *set = skep_helper_set_new(NULL, NULL);

	p.name = name;
	test_ok(skep_helper_set_add(set, &p, NULL), "a helper is added");
	name[0] = 'X';
	test_text(skep_helper_set_get(set, 100)->name, "weigh", "its name is a copy");
	test_ok(!skep_helper_set_get(set, 99) && !skep_helper_set_get(set, 101), "no other is");
	skep_helper_set_free(set);
	skep_helper_set_free(NULL);
}

static void test_no_memory(void)
{
	struct skep_helper_set *set = skep_helper_set_new(NULL, NULL);
	struct skep_diag d = {0};

	for (u32 n = 1; n <= 3; n++) {
		fault_after(n);
		d = (struct skep_diag){0};
		test_ok(!skep_helper_set_add(set, &fill_prototype, &d) && d.code == SKEP_E_NOMEM,
			"allocation %u fails: it is said", n);
		test_ok(!skep_helper_set_get(set, 7), "and nothing is added");
	}
	fault_after(1);
	test_ok(!skep_helper_set_new(NULL, NULL), "no memory for a set");
	fault_after(0);
	test_ok(skep_helper_set_add(set, &fill_prototype, NULL), "then it is");
	skep_helper_set_free(set);
}

/* ---- calls */

static void test_call(enum skep_code_mode mode)
{
	u64 user = 100000, result = 0;
	struct made m = make(mode,
			     "r1 = 1\nr2 = 2\nr3 = 3\nr4 = 4\nr5 = 5\ncall 100\n"
			     "exit",
			     &user);

	test_ok(m.code && skep_code_try(m.code, NULL, 0, &result, &m.d), "mode %d: runs %s", mode,
		m.d.what);
	test_eq(result, 154321, "mode %d: r1 to r5 and what is the user's", mode);
	done(&m);
	m = make(mode, "call 8\nexit", &user);
	test_ok(!m.code && strstr(m.d.what, "calls helper 8"), "mode %d: %s", mode, m.d.what);
	test_ok(strstr(m.d.hint, "skep_helper_set_add") != NULL, "mode %d: %s", mode, m.d.hint);
	done(&m);
}

static void test_memory(enum skep_code_mode mode)
{
	struct made m = make(mode, "*(u8 *)(r10 -1) = 7\nr3 = r10\nr3 += -1\ncall 7\nexit", NULL);
	u8 memory[3][4] = {{0}};
	const struct skep_memory batch[] = {{memory[0], 4}, {memory[1], 2}, {memory[2], 0}};
	u64 results[3] = {9, 9, 9};

	skep_code_run_batch(m.code, batch, 3, results);
	test_ok(memcmp(memory, "\7\7\7\7\7\7\0\0\0\0\0\0", 12) == 0, "mode %d: it fills", mode);
	test_ok(results[0] == 4 && results[1] == 2 && results[2] == 0,
		"mode %d: a batch has its results", mode);
	done(&m);
}

/* The checked interpreter ends the run before the helper is called. */
static void stop(const char *text, const char *what)
{
	u8 memory[8] = {1, 1, 1, 1, 1, 1, 1, 1};
	u64 result = 5;
	struct made m = make(SKEP_CODE_CHECKED, text, NULL);

	test_ok(m.code && !skep_code_try(m.code, memory, sizeof(memory), &result, &m.d) &&
		    strstr(m.d.what, what),
		"stopped: %s", m.d.what);
	test_eq(result, 0, "a stopped run gives 0");
	test_ok(memchr(memory, 0, sizeof(memory)) == NULL, "nothing was written");
	done(&m);
}

static void test_checked(void)
{
	struct made m = make(SKEP_CODE_CHECKED, "r1 = 0\nr2 = 0\nr3 = 0\ncall 7\nexit", NULL);
	u64 result = 5;

	test_ok(skep_code_try(m.code, NULL, 0, &result, &m.d) && result == 0,
		"no bytes may be anywhere, and NULL stands where it may: %s", m.d.what);
	done(&m);
	stop("r2 = 9\nr3 = 0\ncall 7\nexit", "instruction 2: fill writes 9 bytes");
	stop("r3 = 1\ncall 7\nexit", "instruction 1: fill reads 1 bytes at 0x1");
	stop("r2 = -1\nr3 = 0\ncall 7\nexit", "fill writes 4294967295 bytes");
	stop("r1 = 0\nr3 = 0\ncall 7\nexit", "fill writes 8 bytes at 0x0");
}

int main(void)
{
	test_prototypes();
	test_set();
	test_no_memory();
	for (u32 i = 0; i < SKEP_COUNT(modes); i++) {
		test_call(modes[i]);
		test_memory(modes[i]);
	}
	test_checked();
	return test_end();
}
