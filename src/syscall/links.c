/* SPDX-License-Identifier: BSD-2-Clause */
/* The rows of links.def. */
#include "syscall/links.h"

#include "spec/spec.h"
#include "spec/uapi.h"

enum { LOADED = 0 };

#define AS_LOADED   (1ULL << 63)
#define BIT(attach) (1ULL << BPF_##attach)
#define AS(attach)  (AS_LOADED | BIT(attach))

static const struct {
	u32 prog, link;
	u64 attaches;
} rows[] = {
#define LINK(prog, attaches, link) {BPF_PROG_TYPE_##prog, BPF_LINK_TYPE_##link, attaches},
#include "syscall/links.def"
#undef LINK
};

u32 skep_link_type(const struct skep_prog_entity *prog, u32 attach)
{
	u64 bit = skep_attach_bit(attach), loaded = skep_attach_bit(prog->attach_type);

	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		if (rows[i].prog != prog->type)
			continue;
		if (rows[i].attaches == LOADED || prog->one_attach)
			return attach == prog->attach_type ? rows[i].link : 0;
		/* What was loaded for such a row is for nothing else. */
		if (rows[i].attaches & AS_LOADED && rows[i].attaches & loaded)
			return attach == prog->attach_type ? rows[i].link : 0;
		if (!(rows[i].attaches & AS_LOADED) && rows[i].attaches & bit)
			return rows[i].link;
	}
	return 0;
}

bool skep_link_is_trace(u32 type)
{
	return type == BPF_LINK_TYPE_RAW_TRACEPOINT || type == BPF_LINK_TYPE_TRACING ||
	       type == BPF_LINK_TYPE_PERF_EVENT || type == BPF_LINK_TYPE_KPROBE_MULTI ||
	       type == BPF_LINK_TYPE_UPROBE_MULTI;
}

/* Whether programs of a row are attached at an attach type; of some, the one they were loaded with.
 */
static bool has_attach(size_t row, u32 attach)
{
	u64 all = rows[row].attaches ?: skep_prog_row(rows[row].prog)->attaches;

	return all & skep_attach_bit(attach);
}

const struct skep_hook_ops *skep_attach_ops(u32 attach)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		if (has_attach(i, attach) && skep_hook_ops(rows[i].link))
			return skep_hook_ops(rows[i].link);
	return NULL;
}

/* What PROG_ATTACH knows besides, and attaches nowhere. */
static const struct {
	u32 prog;
	u64 attaches;
} others[] = {
    {BPF_PROG_TYPE_XDP, BIT(XDP)},
    {BPF_PROG_TYPE_LIRC_MODE2, BIT(LIRC_MODE2)},
    {BPF_PROG_TYPE_SCHED_CLS, BIT(NETKIT_PRIMARY) | BIT(NETKIT_PEER)},
    {BPF_PROG_TYPE_LSM, BIT(LSM_MAC) | BIT(LSM_CGROUP)},
    {BPF_PROG_TYPE_TRACING, BIT(TRACE_RAW_TP) | BIT(TRACE_FENTRY) | BIT(TRACE_FEXIT) |
				BIT(MODIFY_RETURN) | BIT(TRACE_ITER)},
};

u32 skep_attach_prog_type(u32 attach)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		if (has_attach(i, attach) && skep_hook_ops(rows[i].link))
			return rows[i].prog;
	for (size_t i = 0; i < SKEP_COUNT(others); i++)
		if (others[i].attaches & skep_attach_bit(attach))
			return others[i].prog;
	return 0;
}
