/* SPDX-License-Identifier: BSD-2-Clause */
#include "asm/helpers.h"

#include <linux/bpf.h>
#include <string.h>

static const char *const names[] = {
#define NAME(name) [BPF_FUNC_##name] = "bpf_" #name
    __BPF_FUNC_MAPPER(NAME)
#undef NAME
};

const char *skep_helper_name(s32 number)
{
	return number > 0 && (size_t)number < SKEP_COUNT(names) ? names[number] : NULL;
}

bool skep_helper_number(const char *name, size_t length, s32 *number)
{
	for (size_t i = 1; i < SKEP_COUNT(names); i++) {
		if (!names[i] || strlen(names[i]) != length || memcmp(names[i], name, length) != 0)
			continue;
		*number = (s32)i;
		return true;
	}
	return false;
}
