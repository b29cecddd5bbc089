/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets by name, and ones made at random. */
#ifndef SKEP_TESTS_RUN_PACKETS_H
#define SKEP_TESTS_RUN_PACKETS_H

#include "base/types.h"

enum { PACKET_ROOM = 1 << 17 };

/* Writes a packet of that name; NAME/N has N bytes, cut or filled up. 0: there is none of that
 * name. */
u32 packet_named(u8 *to, const char *name);

/* One that is nearly right. */
u32 packet_random(u8 *to, u64 *random);

u64 random_next(u64 *random);

#endif
