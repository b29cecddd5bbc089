/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs that our verifier accepts, run in the checked interpreter (oracle.h), with what
 * Linux sees and with all that can be seen.
 *
 * usage: verify_runs SEED PROGRAMS RUNS */
#include <stdio.h>
#include <stdlib.h>

#include "oracle.h"
#include "test.h"

struct totals {
	u32 accepted, widened, broken;
	u64 runs, executions;
};

static void run(const struct oracle_question *q, struct totals *t)
{
	struct oracle_result result;

	oracle_ask(q, &result);
	t->accepted += result.verdict != ORACLE_REFUSED;
	t->widened += result.widened;
	t->runs += result.runs;
	t->executions += result.executions;
	if (result.verdict != ORACLE_BROKEN)
		return;
	t->broken++;
	printf("# seed %llu%s: %s\n", (unsigned long long)q->seed, q->beyond ? ", beyond" : "",
	       result.what);
}

int main(int argc, char **argv)
{
	u64 seed = argc > 1 ? strtoull(argv[1], NULL, 0) : 1;
	u32 count = argc > 2 ? (u32)strtoul(argv[2], NULL, 0) : 1000;
	struct oracle_question q = {.runs = argc > 3 ? (u32)strtoul(argv[3], NULL, 0) : 20};
	struct subject_maps maps;
	struct totals t = {0};
	struct made program;

	test_ok(!oracle_maps(&maps), "there are maps");
	q.maps = &maps;
	q.program = &program;
	for (u32 i = 0; i < count; i++) {
		q.seed = seed * 1000000 + i;
		maker_make(&(struct choices){.state = q.seed * 0x9e3779b97f4a7c15u + 1}, &program);
		q.beyond = i % 2 == 0;
		run(&q, &t);
	}
	subject_free_maps(&maps);
	printf("# %u programs, %u accepted, %u with loops as a whole, run %llu times, %llu "
	       "instructions\n",
	       count, t.accepted, t.widened, (unsigned long long)t.runs,
	       (unsigned long long)t.executions);
	test_ok(t.broken == 0 && t.executions > 0 && t.widened > 0,
		"no trap and no broken claim in %u programs", count);
	return test_end();
}
