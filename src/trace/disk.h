/* SPDX-License-Identifier: BSD-2-Clause */
/* Work for selftests of tools that look at block devices. */
#ifndef SKEP_TRACE_DISK_H
#define SKEP_TRACE_DISK_H

#include "base/types.h"

/* Reads so many blocks of a loop device of its own over a file without a name, each by a request
 * of its own. False if it could not. */
bool skep_trace_disk_reads(u32 count);

#endif
