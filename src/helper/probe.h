/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory at addresses that need not be right. Private to the room. */
#ifndef SKEP_HELPER_PROBE_H
#define SKEP_HELPER_PROBE_H

#include <sys/types.h>

#include "base/types.h"

/* Reads memory of a process (0: this one). -EFAULT if not all of it can be read. */
SKEP_MUST_USE int skep_probe_read(pid_t pid, void *to, u64 from, size_t size);

/* Reads a text of at most `size` bytes with its NUL, which a longer one gets in place of its last
 * byte. How many bytes were written, the NUL among them, or -EFAULT. */
SKEP_MUST_USE long skep_probe_text(pid_t pid, char *to, u64 from, size_t size);

#endif
