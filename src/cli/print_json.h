/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet as a JSON object on a line of its own. The keys never change their meaning; one whose
 * value is not known is left out. One thread. */
#ifndef SKEP_CLI_PRINT_JSON_H
#define SKEP_CLI_PRINT_JSON_H

#include "cli/decode.h"
#include "cli/print_packet.h"

/* Appends {"time":..., "caplen":..., "len":..., ...} and a newline. */
void skep_print_json(const struct skep_printer *p, const struct skep_summary *s,
		     const struct skep_packet *packet, s64 ns);

#endif
