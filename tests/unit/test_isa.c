/* SPDX-License-Identifier: BSD-2-Clause */
/* Every row of insn.def, by itself: what is printed reads back in both syntaxes and as nothing
 * else; what a row reserves is refused, and the field is named. */
#include "asm/pattern.h"
#include "asm/print.h"
#include "base/alloc.h"
#include "isa/isa.h"
#include "prog/prog.h"
#include "test.h"

static const s32 imms[] = {0, 1, -1, 127, 65535, INT32_MAX, INT32_MIN};
static const s16 offs[] = {0, 1, -1, 8, INT16_MAX, INT16_MIN};
static const u8 regs[] = {0, 1, 9, 10};

/* The nth sample of a row; two slots, the second empty but for 64-bit immediates. */
static void sample(const struct skep_insn_row *row, u32 n, struct bpf_insn insn[2])
{
	const struct bpf_insn any = {.dst_reg = (u32)regs[n % SKEP_COUNT(regs)] & 15,
				     .src_reg = (u32)regs[(n / 2) % SKEP_COUNT(regs)] & 15,
				     .off = offs[n % SKEP_COUNT(offs)],
				     .imm = imms[n % SKEP_COUNT(imms)]};

	insn[0] = skep_insn_encode(skep_insn_id(row), any);
	insn[1] = (struct bpf_insn){0};
	if (row->kind == SKEP_KIND_WIDE && row->bits == 64)
		insn[1].imm = imms[(n + 3) % SKEP_COUNT(imms)];
}

/* What stands in a pattern's line for a target and a map. */
static const struct skep_operand_names names[] = {{NULL, NULL}, {"label", "counts"}, {"r1", "fd"}};

/* Whether one of a row's two patterns takes a line; *own if it gives the fields of `insn`. */
static bool takes(const struct skep_insn_row *row, const struct bpf_insn insn[2], const char *line,
		  bool *own)
{
	const char *patterns[] = {row->text, row->word};
	bool taken = false;

	for (size_t i = 0; i < SKEP_COUNT(patterns); i++) {
		struct skep_match m = {.at = line, .end = line + strlen(line)};
		struct bpf_insn got;

		if (!skep_pattern_match(&m, patterns[i]))
			continue;
		taken = true;
		got = skep_insn_encode(skep_insn_id(row), m.insn[0]);
		if (m.label && !m.label_in_imm)
			got.off = insn[0].off;
		if ((m.label && m.label_in_imm) || m.map)
			got.imm = insn[0].imm;
		*own |= memcmp(&got, &insn[0], sizeof(got)) == 0 &&
			memcmp(&m.insn[1], &insn[1], sizeof(got)) == 0;
	}
	return taken;
}

/* Whether `row` alone, of the whole instruction set and both syntaxes, takes a line as `insn`. */
static bool is_only_reader(const struct skep_insn_row *row, const struct bpf_insn insn[2],
			   const char *line)
{
	bool own = false, other = false;

	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		bool same = false, taken = takes(skep_insn_row(id), insn, line, &same);

		if (skep_insn_row(id) == row)
			own = taken && same;
		else
			other |= taken;
	}
	return own && !other;
}

/* Spellings of a line. */
enum spelling { AS_PRINTED, NO_PERCENT, WIDE_BLANKS, NARROW, SPELLINGS };

static void respell(char *to, const char *line, enum spelling spelling)
{
	for (const char *at = line; *at; at++) {
		bool bracket = strchr("[](),", *at);

		if (spelling == NO_PERCENT && *at == '%' && at[1] == 'r')
			continue;
		/* A blank beside a bracket may go. */
		if (spelling == NARROW && *at == ' ' && strchr("[](),", at[1]))
			continue;
		if (spelling == WIDE_BLANKS && (*at == ' ' || bracket))
			*to++ = ' ';
		*to++ = *at;
	}
	*to = '\0';
}

/* Whether a line is read by the row that printed it and by no other, in the first `spellings`. */
static bool is_unique(const struct skep_insn_row *row, const struct bpf_insn insn[2],
		      const char *line, enum spelling spellings)
{
	char spelled[200];

	for (enum spelling s = 0; s < spellings; s++) {
		respell(spelled, line, s);
		if (is_only_reader(row, insn, spelled))
			continue;
		printf("# '%s'\n", spelled);
		return false;
	}
	return true;
}

static void test_text_of(const struct skep_insn_row *row, enum skep_syntax syntax)
{
	bool good = true;
	char *line = NULL;

	for (u32 n = 0; n < 42 * SKEP_COUNT(names) && good; n++) {
		struct skep_buffer b = {0};
		struct bpf_insn insn[2];

		sample(row, n, insn);
		skep_asm_print_named(&b, insn, syntax, &names[n / 42]);
		skep_free(line);
		line = skep_buffer_take(&b);
		good = is_unique(row, insn, line, n % 7 ? NO_PERCENT : SPELLINGS);
	}
	test_ok(good, "%s alone reads what it prints: %s", row->name, line);
	skep_free(line);
}

/* One field that the row fixes holds what no row of this opcode allows. */
static void test_reserved(const struct skep_insn_row *row, const char *field, struct bpf_insn insn)
{
	struct skep_diag d = {0};
	char says[64];

	snprintf(says, sizeof(says), "instruction 3: %s is ", field);
	test_ok(!skep_insn_decode(&insn, 3, &d), "%s: a wrong %s is refused", row->name, field);
	test_ok(strncmp(d.what, says, strlen(says)) == 0 && d.place.at == 3, "and named: %s",
		d.what);
}

static void test_fields(const struct skep_insn_row *row)
{
	struct bpf_insn insn[2], wrong;

	sample(row, 5, insn);
	test_ok(skep_insn_decode(&insn[0], 0, NULL) == row, "%s decodes to its row", row->name);
	wrong = insn[0];
	wrong.dst_reg = 11;
	test_reserved(row, "dst_reg", wrong);
	wrong = insn[0];
	wrong.src_reg = 11;
	test_reserved(row, "src_reg", wrong);
	wrong = insn[0];
	wrong.off = 77;
	if (row->off != SKEP_ANY)
		test_reserved(row, "off", wrong);
	wrong = insn[0];
	wrong.imm = 77;
	if (row->imm != SKEP_ANY)
		test_reserved(row, "imm", wrong);
}

static void test_opcodes(void)
{
	u32 known = 0;

	for (u32 opcode = 0; opcode < 256; opcode++) {
		const struct bpf_insn insn = {.code = (u8)opcode};
		struct skep_diag d = {0};

		known += skep_insn_decode(&insn, 0, &d) || !strstr(d.what, "no opcode");
	}
	/* ALU 13 operations x 4, negation 2, end 3; jumps 11 x 4, ja 2, may_goto, call, exit;
	 * memory 12, sign extended 3, atomic 4; wide 1; packet 6. Signed division and
	 * sign-extending moves share.
	 */
	test_eq(known, 12 * 4 + 2 + 3 + 11 * 4 + 2 + 1 + 2 + 12 + 3 + 4 + 1 + 6, "known opcodes");
}

struct program {
	const char *says;
	u32 count, at;
	struct bpf_insn insns[4];
};

#define I(code_, dst_, src_, off_, imm_)                                                           \
	{                                                                                          \
		.code = code_, .dst_reg = dst_, .src_reg = src_, .off = off_, .imm = imm_          \
	}
#define EXIT I(0x95, 0, 0, 0, 0)
#define HALF I(0, 0, 0, 0, 0)

static const struct program bad[] = {
    {"there is no opcode 0x8f", 2, 0, {I(0x8f, 0, 0, 0, 0), EXIT}},
    {"there is no opcode 0x00", 2, 0, {HALF, EXIT}},
    {"ends before the second half", 1, 0, {I(0x18, 0, 0, 0, 0)}},
    {"the second half of LD_IMM64", 3, 1, {I(0x18, 0, 0, 0, 0), EXIT, EXIT}},
    {"all must be 0", 3, 1, {I(0x18, 0, 1, 0, 0), I(0, 0, 0, 0, 1), EXIT}},
    {"goes to instruction 2, the program has 0 to 1", 2, 0, {I(0x05, 0, 0, 1, 0), EXIT}},
    {"goes to instruction -1", 2, 0, {I(0x05, 0, 0, -2, 0), EXIT}},
    {"goes to instruction -2147483647", 2, 0, {I(0x06, 0, 0, 0, INT32_MIN), EXIT}},
    {"goes to instruction 2147483649", 2, 1, {EXIT, I(0x85, 0, 1, 0, INT32_MAX)}},
    {"goes to 2, the middle", 4, 0, {I(0x05, 0, 0, 1, 0), I(0x18, 0, 0, 0, 0), HALF, EXIT}},
    {"goes to 2, the middle", 4, 0, {I(0x85, 0, 1, 0, 1), I(0x18, 0, 0, 0, 0), HALF, EXIT}},
    {"the middle", 4, 0, {I(0x18, 0, 4, 0, 0), HALF, I(0x05, 0, 0, -2, 0), EXIT}},
    {"runs on past its end, ADD64_K", 2, 1, {EXIT, I(0x07, 0, 0, 0, 0)}},
    {"runs on past its end, LD_IMM64", 3, 2, {EXIT, I(0x18, 0, 0, 0, 0), HALF}},
    {"runs on past its end, JEQ64_K", 2, 1, {EXIT, I(0x15, 0, 0, -1, 0)}},
};

static void test_programs(void)
{
	const struct bpf_insn loop[] = {I(0x05, 0, 0, -1, 0)};
	struct skep_diag d = {0};

	for (size_t i = 0; i < SKEP_COUNT(bad); i++) {
		d = (struct skep_diag){0};
		test_ok(!skep_isa_check(bad[i].insns, bad[i].count, &d), "refused: %s",
			bad[i].says);
		test_ok(strstr(d.what, bad[i].says) != NULL, "says so: %s", d.what);
		test_eq(d.place.at, bad[i].at, "and where");
	}
	test_ok(skep_isa_check(loop, 1, NULL), "a program may end in a jump");
	d = (struct skep_diag){0};
	test_ok(!skep_isa_check(loop, 0, &d) && strstr(d.what, "no instructions"),
		"an empty program is refused");
}

int main(void)
{
	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		test_text_of(skep_insn_row(id), SKEP_SYNTAX_LINUX);
		test_text_of(skep_insn_row(id), SKEP_SYNTAX_MNEMONIC);
		test_fields(skep_insn_row(id));
	}
	test_opcodes();
	test_programs();
	return test_end();
}
