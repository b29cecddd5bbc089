/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that a verifier has to think about: nearly right ones. Numbers are bounded in many ways,
 * then changed a little, then used as indices into a map value, a packet or the stack; values join,
 * are spilled and filled, compared in 32 bits and extended. The same choices give the same program.
 *
 * Map 0 is an array of one value of MAKER_VALUE bytes, map 1 one like it that is frozen. */
#ifndef SKEP_TESTS_VERIFY_MAKER_H
#define SKEP_TESTS_VERIFY_MAKER_H

#include <linux/bpf.h>

#include "random_program.h"

enum { MAKER_MAX = 400, MAKER_VALUE = 64, MAKER_PACKET = 128 };

struct made {
	struct bpf_insn insns[MAKER_MAX];
	u32 count;
	bool xdp; /* else a socket filter */
};

void maker_make(struct choices *c, struct made *p);

/* Bytes of the frozen map. */
u8 maker_frozen(u32 at);

#endif
