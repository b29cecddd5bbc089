/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs made at random that do much with stacks: spills, addresses that wander, calls that are
 * given them, callbacks, helpers that read and fill memory. */
#ifndef SKEP_UNIT_LIVE_MAKER_H
#define SKEP_UNIT_LIVE_MAKER_H

#include "isa/isa.h"

enum { LIVE_INSNS = 600 };

struct live_program {
	struct bpf_insn insns[LIVE_INSNS];
	u32 count;
};

void live_make(struct live_program *p, u64 seed);

#endif
