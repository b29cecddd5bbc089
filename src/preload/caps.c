/* SPDX-License-Identifier: BSD-2-Clause */
/* Capabilities as libcap tells them: a system of skep's asks for none, so whoever looks whether it
 * may use BPF is told that it may. bpftool does so before it probes. What Linux itself lets the
 * process do stays as it is. */
#include <linux/capability.h>

#include "preload/next.h"

/* libcap's types, whose headers are not needed to run beside it. */
int cap_get_flag(void *caps, int cap, int set, int *value);

static bool is_for_bpf(int cap)
{
	return cap == CAP_BPF || cap == CAP_PERFMON || cap == CAP_NET_ADMIN || cap == CAP_SYS_ADMIN;
}

SKEP_ENTRY int cap_get_flag(void *caps, int cap, int set, int *value)
{
	int error = SKEP_NEXT(cap_get_flag)(caps, cap, set, value);

	if (!error && is_for_bpf(cap))
		*value = 1;
	return error;
}
