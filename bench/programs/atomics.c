/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Counters of 8 kinds, kept with atomic operations. */
#include "entry.h"

enum { KINDS = 8, EVENTS = 128 };

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 *counters = at64(memory), sum = 0;

	(void)size;
	for (u32 i = 0; i < KINDS; i++)
		counters[i] = 0;
	for (u32 i = 0; i < EVENTS; i++) {
		u8 kind = memory[KINDS * 8 + i];

		__sync_fetch_and_add(&counters[kind & 3], kind);
		sum += __sync_fetch_and_add(&counters[4 + (kind >> 2 & 1)], 1);
		__sync_fetch_and_or(&counters[6], kind);
		sum ^= __sync_lock_test_and_set(&counters[7], i);
	}
	return sum + counters[0] + counters[6];
}
