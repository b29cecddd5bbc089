/* SPDX-License-Identifier: BSD-2-Clause */
/* One value of a map as samples, and one key as labels, by their types. Private to the room. */
#ifndef SKEP_LINUX_METRICS_VALUE_H
#define SKEP_LINUX_METRICS_VALUE_H

#include "linux/families.h"
#include "linux/metrics.h"
#include "object/value.h"

enum { SKEP_METRIC_SLOTS = 64 }; /* of a histogram, elements of an array that are told */

struct skep_sampling {
	struct skep_families *families;
	const struct skep_metrics_options *options;
	const char *prefix; /* of names: "skep_value", "skep_variable" */
	bool sum;	    /* of many elements: what cannot be added up is left out */
};

/* Adds the samples of a value, called "MAP" or as a variable. */
void skep_sample_value(const struct skep_sampling *s, const char *name, const char *labels,
		       const struct skep_value_type *type, const void *value);

/* Whether an array of that name is a histogram. */
bool skep_sample_is_log2(const char *name);

/* Appends the labels of a key; NULL: it stands for many, and each label says "other". */
void skep_sample_labels(struct skep_buffer *labels, const struct skep_value_type *type,
			const void *key);

#endif
