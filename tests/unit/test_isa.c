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

/* How many patterns of the instruction set accept the line; *own if this row's does, with the same
 * fields. */
static u32 readers(const struct skep_insn_row *row, const struct bpf_insn insn[2], const char *line,
		   enum skep_syntax syntax, bool *own)
{
	u32 count = 0;

	*own = false;
	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		struct skep_match m = {.at = line, .end = line + strlen(line)};
		const struct skep_insn_row *other = skep_insn_row(id);
		struct bpf_insn got;

		if (!skep_pattern_match(&m,
					syntax == SKEP_SYNTAX_LINUX ? other->text : other->word))
			continue;
		count++;
		got = skep_insn_encode(id, m.insn[0]);
		*own |= other == row && memcmp(&got, &insn[0], sizeof(got)) == 0 &&
			memcmp(&m.insn[1], &insn[1], sizeof(got)) == 0;
	}
	return count;
}

static void test_text_of(const struct skep_insn_row *row, enum skep_syntax syntax)
{
	bool good = true;
	char *line = NULL;

	for (u32 n = 0; n < 42 && good; n++) {
		struct skep_buffer b = {0};
		struct bpf_insn insn[2];
		bool own;
		u32 count;

		sample(row, n, insn);
		skep_asm_print(&b, insn, syntax);
		skep_free(line);
		line = skep_buffer_take(&b);
		count = readers(row, insn, line, syntax, &own);
		good = own && count == 1;
	}
	test_ok(good, "%s reads back what it prints: %s", row->name, line);
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
	/* ALU 13 operations x 4, negation 2, end 3; jumps 11 x 4, ja 2, call, exit; memory 12, sign
	 * extended 3, atomic 2; wide 1; packet 6. Signed division and sign-extending moves share.
	 */
	test_eq(known, 12 * 4 + 2 + 3 + 11 * 4 + 2 + 2 + 12 + 3 + 2 + 1 + 6, "known opcodes");
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
