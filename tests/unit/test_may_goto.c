/* SPDX-License-Identifier: BSD-2-Clause */
/* may_goto goes on SKEP_MAY_GOTOS times in a run, wherever it stands, and then jumps: the same in
 * each engine, and anew in each run. */
#include <skep/asm.h>

#include "prog/prog.h"
#include "test.h"
#include "vm/vm.h"

enum { ENOUGH = 100000000 }; /* instructions */

static const enum skep_code_mode modes[] = {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN, SKEP_CODE_BUDGET,
					    SKEP_CODE_CHECKED};

static const struct {
	const char *name, *text;
	u64 result;
} programs[] = {
    {"a loop that nothing else ends",
     "r0 = 0\nagain: may_goto out\nr0 += 1\ngoto again\nout: exit\n", SKEP_MAY_GOTOS},
    {"over a jump back", "r0 = 0\nagain: r0 += 1\nmay_goto +1\ngoto again\nexit\n",
     SKEP_MAY_GOTOS + 1},
    {"two in a loop", "r0 = 0\nagain: may_goto out\nr0 += 1\nmay_goto out\ngoto again\nout: exit\n",
     SKEP_MAY_GOTOS / 2},
    {"one count for all functions",
     "call f\nr6 = r0\ncall f\nr6 <<= 32\nr0 += r6\nexit\n"
     "f: r0 = 0\nagain: may_goto out\nr0 += 1\ngoto again\nout: exit\n",
     (u64)SKEP_MAY_GOTOS << 32},
    {"behind its end it always jumps",
     "r0 = 0\nagain: may_goto out\ngoto again\nout: may_goto +1\nr0 += 1\nmay_goto +1\nr0 += "
     "2\nexit\n",
     0},
};

static struct skep_code *make(const struct skep_prog *prog, enum skep_code_mode mode)
{
	const struct skep_code_options options = {.mode = mode, .budget = ENOUGH};
	struct skep_diag d = {0};
	struct skep_code *code = skep_code_new_with(prog, &options, &d);

	test_ok(code, "code for mode %d: %s", mode, d.what);
	return code;
}

static void test_in(const struct skep_prog *prog, enum skep_code_mode mode, size_t program)
{
	struct skep_code *code = make(prog, mode);

	for (u32 n = 0; code && n < (mode == SKEP_CODE_DEFAULT ? 2 : 1); n++)
		test_eq(skep_code_run(code, NULL, 0), programs[program].result, "%s",
			programs[program].name);
	skep_code_free(code);
}

/* Packets of one call have a count each. */
static void test_packets(enum skep_code_mode mode)
{
	static const struct skep_packet packets[3];
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, programs[0].text, &d);
	struct skep_code *code = prog ? make(prog, mode) : NULL;
	u32 verdicts[3] = {0};

	if (code)
		skep_code_run_packets(code, packets, 3, verdicts);
	for (u32 i = 0; i < 3; i++)
		test_eq(verdicts[i], programs[0].result, "a packet's count");
	skep_code_free(code);
	skep_prog_free(prog);
}

int main(void)
{
	for (size_t i = 0; i < SKEP_COUNT(programs); i++) {
		struct skep_diag d = {0};
		struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, programs[i].text, &d);

		test_ok(prog, "%s: %s", programs[i].name, d.what);
		for (size_t m = 0; prog && m < SKEP_COUNT(modes); m++)
			test_in(prog, modes[m], i);
		skep_prog_free(prog);
	}
	test_packets(SKEP_CODE_DEFAULT);
	test_packets(SKEP_CODE_PLAIN);
	return test_end();
}
