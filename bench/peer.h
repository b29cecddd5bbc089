/* SPDX-License-Identifier: BSD-2-Clause */
/* libpcap, the peer of the filter benchmarks, kept apart: its headers and linux/filter.h name the
 * same things. */
#ifndef SKEP_PEER_H
#define SKEP_PEER_H

#include <skep/packet.h>

#include "base/types.h"

struct peer;

/* Compiles for Ethernet, optimised; NULL where libpcap refuses. */
struct peer *peer_compile(const char *text);
u32 peer_run(const struct peer *peer, const struct skep_packet *packet);
u32 peer_length(const struct peer *peer); /* instructions */
void peer_free(struct peer *peer);

#endif
