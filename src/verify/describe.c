/* SPDX-License-Identifier: BSD-2-Clause */
/* What registers are called in sentences. */
#include <stdio.h>

#include "verify/kernel.h"
#include "verify/local.h"

const char *skep_reg_struct(const struct skep_reg *r)
{
	const struct skep_local *local = r->of;

	if (r->type == SKEP_REG_BTF && r->of)
		return skep_kernel_name(r->of, r->size);
	return r->type == SKEP_REG_OBJECT ? skep_types_name(local->btf, local->id) : "";
}

/* In the order of what matters most. */
static const struct {
	u16 flag;
	const char *word;
} kinds[] = {
    {SKEP_REG_F_UNTRUSTED, "an untrusted pointer"},
    {SKEP_REG_F_PERCPU, "a per-CPU pointer"},
    {SKEP_REG_F_BORROWED, "a borrowed pointer"},
    {SKEP_REG_F_RCU, "an RCU pointer"},
    {0, "a pointer"},
};

const char *skep_reg_describe(const struct skep_reg *r, char text[SKEP_REG_TEXT])
{
	const char *name = skep_reg_struct(r);
	u32 i = 0;

	if (r->type == SKEP_REG_SCALAR)
		return "a number";
	if (!name[0])
		return skep_reg_name(r);
	while (kinds[i].flag && !(r->flags & kinds[i].flag))
		i++;
	snprintf(text, SKEP_REG_TEXT, "%s to struct %s", kinds[i].word, name);
	return text;
}
