/* SPDX-License-Identifier: BSD-2-Clause */
/* Which programs may call which function of the kernel: each is called without arguments, and the
 * log says whether that is what it minds. */
#include <string.h>

#include "spec_ask.h"
#include "spec_btf.h"
#include "test.h"

static void call_alone(const struct ask_type *type, u32 id)
{
	struct ask_code code = {0};

	for (u32 reg = 0; reg <= 5; reg++)
		ask_mov(&code, reg, 0);
	ASK(&code, .code = BPF_JMP | BPF_CALL, .src_reg = BPF_PSEUDO_KFUNC_CALL, .imm = (s32)id);
	ask_exit(&code);
	ask_load(type, &code, 1);
}

static void compare_all(const struct ask_type *type, u32 *differences, u32 *asked)
{
	struct skep_caller caller = {.prog_type = type->prog, .attach_type = type->attach};
	const struct skep_kfunc_row *row;

	for (size_t i = 0; (row = skep_kfunc_row(i)); i++) {
		u32 id = btf_find(BTF_FUNC, row->name);
		bool ours = skep_kfunc_allowed(row, caller) && !(row->flags & SKEP_KFUNC_DEVICE);
		bool theirs;

		if (!id)
			continue; /* not built in */
		call_alone(type, id);
		theirs = !ask_said("is not allowed") && !ask_said("device-bound");
		++*asked;
		if (ours != theirs)
			ask_differs(differences, "%s: %s", row->name,
				    theirs ? "Linux allows it" : "Linux refuses it");
	}
}

static void check_type(const struct skep_prog_row *prog)
{
	u32 differences = 0, asked = 0;
	struct ask_type type;

	/* What may attach to certain functions alone is not told from this. */
	if (prog->type == BPF_PROG_TYPE_EXT || prog->type == BPF_PROG_TYPE_STRUCT_OPS ||
	    !ask_some_type(prog->type, &type) || !ask_loadable(&type)) {
		test_skip(prog->name, "cannot be loaded on this kernel");
		return;
	}
	compare_all(&type, &differences, &asked);
	test_eq(differences, 0, "%s: %u functions of the kernel", prog->name, asked);
}

static void check_order(void)
{
	u32 wrong = 0;

	for (size_t i = 0; skep_kfunc_row(i); i++)
		wrong += skep_kfunc_find(skep_kfunc_row(i)->name) != skep_kfunc_row(i);
	test_eq(wrong, 0, "functions of the kernel are found by their names");
}

void spec_kfuncs_linux(void)
{
	check_order();
	for (u32 type = 1; type <= BPF_PROG_TYPE_NETFILTER; type++)
		if (skep_prog_row(type))
			check_type(skep_prog_row(type));
}
