/* SPDX-License-Identifier: BSD-2-Clause */
/* What each kind of source implements; private to this room and to src/linux, which has one more.
 */
#ifndef SKEP_CAPTURE_SOURCE_OPS_H
#define SKEP_CAPTURE_SOURCE_OPS_H

#include <sys/stat.h>

#include "capture/source.h"

struct skep_source_ops {
	/* batch is empty on entry */
	bool (*read)(struct skep_source *source, struct skep_batch *batch, struct skep_diag *d);
	struct skep_source_progress (*progress)(const struct skep_source *source);
	void (*free)(struct skep_source *source);
};

/* First member of each kind's struct. */
struct skep_source {
	const struct skep_source_ops *ops;
	struct skep_source_info info;
};

/* Opens a regular file of a variant that needs no libpcap. *done is false and the result NULL if
 * libpcap has to read it; else the source owns fd, also when it failed. */
SKEP_MUST_USE struct skep_source *skep_pcap_file_open(int fd, const struct stat *st, bool *done,
						      struct skep_diag *d);

/* Opens anything through libpcap. Owns fd, also on failure. size = 0 if not known. */
SKEP_MUST_USE struct skep_source *skep_foreign_open(int fd, int stop_fd, u64 size,
						    struct skep_diag *d);

#endif
