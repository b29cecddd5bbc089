/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers on maps that are known become code that does the same: lookups in arrays arithmetic,
 * all else calls of the map's operations. Held to what the operations themselves say, for each kind
 * of array, key and CPU, in every engine. */
#include "jit/jit.h"
#include "lower/lower.h"
#include "map/map.h"
#include "test.h"
#include "vm/env.h"

#define I(code_, dst_, src_, off_, imm_)                                                           \
	{                                                                                          \
		.code = code_, .dst_reg = dst_, .src_reg = src_, .off = off_, .imm = imm_          \
	}

enum { ENTRIES = 5, CPUS = 4, KEY_AT = -4 };

static u64 generic(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run, (void)r1, (void)r2, (void)r3, (void)r4, (void)r5;
	return 0x6e65726963;
}

static const skep_helper table[] = {
    [BPF_FUNC_map_lookup_elem] = generic,
    [BPF_FUNC_map_update_elem] = generic,
    [BPF_FUNC_map_push_elem] = generic,
    [BPF_FUNC_get_smp_processor_id] = generic,
};

/* How the key comes to where r2 points. */
enum way {
	COMPUTED,  /* from r1 at entry */
	PROVED,	   /* the same, and a fact says it */
	IMMEDIATE, /* stored */
	REGISTER,  /* that holds a constant is stored */
	WAYS
};

/* r2 = where the key is; a helper with r1, the map. */
enum { SLOTS = 16 };
struct call {
	struct bpf_insn insns[SLOTS];
	struct skep_fact facts[SLOTS];
	u32 count, at_call;
};

static void add(struct call *c, struct bpf_insn insn)
{
	c->facts[c->count].flags = insn.code ? SKEP_FACT_SEEN : 0;
	c->insns[c->count++] = insn;
}

#define ADD(c, ...) add(c, (struct bpf_insn)I(__VA_ARGS__))

static void add_call(struct call *c, s32 helper)
{
	ADD(c, 0xbf, 2, 10, 0, 0);
	ADD(c, 0x07, 2, 0, 0, KEY_AT);
	ADD(c, 0x18, 1, BPF_PSEUDO_MAP_IDX, 0, 0);
	ADD(c, 0, 0, 0, 0, 0);
	c->at_call = c->count;
	ADD(c, 0x85, 0, 0, 0, helper);
	c->facts[c->at_call].map = 1;
	ADD(c, 0x95, 0, 0, 0, 0);
}

static struct call make_call(s32 helper, u32 key, enum way way)
{
	struct call c = {.count = 0};

	if (way == REGISTER)
		ADD(&c, 0xb4, 1, 0, 0, (s32)key);
	if (way == IMMEDIATE)
		ADD(&c, 0x62, 10, 0, KEY_AT, (s32)key);
	else
		ADD(&c, 0x63, 10, 1, KEY_AT, 0);
	add_call(&c, helper);
	if (way == PROVED) {
		c.facts[c.at_call].value = key;
		c.facts[c.at_call].flags |= SKEP_FACT_KNOWN;
	}
	return c;
}

/* The program that runs; NULL if there is none. */
static struct skep_prog *lower(const struct call *c, const struct skep_helpers *helpers)
{
	const struct skep_lower_input in = {.insns = c->insns,
					    .count = c->count,
					    .facts = c->facts,
					    .prog_type = BPF_PROG_TYPE_XDP,
					    .maps = helpers->maps,
					    .map_count = helpers->map_count,
					    .helpers = helpers};
	struct skep_lowered lowered;
	struct skep_diag d = {0};
	struct skep_prog *prog = NULL;

	if (test_ok(skep_lower(&in, &lowered, &d), "lowered %s", d.what)) {
		prog = lowered.prog;
		lowered.prog = NULL;
	}
	skep_lowered_fini(&lowered);
	return prog;
}

static u64 run_on(const struct skep_prog *prog, const struct skep_helpers *helpers,
		  enum skep_code_mode mode, u32 cpu, u32 r1)
{
	const struct skep_code_options options = {.mode = mode};
	struct skep_diag d = {0};
	struct skep_code *code = skep_code_make(prog, &options, helpers, &d);
	struct skep_env env = {.cpu = cpu};
	struct skep_run run;
	u64 r0 = 1;

	if (test_ok(code != NULL, "mode %d: can be run %s", mode, d.what)) {
		skep_run_init(&run, code, &env);
		r0 = skep_code_enter(code, &run, r1);
	}
	skep_code_free(code);
	return r0;
}

/* ---- lookups */

static const enum skep_code_mode modes[] = {SKEP_CODE_DEFAULT, SKEP_CODE_PLAIN, SKEP_CODE_BUDGET,
					    SKEP_CODE_CHECKED};

static u64 find(struct skep_map *map, u32 key, u32 cpu)
{
	return (uintptr_t)(map->ops->lookup ? map->ops->lookup(map, &key)
					    : map->ops->lookup_cpu(map, &key, cpu));
}

static void test_call(const struct call *c, const struct skep_helpers *helpers, u32 key,
		      const char *name)
{
	struct skep_map *map = helpers->maps[0];
	struct skep_prog *prog = lower(c, helpers);

	for (u32 m = 0; prog && m < SKEP_COUNT(modes); m++)
		for (u32 cpu = 0; cpu < CPUS; cpu++)
			test_eq(run_on(prog, helpers, modes[m], cpu, key), find(map, key, cpu),
				"map type %u, key %u %s, CPU %u, mode %d", map->shape.type, key,
				name, cpu, modes[m]);
	skep_prog_free(prog);
}

static struct skep_map *make_map(u32 type, u32 value_size, u32 cpus)
{
	const struct skep_map like = {.shape = {.type = type,
						.key_size = 4,
						.value_size = value_size,
						.max_entries = ENTRIES},
				      .file = -1,
				      .cpus = cpus,
				      .lock = -1};
	struct skep_map *map = NULL;

	test_eq(skep_map_new(&like, &map), 0, "a map of type %u", type);
	return map;
}

static struct skep_helpers helpers_for(struct skep_map *const *map)
{
	return (struct skep_helpers){.table = table,
				     .count = SKEP_COUNT(table),
				     .has_env = true,
				     .maps = map,
				     .map_count = 1};
}

/* Values whose size is a power of 2, and not. */
static void test_lookups(u32 type)
{
	static const u32 keys[] = {0, 1, ENTRIES - 1, ENTRIES, UINT32_MAX}, sizes[] = {8, 4, 20};
	static const char *const names[] = {[COMPUTED] = "computed",
					    [PROVED] = "proved",
					    [IMMEDIATE] = "stored",
					    [REGISTER] = "from a register"};

	for (u32 s = 0; s < SKEP_COUNT(sizes); s++) {
		struct skep_map *map = make_map(type, sizes[s], CPUS);
		struct skep_helpers helpers = helpers_for(&map);

		for (u32 k = 0; k < SKEP_COUNT(keys); k++)
			for (enum way way = 0; way < WAYS; way++) {
				const struct call c =
				    make_call(BPF_FUNC_map_lookup_elem, keys[k], way);

				test_call(&c, &helpers, keys[k], names[way]);
			}
		skep_map_free(map);
	}
}

/* Whether a program has a call of a number. */
static bool calls(const struct skep_prog *prog, s32 number)
{
	for (u32 i = 0; i < prog->count; i++)
		if (prog->insns[i].code == 0x85 && prog->insns[i].imm == number)
			return true;
	return false;
}

static void test_form(u32 type, enum way way, const s32 *want)
{
	struct skep_map *map = make_map(type, 8, CPUS);
	struct skep_helpers helpers = helpers_for(&map);
	const struct call c = make_call(BPF_FUNC_map_lookup_elem, 1, way);
	struct skep_prog *prog = lower(&c, &helpers);

	test_ok(prog && !calls(prog, BPF_FUNC_map_lookup_elem), "type %u: no call of the helper",
		type);
	for (; *want; want++)
		test_ok(prog && calls(prog, *want), "type %u: a call of %d", type, *want);
	if (prog && type == BPF_MAP_TYPE_ARRAY && way != COMPUTED) {
		const struct bpf_insn *load = &prog->insns[prog->count - 3];
		u64 at = (u64)(u32)load[1].imm << 32 | (u32)load->imm;

		test_eq(load->code, SKEP_OPCODE_WIDE, "a known key is an address");
		test_eq(load->dst_reg, 0, "in r0");
		test_eq(at, find(map, 1, 0), "of the value");
	}
	skep_prog_free(prog);
	skep_map_free(map);
}

static void test_forms(void)
{
	const s32 nothing[] = {0}, cpu[] = {BPF_FUNC_get_smp_processor_id, 0},
		  lookup[] = {skep_map_call_number(SKEP_MAP_lookup, 0), 0},
		  lookup_cpu[] = {skep_map_call_number(SKEP_MAP_lookup_cpu, 0), 0};

	for (enum way way = 0; way < WAYS; way++) {
		test_form(BPF_MAP_TYPE_ARRAY, way, nothing);
		test_form(BPF_MAP_TYPE_PERCPU_ARRAY, way, cpu);
		test_form(BPF_MAP_TYPE_HASH, way, lookup);
		test_form(BPF_MAP_TYPE_PERCPU_HASH, way, lookup_cpu);
	}
}

/* ---- keys that look known and are not: r1 at entry is the key */

static void test_changed(const struct skep_helpers *helpers)
{
	struct call c = {.count = 0};

	ADD(&c, 0x62, 10, 0, KEY_AT, 3);
	ADD(&c, 0x63, 10, 1, KEY_AT, 0);
	add_call(&c, BPF_FUNC_map_lookup_elem);
	test_call(&c, helpers, 2, "overwritten");
	c.count = 0;
	ADD(&c, 0x62, 10, 0, KEY_AT, 3);
	ADD(&c, 0x6b, 10, 1, KEY_AT, 0);
	add_call(&c, BPF_FUNC_map_lookup_elem);
	test_call(&c, helpers, 2, "partly overwritten");
	c.count = 0;
	ADD(&c, 0xbf, 3, 10, 0, 0);
	ADD(&c, 0x62, 10, 0, KEY_AT, 3);
	c.facts[c.count].memory = SKEP_REG_STACK;
	ADD(&c, 0x63, 3, 1, KEY_AT, 0);
	add_call(&c, BPF_FUNC_map_lookup_elem);
	test_call(&c, helpers, 2, "overwritten through another register");
	c.count = 0;
	ADD(&c, 0xb4, 3, 0, 0, 3);
	ADD(&c, 0xbf, 3, 1, 0, 0);
	ADD(&c, 0x63, 10, 3, KEY_AT, 0);
	add_call(&c, BPF_FUNC_map_lookup_elem);
	test_call(&c, helpers, 2, "from a register that was changed");
}

/* 1 is stored, and 4 behind it unless r1 is 1; the call is where both ways meet, or behind. */
static void test_joined(const struct skep_helpers *helpers)
{
	for (u32 stored = 0; stored < 2; stored++) {
		struct call c = {.count = 0};
		u32 jump;

		ADD(&c, 0x62, 10, 0, KEY_AT, 1);
		jump = c.count;
		ADD(&c, 0x15, 1, 0, 1, 1);
		c.facts[jump].flags |= SKEP_FACT_JUMPS | SKEP_FACT_FALLS;
		ADD(&c, 0x62, 10, 0, KEY_AT, 4);
		add_call(&c, BPF_FUNC_map_lookup_elem);
		test_call(&c, helpers, stored ? 4 : 1, "by one of two ways");
	}
}

/* Another slot is written between, and a map's value; r2 comes through r6. */
static void test_between(const struct skep_helpers *helpers)
{
	struct call c = {.count = 0};
	struct skep_prog *prog;

	ADD(&c, 0xbf, 7, 10, 0, 0);
	ADD(&c, 0x62, 10, 0, KEY_AT, 4);
	ADD(&c, 0x62, 10, 0, KEY_AT - 4, 9);
	ADD(&c, 0x15, 1, 0, 0, 1);
	c.facts[c.count - 1].flags |= SKEP_FACT_JUMPS | SKEP_FACT_FALLS;
	add_call(&c, BPF_FUNC_map_lookup_elem);
	test_call(&c, helpers, 4, "with a jump between");
	c.insns[3] = (struct bpf_insn)I(0x7b, 7, 10, -16, 0);
	c.facts[3].memory = SKEP_REG_MAP_VALUE;
	prog = lower(&c, helpers);
	test_ok(prog && prog->count == 11, "what is written between is not the key");
	skep_prog_free(prog);
}

static void test_keys(void)
{
	struct skep_map *map = make_map(BPF_MAP_TYPE_ARRAY, 8, CPUS);
	struct skep_helpers helpers = helpers_for(&map);

	test_changed(&helpers);
	test_joined(&helpers);
	test_between(&helpers);
	skep_map_free(map);
}

/* ---- the map is not known, or has no such operation */

static void test_generic(void)
{
	struct skep_map *map = make_map(BPF_MAP_TYPE_HASH, 8, 1);
	struct skep_helpers helpers = helpers_for(&map);
	struct call c = make_call(BPF_FUNC_map_push_elem, 0, COMPUTED);
	struct skep_prog *prog = lower(&c, &helpers);

	test_ok(prog && calls(prog, BPF_FUNC_map_push_elem), "a hash has no push");
	skep_prog_free(prog);
	c = make_call(BPF_FUNC_map_lookup_elem, 0, COMPUTED);
	c.facts[c.at_call].map = 0;
	prog = lower(&c, &helpers);
	test_ok(prog && calls(prog, BPF_FUNC_map_lookup_elem), "a map that is not known");
	skep_prog_free(prog);
	skep_map_free(map);
}

int main(void)
{
	test_lookups(BPF_MAP_TYPE_ARRAY);
	test_lookups(BPF_MAP_TYPE_PERCPU_ARRAY);
	test_lookups(BPF_MAP_TYPE_HASH);
	test_lookups(BPF_MAP_TYPE_PERCPU_HASH);
	test_forms();
	test_keys();
	test_generic();
	return test_end();
}
