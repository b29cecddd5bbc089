/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/budget.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000 + (u64)t.tv_nsec;
}

static u64 ran(const struct bpf_object *object)
{
	struct bpf_program *prog;
	u64 sum = 0;

	bpf_object__for_each_program(prog, object)
	{
		struct bpf_prog_info info = {0};
		u32 size = sizeof(info);

		if (bpf_obj_get_info_by_fd(bpf_program__fd(prog), &info, &size) == 0)
			sum += info.run_time_ns;
	}
	return sum;
}

bool skep_budget_begin(struct skep_budget *b, double limit, const struct bpf_object *object,
		       struct skep_diag *d)
{
	b->stats = bpf_enable_stats(BPF_STATS_RUN_TIME);
	if (b->stats < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "Linux does not count what programs cost: %s",
				 strerror(errno));
	b->limit = limit;
	b->time = now();
	b->ran = ran(object);
	return true;
}

bool skep_budget_passed(struct skep_budget *b, const struct bpf_object *object)
{
	u64 time = now(), sum;

	if (b->limit <= 0 || time - b->time < SKEP_BUDGET_TICK * 1000000ULL)
		return false;
	sum = ran(object);
	b->spent = (double)(sum - b->ran) * 100 / (double)(time - b->time);
	b->time = time;
	b->ran = sum;
	return b->spent > b->limit;
}

void skep_budget_end(struct skep_budget *b)
{
	if (b->limit > 0)
		close(b->stats);
	b->limit = 0;
}
