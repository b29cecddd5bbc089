/* SPDX-License-Identifier: BSD-2-Clause */
/* The programs that tail calls choose from: what a BPF_MAP_TYPE_PROG_ARRAY is for programs. Slots
 * may change while programs run: whoever stores one does so with release order, and frees the old
 * code when no run can be in it. */
#ifndef SKEP_MAP_PROG_TABLE_H
#define SKEP_MAP_PROG_TABLE_H

#include "base/types.h"

struct skep_code;

struct skep_prog_table {
	u32 count;
	const struct skep_code *slots[]; /* NULL: empty; borrowed */
};

#endif
