/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets are put, run and looked at a row at a time, so that the clock is read twice a row and not
 * twice a packet, and what it tells is the programs' time alone. */
#include "syscall/run.h"

#include <errno.h>
#include <time.h>

#include "base/alloc.h"
#include "hook/hook.h"
#include "map/object.h"
#include "syscall/system.h"

struct skep_lane {
	struct skep *skep;
	struct skep_prog_entity *prog; /* used */
	u32 cpu;
	bool changes; /* its type lets it change packets */
	void *memory; /* owned; of the stages */
	u32 count;    /* stages that were made */
	struct skep_stage *stages[SKEP_LANE_ROW];
};

enum { PAGE = 4096, STAGGER = 14 * 64 };

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

/* ---- a row */

static void put(struct skep_lane *lane, const struct skep_packet *packets, u32 count,
		struct skep_lane_result *results)
{
	for (u32 i = 0; i < count; i++) {
		results[i].error =
		    skep_stage_packet(lane->stages[i], packets[i].data, packets[i].caplen);
	}
}

static void enter(struct skep_lane *lane, u32 count, struct skep_lane_result *results)
{
	const struct skep_code *code = lane->prog->code;

	for (u32 i = 0; i < count; i++)
		if (!results[i].error)
			results[i].verdict = (u32)skep_stage_run(lane->stages[i], code);
}

static void look(struct skep_lane *lane, u32 count, struct skep_lane_result *results)
{
	for (u32 i = 0; i < count; i++) {
		struct skep_stage *stage = lane->stages[i];
		const struct skep_redirect *to = &stage->env.redirect;
		struct skep_lane_result *r = &results[i];

		r->data = NULL;
		if (lane->changes && !r->error)
			r->data = stage->ops->result(stage, &r->size);
		r->map = to->kind == SKEP_REDIRECT_MAP ? to->map : NULL;
		r->target = to->target;
		r->ended = stage->run.code;
	}
}

u64 skep_lane_run(struct skep_lane *lane, const struct skep_packet *packets, u32 count,
		  struct skep_lane_result *results)
{
	u64 begin, end;

	put(lane, packets, count, results);
	begin = now();
	enter(lane, count, results);
	end = now();
	look(lane, count, results);
	skep_objects_settle(lane->skep->objects);
	/* Functions of timers need a CPU, too. */
	skep_cpu_lend(lane->skep, lane->cpu);
	return end - begin;
}

/* ---- names */

const void *skep_lane_own(const struct skep_lane *lane)
{
	return lane->prog->code;
}

u32 skep_lane_map_id(const struct skep_lane *lane, const void *map)
{
	struct skep *skep = lane->skep;
	u32 id = 0;

	pthread_mutex_lock(&skep->mutex);
	for (struct skep_entity *e = skep->first[SKEP_ENTITY_MAP]; e && !id; e = e->next)
		if (((struct skep_map_entity *)e)->map == map)
			id = e->id;
	pthread_mutex_unlock(&skep->mutex);
	return id;
}

u32 skep_lane_program_id(const struct skep_lane *lane, const void *ended)
{
	struct skep *skep = lane->skep;
	u32 id = 0;

	pthread_mutex_lock(&skep->mutex);
	for (struct skep_entity *e = skep->first[SKEP_ENTITY_PROG]; e && !id; e = e->next)
		if (((struct skep_prog_entity *)e)->code == ended)
			id = e->id;
	pthread_mutex_unlock(&skep->mutex);
	return id;
}

bool skep_lane_is_offered(u32 prog_type)
{
	return skep_hook_is_offered(prog_type);
}

/* ---- from the beginning to the end */

/* Stages lie one after the other, but not so that the same part of each falls into the same set of
 * a cache whose ways are a page. */
static int begin_stages(struct skep_lane *lane)
{
	const struct skep_prog_entity *prog = lane->prog;
	size_t stride = (skep_stage_size(prog->type) + PAGE - 1) / PAGE * PAGE + STAGGER;

	if (!prog->code || !skep_stage_size(prog->type))
		return -EOPNOTSUPP;
	lane->memory = skep_alloc(SKEP_LANE_ROW * stride);
	if (!lane->memory)
		return -ENOMEM;
	for (; lane->count < SKEP_LANE_ROW; lane->count++) {
		struct skep_stage *stage =
		    (struct skep_stage *)((u8 *)lane->memory + lane->count * stride);

		if (!skep_stage_init(stage, prog->type, prog->attach_type, &lane->skep->services,
				     lane->cpu))
			return -ENOMEM;
		lane->stages[lane->count] = stage;
	}
	return lane->stages[0]->ops->packet ? 0 : -EOPNOTSUPP;
}

bool skep_lane_changes(u32 prog_type)
{
	return prog_type != BPF_PROG_TYPE_SOCKET_FILTER && prog_type != BPF_PROG_TYPE_CGROUP_SKB &&
	       prog_type != BPF_PROG_TYPE_FLOW_DISSECTOR;
}

static int begin(struct skep_lane *lane, int program)
{
	const struct skep_bpf_call call = {.skep = lane->skep};
	int error = 0;

	lane->prog = skep_entity_get(&call, SKEP_ENTITY_PROG, program, &error);
	if (!lane->prog)
		return error;
	lane->cpu = skep_cpu_take(lane->skep);
	lane->changes = skep_lane_changes(lane->prog->type);
	return begin_stages(lane);
}

struct skep_lane *skep_lane_new(struct skep *skep, int program, int *error)
{
	struct skep_lane *lane = skep_alloc(sizeof(*lane));

	*error = -ENOMEM;
	if (!lane)
		return NULL;
	lane->skep = skep;
	*error = begin(lane, program);
	if (!*error)
		return lane;
	skep_lane_free(lane);
	return NULL;
}

void skep_lane_free(struct skep_lane *lane)
{
	if (!lane)
		return;
	for (u32 i = 0; i < lane->count; i++)
		skep_stage_fini(lane->stages[i]);
	skep_free(lane->memory);
	if (lane->prog)
		skep_cpu_give(lane->skep, lane->cpu);
	skep_entity_put(lane->prog);
	skep_free(lane);
}
