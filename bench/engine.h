/* SPDX-License-Identifier: BSD-2-Clause */
/* One way to run the programs of bench_engine. */
#ifndef SKEP_BENCH_ENGINE_H
#define SKEP_BENCH_ENGINE_H

#include "program.h"

enum { BENCH_WHY = 200 };

/* A program in an engine. */
struct bench_run {
	const struct bench_program *program;
	void *state; /* the engine's; NULL: it cannot run this program */
	u8 *memory;  /* program->size bytes that its runs use; the engine's */
	char why[BENCH_WHY];
};

struct bench_engine {
	/* Makes the program ready and provides its memory; false with r->why set. */
	bool (*open)(struct bench_run *r);
	/* Runs it so many times; returns the last r0. */
	u64 (*run)(struct bench_run *r, u32 times);
	void (*close)(struct bench_run *r);
	u64 result; /* which bits of r0 `run` returns */
	/* Its times include a loop of its own around each run, which takes as long as the program
	 * `empty`, the first, does but for that program itself. */
	bool looped;
	/* The machine code, borrowed until close; NULL: there is none to be seen. */
	const void *(*code)(const struct bench_run *r, size_t *size);
};

#define ENGINE(name, ...) extern const struct bench_engine bench_engine_##name;
#include "engines.def"
#undef ENGINE

/* False, with r->why set. */
bool bench_cannot(struct bench_run *r, const char *format, ...) SKEP_PRINTF(2, 3);

/* Memory for r->memory, freed with free(); ends the process if there is none. */
u8 *bench_memory(const struct bench_program *p);

#endif
