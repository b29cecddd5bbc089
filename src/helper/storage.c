/* SPDX-License-Identifier: BSD-2-Clause */
/* What maps hold for a cgroup or a socket instead of a key. There is one cgroup, and it is new in
 * each run; the socket of a packet is new in each BPF_PROG_TEST_RUN. */
#include <linux/bpf.h>

#include "base/alloc.h"
#include "helper/packet.h"
#include "map/object.h"

u64 skep_do_get_local_storage(HELPER_ARGS)
{
	const struct skep_map *map = skep_pointer(r1);
	bool per_cpu = map->shape.type == BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;

	UNUSED_2;
	return (u64)(uintptr_t)skep_env(run)->storage[per_cpu];
}

/* ---- sockets */

static bool is_of(const struct skep_socket_value *value, const struct skep_map *map)
{
	return value->map == map && value->size == map->shape.value_size;
}

static struct skep_socket_value *find(struct skep_skb *skb, const struct skep_map *map)
{
	struct skep_socket_value *value = skb->values;

	while (value && !is_of(value, map))
		value = value->next;
	return value;
}

/* Memory for a value: new, or that of one that was deleted. */
static struct skep_socket_value *take(struct skep_skb *skb, u32 size)
{
	struct skep_socket_value *value = skb->values;

	while (value && (value->map || value->size != size))
		value = value->next;
	if (value)
		memset(value->value, 0, size);
	if (value)
		return value;
	value = skep_alloc(sizeof(*value) + (((size_t)size + 7) & ~(size_t)7));
	if (!value)
		return NULL;
	value->next = skb->values;
	value->size = size;
	return skb->values = value;
}

static struct skep_socket_value *make(struct skep_skb *skb, const struct skep_map *map,
				      const void *from)
{
	struct skep_socket_value *value = take(skb, map->shape.value_size);

	if (!value)
		return NULL;
	value->map = map;
	if (from)
		skep_map_copy(map, value->value, from);
	return value;
}

u64 skep_do_sk_storage_get(HELPER_ARGS)
{
	struct skep_skb *skb = skep_env(run)->context;
	const struct skep_map *map = skep_pointer(r1);
	struct skep_socket_value *value;

	UNUSED_5;
	if (!r2 || r4 > BPF_SK_STORAGE_GET_F_CREATE)
		return 0;
	value = find(skb, map);
	if (!value && r4)
		value = make(skb, map, skep_pointer(r3));
	return value ? (u64)(uintptr_t)value->value : 0;
}

/* The program may have the value's address: its memory stays until the socket goes. */
u64 skep_do_sk_storage_delete(HELPER_ARGS)
{
	struct skep_socket_value *value;

	UNUSED_3;
	if (!r2)
		return skep_result(-EINVAL);
	value = find(skep_env(run)->context, skep_pointer(r1));
	if (!value)
		return skep_result(-ENOENT);
	skep_map_drop(value->map, value->value);
	value->map = NULL;
	return 0;
}
