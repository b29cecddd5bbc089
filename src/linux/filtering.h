/* SPDX-License-Identifier: BSD-2-Clause */
/* A classic program that Linux runs on packets of somebody else's: attached to a socket which they
 * are sent to. Needs no privilege. One thread at a time. */
#ifndef SKEP_LINUX_FILTERING_H
#define SKEP_LINUX_FILTERING_H

#include <linux/filter.h>
#include <skep/diag.h>
#include <skep/packet.h>

#include "base/types.h"

struct skep_linux_filter;

/* NULL with *d set, as skep_linux_attach_filter(). The caller owns it. */
SKEP_MUST_USE struct skep_linux_filter *skep_linux_filter_new(const struct sock_filter *insns,
							      u32 count, struct skep_diag *d);
void skep_linux_filter_free(struct skep_linux_filter *f); /* NULL is allowed */

/* Runs it on a packet; of one that was cut, Linux sees no more than there is, and takes that for
 * its length. False with *d set if Linux does not take the packet.
 *
 *   keep  bytes that are kept, of no more than the packet has; 0: it does not match */
SKEP_MUST_USE bool skep_linux_filter_run(struct skep_linux_filter *f,
					 const struct skep_packet *packet, u32 *keep,
					 struct skep_diag *d);

#endif
