/* SPDX-License-Identifier: BSD-2-Clause */
/* What libbpf says of a load that Linux refused is a guess ("ulimit -l"): here is the cause. */
#ifndef SKEP_CLI_LINUX_SIDE_H
#define SKEP_CLI_LINUX_SIDE_H

#include "object/running.h"

struct skep_linux_side_cause {
	char text[660];
	bool unable; /* this kernel, or these privileges */
};

/* Why a program came to no verdict in Linux. False: what libbpf says is all there is to say. */
bool skep_linux_side_cause(const struct skep_object_verdict *verdict,
			   struct skep_linux_side_cause *cause);

/* Puts the cause in place of what libbpf said of a load that failed; leaves all else as it is. */
void skep_linux_side_explain(const struct skep_running *running, struct skep_diag *d);

#endif
