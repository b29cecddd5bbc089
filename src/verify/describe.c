/* SPDX-License-Identifier: BSD-2-Clause */
/* What registers are called in sentences. */
#include "verify/kernel.h"
#include "verify/local.h"

const char *skep_reg_struct(const struct skep_reg *r)
{
	const struct skep_local *local = r->of;

	if (r->type == SKEP_REG_BTF && r->of)
		return skep_kernel_name(r->of, r->size);
	return r->type == SKEP_REG_OBJECT ? skep_types_name(local->btf, local->id) : "";
}
