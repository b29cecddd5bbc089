/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic BPF by itself: every instruction written and read back, errors of the reader, memory that
 * runs out. tests/classic_*.c and data/classic have the rest. */
#include <skep/classic.h>

#include "base/alloc.h"
#include "classic/table.h"
#include "classic/translate.h"
#include "fault_alloc.h"
#include "test.h"

enum { EVERY = 2 * SKEP_CLASSIC_CODES };

/* Each instruction twice, once with an ancillary k. */
static u32 every_instruction(struct sock_filter *insns)
{
	u32 count = 0;

	for (u16 code = 0; code < SKEP_CLASSIC_CODES; code++) {
		const struct skep_classic_row *row = skep_classic_row(code);

		if (!row)
			continue;
		for (u32 k = 7; k; k = k == 7 ? (u32)SKF_AD_OFF + SKF_AD_VLAN_TAG : 0) {
			insns[count] = (struct sock_filter){.code = code};
			if (row->operand != SKEP_OPERAND_NONE)
				insns[count].k = k;
			if (row->action == SKEP_ACTION_TEST)
				insns[count].jf = 255;
			count++;
		}
	}
	return count;
}

static void test_round_trip(void)
{
	struct sock_filter insns[EVERY];
	u32 count = every_instruction(insns);

	for (enum skep_classic_form form = 0; form <= SKEP_CLASSIC_DECIMAL; form++) {
		struct skep_diag d = {0};
		char *text = skep_classic_print(insns, count, form, &d);
		u32 got_count = 0;
		struct sock_filter *got = skep_classic_parse(text, strlen(text), &got_count, &d);

		test_eq(got_count, count, "form %d: as many instructions", form);
		test_ok(got && memcmp(got, insns, count * sizeof(*got)) == 0,
			"form %d: the same instructions (%s)", form, d.what);
		skep_classic_free(got);
		skep_classic_free(text);
	}
}

/* Reads a listing or numbers; what check, run and print then do with it is the data tests' part. */
static u32 parsed(const char *text, struct sock_filter *first)
{
	u32 count = 0;
	struct sock_filter *insns = skep_classic_parse(text, strlen(text), &count, NULL);

	if (insns)
		*first = insns[0];
	skep_classic_free(insns);
	return count;
}

static void test_lenient(void)
{
	struct sock_filter i = {0};

	test_eq(parsed("4,48 0 0 9,21 0 1 6,6 0 0 1,6 0 0 0", &i), 4, "commas as in xt_bpf");
	test_eq(i.k, 9, "the first of them");
	test_eq(parsed("1,\n6 0 0 0,\n", &i), 1, "commas and newlines");
	test_eq(parsed("ldh [ 0xc ]\n\n\tret #1", &i), 2, "no indices, blanks, hexadecimal");
	test_eq(i.k, 12, "0xc is 12");
	test_eq(parsed("(000) ld [ proto ]\r\n(001) ret a\r\n", &i), 2, "carriage returns");
	test_eq(i.k, (u32)SKF_AD_OFF, "a name of an ancillary field");
	test_eq(parsed("{0x6,0,0,0}", &i), 1, "no blanks");
	test_eq(parsed("ja 3", &i), 1, "a jump by its target");
	test_eq(i.k, 2, "as a distance");
}

static void test_long(void)
{
	static struct sock_filter insns[100000];
	struct skep_packet packet = {0};
	struct skep_diag d = {0};
	u32 count = SKEP_COUNT(insns);
	struct skep_prog *prog;

	for (u32 at = 0; at < count; at++)
		insns[at] = (struct sock_filter){.code = BPF_ALU | BPF_ADD | BPF_K, .k = 1};
	insns[0] = (struct sock_filter){.code = BPF_JMP | BPF_JEQ | BPF_K, .k = 1, .jf = 1};
	insns[1] = (struct sock_filter){.code = BPF_JMP | BPF_JA, .k = count - 3};
	insns[count - 1] = (struct sock_filter){.code = BPF_RET | BPF_A};
	test_ok(skep_classic_check(insns, count, SKEP_CLASSIC_LIMIT, &d), "100,000 instructions");
	test_eq(skep_classic_run(insns, count, &packet), count - 3, "all of them run");
	prog = skep_classic_to_ebpf(insns, count, &d);
	test_ok(prog && prog->insns[4].code == (BPF_JMP32 | BPF_JA) &&
		    prog->insns[4].imm == (s32)prog->count - 6,
		"a jump over them is a long one in eBPF");
	skep_prog_free(prog);
	test_ok(!skep_classic_check(insns, count, SKEP_CLASSIC_LINUX_LIMIT, &d), "not for Linux");
	test_ok(strstr(d.what, "4096") && strstr(d.what, "BPF_MAXINSNS"), "and it says why: %s",
		d.what);
}

static void test_memory(void)
{
	static const char text[] = "ld #1\nst M[0]\nld M[0]\nret a\n";
	struct sock_filter insns[] = {
	    {.code = BPF_ST}, {.code = BPF_LD | BPF_MEM}, {.code = BPF_RET | BPF_A}};
	unsigned long n, failures = 0;
	bool done = false;

	for (n = 1; !done && n < 100; n++) {
		struct skep_diag d = {0};
		u32 count;
		struct sock_filter *parsed_insns;
		struct skep_prog *prog = NULL;
		char *printed = NULL;

		fault_after(n);
		parsed_insns = skep_classic_parse(text, strlen(text), &count, &d);
		if (parsed_insns)
			prog = skep_classic_to_ebpf(insns, 3, &d);
		if (prog)
			printed = skep_classic_print(insns, 3, SKEP_CLASSIC_C, &d);
		done = printed != NULL;
		failures += !done && d.code == SKEP_E_NOMEM;
		skep_classic_free(parsed_insns);
		skep_classic_free(printed);
		skep_prog_free(prog);
	}
	fault_after(0);
	test_ok(n > 5 && failures == n - 2, "each of %lu allocations may fail", failures);
}

int main(void)
{
	test_round_trip();
	test_lenient();
	test_long();
	test_memory();
	return test_end();
}
