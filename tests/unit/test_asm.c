/* SPDX-License-Identifier: BSD-2-Clause */
/* Whole programs as text: labels, listings, spellings that are allowed, and what is said about
 * mistakes. Single instructions are test_isa.c. */
#include <skep/asm.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "fault_alloc.h"
#include "prog/prog.h"
#include "test.h"

struct mistake {
	const char *text, *what, *hint;
	u32 line, column, length;
};

static const struct mistake mistakes[] = {
    {"r1 += 2\nr11 = 5\n", "'r11' is not a register", "", 2, 1, 3},
    {"r1 += r12", "'r12' is not a register: eBPF has r0 to r10", "", 1, 7, 3},
    {"rx = 5", "'x' does not fit here", "a register number", 1, 2, 1},
    {"foo r1, r2", "no instruction begins with 'foo'", "r1 += 2", 1, 1, 3},
    {"r1 ? 2", "'?' does not fit here", "'+='", 1, 4, 1},
    {"r1", "the line ends too early", "'+='", 1, 3, 1},
    {"r1 += 2 3", "'3' does not fit here", "the end of the line", 1, 9, 1},
    {"exit now", "'now' does not fit here", "the end of the line", 1, 6, 3},
    {"r1 += 4294967296", "'4294967296' does not fit into the 32 bits", "", 1, 7, 10},
    {"r1 = 0x123456789", "the line ends too early", "'ll'", 1, 17, 1},
    {"r1 = 0x12345678901234567 ll", "does not fit into 64 bits", "", 1, 6, 19},
    {"r1 = 12z", "'12z' is not a number", "", 1, 6, 3},
    {"r1 = -r2", "'r2' is another register", "", 1, 7, 2},
    {"r1 = be16 r2", "'r2' is another register", "", 1, 11, 2},
    {"r0 = *(u32 *)(r1 + 32768)", "'+ 32768' is past the range of off", "", 1, 18, 7},
    {"r0 = *(u24 *)(r1 +0)", "'u24' does not fit here", "'u8'", 1, 8, 3},
    {"goto", "the line ends too early", "a label or a distance", 1, 5, 1},
    {"goto +", "the line ends too early", "a number", 1, 7, 1},
    {"if r1 > 5 goto +40000", "'+40000' is past the range of off", "", 1, 16, 6},
    {"goto out\n\nend: exit", "there is no label 'out'", "a line `out:` before", 1, 6, 3},
    {"a: b: exit\na: exit", "label 'a' stands here for the second time", "", 2, 1, 1},
    {"call bpf_get_prandom_u32#5", "'#5' is not the number of this helper", "", 1, 25, 2},
    {"call unknown\nexit", "'unknown' is neither a helper nor a label", "", 1, 6, 7},
};

static void test_mistakes(void)
{
	for (size_t i = 0; i < SKEP_COUNT(mistakes); i++) {
		const struct mistake *m = &mistakes[i];
		struct skep_diag d = {0};

		test_ok(!skep_prog_parse(SKEP_PROG_RAW, m->text, &d), "refused: %s", m->what);
		test_ok(strstr(d.what, m->what) != NULL, "says '%s': %s", m->what, d.what);
		test_ok(strstr(d.hint, m->hint) != NULL, "hints '%s': %s", m->hint, d.hint);
		test_eq(d.place.line, m->line, "line");
		test_eq(d.place.column, m->column, "column");
		test_eq(d.place.length, m->length, "length");
	}
}

static char *retold(const char *text, const struct skep_text_options *options)
{
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, text, &d);
	char *told = prog ? skep_prog_text(prog, options, &d) : NULL;

	if (!told)
		printf("# line %u: %s (%s)\n", d.place.line, d.what, d.hint);
	skep_prog_free(prog);
	return told;
}

static void expect(const char *text, const struct skep_text_options *options, const char *want,
		   const char *name)
{
	char *told = retold(text, options);

	test_text(told, want, "%s", name);
	skep_free(told);
}

static const char labels[] = "# all ways to say where to go\n"
			     "  r0=0 ; comment\n"
			     "again: more:\n"
			     "\tr3 = *(u8*)(r1)\t// comment\r\n"
			     "0x9: if r3==5 goto done\n"
			     "r2 = 0x1122334455667788 ll\n"
			     "if w3 s< -1 goto pc + 1\n"
			     "goto more\n"
			     "gotol again\n"
			     "call 5 #comment\n"
			     "call done\n"
			     "jlt32 r1, r2, done\n"
			     "lock fetch_add [r1], r2\n"
			     "done: exit";

static const char labels_told[] = "r0 = 0\n"
				  "r3 = *(u8 *)(r1 +0)\n"
				  "if r3 == 0x5 goto pc+9\n"
				  "r2 = 0x1122334455667788 ll\n"
				  "if w3 s< 0xffffffff goto pc+1\n"
				  "goto pc-6\n"
				  "gotol pc-7\n"
				  "call bpf_ktime_get_ns#5\n"
				  "call pc+2\n"
				  "if w1 < w2 goto pc+1\n"
				  "r2 = atomic64_fetch_add((u64 *)(r1 +0), r2)\n"
				  "exit\n";

static const char listing[] = "0: (b7) r0 = 0\n"
			      "1: (71) r3 = *(u8 *)(r1 +0)\n"
			      "2: (15) if r3 == 0x5 goto pc+9\n"
			      "3: (18) r2 = 0x1122334455667788 ll\n"
			      "5: (c6) if w3 s< 0xffffffff goto pc+1\n"
			      "6: (05) goto pc-6\n"
			      "7: (06) gotol pc-7\n"
			      "8: (85) call bpf_ktime_get_ns#5\n"
			      "9: (85) call pc+2\n"
			      "10: (ae) if w1 < w2 goto pc+1\n"
			      "11: (db) r2 = atomic64_fetch_add((u64 *)(r1 +0), r2)\n"
			      "12: (95) exit\n";

static const char words[] = "mov %r0, 0\n"
			    "ldxb %r3, [%r1+0]\n"
			    "jeq %r3, 5, +9\n"
			    "lddw %r2, 0x1122334455667788\n"
			    "jslt32 %r3, -1, +1\n"
			    "ja -6\n"
			    "ja32 -7\n"
			    "call bpf_ktime_get_ns#5\n"
			    "call +2\n"
			    "jlt32 %r1, %r2, +1\n"
			    "lock fetch_add [%r1+0], %r2\n"
			    "exit\n";

static void test_programs(void)
{
	const struct skep_text_options list = {.listing = true};
	const struct skep_text_options mnemonic = {.syntax = SKEP_SYNTAX_MNEMONIC};

	expect(labels, NULL, labels_told, "labels and spellings");
	expect(labels_told, NULL, labels_told, "Linux syntax reads back");
	expect(labels, &list, listing, "a listing");
	expect(listing, NULL, labels_told, "a listing reads back");
	expect(labels, &mnemonic, words, "mnemonics");
	expect(words, NULL, labels_told, "mnemonics read back");
	expect("0: (95) exit ; R0=1", NULL, "exit\n", "a line of a verifier log");
}

static void test_far_label(void)
{
	enum { LINES = 40000 };
	static const char line[] = "r0 = 0\n", ends[] = "goto end\n", jump[] = "gotol end\n";
	struct skep_buffer b = {0};
	struct skep_diag d = {0};
	struct skep_prog *prog;

	skep_buffer_text(&b, ends);
	for (int i = 0; i < LINES; i++)
		skep_buffer_text(&b, line);
	skep_buffer_text(&b, "end: exit\n");
	prog = skep_prog_parse(SKEP_PROG_RAW, b.data, &d);
	test_ok(!prog && strstr(d.what, "label 'end' is 40000 instructions away"),
		"a label that is too far is refused: %s", d.what);
	skep_buffer_fini(&b);

	skep_buffer_text(&b, jump);
	for (int i = 0; i < LINES; i++)
		skep_buffer_text(&b, line);
	skep_buffer_text(&b, "end: exit\n");
	prog = skep_prog_parse(SKEP_PROG_RAW, b.data, NULL);
	test_ok(prog && prog->insns[0].imm == LINES, "gotol reaches it");
	skep_prog_free(prog);
	skep_buffer_fini(&b);
}

static void test_not_instructions(void)
{
	const struct bpf_insn insns[] = {{.code = 0x8f, .dst_reg = 1, .off = -3}, {.code = 0x18}};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, 2, NULL);
	char *text = skep_prog_text(prog, NULL, NULL);

	test_text(text, "; no instruction: 8f dst 1 src 0 off -3 imm 0x0\nr0 = 0x0 ll\n",
		  "what is no instruction is shown, and a half one");
	skep_free(text);
	skep_prog_free(prog);
}

/* Each allocation fails once; all is given back (the sanitizer looks). */
static void test_memory(void)
{
	u32 failed = 0;

	for (u32 n = 1; n < 100; n++) {
		struct skep_diag d = {0};
		struct skep_prog *prog;

		fault_after(n);
		prog = skep_prog_parse(SKEP_PROG_RAW, labels, &d);
		fault_after(0);
		if (prog) {
			skep_prog_free(prog);
			break;
		}
		failed += d.code == SKEP_E_NOMEM;
		if (d.code != SKEP_E_NOMEM)
			test_ok(false, "allocation %u: %s", n, d.what);
	}
	test_ok(failed >= 4, "no memory is said at each of %u allocations", failed);
}

int main(void)
{
	test_mistakes();
	test_programs();
	test_far_label();
	test_not_instructions();
	test_memory();
	return test_end();
}
