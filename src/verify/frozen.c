/* SPDX-License-Identifier: BSD-2-Clause */
/* Values that never change: of maps that are frozen and that programs may only read. */
#include <linux/bpf.h>
#include <string.h>

#include "verify/walk.h"

bool skep_value_is_frozen(const struct skep_map_desc *map)
{
	return map->contents && map->frozen && (map->flags & BPF_F_RDONLY_PROG);
}

bool skep_value_known(const struct skep_reg *r, s32 off, u32 size, u64 *value)
{
	const struct skep_map_desc *map = r->of;

	if (!skep_value_is_frozen(map) || !skep_scalar_is_const(&r->v) || size > 8)
		return false;
	*value = 0;
	memcpy(value, (const u8 *)map->contents + r->off + off + (s64)r->v.t.value, size);
	return true;
}
