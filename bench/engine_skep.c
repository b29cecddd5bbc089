/* SPDX-License-Identifier: BSD-2-Clause */
/* skep: machine code, and the interpreter. */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "jit/jit.h"

struct state {
	struct skep_prog *prog;
	struct skep_code *code;
};

static u64 node(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	(void)run, (void)r1, (void)r2, (void)r3, (void)r4, (void)r5;
	return bench_node();
}

static const skep_helper helper_table[] = {[BPF_FUNC_get_numa_node_id] = node};
static const struct skep_helpers helpers = {.table = helper_table,
					    .count = SKEP_COUNT(helper_table)};

static struct skep_prog *make_prog(const struct bench_object *o, struct skep_diag *d)
{
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, o->insns, o->count, d);
	void *data;
	u32 index;

	if (!prog || !o->data_size)
		return prog;
	data = skep_prog_add_data(prog, o->data_size, &index, d);
	if (!data) {
		skep_prog_free(prog);
		return NULL;
	}
	memcpy(data, o->data, o->data_size);
	return prog;
}

static void close_skep(struct bench_run *r)
{
	struct state *s = r->state;

	skep_code_free(s->code);
	skep_prog_free(s->prog);
	free(s);
	free(r->memory);
}

static bool open_skep(struct bench_run *r, enum skep_code_mode mode)
{
	const struct skep_code_options options = {.mode = mode};
	struct state *s = calloc(1, sizeof(*s));
	struct skep_diag d = {0};

	if (!s)
		err(1, "memory");
	r->state = s;
	r->memory = bench_memory(r->program);
	s->prog = make_prog(r->program->object, &d);
	s->code = s->prog ? skep_code_make(s->prog, &options, &helpers, &d) : NULL;
	if (s->code)
		return true;
	close_skep(r);
	r->state = NULL;
	return bench_cannot(r, "%s", d.what);
}

static bool open_jit(struct bench_run *r)
{
	return open_skep(r, SKEP_CODE_JIT);
}

static bool open_interpreter(struct bench_run *r)
{
	return open_skep(r, SKEP_CODE_PLAIN);
}

static u64 run_skep(struct bench_run *r, u32 times)
{
	const struct skep_code *code = ((struct state *)r->state)->code;
	u64 result = 0;

	for (u32 i = 0; i < times; i++)
		result = skep_code_run(code, r->memory, r->program->size);
	return result;
}

static const void *code_jit(const struct bench_run *r, size_t *size)
{
	const struct skep_native *native = &((struct state *)r->state)->code->native;

	*size = native->used;
	return native->at;
}

const struct bench_engine bench_engine_jit = {
    .open = open_jit, .run = run_skep, .close = close_skep, .result = UINT64_MAX, .code = code_jit};
const struct bench_engine bench_engine_interpreter = {
    .open = open_interpreter, .run = run_skep, .close = close_skep, .result = UINT64_MAX};
