/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs, run step by step: what is dead is poisoned and never read; what is not precise
 * gets other values, and nothing that decides anything changes. */
#include <skep/asm.h>
#include <skep/filter.h>
#include <stdlib.h>

#include "base/arena.h"
#include "fault_alloc.h"
#include "live_helpers.h"
#include "live_maker.h"
#include "live_run.h"
#include "prog/prog.h"
#include "test.h"

enum { RUNS = 6 };

struct counts {
	u64 programs, refused, steps, changes[3], ends[4];
};

static void show(const struct live_program *p)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, p->insns, p->count, NULL);
	const struct skep_text_options listing = {.listing = true};
	char *text = prog ? skep_prog_text(prog, &listing, NULL) : NULL, *rest = NULL;

	for (char *line = text ? strtok_r(text, "\n", &rest) : NULL; line;
	     line = strtok_r(NULL, "\n", &rest))
		printf("# %s\n", line);
	skep_text_free(text);
	skep_prog_free(prog);
}

static bool same(const struct live_outcome *a, const struct live_outcome *b)
{
	return a->end == b->end && a->slot == b->slot && a->trace == b->trace;
}

static bool run(const struct skep_vcode *c, u64 seed, struct counts *n)
{
	const struct live_outcome plain = live_run(c, seed, LIVE_CHANGE_NONE, 0);
	struct live_outcome other;

	n->steps += plain.steps;
	n->ends[plain.end]++;
	for (enum live_change change = LIVE_POISON; change <= LIVE_SCRAMBLE; change++) {
		other = live_run(c, seed, change, seed * 3 + change);
		n->changes[change] += other.changes;
		if (same(&plain, &other))
			continue;
		printf("# %s: at %u: end %d, else at %u: end %d\n",
		       change == LIVE_POISON ? "what is dead is read" : "what is imprecise decides",
		       other.slot, other.end, plain.slot, plain.end);
		return false;
	}
	return true;
}

/* Each loop has a place where states are compared. */
static bool has_checkpoints(const struct skep_vcode *c)
{
	bool seen[LIVE_INSNS] = {true};

	for (u32 i = 0; i < c->count; i++)
		if (c->insns[i].flags & SKEP_VI_CHECKPOINT)
			seen[c->scc[i]] = true;
	for (u32 i = 0; i < c->count; i++)
		if (!seen[c->scc[i]])
			return false;
	return true;
}

static bool check(const struct live_program *p, u64 seed, struct counts *n)
{
	struct skep_vcode_input in = {.insns = p->insns,
				      .count = p->count,
				      .has_func_info = true,
				      .checks_return = seed & 1,
				      .context = p->insns,
				      .call = live_call,
				      .map = live_map};
	struct skep_arena arena = {0};
	struct skep_vcode c;
	bool ok = true;

	n->programs++;
	if (skep_vcode_init(&c, &arena, &in, NULL)) {
		ok = has_checkpoints(&c);
		for (u64 i = 0; ok && i < RUNS; i++)
			ok = run(&c, seed * RUNS + i, n);
	} else {
		n->refused++;
	}
	skep_arena_fini(&arena);
	return ok;
}

int main(int argc, char **argv)
{
	static struct live_program p;
	u64 first = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
	u64 count = argc > 2 ? strtoull(argv[2], NULL, 10) : 3000;
	struct counts n = {0};

	for (u64 seed = first; seed < first + count; seed++) {
		live_make(&p, seed * 0x9e3779b97f4a7c15u + 1);
		if (check(&p, seed, &n))
			continue;
		show(&p);
		test_ok(false, "program %llu", (unsigned long long)seed);
		return test_end();
	}
	printf("# %llu programs (%llu not reached everywhere), %llu instructions run; %llu runs "
	       "end, %llu "
	       "stop, %llu tire; %llu poisoned, %llu scrambled\n",
	       (unsigned long long)n.programs, (unsigned long long)n.refused,
	       (unsigned long long)n.steps, (unsigned long long)n.ends[LIVE_ENDS],
	       (unsigned long long)n.ends[LIVE_STOPS], (unsigned long long)n.ends[LIVE_TIRES],
	       (unsigned long long)n.changes[LIVE_POISON],
	       (unsigned long long)n.changes[LIVE_SCRAMBLE]);
	test_ok(n.refused * 3 < n.programs * 2, "most programs are looked at");
	test_ok(n.changes[LIVE_POISON] && n.changes[LIVE_SCRAMBLE], "things are changed");
	test_ok(true, "what is dead is not read, what is imprecise decides nothing");
	return test_end();
}
