/* SPDX-License-Identifier: BSD-2-Clause */
#include "program.h"

#include "inputs.h"

#define PROGRAM(name, ...)                                                                         \
	extern const struct bench_object bench_object_##name##_v3, bench_object_##name##_v2;       \
	bench_native bench_scalar_##name, bench_natural_##name;
#include "programs.def"
#undef PROGRAM

const struct bench_program bench_programs[] = {
#define PROGRAM(name, size, input, what)                                                           \
	{#name,                                                                                    \
	 what,                                                                                     \
	 size,                                                                                     \
	 bench_fill_##input,                                                                       \
	 &bench_object_##name##_v3,                                                                \
	 &bench_object_##name##_v2,                                                                \
	 bench_scalar_##name,                                                                      \
	 bench_natural_##name},
#include "programs.def"
#undef PROGRAM
};

const u32 bench_program_count = SKEP_COUNT(bench_programs);

u64 bench_node(void)
{
	return 0;
}
