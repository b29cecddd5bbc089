/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs written in C, run by all engines: nanoseconds a run, the least of several rounds that
 * take turns, and the ratio to native code. All engines must leave the same result and the same
 * memory.
 *
 * usage: bench_engine [-v] [-l] [-r ROUNDS] [-d DIRECTORY] [PROGRAM]...
 *
 *   -v  say why an engine does not run a program
 *   -l  list the programs and what they measure
 *   -d  write our machine code to DIRECTORY/PROGRAM.bin, for
 *       objdump -D -b binary -m i386:x86-64 */
#include <assert.h>
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "engine.h"

enum { ROUNDS = 15, SLICE = 1000000 /* nanoseconds of runs in a round */ };

static const struct {
	const struct bench_engine *engine;
	const char *title;
} columns[] = {
#define ENGINE(name, title) {&bench_engine_##name, title},
#include "engines.def"
#undef ENGINE
};

enum { COLUMNS = SKEP_COUNT(columns), NATIVE = 0 };
static_assert(COLUMNS > 1, "ratios are to the first");

struct options {
	bool verbose, list;
	int rounds;
	const char *directory; /* for machine code; NULL: not wanted */
	char **names;	       /* of programs; empty: all */
};

/* A row of the table: nanoseconds a run, 0 where the engine cannot. */
struct row {
	const struct bench_program *program;
	double ns[COLUMNS];
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void dump(const struct options *o, const struct bench_run *r, u32 column)
{
	const struct bench_engine *engine = columns[column].engine;
	char path[4096];
	size_t size;
	const void *code;
	FILE *file;

	if (!o->directory || !engine->code)
		return;
	code = engine->code(r, &size);
	snprintf(path, sizeof(path), "%s/%s.bin", o->directory, r->program->name);
	file = fopen(path, "wb");
	if (!file || fwrite(code, 1, size, file) != size || fclose(file))
		err(1, "%s", path);
}

/* The first run, which says whether all agree. */
static void check(struct bench_run *runs, u32 column, u64 expected)
{
	struct bench_run *r = &runs[column], *native = &runs[NATIVE];
	u64 bits = columns[column].engine->result;
	u64 result = columns[column].engine->run(r, 1);

	if ((result & bits) != (expected & bits))
		errx(1, "%s: %s returns %#lx, native code %#lx", r->program->name,
		     columns[column].title, result & bits, expected & bits);
	for (u32 i = 0; i < r->program->size; i++)
		if (r->memory[i] != native->memory[i])
			errx(1, "%s: %s leaves %#x at byte %u of the memory, native code %#x",
			     r->program->name, columns[column].title, r->memory[i], i,
			     native->memory[i]);
}

static void open_all(const struct options *o, struct bench_run *runs)
{
	u64 expected = 0;

	for (u32 i = 0; i < COLUMNS; i++) {
		struct bench_run *r = &runs[i];

		if (!columns[i].engine->open(r)) {
			if (o->verbose)
				printf("%s: not by %s: %s\n", r->program->name, columns[i].title,
				       r->why);
			continue;
		}
		r->program->fill(r->memory, r->program->size);
		if (i == NATIVE)
			expected = columns[i].engine->run(r, 1);
		check(runs, i, expected);
		dump(o, r, i);
	}
}

static double time_runs(const struct bench_engine *engine, struct bench_run *r, u32 times)
{
	double start = now();

	engine->run(r, times);
	return (now() - start) / times;
}

static void measure(const struct options *o, struct bench_run *runs, double *ns)
{
	for (int round = 0; round < o->rounds; round++)
		for (u32 i = 0; i < COLUMNS; i++) {
			u32 times = ns[i] > 0 ? (u32)(SLICE / ns[i]) + 1 : 10;
			double took;

			if (!runs[i].state)
				continue;
			took = time_runs(columns[i].engine, &runs[i], times);
			ns[i] = ns[i] > 0 && ns[i] < took ? ns[i] : took;
		}
}

static void compare(const struct options *o, struct row *row)
{
	struct bench_run runs[COLUMNS] = {0};

	for (u32 i = 0; i < COLUMNS; i++)
		runs[i].program = row->program;
	open_all(o, runs);
	measure(o, runs, row->ns);
	for (u32 i = 0; i < COLUMNS; i++)
		if (runs[i].state)
			columns[i].engine->close(&runs[i]);
}

/* ---- the table */

static void print_cell(int width, int digits, double value)
{
	if (value > 0)
		printf(" %*.*f", width, digits, value);
	else
		printf(" %*s", width, "-");
}

static void print_head(void)
{
	printf(
	    "Nanoseconds a run, and the ratio to native code. One clang makes programs and native "
	    "code, with -O2.\n\"%s\" has no vectors, as BPF has none (-fno-vectorize "
	    "-fno-slp-vectorize -mgeneral-regs-only),\nand -fno-builtin, as the programs have; "
	    "\"%s\" is all that -O2 does.\n\n%-10s",
	    columns[NATIVE].title, columns[NATIVE + 1].title, "");
	for (u32 i = 0; i < COLUMNS; i++)
		printf(" %9s", columns[i].title);
	printf(" |");
	for (u32 i = 1; i < COLUMNS; i++)
		printf(" %6s", columns[i].title);
	printf("\n");
}

/* The time of a run to that of native code; 0 where there is none. An engine's own loop is taken
 * off, which leaves nothing of the first program. */
static double ratio(const struct row *row, u32 column, const struct row *empty)
{
	double ns = row->ns[column];

	if (ns > 0 && columns[column].engine->looped) {
		if (row->program == empty->program)
			return 0;
		ns -= empty->ns[column] - empty->ns[NATIVE];
	}
	return ns / row->ns[NATIVE];
}

static void print_row(const struct row *row, const struct row *empty)
{
	printf("%-10s", row->program->name);
	for (u32 i = 0; i < COLUMNS; i++)
		print_cell(9, row->ns[i] < 100 ? 2 : 0, row->ns[i]);
	printf(" |");
	for (u32 i = 1; i < COLUMNS; i++)
		print_cell(6, 2, ratio(row, i, empty));
	printf("\n");
}

/* The rows of the table, and the first program's, whether it is among them or not. */
struct table {
	struct row *rows;
	u32 count;
	struct row empty;
};

/* The geometric mean of the ratios of `column`, over the programs that `with` runs too. */
static double mean(const struct table *t, u32 column, u32 with)
{
	double sum = 0;
	u32 terms = 0;

	for (u32 i = 0; i < t->count; i++) {
		double value = ratio(&t->rows[i], column, &t->empty);

		if (value > 0 && ratio(&t->rows[i], with, &t->empty) > 0) {
			sum += log(value);
			terms++;
		}
	}
	return terms ? exp(sum / terms) : 0;
}

/* How many programs have a ratio, and which has the greatest. */
static u32 find_worst(const struct table *t, u32 column, const struct row **worst)
{
	double most = 0;
	u32 terms = 0;

	for (u32 i = 0; i < t->count; i++) {
		double value = ratio(&t->rows[i], column, &t->empty);

		terms += value > 0;
		if (value > most) {
			most = value;
			*worst = &t->rows[i];
		}
	}
	return terms;
}

static u32 find_column(const struct bench_engine *engine)
{
	u32 i = 0;

	while (columns[i].engine != engine)
		i++;
	return i;
}

/* What an instruction costs where each is run once. */
static void print_straight(const struct table *t)
{
	for (u32 i = 0; i < t->count; i++) {
		const struct row *row = &t->rows[i];
		double count = row->program->object->count;

		if (strcmp(row->program->name, "straight") != 0)
			continue;
		printf("\nnanoseconds for each of the %.0f instructions of %s, without those of "
		       "%s:",
		       count, row->program->name, t->empty.program->name);
		for (u32 k = 0; k < COLUMNS; k++)
			if (row->ns[k] > 0)
				printf(" %s %.2f", columns[k].title,
				       (row->ns[k] - t->empty.ns[k]) / count);
		printf("\n");
	}
}

/* Ours over Linux's, program by program. */
static void print_beside_linux(const struct table *t)
{
	u32 jit = find_column(&bench_engine_jit), linux_jit = find_column(&bench_engine_linux);
	double ours = mean(t, jit, linux_jit), theirs = mean(t, linux_jit, jit);

	if (ours > 0 && theirs > 0)
		printf("  %s over %s: %.2f\n", columns[jit].title, columns[linux_jit].title,
		       ours / theirs);
}

static void print_summary(const struct table *t)
{
	u32 jit = find_column(&bench_engine_jit);

	printf("\ngeometric mean of the ratios\n");
	for (u32 i = 1; i < COLUMNS; i++) {
		const struct row *worst = t->rows;
		u32 terms = find_worst(t, i, &worst);

		if (terms == 0)
			continue;
		printf("  %-8s %6.2f over %2u programs; the most is %.2f, %s", columns[i].title,
		       mean(t, i, i), terms, ratio(worst, i, &t->empty), worst->program->name);
		if (terms < t->count)
			printf("; %s on the same: %.2f", columns[jit].title, mean(t, jit, i));
		printf("\n");
	}
	print_beside_linux(t);
	for (u32 i = 0; i < COLUMNS; i++)
		if (columns[i].engine->looped && t->empty.ns[i] > 0)
			printf(
			    "The ratios of %s are without the %.1f ns that its loop takes around "
			    "each run.\n",
			    columns[i].title, t->empty.ns[i] - t->empty.ns[NATIVE]);
}

/* ---- which programs */

static bool wanted(const struct options *o, const struct bench_program *p)
{
	for (char **name = o->names; *name; name++)
		if (strcmp(*name, p->name) == 0)
			return true;
	return !o->names[0];
}

static u32 choose(const struct options *o, struct row *rows)
{
	u32 count = 0;

	for (char **name = o->names; *name; name++) {
		u32 i = 0;

		while (i < bench_program_count && strcmp(*name, bench_programs[i].name) != 0)
			i++;
		if (i == bench_program_count)
			errx(2, "there is no program '%s': -l lists them", *name);
	}
	for (u32 i = 0; i < bench_program_count; i++)
		if (wanted(o, &bench_programs[i]))
			rows[count++].program = &bench_programs[i];
	return count;
}

static void list(void)
{
	for (u32 i = 0; i < bench_program_count; i++)
		printf("%-10s %4u insns  %s\n", bench_programs[i].name,
		       bench_programs[i].object->count, bench_programs[i].what);
}

static void read_options(int argc, char **argv, struct options *o)
{
	int option;

	*o = (struct options){.rounds = ROUNDS};
	while ((option = getopt(argc, argv, "vlr:d:")) != -1)
		if (option == 'v')
			o->verbose = true;
		else if (option == 'l')
			o->list = true;
		else if (option == 'r' && atoi(optarg) > 0)
			o->rounds = atoi(optarg);
		else if (option == 'd')
			o->directory = optarg;
		else
			errx(2, "usage: bench_engine [-v] [-l] [-r ROUNDS] [-d DIRECTORY] "
				"[PROGRAM]...");
	o->names = argv + optind;
}

int main(int argc, char **argv)
{
	struct table t = {.rows = calloc(bench_program_count, sizeof(struct row)),
			  .empty = {.program = &bench_programs[0]}};
	struct options o;

	if (!t.rows)
		err(1, "memory");
	read_options(argc, argv, &o);
	if (o.list) {
		list();
		return 0;
	}
	t.count = choose(&o, t.rows);
	print_head();
	compare(&o, &t.empty);
	for (u32 i = 0; i < t.count; i++) {
		if (t.rows[i].program == t.empty.program)
			t.rows[i] = t.empty;
		else
			compare(&o, &t.rows[i]);
		print_row(&t.rows[i], &t.empty);
		fflush(stdout);
	}
	print_summary(&t);
	print_straight(&t);
	free(t.rows);
	return 0;
}
