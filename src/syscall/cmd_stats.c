/* SPDX-License-Identifier: BSD-2-Clause */
/* ENABLE_STATS: time and number of runs are counted as long as a descriptor of this kind is open.
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/alloc.h"
#include "syscall/system.h"

static void drop_stats(struct skep_entity *e)
{
	(void)e;
}

static void free_stats(struct skep_entity *e)
{
	if (e->file >= 0)
		close(e->file);
	skep_free(e);
}

static const struct skep_entity_ops stats_ops = {.drop = drop_stats, .free = free_stats};

long skep_cmd_enable_stats(struct skep_bpf_call *call)
{
	struct skep_entity *e;
	long fd;

	if (call->attr.enable_stats.type != BPF_STATS_RUN_TIME)
		return -EINVAL;
	e = skep_alloc(sizeof(*e));
	if (!e)
		return -ENOMEM;
	*e = (struct skep_entity){.kind = SKEP_ENTITY_STATS, .file = -1, .ops = &stats_ops};
	fd = skep_entity_open(e, "", O_RDWR);
	if (fd < 0)
		free_stats(e);
	else
		skep_entity_add(call->skep, e);
	return fd;
}

void skep_prog_count(struct skep *skep, struct skep_prog_entity *prog, u64 runs, u64 nanoseconds)
{
	if (!skep_entity_any(skep, SKEP_ENTITY_STATS))
		return;
	__atomic_add_fetch(&prog->run_count, runs, __ATOMIC_RELAXED);
	__atomic_add_fetch(&prog->run_ns, nanoseconds, __ATOMIC_RELAXED);
}
