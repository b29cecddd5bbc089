/* SPDX-License-Identifier: BSD-2-Clause */
/* Loading the programs of object files: skep's verifier beside Linux's, rounds of both in turn, the
 * least of each. Linux's time is that of BPF_PROG_LOAD, which holds its JIT besides. Needs root for
 * Linux.
 *
 * usage: verify_objects [-r ROUNDS] OBJECT... */
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/verify.h"

enum { PROGRAMS = 512 };

struct program {
	char name[96];
	double best[2]; /* ns: skep, Linux; 0: refused or not had */
	u64 visited, states;
	u32 insns;
	size_t memory;
};

struct side {
	struct program *programs;
	const char *object;
	u32 count; /* of this object so far */
	bool linux_side;
};

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void keep(void *context, const struct skep_object_verdict *v)
{
	struct side *s = context;
	struct program *p = &s->programs[s->count++];
	double ns = (double)v->nanoseconds;

	if (!s->linux_side) {
		snprintf(p->name, sizeof(p->name), "%.40s/%.50s", base_name(s->object), v->prog);
		p->visited = v->visited;
		p->states = v->states;
		p->insns = v->insns;
		p->memory = v->memory;
	}
	if (v->outcome == SKEP_OBJECT_ACCEPTED &&
	    (!p->best[s->linux_side] || ns < p->best[s->linux_side]))
		p->best[s->linux_side] = ns;
}

static u32 ask(struct program *programs, const char *path, bool linux_side)
{
	struct side s = {.programs = programs, .object = path, .linux_side = linux_side};
	struct skep_object_verify how = {
	    .path = path, .linux_side = linux_side, .each = keep, .context = &s};
	struct skep_diag d = {0};

	if (!skep_object_verify(&how, &d) && !linux_side)
		errx(1, "%s: %s", path, d.what);
	return s.count;
}

static void print(const struct program *p, double *sum, u32 *count, double *worst)
{
	double ratio = p->best[1] ? p->best[0] / p->best[1] : 0;

	if (!p->best[0] || !p->best[1])
		return;
	printf("%-64s %7u %9llu %7llu %9zu %10.1f %10.1f %7.3f\n", p->name, p->insns,
	       (unsigned long long)p->visited, (unsigned long long)p->states, p->memory / 1024,
	       p->best[0] / 1e3, p->best[1] / 1e3, ratio);
	*sum += log(ratio);
	*worst = ratio > *worst ? ratio : *worst;
	(*count)++;
}

int main(int argc, char **argv)
{
	static struct program programs[PROGRAMS];
	int first = 1, rounds = 9;
	double sum = 0, worst = 0;
	u32 count = 0, compared = 0;

	if (argc > 2 && strcmp(argv[1], "-r") == 0) {
		rounds = atoi(argv[2]);
		first = 3;
	}
	printf("%-64s %7s %9s %7s %9s %10s %10s %7s\n", "program", "insns", "visited", "states",
	       "KiB", "skep us", "Linux us", "ratio");
	for (int i = first; i < argc && count + 64 < PROGRAMS; i++) {
		u32 had = 0;

		for (int round = 0; round < rounds; round++) {
			had = ask(&programs[count], argv[i], false);
			ask(&programs[count], argv[i], true);
		}
		count += had;
	}
	for (u32 i = 0; i < count; i++)
		print(&programs[i], &sum, &compared, &worst);
	if (compared)
		printf("\ngeometric mean of the ratios %.3f over %u programs; the most is %.3f\n",
		       exp(sum / compared), compared, worst);
	else
		printf("\nnothing to compare: Linux took none (it needs root)\n");
	return 0;
}
