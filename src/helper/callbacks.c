/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that call functions of the program back. Once one of them ends the run, they return at
 * once. */
#include <errno.h>

#include "helper/do.h"
#include "helper/dynptr.h"
#include "map/map.h"
#include "map/ringbuf.h"

enum { ROUNDS_MAX = 8 << 20 };

static u64 result(long value)
{
	return (u64)value;
}

/* Where flags and function are known, Linux has instructions in place of the call: they compare all
 * of r1, and leave the high half of an error zero. */
u64 skep_do_loop(HELPER_ARGS)
{
	(void)r5;
	if (r4)
		return result(-EINVAL);
	if (r1 > ROUNDS_MAX)
		return (u32)-E2BIG;
	for (u64 i = 0; i < r1; i++)
		if (skep_run_callback(run, r2, i, r3, 0, 0, 0) || run->fault)
			return i + 1;
	return r1;
}

/* What is called, and with what. */
struct callback {
	struct skep_run *run;
	u64 function, context;
	u64 map; /* as programs name it */
};

/* A run that is watched may read the key while it is lent. */
static void lend(struct skep_run *run, const void *key, u32 size)
{
	if (run->region_count < SKEP_RUN_REGIONS)
		run->regions[run->region_count++] =
		    (struct skep_region){"the key", (u64)(uintptr_t)key, size, false};
}

static bool visit(void *context, const void *key, void *value)
{
	const struct callback *c = context;
	struct skep_run *run = c->run;
	const struct skep_map *map = skep_pointer(c->map);
	u32 regions = run->region_count;
	u64 got;

	if (run->code->mode == SKEP_CODE_CHECKED)
		lend(run, key, map->shape.key_size);
	got = skep_run_callback(run, c->function, c->map, (u64)(uintptr_t)key,
				(u64)(uintptr_t)value, c->context, 0);
	run->region_count = regions;
	return !got && !run->fault;
}

u64 skep_do_for_each_map_elem(HELPER_ARGS)
{
	struct callback c = {.run = run, .function = r2, .context = r3, .map = r1};
	struct skep_map *map = skep_pointer(r1);

	(void)r5;
	if (r4)
		return result(-EINVAL);
	if (!map->ops->for_each)
		return result(-EOPNOTSUPP);
	return map->ops->for_each(map, visit, &c, skep_env(run)->cpu);
}

static long take_sample(void *context, const void *sample, u32 size)
{
	const struct callback *c = context;
	struct skep_dynptr dynptr =
	    skep_dynptr_point((void *)(uintptr_t)sample, SKEP_DYNPTR_LOCAL, size);
	u64 got =
	    skep_run_callback(c->run, c->function, (u64)(uintptr_t)&dynptr, c->context, 0, 0, 0);

	return c->run->fault ? 1 : (long)got;
}

u64 skep_do_user_ringbuf_drain(HELPER_ARGS)
{
	struct callback c = {.run = run, .function = r2, .context = r3};

	(void)r5;
	return result(
	    skep_user_ringbuf_drain(skep_pointer(r1), (struct skep_drain){take_sample, &c}, r4));
}
