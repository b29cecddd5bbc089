/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of a known map's own operations: helper numbers of runnable code, which name the operation
 * and the map. Machine code calls the operation itself; interpreters find it through r1. */
#ifndef SKEP_VM_MAP_CALL_H
#define SKEP_VM_MAP_CALL_H

#include <skep/helper.h>

#include "base/types.h"
#include "map/map.h"

enum skep_map_operation {
#define MAP_CALL(operation, ...) SKEP_MAP_##operation,
#include "vm/map_calls.def"
#undef MAP_CALL
	SKEP_MAP_OPERATIONS
};

struct skep_map_call {
	s32 helper;	  /* BPF_FUNC_...: whose work it does */
	u8 arguments;	  /* r1 to r<arguments> */
	bool takes_cpu;	  /* of the run, behind them */
	bool gives_int;	  /* else an address */
	skep_helper call; /* the same as a helper */
};

/* Helper numbers from here on are such calls; the rest is the operation, and in the low 16 bits the
 * number of the map. */
enum { SKEP_MAP_CALLS = 1 << 24, SKEP_MAP_CALL_SHIFT = 16 };

static inline s32 skep_map_call_number(u32 operation, u32 map)
{
	return (s32)(SKEP_MAP_CALLS | operation << SKEP_MAP_CALL_SHIFT | map);
}

static inline bool skep_is_map_call(s32 number)
{
	return number >= SKEP_MAP_CALLS;
}

static inline u32 skep_map_call_operation(s32 number)
{
	return (u32)(number - SKEP_MAP_CALLS) >> SKEP_MAP_CALL_SHIFT;
}

static inline u32 skep_map_call_map(s32 number)
{
	return (u32)number & ((1u << SKEP_MAP_CALL_SHIFT) - 1);
}

extern const struct skep_map_call skep_map_calls[SKEP_MAP_OPERATIONS];

/* The address of a map's operation, NULL: it has none. */
const void *skep_map_function(const struct skep_map *map, u32 operation);

/* The operation that does what a helper does with this map; SKEP_MAP_OPERATIONS: none does. */
u32 skep_map_operation_for(const struct skep_map *map, s32 helper);

#endif
