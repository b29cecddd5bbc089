/* SPDX-License-Identifier: BSD-2-Clause */
/* Timers that go off: what they call is given the element, may start them again, and is not called
 * for elements that are gone. What is waited for comes at some time; how long it took does not
 * matter. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "prog/prog.h"
#include "run.h"
#include "test.h"

enum { PATIENCE = 20000, STEP = 1000 /* us */ };

static const char map_text[] = "out array 4 1024 1\n"
			       "timers array 4 32 3 timer@8\n"
			       "hash hash 4 32 4 timer@0\n";

static const char func_text[] = "static int main(ctx)\n"
				"static int again(ptr, ptr, ptr)\n"
				"static int never(ptr, ptr, ptr)\n";

/* An element of the hash has a timer and is deleted; then one of the array goes off three times,
 * later than the other would have. */
static const char program[] = "r7 = map[out][0]+0\n"
			      "*(u32 *)(r10 - 4) = 2\n"
			      "*(u64 *)(r10 - 40) = 0\n*(u64 *)(r10 - 32) = 0\n"
			      "*(u64 *)(r10 - 24) = 0\n*(u64 *)(r10 - 16) = 0\n"
			      "r1 = map[hash]\nr2 = r10\nr2 += -4\nr3 = r10\nr3 += -40\nr4 = 0\n"
			      "call bpf_map_update_elem\n"
			      "r1 = map[hash]\nr2 = r10\nr2 += -4\ncall bpf_map_lookup_elem\n"
			      "if r0 == 0 goto out\nr8 = r0\n"
			      "r1 = r8\nr2 = map[hash]\nr3 = 1\ncall bpf_timer_init\n"
			      "r1 = r8\nr2 = subprog[never]\ncall bpf_timer_set_callback\n"
			      "r1 = r8\nr2 = 1000000\nr3 = 0\ncall bpf_timer_start\n"
			      "r1 = map[hash]\nr2 = r10\nr2 += -4\ncall bpf_map_delete_elem\n"
			      "r1 = map[timers]\nr2 = r10\nr2 += -4\ncall bpf_map_lookup_elem\n"
			      "if r0 == 0 goto out\nr8 = r0\nr8 += 8\n"
			      "r1 = r8\nr2 = map[timers]\nr3 = 1\ncall bpf_timer_init\n"
			      "r1 = r8\nr2 = subprog[again]\ncall bpf_timer_set_callback\n"
			      "r1 = r8\nr2 = 3000000\nr3 = 0\ncall bpf_timer_start\n"
			      "*(u64 *)(r7 + 0) = r0\n"
			      "out: r0 = 0\nexit\n"
			      "again: r6 = map[out][0]+0\n"
			      "r1 = *(u32 *)(r2 + 0)\n*(u64 *)(r6 + 16) = r1\n"
			      "r1 = *(u64 *)(r3 + 0)\nr1 += 1\n*(u64 *)(r3 + 0) = r1\n"
			      "*(u64 *)(r6 + 8) = r1\n"
			      "if r1 > 2 goto done\n"
			      "r1 = r3\nr1 += 8\nr2 = 100000\nr3 = 0\ncall bpf_timer_start\n"
			      "*(u64 *)(r6 + 24) = r0\n"
			      "done: r0 = 0\nexit\n"
			      "never: r6 = map[out][0]+0\n*(u64 *)(r6 + 32) = 1\nr0 = 0\nexit\n";

struct seen {
	u64 started, count, key, restarted, wrong;
};

static void wait_for(const struct loaded *l, u64 count, struct seen *seen)
{
	u8 out[RUN_OUT];

	for (u32 i = 0; i < PATIENCE; i++) {
		side_get(l, "out", out);
		memcpy(seen, out, sizeof(*seen));
		if (seen->count >= count)
			return;
		usleep(STEP);
	}
}

static void run_side(const struct side *side, const struct subject *s)
{
	struct loaded *l = calloc(1, sizeof(*l));
	struct outcome o;
	struct seen seen;

	if (test_ok(side_load(side, s, l), "%s: loads", side->name)) {
		side_run(l, &o);
		wait_for(l, 3, &seen);
		test_eq(seen.started, 0, "%s: a timer starts", side->name);
		test_eq(seen.count, 3, "%s: goes off, and twice more", side->name);
		test_eq(seen.key, 2, "%s: with its key", side->name);
		test_eq(seen.restarted, 0, "%s: started by what it called", side->name);
		test_eq(seen.wrong, 0, "%s: but not where the element is gone", side->name);
	} else {
		printf("# %.600s\n", l->log);
	}
	side_close(l);
	free(l);
}

int main(void)
{
	struct side sides[RUN_SIDES];
	bool linux_there = sides_open(sides);
	struct subject_maps maps;
	struct subject_funcs funcs;
	const char *bad = subject_read_maps(&maps, map_text);
	const char *worse = subject_read_funcs(&funcs, func_text, "xdp_md");
	struct names names = {.maps = &maps};
	char wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog = text_assemble(program, &names, wrong);
	struct subject s = {
	    .type = {.prog_type = BPF_PROG_TYPE_XDP}, .maps = &maps, .funcs = &funcs};

	if (!linux_there)
		test_skip("timers of Linux", strerror(errno));
	if (test_ok(!bad && !worse && prog, "the program %s", wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		for (u32 i = linux_there ? 0 : 1; i < RUN_SIDES; i++)
			run_side(&sides[i], &s);
	}
	skep_prog_free(prog);
	subject_free_funcs(&funcs);
	subject_free_maps(&maps);
	sides_close(sides);
	return test_end();
}
