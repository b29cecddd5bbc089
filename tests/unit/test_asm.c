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
    {"0: (15) r1 += 2", "'(15)' stands before an instruction with opcode 07", "", 1, 4, 4},
    {"0: (15) r1 +", "'+' does not fit here", "'+='", 1, 12, 1},
    {"r1 = map[x][0]+4\nexit", "there is no data or map 'x'", ".data x", 1, 10, 1},
    {"r1 = map[5]\nexit", "'5' does not fit here", "a map's name or idx:", 1, 10, 1},
    {"r1 = map[idx:x]\nexit", "'x' does not fit here", "a number", 1, 14, 1},
    {".text\nexit", "'.text' is not a directive", ".data NAME", 1, 1, 5},
    {"exit\n.data", "the line ends too early", "a name has letters", 2, 6, 1},
    {".data 5x 00", "'5x' is not a name", "no digit first", 1, 7, 2},
    {".data x 0", "'0' has an odd number of hex digits", "a byte has two", 1, 9, 1},
    {".data x 00 hello", "'hello' is neither a text in quotes", "00*64", 1, 12, 5},
    {".data x 00,", "',' does not belong behind a byte", "blanks", 1, 11, 1},
    {".data x 00*y", "'y' is not a count", "00*64", 1, 12, 1},
    {".data x 00*67108865", "'67108865' is more than", "64 MiB", 1, 12, 8},
    {".data x 00\n.data y 00*67108864", "more than 67108864 bytes", "", 2, 20, 1},
    {".data x \"abc", "the text has no closing", "", 1, 9, 4},
    {".data x \"a\\q\"", "'\\q\"' is not an escape", "\\x and two", 1, 11, 3},
    {".data x \"a\\x1\"", "is not an escape", "", 1, 11, 4},
    {".data idx:1 00", "the next block of data is idx:0, not idx:1", "", 1, 11, 1},
    {".data idx:z 00", "'z' is not a count", "", 1, 11, 1},
    {".map x 00", "'00' does not belong behind the name", ".map NAME says", 1, 8, 2},
    {".map", "the line ends too early", "a name has letters", 1, 5, 1},
    {".data x 00\n.map y\n.data x 00\nexit", "'x' stands here for the second time", "", 3, 7, 1},
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

static const char data[] = "  .data hello \"a;b#c//d\\n\\t\\\"\\\\\\x41\\0\" 00ff ; comment\n"
			   ".data hello 0102*9 // comment\n"
			   ".data idx:1 00*100\n"
			   ".data idx:1 41\n"
			   ".map counts # comment\n"
			   ".data empty\n"
			   ".data: r1 = map[ hello ][0]+4\n"
			   "r2 = map[counts]\n"
			   "lddw %r3, map[idx:1][0]+9\n"
			   "lddw %r4, map[empty]\n"
			   "goto .data";

static const char data_told[] = ".data hello \"a;b#c//d\\n\\t\\\"\\\\A\" 0000ff01 02*9\n"
				".data idx:1 00*100 41\n"
				".map counts\n"
				".data empty\n"
				"r1 = map[hello][0]+4\n"
				"r2 = map[counts]\n"
				"r3 = map[idx:1][0]+9\n"
				"r4 = map[empty]\n"
				"goto pc-9\n";

static void test_data(void)
{
	const struct skep_text_options with = {.data = true};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, data, NULL);

	expect(data, &with, data_told, "data");
	expect(data_told, &with, data_told, "data reads back");
	test_ok(prog && prog->data_count == 4, "four blocks");
	test_eq(prog->data[0].size, 26, "text, bytes and a repeated byte");
	test_ok(memcmp(prog->data[0].bytes, "a;b#c//d\n\t\"\\A\0\0\xff\1\2\2\2\2\2\2\2\2\2", 26) ==
		    0,
		"are what they say");
	test_text(prog->data[0].name, "hello", "a name");
	test_ok(!prog->data[1].name && prog->data[1].size == 101, "no name");
	test_ok(!prog->data[2].bytes, "a map has no bytes");
	test_eq(prog->insns[2].imm, 2, "a map is found by its name");
	skep_prog_free(prog);
}

/* Bytes of every kind, in blocks of every length, come back. */
static void test_bytes(void)
{
	static const struct bpf_insn leave = {.code = BPF_JMP | BPF_EXIT};
	const struct skep_text_options with = {.data = true};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, &leave, 1, NULL), *back;
	u32 state = 1, index;
	char *text;
	bool same;

	for (u32 size = 0; size < 300; size++) {
		u8 *bytes = skep_prog_add_data(prog, size, &index, NULL);

		for (u32 i = 0; i < size; i++) {
			state = state * 1664525 + 1013904223;
			bytes[i] = state >> 30 ? (u8)(state >> 20 & 127) : i ? bytes[i - 1] : 0;
		}
	}
	text = skep_prog_text(prog, &with, NULL);
	back = skep_prog_parse(SKEP_PROG_RAW, text, NULL);
	same = back && back->data_count == prog->data_count;
	for (u32 i = 0; same && i < prog->data_count; i++)
		same = back->data[i].size == prog->data[i].size &&
		       memcmp(back->data[i].bytes, prog->data[i].bytes, prog->data[i].size) == 0;
	test_ok(same, "%u blocks of all kinds of bytes read back", prog->data_count);
	skep_free(text);
	skep_prog_free(back);
	skep_prog_free(prog);
}

static const char listings[] = "first: 0: (b7) r0 = 0\n1: (95) exit\n"
			       "0: (85) call first\n1: (95) exit\n";

static void test_listings(void)
{
	expect("0: (18) r1 = 0x5 ; R1=5\n2: (b7) r0 = 0x5\n3: (95) exit\n", NULL,
	       "r1 = 0x5 ll\nr0 = 5\nexit\n", "the opcode tells a 64-bit immediate from a move");
	expect(listings, NULL, "r0 = 0\nexit\ncall pc-3\nexit\n", "two listings in one text");
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
static void test_memory(const char *text)
{
	u32 failed = 0;

	for (u32 n = 1; n < 100; n++) {
		struct skep_diag d = {0};
		struct skep_prog *prog;

		fault_after(n);
		prog = skep_prog_parse(SKEP_PROG_RAW, text, &d);
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
	test_data();
	test_bytes();
	test_listings();
	test_memory(labels);
	test_memory(data);
	return test_end();
}
