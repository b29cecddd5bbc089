/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A call of a program, and nothing else. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	(void)memory, (void)size;
	return 7;
}
