/* SPDX-License-Identifier: BSD-2-Clause */
#include "vm/map_call.h"

#include <linux/bpf.h>

#include "vm/env.h"

static void *at(u64 address)
{
	return (void *)(uintptr_t)address;
}

#define RESULT_ADDRESS(value) ((u64)(uintptr_t)(value))
#define RESULT_NUMBER(value)  ((u64)(s64)(value))
#define CPU_ALL		      0
#define CPU_CPU		      (skep_env(run)->cpu)
#define MAP_CALL(operation, helper, arguments, cpu_, result, ...)                                  \
	static u64 call_##operation(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)  \
	{                                                                                          \
		struct skep_map *map = at(r1);                                                     \
		const u32 cpu = CPU_##cpu_;                                                        \
                                                                                                   \
		(void)run, (void)r3, (void)r4, (void)r5, (void)cpu;                                \
		return RESULT_##result(map->ops->operation(__VA_ARGS__));                          \
	}
#include "vm/map_calls.def"
#undef MAP_CALL

enum { IS_ALL, IS_CPU, IS_ADDRESS = 0, IS_NUMBER };

const struct skep_map_call skep_map_calls[SKEP_MAP_OPERATIONS] = {
#define MAP_CALL(operation, helper_, arguments_, cpu, result, ...)                                 \
	[SKEP_MAP_##operation] = {.helper = BPF_FUNC_##helper_,                                    \
				  .arguments = arguments_,                                         \
				  .takes_cpu = IS_##cpu,                                           \
				  .gives_int = IS_##result,                                        \
				  .call = call_##operation},
#include "vm/map_calls.def"
#undef MAP_CALL
};

const void *skep_map_function(const struct skep_map *map, u32 operation)
{
	const struct skep_map_ops *ops = map->ops;
	const void *const functions[] = {
#define MAP_CALL(operation, ...) [SKEP_MAP_##operation] = (const void *)(uintptr_t)ops->operation,
#include "vm/map_calls.def"
#undef MAP_CALL
	};

	return operation < SKEP_MAP_OPERATIONS ? functions[operation] : NULL;
}

u32 skep_map_operation_for(const struct skep_map *map, s32 helper)
{
	u32 operation = 0;

	while (operation < SKEP_MAP_OPERATIONS &&
	       (skep_map_calls[operation].helper != helper || !skep_map_function(map, operation)))
		operation++;
	return operation;
}
