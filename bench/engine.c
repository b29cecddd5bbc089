/* SPDX-License-Identifier: BSD-2-Clause */
/* What engines share, and the two that are native code. */
#include "engine.h"

#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool bench_cannot(struct bench_run *r, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(r->why, sizeof(r->why), format, args);
	va_end(args);
	return false;
}

u8 *bench_memory(const struct bench_program *p)
{
	u8 *memory = aligned_alloc(64, (p->size + 63u) / 64 * 64);

	if (!memory)
		err(1, "memory");
	return memory;
}

/* A pointer to a function is no void *: its place is. */
static bool open_native(struct bench_run *r, bench_native *const *function)
{
	r->state = (void *)(uintptr_t)function;
	r->memory = bench_memory(r->program);
	return true;
}

static bool open_scalar(struct bench_run *r)
{
	return open_native(r, &r->program->scalar);
}

static bool open_natural(struct bench_run *r)
{
	return open_native(r, &r->program->natural);
}

static u64 run_native(struct bench_run *r, u32 times)
{
	bench_native *function = *(bench_native *const *)r->state;
	u64 result = 0;

	for (u32 i = 0; i < times; i++)
		result = function(r->memory, r->program->size);
	return result;
}

static void close_native(struct bench_run *r)
{
	free(r->memory);
}

const struct bench_engine bench_engine_scalar = {
    .open = open_scalar, .run = run_native, .close = close_native, .result = UINT64_MAX};
const struct bench_engine bench_engine_natural = {
    .open = open_natural, .run = run_native, .close = close_native, .result = UINT64_MAX};
