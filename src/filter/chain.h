/* SPDX-License-Identifier: BSD-2-Clause */
/* `protochain`: the walk along IPv6 extension headers and AH. */
#ifndef SKEP_FILTER_CHAIN_H
#define SKEP_FILTER_CHAIN_H

#include "base/types.h"

/* The network header that the walk starts in. */
enum skep_chain_start { SKEP_CHAIN_IP, SKEP_CHAIN_IP6 };

/* Walks from the network header at byte `net` of `data` (caplen bytes) until the protocol is
 * `proto` or no header that can be walked. *last is the protocol number there. False: a load was
 * outside. */
bool skep_chain_walk(const u8 *data, u32 caplen, enum skep_chain_start start, u64 net, u32 proto,
		     u32 *last);

#endif
