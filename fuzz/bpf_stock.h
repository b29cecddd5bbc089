/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that are right, with their maps: those of tests/data/helper and tests/data/run. What
 * input names by number changes when files there do; any input stays a good one. */
#ifndef SKEP_FUZZ_BPF_STOCK_H
#define SKEP_FUZZ_BPF_STOCK_H

#include "verify/subject.h"

/* All that can be assembled with these types (NULL: none are known), made once and lent until the
 * process ends. */
const struct subject *stock_read(const char *folder, const struct skep_kernel *kernel, u32 *count);

#endif
