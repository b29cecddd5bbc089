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

struct skep_words skep_reg_target(const struct skep_reg *r)
{
	const char *name = skep_reg_struct(r);
	struct skep_words words;

	snprintf(words.text, sizeof(words.text), "%s%s", name[0] ? "struct " : "",
		 name[0] ? name : skep_reg_name(r));
	return words;
}

struct skep_words skep_reg_words(const struct skep_reg *r)
{
	const char *name = skep_reg_struct(r);
	struct skep_words words;
	u32 i = 0;

	while (kinds[i].flag && !(r->flags & kinds[i].flag))
		i++;
	if (name[0])
		snprintf(words.text, sizeof(words.text), "%s to struct %s", kinds[i].word, name);
	else
		snprintf(words.text, sizeof(words.text), "%s",
			 r->type == SKEP_REG_SCALAR ? "a number" : skep_reg_name(r));
	return words;
}
