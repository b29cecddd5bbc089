/* SPDX-License-Identifier: BSD-2-Clause */
/* Finding the runs of fused.def in a program. */
#ifndef SKEP_VM_FUSE_H
#define SKEP_VM_FUSE_H

#include "vm/vm.h"

/* The runs, by their first two instructions: chains that begin in first[]. Numbers are those of
 * runs, from 1; 0 ends a chain. */
enum { SKEP_FUSE_CHAINS = 256 };
struct skep_fuse {
	u8 first[SKEP_FUSE_CHAINS];
	u8 next[SKEP_LABEL_COUNT - SKEP_INSN_ALL + 1];
};

void skep_fuse_init(struct skep_fuse *fuse);

/* The label (enum skep_label) for the instruction at `index` of decoded code. */
u32 skep_fused_label(const struct skep_fuse *fuse, const struct skep_code *code, u32 index);

#endif
