/* SPDX-License-Identifier: BSD-2-Clause */
/* Timers that go off, and work that is done: what they call is given the element, may start them
 * again, and is not called for elements that are gone. What is waited for comes at some time; how
 * long it took does not matter. */
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

/* Work, which is given another function before it is queued, and queues itself again twice. */
static const char work_text[] = "r7 = map[out][0]+0\n"
				"r8 = map[works][0]+8\n"
				"r1 = r8\nr2 = map[works]\nr3 = 0\ncall kfunc[bpf_wq_init]\n"
				"r1 = r8\nr2 = subprog[never]\nr3 = 0\nr4 = 0\n"
				"call kfunc[bpf_wq_set_callback_impl]\n"
				"r1 = r8\nr2 = subprog[again]\nr3 = 0\nr4 = 0\n"
				"call kfunc[bpf_wq_set_callback_impl]\n"
				"r1 = r8\nr2 = 0\ncall kfunc[bpf_wq_start]\n"
				"*(u64 *)(r7 + 0) = r0\n"
				"r0 = 0\nexit\n"
				"again: r6 = map[out][0]+0\n"
				"r1 = *(u32 *)(r2 + 0)\nr1 += 2\n*(u64 *)(r6 + 16) = r1\n"
				"r1 = *(u64 *)(r3 + 0)\nr1 += 1\n*(u64 *)(r3 + 0) = r1\n"
				"*(u64 *)(r6 + 8) = r1\n"
				"if r1 > 2 goto done\n"
				"r1 = r3\nr1 += 8\nr2 = 0\ncall kfunc[bpf_wq_start]\n"
				"r6 = map[out][0]+0\n*(u64 *)(r6 + 24) = r0\n"
				"done: r0 = 0\nexit\n"
				"never: r6 = map[out][0]+0\n*(u64 *)(r6 + 32) = 1\nr0 = 0\nexit\n";

static const char work_funcs[] = "static int main(ctx)\n"
				 "static int again(ptr, ptr, ptr)\n"
				 "static int never(ptr, ptr, ptr)\n"
				 "struct value 48 long@0 wq@8 long@24\n";

static const char work_maps[] = "out array 4 1024 1\n"
				"works array 4 48 1 value=value\n";

struct what {
	const char *name, *text, *funcs, *maps, *context;
	u32 prog_type;
};

static const struct what all[] = {
    {"a timer", program, func_text, map_text, "xdp_md", BPF_PROG_TYPE_XDP},
    {"work", work_text, work_funcs, work_maps, "__sk_buff", BPF_PROG_TYPE_SCHED_CLS},
};

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

static void run_side(const struct side *side, const struct subject *s, const char *what)
{
	struct loaded *l = calloc(1, sizeof(*l));
	struct outcome o;
	struct seen seen;

	if (test_ok(side_load(side, s, l), "%s, %s: loads", side->name, what)) {
		side_run(l, &o);
		wait_for(l, 3, &seen);
		test_eq(seen.started, 0, "%s, %s: starts", side->name, what);
		test_eq(seen.count, 3, "%s, %s: comes, and twice more", side->name, what);
		test_eq(seen.key, 2, "%s, %s: with its key", side->name, what);
		test_eq(seen.restarted, 0, "%s, %s: started by what it called", side->name, what);
		test_eq(seen.wrong, 0, "%s, %s: but not where none is wanted", side->name, what);
	} else {
		printf("# %.600s\n", l->log);
	}
	side_close(l);
	free(l);
}

static void run(const struct what *what, const struct side *sides, u32 first,
		const struct skep_kernel *kernel)
{
	struct subject_maps maps = {.count = 0};
	struct subject_funcs funcs;
	const char *worse = subject_read_funcs(&funcs, what->funcs, what->context);
	const char *bad = subject_read_maps_of(&maps, what->maps, funcs.btf);
	struct names names = {&maps, kernel, funcs.btf};
	char wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog = text_assemble(what->text, &names, wrong);
	struct subject s = {.type = {.prog_type = what->prog_type},
			    .maps = &maps,
			    .funcs = &funcs,
			    .kernel = kernel};

	if (test_ok(!bad && !worse && prog, "%s: the program %s", what->name, wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		for (u32 i = first; i < RUN_SIDES; i++)
			run_side(&sides[i], &s, what->name);
	}
	skep_prog_free(prog);
	subject_free_maps(&maps);
	subject_free_funcs(&funcs);
}

int main(void)
{
	struct side sides[RUN_SIDES];
	bool linux_there = sides_open(sides);
	struct skep_kernel *kernel = subject_kernel();

	if (!linux_there)
		test_skip("timers of Linux", strerror(errno));
	for (size_t i = 0; i < SKEP_COUNT(all); i++) {
		if (i && !kernel)
			test_skip(all[i].name, "the types of Linux 6.18 are not here");
		else
			run(&all[i], sides, linux_there ? 0 : 1, kernel);
	}
	skep_kernel_free(kernel);
	sides_close(sides);
	return test_end();
}
