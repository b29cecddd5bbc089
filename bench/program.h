/* SPDX-License-Identifier: BSD-2-Clause */
/* The programs that engines are measured with: the rows of programs.def, with what they were
 * compiled to. */
#ifndef SKEP_BENCH_PROGRAM_H
#define SKEP_BENCH_PROGRAM_H

#include <linux/bpf.h>

#include "base/types.h"

/* What embed.py takes out of an object for BPF. */
struct bench_object {
	const struct bpf_insn *insns; /* the entry first; calls resolved */
	u32 count;
	const u8 *data; /* read-only, addressed as BPF_PSEUDO_MAP_IDX_VALUE with index 0 */
	u32 data_size;	/* bytes; 0: none */
};

typedef u64 bench_native(u8 *memory, u64 size);

struct bench_program {
	const char *name, *what;
	u32 size; /* bytes of memory */
	void (*fill)(u8 *memory, u32 size);
	const struct bench_object *object;    /* -mcpu=v3 */
	const struct bench_object *object_v2; /* without 32-bit jumps and most atomic operations */
	bench_native *scalar;		      /* native code without vectors */
	bench_native *natural;		      /* native code as the compiler makes it */
};

extern const struct bench_program bench_programs[];
extern const u32 bench_program_count;

/* The helper that programs may call, natively. */
u64 bench_node(void);

#endif
