/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory files that elements lie in. Clients have descriptors of them. */
#ifndef SKEP_MAP_FILE_H
#define SKEP_MAP_FILE_H

#include "base/types.h"

/* Gives an empty file its size, for good: who maps it would die (SIGBUS) if a client cut it. False
 * with errno set. */
SKEP_MUST_USE bool skep_map_file_size(int file, size_t size);

#endif
