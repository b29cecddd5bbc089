/* SPDX-License-Identifier: BSD-2-Clause */
/* What tests/gdb.sh looks at: a helper that is called by a local call of a program, and by a
 * callback of it; and a program that is gone when the second is there. */
#include "isa/isa.h"
#include "jit/jit.h"

typedef u64 helper(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);
static helper deep __attribute__((noinline)), each __attribute__((noinline));
static const skep_helper table[] = {NULL, deep, each};
static const struct skep_helpers helpers = {.table = table, .count = SKEP_COUNT(table)};

/* Where the breakpoint is. */
static u64 deep(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run, (void)r2, (void)r3, (void)r4, (void)r5;
	__asm__ volatile("" ::: "memory");
	return r1 + 1;
}

static u64 each(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)r2, (void)r3, (void)r4, (void)r5;
	return skep_run_callback(run, r1, 40, 0, 0, 0, 0) + 1;
}

static struct skep_code *make(const struct skep_prog *prog, const char *name)
{
	const struct skep_code_options options = {
	    .mode = SKEP_CODE_JIT, .profile = SKEP_CODE_GDB, .name = name};

	return skep_code_make(prog, &options, &helpers, NULL);
}

/* r6 makes the local call save registers. */
static const struct bpf_insn insns[] = {
    {.code = 0xb7, .dst_reg = 6, .imm = 1},
    {.code = 0x85, .src_reg = BPF_PSEUDO_CALL, .imm = 1},
    {.code = 0x95},
    {.code = 0xb7, .dst_reg = 6, .imm = 2},
    {.code = 0x18, .dst_reg = 1, .src_reg = BPF_PSEUDO_FUNC, .imm = 3},
    {.code = 0},
    {.code = 0x85, .imm = 2},
    {.code = 0x95},
    {.code = 0x7b, .dst_reg = 10, .src_reg = 6, .off = -8},
    {.code = 0x85, .imm = 1},
    {.code = 0x95},
};

static __attribute__((noinline)) u64 start_program(const struct skep_code *code)
{
	struct skep_run run;
	u64 result;

	skep_run_init(&run, code, NULL);
	result = skep_code_enter(code, &run, 0);
	return result + (run.fault != SKEP_FAULT_NONE);
}

static __attribute__((noinline)) void program_is_gone(void)
{
	__asm__ volatile("" ::: "memory");
}

int main(void)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, SKEP_COUNT(insns), NULL);
	struct skep_code *code = make(prog, "looked_at"), *other = make(prog, "other_one");
	u64 result = code && other ? start_program(code) : 0;

	skep_code_free(code);
	program_is_gone();
	skep_code_free(other);
	skep_prog_free(prog);
	return result == 42 ? 0 : 1;
}
