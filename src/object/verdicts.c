/* SPDX-License-Identifier: BSD-2-Clause */
#include "object/verdicts.h"

#include <linux/bpf.h>
#include <linux/pkt_cls.h>

/* A row with its type. */
struct typed {
	u32 type;
	struct skep_verdict_row row;
};

#define SAME(type, other)
static const struct typed all[] = {
#define VERDICT(type, number, name, fate)                                                          \
	{BPF_PROG_TYPE_##type, {(u32)(number), name, SKEP_FATE_##fate}},
#define OTHER(type, name, fate) VERDICT(type, 0, name, fate)
#include "object/verdicts.def"
#undef OTHER
#undef VERDICT
};
#undef SAME

static const struct {
	u32 type, other;
} same[] = {
#define VERDICT(...)
#define OTHER(...)
#define SAME(type, other) {BPF_PROG_TYPE_##type, BPF_PROG_TYPE_##other},
#include "object/verdicts.def"
#undef SAME
#undef OTHER
#undef VERDICT
};

bool skep_verdicts_of(u32 prog_type, struct skep_verdicts *v)
{
	struct skep_verdicts found = {.by_size = prog_type == BPF_PROG_TYPE_SOCKET_FILTER};

	for (size_t i = 0; i < SKEP_COUNT(same); i++)
		if (same[i].type == prog_type)
			prog_type = same[i].other;
	for (size_t i = 0; i < SKEP_COUNT(all); i++)
		if (all[i].type == prog_type)
			found.rows[found.count++] = all[i].row;
	if (v)
		*v = found;
	return found.count;
}
