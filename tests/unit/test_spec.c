/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables of src/spec as such: what every row must hold, and a few answers by hand. What they
 * say is compared with Linux in test_spec_linux.c. */
#include <string.h>

#include "asm/helpers.h"
#include "spec/spec.h"
#include "test.h"

enum { HELPERS = 211 };

/* A size follows memory of no size of its own, and nothing else. */
static bool sizes_pair(const struct skep_helper_row *row)
{
	for (u32 i = 0; i < SKEP_COUNT(row->args); i++) {
		bool open =
		    i > 0 && row->args[i - 1].kind == SKEP_ARG_MEM && !row->args[i - 1].size;
		bool size = row->args[i].kind == SKEP_ARG_CONST_SIZE ||
			    row->args[i].kind == SKEP_ARG_CONST_SIZE_OR_ZERO;

		if (open != size)
			return false;
	}
	return true;
}

static bool flag_of_args(const struct skep_helper_row *row, u32 flag)
{
	for (u32 i = 0; i < SKEP_COUNT(row->args); i++)
		if (row->args[i].flags & flag)
			return true;
	return false;
}

static u32 count_kind(const struct skep_helper_row *row, u32 kind)
{
	u32 count = 0;

	for (u32 i = 0; i < SKEP_COUNT(row->args); i++)
		count += row->args[i].kind == kind;
	return count;
}

static void check_helper(s32 number)
{
	const struct skep_helper_row *row = skep_helper_row(number);

	if (!test_ok(row != NULL, "helper %d has a row", number))
		return;
	test_eq(skep_helper_find(row->name, strlen(row->name)), number, "%s is found", row->name);
	for (; row; row = skep_helper_next(row)) {
		if (!row->progs || !row->since)
			test_ok(false, "%s: a row for no program", row->name);
		if (row->more)
			continue;
		if (!sizes_pair(row))
			test_ok(false, "%s: memory and sizes do not pair", row->name);
		if (!!(row->flags & SKEP_HELPER_RELEASES) != flag_of_args(row, SKEP_ARG_F_RELEASE))
			test_ok(false, "%s: RELEASES and its arguments differ", row->name);
		if (!!(row->flags & (SKEP_HELPER_CALLBACK | SKEP_HELPER_CALLBACK_LATER)) !=
		    (count_kind(row, SKEP_ARG_FUNC) == 1))
			test_ok(false, "%s: CALLBACK and its arguments differ", row->name);
	}
}

static void helpers(void)
{
	for (s32 number = 1; number <= HELPERS; number++)
		check_helper(number);
	test_ok(!skep_helper_row(0) && !skep_helper_row(HELPERS + 1) && !skep_helper_row(-1),
		"no rows beside them");
	test_eq(skep_helper_find("map_lookup", 10), 0, "a part of a name is none");
}

static void names(void)
{
	s32 number;

	test_text(skep_helper_name(211), "bpf_cgrp_storage_delete", "the last helper has a name");
	test_ok(skep_helper_number("bpf_loop", 8, &number) && number == BPF_FUNC_loop, "bpf_loop");
	test_ok(!skep_helper_number("loop", 4, &number), "without bpf_ it is no name");
	test_ok(!skep_helper_number("bpf_", 4, &number), "bpf_ alone is no name");
	test_ok(!skep_helper_name(212) && !skep_helper_name(0), "no names beside them");
}

static bool may(s32 helper, u32 prog, u32 attach, u16 kernel)
{
	return skep_helper_for(helper, (struct skep_caller){prog, attach, kernel}) != NULL;
}

static void versions(void)
{
	test_ok(!may(BPF_FUNC_cgrp_storage_get, BPF_PROG_TYPE_XDP, 0, 601) &&
		    may(BPF_FUNC_cgrp_storage_get, BPF_PROG_TYPE_XDP, 0, 606),
		"a helper of Linux 6.2");
	test_ok(!may(BPF_FUNC_get_current_comm, BPF_PROG_TYPE_XDP, 0, 612) &&
		    may(BPF_FUNC_get_current_comm, BPF_PROG_TYPE_KPROBE, 0, 612) &&
		    may(BPF_FUNC_get_current_comm, BPF_PROG_TYPE_XDP, 0, 618),
		"a helper that Linux 6.16 gave to all");
	test_ok(!may(BPF_FUNC_bind, BPF_PROG_TYPE_CGROUP_SOCK_ADDR, BPF_CGROUP_INET4_BIND, 0) &&
		    may(BPF_FUNC_bind, BPF_PROG_TYPE_CGROUP_SOCK_ADDR, BPF_CGROUP_INET4_CONNECT, 0),
		"a helper of some attach types");
	test_ok(may(BPF_FUNC_map_lookup_elem, SKEP_PROG_TYPE_RAW, 0, 0) &&
		    !may(BPF_FUNC_get_current_task, SKEP_PROG_TYPE_RAW, 0, 0),
		"helpers of our own type");
	test_ok(!may(BPF_FUNC_map_lookup_elem, 0, 0, 0) &&
		    !may(BPF_FUNC_map_lookup_elem, 33, 0, 0) &&
		    !may(BPF_FUNC_map_lookup_elem, 64, 0, 0),
		"types that do not exist call nothing");
}

static void types(void)
{
	for (u32 type = 1; type <= BPF_PROG_TYPE_NETFILTER; type++)
		test_ok(skep_prog_row(type) && skep_prog_row(type)->type == type,
			"program type %u has a row", type);
	for (u32 type = 1; type <= BPF_MAP_TYPE_ARENA; type++)
		test_ok(skep_map_row(type) && skep_map_row(type)->type == type,
			"map type %u has a row", type);
	test_ok(!skep_prog_row(0) && !skep_prog_row(33) && !skep_map_row(0) && !skep_map_row(34),
		"no rows beside them");
	test_text(skep_prog_row(SKEP_PROG_TYPE_RAW)->name, "raw", "our own type");
	test_ok(!skep_map_fits_helper(64, BPF_FUNC_map_lookup_elem),
		"a map type that does not exist");
}

static void contexts(void)
{
	struct skep_field field;
	struct skep_ctx_ask end = {offsetof(struct xdp_md, egress_ifindex), 4, false};
	struct skep_ctx_ask far = {0xfffffffc, 4, false};

	test_ok(!skep_ctx_access(BPF_PROG_TYPE_XDP, BPF_XDP, end, &field),
		"egress_ifindex at ingress");
	test_text(field.name, "egress_ifindex", "a refused access names the field");
	test_ok(skep_ctx_access(BPF_PROG_TYPE_XDP, BPF_XDP_DEVMAP, end, &field), "and at egress");
	test_ok(!skep_ctx_access(BPF_PROG_TYPE_XDP, 0, far, &field) && !field.name,
		"nothing lies outside");
	for (u32 size = 0; size < 17; size++) {
		struct skep_ctx_ask ask = {offsetof(struct __sk_buff, cb), size, false};
		bool power = size == 1 || size == 2 || size == 4 || size == 8;

		test_eq(skep_ctx_access(BPF_PROG_TYPE_SCHED_CLS, 0, ask, &field), power,
			"%u bytes at once", size);
	}
	test_eq(skep_prog_ret_range(BPF_PROG_TYPE_CGROUP_SKB, BPF_CGROUP_INET_EGRESS).max, 3,
		"a range by attach type");
	test_eq(skep_prog_ret_range(BPF_PROG_TYPE_XDP, 0).checked, false,
		"XDP may return anything");
}

int main(void)
{
	helpers();
	names();
	versions();
	types();
	contexts();
	return test_end();
}
