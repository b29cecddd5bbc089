/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs (maker.h) with pruning and without: the same verdict, and of a refused one the
 * same instruction. Without it no state is compared with another, so what is looked at is all that
 * can happen, as far as the budget goes: where that ends first nothing is said.
 *
 * usage: verify_pruning SEED COUNT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oracle.h"
#include "test.h"
#include "verify/walk.h"

enum { BUDGET = 60000 };

struct answer {
	bool accepted;
	enum skep_rule rule;
	s64 place;
	u64 visited;
	char what[160];
};

struct totals {
	u32 accepted, refused; /* both say so */
	u32 unknown;	       /* one of them ran out of its budget */
	u32 wrong;
	u64 pruned, plain; /* instructions visited */
};

static void no_checkpoints(struct skep_walk *w, void *data)
{
	(void)data;
	if (w->visited == 1)
		for (u32 i = 0; i < w->code.count; i++)
			w->code.insns[i].flags &= ~(u32)SKEP_VI_CHECKPOINT;
}

static void nothing(struct skep_walk *w, void *data)
{
	(void)w, (void)data;
}

static void ask(const struct made *p, const struct subject_maps *maps, bool prune, struct answer *a)
{
	static const struct skep_watch plain = {.before = no_checkpoints, .after = nothing};
	struct skep_verify_input in = {.insns = p->insns,
				       .count = p->count,
				       .prog_type =
					   p->xdp ? BPF_PROG_TYPE_XDP : BPF_PROG_TYPE_SOCKET_FILTER,
				       .gpl = true,
				       .maps = maps->list,
				       .map_count = maps->count};
	struct skep_verify_options options = {.budget = BUDGET};
	struct skep_walk *w = calloc(1, sizeof(*w));
	struct skep_verdict verdict = {0};
	struct skep_diag d = {0};

	skep_walk_init(w, &in, &options, &verdict);
	w->watch = prune ? NULL : &plain;
	*a = (struct answer){.accepted = skep_walk_all(w, &d), .place = -1};
	a->rule = verdict.rule;
	a->visited = w->visited;
	if (!a->accepted)
		a->place = d.place.at;
	snprintf(a->what, sizeof(a->what), "%.150s", d.what);
	skep_walk_fini(w);
	free(w);
	skep_verdict_fini(&verdict);
}

/* Without pruning a loop without an end is one that takes too long. */
static bool is_unknown(const struct answer *a)
{
	return !a->accepted && (a->rule == SKEP_RULE_BUDGET || a->rule == SKEP_RULE_LOOP);
}

static void compare(const struct made *program, const struct subject_maps *maps, u64 seed,
		    struct totals *t)
{
	struct answer with, without;

	ask(program, maps, true, &with);
	ask(program, maps, false, &without);
	t->pruned += with.visited;
	t->plain += without.visited;
	if (is_unknown(&with) || is_unknown(&without)) {
		t->unknown++;
	} else if (with.accepted == without.accepted && with.place == without.place) {
		t->accepted += with.accepted;
		t->refused += !with.accepted;
	} else if (t->wrong++ < 10) {
		printf("# seed %llu: with pruning %s @%lld %s; without %s @%lld %s\n",
		       (unsigned long long)seed, with.accepted ? "accepted" : "refused",
		       (long long)with.place, with.what, without.accepted ? "accepted" : "refused",
		       (long long)without.place, without.what);
	}
}

int main(int argc, char **argv)
{
	u64 seed = argc > 1 ? strtoull(argv[1], NULL, 0) : 1;
	u32 count = argc > 2 ? (u32)strtoul(argv[2], NULL, 0) : 1000;
	struct subject_maps maps;
	struct totals t = {0};
	struct made program;

	test_ok(!oracle_maps(&maps), "there are maps");
	for (u32 i = 0; i < count; i++) {
		u64 one = seed * 1000000 + i;

		maker_make(&(struct choices){.state = one * 0x9e3779b97f4a7c15u + 1}, &program);
		compare(&program, &maps, one, &t);
	}
	subject_free_maps(&maps);
	printf("# %u programs: %u accepted and %u refused either way, %u beyond the budget of one; "
	       "%llu instructions visited with pruning, %llu without\n",
	       count, t.accepted, t.refused, t.unknown, (unsigned long long)t.pruned,
	       (unsigned long long)t.plain);
	test_ok(t.wrong == 0 && t.accepted > 0 && t.refused > 0 && t.plain > t.pruned,
		"pruning changes no verdict of %u programs", count);
	return test_end();
}
