/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of perf event arrays. Events are streams alone: none counts anything. */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>

#include "base/alloc.h"
#include "helper/packet.h"
#include "map/perf_ring.h"

#define PACKET_SHIFT 32

/* How many bytes of the packet are wanted; what is left of the flags names the element. */
static u32 take_packet_size(u64 *flags)
{
	u32 size = (u32)((*flags & BPF_F_CTXLEN_MASK) >> PACKET_SHIFT);

	*flags &= ~BPF_F_CTXLEN_MASK;
	return size;
}

/* A copy, where the packet lies in parts. */
static int output_copied(const struct skep_env *env, struct skep_map *map, u64 flags,
			 struct skep_perf_part parts[2])
{
	void *copy = skep_alloc(parts[1].size);
	int error = -EFAULT;

	if (!copy)
		return -ENOMEM;
	parts[1].data = copy;
	if (skep_env_packet_read(env, 0, copy, parts[1].size))
		error = skep_perf_output(map, flags, env->cpu, parts);
	skep_free(copy);
	return error;
}

static int output(const struct skep_env *env, struct skep_map *map, u64 flags,
		  struct skep_perf_part data)
{
	struct skep_perf_part parts[2] = {data};
	bool has_packet = env->context_kind != SKEP_CONTEXT_MEMORY;
	u32 size = has_packet ? take_packet_size(&flags) : 0;

	if (flags & ~(u64)BPF_F_INDEX_MASK)
		return -EINVAL;
	if (size > skep_env_packet_size(env))
		return -EFAULT;
	if (!size)
		return skep_perf_output(map, flags, env->cpu, parts);
	parts[1] = (struct skep_perf_part){skep_env_packet_at(env, 0, size), size};
	return parts[1].data ? skep_perf_output(map, flags, env->cpu, parts)
			     : output_copied(env, map, flags, parts);
}

u64 skep_do_perf_event_output(HELPER_ARGS)
{
	struct skep_perf_part data = {skep_pointer(r4), (u32)r5};

	(void)r1;
	return skep_result(output(skep_env(run), skep_pointer(r2), r3, data));
}

/* ---- counters */

static int counter(const struct skep_env *env, struct skep_map *map, u64 flags)
{
	u32 index = (u32)(flags & BPF_F_INDEX_MASK);
	struct skep_map_held held;

	if (flags & ~(u64)BPF_F_INDEX_MASK)
		return -EINVAL;
	if (index == (u32)BPF_F_CURRENT_CPU)
		index = env->cpu;
	if (index >= map->shape.max_entries)
		return -E2BIG;
	return map->ops->held(map, &index, &held) ? -EOPNOTSUPP : -ENOENT;
}

u64 skep_do_perf_event_read(HELPER_ARGS)
{
	UNUSED_3;
	return skep_result(counter(skep_env(run), skep_pointer(r1), r2));
}

u64 skep_do_perf_event_read_value(HELPER_ARGS)
{
	int error = (u32)r4 == sizeof(struct bpf_perf_event_value)
			? counter(skep_env(run), skep_pointer(r1), r2)
			: -EINVAL;

	UNUSED_5;
	memset(skep_pointer(r3), 0, (u32)r4);
	return skep_result(error);
}
