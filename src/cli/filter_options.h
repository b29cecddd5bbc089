/* SPDX-License-Identifier: BSD-2-Clause */
/* What `skep filter` was asked; the fields are described by the rows of filter_options.def. */
#ifndef SKEP_CLI_FILTER_OPTIONS_H
#define SKEP_CLI_FILTER_OPTIONS_H

#include "base/types.h"

struct filter_options {
	const char *read, *interface, *write, *file, *linktype;
	u64 limit, snaplen;
	u32 not_promiscuous, user, no_optimise;
	u32 linux_side, xdp, drop, pass;
	u32 list, ebpf;
	u32 only_count, link, quiet, hex, json, numeric;
	u32 unbuffered, nano, micro, help;
};

#endif
