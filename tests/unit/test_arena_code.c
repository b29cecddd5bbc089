/* SPDX-License-Identifier: BSD-2-Clause */
/* What runnable code has for arenas: r11 as the place in the window of an address that any register
 * holds, in machine code and in the interpreter; and that all other registers stay. */
#include <sys/mman.h>
#include <unistd.h>

#include "jit/jit.h"
#include "map/arena.h"
#include "prog/prog.h"
#include "spec/uapi.h"
#include "test.h"

enum { START = 0x340000, PAGES = 4, PAGE = 4096, SPARE = SKEP_CODE_SPARE, ROOM = 64 };
#define HIGH 0x7f0000000000

#define INSN(id, ...) skep_insn_encode(SKEP_INSN_##id, (struct bpf_insn){__VA_ARGS__})

struct draft {
	struct bpf_insn insns[ROOM];
	u32 count;
};

static void add(struct draft *d, struct bpf_insn insn)
{
	d->insns[d->count++] = insn;
}

static void to_window(struct draft *d, u32 base)
{
	add(d, INSN(CAST_KERNEL, .dst_reg = SPARE, .src_reg = base & 15));
}

/* Every register but r10 has a number of its own, `base` an address with more than 32 bits; stores
 * `value` through it, adds `value` there again, loads what there is. r0 = the sum of r0 to r9 with
 * what was loaded in place of `base`. */
static void make(struct draft *d, u32 base, u32 value, bool local)
{
	d->count = 0;
	if (local) {
		add(d, INSN(CALL_LOCAL, .imm = 1));
		add(d, INSN(EXIT));
	}
	for (u32 r = 0; r < 10; r++)
		add(d, INSN(MOV64_K, .dst_reg = r & 15, .imm = (s32)(1000 + 10 * r)));
	add(d, INSN(LD_IMM64, .dst_reg = base & 15, .imm = START + 100 + 8 * (s32)base));
	add(d, (struct bpf_insn){.imm = HIGH >> 32});
	to_window(d, base);
	add(d, INSN(STX64, .dst_reg = SPARE, .src_reg = value & 15, .off = 4));
	to_window(d, base);
	add(d, INSN(ADD64_K, .dst_reg = SPARE, .imm = 4));
	add(d, INSN(JSET64_K, .dst_reg = SPARE, .imm = 7, .off = 1));
	add(d, INSN(LOCK_ADD64, .dst_reg = SPARE, .src_reg = value & 15));
	to_window(d, base);
	add(d, INSN(LDX64, .dst_reg = base & 15, .src_reg = SPARE, .off = 4));
	for (u32 r = 1; r < 10; r++)
		add(d, INSN(ADD64_X, .dst_reg = 0, .src_reg = r & 15));
	add(d, INSN(EXIT));
}

/* What r0 must be, and what lies in the arena. */
static u64 expected(u32 base, u32 value, u64 *stored)
{
	u64 low = START + 100 + 8 * base, sum = 0;

	*stored = 2 * (value == base ? HIGH | low : 1000 + 10 * value);
	for (u32 r = 0; r < 10; r++)
		sum += r == base ? *stored : 1000 + 10 * r;
	return sum;
}

static bool run(struct skep_map *arena, enum skep_code_mode mode, const struct draft *d, u64 *r0)
{
	struct skep_helpers helpers = {.window = skep_map_arena_window(arena)};
	struct skep_code_options options = {.mode = mode};
	struct skep_diag diag = {0};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, d->insns, d->count, &diag);
	struct skep_code *code = prog ? skep_code_make(prog, &options, &helpers, &diag) : NULL;

	if (code)
		*r0 = skep_code_run(code, NULL, 0);
	else
		printf("# %s\n", diag.what);
	skep_code_free(code);
	skep_prog_free(prog);
	return code;
}

static bool try_pair(struct skep_map *arena, enum skep_code_mode mode, u32 pair, bool local)
{
	u32 base = pair / 10, value = pair % 10;
	const u8 *window = (const u8 *)(uintptr_t)skep_map_arena_window(arena);
	u64 r0 = 0, stored, found, want = expected(base, value, &stored);
	struct draft d;

	make(&d, base, value, local);
	if (!run(arena, mode, &d, &r0))
		return false;
	memcpy(&found, window + START + 104 + 8 * base, sizeof(found));
	if (r0 == want && found == stored)
		return true;
	printf("# base r%u, value r%u: r0 0x%llx, want 0x%llx; stored 0x%llx, want 0x%llx\n", base,
	       value, (unsigned long long)r0, (unsigned long long)want, (unsigned long long)found,
	       (unsigned long long)stored);
	return false;
}

static void test_engine(struct skep_map *arena, enum skep_code_mode mode, const char *name)
{
	for (u32 local = 0; local < 2; local++) {
		u32 held = 0;

		for (u32 pair = 0; pair < 100; pair++)
			held += try_pair(arena, mode, pair, local);
		test_eq(held, 100, "%s: pairs of registers%s", name,
			local ? ", in a function" : "");
	}
}

/* A program on its own has no r11, and no casts. */
static void test_refused(struct bpf_insn insn, const char *name)
{
	struct bpf_insn insns[] = {insn, INSN(EXIT)};
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, SKEP_COUNT(insns), &d);
	struct skep_code *code = skep_code_make(prog, NULL, NULL, &d);

	test_ok(!code, "refused without an arena: %s: %s", name, d.what);
	skep_code_free(code);
	skep_prog_free(prog);
}

int main(void)
{
	struct skep_map like = {.shape = {.type = BPF_MAP_TYPE_ARENA,
					  .max_entries = PAGES,
					  .flags = BPF_F_MMAPABLE,
					  .extra = HIGH | START},
				.file = memfd_create("arena", MFD_CLOEXEC),
				.cpus = 1,
				.lock = -1};
	struct skep_map *arena;

	if (skep_map_new(&like, &arena)) {
		test_skip("arenas", "there are no 4 GiB of addresses");
		return test_end();
	}
	test_engine(arena, SKEP_CODE_PLAIN, "plain");
	test_engine(arena, SKEP_CODE_JIT, "jit");
	test_refused(INSN(CAST_KERNEL, .dst_reg = 1, .src_reg = 1), "a cast");
	test_refused(INSN(CAST_KERNEL, .dst_reg = SPARE, .src_reg = 1), "a cast to r11");
	test_refused(INSN(MOV64_K, .dst_reg = SPARE), "r11");
	skep_map_free(arena);
	close(like.file);
	return test_end();
}
