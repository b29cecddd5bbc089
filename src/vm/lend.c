/* SPDX-License-Identifier: BSD-2-Clause */
#include "vm/lend.h"

#include "base/alloc.h"

struct skep_lent {
	struct skep_lent *next, **at;
	u64 memory[];
};

void *skep_lend(struct skep_env *env, size_t size)
{
	struct skep_lent *lent = skep_alloc(sizeof(*lent) + size);

	if (!lent)
		return NULL;
	lent->next = env->lent;
	lent->at = &env->lent;
	if (lent->next)
		lent->next->at = &lent->next;
	env->lent = lent;
	return lent->memory;
}

void skep_lend_end(void *memory)
{
	struct skep_lent *lent =
	    (struct skep_lent *)((u8 *)memory - offsetof(struct skep_lent, memory));

	*lent->at = lent->next;
	if (lent->next)
		lent->next->at = lent->at;
	skep_free(lent);
}

void skep_lend_end_all(struct skep_env *env)
{
	while (env->lent)
		skep_lend_end(env->lent->memory);
}
