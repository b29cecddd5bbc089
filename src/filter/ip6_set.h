/* SPDX-License-Identifier: BSD-2-Clause */
/* Many IPv6 networks as one condition. */
#ifndef SKEP_FILTER_IP6_SET_H
#define SKEP_FILTER_IP6_SET_H

#include "filter/lower_net.h"

/* Whether src or dst or either (not both) is in one of the networks, which it sorts. O(n log n); a
 * packet takes O(log n) tests.
 *
 * For one end the loads that have to succeed are those of the networks asked one by one, in
 * whatever order: a word is loaded where the words before it fit one of them, and the whole address
 * where a network fits. For either end src is asked of all networks before dst is. */
skep_cid skep_lower_ip6_set(struct skep_lower *l, u8 dir, struct skep_ip6_net *nets, size_t count);

#endif
