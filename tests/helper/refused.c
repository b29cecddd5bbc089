/* SPDX-License-Identifier: BSD-2-Clause */
/* What is not here is refused when a program is loaded, by its name. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "prog/prog.h"
#include "run.h"
#include "test.h"

static const struct {
	const char *type, *text, *says, *funcs, *maps;
} cases[] = {
    {"xdp", "call bpf_get_current_task\nr0 = 0\nexit\n",
     "instruction 0: calls bpf_get_current_task#35, which skep does not have", NULL, NULL},
    {"sched_cls",
     "r1 = 1\ncall kfunc[bpf_task_from_pid]\nif r0 == 0 goto out\nr1 = r0\n"
     "call kfunc[bpf_task_release]\nout: r0 = 0\nexit\n",
     "instruction 1: calls bpf_task_from_pid of the kernel, which skep does not have", NULL, NULL},
    {"sched_cls", "r1 = map[values][0]+0\nr0 = *(u64 *)(r1 + 0)\nr0 = 0\nexit\n",
     "instruction 2: reads a pointer to a struct of the kernel that is kept in a map value (kptr), "
     "which skep does not have",
     "static int main(ctx)\nstruct value 16 kptr@0=task_struct long@8\n",
     "values array 4 16 1 value=value\n"},
    {"xdp", "r1 = 64\ncall f\nr0 = 2\nexit\nf: r0 = *(u64 *)(r1 + 8)\nexit\n",
     "instruction 4: reads at an address that nobody vouches for: there is no kernel that catches "
     "a fault",
     "static int main(ctx)\nglobal int f(ptr+untrusted)\n", NULL},
    {"xdp", "r1 = map[values]\nr0 = *(u64 *)(r1 + 0)\nr0 = 2\nexit\n",
     "instruction 2: reads a field of struct bpf_map: maps are no structs of a kernel here",
     "static int main(ctx)\n", "values array 4 16 1\n"},
};

static const struct {
	const char *funcs, *maps;
	int error;
} maps[] = {
    {"static int main(ctx)\nstruct value 16 kptr@0=task_struct long@8\n",
     "values array 4 16 1 value=value\n", 0},
    {"static int main(ctx)\nstruct value 16 kptr_untrusted@0=file long@8\n",
     "values array 4 16 1 value=value\n", 0},
    {"static int main(ctx)\nstruct value 16 kptr@0=file long@8\n",
     "values array 4 16 1 value=value\n", -ENOENT},
    {"static int main(ctx)\nstruct value 16 kptr_untrusted@0=file long@8\n",
     "values array 4 16 1 value=value rdonly_prog\n", -EACCES},
};

/* Of maps with pointers, both sides refuse the same; Linux some of them with their types. */
static void run_map(const struct side *side, size_t n)
{
	struct subject_funcs funcs;
	struct subject_maps read;
	struct subject s = {.maps = &read, .funcs = &funcs};
	struct bpf_insn insns[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K},
				   {.code = BPF_JMP | BPF_EXIT}};
	struct loaded *l = calloc(1, sizeof(*l));
	bool made;

	subject_read_type(&s.type, "sched_cls");
	subject_read_funcs(&funcs, maps[n].funcs, "__sk_buff");
	subject_read_maps_of(&read, maps[n].maps, funcs.btf);
	s.insns = insns;
	s.count = SKEP_COUNT(insns);
	side_load(side, &s, l);
	made = l->maps[0] >= 0;
	test_eq(made, !maps[n].error, "%s: map %zu with a pointer", side->name, n);
	if (!made && strcmp(side->name, "linux") != 0)
		test_ok(strstr(l->log, strerror(-maps[n].error)), "%s: %s", side->name, l->log);
	side_close(l);
	free(l);
	subject_free_maps(&read);
	subject_free_funcs(&funcs);
}

static void run_case(const struct side *side, size_t n, const struct skep_kernel *kernel)
{
	struct subject_maps read = {.count = 0};
	struct subject_funcs funcs = {.fd = -1};
	struct names names = {.maps = &read, .kernel = kernel};
	struct subject s = {.maps = &read, .kernel = kernel};
	struct loaded *l = calloc(1, sizeof(*l));
	char wrong[SUBJECT_TEXT] = "";
	const char *context = strcmp(cases[n].type, "xdp") == 0 ? "xdp_md" : "__sk_buff";
	struct skep_prog *prog;

	if (cases[n].funcs) {
		subject_read_funcs(&funcs, cases[n].funcs, context);
		if (cases[n].maps)
			subject_read_maps_of(&read, cases[n].maps, funcs.btf);
		s.funcs = &funcs;
	}
	prog = text_assemble(cases[n].text, &names, wrong);

	subject_read_type(&s.type, cases[n].type);
	if (test_ok(prog, "%s: the program %s", cases[n].says, wrong)) {
		s.insns = prog->insns;
		s.count = prog->count;
		side_load(side, &s, l);
		test_eq(l->prog, -EOPNOTSUPP, "%s: refused", side->name);
		test_ok(strstr(l->log, cases[n].says), "%s: %s", side->name, cases[n].says);
		side_close(l);
	}
	free(l);
	skep_prog_free(prog);
	subject_free_maps(&read);
	subject_free_funcs(&funcs);
}

int main(void)
{
	struct side sides[RUN_SIDES];
	struct skep_kernel *kernel = subject_kernel();

	sides_open(sides);
	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		if (!kernel && (cases[i].maps || strstr(cases[i].text, "kfunc"))) {
			test_skip("functions and types of the kernel", "another kernel");
			continue;
		}
		run_case(&sides[1], i, kernel);
	}
	for (size_t i = 0; i < SKEP_COUNT(maps); i++) {
		run_map(&sides[1], i);
		if (kernel)
			run_map(&sides[0], i);
	}
	skep_kernel_free(kernel);
	sides_close(sides);
	return test_end();
}
