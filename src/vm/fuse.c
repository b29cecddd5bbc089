/* SPDX-License-Identifier: BSD-2-Clause */
#include "vm/fuse.h"

#include <string.h>

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
static_assert(SKEP_COUNT(runs) < UINT8_MAX, "a run's number fits into a byte");

/* Whether dst and src are as fused.def demands. */
static bool registers_fit(const struct run *run, const struct bpf_insn *insns)
{
	u32 dst = insns[run->guards].dst_reg;

	for (u32 i = run->guards + 1u; i < run->count; i++) {
		bool reads_src = skep_insn_row(run->ids[i])->from == SKEP_FROM_X;

		if (insns[i].dst_reg != dst || (reads_src && insns[i].src_reg == dst))
			return false;
	}
	return true;
}

static u32 chain_of(const u8 *rows)
{
	return (rows[0] * 31u + rows[1]) % SKEP_FUSE_CHAINS;
}

/* From the last to the first, which then stands before it in its chain. */
void skep_fuse_init(struct skep_fuse *fuse)
{
	memset(fuse, 0, sizeof(*fuse));
	for (u32 i = SKEP_COUNT(runs); i-- > 0;) {
		u8 *first = &fuse->first[chain_of(runs[i].ids)];

		fuse->next[i + 1] = *first;
		*first = (u8)(i + 1);
	}
}

u32 skep_fused_label(const struct skep_fuse *fuse, const struct skep_code *code, u32 index)
{
	const u8 *rows = &code->rows[index];
	u32 count = code->count - index;

	if (count < 2)
		return rows[0];
	for (u8 number = fuse->first[chain_of(rows)]; number; number = fuse->next[number]) {
		const struct run *run = &runs[number - 1];

		if (count >= run->count && memcmp(rows, run->ids, run->count) == 0 &&
		    registers_fit(run, &code->prog->insns[index]))
			return SKEP_INSN_ALL + number - 1u;
	}
	return rows[0];
}
