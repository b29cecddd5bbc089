/* SPDX-License-Identifier: BSD-2-Clause */
/* `protochain`: the walk along IPv6 extension headers and AH, exactly as libpcap 1.10 makes it.
 *
 * The walk has two registers: `last`, a protocol number, and `x`, a place counted from the network
 * header. Every byte that it reads must have been captured, or the whole filter does not match.
 *
 *	start     IPv4: last = byte 9, x = 4 * (byte 0 & 15)
 *	          IPv6: last = byte 6, x = 40
 *	each turn last is the protocol that is looked for, or 59 (no next header): the end
 *	          IPv6 only, last is 0, 60, 43 or 44 (hop-by-hop, destination options, routing,
 *	          fragment): last = byte x, x = x + (byte(x + 1) + 1) * 8
 *	          last is 51 (AH): last = byte x, x = (byte(x + 1) + 2) * 4
 *	          anything else: the end
 *
 * AH SETS x to its own length where one expects it to be added: what follows a second header is
 * then read from a wrong place, and the walk may go in circles for ever. Ours ends after
 * SKEP_CHAIN_TURNS headers, and the whole filter does not match: the one difference. */
#ifndef SKEP_FILTER_CHAIN_H
#define SKEP_FILTER_CHAIN_H

#include <skep/packet.h>

#include "base/types.h"

/* Headers that one walk passes at most. */
enum { SKEP_CHAIN_TURNS = 256 };

/* The network header that the walk starts in. */
enum skep_chain_start { SKEP_CHAIN_IP, SKEP_CHAIN_IP6 };

/* Walks from the network header at byte `net` of the packet until the protocol is `proto` or no
 * header that can be walked. *last is the protocol number there. False: a byte was outside, or the
 * walk did not end. */
bool skep_chain_walk(const struct skep_packet *packet, enum skep_chain_start start, u64 net,
		     u32 proto, u32 *last);

#endif
