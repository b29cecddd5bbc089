/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How many numbers below `size` are prime, by trial division: modulo by a variable. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 count = 0;

	(void)memory;
	for (u32 n = 2; n < size; n++) {
		u32 d = 2;

		while (d * d <= n && n % d)
			d++;
		count += d * d > n;
	}
	return count;
}
