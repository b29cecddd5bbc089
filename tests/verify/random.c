/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs (maker.h, maker_kernel.h) for both verifiers: the same verdict, and of a refused
 * one the same instruction. What differs is made as short as it can be, and printed with both
 * answers.
 *
 * usage: verify_random SEED COUNT [COUNT of those that call functions of the kernel] */
#include <skep/asm.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "maker_kernel.h"
#include "oracle.h"
#include "prog/prog.h"
#include "subject.h"
#include "test.h"

struct totals {
	u32 accepted, agree, place; /* Linux accepts; the same verdict; and the same place */
	u32 budget;		    /* one of them ran out of it */
	u32 proven;		    /* accepted here alone, and runs show nothing wrong */
	u32 elsewhere;		    /* both refuse, elsewhere: one knows that a way is never gone */
	u32 bugs;		    /* Linux finds one of its own */
	u32 wrong;
};

struct pair {
	struct subject_answer us, them;
};

static void ask(const struct subject *s, struct pair *answers)
{
	subject_ask_us(s, &answers->us);
	subject_ask_linux(s, &answers->them);
}

static bool is_budget(const struct pair *p)
{
	return strstr(p->us.class, "budget") || strstr(p->them.reason, "too large") ||
	       strstr(p->them.reason, "too complex");
}

static bool is_bug(const struct pair *p)
{
	return strstr(p->them.reason, "verifier bug") != NULL;
}

static bool differ(const struct pair *p)
{
	if (p->us.verdict != p->them.verdict)
		return true;
	return p->us.verdict == SUBJECT_REFUSED && p->them.place >= 0 &&
	       p->us.place != p->them.place;
}

/* Instructions become jumps to the next one, as long as the difference stays. */
static void minimise(const struct subject *s)
{
	const struct bpf_insn nothing = {.code = BPF_JMP | BPF_JA};
	bool less = true;

	while (less) {
		less = false;
		for (u32 i = 0; i + 1 < s->count; i++) {
			struct bpf_insn kept = s->insns[i], next = s->insns[i + 1];
			bool wide = kept.code == (BPF_LD | BPF_IMM | BPF_DW);
			struct pair p;

			if (memcmp(&kept, &nothing, sizeof(kept)) == 0 || kept.code == 0)
				continue;
			s->insns[i] = nothing;
			if (wide)
				s->insns[i + 1] = nothing;
			ask(s, &p);
			if (differ(&p) && !is_budget(&p)) {
				less = true;
				continue;
			}
			s->insns[i] = kept;
			s->insns[i + 1] = next;
		}
	}
}

static void show(const struct subject *s, u64 seed)
{
	struct skep_text_options options = {.listing = true};
	struct skep_prog *prog;
	struct pair p;
	char *text, *rest;

	minimise(s);
	ask(s, &p);
	prog = skep_prog_new(SKEP_PROG_RAW, s->insns, s->count, NULL);
	text = prog ? skep_prog_text(prog, &options, NULL) : NULL;
	printf("# seed %llu, type %u\n", (unsigned long long)seed, s->type.prog_type);
	for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		if (!strstr(line, "goto pc+0"))
			printf("#   %s\n", line);
	printf("# skep:  %s @%lld %s\n", p.us.verdict == SUBJECT_ACCEPTED ? "accepts" : "refuses",
	       (long long)p.us.place, p.us.reason);
	printf("# Linux: %s @%lld %s\n", p.them.verdict == SUBJECT_ACCEPTED ? "accepts" : "refuses",
	       (long long)p.them.place, p.them.reason);
	free(text);
	skep_prog_free(prog);
}

/* Of what Linux refuses, many runs must show that nothing is wrong with it. */
static bool is_proven(const struct made *program, const struct subject_maps *maps, u64 seed)
{
	struct oracle_question q = {.program = program, .maps = maps, .seed = seed, .runs = 2000};
	struct oracle_result result;

	oracle_ask(&q, &result);
	return result.verdict == ORACLE_HOLDS;
}

static void judge(const struct subject *s, const struct pair *p, u64 seed, struct totals *t)
{
	if (is_budget(p))
		t->budget++;
	else if (is_bug(p))
		t->bugs++;
	else if (p->us.verdict == p->them.verdict)
		t->elsewhere++;
	else if (t->wrong++ < 10)
		show(s, seed);
}

/* False if Linux cannot be asked. */
static bool compare(const struct subject *s, struct pair *p, struct totals *t)
{
	ask(s, p);
	t->accepted += p->them.verdict == SUBJECT_ACCEPTED;
	t->agree += p->us.verdict == p->them.verdict;
	t->place += !differ(p);
	return p->them.verdict != SUBJECT_NOT_ASKED;
}

static bool try_program(struct subject_maps *maps, u64 seed, struct totals *t)
{
	struct choices c = {.state = seed * 0x9e3779b97f4a7c15u + 1};
	struct made program;
	struct subject s = {.maps = maps};
	struct pair p;

	maker_make(&c, &program);
	s.insns = program.insns;
	s.count = program.count;
	s.type.prog_type = program.xdp ? BPF_PROG_TYPE_XDP : BPF_PROG_TYPE_SOCKET_FILTER;
	if (!compare(&s, &p, t))
		return false;
	if (p.us.verdict == SUBJECT_ACCEPTED && p.them.verdict == SUBJECT_REFUSED &&
	    !is_budget(&p) && is_proven(&program, maps, seed))
		t->proven++;
	else if (differ(&p))
		judge(&s, &p, seed, t);
	return true;
}

static bool try_kernel(struct maker_kernel *k, u64 seed, struct totals *t)
{
	struct choices c = {.state = seed * 0x9e3779b97f4a7c15u + 2};
	struct subject s = {.maps = &k->maps, .funcs = &k->funcs, .kernel = k->kernel};
	char wrong[SUBJECT_TEXT];
	struct skep_prog *prog = maker_kernel_make(&c, k, &s.type, wrong);
	struct pair p;
	bool asked;

	if (!prog)
		return test_ok(false, "program %llu: %s", (unsigned long long)seed, wrong);
	s.insns = prog->insns;
	s.count = prog->count;
	asked = compare(&s, &p, t);
	if (asked && differ(&p))
		judge(&s, &p, seed, t);
	skep_prog_free(prog);
	return asked;
}

static void tell(const struct totals *t, u32 count, const char *which)
{
	printf("# %u %s, of which Linux accepts %u: %u agree in verdict, %u in place as well; "
	       "%u are refused elsewhere, %u are accepted here alone and hold in runs, "
	       "%u budgets differ, Linux finds %u bugs of its own, %u are wrong\n",
	       count, which, t->accepted, t->agree, t->place, t->elsewhere, t->proven, t->budget,
	       t->bugs, t->wrong);
	test_ok(t->wrong == 0, "both verifiers say the same of %u %s", count, which);
}

static bool try_kernels(u64 seed, u32 count)
{
	struct maker_kernel k;
	struct totals t = {0};
	bool asked = maker_kernel_init(&k);

	for (u32 i = 0; i < count && asked; i++)
		asked = try_kernel(&k, seed * 1000000 + i, &t);
	maker_kernel_fini(&k);
	if (asked)
		tell(&t, count, "programs that call functions of the kernel");
	return asked;
}

int main(int argc, char **argv)
{
	u64 seed = argc > 1 ? strtoull(argv[1], NULL, 0) : 1;
	u32 count = argc > 2 ? (u32)strtoul(argv[2], NULL, 0) : 1000;
	u32 kernels = argc > 3 ? (u32)strtoul(argv[3], NULL, 0) : count / 8;
	struct totals t = {0};
	struct subject_maps maps;
	bool asked = true;

	test_ok(!oracle_maps(&maps), "there are maps");
	for (u32 i = 0; i < count && asked; i++)
		asked = try_program(&maps, seed * 1000000 + i, &t);
	subject_free_maps(&maps);
	if (asked)
		tell(&t, count, "programs");
	if (!asked || !try_kernels(seed, kernels))
		test_skip("random programs", "bpf(2) is not allowed, or this is not Linux 6.18");
	return test_end();
}
