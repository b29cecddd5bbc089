/* SPDX-License-Identifier: BSD-2-Clause */
/* Which programs may call which helper, and which flags a helper has: each is called without
 * arguments, and the log says whether that is what it minds. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "spec_ask.h"
#include "test.h"

enum { HELPERS = 211 };

/* What Linux says to a program that may not call a helper at all. */
static const char *const refusals[] = {
    "program of this type cannot use helper",
    "invalid func",
    "unknown func",
    "helper call is not allowed in probe",
    "not supported for program type",
    "supported only for fentry/fexit",
};

/* What a kernel can be built or booted without. */
static const char *const optional[] = {
    "override_return",	/* CONFIG_BPF_KPROBE_OVERRIDE */
    "probe_write_user", /* no lockdown, CAP_SYS_ADMIN */
};

static bool is_optional(const char *name)
{
	for (size_t i = 0; i < SKEP_COUNT(optional); i++)
		if (strcmp(optional[i], name) == 0)
			return true;
	return false;
}

static int call_alone(const struct ask_type *type, s32 helper, const char *licence)
{
	struct ask_code code = {0};

	ask_call(&code, helper);
	ask_mov(&code, 0, 0);
	ask_exit(&code);
	return ask_load_licence(type, &code, licence);
}

static bool refused(void)
{
	for (size_t i = 0; i < SKEP_COUNT(refusals); i++)
		if (ask_said(refusals[i]))
			return true;
	return false;
}

static void compare_all(const struct ask_type *type, u32 *differences, u32 *left_out)
{
	for (s32 number = 1; number <= HELPERS; number++) {
		const struct skep_helper_row *row = skep_helper_row(number);
		bool ours = skep_helper_allowed(row, type->prog, type->attach);
		bool linux_allows;

		call_alone(type, number, "GPL");
		linux_allows = !refused();
		if (ours && !linux_allows && is_optional(row->name))
			++*left_out;
		else if (ours != linux_allows)
			ask_differs(differences, "%s, attach type %u: %s", row->name, type->attach,
				    linux_allows ? "Linux allows it" : "Linux refuses it");
	}
}

static void check_type(const struct skep_prog_row *prog)
{
	u32 differences = 0, asked = 0, left_out = 0;
	struct ask_type type;

	for (u32 attach = 0; attach < ASK_ATTACH_TYPES; attach++) {
		if (!(prog->attaches & skep_attach_bit(attach)) || !ask_is_sample(prog, attach) ||
		    !ask_type(prog->type, attach, &type) || !ask_loadable(&type))
			continue;
		asked++;
		compare_all(&type, &differences, &left_out);
	}
	if (!asked) {
		printf("# %s\n", prog->name);
		test_skip("helpers of a program type", "cannot be loaded on this kernel");
		return;
	}
	test_eq(differences, 0, "%s: %d helpers for %u attach types, %u not built in", prog->name,
		HELPERS, asked, left_out);
}

static void compare_flag(const struct skep_helper_row *row, u32 flag, const char *said,
			 u32 *differences)
{
	bool ours = row->flags & flag, theirs = ask_said(said);

	if (ours != theirs && !refused())
		ask_differs(differences, "%s: Linux %s", row->name,
			    theirs ? said : "says nothing of the kind");
}

static void check_flags(void)
{
	u32 differences = 0, asked = 0;
	struct ask_type type;

	for (s32 number = 1; number <= HELPERS; number++) {
		const struct skep_helper_row *row = skep_helper_row(number);

		for (; row; row = skep_helper_next(row)) {
			if (row->more || !ask_type_for(row, &type) || type.flags)
				continue;
			asked++;
			call_alone(&type, number, "proprietary");
			if (!ask_said("GPL compatible license"))
				compare_flag(row, SKEP_HELPER_GPL, "GPL-restricted", &differences);
			call_alone(&type, number, "GPL");
			compare_flag(row, SKEP_HELPER_SLEEPS, "might sleep", &differences);
		}
	}
	test_eq(differences, 0, "licence and sleeping of %u prototypes", asked);
}

void spec_helpers_linux(void)
{
	for (u32 prog = 1; prog <= BPF_PROG_TYPE_NETFILTER; prog++)
		check_type(skep_prog_row(prog));
	check_flags();
}
