/* SPDX-License-Identifier: BSD-2-Clause */
/* Clocks: what skep says lies between what Linux says before and afterwards. Linux began to count
 * jiffies a while after the clock, so that only their pace can be compared. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prog/prog.h"
#include "run.h"
#include "test.h"

static const char *const clocks[] = {"ktime_get_ns", "ktime_get_boot_ns", "ktime_get_coarse_ns",
				     "ktime_get_tai_ns", "jiffies64"};

enum { ROUNDS = 20, SLACK = 1 /* jiffies are counted a moment after the clock has gone on */ };

static u64 ask(const struct loaded *l)
{
	struct outcome o;
	u64 value;

	side_run(l, &o);
	memcpy(&value, o.out, sizeof(value));
	return value;
}

static void compare(const struct side sides[RUN_SIDES], const struct subject *s, const char *name)
{
	struct loaded *l = calloc(RUN_SIDES, sizeof(*l));
	bool ticks = strcmp(name, "jiffies64") == 0;
	u64 slack = ticks ? SLACK : 0, ahead = 0;
	u32 wrong = 0;
	bool ok = true;

	for (u32 i = 0; i < RUN_SIDES; i++)
		ok &= test_ok(side_load(&sides[i], s, &l[i]), "%s: %s", name, sides[i].name);
	if (ok && ticks)
		ahead = ask(&l[1]) - ask(&l[0]);
	for (u32 round = 0; round < ROUNDS * ok; round++)
		for (u32 i = 1; i < RUN_SIDES; i++) {
			u64 before = ask(&l[0]), ours = ask(&l[i]) - ahead, after = ask(&l[0]);
			bool between = before - slack <= ours && ours <= after + slack;

			if (!between && !wrong++)
				printf("# %s: %llu, %llu, %llu\n", sides[i].name,
				       (unsigned long long)before, (unsigned long long)ours,
				       (unsigned long long)after);
		}
	test_ok(!wrong, "%s goes as Linux's does: %u times not", name, wrong);
	for (u32 i = 0; i < RUN_SIDES; i++)
		side_close(&l[i]);
	free(l);
}

static void run_clock(const struct side sides[RUN_SIDES], const char *name)
{
	struct subject_maps maps;
	const char *bad = subject_read_maps(&maps, "out array 4 1024 1\n");
	struct names names = {.maps = &maps};
	struct subject s = {.type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &maps};
	char text[160], wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog;

	snprintf(text, sizeof(text),
		 "r7 = map[out][0]+0\ncall bpf_%s\n*(u64 *)(r7 + 0) = r0\nr0 = 0\nexit\n", name);
	prog = text_assemble(text, &names, wrong);
	if (test_ok(!bad && prog, "%s: the program %s", name, wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		compare(sides, &s, name);
	}
	skep_prog_free(prog);
	subject_free_maps(&maps);
}

int main(void)
{
	struct side sides[RUN_SIDES];

	if (!sides_open(sides))
		test_skip("clocks beside Linux's", strerror(errno));
	else
		for (size_t i = 0; i < SKEP_COUNT(clocks); i++)
			run_clock(sides, clocks[i]);
	sides_close(sides);
	return test_end();
}
