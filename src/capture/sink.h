/* SPDX-License-Identifier: BSD-2-Clause */
/* Where packets go: a classic capture file, the bytes that tcpdump -w writes. One thread. */
#ifndef SKEP_CAPTURE_SINK_H
#define SKEP_CAPTURE_SINK_H

#include "capture/source.h"

struct skep_sink;

/* Creates or empties a file and writes its header.
 *
 *   path         "-" is standard output
 *   info         of the source: link type, its flags and snaplen go into the header
 *   nanoseconds  the time resolution to write
 *
 * Returns a sink that the caller closes, or NULL with *d set: the file
 * cannot be created, or is the source's own. */
SKEP_MUST_USE struct skep_sink *skep_sink_open(const char *path,
					       const struct skep_source_info *info,
					       bool nanoseconds, struct skep_diag *d);

/* Writes the first `keep` bytes of packet i of the batch, or all if it has fewer. The batch
 * is lent until skep_sink_settle. False with *d set if writing failed. */
SKEP_MUST_USE bool skep_sink_put(struct skep_sink *sink, const struct skep_batch *batch, u32 i,
				 u32 keep, struct skep_diag *d);

/* Ends the loan of a batch: to be called before the source is read again. False as above. */
SKEP_MUST_USE bool skep_sink_settle(struct skep_sink *sink, struct skep_diag *d);

/* Hands all that was put to the kernel. */
SKEP_MUST_USE bool skep_sink_flush(struct skep_sink *sink, struct skep_diag *d);

/* Flushes and frees; false if what was put could not be written. NULL is allowed. */
bool skep_sink_close(struct skep_sink *sink, struct skep_diag *d);

#endif
