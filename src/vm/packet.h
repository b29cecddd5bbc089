/* SPDX-License-Identifier: BSD-2-Clause */
/* The packet of a run, whatever its context is. */
#ifndef SKEP_VM_PACKET_H
#define SKEP_VM_PACKET_H

#include "vm/env.h"

/* Bytes of the packet, with those that programs reach through helpers alone; 0: there is none. */
u32 skep_env_packet_size(const struct skep_env *env);

/* Copies bytes of it; false if it has not all of them. */
SKEP_MUST_USE bool skep_env_packet_read(const struct skep_env *env, u32 offset, void *to, u32 size);

/* The same the other way. */
SKEP_MUST_USE bool skep_env_packet_write(const struct skep_env *env, u32 offset, const void *from,
					 u32 size);

/* `size` bytes at an offset that lie together, to be used until the packet changes its place; NULL:
 * it has not all of them, or in several parts. */
u8 *skep_env_packet_at(const struct skep_env *env, u32 offset, u32 size);

/* Shows the program what a socket buffer is now: its ends, its length. */
void skep_env_show(struct skep_env *env);

/* An interface by its number, borrowed from the system; NULL: there is none. */
const struct skep_device *skep_env_device(const struct skep_env *env, u32 index);

#endif
