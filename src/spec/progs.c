/* SPDX-License-Identifier: BSD-2-Clause */
#include <linux/bpf_perf_event.h>

#include "spec/sets.h"
#include "spec/sizes.h"
#include "spec/spec.h"

#define T(trait)  SKEP_PROG_T_##trait
#define PACKET_IN (T(PACKET_READ) | T(PACKET_HELPER))
#define PACKET	  (PACKET_IN | T(PACKET_WRITE))

static const struct skep_prog_row rows[] = {
#define PROG(id, text, first, attach, context, size, bits)                                         \
	[BPF_PROG_TYPE_##id] = {.type = BPF_PROG_TYPE_##id,                                        \
				.name = #text,                                                     \
				.since = (first),                                                  \
				.attaches = (attach),                                              \
				.traits = (bits),                                                  \
				.ctx = #context,                                                   \
				.ctx_size = (size)},
#define RETURNS(...)
#include "spec/progs.def"
#undef PROG
#undef RETURNS
};

/* r1 = memory and r2 = its length are no context: nothing is reached through the tables. */
static const struct skep_prog_row raw = {
    .type = SKEP_PROG_TYPE_RAW, .name = "raw", .attaches = ALWAYS, .ctx = ""};

static const struct {
	u64 progs, attaches;
	struct skep_ret_range range;
} returns[] = {
#define PROG(...)
#define RETURNS(types, attach, low, high, low32)                                                   \
	{types, attach, {.checked = true, .exact32 = (low32), .min = (low), .max = (high)}},
#include "spec/progs.def"
#undef PROG
#undef RETURNS
};

static const struct skep_attach_row attach_rows[] = {
#define ATTACH(id, text, first) [BPF_##id] = {.type = BPF_##id, .name = #text, .since = (first)},
#include "spec/attach.def"
#undef ATTACH
};

const struct skep_attach_row *skep_attach_row(u32 type)
{
	return type < SKEP_COUNT(attach_rows) ? &attach_rows[type] : NULL;
}

const struct skep_prog_row *skep_prog_row(u32 type)
{
	if (type == SKEP_PROG_TYPE_RAW)
		return &raw;
	return type < SKEP_COUNT(rows) && rows[type].name ? &rows[type] : NULL;
}

struct skep_ret_range skep_prog_ret_range(u32 prog_type, u32 attach_type)
{
	struct skep_ret_range none = {.min = INT32_MIN, .max = INT32_MAX};
	u64 prog = skep_prog_bit(prog_type), attach = skep_attach_bit(attach_type);

	for (size_t i = 0; i < SKEP_COUNT(returns); i++)
		if (returns[i].progs & prog && returns[i].attaches & attach)
			return returns[i].range;
	return none;
}
