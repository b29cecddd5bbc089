/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets are put, run and looked at a row at a time, so that the clock is read twice a row and not
 * twice a packet, and what it tells is the programs' time alone. */
#include "syscall/run.h"

#include <errno.h>
#include <time.h>

#include "base/alloc.h"
#include "hook/hook.h"
#include "map/rcu.h"
#include "syscall/system.h"

struct skep_lane {
	struct skep *skep;
	struct skep_prog_entity *prog; /* used */
	u32 cpu;
	struct skep_stage *stages[SKEP_LANE_ROW];
};

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
		const struct skep_stage_input in = {.packet = packets[i].data,
						    .size = packets[i].caplen};
		struct skep_stage *stage = lane->stages[i];

		results[i].error = stage->ops->put(stage, &in);
	}
}

static void enter(struct skep_lane *lane, u32 count, struct skep_lane_result *results)
{
	const struct skep_code *code = lane->prog->code;

	skep_map_read_begin();
	for (u32 i = 0; i < count; i++) {
		struct skep_stage *stage = lane->stages[i];

		if (results[i].error)
			continue;
		stage->env.redirect.map = NULL;
		stage->env.redirect.target = 0;
		results[i].verdict = (u32)skep_stage_run(stage, code);
	}
	skep_map_read_end();
}

static void look(struct skep_lane *lane, u32 count, struct skep_lane_result *results)
{
	for (u32 i = 0; i < count; i++) {
		struct skep_stage *stage = lane->stages[i];
		struct skep_lane_result *r = &results[i];

		r->data =
		    !r->error && stage->ops->result ? stage->ops->result(stage, &r->size) : NULL;
		r->map = stage->env.redirect.map;
		r->target = stage->env.redirect.target;
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

static int begin(struct skep_lane *lane, int program)
{
	const struct skep_bpf_call call = {.skep = lane->skep};
	int error = 0;

	lane->prog = skep_entity_get(&call, SKEP_ENTITY_PROG, program, &error);
	if (!lane->prog)
		return error;
	lane->cpu = skep_cpu_take(lane->skep);
	if (!lane->prog->code)
		return -EOPNOTSUPP;
	for (u32 i = 0; i < SKEP_LANE_ROW; i++) {
		lane->stages[i] = skep_stage_new(lane->prog->type, lane->prog->attach_type,
						 &lane->skep->services, lane->cpu, &error);
		if (!lane->stages[i])
			return error;
	}
	return 0;
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
	for (u32 i = 0; i < SKEP_LANE_ROW; i++)
		skep_stage_free(lane->stages[i]);
	if (lane->prog)
		skep_cpu_give(lane->skep, lane->cpu);
	skep_entity_put(lane->prog);
	skep_free(lane);
}
