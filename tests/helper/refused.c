/* SPDX-License-Identifier: BSD-2-Clause */
/* What is not here is refused when a program is loaded, by its name. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "prog/prog.h"
#include "run.h"
#include "test.h"

static const struct {
	const char *type, *text, *says;
	const char *funcs; /* types of its functions; NULL: none */
} cases[] = {
    {"xdp", "call bpf_get_current_task\nr0 = 0\nexit\n",
     "instruction 0: calls bpf_get_current_task#35, which skep does not have", NULL},
    {"sched_cls",
     "r1 = 1\ncall kfunc[bpf_task_from_pid]\nif r0 == 0 goto out\nr1 = r0\n"
     "call kfunc[bpf_task_release]\nout: r0 = 0\nexit\n",
     "instruction 1: calls bpf_task_from_pid of the kernel, which skep does not have", NULL},
    {"xdp", "r1 = 64\ncall f\nr0 = 2\nexit\nf: r0 = *(u64 *)(r1 + 8)\nexit\n",
     "instruction 4: reads at an address that nobody vouches for: there is no kernel that catches "
     "a fault",
     "static int main(ctx)\nglobal int f(ptr+untrusted)\n"},
};

static void run_case(const struct side *side, size_t n, const struct skep_kernel *kernel)
{
	struct subject_maps maps = {.count = 0};
	struct names names = {.maps = &maps, .kernel = kernel};
	struct subject s = {.maps = &maps, .kernel = kernel};
	struct loaded *l = calloc(1, sizeof(*l));
	char wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog = text_assemble(cases[n].text, &names, wrong);
	struct subject_funcs funcs = {.fd = -1};

	subject_read_type(&s.type, cases[n].type);
	if (cases[n].funcs && !subject_read_funcs(&funcs, cases[n].funcs, "xdp_md"))
		s.funcs = &funcs;
	if (test_ok(prog, "%s: the program %s", cases[n].says, wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		side_load(side, &s, l);
		test_eq(l->prog, -EOPNOTSUPP, "%s: refused", side->name);
		test_ok(strstr(l->log, cases[n].says), "%s: %s", side->name, cases[n].says);
		side_close(l);
	}
	free(l);
	subject_free_funcs(&funcs);
	skep_prog_free(prog);
}

int main(void)
{
	struct side sides[RUN_SIDES];
	struct skep_kernel *kernel = subject_kernel();

	sides_open(sides);
	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		if (!kernel && strstr(cases[i].text, "kfunc")) {
			test_skip("functions of the kernel", "another kernel");
			continue;
		}
		run_case(&sides[1], i, kernel);
	}
	skep_kernel_free(kernel);
	sides_close(sides);
	return test_end();
}
