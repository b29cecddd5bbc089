/* SPDX-License-Identifier: BSD-2-Clause */
/* What one map holds, as metrics. Private to the room. */
#ifndef SKEP_LINUX_METRICS_MAP_H
#define SKEP_LINUX_METRICS_MAP_H

#include "linux/families.h"
#include "linux/metrics.h"
#include "linux/programs.h"

struct btf;

/* Adds the samples of its elements; false if memory ran out. A map that cannot be read has none.
 *
 *   btf  of its types; NULL: there is none */
SKEP_MUST_USE bool skep_metrics_map(struct skep_families *families,
				    const struct skep_metrics_options *options,
				    const struct skep_linux_map *map, const struct btf *btf);

#endif
