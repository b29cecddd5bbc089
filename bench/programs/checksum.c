/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* The internet checksum (RFC 1071) of a packet, 16 bits at a time. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = 0;

	for (u64 i = 0; i + 2 <= size; i += 2)
		sum += be16(memory + i);
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	return ~sum & 0xffff;
}
