/* SPDX-License-Identifier: BSD-2-Clause */
#include "vm/fuse.h"

enum { LONGEST = 5 };

struct run {
	u8 ids[LONGEST];
	u8 count;  /* of ids */
	u8 guards; /* the first ids, whose dst is their own */
};
static_assert(SKEP_INSN_ALL <= UINT8_MAX, "an id fits into a byte");

static const struct run runs[] = {
#define FUSED(name, guards_, steps, ...)                                                           \
	{.ids = {__VA_ARGS__}, .count = sizeof((u8[]){__VA_ARGS__}), .guards = guards_},
#include "vm/fused.def"
};

/* Whether dst and src are as fused.def demands. */
static bool registers_fit(const struct run *run, const struct skep_op *ops)
{
	u8 dst = ops[run->guards].dst;

	for (u32 i = run->guards + 1u; i < run->count; i++) {
		bool reads_src = skep_insn_row(run->ids[i])->from == SKEP_FROM_X;

		if (ops[i].dst != dst || (reads_src && ops[i].src == dst))
			return false;
	}
	return true;
}

static bool run_fits(const struct run *run, const struct skep_op *ops, u32 count)
{
	if (ops[0].value != run->ids[0] || count < run->count)
		return false;
	for (u32 i = 1; i < run->count; i++)
		if (ops[i].value != run->ids[i])
			return false;
	return registers_fit(run, ops);
}

u32 skep_fused_label(const struct skep_op *ops, u32 count)
{
	for (u32 i = 0; i < SKEP_COUNT(runs); i++)
		if (run_fits(&runs[i], ops, count))
			return SKEP_INSN_ALL + i;
	return (u32)ops[0].value;
}
