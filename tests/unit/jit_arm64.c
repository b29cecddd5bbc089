/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

#include "jit/arm64.h"
#include "jit_machine.h"
#include "test.h"

u32 jit_machine_engines(struct engine *list)
{
	u32 count = 0;

	list[count++] = (struct engine){.name = "machine code without features", .native = true};
	list[count++] = (struct engine){.name = "far", .native = true, .features = SKEP_ARM64_FAR};
	list[count++] = (struct engine){.name = "blind", .native = true, .blind = true};
	if (getauxval(AT_HWCAP) & HWCAP_ATOMICS)
		list[count++] = (struct engine){
		    .name = "machine code", .native = true, .features = SKEP_ARM64_LSE};
	return count;
}

bool jit_machine_compile(struct skep_code *code, u32 features, struct skep_diag *d)
{
	return skep_arm64_compile(code, features, d);
}

/* movz of the lower half, movk of the upper. */
bool jit_machine_holds(const struct skep_native *native, u32 value)
{
	const u32 mask = 0x7fffffe0, movz = 0x52800000, movk = 0x72a00000;
	const u32 *at = native->at;

	for (size_t i = 0; i + 1 < native->used / 4; i++)
		if ((at[i] & mask) == (movz | (value & 0xffff) << 5) &&
		    (at[i + 1] & mask) == (movk | value >> 16 << 5))
			return true;
	return false;
}

/* ---- sizes of short programs: what is done as one instruction */

static void test_size(const char *what, const struct bpf_insn *insns, u32 count, u32 words)
{
	size_t size;

	jit_run(insns, count, &size);
	test_eq(size, 4 * words, "%s", what);
}

#define INSN(id, ...) skep_insn_encode(SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})
#define TEST_SIZE(what, words, ...)                                                                \
	do {                                                                                       \
		const struct bpf_insn insns[] = {__VA_ARGS__, INSN(EXIT, 0)};                      \
		test_size(what, insns, SKEP_COUNT(insns), words);                                  \
	} while (0)

static void test_runs(void)
{
	TEST_SIZE("three registers", 2, INSN(MOV64_X, .dst_reg = 0, .src_reg = 1),
		  INSN(ADD64_X, .dst_reg = 0, .src_reg = 2));
	TEST_SIZE("the upper half cleared by shifts", 2, INSN(LSH64_K, .dst_reg = 0, .imm = 32),
		  INSN(RSH64_K, .dst_reg = 0, .imm = 32));
	TEST_SIZE("a shifted operand", 2, INSN(LSH64_K, .dst_reg = 2, .imm = 3),
		  INSN(ADD64_X, .dst_reg = 0, .src_reg = 2));
	TEST_SIZE("a shifted operand that is wanted", 4, INSN(LSH64_K, .dst_reg = 2, .imm = 3),
		  INSN(ADD64_X, .dst_reg = 0, .src_reg = 2),
		  INSN(XOR64_X, .dst_reg = 0, .src_reg = 2));
	TEST_SIZE("division", 2, INSN(DIV64_X, .dst_reg = 0, .src_reg = 2));
	TEST_SIZE("modulo", 3, INSN(MOD32_X, .dst_reg = 0, .src_reg = 2));
	TEST_SIZE("a jump if zero", 3, INSN(JEQ64_K, .dst_reg = 2, .off = 1),
		  INSN(MOV64_K, .dst_reg = 0, .imm = 1));
	TEST_SIZE("a jump if a bit is set", 3, INSN(JSET64_K, .dst_reg = 2, .off = 1, .imm = 64),
		  INSN(MOV64_K, .dst_reg = 0, .imm = 1));
	TEST_SIZE("a field in network order", 3, INSN(LDX16, .dst_reg = 0, .src_reg = 1),
		  INSN(BE16, .dst_reg = 0));
	TEST_SIZE("the far end of the stack", 4, INSN(ST64, .dst_reg = 10, .off = -512));
}

/* ---- conditional jumps further than they reach alone */

/* Over `count` instructions that are never run. */
static void test_far(const struct bpf_insn *over, s16 count, enum skep_insn_id id, s32 imm)
{
	struct bpf_insn *insns = calloc((size_t)count + 6, sizeof(*insns));
	u32 end = (u32)count + 2;
	size_t size;

	insns[0] = INSN(MOV64_K, .dst_reg = 0, .imm = 8);
	insns[1] = skep_insn_encode(id, (struct bpf_insn){.off = count, .imm = imm});
	for (u32 i = 2; i < end; i++)
		insns[i] = *over;
	insns[end] = INSN(ADD64_K, .dst_reg = 0, .imm = 3);
	insns[end + 1] = INSN(EXIT, 0);
	insns[end + 2] = INSN(EXIT, 0);
	for (u32 i = 2; over->code == INSN(CALL_LOCAL, 0).code && i < end; i++)
		insns[i].imm = (s32)(end + 2 - i - 1);
	test_eq(jit_run(insns, end + 3, &size), 11, "%s over %zu bytes of code",
		skep_insn_row(id)->name, size);
	free(insns);
}

static void test_reach(void)
{
	const struct bpf_insn add = INSN(ADD64_K, .dst_reg = 1, .imm = 1);
	const struct bpf_insn call = INSN(CALL_LOCAL, 0);

	for (s16 count = 8180; count < 8200; count++)
		test_far(&add, count, SKEP_INSN_JSET64_K, 8);
	test_far(&call, 32000, SKEP_INSN_JSET64_K, 8);
	test_far(&call, 32000, SKEP_INSN_JEQ64_K, 8);
	test_far(&call, 32000, SKEP_INSN_JNE64_K, 0);
}

/* ---- constants */

/* Of halves that are often the same, zeros or ones. */
static u64 next_constant(u64 *state)
{
	static const u64 halves[] = {0, 0, 0xffff, 0xffff, 0x5555, 0x00ff, 0x8000, 1};
	u64 value = 0;

	for (u32 n = 0; n < 4; n++) {
		u64 random;

		*state = *state * 6364136223846793005u + 1442695040888963407u;
		random = *state >> 33;
		value = value << 16 | (random % 4 ? halves[random / 4 % 8] : random & 0xffff);
	}
	return value;
}

static void test_constants(void)
{
	u32 wrong = 0, longest = 0;
	u64 state = 1;

	for (u32 n = 0; n < 3000; n++) {
		u64 value = next_constant(&state);
		const struct bpf_insn insns[] = {
		    INSN(LD_IMM64, .imm = (s32)value),
		    {.imm = (s32)(value >> 32)},
		    INSN(EXIT, 0),
		};
		size_t size;

		wrong += jit_run(insns, SKEP_COUNT(insns), &size) != value;
		longest = size > longest ? (u32)size : longest;
	}
	test_eq(wrong, 0, "constants of every form");
	test_eq(longest, 4 * 5, "have up to four instructions");
}

void jit_machine_test(void)
{
	test_constants();
	test_runs();
	test_reach();
}
