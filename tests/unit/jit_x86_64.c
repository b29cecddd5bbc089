/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdlib.h>
#include <string.h>

#include "jit/x86.h"
#include "jit_machine.h"
#include "test.h"

enum { ALL_FEATURES = SKEP_X86_BMI2 | SKEP_X86_MOVBE };

u32 jit_machine_engines(struct engine *list)
{
	u32 count = 0;

	list[count++] = (struct engine){.name = "machine code without features", .native = true};
	list[count++] = (struct engine){
	    .name = "far", .native = true, .features = SKEP_X86_FAR, .retpolines = true};
	list[count++] = (struct engine){.name = "blind", .native = true, .blind = true};
	if (!__builtin_cpu_supports("bmi2"))
		return count;
	list[count++] = (struct engine){.name = "blind, with features",
					.native = true,
					.features = ALL_FEATURES,
					.blind = true};
	list[count++] =
	    (struct engine){.name = "machine code", .native = true, .features = ALL_FEATURES};
	return count;
}

bool jit_machine_compile(struct skep_code *code, u32 features, struct skep_diag *d)
{
	return skep_x86_compile(code, features, d);
}

bool jit_machine_holds(const struct skep_native *native, u32 value)
{
	const u8 *at = native->at;

	for (size_t i = 0; i + sizeof(value) <= native->used; i++)
		if (memcmp(at + i, &value, sizeof(value)) == 0)
			return true;
	return false;
}

/* ---- sizes */

/* Jumps over `over` instructions of three bytes, forward and back: 1 to over + 4, from behind which
 * it goes back to 2, and from there on to the end. */
static void test_distance(u32 over)
{
	u32 count = over + 7, jump = over <= 39 ? 2 : 5;
	struct bpf_insn *insns =
	    jit_fill(count, SKEP_INSN_XOR32_X, (struct bpf_insn){.dst_reg = 4, .src_reg = 5});
	size_t size;

	insns[0] = skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 0, .imm = 1});
	insns[1] = skep_insn_encode(SKEP_INSN_JA32, (struct bpf_insn){.imm = (s32)over + 2});
	insns[3] = skep_insn_encode(SKEP_INSN_JA32, (struct bpf_insn){.imm = (s32)over + 2});
	insns[over + 4] = skep_insn_encode(SKEP_INSN_ADD64_K, (struct bpf_insn){.imm = 1});
	insns[over + 5] =
	    skep_insn_encode(SKEP_INSN_JA32, (struct bpf_insn){.imm = -(s32)over - 4});
	test_eq(jit_run(insns, count, &size), 2, "jumps over %u instructions", over);
	test_eq(size, 5 + jump + 3 + jump + 3 * over + 4 + jump + 1,
		"and they have the shortest forms");
	free(insns);
}

/* r0 = 100 / r2 behind a look at r2, or at r3. */
static size_t size_of_division(u32 looked_at, enum skep_insn_id look, u64 want)
{
	const struct bpf_insn insns[] = {
	    skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.imm = 100}),
	    skep_insn_encode(SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 3, .src_reg = 2}),
	    skep_insn_encode(look, (struct bpf_insn){.dst_reg = looked_at & 15u, .off = 1}),
	    skep_insn_encode(SKEP_INSN_DIV64_X, (struct bpf_insn){.dst_reg = 0, .src_reg = 2}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	size_t size;

	test_eq(jit_run(insns, SKEP_COUNT(insns), &size), want, "a division behind a look");
	return size;
}

static void test_nonzero(void)
{
	size_t known = size_of_division(2, SKEP_INSN_JEQ64_K, 100 / 8);

	test_ok(known < size_of_division(3, SKEP_INSN_JEQ64_K, 100 / 8),
		"what is known not to be 0 is not tested again");
	test_ok(known < size_of_division(2, SKEP_INSN_JSLE64_K, 100 / 8),
		"a look for something else does not do");
}

/* Jumps to jumps, and over them. */
static void test_jumps_to_jumps(void)
{
	const struct bpf_insn insns[] = {
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 7}),
	    skep_insn_encode(SKEP_INSN_JNE32_K, (struct bpf_insn){.dst_reg = 2, .off = 1}),
	    skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){.off = 3}),
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 8}),
	    skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){.off = 1}),
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 9}),
	    skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){.off = 0}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	const struct bpf_insn circle[] = {
	    skep_insn_encode(SKEP_INSN_JEQ32_K, (struct bpf_insn){.dst_reg = 2, .off = 2}),
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 3}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0}),
	    skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){.off = 0}),
	    skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){.off = -2})};
	size_t size;

	test_eq(jit_run(insns, SKEP_COUNT(insns), &size), 8, "a jump over a jump");
	test_eq(size, 5 + 2 + 2 + 5 + 2 + 5 + 0 + 1, "is one jump");
	test_eq(jit_run(circle, SKEP_COUNT(circle), &size), 3,
		"jumps in a circle are code as well");
}

static void test_small(void)
{
	const struct bpf_insn returns[] = {
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 7}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	const struct bpf_insn leaf[] = {
	    skep_insn_encode(SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 6, .src_reg = 1}),
	    skep_insn_encode(SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 7, .src_reg = 2}),
	    skep_insn_encode(SKEP_INSN_LDX8, (struct bpf_insn){.src_reg = 6}),
	    skep_insn_encode(SKEP_INSN_ADD64_X, (struct bpf_insn){.src_reg = 7}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	const struct bpf_insn stack[] = {
	    skep_insn_encode(SKEP_INSN_ST64, (struct bpf_insn){.dst_reg = 10, .off = -8, .imm = 5}),
	    skep_insn_encode(SKEP_INSN_LDX64, (struct bpf_insn){.src_reg = 10, .off = -8}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	size_t size;

	test_eq(jit_run(returns, 2, &size), 7, "a program of nothing but a verdict");
	test_eq(size, 6, "is a move and a return");
	test_eq(jit_run(leaf, 5, &size), 8, "r6 and r7 of a program that calls nothing");
	test_eq(size, 3 + 3 + 1, "need be neither saved nor set");
	test_eq(jit_run(stack, SKEP_COUNT(stack), &size), 5, "a program with a stack");
	test_eq(size, 7 + 12 + 8 + 7 + 1, "reaches it from the machine's");
}

/* A load, a swap and a comparison as one. */
static void test_field(void)
{
	const struct bpf_insn insns[] = {
	    skep_insn_encode(SKEP_INSN_LDX32, (struct bpf_insn){.src_reg = 1, .off = 4}),
	    skep_insn_encode(SKEP_INSN_BE32, (struct bpf_insn){0}),
	    skep_insn_encode(SKEP_INSN_JEQ32_K, (struct bpf_insn){.off = 2, .imm = 0x11223344}),
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 5}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0}),
	    skep_insn_encode(SKEP_INSN_MOV32_K, (struct bpf_insn){.imm = 6}),
	    skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	size_t size;

	test_eq(jit_run(insns, SKEP_COUNT(insns), &size), 5, "a field that is not equal");
	test_eq(size, 7 + 2 + 6 + 6, "is compared in memory, its constant swapped");
}

void jit_machine_test(void)
{
	static const u32 distances[] = {1,  20,	 38,  39,  40,	  41,	 42,   43,
					44, 100, 126, 127, 10000, 11000, 40000};

	for (u32 i = 0; i < SKEP_COUNT(distances); i++)
		test_distance(distances[i]);
	test_nonzero();
	test_jumps_to_jumps();
	test_small();
	test_field();
}
