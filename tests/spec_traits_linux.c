/* SPDX-License-Identifier: BSD-2-Clause */
/* What programs of a type may do besides, and the capabilities that they and helpers need: what
 * needs one is refused in a child that has given it up. */
#include <errno.h>
#include <linux/capability.h>
#include <stdio.h>

#include "spec_ask.h"
#include "test.h"

enum { DATA = 8, DATA_END = 9, PROVEN = 8 };

static void end(struct ask_code *code, const struct ask_type *type)
{
	struct skep_ret_range range = skep_prog_ret_range(type->prog, type->attach);

	ask_mov(code, 0, range.checked ? range.min : 0);
	ask_exit(code);
}

/* Proves the first bytes of the packet; false if the context leads to no packet. */
static bool prove_packet(struct ask_code *code, const struct ask_type *type)
{
	u32 size, end_size;
	s32 data = ask_field(type, SKEP_FIELD_PACKET, &size);
	s32 data_end = ask_field(type, SKEP_FIELD_PACKET_END, &end_size);

	if (data < 0 || data_end < 0)
		return false;
	ask_load_mem(code, DATA, 1, data, size);
	ask_load_mem(code, DATA_END, 1, data_end, end_size);
	ask_copy(code, 2, DATA);
	ASK(code, .code = BPF_ALU64 | BPF_ADD | BPF_K, .dst_reg = 2, .imm = PROVEN);
	ASK(code, .code = BPF_JMP | BPF_JLE | BPF_X, .dst_reg = 2, .src_reg = DATA_END, .off = 2);
	end(code, type);
	return true;
}

static bool reads_packet(struct ask_type type)
{
	struct ask_code code = {0};

	if (!prove_packet(&code, &type))
		return false;
	ask_load_mem(&code, 2, DATA, 0, 1);
	end(&code, &type);
	return ask_load(&type, &code, 1) == 0;
}

static bool writes_packet(struct ask_type type)
{
	struct ask_code code = {0};

	if (!prove_packet(&code, &type))
		return false;
	ask_mov(&code, 3, 0);
	ask_store_mem(&code, DATA, 0, 3, 1);
	end(&code, &type);
	return ask_load(&type, &code, 1) == 0;
}

static bool gives_packet_to_helper(struct ask_type type)
{
	struct ask_code code = {0};

	if (!prove_packet(&code, &type))
		return false;
	ask_load_map(&code, 1, ask_map(BPF_MAP_TYPE_HASH), false);
	ask_copy(&code, 2, DATA);
	ask_call(&code, BPF_FUNC_map_lookup_elem);
	end(&code, &type);
	return ask_load(&type, &code, 1) == 0;
}

static bool loads_absolute(struct ask_type type)
{
	struct ask_code code = {0};

	ask_copy(&code, 6, 1);
	ASK(&code, .code = BPF_LD | BPF_ABS | BPF_B);
	end(&code, &type);
	return ask_load(&type, &code, 1) == 0;
}

static bool sleeps(struct ask_type type)
{
	type.flags |= BPF_F_SLEEPABLE;
	return ask_loadable(&type);
}

static bool never_wakes(struct ask_type type)
{
	type.flags = 0;
	return !ask_loadable(&type);
}

static bool wants_gpl(struct ask_type type)
{
	struct ask_code code = {0};

	end(&code, &type);
	return ask_load_licence(&type, &code, "proprietary") != 0;
}

static const struct {
	const char *name;
	u32 trait;
	bool (*linux_has)(struct ask_type type);
} traits[] = {
    {"packet read", SKEP_PROG_T_PACKET_READ, reads_packet},
    {"packet write", SKEP_PROG_T_PACKET_WRITE, writes_packet},
    {"packet pointers for helpers", SKEP_PROG_T_PACKET_HELPER, gives_packet_to_helper},
    {"LD_ABS", SKEP_PROG_T_LD_ABS, loads_absolute},
    {"sleepable", SKEP_PROG_T_SLEEPS, sleeps},
    {"must be sleepable", SKEP_PROG_T_ALWAYS_SLEEPS, never_wakes},
    {"licence", SKEP_PROG_T_GPL, wants_gpl},
};

/* The attach type that may most: tracing programs sleep at iterators, not at raw tracepoints. */
static bool representative(u32 prog, struct ask_type *type)
{
	if (prog == BPF_PROG_TYPE_TRACING)
		return ask_type(prog, BPF_TRACE_ITER, type) && ask_loadable(type);
	return ask_some_type(prog, type);
}

static void check_trait(size_t i)
{
	u32 differences = 0, asked = 0;

	for (u32 prog = 1; prog <= BPF_PROG_TYPE_NETFILTER; prog++) {
		const struct skep_prog_row *row = skep_prog_row(prog);
		struct ask_type type;
		bool ours = row->traits & traits[i].trait, theirs;

		if (!representative(prog, &type))
			continue;
		asked++;
		theirs = traits[i].linux_has(type);
		if (ours != theirs)
			ask_differs(&differences, "%s: Linux says %s: %s", row->name,
				    theirs ? "yes" : "no", ask_why());
	}
	test_eq(differences, 0, "trait '%s' of %u program types", traits[i].name, asked);
}

/* ---- capabilities */

/* What a child without a capability says to each of 256 numbers. */
struct answers {
	bool (*question)(u32 number);
	u32 count;
	bool yes[256];
};

static void answer(void *shared)
{
	struct answers *answers = shared;

	for (u32 i = 1; i <= answers->count; i++)
		answers->yes[i] = answers->question(i);
}

static struct answers without(u32 capability, bool (*question)(u32 number), u32 count)
{
	struct answers answers = {.question = question, .count = count};

	ask_without(capability, answer, &answers, sizeof(answers));
	return answers;
}

static bool loads(u32 prog)
{
	struct ask_type type;

	return ask_some_type(prog, &type);
}

static void check_capability(u32 capability, u32 trait, const char *name)
{
	struct answers answers = without(capability, loads, BPF_PROG_TYPE_NETFILTER);
	u32 differences = 0, asked = 0;

	for (u32 prog = 1; prog <= BPF_PROG_TYPE_NETFILTER; prog++) {
		const struct skep_prog_row *row = skep_prog_row(prog);

		if (!loads(prog))
			continue;
		asked++;
		if (answers.yes[prog] == !!(row->traits & trait))
			ask_differs(&differences, "%s: Linux %s it", row->name,
				    answers.yes[prog] ? "does without" : "wants");
	}
	test_eq(differences, 0, "%s of %u program types", name, asked);
}

static struct ask_type asking; /* whose helpers the child tries */

static bool calls(u32 helper)
{
	struct ask_code code = {0};

	ask_call(&code, (s32)helper);
	end(&code, &asking);
	ask_load(&asking, &code, 1);
	return !ask_said("cannot use helper");
}

static u32 compare_helpers(const struct skep_prog_row *prog, u32 *differences)
{
	enum { HELPERS = 211 };
	struct skep_caller caller = {.prog_type = asking.prog, .attach_type = asking.attach};
	struct answers answers = without(CAP_PERFMON, calls, HELPERS);
	u32 asked = 0;

	for (u32 number = 1; number <= HELPERS; number++) {
		const struct skep_helper_row *row = skep_helper_for((s32)number, caller);

		if (!row)
			continue;
		asked++;
		if (answers.yes[number] == !!(row->flags & SKEP_HELPER_PERFMON))
			ask_differs(differences, "%s of %s: Linux %s it", row->name, prog->name,
				    answers.yes[number] ? "does without" : "wants");
	}
	return asked;
}

static void check_helpers(void)
{
	u32 differences = 0, asked = 0;

	for (u32 number = 1; number <= BPF_PROG_TYPE_NETFILTER; number++) {
		const struct skep_prog_row *prog = skep_prog_row(number);

		if (!(prog->traits & SKEP_PROG_T_PERFMON) && ask_some_type(number, &asking) &&
		    !asking.flags)
			asked += compare_helpers(prog, &differences);
	}
	test_eq(differences, 0, "CAP_PERFMON for %u helpers of program types", asked);
}

void spec_traits_linux(void)
{
	for (size_t i = 0; i < SKEP_COUNT(traits); i++)
		check_trait(i);
	check_capability(CAP_PERFMON, SKEP_PROG_T_PERFMON, "CAP_PERFMON");
	check_capability(CAP_NET_ADMIN, SKEP_PROG_T_NET_ADMIN, "CAP_NET_ADMIN");
	check_helpers();
}
