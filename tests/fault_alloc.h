/* SPDX-License-Identifier: BSD-2-Clause */
/* The allocator that tests link in place of base/alloc.c. */
#ifndef SKEP_FAULT_ALLOC_H
#define SKEP_FAULT_ALLOC_H

#include "base/alloc.h"

/* Makes the n-th call from now fail (from 1), and all after it; 0: none fails. */
void fault_after(unsigned long n);

/* Calls since fault_after. */
unsigned long fault_calls(void);

#endif
