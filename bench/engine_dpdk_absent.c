/* SPDX-License-Identifier: BSD-2-Clause */
/* In place of engine_dpdk.c where DPDK is not installed. */
#include "engine.h"

static bool open_dpdk(struct bench_run *r)
{
	return bench_cannot(r, "built without it: scripts/deps bench installs it");
}

const struct bench_engine bench_engine_dpdk = {.open = open_dpdk};
