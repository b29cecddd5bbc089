/* SPDX-License-Identifier: BSD-2-Clause */
/* The names in values.def. */
#ifndef SKEP_FILTER_VALUES_H
#define SKEP_FILTER_VALUES_H

#include "base/types.h"

enum skep_values {
	SKEP_VALUES_LLC_S,
	SKEP_VALUES_LLC_U,
	SKEP_VALUES_WLAN_TYPE,
	SKEP_VALUES_WLAN_MGT,
	SKEP_VALUES_WLAN_CTL,
	SKEP_VALUES_WLAN_DATA,
	SKEP_VALUES_WLAN_DIR,
	SKEP_VALUES_PF_REASON,
	SKEP_VALUES_PF_ACTION,
};

/* Finds a name in any case; false if the set does not have it. */
SKEP_MUST_USE bool skep_value_find(enum skep_values set, const char *name, u32 *number);

/* The first name that the set gives a number, or NULL; static storage. */
const char *skep_value_name(enum skep_values set, u32 number);

/* Writes all names of the set, "a, b or c", as far as they fit. */
void skep_value_names(enum skep_values set, char *out, size_t size);

#endif
