/* SPDX-License-Identifier: BSD-2-Clause */
/* Names to numbers, through the system: getaddrinfo, getservbyname, getprotobyname, getnetbyname
 * and /etc/ethers. Thread-safe. What is not found is `false` with *d set (SKEP_E_NAME) and, where
 * one is near, a suggestion in the hint. Results lie in the arena. */
#ifndef SKEP_FILTER_NAMES_H
#define SKEP_FILTER_NAMES_H

#include <skep/diag.h>

#include "base/arena.h"
#include "base/types.h"

/* One address of a host. */
struct skep_host_address {
	bool is_ip6;
	u32 ip4; /* host order */
	u8 ip6[16];
};

/* All addresses of a host in the order in which the resolver gives them: what is asked first
 * matters for packets that were cut off. */
struct skep_host_addresses {
	struct skep_host_address *data; /* in the arena */
	u32 count;
};

SKEP_MUST_USE bool skep_name_host(const char *name, struct skep_arena *arena,
				  struct skep_host_addresses *out, struct skep_diag *d);

/* A network of /etc/networks, as getnetbyname has it: host order and not shifted, so that zeros at
 * the left are not part of it (0x7f000000 for a line "127.0.0.0", 0x7f for "127"). A network 0 is
 * not found, as in libpcap. */
SKEP_MUST_USE bool skep_name_net(const char *name, u32 *net, struct skep_diag *d);

/* A port, by name or decimal digits. *proto = IPPROTO_TCP or _UDP if the name is known for that
 * one; -1 if for both or if it is a number. Where the two have different ports it is TCP's. */
SKEP_MUST_USE bool skep_name_port(const char *name, u32 *port, s32 *proto, struct skep_diag *d);

/* "80-90" or "http-8080": both ends in the order as written. *proto is that of both, else -1.
 * Digits are decimal, and between them and the end of the text anything may stand ("80-90x"), as
 * libpcap has it. *first and *last may be larger than 65535. */
SKEP_MUST_USE bool skep_name_portrange(const char *text, u32 *first, u32 *last, s32 *proto,
				       struct skep_diag *d);

/* An IP protocol of /etc/protocols. */
SKEP_MUST_USE bool skep_name_proto(const char *name, u32 *proto, struct skep_diag *d);

/* An EtherType ("arp", "ip6", ...) and an LLC SAP ("iso", "stp", "ipx", ...): linknames.def. */
SKEP_MUST_USE bool skep_name_ethertype(const char *name, u32 *type, struct skep_diag *d);
SKEP_MUST_USE bool skep_name_llc_sap(const char *name, u32 *sap, struct skep_diag *d);

/* A host of /etc/ethers, and of any file in the form of ethers(5). */
SKEP_MUST_USE bool skep_name_ether(const char *name, u8 mac[6], struct skep_diag *d);
SKEP_MUST_USE bool skep_name_ether_in(const char *path, const char *name, u8 mac[6],
				      struct skep_diag *d);

#endif
