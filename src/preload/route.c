/* SPDX-License-Identifier: BSD-2-Clause */
#include "preload/route.h"

#include <errno.h>
#include <unistd.h>

/* The one thing in skep that changes and belongs to nobody: see route.h. */
static struct {
	struct skep *skep;
	long (*far)(const struct skep_bpf_args *args);
} route;

struct skep *skep_route_set(struct skep *skep)
{
	return __atomic_exchange_n(&route.skep, skep, __ATOMIC_ACQ_REL);
}

bool skep_route_is_set(void)
{
	return __atomic_load_n(&route.skep, __ATOMIC_ACQUIRE);
}

void skep_route_far(long (*far)(const struct skep_bpf_args *args))
{
	__atomic_store_n(&route.far, far, __ATOMIC_RELEASE);
}

bool skep_route_is_linux(void)
{
	return !__atomic_load_n(&route.skep, __ATOMIC_ACQUIRE) &&
	       !__atomic_load_n(&route.far, __ATOMIC_ACQUIRE);
}

long skep_route_call(const struct skep_bpf_args *args)
{
	struct skep *skep = __atomic_load_n(&route.skep, __ATOMIC_ACQUIRE);
	struct skep_client self = {.uid = getuid()};

	if (skep)
		return skep_bpf_for(skep, &self, args);
	return skep_route_is_linux() ? -ENOSYS : route.far(args);
}
