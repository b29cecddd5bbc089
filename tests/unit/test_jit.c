/* SPDX-License-Identifier: BSD-2-Clause */
/* Machine code beside the plain interpreter: every instruction with every pair of
 * registers, division by many constants, jumps of every length, what is saved, and what happens
 * where memory cannot be had or not be run. */
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault_alloc.h"
#include "jit_machine.h"
#include "test.h"

enum { ROOM = 64, MEMORY = 64 };

struct program {
	struct bpf_insn insns[ROOM];
	u32 count;
};

static void emit(struct program *p, enum skep_insn_id id, struct bpf_insn fields)
{
	p->insns[p->count++] = skep_insn_encode(id, fields);
}

#define EMIT(p, id, ...) emit(p, SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

/* The plain interpreter first. */
static u32 engines(struct engine list[ENGINES])
{
	list[0] = (struct engine){.name = "plain"};
	return 1 + jit_machine_engines(list + 1);
}

static u64 weigh(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run;
	return r1 + 3 * r2 + 5 * r3 + 7 * r4 + 11 * r5;
}

static const skep_helper table[] = {NULL, weigh};
static const struct skep_helpers helpers = {.table = table, .count = SKEP_COUNT(table)};

static struct skep_code *make(const struct skep_prog *prog, const struct engine *engine,
			      struct skep_diag *d)
{
	const struct skep_code_options options = {.mode = SKEP_CODE_PLAIN,
						  .blind_constants = engine->blind,
						  .retpolines = engine->retpolines};
	struct skep_code *code = skep_code_decode(prog, &options, &helpers, d);

	if (!code)
		return NULL;
	if (engine->native ? jit_machine_compile(code, engine->features, d)
			   : skep_code_interpret(code, d))
		return code;
	skep_code_free(code);
	return NULL;
}

/* r0 and memory of a program on memory of known bytes. */
struct outcome {
	u64 result;
	u8 memory[MEMORY];
};

static struct outcome run(const struct program *p, const struct engine *engine, u8 *memory)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, p->insns, p->count, NULL);
	struct skep_code *code = make(prog, engine, NULL);
	struct outcome o = {.result = 0xbad};

	for (u32 i = 0; i < MEMORY; i++)
		memory[i] = (u8)(0x83 + i * 37);
	if (code)
		o.result = skep_code_run(code, memory, MEMORY);
	memcpy(o.memory, memory, MEMORY);
	skep_code_free(code);
	skep_prog_free(prog);
	return o;
}

static bool agree(const struct program *p)
{
	_Alignas(8) u8 memory[MEMORY];
	struct engine list[ENGINES];
	u32 count = engines(list);
	struct outcome want = run(p, &list[0], memory);

	for (u32 i = 1; i < count; i++) {
		struct outcome got = run(p, &list[i], memory);

		if (got.result == want.result && !memcmp(got.memory, want.memory, MEMORY))
			continue;
		printf("# %s: 0x%llx, plain: 0x%llx\n", list[i].name,
		       (unsigned long long)got.result, (unsigned long long)want.result);
		return false;
	}
	return true;
}

static void load_number(struct program *p, u8 reg, u64 value)
{
	EMIT(p, LD_IMM64, .dst_reg = reg & 15u, .imm = (s32)value);
	p->insns[p->count++] = (struct bpf_insn){.imm = (s32)(value >> 32)};
}

/* Every register has a number; r1 may be the memory. */
static void begin(struct program *p, bool memory)
{
	p->count = 0;
	for (u8 reg = 0; reg <= 9; reg++)
		if (reg != 1 || !memory)
			load_number(p, reg,
				    0x9e3779b97f4a7c15u * (reg + 1u) ^ (reg % 3 ? 0 : UINT64_MAX));
}

/* r0 depends on every register. */
static void end(struct program *p)
{
	for (u8 reg = 1; reg <= 9; reg++) {
		EMIT(p, LSH64_K, .dst_reg = 0, .imm = 1);
		EMIT(p, XOR64_X, .dst_reg = 0, .src_reg = reg & 15u);
	}
	EMIT(p, EXIT, 0);
}

/* One instruction with its operands; r1 is the memory that loads and stores are given. */
static bool try_registers(const struct skep_insn_row *row, u8 dst, u8 src, s32 imm)
{
	struct program p;
	bool memory = row->kind != SKEP_KIND_ALU && row->kind != SKEP_KIND_JUMP;

	begin(&p, memory);
	if (row->kind == SKEP_KIND_LOAD)
		EMIT(&p, MOV64_X, .dst_reg = src & 15u, .src_reg = 1);
	else if (memory)
		EMIT(&p, MOV64_X, .dst_reg = dst & 15u, .src_reg = 1);
	emit(&p, skep_insn_id(row),
	     (struct bpf_insn){.dst_reg = dst & 15u,
			       .src_reg = src & 15u,
			       .off = row->kind == SKEP_KIND_JUMP ? 1 : 16,
			       .imm = imm});
	if (row->kind == SKEP_KIND_JUMP)
		EMIT(&p, ADD64_K, .dst_reg = 9, .imm = 12345);
	end(&p);
	return agree(&p);
}

static bool is_tried(const struct skep_insn_row *row)
{
	return row->kind == SKEP_KIND_ALU || row->kind == SKEP_KIND_JUMP ||
	       row->kind == SKEP_KIND_LOAD || row->kind == SKEP_KIND_STORE ||
	       row->kind == SKEP_KIND_ATOMIC;
}

static void test_registers(void)
{
	static const s32 imms[] = {0, 1, -1, 5, 127, 128, -128, 255, 70000, INT32_MIN};

	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row(id);
		u32 wrong = 0;

		if (!is_tried(row))
			continue;
		for (u8 dst = 0; dst <= 9; dst++)
			for (u8 other = 0; other <= 9; other++) {
				bool constant = row->from == SKEP_FROM_K;
				s32 imm = constant ? imms[other % SKEP_COUNT(imms)] : 0;

				wrong += !try_registers(row, dst, constant ? 0 : other, imm);
			}
		test_ok(!wrong, "%s with every register", row->name);
	}
}

static const u64 dividends[] = {0,
				1,
				2,
				6,
				7,
				1000,
				0x7fffffff,
				0x80000000,
				0x80000001,
				0xfffffffe,
				0xffffffff,
				0x100000000,
				0x7fffffffffffffff,
				0x8000000000000000,
				0x8000000000000001,
				0xfffffffffffffffe,
				0xffffffffffffffff,
				0xffffffff80000000,
				0x123456789abcdef0};

/* All of a constant's dividends in one program: its multiples and their neighbours too. */
static bool try_constant(enum skep_insn_id id, s32 imm, u8 dst)
{
	bool ok = true;

	for (u32 i = 0; ok && i < SKEP_COUNT(dividends); i += 4) {
		struct program p = {.count = 0};

		EMIT(&p, MOV64_K, .dst_reg = 0, .imm = 0);
		EMIT(&p, MOV64_K, .dst_reg = 2, .imm = 22);
		for (u32 n = i; n < i + 4 && n < SKEP_COUNT(dividends); n++) {
			u64 multiple = dividends[n] - dividends[n] % (u64)(imm ? (s64)imm : 1);

			load_number(&p, dst, n % 2 ? dividends[n] : multiple - (n % 3 == 0));
			emit(&p, id, (struct bpf_insn){.dst_reg = dst & 15u, .imm = imm});
			if (dst != 0)
				EMIT(&p, XOR64_X, .dst_reg = 0, .src_reg = dst & 15u);
			EMIT(&p, STX64, .dst_reg = 1, .src_reg = 0, .off = (s16)(8 * (n % 8)));
		}
		EMIT(&p, ADD64_X, .dst_reg = 0, .src_reg = 2);
		EMIT(&p, EXIT, 0);
		ok = agree(&p);
	}
	return ok;
}

static void test_constants(void)
{
	static const enum skep_insn_id ids[] = {
	    SKEP_INSN_DIV32_K,	SKEP_INSN_DIV64_K,  SKEP_INSN_MOD32_K,	SKEP_INSN_MOD64_K,
	    SKEP_INSN_SDIV32_K, SKEP_INSN_SDIV64_K, SKEP_INSN_SMOD32_K, SKEP_INSN_SMOD64_K};
	static const u8 registers[] = {0, 2, 3, 6};

	for (u32 n = 0; n < SKEP_COUNT(ids); n++) {
		u32 wrong = 0;

		for (s32 imm = -40; imm <= 130; imm++)
			wrong += !try_constant(ids[n], imm, registers[(u32)imm % 4]);
		for (u32 shift = 7; shift < 32; shift++)
			for (s32 off = -1; off <= 1; off++)
				wrong += !try_constant(ids[n], (s32)((1u << shift) + (u32)off),
						       registers[shift % 4]);
		for (s32 imm = 641; imm < INT32_MAX / 7; imm = imm * 5 + 3)
			wrong += !try_constant(ids[n], imm, 3) + !try_constant(ids[n], -imm, 0);
		test_ok(!wrong, "%s: constants, their multiples and the edges",
			skep_insn_row(ids[n])->name);
	}
}

/* Helpers, local calls and packet loads in each kind of code. */
static void test_calls(void)
{
	struct program p;

	begin(&p, false);
	EMIT(&p, CALL_HELPER, .imm = 1);
	EMIT(&p, MOV64_X, .dst_reg = 6, .src_reg = 0);
	for (u8 reg = 1; reg <= 5; reg++)
		load_number(&p, reg, reg);
	EMIT(&p, CALL_LOCAL, .imm = 3);
	EMIT(&p, XOR64_X, .dst_reg = 0, .src_reg = 6);
	EMIT(&p, XOR64_X, .dst_reg = 0, .src_reg = 9);
	EMIT(&p, EXIT, 0);
	EMIT(&p, MOV64_K, .dst_reg = 9, .imm = 77);
	EMIT(&p, CALL_HELPER, .imm = 1);
	EMIT(&p, EXIT, 0);
	test_ok(agree(&p), "helpers and local calls");
}

/* ---- constants that are not to be found */

enum { MARK = 0x5a17c3d9 };

static bool find_mark(const struct program *p, bool blind)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_SOCKET_FILTER, p->insns, p->count, NULL);
	struct engine list[ENGINES];
	struct engine *engine = &list[engines(list) - 1];
	struct skep_code *code;
	bool found;

	engine->blind = blind;
	code = make(prog, engine, NULL);
	found = code && jit_machine_holds(&code->native, MARK);
	if (!code)
		test_ok(false, "code is made");
	skep_code_free(code);
	skep_prog_free(prog);
	return found;
}

static void test_blind(void)
{
	u32 open = 0;

	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row(id);
		struct program p = {.count = 0};

		if (row->imm != SKEP_ANY || row->kind == SKEP_KIND_JA ||
		    row->kind == SKEP_KIND_CALL || (row->kind == SKEP_KIND_WIDE && row->src != 0))
			continue;
		emit(&p, id,
		     (struct bpf_insn){
			 .dst_reg = 1, .src_reg = row->src == SKEP_ANY ? 2 : 0, .imm = MARK});
		if (row->kind == SKEP_KIND_WIDE)
			p.insns[p.count++] = (struct bpf_insn){.imm = MARK};
		EMIT(&p, EXIT, 0);
		open += find_mark(&p, false);
		test_ok(!find_mark(&p, true), "%s: its constant is blinded", row->name);
	}
	test_ok(open > 40, "%u instructions have it otherwise", open);
}

/* ---- sizes */

struct bpf_insn *jit_fill(u32 count, enum skep_insn_id id, struct bpf_insn fields)
{
	struct bpf_insn *insns = calloc(count, sizeof(*insns));

	for (u32 i = 0; i < count; i++)
		insns[i] = skep_insn_encode(id, fields);
	insns[count - 1] = skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0});
	return insns;
}

u64 jit_run(const struct bpf_insn *insns, u32 count, size_t *size)
{
	static const struct skep_code_options native = {.mode = SKEP_CODE_JIT};
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, count, &d);
	struct skep_code *code = skep_code_new_with(prog, &native, &d);
	u8 memory[8] = {0};
	u64 result = code ? skep_code_run(code, memory, sizeof(memory)) : 0xbad;

	if (!code)
		printf("# %s\n", d.what);
	*size = code ? code->native.used : 0;
	skep_code_free(code);
	skep_prog_free(prog);
	return result;
}

static void test_long(void)
{
	enum { COUNT = 1000000 };
	struct bpf_insn *insns = jit_fill(COUNT, SKEP_INSN_ADD64_K, (struct bpf_insn){.imm = 1});
	size_t size;

	insns[0] = skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.imm = 0});
	for (u32 i = 2; i < COUNT - 40000; i += 3)
		insns[i] = skep_insn_encode(SKEP_INSN_JEQ64_K,
					    (struct bpf_insn){.off = (s16)(i % 32768), .imm = -1});
	test_eq(jit_run(insns, COUNT, &size), COUNT - 2 - (COUNT - 40000) / 3,
		"a million instructions");
	test_ok(size > COUNT * 4 && size < COUNT * 6, "are %zu bytes", size);
	free(insns);
}

/* Programs that live at once lie apart, and all near enough for calls of the library. */
static void test_many(void)
{
	enum { MANY = 100 };
	static const struct skep_code_options native = {.mode = SKEP_CODE_JIT};
	struct bpf_insn insns[] = {skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){0}),
				   skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0})};
	struct skep_prog *progs[MANY];
	struct skep_code *codes[MANY];
	u32 right = 0, near = 0;

	for (u32 i = 0; i < MANY; i++) {
		insns[0].imm = (s32)i;
		progs[i] = skep_prog_new(SKEP_PROG_RAW, insns, SKEP_COUNT(insns), NULL);
		codes[i] = skep_code_new_with(progs[i], &native, NULL);
	}
	for (u32 i = 0; i < MANY; i++) {
		s64 distance = (s64)((u64)(uintptr_t)codes[i]->native.at -
				     (u64)(uintptr_t)skep_packet_at_slow);

		right += skep_code_run(codes[i], NULL, 0) == i;
		near += llabs(distance) < INT32_MAX;
	}
	test_eq(right, MANY, "each of many programs is its own");
	test_eq(near, MANY, "all lie near the library");
	for (u32 i = 0; i < MANY; i++) {
		skep_code_free(codes[i]);
		skep_prog_free(progs[i]);
	}
}

/* ---- what can go wrong */

static struct skep_prog *sample(void)
{
	struct program p = {.count = 0};

	EMIT(&p, JEQ64_K, .dst_reg = 2, .off = 1, .imm = 0);
	EMIT(&p, CALL_LOCAL, .imm = 2);
	EMIT(&p, MOV64_K, .dst_reg = 0, .imm = 3);
	EMIT(&p, EXIT, 0);
	EMIT(&p, DIV64_X, .dst_reg = 0, .src_reg = 2);
	EMIT(&p, EXIT, 0);
	return skep_prog_new(SKEP_PROG_RAW, p.insns, p.count, NULL);
}

static void test_faults(unsigned int profile)
{
	const struct skep_code_options native = {.mode = SKEP_CODE_JIT, .profile = profile};
	struct skep_prog *prog = sample();
	struct skep_code *code;
	u32 failures = 0;

	for (unsigned long n = 1; n < 100; n++) {
		struct skep_diag d = {0};

		fault_after(n);
		code = skep_code_new_with(prog, &native, &d);
		fault_after(0);
		if (code) {
			test_eq(skep_code_run(code, NULL, 0), 3, "it runs once memory is there");
			skep_code_free(code);
			break;
		}
		failures += d.code == SKEP_E_NOMEM;
	}
	test_ok(failures >= 4, "each of %u allocations that failed was said", failures);
	skep_prog_free(prog);
}

/* In a process of its own, which may not gain the right to run what it wrote: 0 if all is as it
 * should be, 77 if the system has no such rule. */
static int forbidden(const struct skep_prog *prog)
{
	enum { SET_MDWE = 65, REFUSE_EXEC_GAIN = 1 };
	static const struct skep_code_options native = {.mode = SKEP_CODE_JIT};
	struct skep_diag d = {0};
	struct skep_code *code;

	if (prctl(SET_MDWE, REFUSE_EXEC_GAIN, 0, 0, 0) != 0)
		return 77;
	if (skep_code_new_with(prog, &native, &d) || d.code != SKEP_E_UNSUPPORTED)
		return 1;
	code = skep_code_new(prog, NULL);
	return code && code->mode == SKEP_CODE_PLAIN && skep_code_run(code, NULL, 0) == 3 ? 0 : 2;
}

/* `emulator`: why not, NULL if it can be tried. */
static void test_forbidden(const char *emulator)
{
	struct skep_prog *prog;
	int status = 0;
	pid_t child;

	if (emulator) {
		test_skip("where code may not be run", emulator);
		return;
	}
	prog = sample();
	fflush(stdout);
	child = fork();
	if (child == 0)
		_exit(forbidden(prog));
	waitpid(child, &status, 0);
	if (WEXITSTATUS(status) == 77)
		test_skip("where code may not be run", "this Linux has no PR_SET_MDWE");
	else
		test_ok(status == 0,
			"where code may not be run, that is said and it is interpreted");
	skep_prog_free(prog);
}

/* Pages of machine code are never writable. */
static void test_protection(void)
{
	struct skep_prog *prog = sample();
	struct skep_code *code = skep_code_new(prog, NULL);
	char line[256], want[32];
	bool found = false;
	FILE *maps = fopen("/proc/self/maps", "re");

	snprintf(want, sizeof(want), "%llx-", (unsigned long long)(uintptr_t)code->native.at);
	while (maps && fgets(line, sizeof(line), maps))
		found |= strncmp(line, want, strlen(want)) == 0 && strstr(line, " r-xp ");
	test_ok(found, "machine code can be read and run, not written");
	if (maps)
		fclose(maps);
	skep_code_free(code);
	skep_prog_free(prog);
}

/* usage: test_jit [WHY the rule that forbids to run what was written cannot be tried] */
int main(int argc, char **argv)
{
	test_registers();
	test_constants();
	test_calls();
	test_blind();
	test_long();
	test_many();
	test_faults(0);
	test_faults(SKEP_CODE_GDB);
	test_forbidden(argc > 1 ? argv[1] : NULL);
	test_protection();
	jit_machine_test();
	return test_end();
}
