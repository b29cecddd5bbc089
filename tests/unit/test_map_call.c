/* SPDX-License-Identifier: BSD-2-Clause */
/* What engines do themselves in place of helpers, in every engine: calls of a known map's own
 * operations, which get what the helper would have got and nothing else; and the CPU of the run. */
#include <errno.h>

#include "jit/jit.h"
#include "test.h"
#include "vm/env.h"

enum { CPU = 3, HELPER_CPU = 99, MOST = 64 };

/* A map whose operations note what they were given. */
struct fake {
	struct skep_map map;
	const void *first, *second; /* key and value */
	u64 flags;
	u32 cpu;
	u32 calls;
};

static void note(struct skep_map *map, const void *first, const void *second, u64 flags, u32 cpu)
{
	struct fake *f = (struct fake *)map;

	f->first = first;
	f->second = second;
	f->flags = flags;
	f->cpu = cpu;
	f->calls++;
}

static void *lookup(struct skep_map *map, const void *key)
{
	note(map, key, NULL, 0, 0);
	return (void *)(uintptr_t)0x123456789a;
}

static void *lookup_cpu(struct skep_map *map, const void *key, u32 cpu)
{
	note(map, key, NULL, 0, cpu);
	return (void *)(uintptr_t)0x123456789a;
}

static int update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	note(map, key, value, flags, 0);
	return -EEXIST;
}

static int update_cpu(struct skep_map *map, const void *key, const void *value, u64 flags, u32 cpu)
{
	note(map, key, value, flags, cpu);
	return -EEXIST;
}

static int remove_key(struct skep_map *map, const void *key)
{
	note(map, key, NULL, 0, 0);
	return -ENOENT;
}

static int push(struct skep_map *map, const void *value, u64 flags)
{
	note(map, value, NULL, flags, 0);
	return -E2BIG;
}

static int pop(struct skep_map *map, void *value)
{
	note(map, value, NULL, 0, 0);
	return -ENOENT;
}

static int peek(struct skep_map *map, void *value)
{
	note(map, value, NULL, 0, 0);
	return 7;
}

static const struct skep_map_ops plain_ops = {.lookup = lookup,
					      .update = update,
					      .remove = remove_key,
					      .push = push,
					      .pop = pop,
					      .peek = peek};
static const struct skep_map_ops cpu_ops = {
    .lookup_cpu = lookup_cpu, .update_cpu = update_cpu, .remove = remove_key};

/* ---- programs */

static u64 helper_cpu(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run, (void)r1, (void)r2, (void)r3, (void)r4, (void)r5;
	return HELPER_CPU;
}

struct code {
	struct bpf_insn insns[MOST];
	u32 count;
};

static struct bpf_insn insn(u8 opcode, u32 dst, u32 src, s16 off, s32 imm)
{
	return (struct bpf_insn){opcode, (u8)(dst & 15), (u8)(src & 15), off, imm};
}

static void add(struct code *c, struct bpf_insn insn)
{
	c->insns[c->count++] = insn;
}

static void add_number(struct code *c, u8 dst, u64 value)
{
	add(c, insn(0x18, dst, 0, 0, (s32)value));
	add(c, insn(0, 0, 0, 0, (s32)(value >> 32)));
}

/* In a local call, if that is wanted, `insn` with r1 to r5 as `map` and what makes them; behind it
 * r6 to r9 must be as they were. */
static void write_program(struct code *c, const struct fake *map, s32 number, bool deep)
{
	c->count = 0;
	if (deep) {
		add(c, insn(0x85, 0, 1, 0, 1));
		add(c, insn(0x95, 0, 0, 0, 0));
	}
	for (u8 r = 6; r <= 9; r++)
		add(c, insn(0xb7, r, 0, 0, r * 11));
	add(c, insn(0x7a, 10, 0, -8, 5));
	add_number(c, 1, (uintptr_t)map);
	for (u8 r = 2; r <= 5; r++)
		add_number(c, r, 0x1000000000 * r + r);
	add(c, insn(0x85, 0, 0, 0, number));
	for (u8 r = 6; r <= 9; r++)
		add(c, insn(0x55, r, 0, (s16)(11 - r), r * 11));
	add(c, insn(0x79, 1, 10, -8, 0));
	add(c, insn(0x15, 1, 0, 1, 5));
	add(c, insn(0xb7, 0, 0, 0, 1));
	add(c, insn(0x95, 0, 0, 0, 0));
}

static const struct skep_code_options engines[] = {
    {.mode = SKEP_CODE_DEFAULT},
    {.mode = SKEP_CODE_DEFAULT, .blind_constants = true, .retpolines = true},
    {.mode = SKEP_CODE_PLAIN},
    {.mode = SKEP_CODE_BUDGET},
    {.mode = SKEP_CODE_CHECKED},
};

/* r0; -1 of a program that cannot be made. */
static u64 run(const struct code *c, const struct skep_helpers *helpers,
	       const struct skep_code_options *options, struct skep_diag *d)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, c->insns, c->count, NULL);
	struct skep_code *code = skep_code_make(prog, options, helpers, d);
	struct skep_env env = {.cpu = CPU};
	struct skep_run run;
	u64 r0 = UINT64_MAX;

	if (code) {
		skep_run_init(&run, code, &env);
		r0 = skep_code_enter(code, &run, 0);
		test_eq(run.fault, SKEP_FAULT_NONE, "the run ends well");
	}
	skep_code_free(code);
	skep_prog_free(prog);
	return r0;
}

/* ---- operations */

struct want {
	s32 helper;
	const struct skep_map_ops *ops;
	u64 r0;
	u32 first, second, flags; /* registers, 0: none */
	u32 cpu;
};

static const struct want wants[] = {
    {BPF_FUNC_map_lookup_elem, &plain_ops, 0x123456789a, 2, 0, 0, 0},
    {BPF_FUNC_map_lookup_elem, &cpu_ops, 0x123456789a, 2, 0, 0, CPU},
    {BPF_FUNC_map_update_elem, &plain_ops, (u64)-EEXIST, 2, 3, 4, 0},
    {BPF_FUNC_map_update_elem, &cpu_ops, (u64)-EEXIST, 2, 3, 4, CPU},
    {BPF_FUNC_map_delete_elem, &plain_ops, (u64)-ENOENT, 2, 0, 0, 0},
    {BPF_FUNC_map_push_elem, &plain_ops, (u64)-E2BIG, 2, 0, 3, 0},
    {BPF_FUNC_map_pop_elem, &plain_ops, (u64)-ENOENT, 2, 0, 0, 0},
    {BPF_FUNC_map_peek_elem, &plain_ops, 7, 2, 0, 0, 0},
};

static u64 value_of(u32 reg)
{
	return reg ? 0x1000000000 * (u64)reg + reg : 0;
}

static void test_operation(const struct want *w, u32 engine, bool deep)
{
	struct fake other = {.map = {.ops = &cpu_ops}}, fake = {.map = {.ops = w->ops}};
	struct skep_map *const maps[] = {&other.map, &fake.map};
	const struct skep_helpers helpers = {.maps = maps, .map_count = SKEP_COUNT(maps)};
	u32 operation = skep_map_operation_for(&fake.map, w->helper);
	struct skep_diag d = {0};
	struct code c;

	test_ok(operation < SKEP_MAP_OPERATIONS, "the map has it");
	write_program(&c, &fake, skep_map_call_number(operation, 1), deep);
	test_eq(run(&c, &helpers, &engines[engine], &d), w->r0, "engine %u, helper %d: r0 %s",
		engine, w->helper, d.what);
	test_eq(fake.calls, 1, "called once");
	test_eq((uintptr_t)fake.first, value_of(w->first), "the first argument");
	test_eq((uintptr_t)fake.second, value_of(w->second), "the second");
	test_eq(fake.flags, value_of(w->flags), "the flags");
	test_eq(fake.cpu, w->cpu, "the CPU");
}

/* Neither a number nor a map nor an operation that is not there. */
static void test_unknown(u32 engine)
{
	struct fake fake = {.map = {.ops = &cpu_ops}};
	struct skep_map *const maps[] = {&fake.map};
	const struct skep_helpers helpers = {.maps = maps, .map_count = 1}, none = {.count = 0};
	const s32 numbers[] = {skep_map_call_number(SKEP_MAP_lookup_cpu, 1),
			       skep_map_call_number(SKEP_MAP_lookup, 0),
			       skep_map_call_number(SKEP_MAP_OPERATIONS, 0),
			       skep_map_call_number(SKEP_MAP_lookup_cpu, 0),
			       INT32_MAX,
			       -1};
	struct code c;

	for (u32 i = 0; i < SKEP_COUNT(numbers); i++) {
		struct skep_diag d = {0};

		write_program(&c, &fake, numbers[i], false);
		test_eq(run(&c, i == 3 ? &none : &helpers, &engines[engine], &d), -1, "refused");
		test_ok(strstr(d.what, "calls helper"), "says so: %s", d.what);
	}
	test_eq(skep_map_operation_for(&fake.map, BPF_FUNC_map_push_elem), SKEP_MAP_OPERATIONS,
		"no map pushes without push");
	test_eq(skep_map_operation_for(&fake.map, BPF_FUNC_ktime_get_ns), SKEP_MAP_OPERATIONS,
		"no map tells the time");
}

/* ---- the CPU */

/* r0 = the CPU + what r1 to r5 are. */
static void write_sum(struct code *c, bool deep)
{
	c->count = 0;
	if (deep) {
		add(c, insn(0x85, 0, 1, 0, 1));
		add(c, insn(0x95, 0, 0, 0, 0));
	}
	for (u8 r = 1; r <= 5; r++)
		add(c, insn(0xb7, r, 0, 0, 1000 * r));
	add(c, insn(0xb7, 0, 0, 0, -1));
	add(c, insn(0x85, 0, 0, 0, BPF_FUNC_get_smp_processor_id));
	for (u8 r = 1; r <= 5; r++)
		add(c, insn(0x0f, 0, r, 0, 0));
	add(c, insn(0x95, 0, 0, 0, 0));
}

static void test_cpu(u32 engine)
{
	static const skep_helper table[] = {[BPF_FUNC_get_smp_processor_id] = helper_cpu};
	struct skep_helpers helpers = {.table = table, .count = SKEP_COUNT(table), .has_env = true};
	struct skep_diag d = {0};
	struct code c;

	for (u32 deep = 0; deep < 2; deep++) {
		write_sum(&c, deep);
		test_eq(run(&c, &helpers, &engines[engine], &d), 15000 + CPU,
			"engine %u: the CPU, and registers stay", engine);
	}
	helpers.has_env = false;
	c.count -= 6;
	add(&c, insn(0x95, 0, 0, 0, 0));
	test_eq(run(&c, &helpers, &engines[engine], &d), HELPER_CPU,
		"engine %u: a host's helper of the number is called", engine);
}

int main(void)
{
	for (u32 engine = 0; engine < SKEP_COUNT(engines); engine++) {
		for (u32 i = 0; i < SKEP_COUNT(wants); i++) {
			test_operation(&wants[i], engine, false);
			test_operation(&wants[i], engine, true);
		}
		test_unknown(engine);
		test_cpu(engine);
	}
	return test_end();
}
