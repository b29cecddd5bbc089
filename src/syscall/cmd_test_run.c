/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_TEST_RUN: a program runs on a packet or context of the caller's, as often as it wants. Which
 * fields count, in which order they are looked at and what is answered, each kind of stage has from
 * Linux (net/bpf/test_run.c). */
#include <errno.h>
#include <stddef.h>
#include <time.h>

#include "base/alloc.h"
#include "hook/hook.h"
#include "map/object.h"
#include "syscall/memory.h"
#include "syscall/system.h"
#include "syscall/watch.h"

/* One call: what goes in, and where. */
struct test {
	struct skep_bpf_call *call;
	struct skep_prog_entity *prog;
	void *packet, *context; /* owned copies; NULL: none */
	u32 context_size;
	struct skep_stage *stage;
	u64 r0;
	u32 nanoseconds; /* of one run, on average */
};

enum {
	ETH_HEADER = 14,
	BATCH_MAX = 256,
	XDP_MAX = 1 << 17, /* more than frames can hold */
	ARGS_MAX = 12 * 8,
	BLOCK_MAX = UINT16_MAX,
	PAGE = 4096,
	LIVE_MAX = 3408, /* bytes of a live frame */
	/* Since Linux 6.11. */
	TEST_SUMMED = 1 << 2,
};

/* ---- what goes in */

static int copy_in(const struct skep_bpf_call *call, u64 from, u32 size, void **copy)
{
	if (!size)
		return 0;
	*copy = skep_alloc(size);
	return *copy ? skep_memory_read(call, *copy, from, size) : -ENOMEM;
}

static int copy_packet(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;

	return copy_in(t->call, attr->test.data_in, attr->test.data_size_in, &t->packet);
}

/* What a context of another size has in common with ours: behind it there must be zeros. */
static int check_rest(struct test *t, u64 from, u32 size)
{
	u8 *rest = NULL;
	int error;

	if (size > PAGE)
		return -E2BIG;
	error = copy_in(t->call, from, size, (void **)&rest);
	for (u32 i = 0; !error && i < size; i++)
		if (rest[i])
			error = -E2BIG;
	skep_free(rest);
	return error;
}

/* A context that is only to be given back is one of zeros. */
static int copy_context(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	u32 known = t->stage->ops->context_size, size = attr->test.ctx_size_in;
	int error = 0;

	if (!attr->test.ctx_in && !attr->test.ctx_out)
		return 0;
	t->context_size = known;
	t->context = skep_alloc(known);
	if (!t->context)
		return -ENOMEM;
	if (attr->test.ctx_in && size > PAGE)
		return -E2BIG;
	if (attr->test.ctx_in && size > known)
		error = check_rest(t, attr->test.ctx_in + known, size - known);
	if (attr->test.ctx_in && !error)
		error = skep_memory_read(t->call, t->context, attr->test.ctx_in,
					 size < known ? size : known);
	return error;
}

static int check_plain(const struct test *t, u32 flags)
{
	const union bpf_attr *attr = &t->call->attr;

	if (attr->test.flags & ~flags || attr->test.cpu || attr->test.batch_size)
		return -EINVAL;
	return 0;
}

static int check_size(const struct test *t)
{
	u32 size = t->call->attr.test.data_size_in;

	return size < ETH_HEADER || size > t->stage->ops->packet_max ? -EINVAL : 0;
}

static int take_skb(struct test *t)
{
	return check_plain(t, TEST_SUMMED) ?: check_size(t) ?: copy_packet(t) ?: copy_context(t);
}

static int take_flow(struct test *t)
{
	return check_plain(t, 0) ?: check_size(t) ?: copy_packet(t) ?: copy_context(t);
}

static bool is_live(const struct test *t)
{
	return t->prog->type == BPF_PROG_TYPE_XDP &&
	       t->call->attr.test.flags & BPF_F_TEST_XDP_LIVE_FRAMES;
}

static int check_xdp(const struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	u32 attach = t->prog->attach_type;

	if (attach == BPF_XDP_DEVMAP || attach == BPF_XDP_CPUMAP ||
	    attr->test.flags & ~(u32)BPF_F_TEST_XDP_LIVE_FRAMES)
		return -EINVAL;
	if (is_live(t))
		return attr->test.batch_size > BATCH_MAX ? -E2BIG : 0;
	return attr->test.batch_size ? -EINVAL : 0;
}

/* More than frames can hold is refused where it is put; so is what cannot be read. */
static int copy_frame(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	u32 size = attr->test.data_size_in < XDP_MAX ? attr->test.data_size_in : XDP_MAX;
	int error = copy_in(t->call, attr->test.data_in, size, &t->packet);

	if (error != -EFAULT)
		return error;
	skep_free(t->packet);
	t->packet = NULL;
	return 0;
}

static int take_xdp(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	int error = check_xdp(t) ?: copy_context(t);

	if (error)
		return error;
	if (is_live(t) && ((t->context && (attr->test.data_out || attr->test.ctx_out)) ||
			   attr->test.data_size_in > LIVE_MAX))
		return -EINVAL;
	if (attr->test.data_size_in < ETH_HEADER)
		return -EINVAL;
	return copy_frame(t);
}

static int take_field(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	int error = check_plain(t, 0);

	if (error || attr->test.data_in || attr->test.data_size_in || attr->test.data_out ||
	    attr->test.data_size_out)
		return -EINVAL;
	return copy_context(t) ?: t->context ? 0 : -EINVAL;
}

static int take_memory(struct test *t, u32 max)
{
	const union bpf_attr *attr = &t->call->attr;

	if (attr->test.data_in || attr->test.data_out || attr->test.ctx_out ||
	    attr->test.duration || attr->test.repeat || attr->test.batch_size)
		return -EINVAL;
	if (attr->test.ctx_size_in < t->prog->context_end || attr->test.ctx_size_in > max)
		return -EINVAL;
	t->context_size = attr->test.ctx_size_in;
	return copy_in(t->call, attr->test.ctx_in, t->context_size, &t->context);
}

static int take_args(struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	bool on_cpu = attr->test.flags & BPF_F_TEST_RUN_ON_CPU;
	u32 max = t->prog->type == BPF_PROG_TYPE_TRACEPOINT ? BLOCK_MAX : ARGS_MAX;
	int error = take_memory(t, max);

	if (error != -EINVAL && !on_cpu && attr->test.cpu)
		return -EINVAL;
	if (!error && on_cpu && attr->test.cpu >= t->call->skep->services.cpus)
		return -ENXIO;
	return error;
}

static int take_block(struct test *t)
{
	return t->call->attr.test.flags ? -EINVAL : take_memory(t, BLOCK_MAX);
}

static int put(struct test *t)
{
	const struct skep_stage_input in = {
	    .packet = t->packet,
	    .size = t->call->attr.test.data_size_in,
	    .context = t->context,
	    .context_size = t->context_size,
	    .summed =
		t->stage->ops->kind == SKEP_STAGE_SKB && t->call->attr.test.flags & TEST_SUMMED,
	};

	return t->stage->ops->put(t->stage, &in);
}

/* ---- the runs */

/* On a CPU: what others took of it meanwhile does not count, as in Linux. */
static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

/* What only code that watches itself meets: a lie of the verifier's, or the end of a budget. */
static int stopped(const struct test *t)
{
	if (t->stage->run.fault == SKEP_FAULT_NONE)
		return 0;
	return t->stage->run.fault == SKEP_FAULT_BUDGET ? -ETIMEDOUT : -EFAULT;
}

/* Live frames are new ones for each run, and what becomes of them goes nowhere. */
static int run_live(struct test *t, u32 repeat)
{
	int error = 0;

	for (u32 i = 0; i < repeat && !error; i++) {
		skep_stage_run(t->stage, t->prog->code);
		error = stopped(t) ?: put(t);
	}
	return error;
}

enum { LOOK_EVERY = 4096 }; /* runs, and it is looked whether the caller is still there */

static int run_repeated(struct test *t, u32 repeat)
{
	int error = 0;

	for (u32 i = 0; i < repeat && !error; i++) {
		if (i % LOOK_EVERY == LOOK_EVERY - 1 && skep_call_is_abandoned(t->call))
			return -EINTR;
		t->r0 = skep_stage_run(t->stage, t->prog->code);
		error = stopped(t);
		skep_objects_settle(t->call->skep->objects);
	}
	return error;
}

static int run(struct test *t)
{
	u32 repeat = t->call->attr.test.repeat ?: 1;
	u64 begin = now(), took;
	int error = is_live(t) ? run_live(t, repeat) : run_repeated(t, repeat);

	if (error == -EINTR || stopped(t))
		return error;
	took = now() - begin;
	skep_prog_count(t->call->skep, t->prog, repeat, took);
	took /= repeat;
	t->nanoseconds = took > UINT32_MAX ? UINT32_MAX : (u32)took;
	return error ?: t->stage->ops->check ? t->stage->ops->check(t->stage) : 0;
}

/* ---- answers */

/* A place for an answer: where the caller wants it, and the field of attr that tells its size. */
struct place {
	u64 to;
	u32 room, size_field;
};

/* That there is not room for all counts for more than what went wrong with the rest. */
static int or_cut(const struct place *place, size_t size, int error)
{
	return place->room < size ? -ENOSPC : error;
}

/* Writes as much as there is room for, and how much there is. */
static int give(const struct test *t, const struct place *place, const void *from, size_t size)
{
	u32 copied = place->room < size ? place->room : (u32)size;
	int error = place->to && copied ? skep_memory_write(t->call, place->to, from, copied) : 0;

	return error ?: skep_call_answer(t->call, place->size_field, (u32)size);
}

static int give_verdict(const struct test *t)
{
	return skep_call_answer(t->call, offsetof(union bpf_attr, test.retval), (u32)t->r0);
}

/* Where there is not room for all of a packet in fragments, it is the part before them that is cut
 * short. */
static int give_frags(const struct test *t, const struct place *place, const u8 *packet, u32 size)
{
	u32 frags = skep_stage_frag_bytes(t->stage), linear = place->room - frags;

	return skep_memory_write(t->call, place->to, packet, linear)
		   ?: skep_memory_write(t->call, place->to + linear, packet + (size - frags), frags)
		   ?: skep_call_answer(t->call, place->size_field, size);
}

/* No size of a packet means that there is room enough; too small a one for fragments, that nothing
 * is given. */
static int give_packet(const struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	const struct skep_hook_ops *ops = t->stage->ops;
	size_t size = 0;
	const void *packet = ops->result ? ops->result(t->stage, &size) : NULL;
	struct place place = {packet ? attr->test.data_out : 0,
			      attr->test.data_size_out ?: UINT32_MAX,
			      offsetof(union bpf_attr, test.data_size_out)};
	u32 frags = skep_stage_frag_bytes(t->stage);
	int error;

	if (place.to && place.room < frags)
		return -ENOSPC;
	if (place.to && frags && place.room < size)
		error = give_frags(t, &place, packet, (u32)size);
	else
		error = give(t, &place, packet, size);
	error = error ?: give_verdict(t);
	error = error
		    ?: skep_call_answer(t->call, offsetof(union bpf_attr, test.duration),
					t->nanoseconds);
	return or_cut(&place, size, error);
}

static int give_context(const struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	const struct place place = {attr->test.ctx_out, attr->test.ctx_size_out,
				    offsetof(union bpf_attr, test.ctx_size_out)};
	const void *context;
	size_t size = 0;

	if (!t->context || !attr->test.ctx_out)
		return 0;
	context = t->stage->ops->shown(t->stage, &size);
	return or_cut(&place, size, give(t, &place, context, size));
}

static int give_both(const struct test *t)
{
	return give_packet(t) ?: give_context(t);
}

static int give_block(const struct test *t)
{
	size_t size = 0;
	const void *block = t->stage->ops->shown(t->stage, &size);
	int error = give_verdict(t);

	if (error || !size)
		return error;
	return skep_memory_write(t->call, t->call->attr.test.ctx_in, block, size);
}

/* ---- the command */

static const struct {
	int (*take)(struct test *t);	   /* checks what was given, and copies it */
	int (*give)(const struct test *t); /* answers */
} kinds[] = {
    [SKEP_STAGE_SKB] = {take_skb, give_both},	   [SKEP_STAGE_XDP] = {take_xdp, give_both},
    [SKEP_STAGE_FLOW] = {take_flow, give_both},	   [SKEP_STAGE_FIELD] = {take_field, give_both},
    [SKEP_STAGE_ARGS] = {take_args, give_verdict}, [SKEP_STAGE_BLOCK] = {take_block, give_block},
};

static int try_on_stage(struct test *t)
{
	u32 kind = t->stage->ops->kind;

	return kinds[kind].take(t) ?: put(t) ?: run(t) ?: kinds[kind].give(t);
}

static u32 take_cpu(const struct test *t)
{
	const union bpf_attr *attr = &t->call->attr;
	struct skep *skep = t->call->skep;

	if (attr->test.flags & BPF_F_TEST_RUN_ON_CPU && attr->test.cpu < skep->services.cpus)
		return skep_cpu_take_that(skep, attr->test.cpu);
	return skep_cpu_take(skep);
}

static int test(struct test *t)
{
	struct skep *skep = t->call->skep;
	u32 cpu = take_cpu(t);
	int error = 0;

	t->stage =
	    skep_stage_new(t->prog->type, t->prog->attach_type, &skep->services, cpu, &error);
	if (t->stage) {
		t->stage->env.client = t->call->client.pid;
		t->stage->env.allows = skep_watch_allows;
		t->stage->env.allower = t->prog;
		error = try_on_stage(t);
	}
	skep_stage_free(t->stage);
	skep_cpu_give(skep, cpu);
	return error;
}

static int check(const union bpf_attr *attr)
{
	if (!attr->test.ctx_size_in != !attr->test.ctx_in)
		return -EINVAL;
	return !attr->test.ctx_size_out != !attr->test.ctx_out ? -EINVAL : 0;
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
