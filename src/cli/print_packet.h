/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet as a line, in the manner of tcpdump -n, or as a JSON object. One thread. */
#ifndef SKEP_CLI_PRINT_PACKET_H
#define SKEP_CLI_PRINT_PACKET_H

#include <skep/packet.h>
#include <time.h>

#include "cli/line.h"

struct skep_printer {
	struct skep_line *line; /* lent */
	u32 dlt;
	bool nanoseconds; /* of the times, else microseconds */
	bool link;	  /* with the link-layer header */
	bool quiet;	  /* less */
	bool json;	  /* an object instead of a line */
	u32 hex;	  /* 1: the bytes behind the link-layer header, 2: all */
	s64 second;	  /* that `local` is of; starts as -1 */
	struct tm local;
};

/* Appends one packet; ns = nanoseconds since 1970. */
void skep_print_packet(struct skep_printer *p, const struct skep_packet *packet, s64 ns);

#endif
