/* SPDX-License-Identifier: BSD-2-Clause */
/* Ethernet frames as a busy access line has them: web, name service, a little of the rest. The same
 * seed gives the same frames. */
#ifndef SKEP_TRAFFIC_H
#define SKEP_TRAFFIC_H

#include "base/types.h"

enum { TRAFFIC_MAX = 1514 }; /* bytes of a frame */

struct traffic {
	u64 state; /* seed, not 0 */
};

/* Writes one frame into frame[TRAFFIC_MAX]; returns its length. */
u32 traffic_next(struct traffic *t, u8 *frame);

/* A number below `below`. */
u32 traffic_draw(struct traffic *t, u32 below);

#endif
