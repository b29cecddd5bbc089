/* SPDX-License-Identifier: BSD-2-Clause */
/* skep filter --xdp: the filter at an interface, before Linux makes packets of what arrives. */
#ifndef SKEP_CLI_FILTER_XDP_H
#define SKEP_CLI_FILTER_XDP_H

#include "cli/filter_options.h"
#include "cli/out.h"

/* Runs until the limit or a signal: drops or passes what matches, else captures it. */
enum skep_exit skep_filter_xdp_run(const struct filter_options *o, const char *text);

#endif
