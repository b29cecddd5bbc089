/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs that call functions of the kernel (maker_kernel.h), run: r0 and the map `out`
 * must be the same in Linux and in each engine, and what Linux refuses none of them loads.
 *
 * usage: helper_kernel SEED COUNT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../verify/maker_kernel.h"
#include "prog/prog.h"
#include "run.h"
#include "test.h"

struct totals {
	u32 run, refused, wrong;
};

static bool same(const struct outcome *a, const struct outcome *b)
{
	if (a->load < 0 || b->load < 0)
		return (a->load < 0) == (b->load < 0);
	return a->run == b->run && a->result == b->result &&
	       memcmp(a->out, b->out, sizeof(a->out)) == 0;
}

static void compare(const struct side sides[RUN_SIDES], const struct subject *s, u64 seed,
		    struct totals *t)
{
	struct outcome theirs, ours;
	char log[RUN_LOG];

	side_try(&sides[0], s, &theirs, log);
	/* Its verifier says so where it finds that it has a bug. */
	if (theirs.load == -EFAULT)
		return;
	t->run += theirs.load >= 0;
	t->refused += theirs.load < 0;
	for (u32 i = 1; i < RUN_SIDES; i++) {
		side_try(&sides[i], s, &ours, log);
		if (same(&theirs, &ours) || t->wrong++ >= 10)
			continue;
		printf("# seed %llu, %s: load %ld, run %ld, r0 %u; Linux: load %ld, run %ld, r0 "
		       "%u\n# %.200s\n",
		       (unsigned long long)seed, sides[i].name, ours.load, ours.run, ours.result,
		       theirs.load, theirs.run, theirs.result, ours.load < 0 ? log : "");
	}
}

static bool try_one(const struct side sides[RUN_SIDES], struct maker_kernel *k, u64 seed,
		    struct totals *t)
{
	struct choices c = {.state = seed * 0x9e3779b97f4a7c15u + 3};
	struct subject s = {.maps = &k->maps, .funcs = &k->funcs, .kernel = k->kernel};
	char wrong[SUBJECT_TEXT];
	struct skep_prog *prog = maker_kernel_make(&c, k, &s.type, wrong);

	if (!prog)
		return test_ok(false, "program %llu: %s", (unsigned long long)seed, wrong);
	s.insns = prog->insns;
	s.count = prog->count;
	compare(sides, &s, seed, t);
	skep_prog_free(prog);
	return true;
}

int main(int argc, char **argv)
{
	u64 seed = argc > 1 ? strtoull(argv[1], NULL, 0) : 1;
	u32 count = argc > 2 ? (u32)strtoul(argv[2], NULL, 0) : 200;
	struct side sides[RUN_SIDES];
	struct maker_kernel k;
	struct totals t = {0};
	bool there = sides_open(sides);

	there = maker_kernel_init(&k) && there;
	k.runs = true;
	for (u32 i = 0; i < count && there; i++)
		there = try_one(sides, &k, seed * 1000000 + i, &t);
	maker_kernel_fini(&k);
	sides_close(sides);
	if (!there) {
		test_skip("programs that call the kernel",
			  "bpf(2) is not allowed, or this is not Linux 6.18");
		return test_end();
	}
	printf("# %u programs run everywhere, %u are refused by all\n", t.run, t.refused);
	test_ok(!t.wrong && t.run, "%u programs leave the same in Linux and in each engine", count);
	return test_end();
}
