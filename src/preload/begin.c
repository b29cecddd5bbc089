/* SPDX-License-Identifier: BSD-2-Clause */
/* libskep-preload.so: the process that it is loaded into gets a BPF system of its own before its
 * main begins. Without memory for one, bpf(2) goes on to Linux. */
#include "preload/route.h"
#include "syscall/skep.h"

__attribute__((constructor)) static void begin(void)
{
	static const struct skep_config config;

	skep_route_set(skep_system_new(&config, NULL));
}
