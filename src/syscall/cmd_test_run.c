/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_TEST_RUN: a program runs on a packet or context of the caller's, as often as it wants. */
#include <errno.h>
#include <stddef.h>
#include <time.h>

#include "base/alloc.h"
#include "hook/hook.h"
#include "syscall/memory.h"
#include "syscall/system.h"

/* One call: what goes in, and where. */
struct test {
	struct skep_bpf_call *call;
	struct skep_prog_entity *prog;
	void *packet, *context; /* owned copies */
	struct skep_stage *stage;
	u64 r0;
	u32 nanoseconds; /* of one run, on average */
};

enum { INPUT_MAX = 1 << 20 }; /* bytes; the types have smaller limits of their own */

static int copy_in(const struct skep_bpf_call *call, u64 from, u32 size, void **copy)
{
	if (!size)
		return 0;
	if (size > INPUT_MAX)
		return -EINVAL;
	*copy = skep_alloc(size);
	return *copy ? skep_memory_read(call, *copy, from, size) : -ENOMEM;
}

static int check(const union bpf_attr *attr)
{
	if (!attr->test.ctx_size_in != !attr->test.ctx_in)
		return -EINVAL;
	return !attr->test.ctx_size_out != !attr->test.ctx_out ? -EINVAL : 0;
}

static int put(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	int error = copy_in(t->call, attr->test.data_in, attr->test.data_size_in, &t->packet)
			?: copy_in(t->call, attr->test.ctx_in, attr->test.ctx_size_in, &t->context);
	struct skep_stage_input in = {t->packet, attr->test.data_size_in, t->context,
				      attr->test.ctx_size_in};

	return error ?: t->stage->ops->put(t->stage, &in);
}

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

static void run(struct test *t)
{
	u32 repeat = t->call->attr.test.repeat ?: 1;
	u64 begin = now(), took;

	for (u32 i = 0; i < repeat; i++)
		t->r0 = skep_stage_run(t->stage, t->prog->code);
	took = now() - begin;
	skep_prog_count(t->call->skep, t->prog, repeat, took);
	took /= repeat;
	t->nanoseconds = took > UINT32_MAX ? UINT32_MAX : (u32)took;
}

/* ---- answers */

/* A place for an answer: where the caller wants it, and the field of attr that tells its size. */
struct place {
	u64 to;
	u32 room, size_field;
};

/* Writes as much as there is room for, and how much there is; -ENOSPC if that was more. */
static int give(const struct test *t, const struct place *place, const void *from, size_t size)
{
	u32 copied = place->room && place->room < size ? place->room : (u32)size;
	int error = place->to ? skep_memory_write(t->call, place->to, from, copied) : 0;

	error = error ?: skep_call_answer(t->call, place->size_field, (u32)size);
	return error ?: copied < size ? -ENOSPC : 0;
}

static int answer(const struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	const struct skep_hook_ops *ops = t->stage->ops;
	size_t size = 0, context_size = 0;
	const void *packet = ops->result ? ops->result(t->stage, &size) : NULL;
	const void *context = ops->shown ? ops->shown(t->stage, &context_size) : NULL;
	const struct place packet_place = {attr->test.data_out, attr->test.data_size_out,
					   offsetof(union bpf_attr, test.data_size_out)};
	const struct place context_place = {attr->test.ctx_out, attr->test.ctx_size_out,
					    offsetof(union bpf_attr, test.ctx_size_out)};
	int cut = 0, error = 0;

	if (packet)
		cut = give(t, &packet_place, packet, size);
	if (context && attr->test.ctx_out)
		error = give(t, &context_place, context, context_size);
	cut = cut ?: error;
	error = cut && cut != -ENOSPC
		    ? cut
		    : skep_call_answer(t->call, offsetof(union bpf_attr, test.retval), (u32)t->r0);
	error = error
		    ?: skep_call_answer(t->call, offsetof(union bpf_attr, test.duration),
					t->nanoseconds);
	return error ?: cut;
}

/* ---- the command */

static int test(struct test *t)
{
	struct skep *skep = t->call->skep;
	u32 cpu = skep_cpu_take(skep);
	int error = 0;

	t->stage =
	    skep_stage_new(t->prog->type, t->prog->attach_type, &skep->services, cpu, &error);
	if (t->stage)
		error = put(t);
	if (t->stage && !error) {
		run(t);
		error = answer(t);
	}
	skep_stage_free(t->stage);
	skep_cpu_give(skep, cpu);
	return error;
}

long skep_cmd_prog_test_run(struct skep_bpf_call *call)
{
	struct test t = {.call = call};
	int error = check(&call->attr);

	if (error)
		return error;
	t.prog = skep_entity_get(call, SKEP_ENTITY_PROG, (int)call->attr.test.prog_fd, &error);
	if (!t.prog)
		return error;
	error = t.prog->code ? test(&t) : -SKEP_ENOTSUPP;
	skep_free(t.packet);
	skep_free(t.context);
	skep_entity_put(t.prog);
	return error;
}
