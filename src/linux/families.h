/* SPDX-License-Identifier: BSD-2-Clause */
/* Metrics in the text form of OpenMetrics 1.0, where all samples of a name stand together: they are
 * gathered by families first. One thread at a time. */
#ifndef SKEP_LINUX_FAMILIES_H
#define SKEP_LINUX_FAMILIES_H

#include "base/buffer.h"

enum skep_metric {
	SKEP_METRIC_COUNTER, /* only grows, while its labels stay the same */
	SKEP_METRIC_GAUGE,
	SKEP_METRIC_HISTOGRAM,
	SKEP_METRIC_KINDS
};

struct skep_family {
	char *name; /* owned */
	const char *help;
	enum skep_metric kind;
	struct skep_buffer samples; /* lines */
};

struct skep_families {
	struct skep_family *data;
	size_t count, room;
	bool failed; /* memory ran out */
};

/* The family of a name, which is made if there is none; what a name must not have becomes '_'. If
 * the name is another kind's, the kind is added to it. NULL, and families->failed: no memory.
 * Borrowed until the next call.
 *
 *   help  one line, static storage */
struct skep_family *skep_families_get(struct skep_families *families, const char *name,
				      enum skep_metric kind, const char *help);

/* Adds a sample of a counter or gauge; `labels` is "" or `a="b",c="d"`. A NULL family is none. */
SKEP_PRINTF(3, 4)
void skep_family_add(struct skep_family *family, const char *labels, const char *value, ...);

/* Adds a histogram of powers of two: slot i counts what is from 2^i up to 2^(i+1)-1, the first one
 * 0 besides, the last one all that is more. */
void skep_family_add_log2(struct skep_family *family, const char *labels, const u64 *slots,
			  u32 count);

/* Appends a label and its value, of which control characters and what is no UTF-8 become \uXXXX. */
void skep_label_add(struct skep_buffer *labels, const char *name, const char *value);

/* Appends all of it and the line that ends it. */
void skep_families_write(const struct skep_families *families, struct skep_buffer *b);
void skep_families_fini(struct skep_families *families);

#endif
