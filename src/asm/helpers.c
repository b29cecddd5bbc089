/* SPDX-License-Identifier: BSD-2-Clause */
#include "asm/helpers.h"

#include <string.h>

#include "spec/spec.h"

static const char prefix[] = "bpf_";

const char *skep_helper_name(s32 number)
{
	const struct skep_helper_row *row = skep_helper_row(number);

	return row ? row->symbol : NULL;
}

bool skep_helper_number(const char *name, size_t length, s32 *number)
{
	size_t skip = sizeof(prefix) - 1;

	if (length < skip || memcmp(name, prefix, skip) != 0)
		return false;
	*number = skep_helper_find(name + skip, length - skip);
	return *number != 0;
}
