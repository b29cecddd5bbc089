/* SPDX-License-Identifier: BSD-2-Clause */
/* Loading the programs of object files: skep's verifier beside Linux's, rounds of both in turn, the
 * least of each. Linux's time is that of BPF_PROG_LOAD, which holds its JIT besides. Needs root for
 * Linux.
 *
 * The kernel's types are there before, as they are in Linux.
 *
 * usage: verify_objects [-r ROUNDS] [-b] OBJECT...
 *
 * -b: skep with --beyond-linux, and programs that Linux refuses as well */
#include <bpf/btf.h>
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "object/verify.h"
#include "prog/kernel.h"

enum { PROGRAMS = 1 << 14 };

struct program {
	char name[96];
	double best[2]; /* ns: skep, Linux; 0: refused or not had */
	u64 visited, states;
	u32 insns;
	size_t memory;
};

struct bench {
	struct program *programs;
	u32 count;
	struct skep_kernel *types;
	int rounds;
	bool beyond;
};

struct side {
	struct program *programs;
	const char *object;
	u32 count;		  /* of this object so far */
	bool linux_side, refused; /* refusals take time as well */
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
	if ((v->outcome == SKEP_OBJECT_ACCEPTED || s->refused) &&
	    (!p->best[s->linux_side] || ns < p->best[s->linux_side]))
		p->best[s->linux_side] = ns;
}

/* Returns how many programs the object has; 0 if it cannot be loaded. */
static u32 ask(const struct bench *b, const char *path, bool linux_side)
{
	struct side s = {.programs = b->programs + b->count,
			 .object = path,
			 .linux_side = linux_side,
			 .refused = linux_side && b->beyond};
	struct skep_object_verify how = {.path = path,
					 .linux_side = linux_side,
					 .beyond = b->beyond && !linux_side,
					 .types = b->types,
					 .each = keep,
					 .context = &s};
	struct skep_diag d = {0};

	if (!skep_object_verify(&how, &d) && !linux_side) {
		warnx("%s: %s", path, d.what);
		return 0;
	}
	return s.count;
}

static void ask_both(struct bench *b, const char *path)
{
	u32 had = 0;

	for (int round = 0; round < b->rounds && (!round || had); round++) {
		had = ask(b, path, false);
		if (had)
			ask(b, path, true);
	}
	b->count += had;
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
	struct bench b = {.programs = skep_alloc(PROGRAMS * sizeof(struct program)), .rounds = 9};
	double sum = 0, worst = 0;
	struct btf *btf;
	u32 compared = 0;
	int option;

	while ((option = getopt(argc, argv, "r:b")) != -1) {
		b.rounds = option == 'r' ? atoi(optarg) : b.rounds;
		b.beyond |= option == 'b';
	}
	if (!b.programs)
		errx(1, "no memory");
	btf = btf__load_vmlinux_btf();
	b.types = btf ? skep_kernel_new(btf, NULL) : NULL;
	printf("%-64s %7s %9s %7s %9s %10s %10s %7s\n", "program", "insns", "visited", "states",
	       "KiB", "skep us", "Linux us", "ratio");
	for (int i = optind; i < argc && b.count + 64 < PROGRAMS; i++)
		ask_both(&b, argv[i]);
	for (u32 i = 0; i < b.count; i++)
		print(&b.programs[i], &sum, &compared, &worst);
	if (compared)
		printf("\ngeometric mean of the ratios %.3f over %u programs; the most is %.3f\n",
		       exp(sum / compared), compared, worst);
	else
		printf("\nnothing to compare: Linux took none (it needs root)\n");
	skep_kernel_free(b.types);
	skep_free(b.programs);
	return 0;
}
