/* SPDX-License-Identifier: BSD-2-Clause */
/* Loads that are not plain offsets in the captured bytes. Thread-safe. */
#ifndef SKEP_CLASSIC_ANCILLARY_H
#define SKEP_CLASSIC_ANCILLARY_H

#include <skep/packet.h>

#include "base/types.h"

/* Returns the value of ancillary field k (SKF_AD_OFF + ...); a and x are the registers, which some
 * fields use. -1 if k is no such field. */
s64 skep_classic_ancillary(const struct skep_packet *p, u32 k, u32 a, u32 x);

/* Loads `size` (1, 2 or 4) bytes in network order from an offset that counts from the network
 * header (SKF_NET_OFF) or the link-layer header (SKF_LL_OFF). Returns the value, or -1 if `at` is
 * not such an offset or the bytes were not captured. */
s64 skep_classic_load_negative(const struct skep_packet *p, u64 at, u32 size);

#endif
