/* SPDX-License-Identifier: BSD-2-Clause */
/* What verdicts are called, and where a packet goes with them. */
#ifndef SKEP_OBJECT_VERDICTS_H
#define SKEP_OBJECT_VERDICTS_H

#include "base/types.h"

enum skep_fate {
	SKEP_FATE_DROP,
	SKEP_FATE_PASS,	    /* on, to the rest of the network */
	SKEP_FATE_TX,	    /* back where it came from */
	SKEP_FATE_REDIRECT, /* elsewhere, as the program said */
	SKEP_FATES,
};

struct skep_verdict_row {
	u32 number; /* as 32 bits */
	const char *name;
	enum skep_fate fate;
};

enum { SKEP_VERDICTS_MAX = 11 }; /* rows of one type */

/* The verdicts of a program type. */
struct skep_verdicts {
	u32 count;    /* rows; the last is for all other numbers */
	bool by_size; /* of a number only its size counts: see verdicts.def */
	struct skep_verdict_row rows[SKEP_VERDICTS_MAX];
};

/* Of BPF_PROG_TYPE_..; false: such programs are not run on packets. `v` may be NULL. */
bool skep_verdicts_of(u32 prog_type, struct skep_verdicts *v);

/* The row of a verdict on a packet of `size` bytes. */
static inline u32 skep_verdicts_find(const struct skep_verdicts *v, u32 verdict, u64 size)
{
	u32 i = 0;

	if (v->by_size)
		return verdict == 0 ? 0 : verdict < size ? 1 : 2;
	while (i + 1 < v->count && v->rows[i].number != verdict)
		i++;
	return i;
}

#endif
