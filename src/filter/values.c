/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/values.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct {
	u8 set;
	const char *name;
	u32 number;
} values[] = {
#define VALUE(set, text, number) {SKEP_VALUES_##set, text, number},
#include "filter/values.def"
#undef VALUE
};

bool skep_value_find(enum skep_values set, const char *name, u32 *number)
{
	for (size_t i = 0; i < SKEP_COUNT(values); i++) {
		if (values[i].set == set && strcasecmp(values[i].name, name) == 0) {
			*number = values[i].number;
			return true;
		}
	}
	return false;
}

const char *skep_value_name(enum skep_values set, u32 number)
{
	for (size_t i = 0; i < SKEP_COUNT(values); i++)
		if (values[i].set == set && values[i].number == number)
			return values[i].name;
	return NULL;
}

void skep_value_names(enum skep_values set, char *out, size_t size)
{
	size_t used = 0, left = 0;

	out[0] = '\0';
	for (size_t i = 0; i < SKEP_COUNT(values); i++)
		left += values[i].set == set;
	for (size_t i = 0; i < SKEP_COUNT(values) && used < size; i++) {
		const char *after = left > 2 ? ", " : left == 2 ? " or " : "";

		if (values[i].set != set)
			continue;
		left--;
		used += (size_t)snprintf(out + used, size - used, "%s%s", values[i].name, after);
	}
}
