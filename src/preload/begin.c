/* SPDX-License-Identifier: BSD-2-Clause */
/* libskep-preload.so: before the main of the process that it is loaded into begins, bpf(2) is sent
 * to the broker of `skep with`, or to a system of the process's own if there is no broker. Without
 * memory for one, bpf(2) goes on to Linux. */
#include <stdlib.h>

#include "preload/client.h"
#include "preload/route.h"
#include "preload/wire.h"

__attribute__((constructor)) static void begin(void)
{
	static const struct skep_config config;
	const char *folder = getenv(SKEP_WIRE_FOLDER);

	if (folder && skep_client_begin(folder))
		skep_route_far(skep_client_call);
	else
		skep_route_set(skep_system_new(&config, NULL));
}
