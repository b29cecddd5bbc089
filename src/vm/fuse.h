/* SPDX-License-Identifier: BSD-2-Clause */
/* Finding the runs of fused.def in a program. */
#ifndef SKEP_VM_FUSE_H
#define SKEP_VM_FUSE_H

#include "vm/vm.h"

/* The label (enum skep_label) for ops[0], which stands before `count` - 1 others. Each op holds its
 * id in `value`; no more are looked at than follow each other without a 64-bit immediate. */
u32 skep_fused_label(const struct skep_op *ops, u32 count);

#endif
