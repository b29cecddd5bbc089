/* SPDX-License-Identifier: BSD-2-Clause */
/* The storage of a cgroup: there is one cgroup, and it is new in each run. */
#include <linux/bpf.h>

#include "helper/do.h"
#include "map/map.h"

u64 skep_do_get_local_storage(HELPER_ARGS)
{
	const struct skep_map *map = skep_pointer(r1);
	bool per_cpu = map->shape.type == BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;

	UNUSED_2;
	return (u64)(uintptr_t)skep_env(run)->storage[per_cpu];
}
