/* SPDX-License-Identifier: BSD-2-Clause */
/* Names to numbers, through the system: getaddrinfo, getservbyname, getprotobyname, getnetbyname
 * and /etc/ethers. Thread-safe. What is not found is `false` with *d set (SKEP_E_NAME) and, where
 * one is near, a suggestion in the hint. Results lie in the arena. */
#ifndef SKEP_FILTER_NAMES_H
#define SKEP_FILTER_NAMES_H

#include <skep/diag.h>

#include "base/arena.h"
#include "base/types.h"

/* All addresses of a host, in the order in which the resolver gives them. */
struct skep_host_addresses {
	u32 *v4; /* host order */
	u8 (*v6)[16];
	u32 v4_count, v6_count;
};

SKEP_MUST_USE bool skep_name_host(const char *name, struct skep_arena *arena,
				  struct skep_host_addresses *out, struct skep_diag *d);

/* A network of /etc/networks, host order and not shifted: 10 for "10.0.0.0" as getnetbyname has it.
 */
SKEP_MUST_USE bool skep_name_net(const char *name, u32 *net, struct skep_diag *d);

/* A port. *proto = IPPROTO_TCP, _UDP or _SCTP if the name is known for one protocol alone, else -1
 * for several, as libpcap has it. */
SKEP_MUST_USE bool skep_name_port(const char *name, u32 *port, s32 *proto, struct skep_diag *d);

/* "80-90" or "http-8080": both ends, lower first as written (libpcap swaps none). */
SKEP_MUST_USE bool skep_name_portrange(const char *text, u32 *first, u32 *last, s32 *proto,
				       struct skep_diag *d);

/* An IP protocol of /etc/protocols. */
SKEP_MUST_USE bool skep_name_proto(const char *name, u32 *proto, struct skep_diag *d);

/* An EtherType ("arp", "ip6", ...) and an LLC SAP ("iso", "stp", "ipx", ...): tables of our own. */
SKEP_MUST_USE bool skep_name_ethertype(const char *name, u32 *type, struct skep_diag *d);
SKEP_MUST_USE bool skep_name_llc_sap(const char *name, u32 *sap, struct skep_diag *d);

/* A host of /etc/ethers. */
SKEP_MUST_USE bool skep_name_ether(const char *name, u8 mac[6], struct skep_diag *d);

#endif
