/* SPDX-License-Identifier: BSD-2-Clause */
/* Types by their numbers while they are checked. */
#include <bpf/btf.h>
#include <errno.h>

#include "syscall/btf.h"

const struct btf_type *skep_btf_type(const struct skep_btf_types *types, u32 id)
{
	static const struct btf_type void_type;

	if (!id)
		return &void_type;
	return id < types->count ? (const void *)(types->bytes + types->places[id]) : NULL;
}

int skep_btf_wrong(const struct skep_btf_types *types, u32 id, const char *what, u32 value)
{
	skep_buffer_printf(types->log, "BTF type [%u]: %s %u\n", id, what, value);
	return -EINVAL;
}
