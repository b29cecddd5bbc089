/* SPDX-License-Identifier: BSD-2-Clause */
/* What making a program runnable takes, from its instructions to the first run, against its size: a
 * mix of instructions, and real programs one after the other. The least of several rounds in turns.
 *
 * usage: bench_load [-v] */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine.h"
#include "inputs.h"
#include "isa/isa.h"

enum { MEMORY = 3072, LEAST_ROUNDS = 5, MOST_ROUNDS = 200 };
/* Nanoseconds: a size has been measured well; a larger one is not tried. */
enum { ENOUGH = 50000000, TOO_LONG = 250000000 };
static const u32 sizes[] = {10, 100, 1000, 10000, 100000, 1000000};

static const struct {
	const struct bench_engine *engine;
	const char *title;
} columns[] = {
#define ENGINE(name, title) {&bench_engine_##name, title},
#include "engines.def"
#undef ENGINE
};

enum { COLUMNS = SKEP_COUNT(columns), FIRST = 2 /* native code needs no loading */ };

/* A program that grows. */
struct text {
	struct bpf_insn *insns;
	u8 *data;
	u32 count, data_size;
};

static void *grow(void *old, size_t size)
{
	void *larger = realloc(old, size);

	if (!larger)
		err(1, "memory");
	return larger;
}

static void add(struct text *t, enum skep_insn_id id, struct bpf_insn fields)
{
	t->insns[t->count++] = skep_insn_encode(id, fields);
}

/* A program as programs are: arithmetic, loads, stores, jumps. */
static struct text make_mix(u32 size)
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
	struct text t = {.insns = grow(NULL, size * sizeof(struct bpf_insn))};

	add(&t, SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 0});
	add(&t, SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 4});
	for (u32 i = 0; t.count + 6 < size; i++)
		add(&t, mix[i % SKEP_COUNT(mix)].id, mix[i % SKEP_COUNT(mix)].fields);
	/* Where the last jumps go to. */
	while (t.count + 1 < size)
		add(&t, SKEP_INSN_ADD64_K, (struct bpf_insn){.imm = 1});
	add(&t, SKEP_INSN_EXIT, (struct bpf_insn){0});
	return t;
}

/* Appends a program; its read-only data goes behind that of the others. */
static void append(struct text *t, const struct bench_object *o)
{
	struct bpf_insn *insns = t->insns + t->count;
	u32 place = (t->data_size + 7) / 8 * 8;

	memcpy(insns, o->insns, o->count * sizeof(*insns));
	t->count += o->count;
	if (!o->data_size)
		return;
	for (u32 i = 0; i < o->count; i++)
		if (insns[i].code == (BPF_LD | BPF_IMM | BPF_DW) &&
		    insns[i].src_reg == BPF_PSEUDO_MAP_IDX_VALUE)
			insns[i + 1].imm += (s32)place;
	t->data = grow(t->data, place + o->data_size);
	memset(t->data + t->data_size, 0, place - t->data_size);
	memcpy(t->data + place, o->data, o->data_size);
	t->data_size = place + o->data_size;
}

enum { CALL = 3 }; /* instructions that call one program */

/* How many programs, in turns, have `size` instructions together, with what calls them. */
static u32 programs_within(u32 size)
{
	u32 programs = 0, count = CALL;

	for (;;) {
		count += CALL + bench_programs[programs % bench_program_count].object->count;
		if (count > size)
			return programs;
		programs++;
	}
}

/* Programs in turns, each a function that is called once. */
static struct text make_real(u32 size)
{
	u32 programs = programs_within(size), target = CALL * (programs + 1);
	struct text t = {.insns = grow(NULL, size * sizeof(struct bpf_insn))};

	add(&t, SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 6, .src_reg = 1});
	add(&t, SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 7, .src_reg = 2});
	for (u32 i = 0; i < programs; i++) {
		add(&t, SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 1, .src_reg = 6});
		add(&t, SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = 2, .src_reg = 7});
		add(&t, SKEP_INSN_CALL_LOCAL,
		    (struct bpf_insn){.imm = (s32)(target - t.count - 1)});
		target += bench_programs[i % bench_program_count].object->count;
	}
	add(&t, SKEP_INSN_EXIT, (struct bpf_insn){0});
	for (u32 i = 0; i < programs; i++)
		append(&t, bench_programs[i % bench_program_count].object);
	return t;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Nanoseconds to make a program runnable once; 0 if that cannot be. */
static double load(const struct bench_engine *engine, struct bench_run *r, size_t *bytes)
{
	double start = now(), took;

	if (!engine->open(r))
		return 0;
	took = now() - start;
	if (engine->code)
		engine->code(r, bytes);
	engine->close(r);
	r->state = NULL;
	return took;
}

/* One size: nanoseconds by engine, 0 where it cannot. */
struct row {
	u32 size;
	double ns[COLUMNS];
	size_t bytes; /* of our machine code */
};

/* The engines that have had enough: a size took too long. */
struct patience {
	bool over[COLUMNS];
	bool verbose; /* says why there is no figure */
};

static void note(struct patience *patience, const struct row *row)
{
	for (u32 i = FIRST; i < COLUMNS; i++)
		patience->over[i] |= row->ns[i] > TOO_LONG;
}

static void measure(struct row *row, const struct bench_program *p, const struct patience *patience)
{
	double spent = 0;
	bool refused[COLUMNS];

	memcpy(refused, patience->over, sizeof(refused));
	for (u32 round = 0; round < MOST_ROUNDS && (round < LEAST_ROUNDS || spent < ENOUGH);
	     round++)
		for (u32 i = FIRST; i < COLUMNS; i++) {
			struct bench_run r = {.program = p};
			double took = refused[i] ? 0 : load(columns[i].engine, &r, &row->bytes);

			spent += took;
			if (took > 0 && (row->ns[i] <= 0 || took < row->ns[i]))
				row->ns[i] = took;
			if (took <= 0 && !refused[i] && patience->verbose)
				printf("%u instructions: not by %s: %s\n", row->size,
				       columns[i].title, r.why);
			refused[i] = took <= 0;
		}
}

static struct row measure_size(struct text t, struct patience *patience)
{
	struct bench_object object = {t.insns, t.count, t.data, t.data_size};
	struct bench_program p = {.name = "load",
				  .size = MEMORY,
				  .fill = bench_fill_zeros,
				  .object = &object,
				  .object_v2 = &object};
	struct row row = {.size = t.count};

	measure(&row, &p, patience);
	note(patience, &row);
	free(t.insns);
	free(t.data);
	return row;
}

static void print_row(const struct row *row)
{
	printf("%9u", row->size);
	for (u32 i = FIRST; i < COLUMNS; i++)
		if (row->ns[i] > 0)
			printf(" %11.1f %7.1f", row->ns[i] / 1e3, row->ns[i] / row->size);
		else
			printf(" %11s %7s", "-", "-");
	printf(" %7.1f\n", (double)row->bytes / row->size);
	fflush(stdout);
}

/* How far a + b n is from what was measured, at most, in parts of that. */
static double miss(const struct row *rows, u32 column, double a, double b)
{
	double most = 0;

	for (u32 i = 0; i < SKEP_COUNT(sizes); i++) {
		double t = rows[i].ns[column];
		double error = t > 0 ? (a + b * rows[i].size) / t - 1 : 0;

		error = error < 0 ? -error : error;
		most = error > most ? error : most;
	}
	return most;
}

/* The line a + b n that is nearest to all sizes alike: least squares of relative errors. */
static void print_fit(const struct row *rows, u32 column)
{
	double w = 0, wn = 0, wnn = 0, wt = 0, wnt = 0, determinant, a, b;
	u32 points = 0;

	for (u32 i = 0; i < SKEP_COUNT(sizes); i++) {
		double n = rows[i].size, t = rows[i].ns[column], weight = 1 / (t * t);

		if (t <= 0)
			continue;
		w += weight, wn += weight * n, wnn += weight * n * n;
		wt += weight * t, wnt += weight * n * t;
		points++;
	}
	determinant = w * wnn - wn * wn;
	if (points < 3 || determinant <= 0)
		return;
	a = (wnn * wt - wn * wnt) / determinant;
	b = (w * wnt - wn * wt) / determinant;
	printf("  %-8s %6.2f us + %.1f ns for each instruction, within %.0f %%\n",
	       columns[column].title, a / 1e3, b, miss(rows, column, a, b) * 100);
}

static void print_table(const char *title, struct text (*make)(u32 size), bool verbose)
{
	struct patience patience = {.verbose = verbose};
	struct row rows[SKEP_COUNT(sizes)];

	printf("\n%s\n%9s", title, "size");
	for (u32 i = FIRST; i < COLUMNS; i++)
		printf(" %8s us %7s", columns[i].title, "ns each");
	printf(" %7s\n", "bytes");
	for (u32 i = 0; i < SKEP_COUNT(sizes); i++) {
		rows[i] = measure_size(make(sizes[i]), &patience);
		print_row(&rows[i]);
	}
	for (u32 i = FIRST; i < COLUMNS; i++)
		print_fit(rows, i);
}

int main(int argc, char **argv)
{
	bool verbose = argc > 1 && strcmp(argv[1], "-v") == 0;

	printf(
	    "Microseconds to make a program runnable, nanoseconds for each instruction, bytes of "
	    "our machine code\nfor each. Linux verifies as well, dpdk does not here. '-': it "
	    "refuses the program (-v says why), or the\nsize before took over %d ms.\n",
	    TOO_LONG / 1000000);
	print_table("a mix of instructions", make_mix, verbose);
	print_table("programs of bench_engine one after the other", make_real, verbose);
	return 0;
}
