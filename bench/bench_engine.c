/* SPDX-License-Identifier: BSD-2-Clause */
/* Running eBPF programs: the interpreter, machine code, and the same written in C and compiled with
 * this benchmark; nanoseconds a call, the best of several rounds that take turns. Then what making
 * machine code takes.
 *
 * usage: bench_engine [ROUNDS] */
#include <err.h>
#include <skep/asm.h>
#include <skep/prog.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/bytes.h"
#include "vm/vm.h"

enum { MEMORY = 1500, CALLS_NS = 4000000 };

/* ---- the same in C */

typedef u64 native(u8 *memory, u64 size);

static u64 native_verdict(u8 *memory, u64 size)
{
	(void)memory, (void)size;
	return 7;
}

static u64 native_field(u8 *memory, u64 size)
{
	if (size < 34 || skep_get_be16(memory + 12) != 0x800)
		return 0;
	return memory[23] == 17 ? 1 : 2;
}

static u64 native_sum(u8 *memory, u64 size)
{
	u64 sum = 0;

	for (u64 i = 0; i < size; i++) {
		sum += memory[i];
		/* One byte after the other, as the program does it. */
		__asm__("" : "+r"(sum));
	}
	return sum;
}

static u64 native_checksum(u8 *memory, u64 size)
{
	u64 sum = 0;

	for (u64 i = 0; i + 1 < size; i += 2) {
		sum += skep_get_be16(memory + i);
		__asm__("" : "+r"(sum));
	}
	sum = (sum & 0xffff) + (sum >> 16);
	return ~((sum & 0xffff) + (sum >> 16)) & 0xffff;
}

static u64 native_divide(u8 *memory, u64 size)
{
	u32 x = (u32)size;

	(void)memory;
	for (u32 i = 0; i < 100; i++)
		x = x * 31 / 7 + x % 1000;
	return x;
}

static u64 native_mask(u8 *memory, u64 size)
{
	for (u64 i = 0; i + 8 <= size; i += 8) {
		u64 word;

		memcpy(&word, memory + i, 8);
		word ^= 0x5a5a5a5a;
		memcpy(memory + i, &word, 8);
		__asm__("" ::: "memory");
	}
	return 0;
}

static const struct subject {
	const char *name;
	const char *text;
	native *native;
} subjects[] = {
    {"a verdict", "r0 = 7\nexit\n", native_verdict},
    {"two fields",
     "r0 = 0\nif r2 < 34 goto end\nr3 = *(u16 *)(r1 +12)\nr3 = be16 r3\n"
     "if r3 != 0x800 goto end\nr0 = 1\nr3 = *(u8 *)(r1 +23)\nif r3 == 17 goto end\nr0 = 2\n"
     "end: exit\n",
     native_field},
    {"sum of 1,500 bytes",
     "r0 = 0\nr2 += r1\nagain: r3 = *(u8 *)(r1 +0)\nr0 += r3\nr1 += 1\nif r1 < r2 goto again\n"
     "exit\n",
     native_sum},
    {"internet checksum of 1,500 bytes",
     "r0 = 0\nr2 += r1\nagain: r3 = *(u16 *)(r1 +0)\nr3 = be16 r3\nr0 += r3\nr1 += 2\n"
     "if r1 < r2 goto again\nr3 = r0\nr3 >>= 16\nr0 &= 0xffff\nr0 += r3\nr3 = r0\nr3 >>= 16\n"
     "r0 += r3\nr0 ^= -1\nr0 &= 0xffff\nexit\n",
     native_checksum},
    {"100 divisions by 7 and by 1,000",
     "w0 = w2\nr3 = 100\nagain: w4 = w0\nw4 %= 1000\nw0 *= 31\nw0 /= 7\nw0 += w4\nr3 -= 1\n"
     "if r3 != 0 goto again\nexit\n",
     native_divide},
    {"mask of 1,500 bytes, 8 at a time",
     "r0 = 0\nr2 += r1\nr2 += -8\nagain: r3 = *(u64 *)(r1 +0)\nr3 ^= 0x5a5a5a5a\n"
     "*(u64 *)(r1 +0) = r3\nr1 += 8\nif r1 <= r2 goto again\nexit\n",
     native_mask},
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* One way to run a subject. */
struct way {
	const struct skep_code *code; /* NULL: `native` */
	native *native;
	double best; /* nanoseconds a call */
	u64 result;
};

static void time_way(struct way *w, u8 *memory, u32 calls)
{
	/* Not to be seen through: else the compiler would take the call apart. */
	native *volatile function = w->native;
	double start = now(), took;

	for (u32 i = 0; i < calls; i++)
		w->result =
		    w->code ? skep_code_run(w->code, memory, MEMORY) : function(memory, MEMORY);
	took = (now() - start) / calls;
	if (w->best == 0 || took < w->best)
		w->best = took;
}

static struct skep_code *make(const struct skep_prog *prog, enum skep_code_mode mode)
{
	const struct skep_code_options options = {.mode = mode};
	struct skep_diag d = {0};
	struct skep_code *code = skep_code_new_with(prog, &options, &d);

	if (!code)
		errx(1, "%s", d.what);
	return code;
}

static void compare(const struct subject *s, int rounds)
{
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, s->text, &d);
	struct skep_code *plain, *jit;
	struct way ways[3] = {0};
	_Alignas(8) u8 memory[MEMORY] = {[12] = 8, [23] = 17};

	if (!prog)
		errx(1, "%s: %s", s->name, d.what);
	plain = make(prog, SKEP_CODE_PLAIN);
	jit = make(prog, SKEP_CODE_JIT);
	ways[0].code = plain;
	ways[1].code = jit;
	ways[2].native = s->native;
	for (int round = 0; round < rounds; round++)
		for (u32 i = 0; i < SKEP_COUNT(ways); i++) {
			u32 calls = ways[i].best > 0 ? (u32)(CALLS_NS / ways[i].best) + 1 : 1000;

			time_way(&ways[i], memory, calls);
		}
	if (ways[0].result != ways[1].result || ways[0].result != ways[2].result)
		errx(1, "%s: the engines differ", s->name);
	printf("%-34s %9.2f %9.2f %9.2f %8.1f %8.2f\n", s->name, ways[0].best, ways[1].best,
	       ways[2].best, ways[0].best / ways[1].best, ways[1].best / ways[2].best);
	skep_code_free(plain);
	skep_code_free(jit);
	skep_prog_free(prog);
}

/* A program as programs are: arithmetic, loads, stores, jumps. */
static struct skep_prog *long_program(u32 count)
{
	static const struct {
		enum skep_insn_id id;
		struct bpf_insn fields;
	} mix[] = {
	    {SKEP_INSN_LDX32, {.dst_reg = 3, .src_reg = 1, .off = 8}},
	    {SKEP_INSN_ADD64_X, {.dst_reg = 0, .src_reg = 3}},
	    {SKEP_INSN_JEQ64_K, {.dst_reg = 3, .off = 2, .imm = 77}},
	    {SKEP_INSN_MOV64_X, {.dst_reg = 4, .src_reg = 0}},
	    {SKEP_INSN_AND64_K, {.dst_reg = 4, .imm = 255}},
	    {SKEP_INSN_STX64, {.dst_reg = 10, .src_reg = 4, .off = -8}},
	    {SKEP_INSN_RSH64_K, {.dst_reg = 0, .imm = 3}},
	    {SKEP_INSN_JGT64_X, {.dst_reg = 0, .src_reg = 4, .off = 5}},
	};
	struct bpf_insn *insns = calloc(count, sizeof(*insns));
	struct skep_prog *prog;

	for (u32 i = 0; insns && i < count; i++)
		insns[i] = i + 6 < count ? skep_insn_encode(mix[i % SKEP_COUNT(mix)].id,
							    mix[i % SKEP_COUNT(mix)].fields)
					 : skep_insn_encode(SKEP_INSN_EXIT, (struct bpf_insn){0});
	prog = insns ? skep_prog_new(SKEP_PROG_RAW, insns, count, NULL) : NULL;
	free(insns);
	return prog;
}

static void time_making(u32 count, int rounds)
{
	struct skep_prog *prog = long_program(count);
	double best[2] = {0};
	size_t bytes = 0;

	if (!prog)
		errx(1, "no memory");
	for (int round = 0; round < rounds; round++)
		for (u32 i = 0; i < 2; i++) {
			double start = now(), took;
			struct skep_code *code = make(prog, i ? SKEP_CODE_JIT : SKEP_CODE_PLAIN);

			took = now() - start;
			bytes = code->native.used;
			best[i] = best[i] == 0 || took < best[i] ? took : best[i];
			skep_code_free(code);
		}
	printf("%7u instructions: interpreter %9.1f us, %5.1f ns each; machine code %9.1f us, "
	       "%5.1f ns "
	       "each, %.1f bytes each; ratio %.2f\n",
	       count, best[0] / 1e3, best[0] / count, best[1] / 1e3, best[1] / count,
	       (double)bytes / count, best[1] / best[0]);
	skep_prog_free(prog);
}

int main(int argc, char **argv)
{
	static const u32 counts[] = {10, 100, 1000, 10000, 100000, 1000000};
	int rounds = argc > 1 ? atoi(argv[1]) : 15;

	printf("%-34s %9s %9s %9s %8s %8s\n", "nanoseconds a call", "interpret", "jit", "C",
	       "int/jit", "jit/C");
	for (u32 i = 0; i < SKEP_COUNT(subjects); i++)
		compare(&subjects[i], rounds);
	printf("\nmaking a program runnable\n");
	for (u32 i = 0; i < SKEP_COUNT(counts); i++)
		time_making(counts[i], counts[i] > 100000 ? 3 : rounds);
	return 0;
}
